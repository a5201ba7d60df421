"""A file that holds one page's wikitext and nothing else; its title is in its name, if anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import unquote

from talkreader.archives.cutoff import wikitext_breaks_off, with_warning
from talkreader.archives.document import Document
from talkreader.archives.frontmatter import front_matter
from talkreader.domain.page import Form, RawPage

# Programs that save pages write a colon so where a file name may not have one
_COLONS = str.maketrans({"꞉": ":", "：": ":", "∶": ":"})
_QUERY_TITLE = re.compile(r"[?&]title=([^&]+)")
_TITLE = re.compile(r"[^\W\d_][^:#<>\[\]|{}]{0,40}:[^\s:#<>\[\]|{}][^#<>\[\]|{}]*")
_TALK_WORDS = re.compile(r"((?:[A-Z][a-z]+ talk)|Talk) (?=\S)")


def read(document: Document) -> Iterator[RawPage]:
    """The page in the file."""
    decoded = document.read_text()
    front = front_matter(decoded.text)
    yield document.page(
        Form.WIKITEXT,
        front.body,
        offset=len(front.head.encode("utf-8", "surrogatepass")),
        line=front.head.count("\n") + 1,
        title=title_of_name(front.title)
        or document.hints.title
        or title_of_file(document.member or document.path),
        warnings=with_warning(
            decoded.warnings, cut=document.is_cut or wikitext_breaks_off(front.body)
        ),
    )


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
