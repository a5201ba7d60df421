"""An HTML export as a browser would show it, as far as it can be shown without one."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

_STYLE = """
h1 { font-size: x-large; } h2 { font-size: large; } p { margin: 2px 0; }
blockquote { margin: 12px 20px 4px 20px; white-space: pre-wrap; }
.text { white-space: pre-wrap; } .where, .by { font-size: small; margin-top: 10px; }
"""
"""What Qt knows of the export's own style: it has CSS 2.1 in part, and warns of the rest."""
_DEPTH = re.compile(r'(<div[^>]*) style="--depth: ?(\d+)"')
_ENDS = ("</article>", "</tr>", "</p>")


class RenderedView(QTextBrowser):
    """Shows HTML that this program wrote: elements of its own around escaped text.

    Nothing is loaded, from nowhere, and no link is followed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.document().setDocumentMargin(14)
        self.document().setDefaultStyleSheet(_STYLE)

    def show_beginning(self, made: str) -> None:
        """Show an export, or as much of its beginning as is whole."""
        if not made.rstrip().endswith("</html>"):
            ends = (made.rfind(end) + len(end) for end in _ENDS if end in made)
            made = made[: max(ends, default=0)]
        _head, _body, shown = made.partition("<body>")
        # notes are parted by lines; comments stand under each other as they answer each other
        end = "</div>" if "--depth" in shown else "</div><hr>"
        shown = shown.replace("<article", "<div").replace("</article>", end)
        self.setHtml(_DEPTH.sub(_indent, shown))

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002, ARG002 - Qt's
        """Qt: asked for what a page refers to; there is nothing."""
        return None


def _indent(match: re.Match[str]) -> str:
    return f'{match[1]} style="margin-left: {20 * min(int(match[2]), 12)}px"'
