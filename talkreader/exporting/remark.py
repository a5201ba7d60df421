"""What a person wrote on a note, which is Markdown, as HTML."""

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
