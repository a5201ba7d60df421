"""Pictures of a discussion, drawn: one function per kind, a widget to look at and click, a file."""

from talkreader.ui.charts.view import ChartView

__all__ = ["ChartView"]
