"""What one sees before anything is open: how to open something, and what was open before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidget, QListWidgetItem

RECENT = 5
"""Entries of what was opened before; the menu has more."""


class DropZone(QFrame):
    """A frame with a dashed line, bright while something is held over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = False

    def set_hovered(self, *, on: bool) -> None:
        """Show that what is held can be dropped."""
        self._hovered = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        color = palette.highlight().color() if self._hovered else palette.placeholderText().color()
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
        fill = QColor(color) if self._hovered else QColor(palette.base().color())
        fill.setAlpha(40 if self._hovered else 255)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 12, 12)
        painter.end()


class EmptyPane(QScrollArea):
    """It scrolls where it has no room, for else a low screen would have none for the window.

    ``open_wanted`` and ``sample_wanted``: the person pressed a button. ``recent_wanted`` carries
    what `show_recent` was given.
    """

    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zone = DropZone()
        self._title = QLabel()
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        self._title.setFont(font)
        self._hint = QLabel()
        self._formats = QLabel()
        self._keys = QLabel()
        for label in (self._title, self._hint, self._formats, self._keys):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        for label in (self._formats, self._keys):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.open_button = QPushButton()
        self.open_button.setDefault(True)
        self.sample_button = QPushButton()
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button.clicked.connect(self.sample_wanted)
        self._before = QLabel()
        self._room = QWidget()
        self._lay_out()
        self.make_room(0)
        self.retranslate()

    @cached_property
    def recent(self) -> QListWidget:
        """The list of what was opened before; made with its first entries."""
        from PySide6.QtWidgets import QListWidget

        made = QListWidget()
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.viewport().setAutoFillBackground(False)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setAccessibleName(self._before.text())
        made.itemClicked.connect(self._pick)
        made.itemActivated.connect(self._pick)
        column = QVBoxLayout(self._room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(made)
        return made

    def show_recent(self, entries: Sequence[tuple[str, object]]) -> None:
        """Offer these (words, thing) as what was opened before; without any, nothing is said."""
        from PySide6.QtWidgets import QListWidgetItem

        self.recent.clear()
        height = self.fontMetrics().lineSpacing() + 8
        for text, thing in entries[:RECENT]:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, thing)
            item.setSizeHint(QSize(0, height))
            item.setToolTip(text)
            self.recent.addItem(item)
        self.make_room(self.recent.count())

    def make_room(self, count: int) -> None:
        """Keep the room of so many entries that `show_recent` will bring, so that nothing jumps."""
        height = self.fontMetrics().lineSpacing() + 8
        self._room.setFixedHeight(height * min(count, RECENT) + 4)
        for widget in (self._before, self._room):
            widget.setVisible(count > 0)
        self._need_height()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch()
        inner = QVBoxLayout(self.zone)
        inner.setContentsMargins(40, 52, 40, 44)
        inner.setSpacing(16)
        inner.addWidget(self._title)
        inner.addWidget(self._hint)
        inner.addLayout(buttons)
        inner.addSpacing(8)
        inner.addWidget(self._formats)
        outer = QVBoxLayout()
        outer.addStretch(2)
        outer.addWidget(self.zone, 0)
        outer.addSpacing(20)
        outer.addWidget(self._before)
        outer.addWidget(self._room)
        outer.addSpacing(12)
        outer.addWidget(self._keys)
        outer.addStretch(3)
        column = QWidget()
        column.setLayout(outer)
        column.setMaximumWidth(780)
        self._all = QWidget()
        middle = self._layout = QHBoxLayout(self._all)
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self._all)
        self.setFocusProxy(self.open_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: narrow lines are more of them."""
        super().resizeEvent(event)
        self._need_height()

    def _need_height(self) -> None:
        """Take the height that the words need in this width, not in the narrowest."""
        needed = self._layout.minimumHeightForWidth(self.viewport().width())
        self._all.setMinimumHeight(max(needed, 0))

    def _pick(self, item: QListWidgetItem) -> None:
        self.recent_wanted.emit(item.data(Qt.ItemDataRole.UserRole))

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        self._title.setText(self.tr("Drop a saved talk page here"))
        self._hint.setText(self.tr("or paste a copied one with Ctrl+V"))
        self.open_button.setText(self.tr("Open…"))
        self.sample_button.setText(self.tr("Try the sample"))
        self._before.setText(self.tr("Opened before"))
        if "recent" in self.__dict__:
            self.recent.setAccessibleName(self.tr("Opened before"))
        self._formats.setText(
            self.tr(
                "Opens plain text, wikitext, saved HTML and MHTML, MediaWiki XML exports and "
                "dumps, API JSON and web archives; also folders of them, and zip, gz, bz2, xz, zst "
                "or 7z. Nothing leaves this computer."
            )
        )
        self._keys.setText(
            "\n".join(
                (
                    self.tr("Ctrl+O opens · Ctrl+R lists what was opened before"),
                    self.tr("J and K go from comment to comment · Ctrl+F searches"),
                    self.tr(
                        "Select words, then H highlights and A writes a note · F1 shows all keys"
                    ),
                )
            )
        )
        self.setAccessibleName(self.tr("Nothing is open"))
        self._need_height()
