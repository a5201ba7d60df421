"""A person's notes as a list of cards, and what of them is shown."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import field
from enum import StrEnum
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, Qt

from talkreader.domain.code import is_under, levels
from talkreader.domain.note import AnchorState, Color, Note, Target
from talkreader.domain.records import dataclass
from talkreader.ui import words
from talkreader.ui.models.roles import ROOT, Index, Role
from talkreader.ui.models.rows import RowsModel
from talkreader.ui.remarks import plain_remark

CUT = 32
"""So many characters of context say that there were more: see `Target`."""
PORTION = 100
"""Notes that get their rows at once; the next ones when somebody comes to their end."""


class NoteOrder(StrEnum):
    """What a list of notes is sorted by."""

    PLACE = "place"
    TIME = "time"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note and where it stands: ``comment`` None when it is lost or on another page.

    ``moved_to`` is the page where its words stand now, ``moved_from`` the one where it was written
    when that is another than the one shown; "" for none. ``person`` is who wrote the words it is
    about, "" when nobody or not known; ``others`` the same of its further words. ``folded``
    are its words as a search compares them, "" when they were not read. ``in_part``: some of its
    words are lost, and others have a place, which ``state`` is of.
    """

    note: Note
    state: AnchorState = AnchorState.EXACT
    comment: int | None = None
    where: str = ""
    person: str = ""
    folded: str = field(default="", compare=False)
    moved_to: str = ""
    moved_from: str = ""
    others: tuple[str, ...] = ()
    in_part: bool = False

    @property
    def told(self) -> str:
        """How its place was found, in words; "" when it is where it was."""
        return words.state_of_note(self.state, self.moved_to, self.moved_from, in_part=self.in_part)

    @property
    def quote(self) -> str:
        """The words it is about, as they were when it was written."""
        return " … ".join(target.exact for target in self.note.targets if target.exact)

    @property
    def quote_in_place(self) -> str:
        """The words with what stood around them: all that is left when the place is lost.

        Dots stand where the comment went on.
        """
        return "\n".join(_in_place(target) for target in self.note.targets if target.exact)


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes to show: all conditions together. ``color`` None and "" mean any.

    A tag finds the tags below it (``a`` finds ``a/b``). ``lost``: only those, or (False) only the
    others; None: all.
    """

    words: str = ""
    color: Color | None = None
    tag: str = ""
    person: str = ""
    lost: bool | None = None

    @property
    def on(self) -> bool:
        """True when something is hidden by it that the person chose to hide."""
        return bool(self.words.strip() or self.color or self.tag or self.person)

    def of(self, rows: Sequence[NoteRow]) -> list[NoteRow]:
        """Return the notes to show; words are compared as in a search (both Chinese scripts)."""
        found = list(rows)
        if self.lost is not None:
            found = [row for row in found if (row.state is AnchorState.LOST) is self.lost]
        if self.color:
            found = [row for row in found if row.note.color is self.color]
        if self.person:
            found = [row for row in found if self.person in (row.person, *row.others)]
        if self.tag:
            # there are few tags on many notes
            tags = {tag for row in found for tag in row.note.tags}
            wanted = {tag for tag in tags if is_under(tag, self.tag)}
            found = [row for row in found if not wanted.isdisjoint(row.note.tags)]
        if self.words.strip():
            from talkreader.store.values.folding import fold

            parts = fold(self.words).split()
            places: dict[str, str] = {}  # many notes are on few pages
            for row in found:
                if row.where not in places:
                    places[row.where] = fold(row.where)
            said = ((row, row.folded or _folded(row)) for row in found)
            found = [
                row
                for row, text in said
                if all(part in text or part in places[row.where] for part in parts)
            ]
        return found


def _folded(row: NoteRow) -> str:
    from talkreader.store.values.folding import fold

    return fold("\n".join((row.note.text, row.quote, *row.note.tags)))


class NotesModel(RowsModel[NoteRow]):
    """Notes in the order they are given, filtered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.note.id, parent)
        self._all: tuple[NoteRow, ...] = ()
        self._found: list[NoteRow] = []
        self._lost = 0
        self._filter = NoteFilter()
        self._order = NoteOrder.PLACE

    @property
    def total(self) -> int:
        """The number of notes, the hidden ones included."""
        return len(self._all)

    @property
    def found(self) -> int:
        """The number of notes that the filter lets through; a long list has not all rows yet."""
        return len(self._found)

    @property
    def all_tags(self) -> list[str]:
        """Every tag on these notes, and those above it, sorted."""
        tags = {tag for row in self._all for tag in row.note.tags}
        return sorted({level for tag in tags for level in levels(tag)})

    @property
    def all_people(self) -> list[str]:
        """Everybody whose words these notes are about, sorted."""
        return sorted({name for row in self._all for name in (row.person, *row.others) if name})

    @property
    def candidates(self) -> int:
        """The number of notes that would be shown without what the person filters by."""
        if self._filter.lost is None:
            return len(self._all)
        return self._lost if self._filter.lost else len(self._all) - self._lost

    def is_lost(self, key: str) -> bool | None:
        """Return whether one of these notes is lost; None: it is none of these."""
        states = (row.state for row in self._all if row.note.id == key)
        return next((state is AnchorState.LOST for state in states), None)

    def show(self, rows: Sequence[NoteRow]) -> None:
        """Show other notes."""
        self._all = tuple(rows)
        self._lost = sum(row.state is AnchorState.LOST for row in self._all)
        self._apply(max(PORTION, len(self.rows)))

    def arrange(self, wanted: NoteFilter, order: NoteOrder) -> None:
        """Show only what the filter accepts, in this order: of time, the last one stands first."""
        if (wanted, order) != (self._filter, self._order):
            self._filter, self._order = wanted, order
            self._apply(PORTION)

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the place of a note by its id; invalid when it is not among those found."""
        index = super().index_of(key)
        if index.isValid() or len(self.rows) == len(self._found):
            return index
        at = next((n for n, row in enumerate(self._found) if row.note.id == key), None)
        if at is None:
            return index
        self._grow(at + PORTION)
        return self.index(at)

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        """Qt: whether there are notes below those that have rows."""
        return not parent.isValid() and len(self.rows) < len(self._found)

    def fetchMore(self, parent: Index = ROOT) -> None:
        """Qt: give the next notes their rows: of many thousands, nobody looks at all."""
        if not parent.isValid():
            self._grow(len(self.rows) + PORTION)

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
            said = (plain_remark(row.note.text), row.quote, color, *row.note.tags, row.told)
            return ". ".join(filter(None, said))
        return row if role == Role.THING else None

    def _apply(self, most: int) -> None:
        rows = self._filter.of(self._all)
        if self._order is NoteOrder.TIME:
            rows.sort(key=attrgetter("note.modified"), reverse=True)
        elif self._order is NoteOrder.TAG:
            rows.sort(key=lambda row: (not row.note.tags, row.note.tags))
        self._found = rows
        self.update_rows(rows[:most])

    def _grow(self, most: int) -> None:
        self.append_rows(self._found[len(self.rows) : most])


def _in_place(target: Target) -> str:
    prefix, suffix = target.prefix, target.suffix
    before = f"…{prefix.lstrip()}" if len(prefix) >= CUT else prefix
    after = f"{suffix.rstrip()}…" if len(suffix) >= CUT else suffix
    return " ".join(f"{before}{words.quoted(target.exact)}{after}".split())
