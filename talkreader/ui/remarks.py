"""What a person wrote on a note, which is Markdown, as it reads: for cards and paper."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

_MARKS = re.compile(r"[*_`#\[\]<>~|\\&]|^ *(?:[-+]|\d+[.)]) ", re.MULTILINE)
_LINE = re.compile(r"(?<=\S)\n(?=\S)")
KEPT = 2000
"""Remarks that stay known: a list is painted again and again."""


def read_markdown(document: QTextDocument, text: str) -> None:
    """Make a document show Markdown as GitHub does; a line ends where the person ended it.

    A note may come from somebody else: its HTML stays text.
    """
    features = document.MarkdownFeature
    document.setMarkdown(
        _LINE.sub("  \n", text), features.MarkdownDialectGitHub | features.MarkdownNoHTML
    )


@lru_cache(KEPT)
def plain_remark(text: str) -> str:
    """Return Markdown without its signs: what is a list keeps its dots or numbers."""
    if not _MARKS.search(text):
        return text
    # PySide makes a class when it is named, in some milliseconds: not at the start
    from PySide6.QtGui import QTextDocument, QTextListFormat

    document = QTextDocument()
    read_markdown(document, text)
    lines = []
    block = document.begin()
    while block.isValid():
        entry = block.textList()
        sign = ""
        if entry is not None:
            numbered = entry.format().style() == QTextListFormat.Style.ListDecimal
            sign = entry.itemText(block) + " " if numbered else "• "
        lines.append(sign + block.text().replace("\u2028", "\n"))
        block = block.next()
    # a picture would be loaded from somewhere: its place is empty
    return "\n".join(lines).replace("\ufffc", "").strip() or text
