"""Translations on demand: each lies folded below its paragraph until somebody wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextDocument

from talkreader.ui.document.folding import Folding
from talkreader.ui.document.positions import Entry, Kind, Places

ASIDE = "aside:"
"""How the link that unfolds a translation begins; `Entry.key`, ":" and its own key follow."""

ADD = "translate:"
"""How the link begins by which one is added; `Entry.key`, ":" and code point follow."""

Wanted = Mapping[int, Sequence[int]]
"""Comments and prose by their `Entry.key`, and the keys of their `Entry.asides`."""


class Asides:
    """Which translations are unfolded. ``opened`` are the keys of entries and of their asides."""

    def __init__(self, document: QTextDocument, places: Places, folding: Folding) -> None:
        self._document = document
        self._places = places
        self._folding = folding
        self.opened: set[tuple[int, int]] = set()

    def adapt(self, entries: Sequence[Entry]) -> None:
        """Show of what is newly built what was unfolded, and hide what lies in a folded thread."""
        for entry in entries:
            for start in entry.asides:
                if (entry.key, start) in self.opened:
                    self._turn(entry, start, shown=True)
        self._folding.adapt(entries)

    def all(self) -> dict[int, list[int]]:
        """Return everything that can be unfolded."""
        return {entry.key: list(entry.asides) for entry in self._places.entries if entry.asides}

    def toggle(self, wanted: Wanted) -> None:
        """Unfold these; fold them when all are unfolded already."""
        keys = {(key, start) for key, starts in wanted.items() for start in starts}
        shown = not keys <= self.opened
        self.opened = self.opened | keys if shown else self.opened - keys
        touched = []
        for key, starts in wanted.items():
            entry = self._places.keyed(key)
            if entry is None:
                continue
            for start in starts:
                if start in entry.asides:
                    self._turn(entry, start, shown=shown)
                    touched.append(entry.asides[start])
        if touched:
            # laid out in one go: each call goes to the end of the page
            low, high = min(touched), max(touched)
            self._document.markContentsDirty(low, high - low + 1)

    def hides(self, position: int) -> bool:
        """Return whether a document position lies in a translation that is folded away."""
        entry = self._places.entry_at(position)
        return entry is not None and self._document.findBlock(position).position() in entry.closed

    def reveal(self, position: int) -> None:
        """Unfold the translation that a document position lies in."""
        entry, at = self._places.entry_at(position), self._document.findBlock(position).position()
        for start, block in entry.asides.items() if entry is not None else ():
            if entry is not None and block == at and block in entry.closed:
                self.toggle({entry.key: [start]})

    def _turn(self, entry: Entry, start: int, *, shown: bool) -> None:
        at = entry.asides[start]
        if shown:
            entry.closed.discard(at)
        else:
            entry.closed.add(at)
        hidden = entry.kind is Kind.COMMENT and self._folding.is_hidden(entry.index)
        self._document.findBlock(at).setVisible(shown and not hidden)
