"""One page made visible: its document and all that knows where things are in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from talkreader.reading import ReadingPage
from talkreader.ui.document.asides import Asides
from talkreader.ui.document.builder import DocumentBuilder
from talkreader.ui.document.folding import Folding
from talkreader.ui.document.geometry import Geometry
from talkreader.ui.document.grip import Grip
from talkreader.ui.document.guides import Guides
from talkreader.ui.document.insets import Insets
from talkreader.ui.document.marks import Marks
from talkreader.ui.document.novelty import Novelty
from talkreader.ui.document.parts import Part
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.side_by_side import Pairs
from talkreader.ui.document.style import Look, Style
from talkreader.ui.document.threads import Threads


class PageView(QObject):
    """A page in one look. Another look, or another page, is another view."""

    def __init__(self, page: ReadingPage, part: Part, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page
        self.part = part
        self.style = Style(look)
        self.document = QTextDocument(self)
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(self.style.font)
        self.document.setDocumentMargin(self.style.margin)
        self.document.setIndentWidth(self.style.indent)
        root = self.document.rootFrame()
        room = root.frameFormat()
        room.setBottomMargin(self.style.em * 6)  # the last comment may stand away from the edge
        root.setFrameFormat(room)
        self.builder = DocumentBuilder(page, part, self.document, self.style)
        self.places = self.builder.places
        shown = self.builder.threads
        self.threads = Threads(page.comments) if look.by_time else shown
        self.pairs = Pairs(page.comments, page.pairs, page.prose)
        self.folding = Folding(self.document, self.places, shown)
        self.asides = Asides(self.document, self.places, self.folding)
        self.builder.adapt = self.asides.adapt
        self.geometry = Geometry(self.document, self.places, self.style.em)
        self.guides = Guides(self.style, self.geometry, shown, self.folding)
        self.grip = Grip(self.style, self.geometry, self.places)
        self.novelty = Novelty(self.style, self.geometry)
        self.insets = Insets(self.style, self.document, self.geometry, page.comments)
        self.marks = Marks(look.palette, self.geometry, self.places)
        self.marks.set_notes(page.notes)

    def comment_at_height(self, top: float) -> int | None:
        """Return the first comment that is shown below this height; None when there is none."""
        for entry in self.geometry.shown[max(self.geometry.number_at(top), 0) :]:
            if entry.kind is Kind.COMMENT:
                return entry.index
        return None

    def heights(self, comments: Iterable[int], height: float) -> list[float]:
        """Return where these comments begin, as parts of a height; a hidden one is at its fold.

        Text that is no comment is named by its `Entry.key`.
        """
        found = []
        for key in comments:
            entry = self.places.keyed(key if key < 0 else self.folding.shown_above(key))
            if entry is not None and height > 0:
                found.append(self.geometry.top(entry) / height)
        return found

    def comment_at_position(self, position: int) -> int | None:
        """Return the comment that a document position lies in; None on headings and prose."""
        entry = self.places.entry_at(position)
        return entry.index if entry is not None and entry.kind is Kind.COMMENT else None

    def section_at_position(self, position: int) -> int | None:
        """Return the section that a document position lies in."""
        number = self.places.number_at(position)
        while number >= 0:
            entry = self.places.entries[number]
            if entry.kind is Kind.HEADING:
                return entry.index
            number -= 1
        return None
