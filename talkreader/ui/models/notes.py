"""A person's notes as a list of cards, and what of them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from talkreader.domain.note import AnchorState, Color, Note
from talkreader.ui import words
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.models.rows import RowsModel


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note and where it stands: ``comment`` None when it is lost or on another page."""

    note: Note
    state: AnchorState = AnchorState.EXACT
    comment: int | None = None
    where: str = ""

    @property
    def quote(self) -> str:
        """The words it is about, as they were when it was written."""
        return " … ".join(target.exact for target in self.note.targets if target.exact)


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes to show: all conditions together. ``color`` None and "" mean any."""

    words: str = ""
    color: Color | None = None
    tag: str = ""

    @property
    def on(self) -> bool:
        """True when something is hidden by it."""
        return bool(self.words or self.color or self.tag)

    def accepts(self, row: NoteRow) -> bool:
        """Return whether to show a note."""
        note = row.note
        if self.color and note.color is not self.color:
            return False
        if self.tag and self.tag not in note.tags:
            return False
        everything = "\n".join((note.text, row.quote, row.where, *note.tags)).casefold()
        return all(word in everything for word in self.words.casefold().split())


class NotesModel(RowsModel[NoteRow]):
    """Notes in the order they are given, filtered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.note.id, parent)
        self._all: tuple[NoteRow, ...] = ()
        self._filter = NoteFilter()

    @property
    def total(self) -> int:
        """The number of notes, the hidden ones included."""
        return len(self._all)

    @property
    def all_tags(self) -> list[str]:
        """Every tag on these notes, sorted."""
        return sorted({tag for row in self._all for tag in row.note.tags})

    def show(self, rows: Sequence[NoteRow]) -> None:
        """Show other notes."""
        self._all = tuple(rows)
        self._apply()

    def set_filter(self, wanted: NoteFilter) -> None:
        """Show only what the filter accepts."""
        self._filter = wanted
        self._apply()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a note can be edited where it stands."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a note."""
        row = self.thing_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.note.text or row.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            color = words.word(words.COLORS[row.note.color]) if row.note.color else ""
            return ". ".join(filter(None, (row.note.text, row.quote, color, *row.note.tags)))
        return row if role == Role.THING else None

    def _apply(self) -> None:
        self.update_rows([row for row in self._all if self._filter.accepts(row)])
