"""Where a page's words stand in the document, and back.

Bodies are counted in code points, a QTextDocument in UTF-16 units; and in the side-by-side mode a
body's words stand in another order, some of them twice. Everything that maps goes through here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import field
from enum import Enum

from talkreader.domain.bilingual import prose_key
from talkreader.domain.records import dataclass
from talkreader.ui.document.loose import Loose


class Kind(Enum):
    """What an entry of the page is."""

    HEADING = "heading"
    PROSE = "prose"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one body that stand together in the document.

    ``start`` and ``end`` are code points of ``text``, which is the body of the entry with ``key``
    (None: it is a heading); they fill ``[at, until)`` of the document.
    """

    key: int | None
    text: str
    start: int
    end: int
    at: int
    until: int

    @property
    def comment(self) -> int | None:
        """The index of the comment they stand in; None in prose or a heading."""
        return None if self.key is None or self.key < 0 else self.key

    def offset_at(self, position: int) -> int:
        """Return the code point at a position of the document."""
        return min(code_points(self.text, self.start, position - self.at), self.end)


@dataclass(slots=True)
class Entry:
    """A heading, prose or comment in the document: ``[at, until)`` covers all of its blocks.

    ``index`` is its index on the page, of its kind. ``words`` is where its text begins, after the
    comment's header line. ``summary`` is the hidden line of a comment that has replies, -1 if none.
    ``asides`` are the blocks of translations that unfold, by the code point of the body at which
    what they translate begins; ``closed`` those that are folded away.
    """

    kind: Kind
    index: int
    text: str
    at: int
    words: int = -1
    summary: int = -1
    until: int = -1
    asides: dict[int, int] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    runs: list[Run] = field(default_factory=list)

    @property
    def key(self) -> int:
        """The index of a comment; below zero for prose (`prose_key`): one number for either."""
        return prose_key(self.index) if self.kind is Kind.PROSE else self.index

    def aside_of(self, offset: int) -> int:
        """Return the key in `asides` of the paragraph with a code point; there must be some."""
        return max((start for start in self.asides if start <= offset), default=min(self.asides))


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Code points ``start`` to ``end`` of the body of a comment; of prose by its `Entry.key`."""

    comment: int
    start: int
    end: int


def units(text: str, start: int, end: int) -> int:
    """Return how many UTF-16 units these code points take."""
    if text.isascii():
        return end - start
    return end - start + sum(character > "\uffff" for character in text[start:end])


def code_points(text: str, start: int, count: int) -> int:
    """Return where one stands after ``count`` UTF-16 units from code point ``start``."""
    if text.isascii():
        return start + count
    at = start
    while count > 0 and at < len(text):
        count -= 2 if text[at] > "\uffff" else 1
        at += 1
    return at


def clip(run: Run, low: int, high: int) -> tuple[int, int]:
    """Return the code points of a run that lie between two document positions."""
    start = code_points(run.text, run.start, max(low - run.at, 0))
    end = run.end if high >= run.until else code_points(run.text, run.start, high - run.at)
    return start, end


class Places:
    """All entries of a page in document order; grows while the document is built."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._starts: list[int] = []
        self._of: dict[tuple[Kind, int], Entry] = {}
        self._runs: list[Run] = []
        self._run_starts: list[int] = []
        self._echoes: dict[int, list[Run]] = {}
        self.loose = Loose()

    def open(self, kind: Kind, index: int, text: str, at: int) -> Entry:
        """Begin an entry at a document position; what is added next belongs to it."""
        entry = Entry(kind, index, text, at)
        self.entries.append(entry)
        self._starts.append(at)
        return entry

    def close(self, until: int) -> None:
        """End the entry opened last; from now on it is found."""
        entry = self.entries[-1]
        entry.until = until
        entry.words = entry.words if entry.words >= 0 else entry.at
        self._of[entry.kind, entry.index] = entry

    def add(self, start: int, end: int, at: int) -> None:
        """Say that the open entry's code points stand at a document position."""
        entry = self.entries[-1]
        until = at + units(entry.text, start, end)
        key = None if entry.kind is Kind.HEADING else entry.key
        run = Run(key, entry.text, start, end, at, until)
        entry.runs.append(run)
        self._note(run)

    def add_echo(self, key: int, text: str, span: tuple[int, int], at: int) -> None:
        """Say that words of another entry's body stand here a second time."""
        run = Run(key, text, *span, at, at + units(text, *span))
        self._echoes.setdefault(key, []).append(run)
        self._note(run)

    def _note(self, run: Run) -> None:
        self._runs.append(run)
        self._run_starts.append(run.at)

    def find(self, kind: Kind, index: int) -> Entry | None:
        """Return an entry, None while it is not built."""
        return self._of.get((kind, index))

    def comment(self, index: int) -> Entry | None:
        """Return the comment's entry, None while it is not built."""
        return self._of.get((Kind.COMMENT, index))

    def keyed(self, key: int) -> Entry | None:
        """Return the comment or prose with an `Entry.key`, None while it is not built."""
        return self.comment(key) if key >= 0 else self.find(Kind.PROSE, prose_key(key))

    def entry_at(self, position: int) -> Entry | None:
        """Return the entry that a document position lies in."""
        at = self.number_at(position)
        return self.entries[at] if at >= 0 else None

    def number_at(self, position: int) -> int:
        """Return the number of the entry at a document position, -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def ranges(self, key: int, start: int, end: int) -> list[tuple[int, int]]:
        """Return where these words of an entry stand in the document, as ``[from, to)`` pairs.

        Empty while they are not built. Several, when they lie in several paragraphs or cells.
        """
        entry = self.keyed(key)
        if entry is None:
            return []
        found = []
        for run in (*entry.runs, *self._echoes.get(key, ())):
            low, high = max(start, run.start), min(end, run.end)
            if low < high or (start == end and run.start <= start <= run.end):
                first = run.at + units(run.text, run.start, low)
                found.append((first, first + units(run.text, low, high)))
        return found

    def offset_at(self, position: int) -> tuple[int, int] | None:
        """Return (comment, code point of its body) of a document position; None elsewhere."""
        place = self.place_at(position)
        return place if place is not None and place[0] >= 0 else None

    def place_at(self, position: int) -> tuple[int, int] | None:
        """Return (`Entry.key`, code point of its body) of a document position, in prose too.

        None outside of bodies.
        """
        run = self.run_at(position)
        if run is None or run.key is None:
            return None
        return run.key, run.offset_at(position)

    def run_at(self, position: int) -> Run | None:
        """Return the words at a document position, be they of a heading; None where are none."""
        at = bisect_right(self._run_starts, position) - 1
        run = self._runs[at] if at >= 0 else None
        return None if run is None or position > run.until else run

    def selected(
        self, low: int, high: int, hidden: Callable[[int], bool] = lambda _position: False
    ) -> list[Range]:
        """Return the words of comments between two document positions, in page order.

        Pieces of one body that only white space keeps apart become one range. Runs that begin where
        ``hidden`` says so are left out.
        """
        pieces = []
        for run in self.runs_between(low, high):
            if hidden(run.at):
                continue
            start, end = clip(run, low, high)
            if run.comment is not None and start < end:
                pieces.append(Range(run.comment, start, end))
        return self._joined(sorted(pieces))

    def runs_between(self, low: int, high: int) -> list[Run]:
        """Return the runs that touch ``[low, high)``, in document order."""
        first = max(bisect_right(self._run_starts, low) - 1, 0)
        last = bisect_right(self._run_starts, high)
        return [run for run in self._runs[first:last] if run.until > low and run.at < high]

    def _joined(self, pieces: list[Range]) -> list[Range]:
        joined: list[Range] = []
        for piece in pieces:
            last = joined[-1] if joined else None
            if last is not None and last.comment == piece.comment:
                entry = self._of[Kind.COMMENT, piece.comment]
                if piece.start <= last.end or not entry.text[last.end : piece.start].strip():
                    end = max(last.end, piece.end)
                    joined[-1] = Range(last.comment, last.start, end)
                    continue
            joined.append(piece)
        return joined
