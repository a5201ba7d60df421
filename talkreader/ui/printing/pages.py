"""Puts a paper on the pages of a printer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter

from talkreader.ui.theme import LIGHT

FOOT = 1.6
"""Lines below the text that the title and the number of the page take."""


def print_paper(paper: QTextDocument, printer: QPrinter | QPdfWriter) -> None:
    """Print all pages that a printer was asked for, each with the title and its number.

    Qt's own printing enlarges words and not indents: here all is laid out as on a screen and
    enlarged as a whole. What is drawn stays text.
    """
    screen = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    scale = printer.resolution() / screen
    room = QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size()) / scale
    with QPainter(printer) as painter:
        lay_out(paper, painter, room)
        first, last = 1, paper.pageCount()
        if isinstance(printer, QPrinter):
            first = max(printer.fromPage(), 1)
            last = min(printer.toPage() or last, last)
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            painter.save()
            painter.scale(scale, scale)
            draw_page(painter, paper, number, room)
            painter.restore()


def lay_out(paper: QTextDocument, painter: QPainter, room: QSizeF) -> None:
    """Part a paper into pages with room for a foot, and give the painter the foot's font."""
    font = QFont(paper.defaultFont())
    screen = QGuiApplication.primaryScreen().logicalDotsPerInchX()
    font.setPixelSize(round(font.pointSizeF() * 0.8 * screen / 72))  # the pages are scaled
    painter.setFont(font)
    line = QFontMetricsF(font).height() * FOOT
    paper.setPageSize(QSizeF(room.width(), room.height() - line))


def draw_page(painter: QPainter, paper: QTextDocument, number: int, room: QSizeF) -> None:
    """Draw a page of a paper that was laid out, with its foot, into so much room."""
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
