"""The window as somebody sees it who has never used it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.body import Body
from talkreader.domain.note import Color
from talkreader.domain.page import Form, PageKey, RawPage
from talkreader.parsing.page import parse
from talkreader.store import Library, open_library
from talkreader.store.pages.listing import PageList
from talkreader.ui.document import fonts
from talkreader.ui.main_window.docks import TEXT
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.roles import Role
from talkreader.ui.panes.library_pane import LibraryPane
from talkreader.ui.settings import LIBRARY_ORDER, Settings
from tests.ui.pages import make_info


def search(program: Program, words: str) -> None:
    """Type words and press Enter."""
    program.window.search.field.setText(words)
    program.window.search._search()


def test_window_without_a_page_has_a_title_and_fits_the_screen(program: Program) -> None:
    window = program.window

    assert window.windowTitle() == "talkreader"
    assert window.height() < window.screen().availableGeometry().height()


def test_nothing_stands_beside_the_empty_window_after_a_page_is_closed(reading: Program) -> None:
    window = reading.window
    window.right.show()

    window.actions_["close_tab"].trigger()

    assert window.left.isHidden()
    assert window.right.isHidden()
    assert window.focusWidget() is window.empty.open_button


def test_fewer_words_are_advised_only_where_there_are_several(
    reading: Program, qtbot: QtBot
) -> None:
    said = []
    for words in ("zebra", "zebra scanner"):
        with qtbot.waitSignal(reading.session.search.found):
            search(reading, words)
        said.append("Fewer words" in reading.window.results.summary.text())

    assert said == [False, True]


def test_left_pane_that_was_closed_stays_closed(
    reading: Program, qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    reading.window.actions_["left_pane"].trigger()
    page = reading.session.pages.page.info.id
    reading.window.close()

    again = Program(qapp, reading.session.library, settings)
    qtbot.addWidget(again.window)
    with qtbot.waitSignal(again.session.pages.page_opened):
        again.session.pages.open_page(page)

    assert again.window.left.isHidden()


def test_tree_and_line_above_the_page_name_the_same_section(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    bar = window.reading.verticalScrollBar()

    def names() -> tuple[str, bool]:
        name = window.sections.tree.currentIndex().data()
        return name, window.breadcrumb.accessibleName().endswith(name)

    bar.setValue(0)
    at_top = names()
    bar.setValue(bar.maximum() // 2)

    assert at_top == ("Top of the page", True)
    assert names()[0] != "Top of the page"
    assert names()[1]


def test_docks_leave_room_for_the_text_in_a_narrow_window(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    window.right.show()

    window.resize(900, 700)

    qtbot.waitUntil(lambda: 900 - window.left.width() - window.right.width() >= TEXT)


def test_what_was_open_before_is_offered_in_the_empty_window(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    window.actions_["close_tab"].trigger()
    assert window.empty.recent.count() == 1
    item = window.empty.recent.item(0)
    words = item.text()

    with qtbot.waitSignal(reading.session.pages.page_opened):
        window.empty.recent.itemClicked.emit(item)

    assert "lighthouse-fund.wiki" in words


def test_first_page_that_can_be_read_of_several_files_is_shown(
    program: Program, qtbot: QtBot, seeds: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "a.txt"
    empty.touch()

    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.opening.open([empty, seeds / "lighthouse-fund.txt"])

    assert program.session.pages.page.comments
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_folder_without_files_is_told(program: Program, tmp_path: Path) -> None:
    (tmp_path / "nothing here").mkdir()

    program.opening.open([tmp_path / "nothing here"])

    assert "nothing here" in program.window.message.text()


def test_text_without_any_comment_is_shown_and_told(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader, nobody signed this.\n", encoding="utf-8")

    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        program.opening.open([letter])

    assert "No signed comments" in program.window.message.text()
    assert "letter.txt" in program.window.message.text()


def test_library_that_cannot_be_written_says_so_and_is_read(
    reading: Program, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    page = reading.session.pages.page.info.id
    settings = Settings(tmp_path / "other config")

    with open_library(tmp_path / "library", read_only=True) as locked:
        again = Program(qapp, locked, settings)
        qtbot.addWidget(again.window)
        with qtbot.waitSignal(again.session.pages.page_opened):
            again.session.pages.open_page(page)

        assert not again.window.status.locked.isHidden()
        assert str(tmp_path) in again.window.status.locked.toolTip()
        assert reading.window.status.locked.isHidden()
        again.window.close()


def test_missing_chinese_font_is_told_with_the_name_of_its_package(
    reading: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "can_show_chinese", lambda: False)  # a machine without one

    reading.reading.check_fonts()

    assert "fonts-noto-cjk" in reading.window.message.text()


def test_missing_emoji_are_told_once_in_the_status_bar(
    reading: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_is_drawn", lambda emoji: emoji != "🧿")  # a machine without one
    status, page = reading.window.status, reading.session.pages.page
    reading.reading.check_emoji()
    assert status.currentMessage() == ""

    first = replace(page.comments[0], body=Body("An amulet: 🧿"))
    reading.reading._shown = replace(page, comments=(first, *page.comments[1:]))
    reading.reading.check_emoji()

    assert "fonts-noto-color-emoji" in status.currentMessage()
    assert not reading.window.message.isVisible()
    status.clearMessage()
    reading.reading.check_emoji()
    assert status.currentMessage() == ""


def test_hits_are_counted_alike_in_the_bar_and_in_the_list(reading: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.session.search.found):
        search(reading, "基金")
    state = reading.session.search.state

    reading.window.actions_["next_hit"].trigger()

    assert len(state.stops) > len(state.hits)
    summary = reading.window.results.summary.text()
    assert summary == f"{len(state.hits)} results, {len(state.stops)} places"
    assert reading.window.search.counter.text() == f"1 of {len(state.stops)}"


def test_search_that_is_not_understood_shows_why_and_no_old_hits(
    reading: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reading.session.search.found):
        search(reading, "scanner")

    with qtbot.waitSignal(reading.session.search.misunderstood):
        search(reading, "foro:x")

    results = reading.window.results
    assert "foro" in results.summary.text()
    assert results.tree.model().rowCount() == 0
    assert not reading.window.actions_["next_hit"].isEnabled()


def test_beginning_of_a_name_leads_to_the_person(reading: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.session.search.counted):
        search(reading, "from:Hollis")
    results = reading.window.results
    assert "These find something" in results.summary.text()
    button = results.others.itemAt(0).widget()
    assert isinstance(button, QPushButton)
    assert "Hollis Vane" in button.text()

    with qtbot.waitSignal(reading.session.search.found):
        button.click()

    assert reading.session.search.state.hits
    assert "Hollis Vane" in reading.window.search.field.text()


def test_hits_of_several_pages_stand_under_their_page_and_section(
    reading: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reading.session.pages.page_opened, timeout=20_000):
        reading.session.pages.open_text("A scanner. [[User:Ada]] 10:00, 1 May 2024 (UTC)")
    reading.window.search.set_scope(reading.window.search.current_scope().LIBRARY)

    with qtbot.waitSignal(reading.session.search.found):
        search(reading, "scanner")

    model = reading.window.results.tree.model()
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    assert sorted(head.data() for head in heads) == ["lighthouse-fund.wiki", "pasted text"]
    assert len(heads) == 2
    first = reading.session.search.state.hits[0]
    section = model.parent(model.index_of(0))
    assert section.data(Role.THING).section == first.section
    assert model.parent(section).data(Role.THING).page == first.page


def test_focus_returns_to_the_page_after_a_note_was_written(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    window.activateWindow()
    window.reading.setFocus()
    window.reading.select(0, 0, 5)

    qtbot.keyClick(window.reading, Qt.Key.Key_T)
    editor = window.findChild(NoteEditor)
    qtbot.waitUntil(editor.tag_line.hasFocus)
    qtbot.keyClick(editor.tag_line, Qt.Key.Key_Escape)

    qtbot.waitUntil(window.reading.hasFocus)


def test_note_elsewhere_is_never_written_into_by_a_key_in_the_page(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    far = reading.session.notes.add([(3, 0, 5)], Color.YELLOW, "mine")
    window.right.show()
    window.notes.show_note(far)
    window.activateWindow()
    window.reading.setFocus()
    qtbot.waitUntil(window.reading.hasFocus)
    window.reading.scroll_to_comment(0)

    qtbot.keyClick(window.reading, Qt.Key.Key_4)

    assert reading.session.notes.get(far).color is Color.YELLOW


def test_translations_that_are_not_on_the_screen_are_one_click_away(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    window.reading.scroll_to_comment(len(reading.session.pages.page.comments) - 1)

    with qtbot.waitSignal(reading.session.pages.pairs_found, timeout=120_000):
        window.actions_["side_by_side"].setChecked(True)
    qtbot.waitUntil(lambda: not window.message.isHidden(), timeout=20_000)
    qtbot.mouseClick(window.message.action, Qt.MouseButton.LeftButton)

    first = min(pair.source.comment for pair in reading.session.pages.page.pairs)
    qtbot.waitUntil(lambda: window.reading.current_comment() == first)


def test_click_on_the_section_above_the_page_goes_to_its_heading(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    window.reading.scroll_to_comment(5)
    before = window.reading.verticalScrollBar().value()

    spot = window.breadcrumb.section_rect().center()
    qtbot.mouseClick(window.breadcrumb, Qt.MouseButton.LeftButton, pos=spot)

    assert window.reading.verticalScrollBar().value() < before


def test_many_pages_that_arrive_are_listed_together(program: Program, qtbot: QtBot) -> None:
    listed = program.window.library.list.model()
    resets: list[int] = []
    listed.rowsInserted.connect(lambda _parent, first, last: resets.append(last - first + 1))
    qtbot.waitUntil(lambda: not program.runner.running)

    for number in range(30):
        program.session.library.pages.save(
            parse(
                RawPage(
                    form=Form.WIKITEXT,
                    text=f"Hello. [[User:Ada]] 10:{number:02}, 1 May 2024 (UTC)",
                    title=f"Talk:Page {number}",
                )
            )
        )
        program.session.pages.pages_changed.emit()

    qtbot.waitUntil(lambda: listed.rowCount() == 30)
    assert len(resets) <= 2
    titles = [listed.index(row, 0).data() for row in range(30)]
    assert titles == [f"Talk:Page {number}" for number in reversed(range(30))]  # newest first


def test_archives_of_a_page_are_told_apart_in_a_narrow_list(qtbot: QtBot) -> None:
    pane = LibraryPane()
    qtbot.addWidget(pane)
    title = "Talk:A rather long title of a page about lighthouses/Archive {}"
    pages = [
        replace(make_info(page_id=n), key=PageKey("wiki", title.format(n))) for n in range(1, 4)
    ]
    pane.resize(220, 300)
    listed = PageList([1, 2, 3], ["", "", ""], [0, 0, 0], [""])
    pane.show_pages(listed, lambda ids: [page for page in pages if page.id in ids])
    pane.show()
    rows = [pane.list.visualRect(pane.list.model().index(n, 0)) for n in (1, 2)]
    second, third = (pane.list.viewport().grab(row).toImage() for row in rows)

    assert second != third


def test_pages_of_the_library_are_sorted_as_one_wishes(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    for title, hours in (("Talk:B", (11, 12)), ("Talk:A", (10,))):
        said = "\n\n".join(f"Hello. [[User:Ada]] {hour}:00, 1 May 2024 (UTC)" for hour in hours)
        library.pages.save(parse(RawPage(form=Form.WIKITEXT, text=said, title=title)))
    program.session.pages.pages_changed.emit()
    pane = program.window.library
    listed = pane.list.model()
    qtbot.waitUntil(lambda: listed.rowCount() == 2)
    assert listed.index(0, 0).data() == "Talk:A"

    pane.order.setCurrentIndex(pane.order.findData("comments"))

    qtbot.waitUntil(lambda: listed.index(0, 0).data() == "Talk:B")
    assert program.settings.text(LIBRARY_ORDER) == "comments"
