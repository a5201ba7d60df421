"""The source of a comment: the wikitext, HTML or plain text it was read from, beside the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from talkreader.reading import ReadingPage, source_of
from talkreader.ui import words
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.document.header import badges, time_hint


class SourceDialog(QDialog):
    """Stays open beside the page and follows the comment being read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_at(self, 640, 420)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = column_of(self)
        for widget in (self.about, self.text, buttons):
            layout.addWidget(widget)
        self._shown: tuple[ReadingPage, int] | None = None
        self._retranslate()

    def show_comment(self, page: ReadingPage, comment: int | None) -> None:
        """Show the source of another comment; None: of the whole page."""
        if comment is None:
            self.about.setText(words.title(page.info))
            self.text.setPlainText(page.source)
            return
        said = page.comments[comment]
        name = f"{words.author(said.author)} · {words.moment(said.timestamp)}"
        known = [words.with_colon(badge.word, badge.hint) for badge in badges(said)]
        lines = [name, *time_hint(said).split("\n"), *known, words.copy_of(page.info)]
        self.about.setText("\n".join(lines))
        self.text.setPlainText(source_of(page, comment))

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Source of the comment"))
        self.copy.setText(self.tr("Copy"))
        self.text.setAccessibleName(self.windowTitle())
