"""Answers of a wiki's web API in JSON: action=query, parse, discussiontoolspageinfo, and REST.

Shapes were taken from real answers, formatversion 1 (texts under "*", flags as "") and 2.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import cast

from talkreader.archives.answers.jsonsalvage import closed, page_objects
from talkreader.archives.answers.threaditems import page_of_thread_items
from talkreader.archives.document import Document, Loss
from talkreader.archives.pages.html import pages_of_html
from talkreader.archives.text.cutoff import with_warning
from talkreader.archives.xmlpage import moment
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.jsontext import value_at
from talkreader.domain.page import Form, RawPage, Revision

Json = Mapping[str, object]
_HISTORY = (
    "{path} is the history of a page, a list of its versions without their text;"
    " save the page itself (REST: …/page/TITLE/with_html)"
)
_STRANGER = (
    "{path} is JSON, but no answer of a wiki with a page in it; save the page with"
    " action=parse or action=query&prop=revisions&rvprop=content"
)

_NOTHING: Json = {}


def read(document: Document) -> Iterator[RawPage]:
    """The pages of the answer in the file."""
    decoded = document.read_text()
    yield from pages_of_json(document, decoded.text, decoded.warnings)


def pages_of_json(
    document: Document, text: str, warnings: tuple[str, ...] = ()
) -> Iterator[RawPage]:
    """The pages of the answer ``text``.

    Raises: DamagedArchive: no valid JSON, after the pages that are whole; NotAnArchive: not an
    answer with a page in it.
    """
    text = text.lstrip("\ufeff \t\r\n")
    answers: list[object] = []
    end = 0
    try:
        while not answers or text.startswith("{", end):  # some programs write one behind the other
            answer, end = value_at(text, end)
            answers.append(answer)
            end += len(text[end:]) - len(text[end:].lstrip())
    except json.JSONDecodeError as error:
        yield from _pages_of_all(document, answers, warnings)
        yield from _whole_ones(document, text[end:], warnings, error)
        return
    except RecursionError:
        raise NotAnArchive(
            "{path} is nested deeper than any answer of a wiki;"
            " save the page as a web page instead",
            path=document.path,
        ) from None
    if text[end:]:
        raise NotAnArchive(
            "{path} is a list of records (JSON lines), which cannot be read yet;"
            " save the talk page itself, or an XML export",
            path=document.path,
        )
    yield from _pages_of_all(document, answers, warnings)


def _pages_of_all(
    document: Document, answers: list[object], warnings: tuple[str, ...]
) -> Iterator[RawPage]:
    """The pages of several answers, one after the other or in a list; one that has none is told."""
    if len(answers) == 1 and isinstance(answers[0], list):
        answers = answers[0]
    if len(answers) == 1:
        yield from pages_of_answer(document, answers[0], warnings)
        return
    last: NotAnArchive | None = None
    kept = 0
    for answer in answers:
        try:
            for page in pages_of_answer(document, answer, warnings):
                yield page
                kept += 1
        except NotAnArchive as error:
            last = error
            if document.lose is not None:
                document.lose(Loss("", -1, 0, error))
    if last is not None and not kept:
        raise last


def _whole_ones(
    document: Document, text: str, warnings: tuple[str, ...], error: json.JSONDecodeError
) -> Iterator[RawPage]:
    """The pages of an answer that breaks off or is broken, then DamagedArchive.

    Of a page whose text breaks off its beginning is given, and it says so.
    """
    kept = 0
    with suppress(NotAnArchive):
        answer = closed(text)
        if answer is not None:
            listed = not {"flow", "discussiontoolspageinfo"}.isdisjoint(_mapping(answer.value))
            for page in pages_of_answer(document, answer.value, warnings):
                cut = listed or bool(answer.cut and page.text == answer.cut)
                if page.text.strip():
                    yield replace(page, warnings=with_warning(page.warnings, cut=cut))
                    kept += 1
        elif pages := page_objects(text):
            for page in pages_of_answer(document, {"query": {"pages": pages}}, warnings):
                yield page
                kept += 1
    if kept:
        raise DamagedArchive(
            "{path} is cut off or broken JSON (line {line}, column {column}); pages kept: {count};"
            " save the answer again for the rest",
            path=document.path,
            line=error.lineno,
            column=error.colno,
            count=kept,
        ) from error
    raise DamagedArchive(
        "{path} is cut off or broken JSON (line {line}, column {column}); save the answer again",
        path=document.path,
        line=error.lineno,
        column=error.colno,
    ) from error


def pages_of_answer(
    document: Document, answer: object, warnings: tuple[str, ...] = ()
) -> Iterator[RawPage]:
    """The pages of an answer that is decoded already."""
    top = _mapping(answer)
    if "error" in top:
        info = _mapping(top["error"])
        raise NotAnArchive(
            "{path} is an error message of the wiki, not a page ({info}); ask the wiki again",
            path=document.path,
            info=info.get("info") or info.get("code") or "unknown",
        )
    if "parse" in top:
        yield from _parse(document, _mapping(top["parse"]), warnings)
    elif "query" in top:
        yield from _query(document, top, warnings)
    elif "discussiontoolspageinfo" in top:
        info = _mapping(top["discussiontoolspageinfo"])
        yield page_of_thread_items(document, info.get("threaditemshtml"), warnings)
    elif "source" in top or "html" in top:
        yield from _rest(document, top, warnings)
    elif "flow" in top:
        from talkreader.archives.answers.flow import pages_of_flow

        yield from pages_of_flow(document, top["flow"])
    else:
        raise NotAnArchive(_HISTORY if "revisions" in top else _STRANGER, path=document.path)


def _parse(document: Document, page: Json, warnings: tuple[str, ...]) -> Iterator[RawPage]:
    """The page of an action=parse answer: its HTML where it was asked for, else its wikitext."""
    html, wikitext = _text(page.get("text")), _text(page.get("wikitext"))
    title, page_id, revision = (
        _string(page, "title"),
        _number(page, "pageid"),
        _number(page, "revid"),
    )
    if html is None and wikitext is None:
        raise NotAnArchive(
            "{path} is an action=parse answer without the page's text; ask for prop=text",
            path=document.path,
        )
    if html is None:
        yield document.page(
            Form.WIKITEXT,
            wikitext or "",
            title=title,
            page_id=page_id,
            revision=Revision(revision),
            warnings=warnings,
        )
        return
    for found in pages_of_html(document, html, warnings):
        yield document.page(
            Form.HTML,
            html,
            title=title,
            site=found.site,
            base_url=found.base_url,
            page_id=page_id,
            language=found.language,
            variant=found.variant,
            revision=Revision(revision),
            threads=found.threads,
            warnings=warnings,
        )


def _query(document: Document, top: Json, warnings: tuple[str, ...]) -> Iterator[RawPage]:
    """The pages of an action=query answer, or of the XML export in it."""
    query = _mapping(top["query"])
    export = _text(query.get("export"))
    if export:
        from talkreader.archives.answers.embedded import pages_of_export

        yield from pages_of_export(document, export)
        return
    if "threads" in query:
        raise NotAnArchive(
            "{path} is a list of LiquidThreads threads without their text;"
            " save the talk page as a web page instead",
            path=document.path,
        )
    if "continue" in top or "query-continue" in top:
        warnings = (*warnings, "The wiki sent only a part of its answer in this file")
    found = False
    for page in _items(query.get("pages")):
        revision = _latest(page)
        if revision is not None:
            found = True
            yield _page_of_query(document, page, revision, warnings)
        elif document.lose is not None:
            document.lose(_textless(page))
    if not found:
        raise NotAnArchive(
            "{path} is an action=query answer without the text of a page; ask for"
            " prop=revisions&rvprop=content&rvslots=main",
            path=document.path,
        )


def _page_of_query(
    document: Document, page: Json, revision: Json, warnings: tuple[str, ...]
) -> RawPage:
    """One page of an action=query answer."""
    content = _content(revision)
    if content is None:
        warnings = (*warnings, "The text of this page was removed from public view on the wiki")
    return document.page(
        Form.WIKITEXT,
        content or "",
        title=_string(page, "title"),
        namespace=_number(page, "ns"),
        page_id=_number(page, "pageid"),
        language=_string(page, "pagelanguage"),
        revision=Revision(
            id=_number(revision, "revid"),
            timestamp=moment(_string(revision, "timestamp")),
            contributor=_string(revision, "user"),
            comment=_string(revision, "comment"),
        ),
        warnings=warnings,
    )


def _textless(page: Json) -> Loss:
    """What to say of a page of which the answer has no text."""
    error = (
        NotAnArchive("The wiki has no page of this title")
        if "missing" in page or "invalid" in page
        else NotAnArchive("The answer has no text of this page; ask the wiki for it again")
    )
    return Loss(_string(page, "title"), -1, 0, error)


def _latest(page: Json) -> Json | None:
    """The latest revision with a text (or whose text was removed); None when there is none."""
    revisions = [
        revision
        for revision in _items(page.get("revisions"))
        if _content(revision) is not None or _is_removed(revision)
    ]
    return max(
        revisions,
        key=lambda one: (_content(one) is not None, _string(one, "timestamp")),
        default=None,
    )


def _content(revision: Json) -> str | None:
    """The text of a revision; None when the answer has none."""
    slots = revision.get("slots")
    main = _mapping(_mapping(slots).get("main")) if slots is not None else revision
    content = main.get("content", main.get("*"))
    return content if isinstance(content, str) else None


def _is_removed(revision: Json) -> bool:
    """True when the wiki hides the text of a revision."""
    main = _mapping(_mapping(revision.get("slots")).get("main"))
    return "texthidden" in revision or "texthidden" in main


def _rest(document: Document, page: Json, warnings: tuple[str, ...]) -> Iterator[RawPage]:
    """The page of a REST answer."""
    latest = _mapping(page.get("latest"))
    title, page_id = _string(page, "title"), _number(page, "id")
    revision = Revision(id=_number(latest, "id"), timestamp=moment(_string(latest, "timestamp")))
    html = page.get("html")
    if not isinstance(html, str):
        yield document.page(
            Form.WIKITEXT,
            _string(page, "source"),
            title=title,
            page_id=page_id,
            revision=revision,
            warnings=warnings,
        )
        return
    for found in pages_of_html(document, html, warnings):
        yield document.page(
            Form.HTML,
            html,
            title=title or found.title,
            site=found.site,
            base_url=found.base_url,
            namespace=found.namespace,
            page_id=page_id,
            language=found.language,
            variant=found.variant,
            revision=revision,
            threads=found.threads,
            warnings=warnings,
        )


def _mapping(value: object) -> Json:
    """``value`` when it is a JSON object, else an empty one."""
    return cast("Json", value) if isinstance(value, Mapping) else _NOTHING


def _items(value: object) -> list[Json]:
    """The objects in a JSON list, or in an object that stands for one (formatversion 1)."""
    if isinstance(value, Mapping):
        value = list(value.values())
    return [_mapping(item) for item in value] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    """A text that formatversion 1 wraps in {"*": …}; None when there is none."""
    if isinstance(value, Mapping):
        value = value.get("*")
    return value if isinstance(value, str) else None


def _string(page: Json, name: str) -> str:
    """A field that is a text, "" when it is not."""
    value = page.get(name)
    return value if isinstance(value, str) else ""


def _number(page: Json, name: str) -> int | None:
    """A field that is a number (the XML format writes it as a text), None when it is not."""
    value = page.get(name)
    if isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
