"""The pages of a library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.paths import path_text
from talkreader.domain.thread import ParsedPage
from talkreader.store.files.connections import Connections
from talkreader.store.pages.bulk import BulkWriter
from talkreader.store.pages.contents import PageContents, read_contents
from talkreader.store.pages.listing import PageList, list_pages
from talkreader.store.values.folding import fold_name
from talkreader.store.values.keys import TITLED, pages_of
from talkreader.store.values.rows import row_to_info

if TYPE_CHECKING:
    from pathlib import Path

_COPIES = "SELECT * FROM page_info WHERE {} ORDER BY version"
_DESCRIBED = (
    "SELECT page_info.* FROM file JOIN json_each(file.pages) ON file.path = ?"
    " JOIN page_info ON page_info.id = value WHERE title != '' AND current"
    " AND json_extract(origin, '$[1]') = ? LIMIT 1"
)
_NAMESAKES = (
    "SELECT page_info.* FROM page JOIN page_info USING (id)"
    " WHERE page.folded = ? AND page.current AND page.title = ? AND page.site {} ''"
    " ORDER BY page.imported DESC, page.id DESC LIMIT 20"
)


class Pages:
    """Saves pages, and answers what is stored."""

    def __init__(self, archive: Connections) -> None:
        self._archive = archive

    def save(self, parsed: ParsedPage, *, detail: bool = True) -> PageInfo:
        """Return the page as it is stored, all of it or nothing.

        A page of the same site and title with the same text is left alone and returned, and made
        current again when it is an older version; one with another text makes that older. A page
        without a title, or with that of another page whose wiki is not known either, is the same
        page again when it has a comment that it had before (`ties`). Without ``detail`` blocks and
        marks are not kept: they are worked out from the source when shown.
        """
        from talkreader.store.pages.cutting import cut
        from talkreader.store.pages.writer import PageWriter

        with self._archive.writing() as connection:
            writer = PageWriter(connection)
            saved = writer.save(cut(parsed, detail=detail))
            writer.flush()
        return saved.info

    def describe(self, page_id: int, parsed: ParsedPage) -> PageInfo:
        """Make a stored page another one, by site and title, with the same text understood anew.

        Returns it; or the page that has that name and text already, then this one is gone.
        """
        from talkreader.store.pages.cutting import cut
        from talkreader.store.pages.writer import PageWriter

        with self._archive.writing() as connection:
            writer = PageWriter(connection)
            described = writer.describe(page_id, cut(parsed, detail=True))
            writer.flush()
        return described

    def reread(self, page_id: int, parsed: ParsedPage, *, detail: bool = True) -> PageInfo:
        """Return a stored page with its own text understood anew, which stays the copy it was.

        ``detail`` as in `save`. Raises KeyError: there is no page of this id.
        """
        from talkreader.store.pages.cutting import cut
        from talkreader.store.pages.writer import PageWriter

        with self._archive.writing() as connection:
            self.get(page_id)
            writer = PageWriter(connection)
            found = writer.reread(page_id, cut(parsed, detail=detail))
            writer.flush()
        return found

    @contextmanager
    def bulk(self, over: Callable[[], bool] = lambda: False) -> Iterator[BulkWriter]:
        """Lend a writer for many pages; what it saved stays when the block is left by an error.

        Once it is ``over``, nothing more is done for the quickness of later searches.
        """
        writer = BulkWriter(self._archive)
        try:
            yield writer
        finally:
            writer.finish()
        writer.settle(over)

    def get(self, page_id: int) -> PageInfo:
        """Return a stored page. Raises KeyError when there is none of this id."""
        found = self._infos("SELECT * FROM page_info WHERE id = ?", page_id)
        if not found:
            raise KeyError(page_id)
        return found[0]

    def all(self, *, current_only: bool = True) -> list[PageInfo]:
        """Return all pages by site and title, versions in their order."""
        return self._infos(
            "SELECT * FROM page_info WHERE current >= ? ORDER BY site, title, version",
            int(current_only),
        )

    def listed(self, order: str) -> PageList:
        """Return the current pages as `list_pages` does, by a value of its ``order``."""
        with self._archive.reading() as connection:
            return list_pages(connection, order)

    def some(self, page_ids: Sequence[int]) -> list[PageInfo]:
        """Return these pages, in this order; those that are not there any more are left out."""
        found = {
            info.id: info
            for info in self._infos(
                "SELECT * FROM page_info WHERE id IN (SELECT value FROM json_each(?))",
                json.dumps(list(page_ids)),
            )
        }
        return [found[number] for number in page_ids if number in found]

    def versions(self, key: PageKey) -> list[PageInfo]:
        """Return the versions of a page, oldest import first."""
        where, values = pages_of(key)
        return self._infos(_COPIES.format(where), *values)

    def _infos(self, select: str, *values: object) -> list[PageInfo]:
        with self._archive.reading() as connection:
            return [row_to_info(row) for row in connection.execute(select, values)]

    def contents(self, page_id: int) -> PageContents:
        """Return all that a page says. Raises KeyError when there is none of this id."""
        info = self.get(page_id)
        with self._archive.reading() as connection:
            return read_contents(connection, info)

    def forget(self, page_id: int) -> None:
        """Remove one version of a page; notes about it stay. The version before is current then."""
        from talkreader.store.pages.writer import PageWriter

        info = self.get(page_id)
        with self._archive.writing() as connection:
            writer = PageWriter(connection)
            writer.forget_index(page_id)
            writer.flush()
            connection.execute("DELETE FROM item WHERE page = ?", (page_id,))
            connection.execute("DELETE FROM section WHERE page = ?", (page_id,))
            tie = connection.execute("SELECT tie FROM page WHERE id = ?", (page_id,)).fetchone()[0]
            connection.execute("DELETE FROM page WHERE id = ?", (page_id,))
            connection.execute(
                "DELETE FROM file WHERE EXISTS"
                " (SELECT 1 FROM json_each(file.pages) WHERE value = ?)",
                (page_id,),
            )
            if info.current:
                PageWriter(connection).revive(PageKey(info.site, info.title), tie)

    def find_text(self, site: str, title: str, sha256: str) -> tuple[int | None, bool]:
        """Return the page that has this very text (None: none), and whether it has any version."""
        with self._archive.reading() as connection:
            rows = connection.execute(
                f"SELECT id, sha256 FROM page WHERE site = ? AND {TITLED}"  # noqa: S608
                if title
                else "SELECT id, sha256 FROM page WHERE title = '' AND site = ? AND sha256 = ?",
                (site, title or sha256),
            ).fetchall()
        return next((row[0] for row in rows if row[1] == sha256), None), bool(rows)

    def has_copy(self, parsed: ParsedPage) -> bool:
        """Return whether this would be stored as a version of a page that is there."""
        from talkreader.store.pages.cutting import cut
        from talkreader.store.pages.ties import tie_of
        from talkreader.store.pages.wikis import Wikis

        page = cut(parsed, detail=False)
        with self._archive.reading() as connection:
            page = replace(page, site=Wikis(connection).site_of(page))
            found = connection.execute(
                f"SELECT 1 FROM page WHERE site = ? AND {TITLED} AND tie = ?",  # noqa: S608
                (page.site, page.title, tie_of(connection, page)),
            ).fetchone()
        return found is not None

    def find_file(self, path: str, size: int, mtime_ns: int) -> list[int]:
        """Return the pages that this very file gave; [] when it is unknown or has changed."""
        with self._archive.reading() as connection:
            row = connection.execute(
                "SELECT pages FROM file WHERE path = ? AND size = ? AND mtime_ns = ?",
                (path, size, mtime_ns),
            ).fetchone()
        return [] if row is None else list(json.loads(row[0]))

    def knows_file(self, path: str, size: int, mtime_ns: int) -> bool:
        """Return whether this very file was looked into before, whatever came of it."""
        statement = "SELECT 1 FROM file WHERE path = ? AND size = ? AND mtime_ns = ?"
        with self._archive.reading() as connection:
            row = connection.execute(statement, (path, size, mtime_ns)).fetchone()
        return row is not None

    def of_file(self, path: Path) -> list[int]:
        """Return the pages that a file gave, as it stands there now; [] when that is not known."""
        try:
            facts = path.stat()
            return self.find_file(path_text(path.resolve()), facts.st_size, facts.st_mtime_ns)
        except (OSError, ValueError):
            return []

    def came_from(self, paths: Sequence[str]) -> PageInfo | None:
        """Return a current page that came in a file of one of these paths; None for none."""
        found = self._infos(
            "SELECT * FROM page_info WHERE current AND json_extract(origin, '$[0]') IN"
            " (SELECT value FROM json_each(?)) ORDER BY site, title LIMIT 1",
            json.dumps(list(paths)),
        )
        return next(iter(found), None)

    def titled_of(self, path: str, member: str) -> PageInfo | None:
        """Return the page with a title that a file gave when it was read last; None for none."""
        return next(iter(self._infos(_DESCRIBED, path, member)), None)

    def signed_on(self, page_id: int) -> set[tuple[str, int]]:
        """Return who signed in which minute on a page, as `CutPage.signed` has it."""
        from talkreader.store.pages.ties import signed_on

        with self._archive.reading() as connection:
            return set(signed_on(connection, page_id))

    def namesake(self, info: PageInfo) -> PageInfo | None:
        """Return a current page that is this one by its title and comments, where one has no site.

        Half of what the shorter of the two has in signed comments stands on both; None for none.
        """
        if not info.title:
            return None
        own = self.signed_on(info.id)
        where = "=" if info.site else "!="
        for other in self._infos(_NAMESAKES.format(where), fold_name(info.title), info.title):
            both = own, self.signed_on(other.id)
            if own and 2 * len(both[0] & both[1]) >= min(map(len, both)) > 0:
                return other
        return None

    def remember_file(self, path: str, size: int, mtime_ns: int, page_ids: Sequence[int]) -> None:
        """Note which pages a file gave, so that opening it again needs no reading."""
        with self._archive.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)",
                (path, size, mtime_ns, json.dumps(list(page_ids))),
            )
