"""What stands beside the page: its people, its source, and where its links lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.page import Form, Origin, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui import words
from talkreader.ui.document.positions import Kind
from talkreader.ui.models.people import COUNT, NAME
from talkreader.ui.models.roles import Role
from talkreader.ui.models.sections import HITS
from talkreader.ui.settings import LANGUAGE

FERRY = """== Boats ==
See [[Talk:Coast#Fog]], [[#Boats]] and [https://example.org/ferry a map]. \
[[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. [[User:Bo Quay]] 11:00, 1 May 2024 (UTC)
::Yes. [[User:Ada]] 12:00, 1 May 2024 (UTC)
"""
COAST = "== Sand ==\nA. [[User:Cy]] 10:00, 1 May 2023 (UTC)\n" * 30 + (
    "== Fog ==\nB. [[User:Di]] 10:00, 1 May 2024 (UTC)\n"
)


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with one of two pages of a wiki."""
    library.pages.save(parse(RawPage(Form.WIKITEXT, COAST, title="Talk:Coast", site="harbour")))
    raw = RawPage(Form.WIKITEXT, FERRY, title="Talk:Ferry", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    return program


def test_people_are_counted_and_lead_through_their_comments(page: Program, qtbot: QtBot) -> None:
    window = page.window
    window.show_tab(window.people)
    model = window.people.tree.model()
    rows = [[model.index(n, c).data() for c in (NAME, COUNT)] for n in range(model.rowCount())]
    seen = []
    for _ in range(3):
        window.people.tree.activated.emit(model.index(0, 0))
        seen.append(window.reading.current_comment())

    assert rows == [["Ada", "2"], ["Bo Quay", "1"]]
    assert seen == [0, 2, 0]


def test_a_person_is_searched_for_from_the_list(page: Program) -> None:
    page.window.show_tab(page.window.people)
    model = page.window.people.tree.model()
    menu = page.window.people.menu([model.index(1, 0).data(Role.THING)])

    menu.actions()[1].trigger()

    assert page.window.search.field.text() == 'from:"Bo Quay"'


def test_somebody_with_two_names_is_searched_for_by_both(page: Program) -> None:
    pane, at = page.window.people, page.window.reading.current_comment()
    page.window.show_tab(pane)
    pane.tree.selectAll()
    pane.tree.clicked.emit(pane.tree.model().index(1, 0))
    menu = pane.menu(pane.chosen())

    assert [action.text() for action in menu.actions()] == [
        "Search for what they said",
        "Show only what they said here",
    ]
    menu.actions()[0].trigger()
    assert page.window.search.field.text() == 'from:Ada OR from:"Bo Quay"'
    assert page.window.reading.current_comment() == at


def test_a_link_to_another_page_of_the_library_opens_it_at_its_section(
    page: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.window.reading.link_activated.emit("Talk:Coast#Fog")
    view = page.window.reading._view

    assert page.session.pages.page.info.title == "Talk:Coast"
    qtbot.waitUntil(lambda: view.places.find(Kind.HEADING, 31) is not None)
    heading = view.places.find(Kind.HEADING, 31)
    qtbot.waitUntil(
        lambda: page.window.reading.visible_rect().contains(view.geometry.line_rect(heading))
    )
    assert heading.text == "Fog"
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.window.actions_["back"].trigger()
    assert page.session.pages.page.info.title == "Talk:Ferry"


def test_a_link_to_somewhere_else_is_shown_and_copied_and_never_fetched(page: Program) -> None:
    page.window.reading.link_hovered.emit("https://example.org/ferry")
    hovered = page.window.status.currentMessage()

    page.window.reading.link_activated.emit("https://example.org/ferry")

    assert hovered == "Copies: https://example.org/ferry"
    assert QGuiApplication.clipboard().text() == "https://example.org/ferry"
    assert page.session.pages.page.info.title == "Talk:Ferry"


def test_tab_and_enter_follow_a_link_without_a_mouse(page: Program, qtbot: QtBot) -> None:
    pane = page.window.reading
    page.window.activateWindow()
    pane.setFocus()
    for _ in range(8):
        if pane.textCursor().selectedText() != "a map":
            qtbot.keyClick(pane, Qt.Key.Key_Tab)
    QGuiApplication.clipboard().clear()

    qtbot.keyClick(pane, Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text() == "https://example.org/ferry"
    assert not pane.is_folded(0)


def test_the_source_stands_beside_the_page_and_follows_the_reading(
    page: Program, qtbot: QtBot
) -> None:
    page.window.reading.scroll_to_comment(1)
    page.window.actions_["source"].trigger()
    dialog = page.page._source
    first = dialog.text.toPlainText()

    page.window.reading.next_comment()

    assert first == ":Then print a timetable. [[User:Bo Quay]] 11:00, 1 May 2024 (UTC)"
    assert dialog.text.toPlainText().startswith("::Yes.")
    dialog.close()


def test_the_view_by_time_is_a_command_with_a_key(page: Program, qtbot: QtBot) -> None:
    page.window.activateWindow()
    page.window.reading.setFocus()

    qtbot.keyClick(page.window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    assert page.window.reading.by_time()
    assert page.window.actions_["by_time"].isChecked()


def test_the_source_says_in_the_language_of_the_window_what_the_file_holds(page: Program) -> None:
    page.settings.keep(LANGUAGE, "zh_CN")
    page.window.actions_["source"].trigger()
    info = page.session.pages.page.info

    about = page.page._source.about.text()
    copy = words.copy_of(replace(info, origin=Origin("talk.wiki", container="wikitext")))
    page.page._source.close()
    page.settings.keep(LANGUAGE, "en")

    assert copy.startswith("talk.wiki · 维基文本")
    assert "UTC：2024-05-01" in about


def test_the_source_tells_what_is_known_of_the_comment_for_those_who_cannot_hover(
    page: Program,
) -> None:
    page.window.reading.scroll_to_comment(1)
    page.session.correcting.set_author(1, "Bob")
    page.window.actions_["source"].trigger()

    about = page.page._source.about.text()
    assert "UTC: 2024-05-01 11:00" in about
    assert "Signed: 11:00, 1 May 2024 (UTC)" in about
    page.page._source.close()


def test_the_menu_of_a_comment_offers_its_commands_with_their_keys(page: Program) -> None:
    pane = page.window.reading
    menu = pane.context_menu(pane.viewport().rect().center(), 1)

    actions = menu.actions()
    assert page.window.actions_["toggle_fold"] in actions
    assert page.window.actions_["source"] in actions
    assert page.window.actions_["cite_text"] in actions


def test_hits_without_words_are_counted_and_marked_too(page: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.search.found):
        page.window.search.search_for("from:Ada")
    tree = page.window.sections.tree

    assert tree.model().index(0, HITS).data() == "2"
    page.window.reading.overview.look()
    assert len(page.window.reading.overview.lanes[2].places) == 2


def test_all_threads_are_collapsed_and_expanded_from_the_menu_of_a_comment(page: Program) -> None:
    pane = page.window.reading
    menu = pane.context_menu(pane.viewport().rect().center(), 1)
    entries = {action.text().replace("&", ""): action for action in menu.actions()}

    entries["Collapse all threads"].trigger()
    folded = pane.is_folded(0)
    entries["Expand all threads"].trigger()

    assert (folded, pane.is_folded(0)) == (True, False)
