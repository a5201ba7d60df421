"""Tabs without a window: each keeps its page, its place, its ways and its search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.domain.progress import Progress
from talkreader.store import Library
from talkreader.ui.jobs import JobRunner
from talkreader.ui.scope import Scope
from talkreader.ui.session import Place, Session

FILES = ("lighthouse-fund.wiki", "lighthouse-fund.txt")


@pytest.fixture
def pages(library: Library, seeds: Path) -> list[int]:
    """Two pages in the library."""
    made = [ingest.import_path(seeds / name, library, Progress()).pages[0].id for name in FILES]
    assert len(set(made)) == 2
    return made


@pytest.fixture
def session(library: Library, pages: list[int], qtbot: QtBot) -> Iterator[Session]:
    made = Session(library, JobRunner())
    yield made
    made.close()


def opened(session: Session, qtbot: QtBot, page: int, *, tab: bool = True) -> None:
    with qtbot.waitSignal(session.pages.page_opened):
        (session.tabs.open_page if tab else session.pages.open_page)(page)


def shown(session: Session) -> int:
    page = session.pages.page
    return page.info.id if page is not None else 0


def test_an_empty_tab_is_used_before_another_one_is_made(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    session.tabs.new()
    opened(session, qtbot, pages[0])
    opened(session, qtbot, pages[1])

    assert session.tabs.count() == 2
    assert session.tabs.at == 1
    assert shown(session) == pages[1]


def test_a_page_in_a_tab_of_its_own_takes_the_place_of_the_one_in_front_at_once(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    session.pages.read_on(5)
    session.pages.keep_position()
    emptied: list[bool] = []
    session.pages.page_closed.connect(lambda: emptied.append(True))

    opened(session, qtbot, pages[1])
    places: list[int | None] = []
    session.pages.page_opened.connect(lambda was: places.append(was.at))
    opened(session, qtbot, pages[0])

    assert emptied == []
    assert session.tabs.count() == 3
    assert places == [5]  # where it was last read


def test_each_tab_keeps_its_place_and_its_way_back(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    opened(session, qtbot, pages[1], tab=False)
    session.pages.read_on(7)
    opened(session, qtbot, pages[0])
    assert not session.pages.can_go_back

    places: list[int | None] = []
    session.pages.page_opened.connect(lambda was: places.append(was.at))
    session.tabs.select(0)

    assert shown(session) == pages[1]
    assert places == [7]
    assert session.pages.can_go_back


def test_a_tab_that_was_just_left_is_shown_without_reading_its_page_again(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    first = session.pages.page
    opened(session, qtbot, pages[1])

    session.tabs.select(0)

    assert session.pages.page is first


def test_pages_of_tabs_left_long_ago_are_let_go_and_read_again(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    for number in range(8):
        opened(session, qtbot, pages[number % 2])
    kept = [tab.trail.page for tab in session.tabs._tabs if tab.trail.page is not None]
    assert len(kept) <= 4

    with qtbot.waitSignal(session.pages.page_opened):
        session.tabs.select(0)

    assert shown(session) == pages[0]


def test_a_closed_tab_comes_back_where_it_stood_and_where_one_was(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    session.pages.read_on(5)
    opened(session, qtbot, pages[1])

    session.tabs.close(0)
    assert shown(session) == pages[1]
    assert session.tabs.count() == 1
    places: list[int | None] = []
    session.pages.page_opened.connect(lambda was: places.append(was.at))
    with qtbot.waitSignal(session.pages.page_opened):
        session.tabs.reopen()

    assert (session.tabs.at, shown(session), places) == (0, pages[0], [5])
    assert not session.tabs.can_reopen


def test_closing_the_last_tab_leaves_an_empty_one_and_the_way_back(
    session: Session, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])

    session.tabs.close(0)
    assert (session.tabs.count(), shown(session)) == (1, 0)
    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.back()

    assert shown(session) == pages[0]


def test_all_tabs_come_back_after_a_restart(
    session: Session, library: Library, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    session.pages.read_on(3)
    session.tabs.front.text, session.tabs.front.scope = "灯塔", Scope.LIBRARY
    opened(session, qtbot, pages[1])
    session.tabs.select(0)
    kept = session.tabs.dump()

    again = Session(library, JobRunner())
    places: list[int | None] = []
    again.pages.page_opened.connect(lambda was: places.append(was.at))
    with qtbot.waitSignal(again.pages.page_opened):
        assert again.tabs.load(kept, lambda _page: True)

    assert again.tabs.titles() == session.tabs.titles()
    assert (shown(again), places) == (pages[0], [3])
    assert (again.tabs.front.text, again.tabs.front.scope) == ("灯塔", Scope.LIBRARY)
    again.close()


def test_a_tab_left_while_its_page_is_still_being_read_is_not_lost(
    session: Session, library: Library, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    kept = session.tabs.dump()
    again = Session(library, JobRunner())

    again.tabs.load(kept, lambda _page: True)
    again.tabs.new()
    with qtbot.waitSignal(again.pages.page_opened):
        again.tabs.select(0)

    assert shown(again) == pages[0]
    again.close()


def test_pages_that_the_library_has_no_more_are_left_out(
    session: Session, library: Library, qtbot: QtBot, pages: list[int]
) -> None:
    opened(session, qtbot, pages[0])
    opened(session, qtbot, pages[1])
    kept = session.tabs.dump()
    again = Session(library, JobRunner())

    with qtbot.waitSignal(again.pages.page_opened):
        assert again.tabs.load(kept, lambda page: page == pages[0])

    assert (again.tabs.count(), shown(again)) == (1, pages[0])
    again.close()


scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["version", "at", "tabs", "place"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(st.text(max_size=20) | trees.map(json.dumps))
def test_words_without_sense_open_nothing_and_break_nothing(text: str) -> None:
    from talkreader.ui.session.tabs import Tabs

    tabs = Tabs.__new__(Tabs)

    assert Tabs.load(tabs, text, lambda _page: True) is False


def test_tabs_can_be_put_in_another_order(session: Session, qtbot: QtBot, pages: list[int]) -> None:
    opened(session, qtbot, pages[0])
    opened(session, qtbot, pages[1])

    session.tabs.move(1, 0)

    assert session.tabs.at == 0
    assert session.tabs.front.trail.place == Place(pages[1])


def test_a_file_whose_page_is_open_already_goes_to_its_tab(
    session: Session, qtbot: QtBot, pages: list[int], seeds: Path
) -> None:
    opened(session, qtbot, pages[0])
    session.pages.read_on(9)
    opened(session, qtbot, pages[1])
    places: list[int | None] = []
    session.pages.page_opened.connect(lambda was: places.append(was.at))

    session.tabs.new_for_file()
    session.pages.open_files([seeds / FILES[0]])

    qtbot.waitUntil(lambda: session.tabs.count() == 2 and session.tabs.at == 0)
    assert shown(session) == pages[0]
    assert places[-1] == 9


GROWING = "".join(f"Word {n}. [[User:Ada]] 10:0{n}, 1 May 2024 (UTC)\n\n" for n in range(3))


@pytest.fixture
def growing(session: Session, qtbot: QtBot, tmp_path: Path) -> Path:
    """A file whose page is open in a tab, at its second comment, and which has grown since."""
    file = tmp_path / "page.wiki"
    file.write_text(GROWING)
    with qtbot.waitSignal(session.pages.page_opened, timeout=20_000):
        session.pages.open_files([file])
    session.pages.read_on(1)
    file.write_text(GROWING + "Word 4. [[User:Bo]] 11:00, 2 May 2024 (UTC)\n")
    return file


def test_a_newer_copy_of_a_page_in_a_tab_goes_to_that_tab_and_its_place(
    session: Session, qtbot: QtBot, growing: Path
) -> None:
    places: list[int | None] = []
    session.pages.page_opened.connect(lambda was: places.append(was.at))

    session.tabs.new_for_file()
    session.pages.open_files([growing])
    qtbot.waitUntil(lambda: shown(session) > 3 and session.tabs.count() == 1, timeout=20_000)

    page = session.pages.page
    assert (page.info.version, len(page.comments), places[-1]) == (2, 4, 1)
    with qtbot.waitSignal(session.pages.page_opened):
        session.pages.back()
    assert session.pages.page.info.version == 1, "the way back leads to the copy that was there"


def test_a_file_saved_anew_while_it_is_being_imported_is_read_again(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "page.wiki"
    file.write_text(GROWING)

    def save_and_open_again() -> None:  # the import has told of its page, and has not ended
        file.write_text(GROWING + "Word 4. [[User:Bo]] 11:00, 2 May 2024 (UTC)\n")
        session.pages.open_files([file])

    once = Qt.ConnectionType.SingleShotConnection
    session.pages.pages_changed.connect(save_and_open_again, once)
    session.pages.open_files([file])

    def comments() -> int:
        page = session.pages.page
        return len(page.comments) if page is not None else 0

    qtbot.waitUntil(lambda: comments() == 4, timeout=20_000)
    assert session.pages.page.info.version == 2


def test_an_older_copy_of_a_page_in_a_tab_stands_beside_it(
    session: Session, qtbot: QtBot, growing: Path
) -> None:
    older = shown(session)
    newer = ingest.import_path(growing, session.library, Progress()).pages[0].id
    opened(session, qtbot, newer, tab=False)

    session.tabs.new_for_file()
    opened(session, qtbot, older, tab=False)
    QCoreApplication.processEvents()  # a tab is joined with another one a turn later

    assert [tab.trail.place.page for tab in session.tabs._tabs] == [newer, older]
