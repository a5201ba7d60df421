"""Asks for the translation of a sentence, with what the memory and the glossary know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.bilingual import Segment
from talkreader.domain.translation import Recalled

_WORDS = Qt.ItemDataRole.UserRole
_ROWS = 3


class TranslationDialog(QDialog):
    """``saved`` carries the words; ``next_wanted`` follows it when the person wants to go on."""

    saved = Signal(str)
    next_wanted = Signal()

    def __init__(
        self,
        source: Segment,
        known: str,
        recalled: Sequence[Recalled],
        terms: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translate"))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self.source = QLabel(source.text)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setWordWrap(True)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.source.setAccessibleName(self.tr("Original"))
        larger = self.source.font()
        larger.setPointSizeF(larger.pointSizeF() * 1.2)
        self.source.setFont(larger)
        layout.addWidget(self.source)
        if terms:
            layout.addWidget(self._terms(terms))
        self.memory = self._memory(source.text, recalled)
        if recalled:
            layout.addWidget(QLabel(self.tr("From your translation memory")))
            layout.addWidget(self.memory)
        self.words = QPlainTextEdit(known)
        self.words.setAccessibleName(self.tr("Translation"))
        self.words.setPlaceholderText(self.tr("Your translation"))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(self.words.fontMetrics().lineSpacing() * 5)
        layout.addWidget(self.words, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.next_button = buttons.addButton(
            self.tr("Save and &next"), QDialogButtonBox.ButtonRole.ActionRole
        )
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        self.next_button.clicked.connect(self._save_and_go_on)
        layout.addWidget(buttons)
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.activated.connect(self._save_and_go_on)
        self.next_button.setToolTip(save.key().toString(QKeySequence.SequenceFormat.NativeText))
        self.words.textChanged.connect(self._enable)
        self._enable()
        self.resize(560, max(320, self.sizeHint().height()))
        self.words.setFocus()
        self.words.selectAll()

    def _terms(self, terms: Mapping[str, str]) -> QLabel:
        shown = "   ".join(f"{term} → {words}" for term, words in terms.items())
        label = QLabel(self.tr("Glossary: {terms}").replace("{terms}", shown))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _memory(self, text: str, recalled: Sequence[Recalled]) -> QListWidget:
        rows = QListWidget()
        rows.setAccessibleName(self.tr("From your translation memory"))
        rows.setWordWrap(True)
        for offer in recalled:
            words = f"{int(offer.score * 100)} %   {offer.unit.target}"
            if offer.score < 1:
                words += f"\n≈ {offer.unit.source}"
                differ = [text[span.start : span.end] for span in offer.changed]
                if differ:
                    words += f"\n≠ {' … '.join(differ)}"
            if offer.numbers_differ:
                words += "\n" + self.tr("The numbers differ.")
            item = QListWidgetItem(words, rows)
            item.setData(_WORDS, offer.unit.target)
            item.setToolTip(self.tr("Press Enter to take it over."))
        heights = [rows.sizeHintForRow(row) for row in range(min(rows.count(), _ROWS))]
        rows.setFixedHeight(sum(heights) + 2 * rows.frameWidth() + 4)
        rows.itemActivated.connect(lambda item: self.words.setPlainText(item.data(_WORDS)))
        return rows

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
