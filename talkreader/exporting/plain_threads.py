"""A discussion as a tree of plain lines: what the terminal shows, and the plain-text export."""

from __future__ import annotations

from collections.abc import Iterator

from talkreader.domain.thread import Comment, Evidence
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.outline import Entry, Part, Threads, outline
from talkreader.exporting.width import columns, printable, wrap

_GUIDE = "│ "
_LEAST = 24  # columns that are left for words, however deep a comment stands


def threads_text(page: Threads, width: int = 80, labels: Labels = ENGLISH) -> str:
    """Return the discussion for reading, a guide line per level, in lines of ``width`` columns.

    Ends with a line break unless empty. A parent that the form does not say is marked as inferred.
    Control characters of the page are replaced, so that it cannot command the terminal. ``width``
    under 32 counts as 32.
    """
    lines: list[str] = []
    for part in outline(page):
        if part.section.heading is None and not part.entries:
            continue
        if lines:
            lines.append("")
        lines += _section(part, max(width, 32), labels)
    return "\n".join(lines) + "\n" if lines else ""


def byline(comment: Comment, labels: Labels = ENGLISH) -> str:
    """Return who said it and when, in one line: ``Ada (ada-bot) · 2021-09-14 20:16 UTC``."""
    author = comment.author if comment.author is not None else labels.name_not_kept
    if comment.display_name and comment.display_name != comment.author:
        author = f"{author} ({comment.display_name})"
    return f"{author} · {moment(comment, labels)}"


def moment(comment: Comment, labels: Labels = ENGLISH) -> str:
    """Return the time for people, in UTC; the words as signed when that time cannot exist."""
    if comment.timestamp is None:
        return comment.signatures[0].raw or labels.time_unknown
    return comment.timestamp.strftime("%Y-%m-%d %H:%M UTC")


def remarks(entry: Entry, labels: Labels = ENGLISH) -> list[str]:
    """Return what a reader should know of an entry's place: inferred, answering someone far off."""
    comment = entry.item
    if not isinstance(comment, Comment):
        return []
    found = []
    if entry.answers is not None:
        found.append(labels.answers.format(name=entry.answers.author or labels.name_not_kept))
    if comment.parent is not None and comment.level_evidence is Evidence.INFERRED:
        found.append(labels.reply_inferred)
    return found


def _section(part: Part, width: int, labels: Labels) -> Iterator[str]:
    level = max(part.section.level, 1)
    heading = part.section.heading
    title = labels.before_first_heading if heading is None else printable(heading)
    title = " ".join(title.split())
    yield from wrap(title, width)
    yield ("═" if level <= 2 else "─") * min(columns(title), width)
    for entry in part.entries:
        yield ""
        yield from _entry(entry, width, labels)


def _entry(entry: Entry, width: int, labels: Labels) -> Iterator[str]:
    comment = entry.item
    guides = _GUIDE * min(entry.depth, (width - _LEAST) // 2)
    if not isinstance(comment, Comment):
        for line in printable(comment.body.text).split("\n"):
            yield from wrap(line, width)
        return
    header = " · ".join([byline(comment, labels), *remarks(entry, labels)])
    for line in wrap(printable(header).replace("\n", " "), width - len(guides)):
        yield guides + line
    guides += _GUIDE
    text = comment.body.text + (f"\n{comment.trailing}" if comment.trailing else "")
    for paragraph in printable(text).split("\n"):
        for line in wrap(paragraph, width - len(guides)):
            yield (guides + line).rstrip()
