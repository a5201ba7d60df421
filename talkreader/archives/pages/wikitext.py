"""A file that holds one page's wikitext and nothing else; its title is in its name, if anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import unquote

from talkreader.archives.document import Document
from talkreader.archives.text.cutoff import wikitext_breaks_off, with_warning
from talkreader.archives.text.frontmatter import front_matter
from talkreader.domain.page import Form, RawPage

# Programs that save pages write a colon so where a file name may not have one
_COLONS = str.maketrans({"꞉": ":", "：": ":", "∶": ":"})
_QUERY_TITLE = re.compile(r"[?&]title=([^&]+)")
_TITLE = re.compile(r"[^\W\d_][^:#<>\[\]|{}]{0,40}:[^\s:#<>\[\]|{}][^#<>\[\]|{}]*")
_ESCAPABLE = re.compile('[<>"]|&(?!(?:lt|gt|quot|amp|#0?39|#x27);)')
_ESCAPED_TAG = re.compile(r"&lt;(?:div|span|font|p|table|t[rdh]|center|small|big)\b[^&]*=&quot;")
_ESCAPES = (
    *(("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&#039;", "'")),
    *(("&#x27;", "'"), ("&amp;", "&")),  # this one last: what it makes is no escape
)
_TALK_WORDS = re.compile(r"((?:[A-Z][a-z]+ talk)|Talk) (?=\S)")


def read(document: Document) -> Iterator[RawPage]:
    """The page in the file."""
    decoded = document.read_text()
    front = front_matter(decoded.text)
    body = _unescaped(front.body)
    yield document.page(
        Form.WIKITEXT,
        body,
        offset=len(front.head.encode("utf-8", "surrogatepass")),
        line=front.head.count("\n") + 1,
        title=title_of_name(front.title)
        or document.hints.title
        or title_of_file(document.member or document.path),
        warnings=with_warning(
            decoded.warnings, cut=document.is_cut or wikitext_breaks_off(front.body)
        ),
    )


def _unescaped(text: str) -> str:
    """Wikitext as it was before a program escaped it for HTML, where one did.

    Then no sign that has a name there is left as it is, and quotation marks, which nobody escapes
    in wikitext, are escaped in the attributes of tags.
    """
    if _ESCAPABLE.search(text) or "&quot;" not in text or not _ESCAPED_TAG.search(text):
        return text
    for name, sign in _ESCAPES:
        text = text.replace(name, sign)
    return text


def title_of_file(path: str) -> str:
    """The page title that a file is named after, "" when its name is no title.

    A name counts when it has a namespace in it: "Talk:X.txt", "Talk%3AX.wiki", "Talk_X.txt",
    "index.php?title=Talk:X&action=raw".
    """
    name = PurePath(path).name
    query = _QUERY_TITLE.search(name)
    if query:
        stem = query[1]
    else:
        stem = re.sub(
            r"(?:\.(?:txt|wiki|wikitext|mediawiki|md|html?|gz|bz2|xz|zst|7z))+\Z", "", name
        )
    return title_of_name(unquote(stem))


def title_of_name(name: str) -> str:
    """The page title that a name is, with its colon again; "" when it has no namespace in it."""
    stem = name.translate(_COLONS).replace("_", " ").strip()
    if " - " in stem:
        # "Talk X - Wikipedia": where the title ends cannot be told
        return ""
    stem = _TALK_WORDS.sub(r"\1:", stem, count=1) if ":" not in stem else stem
    return stem if _TITLE.fullmatch(stem) else ""
