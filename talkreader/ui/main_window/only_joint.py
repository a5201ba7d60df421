"""Joins the filter inside a page: only some of its comments, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from talkreader.domain.hit import HitKind
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.filter_commands import FILTER_COMMANDS
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.models.people import Person
from talkreader.ui.session import Session


class OnlyJoint(QObject):
    """Narrows the page to what is asked for, says so, and lets go again.

    The hits are those of the search as it is now, and those that only agree are hidden on the next
    page too; the other filters end with the page.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._actions = {row.id: window.actions_[row.id] for row in FILTER_COMMANDS}
        self._on = ""
        self._page = 0
        self._people: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._narrowed = False
        for name, action in self._actions.items():
            action.toggled.connect(partial(self._toggle, name))
        window.people.only_wanted.connect(self._show_people)
        session.search.found.connect(self._follow_search)
        session.search.more_found.connect(self._follow_search)
        session.pages.page_opened.connect(self._follow_page)
        session.pages.page_closed.connect(self._follow_page)
        window.reading.fold_changed.connect(self._notice)
        self._enable()

    def _toggle(self, name: str, on: bool) -> None:
        if on:
            before, self._on = self._on, name
            if before:
                self._actions[before].setChecked(False)
            self._begin()
        elif name == self._on:
            self._on, self._narrowed = "", False
            self._window.reading.show_only(None)
            self._window.status.show_hidden(0)
            self._window.message.dismiss()

    def _begin(self) -> None:
        """Narrow the page; where nothing would be left, or nothing is to hide, say that."""
        page = self._session.pages.page
        at = self._window.reading.current_comment()
        author = None if page is None or at is None else page.comments[at].author
        self._people = self._chosen or ((author,) if author else ())
        self._chosen = ()
        self._page = 0 if page is None else page.info.id
        if not self._apply():
            nothing = {
                "only_hits": self.tr("The search found no comment of this page."),
                "only_person": self.tr("Go to a comment of somebody first."),
                "only_noted": self.tr("There is no note on a comment of this page."),
                "only_new": self.tr("Nothing is new in this copy of the page."),
                "no_assent": self.tr("No comment of this page only agrees or thanks."),
            }[self._on]
            self._end()
            self._window.status.showMessage(nothing, 5000)

    def _show_people(self, people: Sequence[Person]) -> None:
        """Show only what these said, who were chosen in the list of people."""
        action = self._actions["only_person"]
        action.setChecked(False)
        self._chosen = tuple(person.name for person in people)
        action.setChecked(True)

    def _end(self) -> None:
        if self._on:
            self._actions[self._on].setChecked(False)

    def _apply(self) -> bool:
        """Show what the filter asks for; False when it asks for nothing here."""
        self._narrowed = False
        page = self._session.pages.page
        wanted = [] if page is None else self._wanted(page)
        if page is None or not wanted:
            return False
        if self._on == "no_assent" and len(wanted) == len(page.comments):
            return False
        pane = self._window.reading
        pane.show_only(wanted)
        self._narrowed = True
        shown, total = pane.shown_only() or 0, len(page.comments)
        self._window.status.show_hidden(total - shown)
        said = self._said(len(wanted), total - shown)
        said = said.replace("{shown}", str(shown)).replace("{total}", str(total))
        self._window.status.clearMessage()  # it may say that another filter found nothing
        self._window.message.say(said, action=self.tr("Show all"), act=self._end)
        pane.announce(said)
        return True

    def _wanted(self, page: ReadingPage) -> list[int]:
        """Return the comments that the filter asks for."""
        if self._on == "only_hits":
            return self._hits(page)
        if self._on == "only_person":
            return [one.index for one in page.comments if one.author in self._people]
        noted = {placed.comment for placed in self._session.notes.placed}
        if self._on == "only_noted":
            return [one.index for one in page.comments if one.index in noted]
        if self._on == "only_new":
            return list(self._session.seeing.fresh)
        from talkreader.domain.assent import assents

        quiet = assents(page.comments) - noted  # what was worth a note is no noise
        return [one.index for one in page.comments if one.index not in quiet]

    def _hits(self, page: ReadingPage) -> list[int]:
        """Return the comments of the page that the search found, also by their notes."""
        kinds = HitKind.of_comments()
        found = {
            self._session.correcting.place_of(hit)[0]
            for hit in self._session.search.state.hits
            if hit.page == page.info.id and hit.kind in kinds and hit.index is not None
        }
        return sorted(index for index in found if index < len(page.comments))

    def _said(self, wanted: int, hidden: int) -> str:
        if self._on == "only_hits":
            return self.tr(
                "Only the %n comment(s) with hits are shown, and what they answer:"
                " {shown} of {total}.",
                "",
                wanted,
            )
        if self._on == "only_person":
            said = self.tr(
                "Only the %n comment(s) by {name} are shown, and what they answer:"
                " {shown} of {total}.",
                "",
                wanted,
            )
            return said.replace("{name}", words.listed(self._people))
        if self._on == "only_noted":
            return self.tr(
                "Only the %n comment(s) with notes are shown, and what they answer:"
                " {shown} of {total}.",
                "",
                wanted,
            )
        if self._on == "only_new":
            return self.tr(
                "Only the %n new comment(s) are shown, and what they answer: {shown} of {total}.",
                "",
                wanted,
            )
        return self.tr("%n comment(s) that only agree or thank are hidden.", "", hidden)

    def _enable(self) -> None:
        """Without a page there is nothing to narrow; without hits, nothing to narrow to."""
        page = self._session.pages.page
        for name, action in self._actions.items():
            action.setEnabled(page is not None and (name != "only_hits" or bool(self._hits(page))))

    def _follow_search(self, _found: object) -> None:
        """Keep to the search as it is now."""
        self._enable()
        if self._on == "only_hits" and not self._apply():
            self._end()

    def _follow_page(self, _opened: object = None) -> None:
        """Keep to the filter, on the page that it was asked for or where it holds for all."""
        self._enable()
        page = self._session.pages.page
        if not self._on:
            return
        same = page is not None and page.info.id == self._page
        if page is None or not (same or self._on in ("only_hits", "no_assent")):
            self._end()
            return
        self._page = page.info.id
        if not self._apply():
            self._window.status.show_hidden(0)
            if self._on != "no_assent":  # the next page may have some again
                self._end()

    def _notice(self, _comment: object) -> None:
        """Say so when a jump to a hidden comment has shown everything again."""
        if self._narrowed and self._window.reading.shown_only() is None:
            self._narrowed = False
            self._end()
