"""What of an import is stored: pages, comments, histories; never more than the library keeps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from talkreader.domain.importing import FEW
from talkreader.domain.page import PageInfo, PageKey

if TYPE_CHECKING:
    from talkreader.store import BulkWriter
    from talkreader.store.pages.saved import Saved

_FATES = ("new", "changed", "known", "aside")


class Tally:
    """Counts by the names that `ImportReport` has for them, and the first pages.

    What is in no finished batch yet is held, so that it can be taken back.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.pages: list[PageInfo] = []
        self._held: Counter[str] = Counter()
        self._held_pages: set[int] = set()
        self._folded: PageKey | None = None
        self._commits = 0

    @property
    def page_count(self) -> int:
        """How many pages are stored now or were before."""
        return sum(self.counts[f"{fate}_pages"] for fate in _FATES)

    def add(self, saved: Saved) -> None:
        """Count a page that was given to the library."""
        counts = Counter({f"{saved.fate}_pages": 1, "comments": saved.comments})
        counts.update(new=saved.new, edited=saved.edited, gone=saved.gone)
        self.counts.update(counts)
        if saved.fate != "known":
            self._held.update(counts)
            self._held_pages.add(saved.id)

    def add_history(self, key: PageKey) -> None:
        """Count a page whose revisions were folded; parts of one come after each other."""
        if key == self._folded:
            return
        self._folded = key
        self.counts["histories"] += 1
        self._held["histories"] += 1

    def show(self, info: PageInfo) -> None:
        """Name a page, when it is one of the first."""
        if len(self.pages) < FEW:
            self.pages.append(info)

    def commit(self, writer: BulkWriter) -> None:
        """Finish the batch."""
        writer.commit()
        self.settle(writer)

    def settle(self, writer: BulkWriter) -> None:
        """Hold nothing of a batch that is finished by now."""
        if writer.commits != self._commits:
            self._commits = writer.commits
            self._held.clear()
            self._held_pages.clear()

    def take_back(self) -> None:
        """Uncount what the library could not keep: the batch in which it went wrong."""
        self.counts.subtract(self._held)
        self.pages = [info for info in self.pages if info.id not in self._held_pages]
