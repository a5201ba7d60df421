"""Joins the filter inside a page: only the comments with hits, and what they answer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.domain.hit import HitKind
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session


class OnlyJoint(QObject):
    """Narrows the page to what a search found in it, says so, and lets go again."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._action = window.actions_["only_hits"]
        self._action.toggled.connect(self._apply)
        session.search.found.connect(self._follow)
        session.pages.page_opened.connect(self._follow)
        session.pages.page_closed.connect(self._follow)
        window.reading.fold_changed.connect(self._notice)
        self._follow()

    def _hits(self) -> list[int]:
        """Return the comments of the page that the search found, also by their notes."""
        page = self._session.pages.page
        if page is None:
            return []
        kinds = HitKind.of_comments()
        found = {
            self._session.correcting.place_of(hit)[0]
            for hit in self._session.search.state.hits
            if hit.page == page.info.id and hit.kind in kinds and hit.index is not None
        }
        return sorted(index for index in found if index < len(page.comments))

    def _follow(self, _what: object = None) -> None:
        """Keep to the search as it is now; without hits there is nothing to narrow to."""
        hits = self._hits()
        self._action.setEnabled(bool(hits))
        if not self._action.isChecked():
            return
        if hits:
            self._apply(on=True)
        else:
            self._action.setChecked(False)

    def _apply(self, on: bool) -> None:
        pane, message = self._window.reading, self._window.message
        if not on:
            pane.show_only(None)
            message.dismiss()
            return
        hits = self._hits()
        pane.show_only(hits)
        shown = pane.shown_only() or 0
        page = self._session.pages.page
        total = len(page.comments) if page is not None else 0
        said = self.tr(
            "Only the %n comment(s) with hits are shown, and what they answer: {shown} of {total}.",
            "",
            len(hits),
        )
        said = said.replace("{shown}", str(shown)).replace("{total}", str(total))
        message.say(said, action=self.tr("Show all"), act=lambda: self._action.setChecked(False))
        pane.announce(said)

    def _notice(self, _comment: object) -> None:
        """Say so when a jump to a hidden comment has shown everything again."""
        if self._action.isChecked() and self._window.reading.shown_only() is None:
            self._action.setChecked(False)
