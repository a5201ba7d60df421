"""Where in the archive the places of notes are: notes name comments, the archive numbers them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from talkreader.domain.note import Note, Target
from talkreader.domain.page import PageKey, shown_site
from talkreader.domain.thread import comment_name
from talkreader.store.files.connections import Connections
from talkreader.store.index.compiling import Sql
from talkreader.store.index.forms import form_of
from talkreader.store.index.zones import read_zones
from talkreader.store.notes.notes import row_to_note
from talkreader.store.search.corrected import NOTHING, Corrected, CorrectedRows
from talkreader.store.search.noted_sections import NotedSections, SectionPlace
from talkreader.store.search.tags import tagged
from talkreader.store.values.folding import fold_name
from talkreader.store.values.keys import pages_of
from talkreader.store.values.rows import COMMENT, key_of_row
from talkreader.store.values.timekeys import minute_of, moment_of

_AT_ONCE = 100
"""Notes that are read together: about what a list of hits shows."""
_IDS = "SELECT id FROM note WHERE {} ORDER BY modified DESC, id"
_ALL_NOTES = "SELECT id FROM note"
_TARGETS = "SELECT DISTINCT site, title, comment, occurrence FROM target WHERE note IN ({})"
_CURRENT = "SELECT id FROM page WHERE {} AND current ORDER BY id"
_NOTES = (
    "SELECT id, color, text, created, modified, targets, tags FROM note"
    " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY modified DESC, id"
)
_AUTHORS = "SELECT id FROM person WHERE folded_author = ? AND author = ?"
_SAID = (
    "SELECT page.site, page.title, facet.person, facet.page, item.idx, facet.id FROM words AS k"
    " JOIN facet ON facet.id = k.rowid JOIN item ON item.id = facet.item"
    " JOIN page ON page.id = facet.page"
    " WHERE k.words MATCH ? AND k.rowid BETWEEN ? AND ? AND item.minute = ? AND item.kind = ?"
    " AND page.current ORDER BY facet.id"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A note's target in the archive: page 0 when the page is not in it, index None when lost."""

    page: int = 0
    index: int | None = None
    item: int | None = None


class NotedPlaces:
    """Finds the rows of the archive that notes are about; for one search, then thrown away."""

    def __init__(
        self, archive: sqlite3.Connection, notes: Connections, corrected: Corrected | None = None
    ) -> None:
        self._archive = archive
        self._notes_file = notes
        self._corrections = corrected
        self._pages: dict[tuple[str, str], dict[tuple[str, int], Place]] = {}
        self._corrected: CorrectedRows | None = None
        self._sections = NotedSections(
            archive,
            lambda target: (place.page for place in self.elsewhere(target, known_site=True)),
        )

    def notes(self, condition: Sql) -> Iterator[Note]:
        """Yield the notes whose row fulfils a condition, the one written last first."""
        text, values = condition
        with self._notes_file.reading() as connection:
            # the order of the ids alone: sorting whole notes would carry all their words about
            ids = connection.execute(_IDS.format(text), values).fetchall()
            for place in range(0, len(ids), _AT_ONCE):
                some = json.dumps([key for (key,) in ids[place : place + _AT_ONCE]])
                yield from map(row_to_note, connection.execute(_NOTES, (some,)).fetchall())

    def names_on(self, page: int) -> list[str]:
        """Return the names of the comments of a page."""
        return sorted({name for name, _number in self._comments_of(page)} - {""})

    def title_of(self, page: int) -> tuple[str, str]:
        """Return the key of a page by its id; empty when there is none."""
        row = self._archive.execute(
            "SELECT site, title, tie FROM page WHERE id = ?", (page,)
        ).fetchone()
        if row is None:
            return ("", "")
        return key_of_row(*row)

    def items(self, tag: str | None) -> set[int]:
        """Return the rows that have a note (with this tag, as `tags` says what is meant by it)."""
        ids, values = (_ALL_NOTES, ()) if tag is None else tagged(tag)
        with self._notes_file.reading() as connection:
            targets = connection.execute(_TARGETS.format(ids), values).fetchall()
        places = (
            self.today(Target(site, title, comment=name, occurrence=number))
            for site, title, name, number in targets
        )
        return {place.item for place in places if place.item is not None}

    def corrected(self) -> CorrectedRows:
        """Return what the person's corrections say of rows; asked for once."""
        if self._corrected is None:
            known = self._corrections
            self._corrected = NOTHING if known is None else known.rows(self._archive)
        return self._corrected

    def place(self, target: Target) -> Place:
        """Return where a target is in the archive."""
        return self._place(target.site, target.title, target.comment, target.occurrence)

    def today(self, target: Target) -> Place:
        """Return where a target is, also when it stands on another page by now."""
        section = self.section_today(target)
        if section is not None and section.page:
            return Place(section.page)
        own = self.place(target)
        if own.index is not None:
            return own
        return next(iter(self.elsewhere(target)), own)

    def section_today(self, target: Target) -> SectionPlace | None:
        """Return where the section of a note on a whole section is (see `NotedSections.today`)."""
        return self._sections.today(target)

    def elsewhere(self, target: Target, *, known_site: bool = False) -> list[Place]:
        """Return the comments of the target's name on other pages of its site, those come first.

        A page of no known site may be of any: copies often do not say it. With ``known_site`` it is
        of none but that, and of a namesake. Only a whole name, author and minute, says which
        comment is meant.
        """
        author, _dash, signed = target.comment.removeprefix("c-").rpartition("-")
        try:
            minute = minute_of(datetime.strptime(signed, "%Y%m%d%H%M%S").replace(tzinfo=UTC))
        except ValueError:
            return []
        name = author.replace("_", " ")
        people = {row for (row,) in self._archive.execute(_AUTHORS, (fold_name(name), name))}
        if not people or minute is None:
            return []
        match = form_of(self._archive).from_plan(self._archive, name).match
        rows: list[tuple[str, str, int | None, int, int, int]] = []
        for zone in read_zones(self._archive):
            values = (match, *zone.of_minute(minute), minute, COMMENT)
            rows += self._archive.execute(_SAID, values)
        own = self._own_pages(target)
        may_be = _of_its_site if known_site else _of_no_other_site
        found = [
            Place(*place)
            for site, title, person, *place in rows
            if person in people and place[0] not in own and may_be(target, site, title)
        ]
        strange = {page for site, _title, _person, page, *_ in rows if site != target.site}
        return sorted(found, key=lambda place: place.page in strange)

    def _own_pages(self, target: Target) -> set[int]:
        """Return the pages that a target names, if the library has them."""
        where, values = pages_of(PageKey(target.site, target.title))
        return {page for (page,) in self._archive.execute(_CURRENT.format(where), values)}

    def _place(self, site: str, title: str, comment: str, occurrence: int) -> Place:
        key = (site, title)
        if key not in self._pages:
            self._pages[key] = self._comments(site, title)
        places = self._pages[key]
        return places.get((comment, occurrence)) or places.get(("", 0), Place())

    def _comments(self, site: str, title: str) -> dict[tuple[str, int], Place]:
        found: dict[tuple[str, int], Place] = {}
        for page in sorted(
            self._own_pages(Target(site, title))
        ):  # more than one for a note that names no page
            found = self._comments_of(page) | found
        return found

    def _comments_of(self, page: int) -> dict[tuple[str, int], Place]:
        places = {("", 0): Place(page)}
        seen: defaultdict[str, int] = defaultdict(int)
        rows = self._archive.execute(
            "SELECT facet.id, idx, minute, author FROM facet JOIN item ON item.id = facet.item"
            " LEFT JOIN person ON person.id = item.person"
            " WHERE facet.page = ? AND kind = ? ORDER BY idx",
            (page, COMMENT),
        )
        for item, index, minute, author in rows:
            name = comment_name(author, moment_of(minute))
            places[name, seen[name]] = Place(page, index, item)
            seen[name] += 1
        return places


def _of_no_other_site(target: Target, site: str, _title: str) -> bool:
    """Say whether a page may be of a target's site: no two sites are known that are not one."""
    return not (site and shown_site(target.site)) or site == target.site


def _of_its_site(target: Target, site: str, title: str) -> bool:
    """Say whether a page is another one of a target's site, or where none is known a namesake."""
    if shown_site(target.site):
        return site == target.site and title != target.title
    return bool(target.title and title) and not site
