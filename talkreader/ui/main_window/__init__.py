"""The window: places the panes and joins what they say to the session."""

from talkreader.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
