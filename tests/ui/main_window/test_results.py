"""Working with results: narrowing, widening, ordering, keeping and copying them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.body import Span
from talkreader.domain.note import Color
from talkreader.ui.dialogs.saved_searches import SavedSearchesDialog
from talkreader.ui.models.roles import Role
from talkreader.ui.session import Scope
from tests.store.pages import make_page


def search(program: Program, qtbot: QtBot, text: str, scope: Scope = Scope.PAGE) -> None:
    """Search, and wait until everything about it is known."""
    program.window.search.set_scope(scope)
    with qtbot.waitSignal(program.session.search.counted):
        program.window.search.search_for(text)


def chips(program: Program) -> dict[str, QToolButton]:
    found = program.window.results.head.chips.findChildren(QToolButton)
    return {chip.text(): chip for chip in found if not chip.isHidden()}


def facet(program: Program, name: str) -> list[str]:
    menu = program.window.results.head._buttons[name].menu()
    return [action.text() for action in menu.actions()]


def others(program: Program) -> list[QPushButton]:
    layout = program.window.results.others
    widgets = [layout.itemAt(row).widget() for row in range(layout.count())]
    return [widget for widget in widgets if isinstance(widget, QPushButton)]


def test_what_was_understood_stands_above_the_hits_and_can_be_taken_away(
    reading: Program, qtbot: QtBot
) -> None:
    search(reading, qtbot, "the from:Ana* after:2023")
    assert list(chips(reading)) == ["by Ana*  ×", "from 2023 on  ×"]
    fewer = len(reading.session.search.state.hits)

    with qtbot.waitSignal(reading.session.search.found):
        chips(reading)["by Ana*  ×"].click()

    assert reading.window.search.field.text() == "the after:2023"
    assert len(reading.session.search.state.hits) > fewer > 0


@pytest.mark.parametrize("name", ["authors", "languages"])
def test_a_click_narrows_to_as_many_hits_as_it_said(
    reading: Program, qtbot: QtBot, name: str
) -> None:
    search(reading, qtbot, "the OR 基金")
    offered = facet(reading, name)
    assert len(offered) > 1
    number = int(offered[0].partition("\t")[2].replace(",", ""))

    with qtbot.waitSignal(reading.session.search.counted):
        reading.window.results.head._buttons[name].menu().actions()[0].trigger()

    assert reading.session.search.state.total == number
    assert reading.window.search.field.text().startswith("(the OR 基金) ")


def test_hits_can_be_ordered_otherwise(reading: Program, qtbot: QtBot) -> None:
    search(reading, qtbot, "fund", Scope.LIBRARY)
    times = [hit.timestamp for hit in reading.session.search.state.hits if hit.timestamp]
    assert times == sorted(times, reverse=True)

    with qtbot.waitSignal(reading.session.search.found):
        order = reading.window.results.head.order
        order.setCurrentIndex(order.findData("oldest"))

    times = [hit.timestamp for hit in reading.session.search.state.hits if hit.timestamp]
    assert times == sorted(times)


def test_a_hit_shows_the_comment_that_it_answers(reading: Program, qtbot: QtBot) -> None:
    search(reading, qtbot, "section four", Scope.LIBRARY)

    model = reading.window.results.tree.model()
    answered = model.data(model.index_of(0), Role.ABOVE)

    assert answered is not None
    assert answered.words


def test_nothing_found_says_what_would_find_something(reading: Program, qtbot: QtBot) -> None:
    reading.session.library.pages.save(make_page(["about otters"], title="Talk:Otters"))
    search(reading, qtbot, "otters -lamp")
    assert "on this page" in reading.window.results.summary.text()
    assert others(reading)[0].text() == "In the whole library: 1"

    with qtbot.waitSignal(reading.session.search.found):
        others(reading)[0].click()

    assert reading.window.search.current_scope() is Scope.LIBRARY
    assert len(reading.session.search.state.hits) == 1

    search(reading, qtbot, "from:Wren otters lighthousekeeping", Scope.LIBRARY)
    assert [button.text() for button in others(reading)] == ["Without lighthousekeeping: 1"]


@pytest.mark.parametrize("scope", list(Scope))
def test_the_beginning_of_a_word_that_is_no_word_leads_to_the_words_that_begin_so(
    reading: Program, qtbot: QtBot, scope: Scope
) -> None:
    search(reading, qtbot, "translatio from:Ilse*", scope)
    assert reading.session.search.state.hits == ()

    button = others(reading)[0]
    assert button.text().startswith("As the beginning of words: ")
    said = int(button.text().rpartition(" ")[2])
    with qtbot.waitSignal(reading.session.search.counted):
        button.click()

    assert reading.window.search.field.text() == "translatio* from:Ilse*"
    assert reading.session.search.state.total == said > 0
    assert reading.session.search.state.scope is scope


def test_a_mistake_is_marked_where_it_stands(reading: Program, qtbot: QtBot) -> None:
    bar = reading.window.search

    with qtbot.waitSignal(reading.session.search.misunderstood):
        bar.search_for("lamp foro:Ada oil")
    assert bar.field.mistake == Span(5, 10)
    assert "foro" in bar.field.toolTip()

    search(reading, qtbot, "lamp from:Ada")
    assert bar.field.mistake is None
    assert bar.field.parts == (Span(5, 13),)
    assert bar.field.text() == "lamp from:Ada"


def test_names_are_completed_from_the_library(reading: Program, qtbot: QtBot) -> None:
    window, field = reading.window, reading.window.search.field
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    qtbot.keyClicks(field, "fund fro")
    assert field.popup_is_open
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "fund from:"
    qtbot.keyClicks(field, "hollis")
    qtbot.waitUntil(lambda: field.popup_is_open)
    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == 'fund from:"Hollis Vane (Lighthouse)" '
    assert window.focusWidget() is field


def test_enter_searches_while_completions_are_offered(reading: Program, qtbot: QtBot) -> None:
    window, field = reading.window, reading.window.search.field
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "from:ana")
    qtbot.waitUntil(lambda: field.popup_is_open)

    with qtbot.waitSignal(reading.session.search.found):
        qtbot.keyClick(field._completions.list, Qt.Key.Key_Return)

    assert field.text() == "from:ana"
    assert reading.session.search.state.text == "from:ana"


def test_a_search_is_kept_used_again_renamed_and_deleted(
    reading: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = reading.session.library.memory
    search(reading, qtbot, "fund from:Ana*")
    monkeypatch.setattr(QInputDialog, "exec", lambda self: self.setTextValue("Ana") or 1)
    reading.window.results.head._save.trigger()
    assert memory.saved_searches() == {"Ana": "fund from:Ana*"}

    reading.window.search.search_for("")
    with qtbot.waitSignal(reading.session.search.found):
        others(reading)[0].click()
    assert reading.window.search.field.text() == "fund from:Ana*"

    reading.window.results.head._manage.trigger()
    dialog = reading.window.findChild(SavedSearchesDialog)
    dialog.list.topLevelItem(0).setText(0, "Ana on the fund")
    assert memory.saved_searches() == {"Ana on the fund": "fund from:Ana*"}
    dialog.delete.click()
    assert memory.saved_searches() == {}
    dialog.reject()


def test_all_results_are_copied_with_their_sources(reading: Program, qtbot: QtBot) -> None:
    search(reading, qtbot, "scanner", Scope.LIBRARY)
    hits = reading.session.search.state.hits
    QGuiApplication.clipboard().clear()

    reading.window.results.head.copy_wanted.emit("text")
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))

    text = QGuiApplication.clipboard().text()
    assert text.count("\n— ") == len(hits)
    assert "Ana Brook, 2023-05-02 10:12 UTC" in text


def test_more_results_come_when_they_are_asked_for(program: Program, qtbot: QtBot) -> None:
    said = [f"otter {n}" for n in range(450)]
    program.session.library.pages.save(make_page(said))
    search(program, qtbot, "otter", Scope.LIBRARY)
    results = program.window.results
    assert len(program.session.search.state.hits) == 200
    assert results.more.text() == "Show 200 more"

    for expected in (400, 450):
        with qtbot.waitSignal(program.session.search.more_found):
            results.more.click()
        assert len(program.session.search.state.hits) == expected

    assert results.more.isHidden()
    assert results.summary.text() == "450 results"


def test_all_words_are_marked_in_a_page_opened_from_the_library(
    reading: Program, qtbot: QtBot, seeds: Path
) -> None:
    search(reading, qtbot, "the", Scope.PAGE)
    everywhere = len(reading.window.reading._hits)

    search(reading, qtbot, "the", Scope.LIBRARY)

    qtbot.waitUntil(lambda: len(reading.window.reading._hits) == everywhere)
    assert everywhere > len(reading.session.search.state.hits)


def test_a_heading_takes_no_more_room_in_the_list_than_its_line(
    reading: Program, qtbot: QtBot
) -> None:
    search(reading, qtbot, "封禁")
    view = reading.window.results.tree

    rows = [view.model().index(n, 0, view.model().index(0, 0)) for n in range(2)]

    heading, comment = (view.visualRect(row).height() for row in rows)
    assert heading < comment * 0.75


def test_a_hit_takes_no_more_lines_in_the_list_than_its_words(
    reading: Program, qtbot: QtBot
) -> None:
    reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "harbour")
    reading.session.find("harbour", Scope.PAGE)
    qtbot.waitUntil(lambda: len(reading.session.search.state.hits) == 1)
    window = reading.window
    window.show_tab(window.results)
    tree = window.results.tree

    row = tree.model().index(0, 0, tree.model().index(0, 0))
    lines = tree.visualRect(row).height() / tree.fontMetrics().lineSpacing()

    assert 2 <= lines < 4  # who and when, and one word
