"""A person's corrections in the window: made by key, menu and drag, marked, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import Evidence
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.dialogs.correcting import AuthorDialog, ParentDialog
from tests.ui.panes.reading import shown_text

TEXT = """== Boats ==
The ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. [[User:Bo]] 11:00, 1 May 2024 (UTC)
:I agree with that. No, I do not think so. [[User:Cy]] 12:00, 1 May 2024 (UTC)
== Harbour ==
Another question. [[User:Eve]] 14:00, 2 May 2024 (UTC)
"""


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with a page of four comments."""
    raw = RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    return program


def comments(program: Program) -> list[tuple[str | None, int | None]]:
    page = program.session.pages.page
    return [(comment.author, comment.parent) for comment in page.comments]


def act(qtbot: QtBot, program: Program, comment: int, name: str) -> None:
    program.window.reading.scroll_to_comment(comment)
    program.window.actions_[name].trigger()


def inner_menu(program: Program, comment: int) -> dict[str, bool]:
    """Return what the menu of a comment offers to correct, and whether it can be chosen."""
    pane = program.window.reading
    menu = pane.context_menu(pane.viewport().rect().center(), comment)
    inner = next(action.menu() for action in menu.actions() if action.menu() is not None)
    return {action.text(): action.isEnabled() for action in inner.actions()}


def test_the_author_is_corrected_marked_and_taken_back_by_undo(page: Program, qtbot: QtBot) -> None:
    act(qtbot, page, 1, "correct_author")
    dialog = page.window.findChild(AuthorDialog)
    dialog.name.setCurrentText("Bob")
    with qtbot.waitSignal(page.session.pages.page_opened):
        dialog.accept()

    assert comments(page)[1] == ("Bob", 0)
    assert "author corrected" in shown_text(page.window.reading)
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.window.actions_["undo"].trigger()
    assert comments(page)[1] == ("Bo", 0)
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.window.actions_["redo"].trigger()
    assert comments(page)[1] == ("Bob", 0)


def test_a_correction_lets_the_page_be_read_again_once_though_the_window_comes_back(
    page: Program, qtbot: QtBot
) -> None:
    read = []
    page.session.pages.page_opened.connect(read.append)
    act(qtbot, page, 1, "correct_author")
    dialog = page.window.findChild(AuthorDialog)
    dialog.name.setCurrentText("Bob")

    dialog.accept()
    page.session.notes.notice()
    qtbot.waitUntil(lambda: not page.session.runner.running)
    page.session.notes.notice()
    qtbot.waitUntil(lambda: not page.session.runner.running)

    assert len(read) == 1
    assert comments(page)[1] == ("Bob", 0)


def test_the_parent_is_chosen_from_the_earlier_comments_of_the_section(
    page: Program, qtbot: QtBot
) -> None:
    act(qtbot, page, 2, "correct_parent")
    dialog = page.window.findChild(ParentDialog)
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.filter.setText("timetable")
    dialog.list.setCurrentRow(1)
    with qtbot.waitSignal(page.session.pages.page_opened):
        dialog.accept()

    assert [row.split(" · ")[0] for row in rows] == ["The heading: Boats", "Bo", "Ada"]
    assert comments(page)[2] == ("Cy", 1)
    assert page.session.pages.page.comments[2].level_evidence is Evidence.CORRECTED
    assert page.window.reading.current_comment() == 2


def test_a_comment_is_dragged_onto_what_it_answers(page: Program, qtbot: QtBot) -> None:
    pane = page.window.reading
    view = pane._view
    pane._show_grip(QPointF(200, view.geometry.top(view.places.comment(2)) + 2 - pane._top))
    start = view.grip.rect(2).center() - QPointF(0, pane._top)
    onto = QPointF(200, view.geometry.top(view.places.comment(1)) + 5 - pane._top)
    viewport = pane.viewport()

    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start.toPoint())
    qtbot.mouseMove(viewport, onto.toPoint())
    assert view.grip.target is view.places.comment(1)
    with qtbot.waitSignal(page.session.pages.page_opened):
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=onto.toPoint())

    assert comments(page)[2] == ("Cy", 1)


def test_a_comment_cannot_answer_one_of_another_section(page: Program, qtbot: QtBot) -> None:
    page.window.reading.comment_dropped.emit(3, 0)

    assert comments(page)[3] == ("Eve", None)
    assert "own section" in page.window.status.currentMessage()


def test_the_first_comment_of_a_section_has_no_other_place(page: Program, qtbot: QtBot) -> None:
    act(qtbot, page, 3, "correct_parent")

    assert page.window.findChild(ParentDialog) is None
    assert "first comment of its section" in page.window.status.currentMessage()
    assert not inner_menu(page, 3)["Correct what it answers…"]
    assert inner_menu(page, 2)["Correct what it answers…"]


def test_what_the_page_says_already_is_no_correction(page: Program) -> None:
    correcting = page.session.correcting
    correcting.set_author(1, "Bo")

    assert correcting.set_parent(1, 0)
    assert not correcting.has_corrections(1)


def test_an_inferred_place_is_confirmed_by_choosing_it(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    said = "{} (talk) 1{}:00, 1 May 2024 (UTC)\n"
    text = "Boats\n" + "".join(f"Words of {n}. " + said.format(n, i) for i, n in enumerate("ABC"))
    info = library.pages.save(parse(RawPage(Form.PLAINTEXT, text, title="Talk:Boats")))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    correcting = program.session.correcting
    before = program.session.pages.page.comments
    assert before[1].level_evidence in {Evidence.INFERRED, Evidence.UNKNOWN}
    correcting.set_parent(0, None)
    assert not correcting.has_corrections(0)
    with qtbot.waitSignal(program.session.pages.page_opened):
        correcting.set_parent(1, before[1].parent)

    after = program.session.pages.page.comments[1]
    assert (after.parent, after.level_evidence) == (before[1].parent, Evidence.CORRECTED)


def test_a_comment_is_split_and_its_parts_are_joined_again(page: Program, qtbot: QtBot) -> None:
    pane = page.window.reading
    pane.toggle_fold(0)
    pane.toggle_fold(0)
    text = page.session.pages.page.comments[2].body.text
    pane.select(2, text.index("No,"), text.index("No,"))
    page.window.actions_["split"].trigger()
    dialog = page.window.findChild(AuthorDialog)
    dialog.name.setCurrentText("Di")
    with qtbot.waitSignal(page.session.pages.page_opened):
        dialog.accept()

    assert comments(page) == [("Ada", None), ("Bo", 0), ("Di", 0), ("Cy", 0), ("Eve", None)]
    assert page.session.pages.page.comments[2].body.text == "I agree with that."
    assert pane.current_comment() == 3
    with qtbot.waitSignal(page.session.pages.page_opened):
        act(qtbot, page, 3, "join")
    assert len(comments(page)) == 4
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.window.actions_["undo"].trigger()
    assert len(comments(page)) == 5


def test_what_was_split_off_is_corrected_and_goes_with_its_split(
    page: Program, qtbot: QtBot
) -> None:
    correcting = page.session.correcting
    opened = page.session.pages.page_opened
    with qtbot.waitSignal(opened):
        correcting.split(2, 18, "Di")

    act(qtbot, page, 2, "correct_author")
    dialog = page.window.findChild(AuthorDialog)
    dialog.name.setCurrentText("Dora")
    with qtbot.waitSignal(opened):
        dialog.accept()
    with qtbot.waitSignal(opened):
        assert correcting.set_parent(2, 1)
    with qtbot.waitSignal(opened):
        assert correcting.set_parent(3, 2)
    corrected = comments(page)
    with qtbot.waitSignal(opened):
        act(qtbot, page, 3, "uncorrect")

    assert corrected[2:4] == [("Dora", 1), ("Cy", 2)]
    assert comments(page) == [("Ada", None), ("Bo", 0), ("Cy", 0), ("Eve", None)]
    assert page.session.pages.page.lost_corrections == ()


def test_hits_stand_on_their_words_after_a_split_and_a_join(page: Program, qtbot: QtBot) -> None:
    window, correcting = page.window, page.session.correcting
    cut = page.session.pages.page.comments[2].body.text.index("No,")
    for change in (lambda: correcting.merge(1), lambda: correcting.split(1, cut, None)):
        with qtbot.waitSignal(page.session.pages.page_opened):
            change()
    with qtbot.waitSignal(page.session.search.found):
        window.search.search_for("think OR timetable OR question")

    text = {c.index: c.body.text for c in page.session.pages.page.comments}
    marked = [text[hit.comment][hit.start : hit.end] for hit in window.reading._hits]
    assert len(text) == 4
    assert marked == ["timetable", "think", "question"]


def test_a_search_that_stands_follows_a_correction_and_its_undo(
    page: Program, qtbot: QtBot
) -> None:
    search, correcting = page.session.search, page.session.correcting
    cut = page.session.pages.page.comments[2].body.text.index("No,")
    with qtbot.waitSignal(search.found):
        page.window.search.search_for("from:Di")
    assert search.state.hits == ()

    with qtbot.waitSignal(search.found):
        assert correcting.split(2, cut, "Di")
    (hit,) = search.state.hits
    qtbot.waitUntil(lambda: page.window.reading._found == frozenset({2}))
    with qtbot.waitSignal(search.found):
        page.session.notes.undo()

    assert (hit.author, hit.snippet, hit.now) == ("Di", "I agree with that.", 2)
    assert search.state.hits == ()


def test_corrections_of_a_comment_are_taken_back_together(page: Program, qtbot: QtBot) -> None:
    correcting = page.session.correcting
    for change in (lambda: correcting.set_author(2, "Di"), lambda: correcting.set_parent(2, 1)):
        with qtbot.waitSignal(page.session.pages.page_opened):
            change()

    with qtbot.waitSignal(page.session.pages.page_opened):
        act(qtbot, page, 2, "uncorrect")
    qtbot.waitUntil(lambda: not page.runner.running)

    assert comments(page)[2] == ("Cy", 0)


def test_folds_and_place_stay_when_a_comment_is_split(page: Program, qtbot: QtBot) -> None:
    pane = page.window.reading
    pane.toggle_fold(0)
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.session.correcting.split(2, 18, None)

    assert pane.is_folded(0)
    assert "3 replies" in shown_text(pane)


def test_the_menu_of_a_comment_offers_what_can_be_corrected(page: Program, qtbot: QtBot) -> None:
    enabled = inner_menu(page, 3)

    assert enabled["Correct who wrote it…"]
    assert not enabled["Join with the comment before"]
    assert not enabled["Take back its corrections"]
