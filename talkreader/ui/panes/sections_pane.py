"""The sections of the page as a tree, to see where one is and go elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from talkreader.domain.note import Placed
from talkreader.domain.thread import Comment, Section
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.models.sections import HEADING, HITS, NEW, NOTES, TITLES, SectionsModel
from talkreader.ui.panes.filtered import FilteredPane, make_tree

PAD = 14
"""Pixels around a number of a column."""


class SectionsPane(FilteredPane):
    """``section_picked`` carries the section's index."""

    section_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = SectionsModel()
        self.tree = make_tree()
        super().__init__(self._model, self.tree, parent)
        self._shown.setRecursiveFilteringEnabled(True)
        self.tree.setItemDelegate(RoomyDelegate(self.tree, wide=True))  # in line with the heads
        self.tree.setIndentation(14)
        header = self.tree.header()
        header.setSectionResizeMode(HEADING, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(TITLES)):
            # not to its contents: Qt would ask for the size of every row at every change
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._fit_columns()
        self._retranslate()

    def show_sections(
        self, sections: Sequence[Section], comments: Sequence[Comment], *, lead: bool = False
    ) -> None:
        """Show the sections of another page."""
        self.filter.clear()
        self._model.show(sections, comments, lead=lead)
        self._expand()
        self.tree.setCurrentIndex(self._shown.index(0, 0))
        self._fit_columns()

    def translate(self, headings: Mapping[int, str]) -> None:
        """Show these translations behind the headings of sections, by their index."""
        self._model.translate(headings)

    def look_again(self) -> None:
        """Show the headings in the script that Chinese is shown in now."""
        self.tree.viewport().update()

    def count_new(self, comments: Iterable[int]) -> None:
        """Show in which sections these new comments stand."""
        self._count(NEW, comments)

    def count_notes(self, placed: Iterable[Placed]) -> None:
        """Show in which sections these notes stand: each once, on however many comments it is."""
        section_of = self._model.section_of
        standing = {
            (place.note.id, section_of(place.comment)): place.comment
            for place in placed
            if place.comment is not None
        }
        self._count(NOTES, standing.values())

    def count_hits(self, comments: Iterable[int]) -> None:
        """Show in which sections the hits in these comments stand."""
        self._count(HITS, comments)

    def _count(self, column: int, comments: Iterable[int]) -> None:
        if self._model.count(column, comments):
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Make columns as wide as their numbers; those without one leave their room."""
        metrics, header = self.tree.fontMetrics(), self.tree.header()
        for column in range(1, len(TITLES)):
            title = self._model.headerData(column, Qt.Orientation.Horizontal)
            texts = (str(title), str(self._model.most(column)))
            wide = max(metrics.horizontalAdvance(text) for text in texts)
            self.tree.setColumnWidth(column, max(header.minimumSectionSize(), wide + PAD))
        for column in (NEW, NOTES, HITS):
            self.tree.setColumnHidden(column, not self._model.most(column))

    def follow(self, section: int) -> None:
        """Mark the section that is being read, without going there."""
        index = self._shown.mapFromSource(self._model.index_of(section))
        if index.isValid() and index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)

    def _narrow(self, text: str) -> None:
        super()._narrow(text)
        self._expand()

    def _expand(self, above: QModelIndex | None = None) -> None:
        """Show all sections. expandAll opens leaves, too, and then Left has to close them first."""
        above = above or QModelIndex()
        for row in range(self._shown.rowCount(above)):
            index = self._shown.index(row, 0, above)
            if self._shown.hasChildren(index):
                self.tree.expand(index)
                self._expand(index)

    def _pick(self, index: QModelIndex) -> None:
        section = self._model.section_at(self._shown.mapToSource(index))
        if section is not None:
            self.section_picked.emit(section.index)

    def _retranslate(self) -> None:
        self._name(self.tr("Filter sections"), self.tr("Sections of this page"))
        self._model.retranslate()
        self._fit_columns()
