"""A paper as a PDF in memory, and its first page as a picture; both also in a worker's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from talkreader.ui.printing.pages import draw_page, lay_out, print_paper

MARGINS = QMarginsF(18, 16, 18, 16)
"""Millimetres of white around what is printed."""
_A4 = QSizeF(210, 297)


def pdf(paper: QTextDocument, title: str) -> bytes:
    """Return a paper as a PDF (A4) whose words can be searched and copied."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("talkreader")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    print_paper(paper, writer)
    buffer.close()
    return bytes(data.data())


def pdf_made(make: Callable[[], QTextDocument], title: str) -> bytes:
    """Return the paper that ``make`` makes as a PDF; all of it in the thread that calls.

    A long document is laid out by and by, with a timer: a worker's thread has none of Qt's events
    until something there asks for them.
    """
    events = QEventLoop()
    made = pdf(make(), title)
    del events  # only now: the document and its timer are gone
    return made


def first_page(paper: QTextDocument, width: int) -> QImage:
    """Return the first page of a paper as `pdf` puts it on A4, so many pixels wide."""
    dots = width / _A4.width()  # pixels of the picture in a millimetre
    inner = QSizeF(
        _A4.width() - MARGINS.left() - MARGINS.right(),
        _A4.height() - MARGINS.top() - MARGINS.bottom(),
    )
    scale = dots * 25.4 / QGuiApplication.primaryScreen().logicalDotsPerInchX()
    picture = QImage(width, round(_A4.height() * dots), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        painter.translate(MARGINS.left() * dots, MARGINS.top() * dots)
        painter.scale(scale, scale)
        room = inner * dots / scale
        lay_out(paper, painter, room)
        draw_page(painter, paper, 1, room)
    return picture
