"""A person's notes as Markdown, a table or an HTML report: to read, cite and sort elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from talkreader.domain.note import Note, Target
from talkreader.domain.page import shown_site
from talkreader.exporting.citations import (
    CitationStyle,
    Source,
    citation,
    how_found,
    permalink,
    source_of_target,
)
from talkreader.exporting.html_page import element, html_page, wrapped
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.markdown import front_matter, hashtag, one_line, paragraphs, quoted
from talkreader.exporting.remark import closed, remark_html
from talkreader.exporting.table import table
from talkreader.exporting.threads_json import minute

Contexts = Mapping[tuple[str, int], Source]
"""What is known of the source of a note's target, by note id and index of the target.

A target without an entry is cited by what it says itself.
"""


def notes_to_markdown(notes: Sequence[Note], contexts: Contexts, labels: Labels = ENGLISH) -> str:
    """Return the notes as Markdown: quote, citation, remark, tags as Obsidian reads them.

    The remark is the person's own Markdown and stays as it is, but for what would go on into the
    next note; quoted words are escaped.
    """
    tags = (tag for note in notes for tag in note.tags)
    pieces = [front_matter(labels.notes, tags), f"# {labels.notes}"]
    for note in notes:
        for index, target in enumerate(note.targets):
            source = _source(contexts, note, index)
            pieces.append(quoted(paragraphs(_words(target, labels))))
            cited = citation(source, CitationStyle.MARKDOWN, labels)
            pieces.append(f"— {cited}{_escaped_found(source, labels)}")
        if note.text:
            pieces.append(closed(note.text))
        hashtags = dict.fromkeys(filter(None, map(hashtag, note.tags)))
        if hashtags:
            pieces.append(" ".join(f"#{tag}" for tag in hashtags))
        pieces.append("---")
    return "\n\n".join(pieces) + "\n"


def notes_to_csv(notes: Sequence[Note], contexts: Contexts) -> str:
    """Return the notes as a table, a row for each target; the head is fixed for programs."""
    head = [
        *("note", "target", "site", "page", "section", "comment", "occurrence", "author"),
        *("timestamp", "start", "end", "quote", "color", "tags", "text", "state", "link"),
        *("copy_sha256", "created", "modified", "page_now", "copy"),
    ]
    return table(
        head,
        (
            _row(note, index, target, _source(contexts, note, index))
            for note in notes
            for index, target in enumerate(note.targets)
        ),
    )


def notes_to_html(notes: Sequence[Note], contexts: Contexts, labels: Labels = ENGLISH) -> str:
    """Return the notes as a page for reading and printing; everything is shown as text."""
    pieces = [element("h1", labels.notes)]
    for note in notes:
        inner = []
        for index, target in enumerate(note.targets):
            source = _source(contexts, note, index)
            color = note.color.value if note.color else ""
            inner.append(element("blockquote", _words(target, labels), class_=color))
            cited = element("span", citation(_without_link(source), labels=labels))
            link = permalink(source)
            if link:
                cited = wrapped("a", cited, href=link, rel="noreferrer")
            found = element("span", how_found(source, labels))
            inner.append(wrapped("p", cited + found, class_="where"))
        if note.text:
            inner.append(wrapped("div", remark_html(note.text), class_="remark"))
        if note.tags:
            tags = labels.tags.format(tags=", ".join(note.tags))
            inner.append(element("p", tags, class_="by"))
        pieces.append(wrapped("article", "\n".join(inner), id=note.id))
    return html_page(labels.notes, "\n".join(pieces), labels.language)


def sources_cited(notes: Sequence[Note], contexts: Contexts) -> list[Source]:
    """Return what notes are about, each source once, in the order of the notes."""
    found = (
        replace(_source(contexts, note, index), state=None, moved_from="")
        for note in notes
        for index in range(len(note.targets))
    )
    return list(dict.fromkeys(found))


def _source(contexts: Contexts, note: Note, index: int) -> Source:
    known = contexts.get((note.id, index))
    return source_of_target(note.targets[index]) if known is None else known


def _without_link(source: Source) -> Source:
    return Source(
        source.site,
        source.title,
        source.section,
        source.comment,
        source.author,
        source.timestamp,
        sha256=source.sha256,
        copy=source.copy,
    )


def _words(target: Target, labels: Labels) -> str:
    """Return the words that a target is about."""
    if target.exact.strip():
        return target.exact
    if target.comment:
        return labels.note_on_comment
    return labels.note_on_section if target.section else labels.note_on_page


def _escaped_found(source: Source, labels: Labels) -> str:
    found = how_found(source, labels)
    return f" {one_line(found)}" if found else ""


def _row(note: Note, index: int, target: Target, source: Source) -> list[object]:
    return [
        # a page without a title is known by its text: a person knows its file
        *(note.id, index, shown_site(target.site), target.title or source.copy),
        *(target.section, target.comment),
        *(target.occurrence, source.author, minute(source.timestamp), target.start, target.end),
        *(target.exact, note.color.value if note.color else None, "; ".join(note.tags), note.text),
        *(source.state.value if source.state else None, permalink(source), source.sha256),
        *(note.created.isoformat(), note.modified.isoformat()),
        source.title if source.moved_from else None,
        source.copy,
    ]
