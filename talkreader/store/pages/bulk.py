"""Many pages at once: the writer of an import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from talkreader.domain.page import CommentChange, PageInfo, PageKey
from talkreader.domain.thread import ParsedPage
from talkreader.store.files.connections import Connections

if TYPE_CHECKING:
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
