"""A very long page is shown in parts, cut between sections, so that every act stays quick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from talkreader.domain.records import dataclass
from talkreader.domain.thread import Comment, Prose, Section
from talkreader.reading import ReadingPage
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.timeline import in_time
from talkreader.ui.words import heading

Item = Section | Comment | Prose

WHOLE = 8_000
"""Pages with up to so many comments are shown whole."""
PART = 4_000
"""Comments after which the next section begins another part."""
TURN = "part:"
"""How the link to another part begins; its number follows."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one document holds of a page: the items, and its place among the parts.

    ``prose`` is how many texts without a signature stand in the parts before.
    """

    number: int
    count: int
    items: Sequence[Item]
    prose: int = 0

    @property
    def is_whole(self) -> bool:
        """True when there is no other part."""
        return self.count == 1


class Parts:
    """The parts of a page in one order, and which of them holds what."""

    def __init__(self, page: ReadingPage, *, by_time: bool) -> None:
        items: Sequence[Item] = in_time(page.comments) if by_time else in_order(page)
        cut = [items] if len(page.comments) <= WHOLE else _cut(items, by_time=by_time)
        self.of = page.comments
        self.by_time = by_time
        self.parts: list[Part] = []
        self._of: dict[tuple[Kind, int], Part] = {}
        prose = 0
        for number, some in enumerate(cut):
            part = Part(number, len(cut), some, prose)
            self.parts.append(part)
            if not part.is_whole:
                prose += self._note(part)

    def _note(self, part: Part) -> int:
        """Remember what a part holds; return how many texts without a signature."""
        prose = 0
        for item in part.items:
            if isinstance(item, Prose):
                self._of[Kind.PROSE, part.prose + prose] = part
                prose += 1
            else:
                kind = Kind.COMMENT if isinstance(item, Comment) else Kind.HEADING
                self._of[kind, item.index] = part
        return prose

    def fits(self, page: ReadingPage, by_time: bool) -> bool:
        """Return whether these are the parts of that page, in that order."""
        return self.of is page.comments and self.by_time == by_time

    def holding(self, kind: Kind, index: int) -> Part:
        """Return the part that holds an entry; the first one when none does."""
        return self._of.get((kind, index), self.parts[0])


def _cut(items: Sequence[Item], *, by_time: bool) -> list[Sequence[Item]]:
    """Return the items in runs of about `PART` comments, cut above headings, or else threads."""
    runs: list[Sequence[Item]] = []
    begin = comments = 0
    for place, item in enumerate(items):
        starts = isinstance(item, Section)
        if isinstance(item, Comment):
            # a section may be longer than a part: then a thread may begin one
            starts = by_time or (item.parent is None and comments >= 2 * PART)
        if starts and comments >= PART:
            runs.append(items[begin:place])
            begin, comments = place, 0
        comments += isinstance(item, Comment)
    runs.append(items[begin:])
    return runs


def in_order(page: ReadingPage) -> list[Item]:
    """Return headings, comments and prose as they stand on the page."""
    headed = [section for section in page.sections if section.heading is not None]
    everything: list[Item] = [*headed, *page.comments, *page.prose]
    return sorted(everything, key=lambda item: (item.span.start, not isinstance(item, Section)))


def part_words(part: Part, step: int, page: ReadingPage) -> str:
    """Return the words of the link to the part before (``step`` -1) or after (1) this one."""
    edge = part.items[0 if step < 0 else -1]
    section = edge.index if isinstance(edge, Section) else edge.section
    name = heading(page.sections[section].heading)
    before = QCoreApplication.translate(
        "header", "▲ Part {at} of {count}, from “{section}”. Part before"
    )
    after = QCoreApplication.translate(
        "header", "▼ Part {at} of {count}, to “{section}”. Next part"
    )
    words = before if step < 0 else after
    return words.format(at=part.number + 1, count=part.count, section=name)
