"""A newer copy of a page: what is new is told, marked, walked through and compared."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.domain.page import Form, PageInfo, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.dialogs.changes import NEW, ChangesDialog
from talkreader.ui.dialogs.versions import VersionsDialog
from talkreader.ui.models.sections import NEW as NEW_COLUMN

FIRST = """== Boats ==
The ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. [[User:Bo]] 11:00, 1 May 2024 (UTC)
== Harbour ==
A remark that will go. [[User:Cy]] 12:00, 1 May 2024 (UTC)
"""
SECOND = """== Boats ==
The ferry leaves at ten. [[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. [[User:Bo]] 11:00, 1 May 2024 (UTC)
::Who pays? [[User:Di]] 13:00, 2 May 2024 (UTC)
== Harbour ==
Another question. [[User:Eve]] 14:00, 2 May 2024 (UTC)
"""
Store = Callable[[str], PageInfo]


@pytest.fixture
def store(library: Library) -> Store:
    """Keep a copy of one page."""

    def keep(text: str) -> PageInfo:
        return library.pages.save(
            parse(RawPage(Form.WIKITEXT, text, title="Talk:Boats", site="harbour"))
        )

    return keep


def open_page(program: Program, qtbot: QtBot, info: PageInfo) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    qtbot.waitUntil(lambda: bool(program.session.seeing._names))
    qtbot.waitUntil(lambda: not program.runner.running)


def test_a_newer_copy_says_what_changed_and_begins_at_the_first_new_comment(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    store(FIRST)

    open_page(program, qtbot, store(SECOND))

    assert program.window.message.text().endswith("+2 new, 1 edited, 1 gone.")
    assert program.window.reading.current_comment() == 2
    assert program.window.reading._fresh == {2, 3}
    program.window.actions_["back"].trigger()
    qtbot.waitUntil(lambda: program.window.reading.current_comment() != 2)


def test_when_a_copy_was_imported_is_said_in_the_time_of_this_computer(
    program: Program, qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store(FIRST)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        open_page(program, qtbot, store(SECOND))
        said = program.window.message.text()
    finally:
        monkeypatch.undo()
        time.tzset()

    there = first.imported + timedelta(hours=8)
    month = QLocale(QLocale.Language.English).monthName(there.month)  # strftime is the system's
    assert f"Since the copy imported {there.day} {month} {there:%Y %H:%M}: " in said


def test_a_newer_copy_says_what_became_of_the_notes(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    open_page(program, qtbot, store(FIRST))
    for comment, end in ((1, 9), (2, 22)):
        program.session.notes.add(((comment, 0, end),), Color.YELLOW)

    open_page(program, qtbot, store(SECOND))

    assert program.window.message.text().endswith("Notes: 1 in place, 1 lost.")


def test_what_a_copy_changed_is_not_said_above_another_page(
    program: Program, qtbot: QtBot, store: Store, library: Library
) -> None:
    store(FIRST)
    open_page(program, qtbot, store(SECOND))
    assert program.window.message.isVisible()
    other = parse(RawPage(Form.WIKITEXT, FIRST, title="Talk:Ferries", site="harbour"))

    open_page(program, qtbot, library.pages.save(other))

    assert not program.window.message.isVisible()


def test_n_walks_through_the_new_ones_and_the_tree_counts_what_is_left(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    store(FIRST)
    open_page(program, qtbot, store(SECOND))
    pane, tree = program.window.reading, program.window.sections.tree
    pane.setFocus()
    before = tree.model().index(1, NEW_COLUMN).data()

    qtbot.keyClick(pane, Qt.Key.Key_N)
    assert pane.current_comment() == 3
    qtbot.keyClick(pane, Qt.Key.Key_N)
    said = program.window.status.currentMessage()
    qtbot.keyClick(pane, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)

    assert pane.current_comment() == 2
    assert said == "No new comment further down."
    assert before == "1"
    assert tree.model().index(1, NEW_COLUMN).data() == ""


def test_what_was_read_is_no_longer_new_the_next_time(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    store(FIRST)
    second = store(SECOND)
    open_page(program, qtbot, second)
    program.window.actions_["read_all"].trigger()
    program.window.actions_["close_tab"].trigger()
    program.window.message.dismiss()

    open_page(program, qtbot, second)

    assert program.session.seeing.fresh == ()
    assert not program.window.message.isVisible()
    assert program.session.seeing.unread == frozenset()


def test_what_stays_on_the_screen_becomes_read_and_can_be_marked_unread(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    info = store(FIRST)
    program.window.reading.dwelling.timer.setInterval(1)
    open_page(program, qtbot, info)

    program.window.reading.dwelling.wait()
    qtbot.waitUntil(lambda: not program.session.seeing.unread)
    program.window.reading.scroll_to_comment(1)
    program.window.reading.dwelling.timer.stop()
    program.window.actions_["toggle_read"].trigger()

    assert program.session.seeing.unread == {1}
    assert "1 not read" in program.window.status.position.text()


def test_the_changes_are_shown_with_their_words_and_lead_to_the_comment(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    store(FIRST)
    open_page(program, qtbot, store(SECOND))

    program.window.actions_["changes"].trigger()
    dialog = program.window.findChild(ChangesDialog)
    titles = [dialog.list.topLevelItem(n).text(0) for n in range(3)]
    edited = dialog.list.topLevelItem(1).child(0)
    dialog.list.setCurrentItem(edited)
    shown = dialog.words.toPlainText()
    gone = dialog.list.topLevelItem(2).child(0)

    assert titles == ["2 new", "1 edited", "1 gone"]
    assert shown == "The ferry leaves at nineten."
    assert gone.data(0, NEW) is None
    dialog.list.setCurrentItem(edited)
    dialog.go.click()
    qtbot.waitUntil(lambda: program.window.reading.current_comment() == 0)


def test_any_two_copies_can_be_compared(program: Program, qtbot: QtBot, store: Store) -> None:
    first = store(FIRST)
    store(SECOND)
    open_page(program, qtbot, store(SECOND.replace("Who pays?", "Who pays for it?")))
    program.window.actions_["changes"].trigger()
    dialog = program.window.findChild(ChangesDialog)
    near = [dialog.list.topLevelItem(n).text(0) for n in range(dialog.list.topLevelItemCount())]

    dialog.older.setCurrentIndex(dialog.older.findData(first.id))
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 3)

    assert near == ["1 edited"]
    assert [dialog.list.topLevelItem(n).text(0) for n in range(3)] == [
        "2 new",
        "1 edited",
        "1 gone",
    ]


def test_the_first_copy_is_compared_with_the_next_as_the_older_one(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    first, second = store(FIRST), store(SECOND)
    open_page(program, qtbot, first)
    program.window.actions_["changes"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(ChangesDialog) is not None)
    dialog = program.window.findChild(ChangesDialog)

    assert (dialog.older.currentData(), dialog.newer.currentData()) == (first.id, second.id)


def test_a_copy_is_not_compared_with_itself(program: Program, qtbot: QtBot, store: Store) -> None:
    store(FIRST)
    newer = store(SECOND)
    open_page(program, qtbot, newer)
    program.window.actions_["changes"].trigger()
    dialog = program.window.findChild(ChangesDialog)

    with qtbot.assertNotEmitted(dialog.copies_wanted):
        dialog.older.setCurrentIndex(dialog.older.findData(newer.id))

    assert "same copy" in dialog.words.toPlainText()
    assert dialog.list.topLevelItemCount() == 0
    assert not dialog.go.isEnabled()


def test_versions_of_a_comment_are_shown_with_what_was_changed(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    store(FIRST)
    open_page(program, qtbot, store(SECOND))
    program.window.reading.move_to(0)

    program.window.actions_["versions"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(VersionsDialog) is not None)
    dialog = program.window.findChild(VersionsDialog)
    rows = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]

    assert dialog.words.toPlainText() == "The ferry leaves at nineten."
    assert dialog.detail.text().startswith("edited")
    assert [row.childCount() for row in rows] == [2, 2]
    assert rows[1].text(0).startswith("Cy · 2024-05-01 12:00 · gone")
    dialog.changed_only.setChecked(False)
    assert dialog.list.topLevelItemCount() == 5
    dialog.list.setCurrentItem(rows_of(dialog)[3])
    dialog.go.click()
    qtbot.waitUntil(lambda: program.window.reading.current_comment() == 3)


def test_page_with_one_copy_says_what_would_tell_more(program: Program, qtbot: QtBot) -> None:
    page = program.session.library.pages.save(
        parse(RawPage(Form.PLAINTEXT, "Boats\n\nAt nine. --Ada (talk) 10:00, 1 May 2024 (UTC)\n"))
    )
    open_page(program, qtbot, page)

    program.window.actions_["versions"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(VersionsDialog) is not None)
    dialog = program.window.findChild(VersionsDialog)

    assert "all revisions" in dialog.about.text()
    assert dialog.words.toPlainText().endswith("At nine.")


def test_copies_that_only_added_are_known_as_earlier_versions(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    store(FIRST)
    open_page(program, qtbot, store(FIRST + "Also this. [[User:Di]] 13:00, 2 May 2024 (UTC)\n"))

    program.window.actions_["versions"].trigger()
    qtbot.waitUntil(lambda: program.window.findChild(VersionsDialog) is not None)

    about = program.window.findChild(VersionsDialog).about.text()
    assert about == "0 comments changed, 0 not on the page any more."


def rows_of(dialog: VersionsDialog) -> list[QTreeWidgetItem]:
    return [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]


def test_the_first_copy_of_a_page_is_not_all_new(
    program: Program, qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    open_page(program, qtbot, store(FIRST))

    assert program.session.seeing.fresh == ()
    assert not program.window.message.isVisible()
    assert not program.window.actions_["changes"].isEnabled()
    assert program.session.seeing.next(None, 1) == 0
