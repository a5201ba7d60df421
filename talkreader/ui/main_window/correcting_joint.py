"""Joins correcting: by menu, by key and by dragging a comment onto what it answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from talkreader.ui import words
from talkreader.ui.commands import plain_text_of
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session

_OF_THE_COMMENT = ("correct_author", "correct_parent", "split", "join", "uncorrect")


class CorrectingJoint(QObject):
    """What lets a person say better than the copy does who answers whom."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._orders: dict[str, Callable[[int], object]] = {
            "correct_author": self._ask_author,
            "correct_parent": self._ask_parent,
            "split": self._ask_split,
            "join": self._join,
            "uncorrect": self._take_back,
        }
        for name, order in self._orders.items():
            window.actions_[name].triggered.connect(lambda _on=False, order=order: self._do(order))
        window.reading.menu_requested.connect(self._fill_menu)
        window.reading.comment_dropped.connect(self._drop)
        session.pages.page_opened.connect(self._enable)
        session.pages.page_closed.connect(self._enable)
        self._enable()

    def _enable(self, _opened: object = None) -> None:
        able = self._session.pages.page is not None and self._session.library.writable
        for name in _OF_THE_COMMENT:
            self._window.actions_[name].setEnabled(able)

    def _do(self, order: Callable[[int], object]) -> None:
        at = self._window.reading.current_comment()
        if at is not None:
            order(at)

    def _fill_menu(self, menu: QMenu, comment: int | None) -> None:
        if comment is None or not self._session.library.writable:
            return
        correcting = self._session.correcting
        inner = menu.addMenu(self.tr("Correct"))
        can = correcting.can_correct(comment)
        allowed = {
            "correct_parent": correcting.can_reparent(comment),
            "split": can and self._place_to_split(comment) > 0,
            "join": correcting.can_merge(comment),
            "uncorrect": correcting.has_corrections(comment),
        }
        for name in _OF_THE_COMMENT:
            order = self._orders[name]
            action = inner.addAction(plain_text_of(name))
            action.triggered.connect(lambda _on=False, order=order: order(comment))
            action.setEnabled(allowed.get(name, can))

    def _ask_author(self, comment: int) -> None:
        page, correcting = self._session.pages.page, self._session.correcting
        if page is None or not self._can(comment):
            return
        from talkreader.ui.dialogs.correcting import AuthorDialog

        raw = page.comments[comment].signatures[0].raw
        question = self.tr("The signature says: {raw}").replace("{raw}", raw)
        if not raw:
            question = self.tr("These words were split off, and have no signature. Who wrote them?")
        dialog = AuthorDialog(page, page.comments[comment].author, question, self._window)
        dialog.chosen.connect(lambda name: correcting.set_author(comment, name))
        dialog.open()

    def _ask_parent(self, comment: int) -> None:
        page, correcting = self._session.pages.page, self._session.correcting
        if page is None or not self._can(comment):
            return
        if not correcting.can_reparent(comment):
            self._say(self.tr("It is the first comment of its section: it can answer no other."))
            return
        from talkreader.ui.dialogs.correcting import ParentDialog

        said = page.comments[comment]
        heading = words.heading(page.sections[said.section].heading)
        dialog = ParentDialog(said, correcting.parents(comment), heading, self._window)
        dialog.chosen.connect(lambda parent: correcting.set_parent(comment, parent))
        dialog.open()

    def _ask_split(self, comment: int) -> None:
        page, at = self._session.pages.page, self._place_to_split(comment)
        if page is None or not self._can(comment):
            return
        if at <= 0:
            self._say(self.tr("Put the cursor where the second person's words begin, then split."))
            return
        from talkreader.ui.dialogs.correcting import AuthorDialog

        before = page.comments[comment].body.text[:at].strip()
        question = self.tr("Who wrote the words before the cursor? “{words}”")
        short = before if len(before) < 80 else f"{before[:40]} … {before[-40:]}"
        dialog = AuthorDialog(page, None, question.format(words=short), self._window)
        dialog.chosen.connect(lambda name: self._session.correcting.split(comment, at, name))
        dialog.open()

    def _place_to_split(self, comment: int) -> int:
        """Return the code point of the body before which a comment would be split; -1 for none."""
        page, caret = self._session.pages.page, self._window.reading.caret()
        if page is None or caret is None or caret[0] != comment:
            return -1
        text = page.comments[comment].body.text
        return caret[1] if text[: caret[1]].strip() and text[caret[1] :].strip() else -1

    def _join(self, comment: int) -> None:
        if not self._session.correcting.merge(comment):
            self._say(self.tr("There is no comment before it in this section to join it to."))

    def _take_back(self, comment: int) -> None:
        if self._session.correcting.has_corrections(comment):
            self._session.correcting.take_back(comment)
        else:
            self._say(self.tr("Nothing of this comment was corrected."))

    def _drop(self, comment: int, target: int | None) -> None:
        if not self._can(comment):
            return
        if not self._session.correcting.set_parent(comment, target):
            self._say(self.tr("A comment can answer only an earlier one in its own section."))

    def _can(self, comment: int) -> bool:
        able = self._session.correcting.can_correct(comment)
        if not able:
            self._say(
                self.tr("The copy does not say where this comment stands; it cannot be corrected.")
            )
        return able

    def _say(self, sentence: str) -> None:
        self._window.status.showMessage(sentence, 6000)
        self._window.reading.announce(sentence)
