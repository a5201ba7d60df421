"""What a saved page's scripts say about it: ``mw.config`` in the forms that MediaWiki has used."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime

from talkreader.archives.xmlpage import moment
from talkreader.domain.jsontext import loads, value_at
from talkreader.domain.page import ThreadMark

# Each begins with a word that is found at once; that it is a whole word is asked behind it.
_STARTS = (
    re.compile(r"RLCONF(?<=\bRLCONF)\s*(?:=|\|\|\s*\{\}\s*;?)\s*(?=\{)"),
    re.compile(r"mw\.config\.set\((?<=\bmw\.config\.set\()\s*(?=\{)"),
)
_MINIFIED_BOOLEAN = re.compile(r"(?<=[:\[,])!([01])(?=[,}\]])")
_VARIABLE = re.compile(  # MediaWiki 1.16 and older: var wgPageName="…";
    r'(wg(?<=\bwg)[A-Za-z]+)\s*=\s*("(?:[^"\\\n]|\\.)*"|-?\d+|true|false|null)\s*[,;]'
)
_THREADS = re.compile(r'"wgDiscussionToolsPageThreads"\s*:\s*(?=\[)')

_MAX_SCRIPTS = 8
"""Pages have one or two; each is looked through to its end."""

MAX_DEPTH = 200
"""Replies nested deeper than this are left out of the thread marks (the page has them)."""


def read_config(html: str) -> dict[str, object]:
    """The variables of a page's ``mw.config``, empty when it has none."""
    found: dict[str, object] = {}
    starts = sorted(match.end() for pattern in _STARTS for match in pattern.finditer(html))
    for start in starts[:_MAX_SCRIPTS]:
        value = _value_at(html, start)
        if isinstance(value, dict):
            found.update(value)
    if not found:
        for name, value in _VARIABLE.findall(html):
            found.setdefault(name, loads(value) if "\\'" not in value else value.strip('"'))
    return found


def read_threads(html: str, config: Mapping[str, object]) -> tuple[ThreadMark, ...]:
    """The thread tree that DiscussionTools left in a page, each entry once."""
    items = config.get("wgDiscussionToolsPageThreads")
    if items is None:
        place = _THREADS.search(html)
        items = _value_at(html, place.end()) if place else None
    return thread_marks(items)


def thread_marks(items: object) -> tuple[ThreadMark, ...]:
    """Thread marks from DiscussionTools' JSON.

    A sub-section is listed twice there, in its section and again at the top; the first place, which
    is in its section, counts.
    """
    if not isinstance(items, list):
        return ()
    return _marks(items, set(), 0)


def _marks(items: list[object], seen: set[str], depth: int) -> tuple[ThreadMark, ...]:
    """The marks for ``items`` whose ids were not seen before."""
    marks = []
    for item in items:
        if not isinstance(item, dict) or depth > MAX_DEPTH:
            continue
        name = str(item.get("id", ""))
        if name in seen:
            continue
        seen.add(name)
        replies = item.get("replies")
        level = item.get("level")
        marks.append(
            ThreadMark(
                id=name,
                level=level if isinstance(level, int) else 0,
                author=str(item.get("author") or ""),
                timestamp=thread_moment(str(item.get("timestamp") or "")),
                replies=_marks(replies, seen, depth + 1) if isinstance(replies, list) else (),
            )
        )
    return tuple(marks)


def thread_moment(text: str) -> datetime | None:
    """The moment of ``2021-09-14T20:16:00.000Z`` or (since July 2022) ``20210914201600``."""
    if len(text) == 14 and text.isdecimal():
        text = f"{text[:8]}T{text[8:]}"
    return moment(text)


def _value_at(text: str, start: int) -> object:
    """The JSON value that begins at ``start``, None when there is none."""
    try:
        return value_at(text, start)[0]
    except (json.JSONDecodeError, RecursionError):
        pass
    end = text.find("</script", start)
    piece = _MINIFIED_BOOLEAN.sub(
        lambda match: "true" if match[1] == "0" else "false", text[start : end if end > 0 else None]
    )
    try:
        return value_at(piece)[0]
    except (json.JSONDecodeError, RecursionError):
        return None
