"""Our own icons: small line drawings that take the colour of the text around them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from talkreader.domain.resources import resource
from talkreader.ui.theme import Palette

SIZES = (20, 40)


def icon(name: str, palette: QPalette) -> QIcon:
    """Return a drawing of resources/icons in the palette's colours, also for when disabled."""
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        color = palette.color(group, QPalette.ColorRole.ButtonText)
        colored = drawing.replace("currentColor", color.name())
        renderer = QSvgRenderer(QByteArray(colored.encode()))
        for size in SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setOpacity(color.alphaF())
            renderer.render(painter)
            painter.end()
            result.addPixmap(pixmap, mode)
    return result


def swatch(color: str, palette: Palette, size: int = 16) -> QIcon:
    """Return a filled disc, for the colours of highlights; "" is an empty one.

    Its edge is seen where the colour is not. On a chosen row it is in the colour of the words
    there, and the disc is left as it is: Qt would tint all of it.
    """
    result = QIcon()
    for mode, edge in (
        (QIcon.Mode.Normal, palette.muted),
        (QIcon.Mode.Selected, palette.accent_text),
    ):
        pixmap = QPixmap(size * 2, size * 2)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 1.4 if mode is QIcon.Mode.Selected else 1))
        painter.setBrush(QColor(color or Qt.GlobalColor.transparent))
        painter.drawEllipse(QRectF(1.5, 1.5, size - 3, size - 3))
        painter.end()
        result.addPixmap(pixmap, mode)
    return result
