"""Joins reading: the page, its sections, where one is, and the ways through it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from talkreader.domain.bilingual import translated_headings
from talkreader.domain.page import PageInfo
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.main_window.first_page import dress
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Opened, Session
from talkreader.ui.settings import (
    SHOWN_SCRIPT,
    SIDE_BY_SIDE,
    ZOOM,
    Setting,
    Settings,
)

EMOJI_WAIT = 1500
"""Milliseconds after a page was shown: it is read before anybody misses an emoji."""
EMOJI_SAMPLE = 500
EMOJI_SHOWN = 12_000


class ReadingJoint(QObject):
    """What shows a page, and what walks through it."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._shown: ReadingPage | None = None
        self._painted = window.reading.page()
        """The page of the first picture, until the session knows of it."""
        self._asked = False
        self._fonts_seen = False
        self._emoji_told = False
        pages = session.pages
        pages.page_opened.connect(self._open)
        pages.page_closed.connect(self._close)
        pages.history_changed.connect(self._show_history)
        pages.pairs_found.connect(self._show_pairs)
        session.translating.pairs_changed.connect(self._update_pairs)
        pane = window.reading
        pane.position_changed.connect(self._read_on)
        pane.zoom_changed.connect(lambda step: settings.keep(ZOOM, step))
        self._apply_look()
        settings.changed.connect(self._apply_look)
        settings.changed.connect(self._show_script)
        window.sections.section_picked.connect(self._go_to_section)
        window.breadcrumb.section_picked.connect(self._go_to_this_section)
        window.status.warnings_wanted.connect(self._show_warnings)
        window.retranslated.connect(self._say_where)
        self._join_actions()
        self._show_history()
        self._enable()

    def _join_actions(self) -> None:
        pane, pages = self._window.reading, self._session.pages
        orders: dict[str, Callable[[], object]] = {
            "back": pages.back,
            "forward": pages.forward,
            "next": pane.next_comment,
            "previous": pane.previous_comment,
            "next_section": pane.next_section,
            "previous_section": pane.previous_section,
            "next_sibling": pane.next_sibling,
            "previous_sibling": pane.previous_sibling,
            "next_by_same": pane.next_by_same,
            "previous_by_same": pane.previous_by_same,
            "parent": pane.go_to_parent,
            "parent_back": pane.go_back_to_reply,
            "toggle_fold": self._toggle_fold,
            "step_out": pane.step_out,
            "step_in": pane.step_in,
            "fold_siblings": pane.toggle_siblings,
            "fold_level": pane.toggle_level,
            "fold_all": pane.fold_all,
            "unfold_all": pane.unfold_all,
            "copy": self._copy,
            "select_all": self._select_all,
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self._zoom(0),
            "warnings": self._show_warnings,
            "next_script": self._next_script,
        }
        actions = self._window.actions_
        for name, order in orders.items():
            actions[name].triggered.connect(lambda _on=False, order=order: order())
        actions["side_by_side"].setChecked(self._settings.flag(SIDE_BY_SIDE))
        actions["side_by_side"].toggled.connect(self._set_side_by_side)

    def _open(self, opened: Opened) -> None:
        window, page = self._window, opened.page
        window.show_page_area(on=True)
        if page is self._shown and not opened.view:
            window.reading.scroll_to_comment(0 if opened.at is None else opened.at)
            return
        first = self._shown is None
        self._shown = page
        painted, self._painted = self._painted, None
        lead = any(prose.section == 0 for prose in page.prose)
        window.sections.show_sections(page.sections, page.comments, lead=lead)
        window.sections.count_notes(page.notes)
        window.library.follow(page.info.id)
        window.status.show_page(page)
        if first and not window.search.field.text():
            window.tabs.setCurrentWidget(window.sections)
        if opened.again:
            window.reading.show_again(page)
        elif page is painted:
            self._read_on(window.reading.told_comment())  # nobody heard of that so far
        else:
            window.reading.show_page(page, at=opened.at, view=opened.view)
        self._apply_side_by_side()
        focused: QWidget | None = window.focusWidget()
        if first or focused is None or window.empty.isAncestorOf(focused):
            window.reading.setFocus()
        self._enable()
        self._say_where()
        if not self._fonts_seen:
            self._fonts_seen = True
            QTimer.singleShot(0, self, self.check_fonts)
        if not self._emoji_told:
            QTimer.singleShot(EMOJI_WAIT, self, self.check_emoji)

    def check_fonts(self) -> None:
        """Say so when Chinese would appear as boxes on this computer."""
        from talkreader.ui.document.fonts import can_show_chinese

        if not can_show_chinese():
            self._window.message.say(
                self.tr(
                    "This computer has no font with Chinese characters, so they appear as boxes; "
                    "install one (on Debian: apt install fonts-noto-cjk) and start again."
                ),
                trouble=True,
            )

    def check_emoji(self) -> None:
        """Say in the status bar, once, when emoji of the page appear as boxes."""
        from talkreader.ui.document.fonts import unseen_emoji

        page = self._shown
        if page is None or self._emoji_told:
            return
        found = unseen_emoji(comment.body.text for comment in page.comments[:EMOJI_SAMPLE])
        if found:
            self._emoji_told = True
            said = self.tr(
                "Emoji on this page appear as boxes: no font here has them "
                "(on Debian: apt install fonts-noto-color-emoji)."
            )
            self._window.status.showMessage(said, EMOJI_SHOWN)

    def _close(self) -> None:
        self._shown = None
        self._window.show_page_area(on=False)
        self._window.empty.setFocus()
        self._window.sections.show_sections((), ())
        self._window.status.show_page(None)
        self._enable()
        self._say_where()

    def _enable(self) -> None:
        """Commands about a page make sense only when there is one."""
        needing = (
            "next previous next_section previous_section next_sibling previous_sibling "
            "next_by_same previous_by_same "
            "parent parent_back step_out step_in only_text toggle_fold "
            "fold_siblings fold_level fold_all unfold_all "
            "zoom_in zoom_out zoom_reset "
            "side_by_side dictionary warnings export "
            "cite_text cite_markdown cite_bibtex cite_csl copy_link "
            "find_page highlight annotate tag code codebook next_note_here color_yellow "
            "color_green color_blue color_pink color_orange show_note delete_note"
        )
        for name in needing.split():
            self._window.actions_[name].setEnabled(self._shown is not None)

    def _read_on(self, comment: int | None) -> None:
        self._session.pages.read_on(comment)
        self._window.status.show_position(comment)
        if self._shown is not None:
            self._window.sections.follow(self._window.reading.current_section())
        self._say_where()

    def _say_where(self) -> None:
        page = self._shown
        if page is None:
            self._window.breadcrumb.show_path((), "", "")
            self._window.setWindowTitle("talkreader")
            return
        at = self._window.reading.current_section()
        section = words.heading(page.sections[at].heading) if at < len(page.sections) else ""
        parts = (page.info.site, words.title(page.info))
        copy = words.copy_of(page.info)
        self._window.breadcrumb.show_path(parts, section, self._copy_of(page.info), copy)
        self._window.setWindowTitle(f"{words.title(page.info)} – talkreader")

    def _copy_of(self, info: PageInfo) -> str:
        day = info.revision.timestamp or info.last
        older = "" if info.current else self.tr("older copy")
        if day is None:
            said = ""
        elif info.revision.timestamp is None:
            said = self.tr("last comment {day}").format(day=words.day(day))
        else:
            said = self.tr("copy of {day}").format(day=words.day(day))
        return " · ".join(filter(None, (older, said)))

    def _show_history(self) -> None:
        self._window.actions_["back"].setEnabled(self._session.pages.can_go_back)
        self._window.actions_["forward"].setEnabled(self._session.pages.can_go_forward)

    def _go_to_section(self, section: int) -> None:
        self._window.reading.scroll_to_section(section)
        self._window.reading.setFocus()

    def _go_to_this_section(self) -> None:
        """Go to the heading of what is being read."""
        if self._shown is not None:
            self._go_to_section(self._window.reading.current_section())

    def _set_side_by_side(self, on: bool) -> None:
        self._settings.keep(SIDE_BY_SIDE, on)
        self._asked = on
        self._apply_side_by_side()
        if on and self._session.pages.has_pairs():
            self._offer_pairs()

    def _apply_side_by_side(self) -> None:
        """Show the two languages side by side once the translations have been found."""
        on = self._window.actions_["side_by_side"].isChecked()
        if self._shown is None:
            return
        if on and not self._session.pages.has_pairs():
            self._window.status.showMessage(self.tr("Looking for translations in the page…"))
            self._session.pages.find_pairs()
            return
        if on and not self._shown.pairs:
            said = self.tr("No translations were found in this page.")
            self._window.status.showMessage(said, 6000)
        if self._window.reading.side_by_side() != on:
            self._window.reading.set_side_by_side(on)
        self._translate_headings()

    def _show_pairs(self, page: ReadingPage) -> None:
        self._window.status.clearMessage()
        if self._shown is None or page.info.id != self._shown.info.id:
            return
        if page.pairs:
            self._shown = page
            self._window.reading.update_page(page)
        self._apply_side_by_side()
        self._offer_pairs()

    def _update_pairs(self, page: ReadingPage) -> None:
        """Show pairs that the person changed, where the page stands."""
        self._shown = page
        self._window.reading.update_page(page)
        self._translate_headings()

    def _translate_headings(self) -> None:
        """Show headings in both languages beside the page as in it."""
        shown = self._shown is not None and self._window.reading.side_by_side()
        pairs = self._shown.pairs if self._shown is not None and shown else ()
        self._window.sections.translate(translated_headings(pairs))

    def _offer_pairs(self) -> None:
        """Say where the translations begin when a person asked for them and sees none."""
        page, asked, self._asked = self._shown, self._asked, False
        if not asked or page is None or not page.pairs:
            return
        sides = [pair.source or pair.target for pair in page.pairs]
        stand = [side.comment for side in sides if side is not None and side.comment is not None]
        if not stand or self._window.reading.is_on_screen(min(stand)):
            return
        first = min(stand)
        section = words.heading(page.sections[page.comments[first].section].heading)
        said = self.tr(
            "%n sentence(s) stand beside their translation, the first in “{section}”.",
            "",
            len(sides),
        )
        self._window.message.say(
            said.replace("{section}", section),
            action=self.tr("Go there"),
            act=lambda: self._session.pages.jump(first),
        )

    def _apply_look(self) -> None:
        dress(self._window.reading, self._settings)

    def _show_script(self, setting: Setting) -> None:
        """Show headings beside the page in the script in which the page is shown."""
        if setting is SHOWN_SCRIPT:
            self._window.sections.look_again()
            self._window.results.look_again()
            self._say_where()

    def _next_script(self) -> None:
        """Show Chinese in the next script, and say in which."""
        values = [value for value, _label in SHOWN_SCRIPT.choices]
        now = values.index(self._settings.text(SHOWN_SCRIPT))
        value = values[(now + 1) % len(values)]
        self._settings.keep(SHOWN_SCRIPT, value)
        said = {
            "": self.tr("Chinese is shown in the script it was written in."),
            "zh-hans": self.tr("Chinese is shown in Simplified characters."),
            "zh-tw": self.tr("Chinese is shown in Traditional characters (Taiwan)."),
            "zh-hk": self.tr("Chinese is shown in Traditional characters (Hong Kong)."),
        }
        self._window.status.showMessage(said[value], 6000)

    def _toggle_fold(self) -> None:
        """Follow the link that Tab went to; else fold: both are Enter."""
        if self._window.reading.follow_focused_link():
            return
        self._window.reading.toggle_fold()

    def _copy(self) -> None:
        self._window.reading.copy()

    def _select_all(self) -> None:
        self._window.reading.selectAll()

    def _zoom(self, step: int) -> None:
        pane = self._window.reading
        if step == 0:
            pane.zoom_reset()
        elif step > 0:
            pane.zoom_in()
        else:
            pane.zoom_out()

    def _show_warnings(self) -> None:
        if self._shown is None:
            return
        from talkreader.ui.dialogs.warnings import WarningsDialog

        dialog = WarningsDialog(self._shown, self._window)
        dialog.comment_picked.connect(self._window.reading.scroll_to_comment)
        dialog.comment_picked.connect(dialog.accept)
        dialog.open()
