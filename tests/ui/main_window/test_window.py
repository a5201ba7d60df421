"""The window as a person uses it: keys, mouse, files dropped, languages, themes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.store import open_library
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.settings import LANGUAGE, LETTERS, THEME
from tests.ui import dragging


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, *, shift: bool = False) -> None:
    none, shifted = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(widget, key, shifted if shift else none)


def focus(qtbot: QtBot, program: Program, widget: QWidget) -> None:
    program.window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def find(program: Program, qtbot: QtBot, words: str) -> None:
    focus(qtbot, program, program.window.search.field)
    with qtbot.waitSignal(program.session.search.found):
        program.window.search.field.setText(words)
        qtbot.keyClick(program.window.search.field, Qt.Key.Key_Return)


def test_empty_window_invites(program: Program) -> None:
    window = program.window

    assert window.empty.isVisible()
    assert not window.left.isVisible()
    assert not window.actions_["next"].isEnabled()
    assert window.actions_["open"].isEnabled()


def test_sample_opens_from_the_empty_window(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        qtbot.mouseClick(program.window.empty.sample_button, Qt.MouseButton.LeftButton)

    assert program.window.reading.isVisible()
    assert program.window.sections.tree.model().rowCount() > 5
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_file_dropped_on_the_window_is_opened(program: Program, qtbot: QtBot, seeds: Path) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        assert dragging.drop(program.window, [seeds / "lighthouse-fund.html"])

    assert "HTML" in program.window.status.form.text()
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_copied_page_is_pasted(program: Program, qtbot: QtBot) -> None:
    text = "Ferries\n\nThe last boat leaves at nine. --Ada (talk) 10:00, 1 May 2024 (UTC)\n"
    QGuiApplication.clipboard().setText(text)

    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.window.actions_["paste_page"].trigger()

    assert [c.author for c in program.session.pages.page.comments] == ["Ada"]
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_empty_clipboard_is_told_and_nothing_happens(program: Program) -> None:
    QGuiApplication.clipboard().clear()

    program.window.actions_["paste_page"].trigger()

    assert program.window.message.isVisible()
    assert "clipboard" in program.window.message.text()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("zeros.bin", b"\x00" * 4096),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * 100),
        ("missing.txt", None),
    ],
)
def test_file_that_is_no_talk_page_gets_one_sentence_with_its_name(
    program: Program, qtbot: QtBot, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    with qtbot.waitSignal(program.session.failed, timeout=20_000):
        program.opening.open([path])

    assert program.window.message.isVisible()
    assert name in program.window.message.text()
    assert "Traceback" not in program.window.message.text()
    assert program.window.empty.isVisible()


def test_trouble_with_one_file_keeps_the_page_that_is_open(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page = reading.session.pages.page
    (tmp_path / "empty.txt").write_bytes(b"")

    with qtbot.waitSignal(reading.session.failed, timeout=20_000):
        reading.opening.open([tmp_path / "empty.txt"])

    assert reading.session.pages.page is page
    assert reading.window.reading.isVisible()


def test_letters_walk_through_the_comments(reading: Program, qtbot: QtBot) -> None:
    pane = reading.window.reading
    focus(qtbot, reading, pane)

    press(qtbot, pane, Qt.Key.Key_J)
    press(qtbot, pane, Qt.Key.Key_J)
    second = pane.current_comment()
    press(qtbot, pane, Qt.Key.Key_K)

    assert second == 1
    assert pane.current_comment() == 0
    assert "1" in reading.window.status.position.text()


def test_letters_do_nothing_when_they_are_switched_off(reading: Program, qtbot: QtBot) -> None:
    pane = reading.window.reading
    focus(qtbot, reading, pane)
    press(qtbot, pane, Qt.Key.Key_J)

    reading.settings.keep(LETTERS, False)
    press(qtbot, pane, Qt.Key.Key_J)

    assert pane.current_comment() == 0


def test_letters_are_typed_in_the_search_field(reading: Program, qtbot: QtBot) -> None:
    field = reading.window.search.field
    focus(qtbot, reading, field)

    qtbot.keyClicks(field, "jkha1?/")

    assert field.text() == "jkha1?/"
    assert reading.session.notes.placed == ()


def test_section_picked_in_the_tree_is_shown(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    page = reading.session.pages.page
    tree = window.sections.tree
    third = tree.model().index(2, 0)
    wanted = next(s.index for s in page.sections if s.heading == third.data())

    tree.clicked.emit(third)

    qtbot.waitUntil(lambda: page.comments[window.reading.current_comment()].section == wanted)
    assert tree.currentIndex().data() == third.data()


@pytest.mark.parametrize("words", ["封禁", "道歉", "基金", "scanner"])
def test_search_lists_hits_and_marks_them_in_the_page(
    reading: Program, qtbot: QtBot, words: str
) -> None:
    find(reading, qtbot, words)
    window = reading.window

    qtbot.keyClick(window.search.field, Qt.Key.Key_Return)

    assert window.tabs.currentWidget() is window.results
    assert window.results.tree.model().rowCount() > 0
    assert window.search.counter.text().startswith("1 of")


def test_escape_ends_the_search_and_returns_to_the_page(reading: Program, qtbot: QtBot) -> None:
    find(reading, qtbot, "scanner")
    window = reading.window

    qtbot.keyClick(window.search.field, Qt.Key.Key_Escape)

    assert window.search.field.text() == ""
    assert reading.session.search.state.hits == ()
    assert window.tabs.currentWidget() is window.sections
    qtbot.waitUntil(window.reading.hasFocus)


def test_hit_in_another_page_opens_that_page(reading: Program, qtbot: QtBot) -> None:
    first = reading.session.pages.page.info.id
    with qtbot.waitSignal(reading.session.pages.page_opened, timeout=20_000):
        reading.session.pages.open_text("Ferry. [[User:Ada]] 10:00, 1 May 2024 (UTC)")
    reading.window.search.set_scope(reading.window.search.current_scope().LIBRARY)
    find(reading, qtbot, "scanner")

    with qtbot.waitSignal(reading.session.pages.page_opened):
        reading.window.results.hit_picked.emit(0)

    assert reading.session.pages.page.info.id == first


def test_selected_words_are_highlighted_coloured_noted_and_tagged_by_keys(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    focus(qtbot, reading, window.reading)
    window.reading.select(0, 0, 5)

    press(qtbot, window.reading, Qt.Key.Key_2)
    press(qtbot, window.reading, Qt.Key.Key_A)
    editor = window.findChild(NoteEditor)
    qtbot.keyClicks(editor.remark, "see the minutes")
    qtbot.keyClick(editor.remark, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor.tag_line, "minutes, fund")
    qtbot.keyClick(editor.tag_line, Qt.Key.Key_Escape)

    (placed,) = reading.session.notes.placed
    assert (placed.comment, placed.start, placed.end) == (0, 0, 5)
    assert placed.note.color is Color.GREEN
    assert placed.note.text == "see the minutes"
    assert placed.note.tags == ("minutes", "fund")
    assert window.notes.list.model().rowCount() == 1


def test_note_is_deleted_by_del_and_comes_back_by_undo(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    reading.session.notes.add([(2, 0, 4)], Color.BLUE, "kept")
    window.right.show()
    window.notes.show_note(reading.session.notes.placed[0].note.id)

    window.notes.list.setFocus()

    qtbot.keyClick(window.notes.list, Qt.Key.Key_Delete)
    deleted = reading.session.notes.placed
    window.actions_["undo"].trigger()

    assert deleted == ()
    assert reading.session.notes.placed[0].note.text == "kept"


def test_note_picked_in_the_list_is_shown_in_the_page(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    note = reading.session.notes.add([(30, 0, 6)], Color.PINK)

    window.notes.note_picked.emit(note)

    qtbot.waitUntil(lambda: bool(window.reading.selection()))
    assert [(r.comment, r.start, r.end) for r in window.reading.selection()] == [(30, 0, 6)]


def test_typing_is_kept_when_the_window_closes(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    window = reading.window
    note = reading.session.notes.add([(0, 0, 5)], Color.YELLOW)
    window.right.show()
    window.notes.edit_note(note)
    qtbot.keyClicks(window.findChild(NoteEditor).remark, "half a sent")

    window.close()

    with open_library(tmp_path / "library") as again:
        assert again.notes.get(note).text == "half a sent"


def test_side_by_side_shows_the_translations(reading: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.session.pages.pairs_found, timeout=120_000):
        reading.window.actions_["side_by_side"].setChecked(True)

    assert reading.session.pages.page.pairs
    assert reading.window.reading.side_by_side()


@pytest.mark.parametrize(
    ("code", "file_menu", "sections"),
    [("zh_CN", "文件", "章节"), ("zh_TW", "檔案", "章節"), ("en", "File", "Sections")],
)
def test_language_changes_at_once(
    reading: Program, qtbot: QtBot, code: str, file_menu: str, sections: str
) -> None:
    reading.settings.keep(LANGUAGE, "en" if code != "en" else "zh_CN")

    reading.settings.keep(LANGUAGE, code)

    window = reading.window
    qtbot.waitUntil(lambda: file_menu in window.menuBar().actions()[0].text())
    assert window.tabs.tabText(0) == sections
    assert window.actions_["open"].shortcut().toString() == "Ctrl+O"


def test_theme_changes_at_once(reading: Program, qapp: QApplication) -> None:
    shades = []
    for theme in ("dark", "light"):
        reading.settings.keep(THEME, theme)
        shades.append(reading.window.notes.palette().base().color().lightness())

    assert shades[0] < 80 < 180 < shades[1]


def test_f6_goes_through_the_panes(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    focus(qtbot, reading, window.search.field)

    seen = []
    for _ in window.panes():
        window.actions_["cycle_panes"].trigger()
        seen.append(window.focusWidget())

    assert seen == [*window.panes()[1:], window.search.field]


def test_every_pane_and_control_has_an_accessible_name(reading: Program) -> None:
    window = reading.window
    window.right.show()
    named = [
        window.search.field,
        window.search.scope,
        window.reading,
        window.sections.tree,
        window.sections.filter,
        window.library.list,
        window.results.tree,
        window.notes.list,
        window.notes.filter.words,
        window.notes.filter.colors,
        window.notes.filter.tags,
        window.notes.filter.people,
        window.notes.filter.orders,
        window.notes.where,
        window.status.cancel,
        window.status.bar,
    ]

    assert [widget for widget in named if not widget.accessibleName()] == []


def test_window_is_narrow_with_a_long_title(reading: Program) -> None:
    window = reading.window
    window.breadcrumb.show_path(("wiki", "A long title " * 20), "Section", "copy of 2021-09-20")

    assert window.minimumSizeHint().width() < 900


def test_page_is_closed_and_the_window_invites_again(reading: Program) -> None:
    reading.window.actions_["close_tab"].trigger()

    assert reading.window.empty.isVisible()
    assert not reading.window.actions_["next"].isEnabled()
    assert reading.session.notes.placed == ()


def test_recent_list_opens_the_page_again_without_its_file(
    program: Program, qtbot: QtBot, seeds: Path, tmp_path: Path
) -> None:
    path = tmp_path / "borrowed.wiki"
    path.write_bytes((seeds / "lighthouse-fund.wiki").read_bytes())
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.opening.open([path])
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)
    program.window.actions_["close_tab"].trigger()
    path.unlink()

    program.window.menus.recent_about_to_show.emit()
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.window.menus.recent.actions()[0].trigger()

    assert len(program.session.pages.page.comments) == 40
