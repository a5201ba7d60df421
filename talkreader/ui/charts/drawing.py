"""Draws any picture, on the screen and into files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QRect, QSaveFile, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from talkreader.domain.errors import ExportError
from talkreader.pictures import Picture, PictureKind, to_csv
from talkreader.ui.charts import bars, lengths, matrix, ring
from talkreader.ui.charts import words as chart_words
from talkreader.ui.charts.ink import Ink, Mark, ground

PAGE = QSize(960, 540)
"""The least size of a picture in a file, in points."""
SCALE = 2
DPI = 96
"""The dots that CSS and Qt both count to the inch: words keep their size in a drawing."""
SIZES = {
    PictureKind.ACTIVITY: bars.size,
    PictureKind.PEOPLE: matrix.size,
    PictureKind.NETWORK: ring.size,
    PictureKind.THREADS: lengths.size,
}
PAINTERS = {
    PictureKind.ACTIVITY: bars.paint,
    PictureKind.PEOPLE: matrix.paint,
    PictureKind.NETWORK: ring.paint,
    PictureKind.THREADS: lengths.paint,
}


def size(picture: Picture, ink: Ink, room: QSize) -> QSize:
    """Return the size a picture is drawn in when there is so much room."""
    return SIZES[picture.kind](picture, ink, room) if picture.cells else room


def draw(painter: QPainter, size: QSize, picture: Picture, ink: Ink) -> list[Mark]:
    """Draw a picture; return where its cells are. Nothing is drawn of an empty one."""
    ground(painter, size, ink)
    return PAINTERS[picture.kind](painter, size, picture, ink) if picture.cells else []


def save(picture: Picture, path: Path, ink: Ink) -> None:
    """Write a picture as SVG, PNG or CSV, by the ending of the file. Raises ExportError."""
    kind = path.suffix.lower()
    if kind == ".csv":
        # the mark at the beginning tells spreadsheets that it is UTF-8
        data = ("\ufeff" + to_csv(*chart_words.table(picture))).encode()
    else:
        data = _svg(picture, ink) if kind == ".svg" else _png(picture, ink)
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly) or file.write(data) < 0 or not file.commit():
        raise ExportError(
            "{path} cannot be written: check the rights of its folder, or choose another place.",
            path=path,
        )


def _png(picture: Picture, ink: Ink) -> bytes:
    whole = size(picture, ink, PAGE)
    image = QImage(whole * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    with QPainter(image) as painter:
        draw(painter, whole, picture, ink)
    buffer = QBuffer()
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _svg(picture: Picture, ink: Ink) -> bytes:
    whole = size(picture, ink, PAGE)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(whole)
    generator.setViewBox(QRect(0, 0, whole.width(), whole.height()))
    generator.setTitle(chart_words.say(chart_words.NAMES[picture.kind]))
    generator.setDescription(chart_words.Sentences().below(picture))
    with QPainter(generator) as painter:
        draw(painter, whole, picture, ink)
    return bytes(buffer.data().data())
