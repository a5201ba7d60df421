"""Which page is in front while many are imported, and when they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.domain.progress import Progress
from talkreader.store import Library
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.main_window.first_of_many import FirstOfMany
from talkreader.ui.session import Session

TEXT = "Hello {n}. [[User:Ada]] 10:0{n}, {day} May 2024 (UTC)\n\n"


@pytest.fixture
def copies(library: Library, tmp_path: Path) -> list[int]:
    """Two copies of one page, and another page."""
    made = []
    for name, count, day in (("a.wiki", 1, 1), ("a.wiki", 2, 1), ("b.wiki", 3, 2)):
        (tmp_path / name).write_text("".join(TEXT.format(n=n, day=day) for n in range(count)))
        made.append(ingest.import_path(tmp_path / name, library, Progress()).pages[0].id)
    return made


@pytest.fixture
def session(library: Library, copies: list[int], qtbot: QtBot) -> Iterator[Session]:
    made = Session(library, JobRunner())
    yield made
    made.close()


def begun(session: Session) -> Job:
    """Return an import that tells of itself when the test says so."""
    job = Job(lambda _progress: None)
    session.imports.started.emit(job)
    return job


def store_first(session: Session, qtbot: QtBot, job: Job, page: int) -> None:
    with qtbot.waitSignal(session.pages.page_opened):
        session.imports.first_stored.emit(job, page)


def settle(session: Session, qtbot: QtBot) -> int:
    """Return the page in front when all that was asked for is read; 0 for none."""
    qtbot.waitUntil(lambda: not session.runner.running)
    return session.pages.page.info.id if session.pages.page is not None else 0


def test_the_first_page_turns_to_its_newest_copy_in_the_end(
    session: Session, qtbot: QtBot, copies: list[int]
) -> None:
    first = FirstOfMany(session)
    job = begun(session)
    store_first(session, qtbot, job, copies[0])

    job.finished.emit(None)

    assert settle(session, qtbot) == copies[1]
    first.deleteLater()


def test_it_does_so_too_when_it_is_still_being_read(
    session: Session, qtbot: QtBot, copies: list[int]
) -> None:
    first = FirstOfMany(session)
    job = begun(session)

    session.imports.first_stored.emit(job, copies[0])
    job.finished.emit(None)

    assert settle(session, qtbot) == copies[1]
    first.deleteLater()


def test_a_page_that_was_closed_meanwhile_stays_closed(
    session: Session, qtbot: QtBot, copies: list[int]
) -> None:
    first = FirstOfMany(session)
    job = begun(session)
    store_first(session, qtbot, job, copies[0])

    session.pages.close_page()
    job.finished.emit(None)

    assert settle(session, qtbot) == 0
    first.deleteLater()


def test_a_new_tab_stays_empty(session: Session, qtbot: QtBot, copies: list[int]) -> None:
    first = FirstOfMany(session)
    job = begun(session)
    store_first(session, qtbot, job, copies[0])

    session.tabs.new()
    job.finished.emit(None)

    assert settle(session, qtbot) == 0
    first.deleteLater()


def test_another_page_that_is_being_read_comes_and_stays(
    session: Session, qtbot: QtBot, copies: list[int]
) -> None:
    first = FirstOfMany(session)
    job = begun(session)
    store_first(session, qtbot, job, copies[0])

    session.pages.open_page(copies[2])
    job.finished.emit(None)

    assert settle(session, qtbot) == copies[2]
    first.deleteLater()


@pytest.mark.parametrize("end", ["failed", "cancelled"])
def test_an_import_that_failed_or_was_stopped_lets_the_next_one_be(
    session: Session, qtbot: QtBot, copies: list[int], end: str
) -> None:
    first = FirstOfMany(session)
    job = begun(session)
    first.want(job)
    job.failed.emit(OSError()) if end == "failed" else job.cancelled.emit()
    job.ended.emit()
    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.open_page(copies[2])

    other = begun(session)
    session.imports.first_stored.emit(other, copies[0])
    other.finished.emit(None)

    assert settle(session, qtbot) == copies[2]
    first.deleteLater()


def test_of_two_imports_at_once_each_has_its_own_first_page(
    session: Session, qtbot: QtBot, copies: list[int]
) -> None:
    first = FirstOfMany(session)
    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.open_page(copies[2])
    wanted, other = begun(session), begun(session)
    first.want(wanted)

    session.imports.first_stored.emit(other, copies[1])
    assert settle(session, qtbot) == copies[2]
    store_first(session, qtbot, wanted, copies[0])
    other.finished.emit(None)

    assert settle(session, qtbot) == copies[0]
    first.deleteLater()
