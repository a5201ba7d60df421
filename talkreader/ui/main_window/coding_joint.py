"""Joins the codebook: its pane, coding words by a few letters, and the notes of a code.

The pane is made when somebody asks for it: the window opens sooner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from talkreader.domain.code import Code, CodeUse, above, clean_tag, is_under, name_of
from talkreader.domain.note import Color
from talkreader.ui import words
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.panes.notes_pane import NotesTab
from talkreader.ui.session import Session
from talkreader.ui.settings import COLOR, Settings
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget, QWidget

    from talkreader.ui.models.choices import Choice
    from talkreader.ui.panes.codebook_pane import CodebookPane

SAID = 6000
"""Milliseconds that the status bar says what was done."""


class CodingJoint(QObject):
    """What opens the codebook, acts on it, and puts codes on words."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._appearance = appearance
        self._dock: QDockWidget | None = None
        self._late: Callable[[], object] | None = None
        self.pane: CodebookPane | None = None
        actions = window.actions_
        actions["codebook"].toggled.connect(self._show)
        actions["code"].triggered.connect(self._choose)
        session.pages.page_closed.connect(lambda: actions["codebook"].setChecked(False))
        session.notes.changed.connect(self._follow)
        session.codes.changed.connect(self._take)
        session.codes.taken.connect(self._say_taken)
        session.codes.given.connect(
            lambda path: self._say(self.tr("Exported to {path}").format(path=path))
        )
        window.closing.connect(self._finish)

    # --- the pane ---------------------------------------------------------------------------

    def _show(self, on: bool) -> None:
        if on and self._dock is None:
            self._make()
        if self._dock is None or self.pane is None:
            return
        self.pane.finish_editing()
        focused: QWidget | None = self._window.focusWidget()
        inside = focused is not None and self._dock.isAncestorOf(focused)
        self._dock.setVisible(on)
        if on:
            if not self._window.docks.are_drawers:
                half = self._window.height() // 2
                docks = [self._window.left, self._dock]
                self._window.resizeDocks(docks, [half, half], Qt.Orientation.Vertical)
            self._session.codes.refresh()
            self.pane.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif inside and self._session.pages.page is not None:
            self._window.reading.setFocus()

    def _make(self) -> None:
        from talkreader.ui.main_window.docks import LEFT
        from talkreader.ui.panes.codebook_pane import CodebookPane

        pane, codes = CodebookPane(), self._session.codes
        pane.set_theme(self._appearance.palette)
        self._appearance.palette_changed.connect(pane.set_theme)
        self._dock = dock = self._window.docks.make("codebook", pane, LEFT)
        dock.visibilityChanged.connect(
            lambda: self._window.actions_["codebook"].setChecked(not dock.isHidden())
        )
        self._dock.setWindowTitle(self.tr("Codebook"))
        pane.named.connect(self._name)
        pane.described.connect(codes.put)
        pane.delete_wanted.connect(self._delete)
        pane.apply_wanted.connect(self._apply_here)
        pane.notes_wanted.connect(self._show_notes)
        pane.move_wanted.connect(self._move)
        pane.color_wanted.connect(self._pick_color)
        pane.import_wanted.connect(self._import)
        pane.export_wanted.connect(self._export)
        self.pane = pane

    def _finish(self) -> None:
        if self.pane is not None:
            self.pane.finish_editing()

    def _follow(self) -> None:
        """Count again when notes have changed, while somebody sees it."""
        if self._dock is not None and not self._dock.isHidden():
            self._session.codes.refresh()

    def _take(self, book: Sequence[CodeUse]) -> None:
        if self.pane is not None:
            self.pane.show_book(book)
        late, self._late = self._late, None
        if late is not None:
            late()

    def _say(self, text: str) -> None:
        self._window.status.showMessage(text, SAID)

    # --- acts on a code ---------------------------------------------------------------------

    def _name(self, old: str, new: str) -> None:
        """Make a code, or call one otherwise; two that would have one name are merged if wanted."""
        codes = self._session.codes
        there = codes.find(new)
        if not old:
            codes.put(there.code if there is not None else Code(new))
        elif is_under(new, old):
            self._say(self.tr("A code cannot stand under itself."))
            codes.refresh()
        elif there is None:
            codes.rename(old, new)
        else:
            question = self.tr(
                "There is a code “{new}” already. Merge “{old}” with it? Its notes and the codes "
                "below it go there."
            )
            self._ask(
                question.replace("{new}", new).replace("{old}", old),
                self.tr("Merge"),
                lambda: codes.rename(old, new),
            )

    def _delete(self, tag: str) -> None:
        use, codes = self._session.codes.find(tag), self._session.codes
        if use is None:
            return
        below = sum(is_under(each.code.tag, tag) for each in codes.book) - 1
        parts = [self.tr("Delete the code “{tag}”?").replace("{tag}", tag)]
        if below:
            parts.append(self.tr("%n code(s) below it go with it.", "", below))
        if use.with_below:
            kept = self.tr("%n note(s) carry it: they stay, with their words.", "", use.with_below)
            parts.append(kept)
        self._ask("\n\n".join(parts), self.tr("Delete"), lambda: codes.delete(tag))

    def _ask(self, question: str, yes: str, act: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Codebook"))
        box.setText(question)
        button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(button)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(act)
        box.rejected.connect(self._session.codes.refresh)  # a name that was typed is none
        box.open()

    def _move(self, tag: str) -> None:
        """Let the person choose what a code is to stand under."""
        from talkreader.ui.dialogs.chooser import Chooser
        from talkreader.ui.models.choices import Choice

        pane = self.pane
        if pane is None:
            return
        choices = [
            Choice("", use.code.tag, partial(pane.tree.move_under, use.code.tag))
            for use in self._session.codes.book
            if not is_under(use.code.tag, tag) and use.code.tag != above(tag)
        ]
        if above(tag):
            top = self.tr("The top of the codebook")
            choices.insert(0, Choice("", top, partial(pane.tree.move_under, "")))
        title = self.tr("Move “{tag}” under…").replace("{tag}", name_of(tag))
        Chooser(title, choices, self._window).show()

    def _pick_color(self, tag: str) -> None:
        from PySide6.QtGui import QColor
        from PySide6.QtWidgets import QColorDialog

        use = self._session.codes.find(tag)
        if use is None or self.pane is None:
            return
        dialog = QColorDialog(QColor(use.code.color or "#808080"), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        pane = self.pane
        dialog.colorSelected.connect(lambda color: pane.paint(color.name()))
        dialog.open()

    def _show_notes(self, tag: str) -> None:
        """List the notes of the library with a code or one below it."""
        notes = self._window.notes
        self._window.right.show()
        notes.show_tab(NotesTab.EVERYWHERE)
        notes.filter.choose_tag(tag)
        notes.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- coding -----------------------------------------------------------------------------

    def _choose(self) -> None:
        """Let the person type which code the selected words, or the comment, are to have."""
        if self._selection():
            self._when_read(self._open_chooser)

    def _when_read(self, act: Callable[[], object]) -> None:
        self._late = act
        self._session.codes.refresh()

    def _open_chooser(self) -> None:
        from talkreader.ui.dialogs.chooser import Chooser
        from talkreader.ui.models.choices import Choice

        codes = self._session.codes
        recent = [use for tag in codes.recent if (use := codes.find(tag)) is not None]
        others = [use for use in codes.book if use not in recent]
        choices = [
            Choice(
                words.notes(use.notes) if use.notes else "",
                use.code.tag,
                partial(self._apply, use.code.tag),
            )
            for use in (*recent, *others)
        ]
        title = self.tr("Code the words with…")
        nothing = self.tr("No codes yet: type a name to make one.")
        Chooser(title, choices, self._window, self._new, nothing).show()

    def _new(self, typed: str) -> tuple[Sequence[Choice], Sequence[Choice]]:
        """Offer what was typed as a new code."""
        from talkreader.ui.models.choices import Choice

        tag = clean_tag(typed)
        if not tag or self._session.codes.find(tag) is not None:
            return (), ()
        text = self.tr("New code “{tag}”").replace("{tag}", tag)
        return (), (Choice("", text, partial(self._apply, tag)),)

    def _selection(self) -> tuple[tuple[int, int, int], ...]:
        """Return the selected words; else those of the note at the caret, or the comment here."""
        reading, notes = self._window.reading, self._session.notes
        chosen = reading.selection()
        if chosen:
            return tuple((part.comment, part.start, part.end) for part in chosen)
        place = reading.caret()
        note = notes.at(*place) if place is not None else ""
        marked = tuple(
            (each.comment, each.start, each.end)
            for each in notes.placed
            if each.note.id == note and each.comment is not None and each.start < each.end
        )
        if marked:
            return marked
        at = reading.current_comment()
        return () if at is None else ((at, 0, 0),)

    def _apply_here(self, tag: str) -> None:
        """Code by the codebook: only words that are selected, for a slip is made soon."""
        if self._window.reading.selection():
            self._apply(tag)
        else:
            self._say(self.tr("Select some words of a comment first."))

    def _apply(self, tag: str) -> None:
        selection = self._selection()
        whole = all(start == end for _comment, start, end in selection)
        color = None if whole else Color(self._settings.text(COLOR))
        note = self._session.codes.apply(selection, tag, color)
        if note:
            self._window.notes.show_note(note)
            self._say(self.tr("Coded with “{tag}”").replace("{tag}", tag))
            cursor = self._window.reading.textCursor()
            cursor.setPosition(cursor.selectionStart())
            self._window.reading.setTextCursor(cursor)

    # --- files ------------------------------------------------------------------------------

    def _import(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Codebooks (*.qdc *.qdpx *.qde *.csv)")
        path, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("Import a codebook"), "", kinds
        )
        if path:
            self._session.codes.take_in(Path(path))

    def _say_taken(self, new: int, found: int) -> None:
        said = self.tr("%n code(s) of {found} are new", "", new).replace("{found}", str(found))
        self._say(said)

    def _export(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = (self.tr("REFI-QDA codebook (*.qdc)"), self.tr("Table (*.csv)"))
        path, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the codebook"), "codebook.qdc", ";;".join(kinds)
        )
        if path:
            wanted = Path(path)
            if kind == kinds[1] and wanted.suffix.lower() != ".csv":
                wanted = wanted.with_suffix(".csv")
            self._session.codes.give_out(wanted)
