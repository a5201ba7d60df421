"""The pages of a library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from talkreader.domain.page import CommentChange, PageInfo, PageKey
from talkreader.domain.paths import path_text
from talkreader.domain.thread import ParsedPage
from talkreader.store.files.connections import Connections
from talkreader.store.pages.contents import PageContents, read_contents
from talkreader.store.values.folding import fold_name
from talkreader.store.values.keys import TITLED, pages_of
from talkreader.store.values.rows import row_to_info

if TYPE_CHECKING:
    from pathlib import Path

    from talkreader.store.index.people import Names, Person
    from talkreader.store.index.placing import Placing
    from talkreader.store.pages.cutting import Copied, CutPage
    from talkreader.store.pages.saved import Saved
    from talkreader.store.pages.writer import PageWriter

_BATCH = 2_000
"""Texts in one transaction of a bulk import: some 8 MB held back, a second of work."""
_FIRST_BATCH = 500
"""The first batches are small, each twice the one before: readers see that it goes on."""
_FEW = 5_000
"""So few new texts are not worth joining the index for."""
_MANY_PEOPLE = 10_000
"""So many are kept in mind, some 3 MB; others are looked up again."""
_BULK_CACHE_KIB = 4 * 1024
_BULK_LOG = 4_000
"""Pages of the log, 16 MB, before they are copied into the file: each batch writes some anew."""


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
_MERGES = (
    "INSERT INTO words (words, rank) VALUES ('merge', ?)",
    "INSERT INTO singles (singles, rank) VALUES ('merge', ?)",
)
_MUCH = 0.2
"""The share of the library's texts that must be new before its index is joined."""
_MERGED = 500
"""Pages of the index that are joined in one go: a tenth of a second."""


class BulkWriter:
    """Saves many pages, thousands of texts to a transaction.

    The first page is there for readers at once, the others batch by batch. A kill loses at most
    the last batch; a page is wholly stored or not at all. ``commits`` counts the batches that are.
    """

    def __init__(self, archive: Connections) -> None:
        self._archive = archive
        self._transaction = ExitStack()
        self._writer: PageWriter | None = None
        self.commits = 0
        self._saved = 0
        self._batch = _FIRST_BATCH
        self._people: dict[Names, Person] = {}
        self._placing: Placing | None = None
        self._left = (0, 0)
        self._began_at = datetime.now(UTC)

    def expect(self, share: float) -> None:
        """Be told which share of all that is to come has come (0 to 1)."""
        if self._placing is not None:
            self._placing.hear(share, self._saved)

    def save(self, parsed: ParsedPage, *, detail: bool = False) -> PageInfo:
        """Return the page as it is stored, as `Pages.save` does."""
        from talkreader.store.pages.cutting import cut

        return self.put(cut(parsed, detail=detail)).info

    def put(self, page: CutPage, *, keep_newer: bool = False) -> Saved:
        """Store a page that was cut before; return what became of it.

        ``keep_newer``: a page of which a later revision is stored is left out.
        """
        writer = self._begun()
        with self._dropping():
            waited = writer.waiting
            saved = writer.save(page, keep_newer=keep_newer)
            self._saved += max(0, writer.waiting - waited)
        due = not self.commits or writer.waiting >= self._batch
        if due or self._archive.wanted:
            self.commit(due=due)
        return saved

    def meet(
        self, page: int, copy: Copied, *, keep_newer: bool = False, wanted: bool = False
    ) -> Saved:
        """Return what becomes of a stored page whose very text came again: it may be current now.

        ``keep_newer``: not when one of a later revision than this copy is; ``wanted``: anyhow.
        """
        writer = self._begun()
        with self._dropping():
            return writer.meet(page, copy, keep_newer=keep_newer, wanted=wanted)

    def keep_changes(self, key: PageKey, changes: Sequence[CommentChange]) -> None:
        """Keep what a page's revisions did to its comments."""
        from talkreader.store.pages.history import put_history

        writer = self._begun()
        with self._dropping():
            put_history(writer.connection, key, changes)

    def _begun(self) -> PageWriter:
        """Return the writer of the batch, begun when there is none."""
        if self._writer is None:
            from talkreader.store.index.placing import Placing
            from talkreader.store.pages.writer import PageWriter

            connection = self._transaction.enter_context(self._archive.writing())
            connection.execute(f"PRAGMA cache_size = -{_BULK_CACHE_KIB}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_BULK_LOG}")
            if len(self._people) > _MANY_PEOPLE:
                self._people.clear()
            self._placing = self._placing or Placing()
            version = connection.execute("PRAGMA data_version").fetchone()[0]
            # somebody else wrote since, in this program or another
            if self._left != (self._archive.turns - 1, version):
                self._placing.forget()
            self._left = self._archive.turns, version
            self._writer = PageWriter(connection, self._people, self._placing, self._began_at)
        return self._writer

    def commit(self, *, due: bool = True) -> None:
        """Let readers see all that was saved, and others write; ``due``: a batch is full."""
        if self._writer is None:
            return
        with self._dropping():
            self._writer.flush()
            if self.commits and due:
                self._grow()
        self._writer = None
        self._transaction.close()
        self.commits += 1

    def _grow(self) -> None:
        """Let the next batch be larger, and once it is many leave the joining to `settle`."""
        from talkreader.store.index.indexing import join_pieces_later

        if self._batch == _FIRST_BATCH and self._writer is not None:
            join_pieces_later(self._writer.connection)
        self._batch = min(2 * self._batch, _BATCH)

    def finish(self) -> None:
        """Commit, and let the index join its pieces as they come again."""
        from talkreader.store.index.indexing import join_pieces

        self.commit()
        if self._batch > _FIRST_BATCH:
            with self._archive.writing() as connection:
                join_pieces(connection)

    def settle(self, over: Callable[[], bool]) -> None:
        """Make the index quick to search when much of it was just written; no longer than allowed.

        Every batch leaves a piece of it, and an import several zones (`zones`), and a search asks
        each of them. Bit by bit: what was done stays when the program is stopped, and others can
        write in between.
        """
        if not self._saved:
            return
        from talkreader.store.index.gathering import gather_after

        gather_after(self._archive, self._saved, over)
        with self._archive.reading() as connection:
            known = connection.execute("SELECT count(*) FROM facet").fetchone()[0]
        if self._saved < _FEW or self._saved < known * _MUCH:
            return
        for merge in _MERGES:
            step = -_MERGED  # the first one says that all pieces are to become one
            while not over():
                with self._archive.writing() as connection:
                    connection.execute(f"PRAGMA cache_size = -{_BULK_CACHE_KIB}")
                    before = connection.total_changes
                    connection.execute(merge, (step,))
                    # the documented sign that there was nothing left to do
                    if connection.total_changes - before < 2:
                        break
                step = _MERGED

    @contextmanager
    def _dropping(self) -> Iterator[None]:
        """Drop the batch when one of its pages cannot be written."""
        try:
            yield
        except BaseException as error:
            self._writer = None
            self._people.clear()
            self._left = (0, 0)
            # the transaction rolls back, and says what the error means to a person
            self._transaction.__exit__(type(error), error, error.__traceback__)
            raise


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

        page = cut(parsed, detail=False)
        with self._archive.reading() as connection:
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
