"""A page as one plain text for coding programs, and where each comment's words stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from talkreader.domain.body import Span
from talkreader.domain.note import Placed
from talkreader.domain.page import PageKey
from talkreader.domain.thread import Comment
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.outline import Threads, outline
from talkreader.exporting.plain_threads import byline


@dataclass(frozen=True, slots=True)
class CodedPage:
    """A page and a person's notes as they were placed in it.

    ``base_url``: any address on its wiki, "" when the copy does not say; ``sha256`` of the copy,
    ``copy`` the name of its file.
    """

    key: PageKey
    threads: Threads
    placed: Sequence[Placed]
    base_url: str = ""
    sha256: str = ""
    copy: str = ""


@dataclass(slots=True)
class CodedText:
    """``text`` with line breaks of one character; spans are code points of it.

    ``bodies``: where the words of a comment stand, by its index; ``comments``: the same with the
    line that says who and when; ``headings``: by the heading's words, the first of that name.
    """

    text: str = ""
    bodies: dict[int, Span] = field(default_factory=dict)
    comments: dict[int, Span] = field(default_factory=dict)
    headings: dict[str, Span] = field(default_factory=dict)

    def span_of(self, place: Placed) -> Span | None:
        """Return the words that a placed note is about; None when they are not in this text.

        A note on a whole comment, section or page is about its line, its heading, or everything.
        """
        target = place.note.targets[place.target]
        if place.comment is not None:
            body = self.bodies.get(place.comment)
            if body is None:
                return None
            if place.start == place.end:
                return self.comments[place.comment]
            start = min(body.start + place.start, body.end)
            return Span(start, min(body.start + place.end, body.end))
        if target.comment:
            return None  # its comment was not found
        if place.section:
            return self.headings.get(place.section)
        return Span(0, len(self.text))


def coded_text(page: Threads, labels: Labels = ENGLISH) -> CodedText:
    """Return the page for reading in another program: headings, who said what when, prose."""
    made = CodedText()
    pieces: list[str] = []
    at = 0

    def add(words: str) -> Span:
        nonlocal at
        pieces.append(words)
        span = Span(at, at + len(words))
        at = span.end
        return span

    for part in outline(page):
        if part.section.heading is not None:
            heading = add(part.section.heading)
            made.headings.setdefault(part.section.heading, heading)
            add("\n\n")
        for entry in part.entries:
            item = entry.item
            if isinstance(item, Comment):
                line = add(" ".join(byline(item, labels).split()))
                add("\n")
                body = add(item.body.text)
                made.bodies[item.index] = body
                made.comments[item.index] = Span(line.start, body.end)
                if item.trailing:
                    add(f"\n{item.trailing}")
            else:
                add(item.body.text)
            add("\n\n")
    made.text = "".join(pieces)
    return made
