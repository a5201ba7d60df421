"""A term of the person's own: in English and in Chinese, with a remark."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from talkreader.domain.glossary import Term
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at

_LATIN = re.compile(r"[A-Za-z]")


class TermDialog(QDialog):
    """``written`` carries the `Term`, when it is in both languages."""

    written = Signal(object)

    def __init__(self, word: str, known: Term | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        latin = bool(_LATIN.search(word))
        self.english = QLineEdit(known.english if known else word if latin else "")
        self.simplified = QLineEdit(known.simplified if known else "" if latin else word)
        self.traditional = QLineEdit(known.traditional if known else "")
        self.note = QLineEdit(known.note if known else "")
        form = QFormLayout()
        self._labels = [QLabel() for _ in range(4)]
        fields = (self.english, self.simplified, self.traditional, self.note)
        for label, field in zip(self._labels, fields, strict=True):
            form.addRow(label, field)
            label.setBuddy(field)
        self.buttons = button_box(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._write)
        self.buttons.rejected.connect(self.reject)
        layout = column_of(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        for field in (self.english, self.simplified, self.traditional):
            field.textChanged.connect(self._check)
        self._retranslate()
        self._check()
        open_at(self, 420, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("A term of your glossary"))
        said = (
            self.tr("&English"),
            self.tr("&Simplified Chinese"),
            self.tr("&Traditional Chinese"),
            self.tr("&Remark"),
        )
        for label, text in zip(self._labels, said, strict=True):
            label.setText(text)

    def term(self) -> Term | None:
        """Return what stands in the fields; None while a language is missing."""
        english, simplified, traditional, note = (
            field.text().strip()
            for field in (self.english, self.simplified, self.traditional, self.note)
        )
        if not english or not (simplified or traditional):
            return None
        return Term(english, simplified, traditional, note, own=True)

    def _check(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self.term() is not None)

    def _write(self) -> None:
        term = self.term()
        if term is not None:
            self.written.emit(term)
            self.accept()
