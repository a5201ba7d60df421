"""What copying puts on the clipboard: the words as they were written, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

from talkreader.reading import ReadingPage
from talkreader.ui.document.header import Times, shown_author, shown_time
from talkreader.ui.document.positions import Entry, Kind, Places, clip


def copied_text(
    page: ReadingPage,
    places: Places,
    span: tuple[int, int],
    times: Times,
    hidden: Callable[[int], bool] = lambda _position: False,
) -> str:
    """Return the words between two document positions, without what is ``hidden`` there.

    Words of one entry come as they are; of several, each comment has a line with its author and
    time above it, and an empty line between them. "" when no words of the page are there.
    """
    low, high = span
    words: dict[int, list[str]] = {}
    for piece in places.selected(low, high, hidden):
        text = page.comments[piece.comment].body.text[piece.start : piece.end]
        words.setdefault(piece.comment, []).append(text)
    parts: list[tuple[Entry, str]] = []
    for entry in _touched(places, low, high):
        pieces = words.get(entry.index, []) if entry.kind is Kind.COMMENT else []
        if entry.kind is not Kind.COMMENT:
            spans = [clip(run, low, high) for run in entry.runs if run.at < high]
            pieces = [entry.text[start:end] for start, end in spans if start < end]
        if pieces:
            parts.append((entry, "\n".join(pieces).strip("\n")))
    if len(parts) == 1:
        return parts[0][1]
    return "\n\n".join(_with_author(page, entry, text, times) for entry, text in parts)


def _touched(places: Places, low: int, high: int) -> list[Entry]:
    first = max(places.number_at(low), 0)
    last = places.number_at(max(high - 1, low))
    return places.entries[first : last + 1]


def _with_author(page: ReadingPage, entry: Entry, text: str, times: Times) -> str:
    if entry.kind is not Kind.COMMENT:
        return text
    comment = page.comments[entry.index]
    return f"{shown_author(comment)}, {shown_time(comment.signatures[0], times)}\n{text}"
