"""The search field, where to search, and which hit of how many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from talkreader.ui.naming import name_choice
from talkreader.ui.panes.search_field import SearchField
from talkreader.ui.scope import Scope
from talkreader.ui.theme import Palette

if TYPE_CHECKING:
    from talkreader.domain.body import Span

PAUSE = 60
"""Milliseconds after the last key before the search starts: hits are there within 100."""


class SearchBar(QWidget):
    """``searched`` carries (text, scope) soon after the typing; ``submitted``: Enter, go on.

    ``left``: Esc. An input method changes nothing until it commits, so Chinese can be typed.
    """

    searched = Signal(object, object)
    submitted = Signal()
    submitted_back = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField()
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(140)
        self._glass = QAction(self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.scope = QComboBox()
        for scope in Scope:
            self.scope.addItem("", scope)
        self.counter = QLabel()
        self.counter.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._search)
        self._last: tuple[str, Scope] | None = None
        self.field.textChanged.connect(self._typed)
        self.scope.currentIndexChanged.connect(self._search)
        self.field.entered.connect(lambda back: self._enter(back=back))
        self.field.escaped.connect(self.left)
        self.field.returnPressed.connect(self._enter_from_list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.scope)
        layout.addWidget(self.counter)
        self.retranslate()

    def begin(self, scope: Scope | None = None) -> None:
        """Put the cursor into the field, with its words selected; change the scope if given."""
        if scope is not None:
            self.set_scope(scope)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search_for(self, text: str) -> None:
        """Put words into the field and search for them at once."""
        self.field.setText(text)
        self._search()

    def current_scope(self) -> Scope:
        """Return where the person wants to search."""
        return Scope(self.scope.currentData())

    def set_scope(self, scope: Scope) -> None:
        """Change where to search; a search that stands is done again there."""
        self.scope.setCurrentIndex(self.scope.findData(scope))

    def show_position(self, at: int | None, total: int, *, more: bool = False) -> None:
        """Say which hit of how many; ``more``: there are more than these."""
        plus = "+" if more else ""
        if not self.field.text().strip():
            self.counter.setText("")
        elif at is None or not total:
            self.counter.setText(self._found(f"{total}{plus}" if total else ""))
        else:
            self.counter.setText(
                self.tr("{at} of {total}").format(at=at + 1, total=f"{total}{plus}")
            )

    def _found(self, total: str) -> str:
        return self.tr("{total} found").format(total=total) if total else self.tr("none")

    def show_mistake(self, sentence: str, place: Span | None = None) -> None:
        """Say what is wrong with the words in the field, and where; "" when nothing is."""
        self.field.setToolTip(sentence)
        if sentence:
            self.field.mark((), place)
            self.counter.setText(self.tr("not understood"))

    def show_understood(self, parts: Sequence[Span], hint: str, place: Span | None) -> None:
        """Tint the parts that are more than words; ``hint`` says what may be mistyped, there."""
        self.field.setToolTip(hint)
        self.field.mark(parts, place)

    def set_theme(self, palette: Palette) -> None:
        """Mark in these colours from now on."""
        self.field.set_theme(palette)

    def set_icon(self, icon: QIcon) -> None:
        """Draw the glass in the field."""
        self._glass.setIcon(icon)

    def _typed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self._search()

    def _enter(self, *, back: bool) -> None:
        if self._timer.isActive() or self._last != (self.field.text(), self.current_scope()):
            self._search()
        elif back:
            self.submitted_back.emit()
        else:
            self.submitted.emit()

    def _enter_from_list(self) -> None:
        """Enter while completions are offered: they swallow the key, but this is told."""
        if not self.field.is_choosing:
            self._enter(back=False)

    def _search(self) -> None:
        self._timer.stop()
        wanted = (self.field.text(), self.current_scope())
        if wanted != self._last:
            self._last = wanted
            self.searched.emit(*wanted)

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        self.field.setPlaceholderText(self.tr('Search: words, from:Name, after:2021-09, "exact"'))
        self.field.setAccessibleName(self.tr("Search"))
        self.scope.setItemText(0, self.tr("This page"))
        self.scope.setItemText(1, self.tr("Library"))
        name_choice(self.scope, self.tr("Where to search"))
        self.counter.setAccessibleDescription(self.tr("Position among the hits"))
