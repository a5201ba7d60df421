"""Words that are shortened where there is no room for them: a label, a button."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy


class ShortLabel(QLabel):
    """One line of words that ends in "…" where it is cut, and forces no window to be wide."""

    def setText(self, text: str) -> None:
        """Qt: other words; all of them are told on hover."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Qt: it may be as narrow as can be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: the words, as far as there is room."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        said = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment(), said)
        painter.end()


class ShortButton(QPushButton):
    """A button with one line of words at its left, which ends in "…" where it is cut."""

    PAD = 8
    """Pixels beside the words."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(f"text-align: left; padding: 4px {self.PAD}px")

    def minimumSizeHint(self) -> QSize:
        """Qt: it may be as narrow as can be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: the button, with its words as far as there is room."""
        # PySide makes these classes when they are named: not at the start
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.width() - 2 * (self.PAD + 2)
        option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
