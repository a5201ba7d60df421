"""A copy of a page as plain text; its title is taken from it where a line proves to be the title.

The proofs, best first: a "Retrieved from …" address at the end; the name quoted in the last lines
(`Return to "…" page.`, in any language) that ends a line near the top; a first line that has the
shape of a title with a namespace; one line in the navigation at the top that begins with a talk
namespace. The line stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from talkreader.archives.document import Document
from talkreader.archives.pages.wikitext import title_of_file, title_of_name
from talkreader.archives.text.cutoff import text_breaks_off, with_warning
from talkreader.archives.text.frontmatter import front_matter
from talkreader.archives.xmlpage import host_of
from talkreader.domain.page import Form, RawPage

_HEAD_LINES = 120
_TAIL_LINES = 60

_ADDRESS = re.compile(
    r"[\"“”„«「]\s*(https?://[^\s\"“”„»」]+?(?:[?&]title=|/wiki/|/index\.php/)([^\s&\"“”»」]+)"
    r"[^\s\"“”»」]*)\s*[\"“”»」]"
)
_QUOTED = re.compile(r"[\"“”„«「『]\s*([^\"“”„«»「」『』]+?)\s*[\"“”»」』]")
_SHAPE = re.compile(r"[^\W\d_][^:：\n\d]{1,40}:[^\s:/][^\n]{0,250}")
_CLOCK = re.compile(r"\d{1,2}[:.時时]\d{2}")
_SENTENCE_END = tuple(".,;:!?。，；：！？…")

# Canonical names, and Chinese ones in both scripts; other languages have the first-line rule
_TALK = re.compile(
    r"(?:Talk|(?:User|Wikipedia|Project|File|Image|MediaWiki|Template|Help|Category|Portal|Draft"
    r"|Module|Book|Gadget) talk|(?:用户|使用者|用戶|维基百科|維基百科|文件|檔案|模板|範本|样板"
    r"|帮助|幫助|使用說明|分类|分類|主题|主題|草稿|模块|模組)?(?:讨论|討論|对话|對話))[:：](?=\S)"
)


def read(document: Document) -> Iterator[RawPage]:
    """The page in the file."""
    decoded = document.read_text()
    front = front_matter(decoded.text)
    title, address = find_title(front.body)
    host, base_url = host_of(address or front.address)
    yield document.page(
        Form.PLAINTEXT,
        front.body,
        offset=len(front.head.encode("utf-8", "surrogatepass")),
        line=front.head.count("\n") + 1,
        title=title
        or title_of_name(front.title)
        or document.hints.title
        or title_of_file(document.member or document.path),
        site=host,
        base_url=base_url,
        warnings=with_warning(decoded.warnings, cut=document.is_cut or text_breaks_off(front.body)),
    )


def find_title(text: str) -> tuple[str, str]:
    """The page's title and address as the copy tells them, "" for what it does not."""
    lines = [line.strip("\ufeff\u200e\u200f \t") for line in text.splitlines()]
    lines = [line for line in lines if line]
    for line in reversed(lines[-_TAIL_LINES:]):
        # no line of a copy's foot is long, and searching a long one takes long
        address = _ADDRESS.search(line) if len(line) < 2000 else None
        if address:
            return unquote(address[2]).replace("_", " "), address[1]
    head = lines[:_HEAD_LINES]
    return _quoted_title(head, lines[-_TAIL_LINES:]) or _first_line(head) or _only_talk(head), ""


def _quoted_title(head: list[str], tail: list[str]) -> str:
    """The line at the top that ends in a name quoted at the end."""
    for line in reversed(tail):
        for quoted in _QUOTED.findall(line) if len(line) < 300 else ():
            for candidate in head:
                if candidate.endswith(f":{quoted}") and _has_shape(candidate):
                    return candidate
    return ""


def _first_line(head: list[str]) -> str:
    """The first line when it has the shape of a title with a namespace."""
    if not head or not _has_shape(head[0]) or head[0].endswith(_SENTENCE_END):
        return ""
    return head[0]


def _only_talk(head: list[str]) -> str:
    """The one line before the first signature that begins with a talk namespace."""
    found = []
    for line in head:
        if _CLOCK.search(line) and len(line) > 60:
            break
        if _TALK.match(line) and _has_shape(line):
            found.append(line)
    return found[0] if len(set(found)) == 1 else ""


def _has_shape(line: str) -> bool:
    """True when a line could be a title with a namespace, and no sentence or signature."""
    return bool(_SHAPE.fullmatch(line)) and not _CLOCK.search(line) and "(UTC)" not in line
