"""Things to go to or to do, and which of them fit the words a person types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from talkreader.ui.models.roles import Index, Role
from talkreader.ui.models.rows import RowsModel

SHOWN = 60
"""Choices that are shown at once; a person types on rather than read more."""
FUZZY_FROM = 3
"""Letters from which a word with a mistake in it is looked for."""
GOOD = 78.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing. ``act`` does it; ``beside`` does it in a new tab, where there is such a way.

    ``also`` is another name that finds it.
    """

    kind: str
    text: str
    act: Callable[[], object]
    detail: str = ""
    beside: Callable[[], object] | None = None
    folded: str = field(default="", compare=False)
    enabled: bool = True
    also: str = ""


def folded(text: str) -> str:
    """Return what counts of a text: no case, accents or difference of Chinese scripts."""
    from talkreader.store.values.folding import fold_name

    return fold_name(text)


@dataclass(frozen=True, slots=True)
class Lot:
    """Things by the thousand: only those that fit are made into choices.

    ``names`` are what finds them, folded; ``make`` returns choices by their places there, without
    those that have gone meanwhile.
    """

    names: Sequence[str] = ()
    make: Callable[[Sequence[int]], Mapping[int, Choice]] = lambda _places: {}


def fitting(
    choices: Sequence[Choice], words: str, lot: Lot = Lot(), most: int = SHOWN
) -> list[Choice]:
    """Return the choices that fit, the best first; all as they stand when nothing was typed.

    What begins so comes before what has a word that begins so, what holds it, what holds all of
    its words, and what is nearly so. Among equals, the shorter ones, and those of the lot last.
    """
    wanted = folded(words.strip())
    names = [choice.folded for choice in choices]
    names += lot.names
    if wanted:
        ranked = sorted(
            (-_rank(wanted, names[place]), len(names[place]), place)
            for place in _holding(wanted, names)
        )
        places = [place for _rank_, _length, place in ranked[:most]]
        if len(places) < most and len(wanted) >= FUZZY_FROM:
            places += _nearly(names, wanted, set(places), most - len(places))
    else:
        places = list(range(min(most, len(names))))
    own = len(choices)
    made = lot.make([place - own for place in places if place >= own])
    found = [choices[place] if place < own else made.get(place - own) for place in places]
    return [choice for choice in found if choice is not None]


def _holding(wanted: str, names: Sequence[str]) -> list[int]:
    """Return the places of names that hold the words, together or not."""
    parts = wanted.split()
    longest = max(parts, key=len)
    places = [place for place, name in enumerate(names) if longest in name]
    if len(parts) == 1:
        return places
    return [place for place in places if all(part in names[place] for part in parts)]


def _rank(wanted: str, text: str) -> int:
    """Return how well a text fits that holds all of the words."""
    at = text.find(wanted)
    if at == 0:
        return 5
    if at > 0:
        # in Chinese, every character begins a word
        starts = not text[at - 1].isalnum() or not wanted[0].isascii()
        return 4 if starts or f" {wanted}" in text else 3
    return 2


def _nearly(names: Sequence[str], wanted: str, but: set[int], most: int) -> list[int]:
    from rapidfuzz import fuzz, process

    found = process.extract(
        wanted,
        names,
        scorer=fuzz.partial_ratio,
        score_cutoff=GOOD,
        limit=most + len(but),
    )
    # a short title is "part" of what one types: it must be as long as that, or nearly
    near = [
        place
        for name, _score, place in found
        if place not in but and len(name) * 4 >= len(wanted) * 3
    ]
    return near[:most]


class ChoicesModel(RowsModel[Choice]):
    """Choices in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda choice: (choice.kind, choice.text, choice.detail), parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a choice."""
        choice = self.thing_at(index)
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (choice.text, choice.detail, choice.kind)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.text
        return choice if role == Role.THING else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what cannot be done now cannot be chosen."""
        choice = self.thing_at(index)
        if choice is not None and not choice.enabled:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class ChoiceDelegate(QStyledItemDelegate):
    """One line: the words, and at its end the key or the kind, quietly."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Qt: the height of a row."""
        return QSize(100, option.fontMetrics.lineSpacing() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one row."""
        choice = index.data(Role.THING)
        if not isinstance(choice, Choice):
            return
        from PySide6.QtWidgets import QStyle

        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(10, 0, -10, 0)
        role = QPalette.ColorRole
        quiet = role.HighlightedText if chosen else role.PlaceholderText
        loud = quiet if chosen or not choice.enabled else role.Text
        aside = choice.detail or choice.kind
        painter.save()
        painter.setPen(option.palette.color(quiet))
        metrics = option.fontMetrics
        aside = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, box.width() // 2)
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | vertical, aside)
        room = box.width() - metrics.horizontalAdvance(aside) - 16
        painter.setPen(option.palette.color(loud))
        text = metrics.elidedText(choice.text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(box.topLeft(), box.size()), vertical, text)
        painter.restore()
