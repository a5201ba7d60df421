"""What all papers share: black on white, a title, and lines that say where words are from."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from talkreader.exporting import Source, citation, how_found
from talkreader.ui.direction import isolated
from talkreader.ui.document.fonts import script_of
from talkreader.ui.document.positions import Places
from talkreader.ui.document.style import Look, Style, Words
from talkreader.ui.document.writer import Writer
from talkreader.ui.export_labels import export_labels
from talkreader.ui.theme import LIGHT

POINTS = 10.0
"""The size of printed text."""


class Sheet:
    """A document to write on, with a pen."""

    def __init__(self, look: Look) -> None:
        self.style = Style(look)
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(self.style.font)
        self.document.setIndentWidth(self.style.indent)
        self.places = Places()
        self.pen = Writer(self.document, self.style, self.places)

    def title(self, text: str, left: int = 0) -> None:
        """Write the title of the paper."""
        self.line(text, left=left, scale=1.55, bold=True, below=0.3)
        self.document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, text)

    def source(self, text: str, left: int = 0) -> None:
        """Write where words are from."""
        self.line(text, left=left, scale=0.8, color=self.style.palette.muted, below=0.5)

    def cited(self, source: Source, left: int = 0) -> None:
        """Write how to cite words, and how their place was found."""
        labels = export_labels()
        line = citation(source, labels=labels) + how_found(source, labels)
        for part in (source.author, source.section, source.title, source.copy):
            if part:
                line = line.replace(part, isolated(part), 1)
        self.source(line, left)

    def line(  # noqa: PLR0913 - how one line looks
        self,
        text: str,
        *,
        left: int = 0,
        scale: float = 1.0,
        bold: bool = False,
        color: str = "",
        above: float = 0.0,
        below: float = 0.4,
        ground: str = "",
    ) -> None:
        """Write one paragraph."""
        script = script_of(text, self.style.look.script)
        form = self.style.block(left, script=script, above=above, below=below, scale=scale)
        self.pen.block(form)
        look = Words(script=script, scale=scale, bold=bold, color=color, ground=ground)
        self.pen.words(text, self.style.chars(look))


def paper_look(script: str, latin: str = "", chinese: str = "", *, people: bool = True) -> Look:
    """Return the look of printed text; ``people``: names in colour."""
    return Look(LIGHT, POINTS, people_in_color=people, script=script, latin=latin, chinese=chinese)
