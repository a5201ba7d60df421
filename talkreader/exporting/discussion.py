"""A discussion as Markdown, a table or an HTML page."""

from __future__ import annotations

from collections.abc import Iterator

from talkreader.domain.thread import Comment
from talkreader.exporting.html_page import element, html_page, wrapped
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.markdown import one_line, paragraphs, quoted
from talkreader.exporting.outline import Entry, Part, Threads, outline
from talkreader.exporting.plain_threads import byline, remarks
from talkreader.exporting.table import table
from talkreader.exporting.threads_json import minute


def discussion_to_markdown(page: Threads, title: str = "", labels: Labels = ENGLISH) -> str:
    """Return the discussion as Markdown; a reply is a quotation one deeper than what it answers."""
    pieces = [f"# {one_line(title or labels.discussion)}"]
    for part in _shown(page):
        mark = "#" * min(max(part.section.level, 2), 6)
        pieces.append(f"{mark} {one_line(_heading(part, labels))}")
        pieces += [_markdown(entry, labels) for entry in part.entries]
    return "\n\n".join(pieces) + "\n"


def discussion_to_html(page: Threads, title: str = "", labels: Labels = ENGLISH) -> str:
    """Return the discussion as a page for reading and printing; everything is shown as text."""
    pieces = [element("h1", title or labels.discussion)]
    for part in _shown(page):
        level = min(max(part.section.level, 2), 6)
        pieces.append(element(f"h{level}", _heading(part, labels)))
        pieces += [_html(entry, labels) for entry in part.entries]
    return html_page(title or labels.discussion, "\n".join(pieces), labels.language)


def discussion_to_csv(page: Threads) -> str:
    """Return the discussion as a table, a row for each comment and each piece of prose.

    ``parent`` is the ``index`` of what a comment answers, so that threads can be rebuilt. The head
    is fixed for programs.
    """
    head = [
        *("section", "section_level", "kind", "index", "parent", "level", "level_evidence"),
        *("author", "display_name", "timestamp", "name", "text", "trailing", "warnings"),
    ]
    rows = (_row(part, entry) for part in outline(page) for entry in part.entries)
    return table(head, rows)


def _shown(page: Threads) -> Iterator[Part]:
    """Return the parts that have something to show."""
    return (part for part in outline(page) if part.section.heading is not None or part.entries)


def _heading(part: Part, labels: Labels) -> str:
    heading = part.section.heading
    return labels.before_first_heading if heading is None else heading


def _words(entry: Entry) -> str:
    item = entry.item
    if isinstance(item, Comment) and item.trailing:
        return f"{item.body.text}\n{item.trailing}"
    return item.body.text


def _line(entry: Entry, labels: Labels) -> str:
    """Return who said it, when, and what to know of its place; "" for prose."""
    if not isinstance(entry.item, Comment):
        return ""
    return " · ".join([byline(entry.item, labels), *remarks(entry, labels)])


def _markdown(entry: Entry, labels: Labels) -> str:
    line = one_line(_line(entry, labels))
    words = paragraphs(_words(entry))
    text = f"**{line}**\n\n{words}" if line else words
    return quoted(text, entry.depth)


def _html(entry: Entry, labels: Labels) -> str:
    words = element("p", _words(entry), class_="text")
    if not isinstance(entry.item, Comment):
        return words
    line = element("p", _line(entry, labels), class_="by")
    return wrapped("article", f"{line}{words}", style=f"--depth: {entry.depth}")


def _row(part: Part, entry: Entry) -> list[object]:
    item = entry.item
    place: list[object] = [part.section.heading, part.section.level]
    if not isinstance(item, Comment):
        return [*place, "prose", *([None] * 8), item.body.text, None, None]
    warnings = "; ".join(warning.kind.value for warning in item.warnings)
    return [
        *place,
        *("comment", item.index, item.parent, item.level, item.level_evidence.value),
        *(item.author, item.display_name, minute(item.timestamp), item.name),
        *(item.body.text, item.trailing, warnings),
    ]
