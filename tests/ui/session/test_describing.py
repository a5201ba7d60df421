"""A page that is given a title while it is read: what is written meanwhile goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from talkreader.domain.note import AnchorState, Color
from talkreader.store import Library
from talkreader.ui.jobs import Job, JobRunner, Lane
from talkreader.ui.session import Session

TEXT = "Ferries\n\nThe last boat leaves at nine. --Ada (talk) 10:00, 1 May 2024 (UTC)\n"


@pytest.fixture
def session(library: Library, qtbot: QtBot) -> Iterator[Session]:
    """A session that reads a page without a title."""
    made = Session(library, JobRunner())
    with qtbot.waitSignal(made.pages.page_opened, timeout=20_000):
        made.pages.open_text(TEXT)
    qtbot.waitUntil(lambda: not made.runner.running)
    yield made
    made.close()


def described(session: Session) -> None:
    """Describe the page, and return when that is done and the session has not heard of it."""
    begun: list[Job] = []
    session.pages.import_started.connect(begun.append)
    session.describe("Talk:Ferries", "harbour", "en")
    session.runner._futures[begun[0]].result(20)


def test_a_note_that_is_made_at_that_moment_is_on_the_page_with_its_title(
    session: Session, qtbot: QtBot
) -> None:
    described(session)
    note = session.notes.add([(0, 0, 3)], Color.YELLOW, "ferry")
    qtbot.waitUntil(lambda: session.pages.page.info.title == "Talk:Ferries")

    assert [target.title for target in session.notes.get(note).targets] == ["Talk:Ferries"]
    placed = [(one.note.id, one.state) for one in session.notes.placed]
    assert placed == [(note, AnchorState.EXACT)]
    assert session.notes.page is session.pages.page


def test_a_note_stays_with_the_page_though_that_is_left_at_that_moment(
    session: Session, qtbot: QtBot
) -> None:
    described(session)
    note = session.notes.add([(0, 0, 3)], Color.YELLOW, "ferry")
    session.pages.close_page()
    qtbot.waitUntil(lambda: not session.runner.running)

    assert [target.title for target in session.notes.get(note).targets] == ["Talk:Ferries"]
    assert session.pages.page is None


def test_it_does_not_wait_for_an_import(session: Session, qtbot: QtBot) -> None:
    ended = Event()
    session.runner.start(Job(lambda _progress: ended.wait(20)), Lane.LONG)

    session.describe("Talk:Ferries", "harbour", "en")

    qtbot.waitUntil(lambda: session.pages.page.info.title == "Talk:Ferries", timeout=10_000)
    ended.set()
    qtbot.waitUntil(lambda: not session.runner.running)


def test_a_page_that_turns_out_to_be_another_one_leads_back_to_no_page_that_is_gone(
    session: Session, qtbot: QtBot
) -> None:
    described(session)
    qtbot.waitUntil(lambda: session.pages.page.info.title == "Talk:Ferries")
    known = session.pages.page.info.id
    session.pages.close_page()
    with qtbot.waitSignal(session.pages.page_opened, timeout=20_000):
        session.pages.open_text(TEXT)
    assert session.pages.page.info.id != known
    way = session.pages.trail().past

    described(session)
    qtbot.waitUntil(lambda: session.pages.page.info.title == "Talk:Ferries")

    assert session.pages.trail().past == way
