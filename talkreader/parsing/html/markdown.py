"""Markdown to blocks: what pandoc or a browser's extension made of a rendered page.

It is rendered to HTML first, which the reader of HTML understands: such a copy keeps links (so who
signed is known), headings, lists, tables and code. Definition lists, which are MediaWiki's
indentation, have no Markdown; where a copy has none, the level of a comment is not told.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.html.blocks import html_blocks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # CommonMark with the tables and the struck words of GitHub; HTML in it is kept, to be read.
    # What is nested deeper than this is dropped: no page is.
    return MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(
        ["table", "strikethrough"]
    )


def markdown_blocks(
    text: str, title: str, base_url: str, variant: str, *, detail: bool
) -> list[Block]:
    """Return the blocks of a page in Markdown; depth -1 where the copy lost the indentation."""
    html = f"<body>{_renderer().render(text)}</body>"
    blocks = html_blocks(html, title, base_url, variant, detail=detail)
    if not any(":" in block.lists for block in blocks):
        for block in blocks:
            if not block.is_heading:
                block.depth = -1
    return blocks
