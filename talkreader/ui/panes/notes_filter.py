"""Which notes are shown, and in which order: words, colour, tag and person, all together."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from talkreader.domain.note import Color
from talkreader.ui import words
from talkreader.ui.icons import swatch
from talkreader.ui.models.notes import NoteFilter, NoteOrder
from talkreader.ui.naming import name_choice
from talkreader.ui.theme import LIGHT, Palette, over

ORDERS = tuple(NoteOrder)


class NotesFilter(QWidget):
    """``changed``: ask `wanted` and `order` again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.colors, self.tags, self.people = QComboBox(), QComboBox(), QComboBox()
        self.orders = QComboBox()
        self.orders.addItems(["" for _ in ORDERS])
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 6, 6, 6)
        grid.setSpacing(5)
        grid.addWidget(self.words, 0, 0, 1, 2)
        for number, box in enumerate((self.colors, self.tags, self.people, self.orders)):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(3)
            grid.addWidget(box, 1 + number // 2, number % 2)
            box.currentIndexChanged.connect(self.changed)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.words.textChanged.connect(self.changed)
        self._retranslate()

    def wanted(self, *, lost: bool | None = None) -> NoteFilter:
        """Return what is chosen; ``lost``: of the lost notes only, or (False) of the others."""
        color = self.colors.currentData()
        return NoteFilter(
            self.words.text(),
            Color(color) if color else None,
            self.tags.currentData() or "",
            self.people.currentData() or "",
            lost,
        )

    def order(self) -> NoteOrder:
        """Return what the notes are to be sorted by."""
        return ORDERS[max(0, self.orders.currentIndex())]

    def clear(self) -> None:
        """Show all notes."""
        self.words.clear()
        for box in (self.colors, self.tags, self.people):
            box.setCurrentIndex(0)

    def choose_tag(self, tag: str) -> None:
        """Show only notes with this tag or one below it, whatever was chosen before."""
        self.clear()
        if self.tags.findData(tag) < 0:
            self.tags.addItem(f"#{tag}", tag)
        self.tags.setCurrentIndex(self.tags.findData(tag))

    def offer(self, tags: Iterable[str], people: Iterable[str]) -> None:
        """Offer these tags and people; what is chosen stays chosen."""
        shown = [(f"{'   ' * tag.count('/')}#{tag.rpartition('/')[2]}", tag) for tag in tags]
        self._fill(self.tags, self.tr("Tags"), shown)
        self._fill(self.people, self.tr("People"), [(name, name) for name in people])

    def set_theme(self, palette: Palette) -> None:
        """Show the colours as they are in the page."""
        self._palette = palette
        self._fill_colors()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self, box: QComboBox, first: str, entries: list[tuple[str, str]]) -> None:
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(first, "")
        for text, data in entries:
            box.addItem(text, data)
            box.setItemData(box.count() - 1, data, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _fill_colors(self) -> None:
        chosen = self.colors.currentIndex()
        self.colors.blockSignals(True)
        self.colors.clear()
        self.colors.addItem(self.tr("Colours"), "")
        for color, name in words.COLORS.items():
            solid = over(self._palette.fills[color], self._palette.page)
            self.colors.addItem(swatch(solid, self._palette), words.word(name), color)
        self.colors.setCurrentIndex(max(0, chosen))
        self.colors.blockSignals(False)

    def _retranslate(self) -> None:
        self.words.setPlaceholderText(self.tr("Filter notes"))
        self.words.setAccessibleName(self.tr("Filter notes"))
        name_choice(self.colors, self.tr("Filter by colour"))
        name_choice(self.tags, self.tr("Filter by tag"))
        name_choice(self.people, self.tr("Filter by person"))
        name_choice(self.orders, self.tr("Order of the notes"))
        names = (self.tr("By place"), self.tr("By time"), self.tr("By tag"))
        for number, name in enumerate(names):
            self.orders.setItemText(number, name)
        self._fill_colors()
        for box, first in ((self.tags, self.tr("Tags")), (self.people, self.tr("People"))):
            if box.count():
                box.setItemText(0, first)
            else:
                box.addItem(first, "")
