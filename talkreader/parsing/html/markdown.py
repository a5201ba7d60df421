"""Markdown to blocks: what pandoc or a browser's extension made of a rendered page.

It is rendered to HTML first, which the reader of HTML understands: such a copy keeps links (so who
signed is known), headings, lists, tables and code. Definition lists, which are MediaWiki's
indentation, have no Markdown; where a copy has none, the level of a comment is not told. Some
programs write ``:   `` before each, others indent all alike.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.html.blocks import html_blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# "[edit]" behind a heading, whose links some programs keep
_EDIT_LINK = re.compile(
    r"\s?\[(?:<a href=\"[^\"<>]*action=edit[^\"<>]*section=[^\"<>]*\"[^<>]*>[^<>]*</a>"
    r"(?:\s*\|\s*)?){1,2}\]"
)
_BROKEN_HEADING = re.compile(r"^(#{1,6} [^\n]*\"[^\"\n]*)\n([^\"\n]*\"\))", re.MULTILINE)
# to an address: code may have brackets, too
_INDENTED_LINK = re.compile(r"^ {4,}\S[^\n]*\]\((?:[/.<#]|https?:)", re.MULTILINE)
_DEFINITION = re.compile(r"^ *: {3}\S", re.MULTILINE)
_MARK = re.compile(r"( *)(:|[*+-]|\d{1,3}\.) +(?=\S)")
_FENCE = re.compile(r" *(`{3,}|~{3,})([^`]*)$")
_STEP = 4  # columns of a level


@cache
def _renderer(*, indented: bool) -> MarkdownIt:
    """Return what renders Markdown; ``indented``: what stands so is no code."""
    from markdown_it import MarkdownIt

    # CommonMark with the tables and the struck words of GitHub; HTML in it is kept, to be read.
    # What is nested deeper than this is dropped: no page is.
    renderer = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
    renderer.enable(["table", "strikethrough"])
    return renderer.disable("code") if indented else renderer


def _rendered(text: str) -> str:
    """Return Markdown as HTML; indented answers are paragraphs, where CommonMark has code."""
    if "#" in text:
        text = _BROKEN_HEADING.sub(r"\1 \2", text)
    indented = _DEFINITION.search(text) is not None
    if indented:
        text = _with_lists(text)
    elif _INDENTED_LINK.search(text):
        indented = True
    rendered: str = _renderer(indented=indented).render(text)
    return rendered


def _with_lists(text: str) -> str:
    """Return Markdown with the lists that its lines stand in as HTML."""
    lines = []
    closing, margin, fence = "", 0, ""
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        bar = _FENCE.match(line)
        if bar and not fence:
            fence = bar[1]
        elif fence:
            if bar and bar[1].startswith(fence) and not bar[2].strip():
                fence = ""
            lines.append(line[min(indent, margin) :] if closing else line)
            continue
        mark = None if fence else _MARK.match(line)
        if closing and line and (mark or not indent):
            lines += ["", closing, ""]
            closing = ""
        if mark is None:
            lines.append(line[min(indent, margin) :] if closing else line)
            continue
        depth = (len(mark[1]) + 1) // _STEP
        own, end = ("<dl><dd>", "</dd></dl>") if mark[2] == ":" else ("<ul><li>", "</li></ul>")
        closing = end + "</dd></dl>" * depth
        margin = mark.end()
        lines += ["", "<dl><dd>" * depth + own, "", line[margin:]]
    return "\n".join([*lines, "", closing])


def markdown_blocks(
    text: str, title: str, base_url: str, variant: str, *, detail: bool
) -> list[Block]:
    """Return the blocks of a page in Markdown; depth -1 where the copy lost the indentation."""
    html = f"<body>{_EDIT_LINK.sub('', _rendered(text))}</body>"
    blocks = html_blocks(html, title, base_url, variant, detail=detail)
    if not any(":" in block.lists for block in blocks):
        for block in blocks:
            if not block.is_heading:
                block.depth = -1
    return blocks
