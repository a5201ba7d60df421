"""Joins taking along: exports of the discussion and of notes.

The dialogs, and what writes exports, are imported when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.ui import words
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.settings import CHINESE_FONT, LATIN_FONT, Settings

if TYPE_CHECKING:
    from talkreader.ui.dialogs.export import ExportDialog
    from talkreader.ui.dialogs.export_making import Order
    from talkreader.ui.dialogs.scope_box import Offer


class TakingJoint(QObject):
    """Opens the export with what is open, chosen and found."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        window.actions_["export"].triggered.connect(self.export)

    def export(self) -> ExportDialog | None:
        """Let the person export; None, and a word why, when there is nothing."""
        if self._session.pages.page is None and not self._session.notes.count_everywhere():
            self._say(self.tr("There is nothing to export yet: open a page first."))
            return None
        from talkreader.ui.dialogs.export import ExportDialog

        dialog = ExportDialog(
            self._order(),
            self.offers(),
            self._session.notes.known_tags(),
            self._session.runner,
            self._window,
        )
        dialog.exported.connect(
            lambda path: self._say(self.tr("Exported to {path}").format(path=path))
        )
        dialog.failed.connect(self._session.failed)
        dialog.open()
        return dialog

    def offers(self) -> list[Offer]:
        """Return the notes that can be taken along now, the likeliest first."""
        from talkreader.gathering import Scope
        from talkreader.ui.dialogs.scope_box import Offer

        made: list[Offer] = []
        page = self._session.pages.page
        notes = self.tr("Notes")
        title = words.title(page.info) if page is not None else notes
        selected = self._selected()
        if selected:
            label = self.tr("Those on the selected words (%n)", "", len(selected))
            made.append(Offer(label, Scope(notes=selected), title))
        chosen = self._window.notes.current()
        if chosen and (chosen,) != selected:
            made.append(Offer(self.tr("The chosen note"), Scope(notes=(chosen,)), title))
        if page is not None:
            made.append(Offer(self.tr("Those on this page"), Scope(page=page.info.key), title))
        text = self._session.search.state.text.strip()
        if text:
            label = self.tr("Those that the search finds: {words}").format(words=text)
            made.append(Offer(label, Scope(search=text), text))
        label = self.tr("Those with a tag, or one below it")
        made.append(Offer(label, Scope(), "", with_tag=True))
        everywhere = self._session.notes.count_everywhere()
        label = self.tr("All of the library (%n)", "", everywhere)
        made.append(Offer(label, Scope(), notes))
        return made

    def _selected(self) -> tuple[str, ...]:
        """Return the notes on any of the selected words."""
        found: dict[str, None] = {}
        for part in self._window.reading.selection():
            for placed in self._session.notes.placed:
                if placed.comment != part.comment:
                    continue
                whole = placed.start == placed.end
                if whole or (placed.start < part.end and part.start < placed.end):
                    found[placed.note.id] = None
        return tuple(found)

    def _order(self) -> Order:
        from talkreader.ui.dialogs.export_making import PDF, Order, What
        from talkreader.ui.document.fonts import default_script
        from talkreader.ui.export_labels import export_labels
        from talkreader.ui.printing.sheet import paper_look

        page, settings = self._session.pages.page, self._settings
        latin, chinese = settings.text(LATIN_FONT), settings.text(CHINESE_FONT)
        script = default_script(page.info.language if page is not None else "")
        return Order(
            What.NOTES,
            PDF,
            self._session.library,
            export_labels(),
            paper_look(script, latin, chinese),
            page,
            title=words.title(page.info) if page is not None else self.tr("Notes"),
        )

    def _say(self, said: str) -> None:
        self._window.status.showMessage(said, 8000)
