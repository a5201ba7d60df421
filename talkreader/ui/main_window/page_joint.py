"""Joins the page with what stands beside it: its people, its view by time, its source, its links.

What a link leads to is shown when the library has it; nothing is ever fetched.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from talkreader.reading import ReadingPage
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.models.people import Person
from talkreader.ui.session import Opened, Place, Session
from talkreader.ui.session.links import Destination, destination
from talkreader.ui.settings import BY_TIME, PEOPLE, Setting, Settings
from talkreader.ui.theme import Appearance

_MENU = (
    ("toggle_fold", "fold_siblings", "fold_level", "fold_all", "unfold_all"),
    ("parent", "next_by_same", "toggle_read"),
    ("annotate", "cite_text", "copy_link", "source", "versions"),
)
"""The commands in the menu of a comment, in groups; they act on the comment being read."""

AFTER_THE_PAGE = 40
"""Milliseconds after which the page itself is on the screen."""


class PageJoint(QObject):
    """What is shown beside and about the page."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._appearance = appearance
        self._source: object = None
        self._wanted: Destination | None = None
        self._shown: ReadingPage | None = None
        self._people_soon = QTimer(self)
        self._people_soon.setSingleShot(True)
        self._people_soon.timeout.connect(self._show_people)
        window.tabs.currentChanged.connect(self._show_people_now)
        session.pages.page_opened.connect(self._open)
        session.pages.page_closed.connect(self._close)
        pane = window.reading
        pane.link_activated.connect(self.follow)
        pane.link_hovered.connect(self._show_link)
        pane.goto_wanted.connect(session.pages.jump)
        pane.position_changed.connect(self._follow_source)
        pane.menu_requested.connect(self._fill_menu)
        window.people.person_picked.connect(self._next_by)
        window.people.search_wanted.connect(self._search_for)
        window.actions_["by_time"].setChecked(settings.flag(BY_TIME))
        window.actions_["by_time"].toggled.connect(self._set_by_time)
        window.actions_["source"].triggered.connect(self._show_source)
        settings.changed.connect(self._apply)
        appearance.palette_changed.connect(lambda _palette: self._color_people())
        self._color_people()
        self._enable(on=False)

    def _open(self, opened: Opened) -> None:
        page = opened.page
        if page is not self._shown:
            self._shown = page
            self._people_soon.start(0 if self._window.people.isVisible() else AFTER_THE_PAGE)
        self._enable(on=True)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.page == page.info.id:
            self._go_to_heading(page, wanted.heading)

    def _show_people_now(self) -> None:
        if self._people_soon.isActive():
            self._show_people()

    def _show_people(self) -> None:
        self._people_soon.stop()
        self._window.people.show_people(self._shown.comments if self._shown is not None else ())

    def _close(self) -> None:
        self._shown = None
        self._show_people()
        self._enable(on=False)

    def _enable(self, *, on: bool) -> None:
        for name in ("by_time", "source"):
            self._window.actions_[name].setEnabled(on)

    # --- people ----------------------------------------------------------------------------

    def _apply(self, setting: Setting) -> None:
        if setting is PEOPLE:
            self._color_people()

    def _color_people(self) -> None:
        colored = self._settings.flag(PEOPLE)
        self._window.people.set_colors(self._appearance.palette.people if colored else ())

    def _next_by(self, person: Person) -> None:
        """Go to the person's next comment; from the last one to the first."""
        at = self._window.reading.picked_comment()
        later = [index for index in person.comments if at is not None and index > at]
        self._session.pages.jump((later or person.comments)[0])

    def _search_for(self, people: Sequence[Person]) -> None:
        from talkreader.domain.typed import written

        names = [f"from:{written(person.name)}" for person in people]
        self._window.search.field.setText(" OR ".join(names))

    # --- by time, and the source -----------------------------------------------------------

    def _set_by_time(self, on: bool) -> None:
        self._settings.keep(BY_TIME, on)  # the pane is dressed anew at that
        self._window.reading.announce(self.tr("By time") if on else self.tr("By threads"))

    def _show_source(self) -> None:
        from talkreader.ui.dialogs.source import SourceDialog

        if not isinstance(self._source, SourceDialog):
            self._source = SourceDialog(self._window)
        self._source.show()
        self._source.raise_()
        self._follow_source(self._window.reading.current_comment())

    def _follow_source(self, comment: int | None) -> None:
        """Show the source of the comment being read, while its window is open."""
        page = self._session.pages.page
        if self._source is None or page is None:
            return
        from talkreader.ui.dialogs.source import SourceDialog

        if isinstance(self._source, SourceDialog) and self._source.isVisible():
            self._source.show_comment(page, comment)

    # --- links -----------------------------------------------------------------------------

    def follow(self, target: str) -> None:
        """Open what a link leads to in the library; else copy its target."""
        found = self._find(target)
        if found is None:
            QGuiApplication.clipboard().setText(target)
            said = self.tr("Not in the library; copied: {target}").format(target=target)
            self._window.status.showMessage(said, 6000)
            self._window.reading.announce(said)
            return
        page = self._session.pages.page
        place = Place(found.page, found.comment) if found.comment else None
        if page is not None and page.info.id == found.page:
            if place is not None:
                self._session.pages.open_page(found.page, place)
            else:
                self._go_to_heading(page, found.heading)
            return
        self._wanted = found if found.heading else None
        self._session.pages.open_page(found.page, place)

    def _find(self, target: str) -> Destination | None:
        page = self._session.pages.page
        if page is None:
            return None
        return destination(target, page.info, self._session.library.pages.versions)

    def _go_to_heading(self, page: ReadingPage, heading: str) -> None:
        if not heading:
            return
        for section in page.sections:
            if section.heading is not None and " ".join(section.heading.split()) == heading:
                self._window.reading.scroll_to_section(section.index)
                return
        said = self.tr("This copy has no section “{heading}”.").replace("{heading}", heading)
        self._window.status.showMessage(said, 6000)

    def _show_link(self, target: str) -> None:
        if not target:
            self._window.status.clearMessage()
            return
        inside = self._find(target) is not None
        said = self.tr("In the library: {target}") if inside else self.tr("Copies: {target}")
        self._window.status.showMessage(said.replace("{target}", target))

    def _fill_menu(self, menu: QMenu, comment: int | None) -> None:
        if comment is None:
            return
        for names in _MENU:
            menu.addSeparator()
            menu.addActions([self._window.actions_[name] for name in names])
