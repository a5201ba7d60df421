"""Joins what is new: marks of unread comments, the way to the next, what a new copy changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.domain.note import AnchorState
from talkreader.reading import Compared, ReadingPage
from talkreader.ui import words
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.models.note_rows import rows_of_page
from talkreader.ui.session import Session

COMMANDS = ("next_new", "previous_new", "toggle_read", "read_all")


class NewsJoint(QObject):
    """What shows and changes read and unread."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._told = ""
        self._about: ReadingPage | None = None
        seeing, actions = session.seeing, window.actions_
        window.reading.dwelling.dwelt.connect(seeing.see)
        seeing.changed.connect(self._show)
        seeing.compared.connect(self._tell)
        session.pages.page_opened.connect(self._show)
        session.pages.page_opened.connect(self._turn)
        window.reading.comment_picked.connect(self._announce)
        actions["next_new"].triggered.connect(lambda: self._step(1))
        actions["previous_new"].triggered.connect(lambda: self._step(-1))
        actions["toggle_read"].triggered.connect(self._toggle)
        actions["read_all"].triggered.connect(seeing.see_all)
        self._show()

    def _show(self, _opened: object = None) -> None:
        seeing, window = self._session.seeing, self._window
        window.reading.mark_new(seeing.fresh)
        window.status.show_unread(len(seeing.unread))
        window.sections.count_new(index for index in seeing.fresh if not seeing.is_read(index))
        for name in COMMANDS:
            window.actions_[name].setEnabled(seeing.page is not None)

    def _turn(self, _opened: object = None) -> None:
        """Take away what was said of another page; what somebody else said stays."""
        page, message = self._session.pages.page, self._window.message
        if self._about is not None and page is not self._about and message.text() == self._told:
            message.dismiss()
            self._about = None

    def _step(self, step: int) -> None:
        pane = self._window.reading
        found = self._session.seeing.next(pane.picked_comment(), step)
        if found is None:
            said = self.tr("No new comment further down.")
            self._say(said if step > 0 else self.tr("No new comment further up."))
            return
        pane.move_to(found)
        self._session.seeing.see([found])

    def _say(self, sentence: str) -> None:
        self._window.status.showMessage(sentence, 5000)
        self._window.reading.announce(sentence)

    def _announce(self, comment: int | None) -> None:
        """Say of a new comment that it is one: its mark is painted, not written."""
        seeing = self._session.seeing
        if comment in seeing.fresh and not seeing.is_read(comment or 0):
            self._window.reading.announce(self.tr("new comment"))

    def _toggle(self) -> None:
        at = self._window.reading.current_comment()
        seeing = self._session.seeing
        if at is None:
            return
        if seeing.is_read(at):
            seeing.forget(at)
            self._say(self.tr("Marked as not read"))
        else:
            seeing.see([at])
            self._say(self.tr("Marked as read"))

    def _tell(self, compared: Compared, first_time: bool) -> None:
        """Say what this copy changed, and begin at what is new in it."""
        seeing = self._session.seeing
        if not first_time and not seeing.fresh:
            return
        if seeing.page is not None and seeing.page.info.is_aside:
            return  # what it lacks is not gone
        changes = compared.changes
        counts = [
            self.tr("+%n new", "", len(changes.new)),
            self.tr("%n edited", "", len(changes.edited)),
            self.tr("%n gone", "", len(changes.gone)),
        ]
        sizes = (len(changes.new), len(changes.edited), len(changes.gone))
        said = words.listed(text for text, size in zip(counts, sizes, strict=True) if size)
        when = compared.older.info.imported.astimezone()
        day = f"{words.day(when)} {when:%H:%M}"
        sentence = self.tr("Since the copy imported {day}: {changes}.").format(
            day=day, changes=said
        )
        sentence += self._about_notes()
        self._told, self._about = sentence, seeing.page
        self._window.message.say(
            sentence,
            action=self.tr("Show the changes"),
            act=self._window.actions_["changes"].trigger,
        )
        self._window.reading.announce(sentence)
        if first_time and seeing.fresh:
            self._session.pages.jump(seeing.fresh[0])

    def _about_notes(self) -> str:
        """Return what became of the notes in this copy; "" when there are none."""
        rows = rows_of_page(self._session.notes.placed, self._session.seeing.page)
        if not rows:
            return ""
        states = [None if row.in_part else row.state for row in rows]
        said = (
            (AnchorState.EXACT, self.tr("{count} in place")),
            (AnchorState.MOVED, self.tr("{count} moved")),
            (AnchorState.GUESSED, self.tr("{count} guessed")),
            (None, self.tr("{count} lost in part")),
            (AnchorState.LOST, self.tr("{count} lost")),
        )
        told = [text.format(count=states.count(state)) for state, text in said if state in states]
        return " " + self.tr("Notes: {states}.").format(states=words.listed(told))
