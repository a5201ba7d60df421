"""What to do about a note whose place is a guess, on another page now, or lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from talkreader.domain.note import AnchorState


class MendBar(QWidget):
    """A question about the chosen note, and its answers; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: AnchorState | None = None
        self._page = ""
        self._in_part = False
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.accept, self.attach, self.old_copy = QPushButton(), QPushButton(), QPushButton()
        self.go, self.seek = QPushButton(), QPushButton()
        buttons = QHBoxLayout()
        buttons.setSpacing(5)
        for button in (self.accept, self.go, self.old_copy, self.seek, self.attach):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.question)
        layout.addLayout(buttons)
        self._retranslate()

    def show_for(self, state: AnchorState | None, page: str = "", *, in_part: bool = False) -> None:
        """Ask about a note that was found so, on the other page of this title; None: about none.

        ``in_part``: only some of its words were found.
        """
        self._state, self._page, self._in_part = state, page, in_part
        gone = state is AnchorState.LOST or in_part
        self.accept.setVisible(state is AnchorState.GUESSED and not page)
        self.go.setVisible(bool(page))
        self.old_copy.setVisible(gone and not page)
        self.seek.setVisible(state is AnchorState.LOST)
        self.attach.setVisible(not page)
        self._retranslate()
        self.setVisible(bool(page) or gone or state is AnchorState.GUESSED)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._page:
            moved = self.tr("These words stand on another page now: {page}.")
            self.question.setText(moved.format(page=self._page))
        elif self._state is AnchorState.LOST:
            self.question.setText(
                self.tr("These words are no longer where the note was. Select others to attach it.")
            )
        elif self._in_part and self._state is not AnchorState.GUESSED:
            self.question.setText(
                self.tr("Some of its words are gone. Select others to attach it to those alone.")
            )
        else:
            self.question.setText(self.tr("The words were changed. Is this still their place?"))
        self.go.setText(self.tr("Go there"))
        self.go.setToolTip(self.tr("Open the page where the words stand now"))
        self.accept.setText(self.tr("Yes"))
        self.accept.setToolTip(self.tr("Keep the note where it is now"))
        self.attach.setText(self.tr("Re-attach"))
        self.attach.setToolTip(self.tr("Attach the note to the words selected in the page"))
        self.seek.setText(self.tr("Find words"))
        self.seek.setToolTip(
            self.tr("Select the same words in this page, if somebody else's comment has them now")
        )
        self.old_copy.setText(self.tr("Old copy"))
        self.old_copy.setToolTip(self.tr("Open the copy of the page in which the words stand"))
