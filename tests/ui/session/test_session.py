"""The session without a window: opening, finding, notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from talkreader.domain.note import Color
from talkreader.store import Library, open_library
from talkreader.ui.jobs import JobRunner
from talkreader.ui.session import Place, Scope, Session, find_place, place_of
from tests.ui.pages import make_page

SAMPLE = "lighthouse-fund.wiki"


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Iterator[Session]:
    made = Session(library, JobRunner())
    yield made
    made.close()


def open_file(session: Session, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(session.pages.page_opened, timeout=20_000):
        session.pages.open_files([path])
    qtbot.waitUntil(lambda: not session.runner.running, timeout=20_000)


def test_file_is_shown_when_it_has_been_imported(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)

    assert session.pages.page is not None
    assert len(session.pages.page.comments) == 40


def test_page_opens_where_it_was_left_also_after_a_restart(
    tmp_path: Path, qtbot: QtBot, seeds: Path
) -> None:
    places = []
    for turn in range(2):
        with open_library(tmp_path / "kept") as library:
            session = Session(library, JobRunner())
            session.pages.page_opened.connect(lambda opened: places.append(opened.at))
            open_file(session, qtbot, seeds / SAMPLE)
            if turn == 0:
                session.pages.read_on(17)
            session.close()

    assert places == [None, 17]


def test_back_returns_to_the_page_and_place_before(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)
    first = session.pages.page.info.id
    session.pages.read_on(5)
    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.open_text("Is the ferry late? [[User:Ada]] 10:00, 1 May 2024 (UTC)")
    shown = []
    session.pages.page_opened.connect(lambda opened: shown.append((opened.page.info.id, opened.at)))

    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.back()
    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.forward()

    assert shown[0] == (first, 5)
    assert shown[1][0] != first


def test_empty_file_is_one_sentence_and_nothing_else(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "nothing.txt"
    path.write_bytes(b"")

    with qtbot.waitSignal(session.failed, timeout=20_000) as failed:
        session.pages.open_files([path])

    assert "nothing.txt" in str(failed.args[0])
    assert session.pages.page is None


@pytest.mark.parametrize("words", ["封禁", "道歉", "基金", "scanner", 'from:"Ana Brook"'])
def test_search_finds_words_in_both_languages_and_people(
    session: Session, qtbot: QtBot, seeds: Path, words: str
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)

    with qtbot.waitSignal(session.search.found):
        session.find(words, Scope.PAGE)

    assert session.search.state.hits
    assert session.search.state.total == len(session.search.state.hits)


def test_next_goes_round_and_previous_goes_back(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)
    with qtbot.waitSignal(session.search.found):
        session.find("封禁", Scope.PAGE)
    total = len(session.search.state.stops)

    stops = []
    session.search.stop_changed.connect(stops.append)
    for _ in range(total + 1):
        session.search.next()
    session.search.previous()

    assert stops == [*range(total), 0, total - 1]


def test_words_that_make_no_search_are_told_with_their_place(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)

    with qtbot.waitSignal(session.search.misunderstood) as told:
        session.find("ferry (harbour", Scope.PAGE)

    assert told.args[0].start == 6


def test_note_is_there_after_a_restart_with_colour_text_and_tags(
    tmp_path: Path, qtbot: QtBot, seeds: Path
) -> None:
    with open_library(tmp_path / "kept") as library:
        session = Session(library, JobRunner())
        open_file(session, qtbot, seeds / SAMPLE)
        note = session.notes.add([(0, 2, 9)], Color.GREEN, "look again")
        session.notes.edit(note, tags=["fund", "fund"])
        session.close()

    with open_library(tmp_path / "kept") as library:
        session = Session(library, JobRunner())
        open_file(session, qtbot, seeds / SAMPLE)
        placed = session.pages.page.notes
        session.close()

    assert [(p.comment, p.start, p.end) for p in placed] == [(0, 2, 9)]
    assert placed[0].note.text == "look again"
    assert placed[0].note.color is Color.GREEN
    assert placed[0].note.tags == ("fund",)


def test_every_act_on_notes_is_undone_and_done_again(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)
    notes = session.notes

    def state() -> list[tuple[str, str | None]]:
        return [(placed.note.text, placed.note.color) for placed in notes.placed]

    states = [state()]
    note = notes.add([(1, 0, 5)], Color.YELLOW)
    states.append(state())
    notes.edit(note, text="why?", color=Color.PINK)
    states.append(state())
    notes.delete(note)
    states.append(state())

    undone = []
    for _ in range(3):
        notes.undo()
        undone.append(state())
    redone = []
    for _ in range(3):
        notes.redo()
        redone.append(state())

    assert undone == states[2::-1]
    assert redone == states[1:]


def test_a_note_is_about_words_and_not_about_the_space_around_them(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)
    page = session.pages.page
    assert page is not None
    text = page.comments[0].body.text
    space = text.index(" ")

    session.notes.add([(0, 0, space + 1)], Color.YELLOW)

    (placed,) = session.notes.placed
    assert placed.note.targets[0].exact == text[:space]
    assert (placed.start, placed.end) == (0, space)


def test_editing_that_changes_nothing_is_no_act(
    session: Session, qtbot: QtBot, seeds: Path
) -> None:
    open_file(session, qtbot, seeds / SAMPLE)
    note = session.notes.add([(1, 0, 5)], Color.YELLOW, "same")

    session.notes.edit(note, text="same", tags=())
    session.notes.undo()

    assert session.notes.placed == ()


@given(st.integers(0, 11))
def test_place_of_a_comment_leads_back_to_it(comment: int) -> None:
    page = make_page(12)

    place = place_of(page, comment)
    kept = Place.parse(place.text())

    assert find_place(page, kept) == comment


@pytest.mark.parametrize("text", ["", "nonsense", "c-A-1#x", "#3"])
def test_place_that_makes_no_sense_is_the_top(text: str) -> None:
    assert find_place(make_page(3), Place.parse(text)) is None
