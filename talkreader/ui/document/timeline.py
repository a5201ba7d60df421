"""The page by time: comments in the order they were written, each with what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat

from talkreader.domain.thread import Comment
from talkreader.reading import ReadingPage
from talkreader.ui.direction import isolated
from talkreader.ui.document.fonts import LATIN, script_of
from talkreader.ui.document.header import shown_author
from talkreader.ui.document.style import Words
from talkreader.ui.document.writer import Writer
from talkreader.ui.words import comments as comments_in_words
from talkreader.ui.words import day as day_in_words
from talkreader.ui.words import heading

GOTO = "goto:"
"""How the link to another comment of the page begins; the comment's index follows."""
_SHORT = 64
"""How wide the words of what is answered may be, in letters; a Chinese character is as two."""


def in_time(comments: Sequence[Comment]) -> list[Comment]:
    """Return the comments by time; one without a time stands behind the one before it."""
    times: dict[int, datetime] = {}
    last = min((c.timestamp for c in comments if c.timestamp is not None), default=None)
    for comment in comments:
        last = comment.timestamp or last
        if last is not None:
            times[comment.index] = last
    if not times:
        return list(comments)
    return sorted(comments, key=lambda comment: (times[comment.index], comment.index))


class TimelineWriter:
    """Writes what only the view by time shows: days, and the line of what a comment answers."""

    def __init__(self, page: ReadingPage, writer: Writer) -> None:
        self._page = page
        self._writer = writer
        self._day: date | None = None
        self._section = -1
        self._days: dict[date | None, int] = {}
        for comment in page.comments:
            day = _day_of(comment)
            self._days[day] = self._days.get(day, 0) + 1

    def notice(self) -> str:
        """Return the words above the page."""
        return QCoreApplication.translate(
            "header",
            "All comments by time. Headings and text without a signature stand in the view by "
            "threads.",
        )

    def day(self, comment: Comment) -> None:
        """Begin a new day above a comment when it is one."""
        day = _day_of(comment)
        if day is None or day == self._day:
            return
        self._day = day
        style, writer = self._writer.style, self._writer
        above = 0.6 if writer.document.isEmpty() else 1.5
        writer.block(style.block(style.gutter, above=above, below=0.1, scale=1.1))
        said = day_in_words(day)
        bold = Words(script=script_of(said, style.look.script), scale=1.1, bold=True)
        writer.words(said, style.chars(bold))
        count = comments_in_words(self._days[day])
        script = script_of(count, style.look.script)
        quiet = Words(script=script, color=style.palette.muted, scale=0.86)
        writer.words(f"   {count}", style.chars(quiet))

    def answers(self, comment: Comment, left: int) -> None:
        """Write the line of what a comment answers, as a link to it."""
        style, writer = self._writer.style, self._writer
        section = heading(self._page.sections[comment.section].heading)
        again, self._section = comment.section == self._section, comment.section
        words = "" if again and comment.parent is not None else f"§ {isolated(section)}"
        if comment.parent is not None:
            answered = self._page.comments[comment.parent]
            said = _shortened(" ".join(answered.body.text.split()))
            words = f"↩ {isolated(shown_author(answered))}: {isolated(said)}   {words}".rstrip()
        script = script_of(words, style.look.script)
        writer.block(style.block(left, script=script, below=0.2, scale=0.92))
        look = Words(script=script, color=style.palette.muted, scale=0.86, italic=script == LATIN)
        form = QTextCharFormat(style.chars(look))
        if comment.parent is not None:
            form.setAnchor(True)
            form.setAnchorHref(writer.link(f"{GOTO}{comment.parent}"))
        writer.words(words, form)


def _shortened(text: str) -> str:
    room = _SHORT
    for place, character in enumerate(text):
        room -= 1 if character < "\u2e80" else 2
        if room < 0:
            return f"{text[:place].rstrip()}…"
    return text


def _day_of(comment: Comment) -> date | None:
    return comment.timestamp.date() if comment.timestamp else None
