"""Pages made by hand, for tests of the store."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from talkreader.domain.body import BlockSpan, Body, Mark, MarkKind, Span
from talkreader.domain.note import Color, Note, Target
from talkreader.domain.page import Form, Origin, RawPage
from talkreader.domain.thread import Comment, Evidence, ParsedPage, Prose, Section, Signature
from talkreader.store import open_library


class Said(NamedTuple):
    """One comment: what, by whom, when ("2021-09-14 20:16"), answering which index."""

    text: str
    author: str | None = "Wren"
    when: str | None = "2021-09-14 20:16"
    answers: int | None = None
    display: str | None = None
    bold: tuple[int, int] | None = None


def moment(when: str) -> datetime:
    return datetime.fromisoformat(when).replace(tzinfo=UTC)


def make_page(
    said: Sequence[Said | str],
    *,
    title: str = "Talk:Lighthouse",
    site: str = "examplewiki",
    heading: str = "The lamp",
    prose: str = "",
    language: str = "en",
    namespace: int | None = 1,
    form: Form = Form.WIKITEXT,
) -> ParsedPage:
    """One section with these comments under its heading, prose before them."""
    text = f"== {heading} ==\n"
    sections = (
        Section(0, None, 0, None, Span(0, 0)),
        Section(1, heading, 2, None, Span(0, len(text))),
    )
    lead: tuple[Prose, ...] = ()
    if prose:
        lead = (Prose(1, Body(prose), Span(len(text), len(text) + len(prose))),)
        text += prose + "\n"
    comments = []
    for index, one in enumerate(Said(s) if isinstance(s, str) else s for s in said):
        signed = f"{one.author} {one.when} (UTC)"
        start = len(text)
        text += f"{one.text} {signed}"
        place = Span(len(text) - len(signed), len(text))
        when = moment(one.when) if one.when else None
        marks = (Mark(*one.bold, MarkKind.BOLD),) if one.bold else ()
        level = 1 if one.answers is None else comments[one.answers].level + 1
        comments.append(
            Comment(
                index=index,
                section=1,
                parent=one.answers,
                level=level,
                level_evidence=Evidence.MARKUP,
                signatures=(Signature(one.author, when, f"{one.when}", place, one.display),),
                body=Body(one.text, (BlockSpan(0, len(one.text)),), marks),
                span=Span(start, len(text)),
            )
        )
        text += "\n"
    origin = Origin(path=f"{title}.wiki", sha256=hashlib.sha256(text.encode()).hexdigest())
    raw = RawPage(
        form,
        text,
        title=title,
        site=site,
        namespace=namespace,
        language=language,
        origin=origin,
        namespaces={"Talk": 1, "讨论": 1},
    )
    return ParsedPage(raw, text, sections, tuple(comments), lead)


def make_note(
    text: str = "worth quoting",
    *,
    comment: str = "c-Wren-20210914201600",
    title: str = "Talk:Lighthouse",
    tags: Sequence[str] = (),
    color: Color | None = Color.YELLOW,
    exact: str = "lamp",
) -> Note:
    target = Target("examplewiki", title, "The lamp", comment, 0, 4, 8, exact)
    now = datetime(2024, 5, 4, 12, 0, tzinfo=UTC)
    return Note(str(uuid4()), (target,), color, text, tuple(tags), now, now)


def make_closed(folder: Path) -> None:
    """Make an empty library whose index is as earlier versions' (`folding.index_tokens`)."""
    open_library(folder).close()
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection, connection:
        connection.execute("DELETE FROM setting WHERE name = 'runs'")
