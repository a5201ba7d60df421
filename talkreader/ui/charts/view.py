"""A picture to look at, to point at and to walk through with the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from talkreader.pictures import Picture
from talkreader.ui.announcing import announce
from talkreader.ui.charts.drawing import draw, size
from talkreader.ui.charts.ink import Ink, Mark
from talkreader.ui.charts.words import Sentences
from talkreader.ui.theme import LIGHT, Palette

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChartView(QScrollArea):
    """``picked`` carries the number of a cell; ``lit`` the one under the mouse or the keys."""

    picked = Signal(int)
    lit = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = _Sheet(self)
        self.setWidget(self.sheet)
        self.setFrameShape(QScrollArea.Shape.NoFrame)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self.sheet.picture

    def show_picture(self, picture: Picture) -> None:
        """Show a picture."""
        self.sheet.picture = picture
        self.sheet.at = -1
        self.setAccessibleName(Sentences().whole(picture))
        self._fit()
        self.sheet.update()

    def set_theme(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.sheet.colors = palette
        self.sheet.update()

    def ink(self) -> Ink:
        """Return what the picture is drawn with, nothing lit."""
        return Ink(self.sheet.colors, self.font())

    def light(self, cell: int, *, show: bool = False) -> None:
        """Light a cell, and bring it to the screen."""
        if cell == self.sheet.at:
            return
        self.sheet.at = cell
        self.sheet.update()
        for mark in self.sheet.marks if show else ():
            if mark.cell == cell:
                middle = mark.path.boundingRect().center().toPoint()
                self.ensureVisible(middle.x(), middle.y(), 80, 60)
        self.lit.emit(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the picture takes the room there is."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go from cell to cell, Enter picks."""
        picture = self.picture
        step = STEPS.get(Qt.Key(event.key()))
        if picture is None or not picture.cells:
            super().keyPressEvent(event)
        elif step is not None:
            self._step(picture, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.sheet.at >= 0:
            self.picked.emit(self.sheet.at)
        else:
            super().keyPressEvent(event)

    def _step(self, picture: Picture, step: int) -> None:
        at = self.sheet.at
        if at < 0 and step < 0:
            at = len(picture.cells)
        at += step
        while 0 <= at < len(picture.cells) and not picture.cells[at].count:
            at += step
        if 0 <= at < len(picture.cells):
            self.light(at, show=True)
            said = Sentences().cell(picture.kind, picture.cells[at])
            announce(self, said)

    def _fit(self) -> None:
        if self.picture is not None:
            self.sheet.resize(size(self.picture, self.ink(), self.viewport().size()))


class _Sheet(QWidget):
    """The paper in the view."""

    def __init__(self, view: ChartView) -> None:
        super().__init__()
        self._view = view
        self.picture: Picture | None = None
        self.colors: Palette = LIGHT
        self.at = -1
        self.marks: list[Mark] = []
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Qt: as large as it was made."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: draw."""
        if self.picture is None:
            return
        painter = QPainter(self)
        ink = Ink(self.colors, self._view.font(), self.at)
        self.marks = draw(painter, self.size(), self.picture, ink)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: light what is under the mouse."""
        found = self._cell_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._view.light(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click picks what is under the mouse."""
        found = self._cell_at(event.position().toPoint())
        if found >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._view.picked.emit(found)

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the mouse is elsewhere."""
        super().leaveEvent(event)
        self._view.light(-1)

    def event(self, event: QEvent) -> bool:
        """Qt: say what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._cell_at(event.pos())
            if found >= 0 and self.picture is not None:
                said = Sentences().cell(self.picture.kind, self.picture.cells[found])
                QToolTip.showText(event.globalPos(), said, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _cell_at(self, point: QPoint) -> int:
        for mark in self.marks:
            if mark.path.contains(point.toPointF()):
                return mark.cell
        return -1
