"""Going to anything, and every command by its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from talkreader.app import Program
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.ui.dialogs.chooser import Chooser


def typed(chooser: Chooser, qtbot: QtBot, words: str) -> None:
    with qtbot.waitExposed(chooser):
        chooser.show()
    chooser.field.setText(words)


def enter(chooser: Chooser, qtbot: QtBot) -> None:
    chooser.activateWindow()
    qtbot.waitUntil(chooser.field.hasFocus)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)


def test_a_section_is_reached_by_a_few_letters_and_left_by_back(
    reading: Program, qtbot: QtBot
) -> None:
    chooser = reading.going.go()
    typed(chooser, qtbot, "scanner pool")
    assert chooser.shown()[0] == "Budget of the scanner pool"

    enter(chooser, qtbot)

    page = reading.session.pages.page
    assert page is not None
    wanted = next(s.index for s in page.sections if s.heading == "Budget of the scanner pool")
    qtbot.waitUntil(lambda: reading.window.reading.current_section() == wanted)
    assert reading.session.pages.can_go_back


def test_sections_of_one_name_are_told_apart_by_what_is_above_them_and_their_day(
    program: Program, qtbot: QtBot
) -> None:
    said = "Well done. [[User:Ada]] 10:00, {day} May 2024 (UTC)\n"
    text = "".join(
        (
            *("== Thanks ==\n", said.format(day=1)),
            *("== Boats ==\n", said.format(day=2), "=== Thanks ===\n", said.format(day=3)),
            "== Thanks ==\nNobody signed here.\n",
        )
    )
    info = program.session.library.pages.save(
        parse(RawPage(Form.WIKITEXT, text, title="Talk:Ferry", site="harbour"))
    )
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)

    told = [(one.text, one.detail) for one in program.going._sections()]

    assert told == [
        ("Thanks", "2024-05-01"),
        ("Boats", ""),
        ("Thanks", "Boats · 2024-05-03"),
        ("Thanks", ""),
    ]


def test_a_person_leads_to_what_they_said(reading: Program, qtbot: QtBot) -> None:
    chooser = reading.going.go()
    typed(chooser, qtbot, "hollis")

    enter(chooser, qtbot)

    assert reading.window.search.field.text().startswith('from:"Hollis')


def test_a_date_leads_to_the_first_comment_from_then_on(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    assert page is not None
    chooser = reading.going.go()
    typed(chooser, qtbot, "2023-05-10")

    enter(chooser, qtbot)

    at = reading.session.pages.trail().place
    later = [c for c in page.comments if c.timestamp and f"{c.timestamp:%Y-%m-%d}" >= "2023-05-10"]
    first = min(later, key=lambda comment: comment.timestamp)
    assert at.comment == first.name


def test_a_page_opens_in_a_tab_of_its_own_with_ctrl(reading: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(reading.window.library.listed))
    chooser = reading.going.go()
    typed(chooser, qtbot, "lighthouse-fund.wiki")

    chooser.choose(beside=True)

    assert reading.session.tabs.count() == 2


def test_every_command_is_found_by_its_name_and_done(reading: Program, qtbot: QtBot) -> None:
    chooser = reading.going.command()
    assert len(chooser.shown()) > 40
    typed(chooser, qtbot, "full scr")
    assert chooser.shown()[0] == "Full screen"
    done: list[bool] = []
    reading.window.actions_["full_screen"].toggled.connect(done.append)

    enter(chooser, qtbot)

    assert done == [True]


def test_a_chinese_window_knows_the_english_names_of_its_commands(
    program: Program, qtbot: QtBot
) -> None:
    program.interpreter.use("zh_CN")
    chooser = program.going.command()

    typed(chooser, qtbot, "full scr")
    in_english = chooser.shown()
    typed(chooser, qtbot, "全屏")

    assert in_english[:1] == chooser.shown()[:1] == ["全屏"]
    chooser.reject()


def test_what_cannot_be_done_now_is_shown_and_not_chosen(program: Program, qtbot: QtBot) -> None:
    chooser = program.going.command()
    typed(chooser, qtbot, "next comment")
    assert "Next comment" in chooser.shown()

    assert not chooser.list.currentIndex().isValid()
    chooser.reject()


def test_arrows_walk_the_list_while_one_types(program: Program, qtbot: QtBot) -> None:
    chooser = program.going.command()
    chooser.activateWindow()
    qtbot.waitUntil(chooser.field.hasFocus)
    first = chooser.list.currentIndex().row()

    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)

    assert chooser.list.currentIndex().row() > first
    assert chooser.field.hasFocus()
    chooser.reject()


def test_words_that_fit_nothing_say_so(program: Program, qtbot: QtBot) -> None:
    chooser = program.going.go()
    typed(chooser, qtbot, "zzzzzz")

    assert chooser.shown() == []
    assert "Nothing fits" in chooser.hint.text()
    chooser.reject()


def test_the_window_hears_keys_after_the_list_has_gone(reading: Program, qtbot: QtBot) -> None:
    chooser = reading.going.command()
    assert not chooser.isModal()  # a click elsewhere closes it, and is heard there
    chooser.activateWindow()
    qtbot.waitUntil(chooser.isActiveWindow)
    reading.window.activateWindow()  # a click elsewhere
    qtbot.waitUntil(lambda: not isValid(chooser) or not chooser.isVisible())
    reading.window.reading.setFocus()
    reading.window.activateWindow()
    qtbot.waitUntil(reading.window.reading.hasFocus)
    reading.window.reading.next_comment()

    handle = reading.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert reading.window.reading.textCursor().hasSelection()


def test_an_empty_library_says_what_to_do_before_one_goes_anywhere(program: Program) -> None:
    chooser = program.going.go()

    assert chooser.shown() == []
    assert "open a page first" in chooser.hint.text()
    chooser.reject()
