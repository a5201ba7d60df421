"""Where a link leads: page titles out of the addresses that wikis write."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from urllib.parse import parse_qs, unquote, urlsplit

_USUAL = re.compile(r"(?:(?:https?:)?//[a-z0-9.-]+)?/wiki/|\./")
"""How nearly every link begins: no need to take it apart."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});")
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ARTICLE_PATH = re.compile(r"/(?:wiki|w/index\.php|zh(?:-[a-z]+)?|sr-e[cl]|index\.php)/")


def written_out(target: str) -> str:
    """Return a wikitext link's target with the characters that stand for others written out.

    Source: MediaWiki decodes entities and percent signs there (Parser::handleInternalLinks2), and
    its own signature is full of them: wfEscapeWikiText makes ``O&#39;Neil`` of O'Neil.
    """
    if "&" in target:
        target = _ENTITY.sub(_character, target)
    if "%" in target:
        target = _ENCODED.sub(_decoded_run, target)
    return target


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def _decoded_run(run: re.Match[str]) -> str:
    words = unquote(run[0])
    return words if words.isprintable() and "\ufffd" not in words else run[0]


@lru_cache(maxsize=3_000)
def link_target(href: str) -> str | None:
    """Return the title that a link leads to on its wiki; None for other places.

    Knows ``/wiki/X``, ``index.php?title=X``, Parsoid's ``./X``, script variants (``/zh-tw/X``) and
    addresses with a host; percent signs decoded, underscores as spaces.
    """
    usual = _USUAL.match(href)
    if usual and "?" not in href and href.isprintable():
        path, _, fragment = href.partition("#")
        title = _decoded(path[usual.end() :])
        if not title or "\ufffd" in title:
            return None
        fragment = f"#{unquote(fragment)}" if fragment else ""
        return title.replace("_", " ") + fragment.replace("_", " ")
    return _from_address(href)


def _from_address(href: str) -> str | None:
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https"):
        return None
    fragment = f"#{unquote(parts.fragment)}" if parts.fragment else ""
    query = parse_qs(parts.query) if "title=" in parts.query else {}
    if "title" in query:
        title = query["title"][0]
    elif not parts.path and fragment:
        return fragment.replace("_", " ")
    elif parts.path.startswith("./"):
        title = _decoded(parts.path[2:])
    elif match := _ARTICLE_PATH.search(parts.path):
        title = _decoded(parts.path[match.end() :])
    else:
        return None
    if not title or "\ufffd" in title:
        return None
    if href.endswith("?"):  # an unescaped question mark that belongs to the title
        title += "?"
    return title.replace("_", " ") + fragment.replace("_", " ")


def _decoded(path: str) -> str:
    if "%" not in path:
        return path
    try:
        return unquote(path, errors="strict")
    except UnicodeDecodeError:
        return ""
