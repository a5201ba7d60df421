"""What a person wrote on a note, which is Markdown: as HTML, and among other Markdown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@cache
def _renderer() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # As the editor's preview reads it. HTML is shown as text, a picture would be loaded from
    # somewhere, and a line ends where the person ended it.
    features = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": 100})
    return features.enable(["table", "strikethrough"]).disable("image")


def remark_html(text: str) -> str:
    """Return Markdown as HTML without anything that runs, or is loaded; links are links."""
    visible = "".join(each for each in text if each in "\n\t" or each >= " ")
    made = str(_renderer().render(visible))
    return made.strip().replace("<a href=", '<a rel="noreferrer" href=')


_NEXT = "what comes next"


def closed(text: str) -> str:
    """Return Markdown after which something else can begin: a fence left open is closed.

    HTML that swallows what follows (a comment, a ``<script>``) begins with a sign of text instead.
    """
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": 100})  # with HTML, as other programs read it
    for _line in range(text.count("\n") + 1):
        blocks = [block for block in reader.parse(f"{text}\n\n{_NEXT}") if not block.level]
        last = next((block for block in reversed(blocks) if block.map is not None), None)
        if last is not None and last.type == "fence":
            return f"{text}\n{last.markup}"
        if last is None or last.map is None or last.type != "html_block":
            return text
        lines = text.split("\n")
        lines[last.map[0]] = lines[last.map[0]].replace("<", "\\<", 1)
        text = "\n".join(lines)
    return text
