"""Tabs: one page or search each; only the one in front is built."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from talkreader.domain.records import dataclass
from talkreader.ui.places import FirstPage, Place
from talkreader.ui.scope import Scope
from talkreader.ui.session.opening import Opened, Opening
from talkreader.ui.session.trail import Trail

if TYPE_CHECKING:
    from talkreader.domain.page import PageInfo

KEPT = 4
"""Pages of other tabs that stay read; the others are read from the library again."""
CLOSED = 20
"""Closed tabs that can be opened again."""
HISTORY = 50
"""Places before and after that a kept tab remembers."""


@dataclass(slots=True)
class Tab:
    """What a tab holds while another one is in front. ``title`` "" is for a page without one.

    ``fresh``: made for a file whose page is not known yet.
    """

    trail: Trail = field(default_factory=Trail)
    title: str = ""
    text: str = ""
    scope: Scope = Scope.PAGE
    used: int = 0
    fresh: bool = False


class Tabs(QObject):
    """The tabs in their order. ``changed``: titles, order, number or the one in front differ.

    ``leaving``: the last moment to write into `front` what it holds; ``arrived``: another tab is
    in front, its words can be shown.
    """

    changed = Signal()
    leaving = Signal()
    arrived = Signal()

    def __init__(self, pages: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._tabs = [Tab()]
        self._at = 0
        self._clock = 0
        self._closed: list[tuple[int, Tab]] = []
        pages.page_opened.connect(self._name)
        pages.page_closed.connect(self._unname)
        pages.pages_changed.connect(self._forget_pages)

    @property
    def at(self) -> int:
        """The number of the tab in front."""
        return self._at

    @property
    def front(self) -> Tab:
        """The tab in front."""
        return self._tabs[self._at]

    @property
    def can_reopen(self) -> bool:
        """True when a closed tab can be opened again."""
        return bool(self._closed)

    def search(self, text: str, scope: Scope) -> None:
        """Note what is searched for in the tab in front."""
        self.front.text, self.front.scope = text, scope
        self.changed.emit()

    def titles(self) -> list[tuple[str, str]]:
        """Return the title and the search of each tab."""
        return [(tab.title, tab.text) for tab in self._tabs]

    def count(self) -> int:
        """Return how many tabs there are; never 0."""
        return len(self._tabs)

    def new(self) -> None:
        """Open an empty tab behind the one in front, and go to it; an empty one is enough."""
        if not self._front_is_empty():
            self._insert(Tab(), self._at + 1)

    def _front_is_empty(self) -> bool:
        return self.front.trail.empty and self._pages.page is None and not self.front.text

    def new_for_file(self) -> None:
        """Open an empty tab for a file; when a tab shows its page already, that one is used."""
        self.new()
        self.front.fresh = True

    def drop_fresh(self) -> None:
        """Take away the tab in front that was made for a file, when nothing came of that.

        The tab before it is in front then. One that shows a page, or waits for one, stays.
        """
        empty = self._front_is_empty() and not self._pages.bound_for
        if not (self.front.fresh and empty) or len(self._tabs) == 1:
            return
        number = self._at
        self._leave()
        self._tabs.pop(number)
        self._arrive(max(number - 1, 0))

    def open_page(self, page: int, place: Place | None = None) -> None:
        """Show a page in a tab of its own, where it was last read; or in an empty one in front."""
        if self._front_is_empty():
            self._pages.open_page(page, place)
        else:
            # not by way of an empty tab, which would be seen until the page is read
            self._insert(Tab(Trail(place or Place(page))), self._at + 1)

    def select(self, number: int) -> None:
        """Go to a tab; numbers beyond the ends come round."""
        number %= len(self._tabs)
        if number != self._at:
            self._leave()
            self._arrive(number)

    def close(self, number: int) -> None:
        """Close a tab; the last one becomes empty."""
        if not 0 <= number < len(self._tabs):
            return
        if number == self._at:
            self._leave()
        tab = self._tabs.pop(number)
        if not tab.trail.empty or tab.text:
            tab.trail.page = None
            self._closed.append((number, tab))
            del self._closed[:-CLOSED]
        if not self._tabs:
            self._tabs.append(Tab())
            self._pages.close_page()  # and so the way back leads to it
            self.changed.emit()
            return
        if number == self._at:
            self._arrive(min(number, len(self._tabs) - 1))
            return
        if number < self._at:
            self._at -= 1
        self.changed.emit()

    def reopen(self) -> None:
        """Open the tab again that was closed last, where it stood."""
        if self._closed:
            number, tab = self._closed.pop()
            if self._front_is_empty():
                self._tabs[self._at] = tab
                self._arrive(self._at)
            else:
                self._insert(tab, min(number, len(self._tabs)))

    def move(self, old: int, new: int) -> None:
        """Put a tab in another place."""
        front = self.front
        self._tabs.insert(new, self._tabs.pop(old))
        self._at = self._tabs.index(front)
        self.changed.emit()

    # --- what is kept until the next time --------------------------------------------------

    def dump(self) -> str:
        """Return all tabs as text for a file."""
        self._keep_front()
        return json.dumps(
            {"version": 1, "at": self._at, "tabs": [_dump(tab) for tab in self._tabs]},
            ensure_ascii=False,
        )

    def load(self, text: str, known: Callable[[int], bool], first: FirstPage | None = None) -> bool:
        """Open the tabs of `dump`, without pages the library does not know (any more).

        ``first`` is the page in front when it was read already.
        Returns False, and leaves all as it is, when there is nothing to open or no sense in it.
        """
        try:
            found = json.loads(text)
            if found["version"] != 1:
                return False
            read = [_load(tab, known) for tab in found["tabs"]]
            at = int(found["at"])
        except (ValueError, KeyError, TypeError, AttributeError):
            return False
        kept = [tab for tab in read if not tab.trail.empty or tab.text]
        if not kept:
            return False
        front = read[at] if 0 <= at < len(read) else kept[0]
        self._tabs = kept
        if first is not None and front.trail.place.page == first.page.info.id:
            front.trail.page, front.trail.place = first.page, first.place
        number = next((n for n, tab in enumerate(kept) if tab is front), 0)
        self._arrive(number)
        return True

    # --- how -------------------------------------------------------------------------------

    def _insert(self, tab: Tab, number: int) -> None:
        self._leave()
        self._tabs.insert(number, tab)
        self._arrive(number)

    def _keep_front(self) -> None:
        self.leaving.emit()
        trail = self._pages.trail()
        if trail.empty and not self.front.trail.empty:
            return  # its page is still being read
        trail.view = self.front.trail.view if not trail.empty else ""
        self.front.trail = trail

    def _leave(self) -> None:
        self._keep_front()
        self._clock += 1
        self.front.used = self._clock
        full = sorted((t for t in self._tabs if t.trail.page is not None), key=lambda t: -t.used)
        for tab in full[KEPT:]:
            tab.trail.page = None

    def _arrive(self, number: int) -> None:
        self._at = number
        trail = self.front.trail
        self._pages.follow(trail)
        trail.page = None  # the page belongs to the reading now, which may learn more about it
        self.changed.emit()
        self.arrived.emit()

    def _name(self, opened: Opened) -> None:
        from talkreader.ui import words

        for tab in self._tabs:  # what was learnt about a page meanwhile holds in every tab
            if tab.trail.page is not None and tab.trail.page.info.id == opened.page.info.id:
                tab.trail.page = None
        front = self.front
        other = self._other_with(opened.page.info) if front.fresh else None
        if other is not None:
            # not from inside: others still hear of the page
            QTimer.singleShot(0, self, lambda: self._join(front, other))
        front.fresh = False
        front.title = words.title(opened.page.info)
        self.front.trail.place = Place(opened.page.info.id)
        self.changed.emit()

    def _other_with(self, page: PageInfo) -> Tab | None:
        """Return another tab that shows this copy of a page, or one that this copy takes over."""
        copies = [page.id, *(self._pages.copies_before(page) if page.current else ())]
        behind = [tab for tab in self._tabs if tab is not self.front]
        found = (tab for copy in copies for tab in behind if tab.trail.place.page == copy)
        return next(found, None)

    def _join(self, fresh: Tab, other: Tab) -> None:
        """Go to the tab that shows the page already, in place of one made for its file.

        When that showed an older copy it turns to this one, at its place; the way back leads there.
        """
        page, trail = self._pages.page, other.trail
        if page is None or self.front is not fresh or other not in self._tabs:
            return
        if self._other_with(page.info) is not other:
            return  # one or the other shows something else by now
        if trail.place.page != page.info.id:
            trail.past.append(trail.place)
            trail.future.clear()
            trail.place, trail.view = replace(trail.place, page=page.info.id), ""
        trail.page = page
        self._tabs.remove(fresh)
        self._arrive(self._tabs.index(other))

    def _forget_pages(self) -> None:
        """Read the pages of other tabs again when they are wanted: the library has changed."""
        for tab in self._tabs:
            tab.trail.page = None

    def _unname(self) -> None:
        self.front.title = ""
        self.front.trail.place = Place()
        self.changed.emit()


def _dump(tab: Tab) -> dict[str, Any]:
    trail = tab.trail
    return {
        "place": _place(trail.place),
        "past": [_place(place) for place in trail.past[-HISTORY:]],
        "future": [_place(place) for place in trail.future[-HISTORY:]],
        "view": trail.view,
        "title": tab.title,
        "text": tab.text,
        "scope": tab.scope.value,
    }


def _place(place: Place) -> list[Any]:
    return [place.page, place.comment, place.occurrence]


def _load(found: dict[str, Any], known: Callable[[int], bool]) -> Tab:
    def places(rows: list[list[Any]]) -> list[Place]:
        made = [Place(int(page), str(name), int(number)) for page, name, number in rows]
        return [place for place in made if known(place.page)]

    here = places([found["place"]])
    trail = Trail(
        here[0] if here else Place(),
        places(found["past"]),
        places(found["future"]),
        view=str(found["view"]) if here else "",
    )
    title = str(found["title"]) if here else ""
    return Tab(trail, title, str(found["text"]), Scope(found["scope"]))
