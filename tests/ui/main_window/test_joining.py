"""A page that the library has under its wiki and without one: the window offers to join them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.archives import Hints
from talkreader.domain.note import AnchorState, Color
from talkreader.domain.page import PageInfo
from talkreader.store import Library

FERRY = "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
ANSWER = ":At ten on Sundays. [[User:Bo]] 11:00, 1 May 2025 (UTC)\n"


def show(program: Program, qtbot: QtBot, info: PageInfo) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    qtbot.waitUntil(lambda: not program.runner.running)


def copies(library: Library) -> tuple[PageInfo, PageInfo]:
    (old,) = ingest.import_text(FERRY, library, hints=Hints("Talk:Ferry")).pages
    named = Hints("Talk:Ferry", "harbour", "en")
    (new,) = ingest.import_text(FERRY + ANSWER, library, hints=named).pages
    return old, new


def test_the_notes_of_a_copy_without_a_wiki_come_to_the_page_when_the_offer_is_taken(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    old, new = copies(library)
    show(program, qtbot, old)
    program.window.message.dismiss()
    note = program.session.notes.add(((0, 4, 9),), Color.YELLOW, "see")
    show(program, qtbot, new)
    assert program.session.notes.placed == ()
    assert "names no wiki" in program.window.message.text()

    program.window.message.action.click()

    qtbot.waitUntil(lambda: bool(program.session.notes.placed))
    placed = [(one.note.id, one.state) for one in program.session.notes.placed]
    assert placed == [(note, AnchorState.EXACT)]
    qtbot.waitUntil(lambda: not program.runner.running)
    assert [page.id for page in library.pages.all()] == [new.id]
    assert program.window.message.isHidden()
    assert program.window.status.currentMessage() == "Both copies are one page now."


def test_the_offer_goes_with_its_page_and_comes_again(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    old, new = copies(library)
    (other,) = ingest.import_text(FERRY, library, hints=Hints("Talk:Else", "quay")).pages

    show(program, qtbot, old)
    said = program.window.message.text()
    show(program, qtbot, other)

    assert "another one is of harbour" in said
    assert program.window.message.isHidden()
    show(program, qtbot, old)
    assert not program.window.message.isHidden()
    assert new.current


def test_an_offer_that_was_declined_is_not_made_again(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    old, new = copies(library)
    show(program, qtbot, old)
    program.window.message.dismiss()
    show(program, qtbot, new)
    program.window.message.dismiss()

    show(program, qtbot, old)

    assert program.window.message.isHidden()
