"""Asks for the translation of a sentence, with what the memory and the glossary know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from talkreader.domain.bilingual import Segment
from talkreader.domain.body import Span
from talkreader.domain.translation import Recalled
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.dialogs.source_words import SourceWords, told
from talkreader.ui.models.marked_delegate import MarkedDelegate
from talkreader.ui.models.roles import Role
from talkreader.ui.prose_field import ProseField
from talkreader.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from talkreader.bilingual import Dictionary, LookUp

_WORDS = Qt.ItemDataRole.UserRole
_ROWS = 3
_LINES = 4


class TranslationDialog(QDialog):
    """``saved`` carries the words; ``next_wanted`` follows it when the person wants to go on.

    ``traditional``: Chinese for English words is told in Traditional characters.
    """

    saved = Signal(str)
    next_wanted = Signal()

    def __init__(
        self,
        source: Segment,
        known: str,
        terms: Mapping[str, str],
        parent: QWidget | None = None,
        palette: Palette = LIGHT,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._palette = palette
        self._dictionary: Dictionary | None = None
        self._looked_up: LookUp | None = None
        self._pointed: int | None = None
        self.traditional = False
        self._recalled: Sequence[Recalled] = ()
        self._known = "   ".join(f"{term} → {words}" for term, words in terms.items())
        layout = column_of(self)
        self.source = self._original(source)
        layout.addWidget(self.source)
        self.word = self._word_line()
        layout.addWidget(self.word)
        self._terms = self._term_line()
        layout.addWidget(self._terms)
        self._offered = QLabel()
        layout.addWidget(self._offered)
        self.memory = self._memory()
        layout.addWidget(self.memory)
        self.words = ProseField(known)
        self.words.setMinimumHeight(self.words.fontMetrics().lineSpacing() * 5)
        layout.addWidget(self.words, 1)
        buttons = button_box(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.next_button = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        self.next_button.clicked.connect(self._save_and_go_on)
        layout.addWidget(buttons)
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.activated.connect(self._save_and_go_on)
        self.next_button.setToolTip(save.key().toString(QKeySequence.SequenceFormat.NativeText))
        self.words.textChanged.connect(self._enable)
        self._enable()
        self._retranslate()
        open_at(self, 560, max(320, self.sizeHint().height()))
        self.words.setFocus()
        self.words.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Translate"))
        self.source.setAccessibleName(self.tr("Original"))
        self.word.setAccessibleName(self.tr("Dictionary"))
        if self._looked_up is None:
            self.word.setText(self.tr("Point at a word of the original to look it up."))
        self._terms.setText(self.tr("Glossary: {terms}").replace("{terms}", self._known))
        self._offered.setText(self.tr("From your translation memory"))
        self.memory.setAccessibleName(self._offered.text())
        self.words.setAccessibleName(self.tr("Translation"))
        self.words.setPlaceholderText(self.tr("Your translation"))
        self.next_button.setText(self.tr("Save and &next"))
        self.show_offers(self._recalled)

    def _original(self, source: Segment) -> SourceWords:
        words = SourceWords(source.text)
        words.pointed.connect(self._look_up)
        return words

    def _word_line(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # of one height, so that nothing jumps while one points
        label.setFixedHeight(label.fontMetrics().lineSpacing() * 8 // 3)
        return label

    def set_dictionary(self, dictionary: Dictionary) -> None:
        """Look words up in this from now on, first the one that is pointed at already."""
        self._dictionary = dictionary
        if self._pointed is not None:
            self._look_up(self._pointed)

    def _look_up(self, offset: int) -> None:
        self._pointed = offset
        found = self._dictionary.at(self.source.text(), offset) if self._dictionary else None
        if found is not None:
            self._looked_up = found
            self.word.setText(told(found, traditional=self.traditional))

    def _term_line(self) -> QLabel:
        label = QLabel()
        if not self._known:
            label.hide()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _memory(self) -> QListWidget:
        rows = QListWidget()
        delegate = MarkedDelegate(_LINES, rows, even=False)
        delegate.set_theme(self._palette)
        rows.setItemDelegate(delegate)
        rows.itemActivated.connect(lambda item: self.words.setPlainText(item.data(_WORDS)))
        self._offered.hide()
        rows.hide()
        return rows

    def show_offers(self, recalled: Sequence[Recalled]) -> None:
        """Show what the memory offers: the score, the words, and where the originals differ."""
        self._recalled = recalled
        rows, text = self.memory, self.source.text()
        rows.clear()
        for offer in recalled:
            words = f"{int(offer.score * 100)} %   {offer.unit.target}"
            marks: list[Span] = []
            if offer.score < 1:
                words, marks = self._difference(words, text, offer)
            if offer.numbers_differ:
                words += "\n" + self.tr("The numbers differ.")
            item = QListWidgetItem(words, rows)
            item.setData(Role.MARKS, marks)
            item.setData(_WORDS, offer.unit.target)
            item.setToolTip(self.tr("Press Enter to take it over."))
        heights = [rows.sizeHintForRow(row) for row in range(min(rows.count(), _ROWS))]
        rows.setFixedHeight(sum(heights) + 2 * rows.frameWidth() + 4)
        self._offered.setVisible(bool(recalled))
        rows.setVisible(bool(recalled))
        open_at(self, self.width(), max(self.height(), self.sizeHint().height()))

    def _difference(self, words: str, text: str, offer: Recalled) -> tuple[str, list[Span]]:
        """Return an offer with both originals below it, and what differs in them."""
        marks: list[Span] = []
        for label, original, spans in (
            (self.tr("then:"), offer.unit.source, offer.instead),
            (self.tr("now:"), text, offer.changed),
        ):
            start = len(words) + len(label) + 2
            words += f"\n{label} {' '.join(original.split(chr(10)))}"
            marks += [Span(start + span.start, start + span.end) for span in spans]
        return words, marks

    def _enable(self) -> None:
        able = bool(self.words.toPlainText().strip())
        self.save_button.setEnabled(able)
        self.next_button.setEnabled(able)

    def _save(self) -> None:
        if self.words.toPlainText().strip():
            self.accept()
            self.saved.emit(self.words.toPlainText().strip())

    def _save_and_go_on(self) -> None:
        if self.words.toPlainText().strip():
            self._save()
            self.next_wanted.emit()
