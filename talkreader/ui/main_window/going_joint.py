"""Joins going anywhere: sections, people, pages, days, and every command by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.ui import words
from talkreader.ui.actions import native
from talkreader.ui.commands import plain_text
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Scope, Session

if TYPE_CHECKING:
    from datetime import date

    from talkreader.domain.thread import Section
    from talkreader.reading import ReadingPage
    from talkreader.ui.dialogs.chooser import Chooser
    from talkreader.ui.models.choices import Choice, Lot


class GoingJoint(QObject):
    """Makes the lists that one chooses from by typing."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        window.actions_["go_to"].triggered.connect(self.go)
        window.actions_["palette"].triggered.connect(self.command)

    def go(self) -> Chooser:
        """Open the list of all that one can go to."""
        from talkreader.ui.dialogs.chooser import Chooser

        title = self.tr("Go to a section, a person, a page or a date")
        choices = [*self._sections(), *self._people()]
        chooser = Chooser(title, choices, self._window, self._more, lot=self._pages())
        chooser.show()
        return chooser

    def command(self) -> Chooser:
        """Open the list of all commands."""
        from talkreader.ui.dialogs.chooser import Chooser
        from talkreader.ui.models.choices import Choice

        choices = [
            Choice(
                plain_text(command.menu),
                plain_text(command.text).removesuffix("…"),
                action.trigger,
                native(action),
                enabled=action.isEnabled(),
                also=_english(command.text),
            )
            for command, action in self._window.actions_
            if command.id != "palette"
        ]
        chooser = Chooser(self.tr("Type the name of a command"), choices, self._window)
        chooser.show()
        return chooser

    def _sections(self) -> list[Choice]:
        from collections import Counter

        from talkreader.ui.models.choices import Choice

        page = self._session.pages.page
        kind = self.tr("Section")
        if page is None:
            return []
        headings = Counter(section.heading for section in page.sections)
        days = _first_days(page)
        return [
            Choice(
                kind,
                words.heading(section.heading),
                partial(self._to_section, section.index),
                _which(page, section, days) if headings[section.heading] > 1 else "",
            )
            for section in page.sections
            if section.heading is not None
        ]

    def _people(self) -> list[Choice]:
        from collections import Counter

        from talkreader.ui.models.choices import Choice

        page = self._session.pages.page
        comments = page.comments if page is not None else ()
        said = Counter(comment.author for comment in comments if comment.author)
        return [
            Choice(
                self.tr("Person"),
                name,
                partial(self._to_person, name, Scope.PAGE),
                words.comments(count),
            )
            for name, count in said.most_common()
        ]

    def _pages(self) -> Lot:
        """Return the pages of the library: a whole wiki's are some hundred thousand."""
        from talkreader.ui.models.choices import Choice, Lot

        pages, tabs, listed = self._session.pages, self._session.tabs, self._window.library.listed
        stored, kind = self._session.library.pages, self.tr("Page")

        def make(places: Sequence[int]) -> dict[int, Choice]:
            place_of = {listed.ids[place]: place for place in places}
            return {
                place_of[info.id]: Choice(
                    kind,
                    words.title(info),
                    partial(pages.open_page, info.id),
                    info.site,
                    partial(tabs.open_page, info.id),
                )
                for info in stored.some(list(place_of))
            }

        return Lot(listed.names, make)

    def _more(self, typed: str) -> tuple[Sequence[Choice], Sequence[Choice]]:
        """Return what a date leads to, and the people of other pages who are called so."""
        days = self._day(typed)
        return days, ([] if days else self._others(typed))

    def _day(self, typed: str) -> list[Choice]:
        from talkreader.domain.grammar import first_moment
        from talkreader.ui.models.choices import Choice

        try:
            moment = first_moment(typed)
        except ValueError:
            return []
        page = self._session.pages.page
        made = []
        later = [
            comment
            for comment in (page.comments if page is not None else ())
            if comment.timestamp is not None and comment.timestamp >= moment
        ]
        if later:
            first = min(later, key=lambda comment: (comment.timestamp, comment.index))
            made.append(
                Choice(
                    self.tr("Date"),
                    self.tr("First comment from {day} on").format(day=typed),
                    lambda: self._session.pages.jump(first.index),
                    words.moment(first.timestamp),
                )
            )
        made.append(
            Choice(
                self.tr("Date"),
                self.tr("All pages from {day} on").format(day=typed),
                lambda: self._search(f"after:{typed}", Scope.LIBRARY),
                self.tr("Search"),
            )
        )
        return made

    def _others(self, typed: str) -> list[Choice]:
        """Return the people of the whole library that are called so."""
        from talkreader.ui.models.choices import Choice

        page = self._session.pages.page
        here = {comment.author for comment in page.comments} if page is not None else set()
        return [
            Choice(
                self.tr("Person"),
                name,
                partial(self._to_person, name, Scope.LIBRARY),
                self.tr("in the library"),
            )
            for name in self._session.library.suggest("from", typed)[:5]
            if name not in here
        ]

    def _to_section(self, section: int) -> None:
        page = self._session.pages.page
        if page is None:
            return
        first = next((c.index for c in page.comments if c.section == section), None)
        if first is not None:
            self._session.pages.jump(first)  # so that the way back leads here
        self._window.reading.scroll_to_section(section)
        self._window.reading.setFocus()

    def _to_person(self, name: str, scope: Scope) -> None:
        self._search(f'from:"{name}"' if '"' not in name else name, scope)

    def _search(self, text: str, scope: Scope) -> None:
        self._window.search.set_scope(scope)
        self._window.search.field.setText(text)


def _first_days(page: ReadingPage) -> dict[int, date]:
    """Return the day of the first comment in each section that has one with a time."""
    days: dict[int, date] = {}
    for comment in page.comments:
        if comment.timestamp is not None:
            days.setdefault(comment.section, comment.timestamp.date())
    return days


def _which(page: ReadingPage, section: Section, days: Mapping[int, date]) -> str:
    """Return what tells a section from others of its name: the heading above it, and its day."""
    above = None if section.parent is None else page.sections[section.parent].heading
    day = days.get(section.index)
    return " · ".join(filter(None, (above, "" if day is None else day.isoformat())))


def _english(text: str) -> str:
    """Return the English name of a command, "" where it has no other: it needs no input method."""
    name = text.replace("&", "").removesuffix("…")
    return "" if name == plain_text(text).removesuffix("…") else name
