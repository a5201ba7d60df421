"""A person's notes as a list of cards, and what of them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt

from talkreader.domain.code import levels
from talkreader.domain.note import AnchorState, Color, Note
from talkreader.ui import words
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.models.rows import RowsModel


class NoteOrder(StrEnum):
    """What a list of notes is sorted by."""

    PLACE = "place"
    TIME = "time"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note and where it stands: ``comment`` None when it is lost or on another page.

    ``person`` is who wrote the words it is about, "" when nobody or not known.
    """

    note: Note
    state: AnchorState = AnchorState.EXACT
    comment: int | None = None
    where: str = ""
    person: str = ""

    @property
    def quote(self) -> str:
        """The words it is about, as they were when it was written."""
        return " … ".join(target.exact for target in self.note.targets if target.exact)

    @property
    def quote_in_place(self) -> str:
        """The words with what stood around them: all that is left when the place is lost."""
        return "\n".join(
            f"…{target.prefix}[{target.exact}]{target.suffix}…"
            for target in self.note.targets
            if target.exact
        )


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes to show: all conditions together. ``color`` None and "" mean any.

    A tag finds the tags below it (``a`` finds ``a/b``). ``lost``: only those.
    """

    words: str = ""
    color: Color | None = None
    tag: str = ""
    person: str = ""
    lost: bool = False

    @property
    def on(self) -> bool:
        """True when something is hidden by it that the person chose to hide."""
        return bool(self.words.strip() or self.color or self.tag or self.person)

    def accepts(self, row: NoteRow) -> bool:
        """Return whether to show a note."""
        note = row.note
        if self.lost and row.state is not AnchorState.LOST:
            return False
        if self.color and note.color is not self.color:
            return False
        if self.person and row.person != self.person:
            return False
        below = f"{self.tag}/"
        if self.tag and not any(t == self.tag or t.startswith(below) for t in note.tags):
            return False
        if not self.words.strip():
            return True
        everything = "\n".join((note.text, row.quote, row.where, *note.tags)).casefold()
        return all(word in everything for word in self.words.casefold().split())


class NotesModel(RowsModel[NoteRow]):
    """Notes in the order they are given, filtered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.note.id, parent)
        self._all: tuple[NoteRow, ...] = ()
        self._filter = NoteFilter()
        self._order = NoteOrder.PLACE

    @property
    def total(self) -> int:
        """The number of notes, the hidden ones included."""
        return len(self._all)

    @property
    def all_tags(self) -> list[str]:
        """Every tag on these notes, and those above it, sorted."""
        return sorted(
            {level for row in self._all for tag in row.note.tags for level in levels(tag)}
        )

    @property
    def all_people(self) -> list[str]:
        """Everybody whose words these notes are about, sorted."""
        return sorted({row.person for row in self._all if row.person})

    @property
    def candidates(self) -> int:
        """The number of notes that would be shown without what the person filters by."""
        return sum(1 for row in self._all if NoteFilter(lost=self._filter.lost).accepts(row))

    def show(self, rows: Sequence[NoteRow]) -> None:
        """Show other notes."""
        self._all = tuple(rows)
        self._apply()

    def set_filter(self, wanted: NoteFilter) -> None:
        """Show only what the filter accepts."""
        self._filter = wanted
        self._apply()

    def sort_by(self, order: NoteOrder) -> None:
        """Show the notes in this order: of place, of time (the last one first), of tag."""
        self._order = order
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
        rows = [row for row in self._all if self._filter.accepts(row)]
        if self._order is NoteOrder.TIME:
            rows.sort(key=lambda row: row.note.modified, reverse=True)
        elif self._order is NoteOrder.TAG:
            rows.sort(key=lambda row: (not row.note.tags, row.note.tags))
        self.update_rows(rows)
