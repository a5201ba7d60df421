"""Puts a paper on the pages of a printer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from talkreader.ui.theme import LIGHT

FOOT = 1.6
"""Lines below the text that the title and the number of the page take."""


def print_paper(paper: QTextDocument, printer: QPrinter) -> None:
    """Print all pages that the printer was asked for, each with the title and its number.

    Qt's own printing enlarges words and not indents: here all is laid out as on a screen and
    enlarged as a whole. What is drawn stays text.
    """
    screen = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    scale = printer.resolution() / screen
    room = QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size()) / scale
    font = QFont(paper.defaultFont())
    font.setPixelSize(round(font.pointSizeF() * 0.8 * screen / 72))  # the pages are scaled
    with QPainter(printer) as painter:
        painter.setFont(font)
        line = QFontMetricsF(font).height() * FOOT
        paper.setPageSize(QSizeF(room.width(), room.height() - line))
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or paper.pageCount(), paper.pageCount())
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            painter.save()
            painter.scale(scale, scale)
            _draw(painter, paper, number, room)
            painter.restore()


def _draw(painter: QPainter, paper: QTextDocument, number: int, room: QSizeF) -> None:
    height = paper.pageSize().height()
    top = (number - 1) * height
    painter.save()
    painter.translate(QPointF(0, -top))
    paper.drawContents(painter, QRectF(0, top, room.width(), height))
    painter.restore()
    foot = QRectF(0, height, room.width(), room.height() - height)
    painter.setPen(QColor(LIGHT.muted))
    title = paper.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    title = painter.fontMetrics().elidedText(
        title, Qt.TextElideMode.ElideMiddle, round(room.width() * 0.8)
    )
    bottom = Qt.AlignmentFlag.AlignBottom
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | bottom, title)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | bottom, f"{number} / {paper.pageCount()}")
