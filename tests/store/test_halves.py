"""Both halves of a long question see one state, stop together, and nothing of them is left."""

from __future__ import annotations

import itertools
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from talkreader.domain.errors import Cancelled
from talkreader.domain.grammar import parse_query
from talkreader.store import Library, open_library
from talkreader.store.files.halves import Halves, Reader, at_once
from talkreader.store.index.compiling import Plan
from talkreader.store.search import forwards, sources
from tests.store.pages import Said, make_page

ENDLESS = 10**15
COUNTED = (
    "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)"
    " SELECT count(*) FROM number"
)
HITS = "SELECT count(*) FROM words WHERE words MATCH ?"
FIRST = datetime(2010, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask at once whatever the size and the machine, and wait as long as it takes."""
    monkeypatch.setattr("talkreader.store.files.halves._CORES", 2)
    monkeypatch.setattr("talkreader.store.files.halves._PAUSES", (0, 0))
    monkeypatch.setattr("talkreader.store.files.halves._PATIENCE", 0)
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 60)
    monkeypatch.setattr("talkreader.store.search.sources._LARGE", 0)
    monkeypatch.setattr("talkreader.store.search.newest._COSTLY", -1)


def _fill(library: Library) -> None:
    """Make a library of 60 pages of 40 comments; "red lamp" is seldom, "lamp oil" is not."""
    with library.pages.bulk() as bulk:
        for number in range(60):
            bulk.expect(number / 60)
            said = []
            for place in range(40):
                when = FIRST + timedelta(minutes=(number * 9973 + place * 773) % 900_000)
                words = f"lamp red {number} oil"
                if (number * 40 + place) % 97 == 0:
                    words = f"a red lamp {number}"
                elif place % 3 == 0:
                    words = f"lamp oil {place} 灯塔火光"
                said.append(Said(words, "Wren", f"{when:%Y-%m-%d %H:%M}"))
            bulk.save(make_page(said, title=f"Talk:{number}"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("halves")
    with open_library(path) as library:
        _fill(library)
    return path


def _halves(library: Library) -> Halves:
    return library._archive._halves


def _was_asked(library: Library) -> bool:
    """Return whether the other half of the last question was answered elsewhere."""
    asked = _halves(library)._asked
    return asked is not None and asked.result() is not None


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "words", ['"red lamp"', '"lamp oil"', "red oil", "灯塔火", '"lamp red" -oil']
)
def test_the_hits_and_their_number_are_the_same_in_halves(folder, monkeypatch, words, read_only):
    query = parse_query(words)
    with open_library(folder, read_only=read_only) as library:
        hits = library.search(query)
        found = library.count(query)
        assert _was_asked(library)
        monkeypatch.setattr("talkreader.store.files.halves._CORES", 1)

        assert library.search(query) == hits
        assert library.count(query) == found
        assert len(hits) == min(found, 50)


@pytest.mark.parametrize("limit", [15, 20, 300])
def test_the_newest_of_what_is_seldom_come_first_in_halves(folder, monkeypatch, limit):
    query = parse_query('"red lamp"', limit=limit)
    with open_library(folder) as library:
        hits = library.search(query)
        assert _was_asked(library)
        monkeypatch.setattr("talkreader.store.files.halves._CORES", 1)

        assert [hit.id for hit in library.search(query)] == [hit.id for hit in hits]
        assert len(hits) == min(limit, 25)


def test_no_row_is_in_both_halves_or_in_none(folder):
    plan = Plan('"lamp red"')
    with open_library(folder) as library, library._archive.searching() as connection:
        ids = [row[0] for row in connection.execute("SELECT rowid FROM words('\"lamp red\"')")]

        for low, high in itertools.combinations(ids[:12], 2):
            some = [key for key in ids if low <= key <= high]
            assert forwards.in_halves(connection, plan, (low, high), 99) == some
            assert sources._count_in_halves(connection, plan, high) == len(ids)


def test_what_is_written_meanwhile_is_in_neither_half(library):
    library.pages.save(make_page(["red lamp", "red"]))
    with library._archive.searching() as connection:
        before = connection.execute(HITS, ("red",)).fetchone()[0]
        writing = threading.Thread(
            target=library.pages.save, args=(make_page(["red lamp"], title="Talk:Other"),)
        )
        writing.start()
        writing.join()

        assert at_once(connection, HITS, ("red",), ("red",)) == (before, before)

    assert not _was_asked(library)
    with library._archive.searching() as connection:
        assert at_once(connection, HITS, ("red",), ("red",)) == (before + 1, before + 1)
    assert _was_asked(library)


@pytest.mark.parametrize("ends", [(1, ENDLESS), (ENDLESS, 1), (ENDLESS, ENDLESS)])
def test_to_interrupt_stops_both_halves(library, ends):
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            with library._archive.searching() as connection:
                at_once(connection, COUNTED, *((end,) for end in ends))
        except Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    while thread.is_alive():
        library.interrupt()
        thread.join(0.01)

    assert len(raised) == 1
    asked = _halves(library)._asked
    assert asked is None or asked.done()


def test_an_error_in_the_other_half_reaches_who_asked(library):
    with library._archive.searching() as connection:
        # there is no such number
        with pytest.raises(sqlite3.OperationalError, match="integer overflow"):
            at_once(connection, "SELECT abs(?)", (1,), (-(1 << 63),))

        assert at_once(connection, "SELECT abs(?)", (-1,), (-2,)) == (1, 2)


def test_an_error_in_this_half_stops_the_other(library):
    question = f"SELECT CASE WHEN ? THEN abs(?) ELSE ({COUNTED}) END"
    with library._archive.searching() as connection:
        with pytest.raises(sqlite3.OperationalError, match="integer overflow"):
            at_once(connection, question, (1, -(1 << 63), 1), (0, 0, ENDLESS))

        asked = _halves(library)._asked
        assert asked is not None
        assert asked.done()


@pytest.fixture
def held(tmp_path: Path) -> Iterator[tuple[Halves, Reader, threading.Event]]:
    """Lend two connections; ``held`` waits for an event in the other thread.

    Here it waits until the other thread has begun: one that is late before that is never asked.
    """
    begun, let_go = threading.Event(), threading.Event()
    path = tmp_path / "library" / "archive.sqlite"
    open_library(path.parent).close()

    def here(number: int) -> int:
        begun.wait()
        return number

    def there(number: int) -> int:
        begun.set()
        let_go.wait()
        return number

    def connect(held: Callable[[int], int] = there) -> Reader:
        made = sqlite3.connect(path, check_same_thread=False, factory=Reader)
        made.create_function("held", 1, held)
        return made

    halves, connection = Halves(connect), connect(here)
    connection.execute("BEGIN")
    connection.halves = halves
    yield halves, connection, let_go
    let_go.set()
    halves.close()
    connection.close()


def test_a_half_that_is_late_is_asked_here(held, monkeypatch):
    halves, connection, let_go = held
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 0)

    assert at_once(connection, "SELECT held(?)", (1,), (2,)) == (1, 2)
    # the other thread has no time for another question yet
    assert at_once(connection, "SELECT held(?)", (1,), (2,)) is None

    let_go.set()
    halves._asked.exception()  # it was stopped
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 60)
    assert at_once(connection, "SELECT held(?)", (3,), (4,)) == (3, 4)


def test_after_a_half_was_late_all_is_asked_here_for_a_while(held, monkeypatch):
    halves, connection, let_go = held
    let_go.set()
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 60)
    at_once(connection, "SELECT held(?)", (1,), (2,))
    let_go.clear()
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 0)
    monkeypatch.setattr("talkreader.store.files.halves._PAUSES", (3600, 3600))
    at_once(connection, "SELECT held(?)", (1,), (2,))
    let_go.set()
    halves._asked.exception()

    assert at_once(connection, "SELECT held(?)", (1,), (2,)) is None


def test_that_a_connection_had_to_be_opened_first_is_not_held_against_it(held, monkeypatch):
    halves, connection, let_go = held
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 0)
    monkeypatch.setattr("talkreader.store.files.halves._PAUSES", (3600, 3600))
    at_once(connection, "SELECT held(?)", (1,), (2,))
    let_go.set()
    halves._asked.exception()
    monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 60)

    assert at_once(connection, "SELECT held(?)", (3,), (4,)) == (3, 4)


def test_the_pause_is_short_at_first_and_short_again_after_a_half_was_in_time(held, monkeypatch):
    halves, connection, let_go = held
    monkeypatch.setattr("talkreader.store.files.halves._PAUSES", (0.001, 0.004))

    def ask(*, late: bool) -> float:
        monkeypatch.setattr("talkreader.store.files.halves._AT_LEAST", 0 if late else 60)
        (let_go.clear if late else let_go.set)()
        halves._not_before = 0.0
        assert at_once(connection, "SELECT held(?)", (1,), (2,)) == (1, 2)
        let_go.set()
        halves._asked.exception()
        return halves._pause

    ask(late=False)

    assert [ask(late=late) for late in (True, True, True, True, False, True)] == (
        [0.001, 0.002, 0.004, 0.004, 0.0, 0.001]
    )


def test_one_search_at_a_time_has_the_other_thread(held):
    _halves_, connection, let_go = held
    found = []
    first = threading.Thread(
        target=lambda: found.append(at_once(connection, "SELECT held(?)", (1,), (2,)))
    )
    first.start()
    while _halves_._asked is None:
        pass
    second = sqlite3.connect(":memory:", factory=Reader)
    second.halves = _halves_

    assert at_once(second, "SELECT ?", (1,), (2,)) is None

    let_go.set()
    first.join()
    second.close()
    assert found == [(1, 2)]


def test_nothing_is_left_of_the_other_half_when_a_library_is_closed(folder):
    before = set(threading.enumerate())
    with open_library(folder) as library:
        library.count(parse_query('"red lamp"'))
        assert _was_asked(library)
        connection = _halves(library)._connection
        assert set(threading.enumerate()) > before

    assert set(threading.enumerate()) == before
    with pytest.raises(sqlite3.ProgrammingError):
        connection.execute("SELECT 1")


def test_with_one_core_there_is_no_other_half(folder, monkeypatch):
    monkeypatch.setattr("talkreader.store.files.halves._CORES", 1)
    with open_library(folder) as library:
        assert library.count(parse_query('"red lamp"')) == 25
        assert _halves(library)._asked is None
