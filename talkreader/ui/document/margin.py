"""Notes in the margin of the page: a card beside the words of each, in step with the text.

Only what is near the screen has cards. Their places are worked out in the pixels of the document,
so that scrolling moves them and measures nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from talkreader.domain.note import Note, Placed
from talkreader.domain.thread import Section
from talkreader.ui.document.cards import NoteCard, Rows, rows_of_card
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.stacking import WIDTH, stacked
from talkreader.ui.document.view import PageView
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.theme import LIGHT, Palette

GAP = 6.0
EDITOR_HEIGHT = 200
AROUND = 1.0
"""Screens above and below the one that is seen, in which cards have their places."""
LATER = 60
"""Milliseconds until cards follow a page that grows."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A card's place in the document."""

    note: Note
    top: float
    height: int
    rows: Rows


class Margin(QWidget):
    """``picked`` carries the id of a note; ``edited`` id, remark and tags. ``left``: by Esc.

    ``typed`` carries what ``edited`` does, at every key.
    """

    picked = Signal(object)
    edited = Signal(object, object, object)
    typed = Signal(object, object, object)
    delete_wanted = Signal(object)
    left = Signal()

    def __init__(
        self,
        parent: QWidget,
        view: Callable[[], PageView | None],
        seen: Callable[[], QRectF],
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._seen = seen
        self._palette = LIGHT
        self._spots: dict[tuple[Kind, int], list[tuple[Note, int, int]]] = {}
        self._laid: list[_Laid] = []
        self._covered = (0.0, -1.0)
        self._measured: dict[tuple[str, bool], tuple[Note, Rows, int]] = {}
        self._cards: dict[str, NoteCard] = {}
        self._spare: list[NoteCard] = []
        self.chosen = ""
        self.known_tags: Callable[[], Sequence[str]] = tuple
        self._editor: NoteEditor | None = None
        self._edits: Note | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.lay)
        self.setAccessibleName(self.tr("Notes in the margin"))
        self.setFixedWidth(WIDTH)

    # --- what stands here -------------------------------------------------------------------

    def set_notes(self, notes: Iterable[Placed], sections: Sequence[Section]) -> None:
        """Show these notes; each once, at the first of its places."""
        headings = {section.heading or "": section.index for section in reversed(sections)}
        self._spots = {}
        seen: set[str] = set()
        for placed in notes:
            section = placed.section
            if placed.note.id in seen:
                continue
            if placed.comment is not None:
                spot = (Kind.COMMENT, placed.comment)
            elif section in headings and not placed.note.targets[placed.target].comment:
                spot = (Kind.HEADING, headings[section])
            else:
                continue
            seen.add(placed.note.id)
            entry = (placed.note, placed.start, placed.end)
            self._spots.setdefault(spot, []).append(entry)
        self._measured = {key: kept for key, kept in self._measured.items() if key[0] in seen}
        self.lay()

    def __bool__(self) -> bool:
        return bool(self._spots)

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette
        self.lay()

    def choose(self, note_id: str) -> None:
        """Bring a note's card into line with its words, and light it."""
        if note_id != self.chosen:
            self.chosen = note_id
            self.lay()

    def step(self, by: int) -> None:
        """Choose the next card (1) or the one before (-1)."""
        ids = [laid.note.id for laid in self._laid]
        at = ids.index(self.chosen) + by if self.chosen in ids else 0
        if 0 <= at < len(ids):
            self.picked.emit(ids[at])
            self.enter()

    def enter(self) -> None:
        """Put the focus on the chosen card, or on the first that is seen."""
        chosen = self._cards.get(self.chosen)
        shown = sorted(self._cards.values(), key=lambda card: card.y())
        card = chosen or next((card for card in shown if card.y() >= 0), None)
        if card is not None:
            card.setFocus()

    def edit(self, note_id: str, *, tags: bool = False) -> bool:
        """Open the editor of a note in the place of its card; False when that is not seen."""
        self.finish_editing()
        self.choose(note_id)
        laid = next((each for each in self._laid if each.note.id == note_id), None)
        seen = self._seen()
        if laid is None or not seen.top() <= laid.top < seen.bottom() - EDITOR_HEIGHT / 2:
            return False
        editor = NoteEditor(self)
        editor.tag_line.set_known(self.known_tags())
        editor.load(laid.note)
        editor.left.connect(lambda: self._close(editor))
        note = laid.note.id
        editor.typed.connect(lambda: self.typed.emit(note, editor.text(), editor.tags()))
        self._editor, self._edits = editor, laid.note
        self.lay()
        editor.show()
        editor.setFocus()
        if tags:
            editor.edit_tags()
        return True

    def finish_editing(self) -> None:
        """Keep what is being typed, now."""
        if self._editor is not None:
            self._editor.leave()

    def _close(self, editor: NoteEditor) -> None:
        note, self._editor, self._edits = self._edits, None, None
        inside = editor.isAncestorOf(editor.window().focusWidget())
        editor.hide()
        editor.deleteLater()
        if note is not None:
            self.edited.emit(note.id, editor.text(), editor.tags())
        self.lay()
        if inside:
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keys go to a card."""
        super().focusInEvent(event)
        self.enter()

    # --- where it stands --------------------------------------------------------------------

    def lay_later(self) -> None:
        """Work the places out anew when there is time: the page has grown or was folded."""
        self._covered = (0.0, -1.0)
        self._later.start()

    def lay(self) -> None:
        """Work the places out anew, now."""
        self._later.stop()
        self._covered = (0.0, -1.0)
        self.follow()

    def follow(self) -> None:
        """Stand where the words stand on the screen now."""
        if self.isHidden():
            return
        seen = self._seen()
        if not self._covered[0] <= seen.top() <= seen.bottom() <= self._covered[1]:
            self._lay_around(seen)
        shown = [
            laid
            for laid in self._laid
            if (laid.top < seen.bottom() and laid.top + laid.height > seen.top())
            or self._is_edited(laid.note)
        ]
        if self._editor is not None and not any(self._is_edited(each.note) for each in shown):
            QTimer.singleShot(0, self, self.finish_editing)  # scrolled far away, or deleted
        wanted = {laid.note.id for laid in shown}
        for note_id in [each for each in self._cards if each not in wanted]:
            self._take_away(note_id)
        for laid in shown:
            self._put(laid, round(laid.top - seen.top()))

    def _is_edited(self, note: Note) -> bool:
        return self._edits is not None and note.id == self._edits.id

    def _take_away(self, note_id: str) -> None:
        card = self._cards.pop(note_id, None)
        if card is not None:
            card.hide()
            self._spare.append(card)

    def _lay_around(self, seen: QRectF) -> None:
        view = self._view()
        room = seen.height() * AROUND
        # the top of the page may be dragged beyond its end
        self._covered = (min(seen.top(), seen.top() - room), seen.bottom() + room)
        self._laid = []
        if view is None or not self._spots:
            return
        wanted: list[tuple[float, int, Note]] = []
        for band in view.geometry.entries_between(*self._covered):
            spots = self._spots.get((band.entry.kind, band.entry.index), ())
            for note, start, end in spots:
                top = band.top
                if start < end:
                    at = view.places.ranges(band.entry.index, start, end)
                    top = view.geometry.line_top(at[0][0]) if at else top
                wanted.append((top, start, note))
        wanted.sort(key=lambda each: each[:2])
        measured = [self._measure(note) for _top, _start, note in wanted]
        chosen = next(
            (n for n, (_t, _s, note) in enumerate(wanted) if note.id == self.chosen), None
        )
        places = [
            (top, float(height))
            for (top, _s, _n), (_rows, height) in zip(wanted, measured, strict=True)
        ]
        tops = stacked(places, chosen, GAP)
        self._laid = [
            _Laid(note, top, height, rows)
            for (_t, _s, note), (rows, height), top in zip(wanted, measured, tops, strict=True)
        ]

    def _measure(self, note: Note) -> tuple[Rows, int]:
        chosen = note.id == self.chosen
        if self._is_edited(note):
            return [], EDITOR_HEIGHT
        kept = self._measured.get((note.id, chosen))
        if kept is None or kept[0] != note:
            kept = (note, *rows_of_card(note, self.font(), WIDTH, chosen=chosen))
            self._measured[note.id, chosen] = kept
        return kept[1], kept[2]

    def _put(self, laid: _Laid, top: int) -> None:
        place = QRect(0, top, WIDTH, laid.height)
        if self._editor is not None and self._is_edited(laid.note):
            self._take_away(laid.note.id)
            if 0 <= top < self.height():  # beside words that are seen, all of it is seen
                place.moveTop(max(0, min(top, self.height() - laid.height)))
            self._editor.setGeometry(place)
            self._editor.raise_()
            return
        card = self._cards.get(laid.note.id)
        if card is None:
            card = self._spare.pop() if self._spare else self._make_card()
            self._cards[laid.note.id] = card
        card.setGeometry(place)
        chosen = laid.note.id == self.chosen
        card.show_note(laid.note, laid.rows, self._palette, chosen=chosen)
        if card.isHidden():
            card.show()

    def _make_card(self) -> NoteCard:
        card = NoteCard(self)
        card.picked.connect(self.picked)
        card.edit_wanted.connect(self.edit)
        card.delete_wanted.connect(self.delete_wanted)
        card.stepped.connect(self.step)
        card.left.connect(self.left)
        return card

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font has other lines; another language other words."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._measured.clear()
            self.setAccessibleName(self.tr("Notes in the margin"))
            self.lay_later()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click between cards is none in the text."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click between cards is none in the text."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a click between cards is none in the text."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the page's menu is about comments."""
        event.accept()
