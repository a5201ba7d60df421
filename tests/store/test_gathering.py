"""Texts that get other places in the index are found as before, however far that has come."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from talkreader.domain.grammar import parse_query
from talkreader.domain.query import Order
from talkreader.store import Library, open_library
from talkreader.store.index.gathering import gather, gather_after
from talkreader.store.index.zones import Zone
from talkreader.store.values.timekeys import age_of, minute_of
from tests.store.pages import Said, make_page

FIRST = datetime(2010, 1, 1, tzinfo=UTC)
QUERIES = (
    "", "lamp", "oil", "la*", "灯塔", "灯", "lamp -oil", "from:Wren oil", "reply-to:Tern",
    "lamp after:2010-06", "in:7 before:2010-09", "lang:zh",
)  # fmt: skip


def _when(minutes: int) -> str:
    return f"{FIRST + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"


def _said(page: int, place: int) -> Said:
    words = f"lamp {page} {place}" + (" oil" if place % 7 == 0 else "")
    return Said(
        f"灯塔的灯 {page}" if place % 5 == 0 else words,
        "Tern" if place % 3 else "Wren",
        None if place == 59 else _when((page * 9973 + place**3 * 11) % 900_000),
        answers=place - 1 if place % 2 else None,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library with a zone that is soon full, and a larger one."""
    path = tmp_path_factory.mktemp("many")
    with open_library(path) as library, library.pages.bulk() as bulk:
        with library._archive.writing() as connection:
            minutes = [0, age_of(minute_of(FIRST)), 60_000_000]
            zone = Zone(1, 4, list(zip(minutes, [0, 1, 4], strict=True)))
            connection.execute("INSERT INTO zone VALUES (1, 4, ?)", (zone.to_json(),))
        for page in range(60):
            bulk.expect(page / 60)
            said = [_said(page, place) for place in range(60)]
            bulk.save(make_page(said, title=f"Talk:{page}"))
    return path


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "library"))


def _seen(library: Library) -> list[object]:
    """Return all that a person can see of the library's searches."""
    seen: list[object] = []
    for words in QUERIES:
        query = parse_query(words, limit=5_000)
        hits = library.search(query)
        above = library.answered(hits)
        seen.append(
            [
                (hit.page, hit.kind, hit.index, hit.timestamp, hit.snippet, above.get(hit.id))
                for hit in sorted(hits, key=lambda hit: (hit.page, hit.kind, hit.index or 0))
            ]
        )
        assert len(hits) == library.count(query)
        for order in (Order.NEWEST, Order.OLDEST):
            first = library.search(parse_query(words, order=order))
            dates = [hit.timestamp for hit in first if hit.timestamp is not None]
            assert dates == sorted(dates, reverse=order is Order.NEWEST)
    return seen


def _zones(folder: Path) -> tuple[int, int]:
    """Return the number of zones, and how many texts are scattered; the index must be sound."""
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        connection.execute("INSERT INTO singles (singles) VALUES ('integrity-check')")
        connection.execute(
            "CREATE VIRTUAL TABLE temp.every USING fts5vocab('main', 'words', 'instance')"
        )
        known = connection.execute("SELECT DISTINCT doc FROM temp.every ORDER BY doc").fetchall()
        assert known == connection.execute("SELECT id FROM facet ORDER BY id").fetchall()
        return connection.execute(
            "SELECT (SELECT count(*) FROM zone WHERE buckets),"
            " (SELECT count(*) FROM facet WHERE id >= 1 << 40)"
        ).fetchone()  # type: ignore[no-any-return]


def test_small_zones_are_emptied_and_every_search_finds_what_it_found(folder):
    zones, _scattered = _zones(folder)
    with open_library(folder) as library:
        before = _seen(library)
        moved = gather(library._archive, 10_000, lambda: False, whole=True)
        assert _seen(library) == before
    after, left = _zones(folder)

    assert zones > 1
    assert after == 1
    assert left < 3_660 / 4
    assert moved > 300


@pytest.mark.parametrize("most", [1, 100, 400, 900])
def test_a_library_whose_gathering_was_stopped_is_whole(folder, most):
    with open_library(folder) as library:
        before = _seen(library)
        assert gather(library._archive, most, lambda: False) <= most
    _zones(folder)

    with open_library(folder) as library:
        assert _seen(library) == before
        gather(library._archive, 10_000, lambda: False, whole=True)
        assert _seen(library) == before
        # and pages come and go as ever
        page = library.pages.all()[3]
        library.pages.forget(page.id)
        library.pages.save(
            make_page([_said(3, place) for place in range(60)], title="Talk:3", heading="Again")
        )
        found = library.search(parse_query("in:Again", limit=100))
        assert len(found) == 61
    assert _zones(folder)[0] == 1


def test_nothing_is_moved_once_it_is_over(folder):
    before = _zones(folder)
    with open_library(folder) as library:
        assert gather(library._archive, 10_000, lambda: True, whole=True) == 0
    assert _zones(folder) == before


def test_a_search_sees_no_text_twice_and_none_vanish_while_texts_are_moved(folder):
    with open_library(folder) as library:
        connection = library._archive.reader()
        with library._archive.searching():
            ids = connection.execute("SELECT id FROM facet ORDER BY id").fetchall()
            assert gather(library._archive, 10_000, lambda: False, whole=True)
            assert connection.execute("SELECT id FROM facet ORDER BY id").fetchall() == ids
        assert connection.execute("SELECT id FROM facet ORDER BY id").fetchall() != ids


def test_hits_that_are_shown_keep_their_words_when_their_places_change(folder):
    with open_library(folder) as library:
        hits = library.search(parse_query("oil", limit=5_000))
        texts = [quote.text for quote in library.quotes(hits)]
        gather(library._archive, 10_000, lambda: False, whole=True)
        assert [quote.text for quote in library.quotes(hits)] == texts


def test_a_library_without_small_zones_is_left_alone(tmp_path):
    with open_library(tmp_path) as library:
        library.pages.save(make_page(["one", "two"]))
        assert gather(library._archive, 10_000, lambda: False, whole=True) == 0


def test_an_index_that_does_not_know_the_texts_stays_as_it_is(folder, caplog):
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection, connection:
        for base in range(7):  # so many that they are gathered
            connection.execute(
                "INSERT INTO zone VALUES (?, 1, '[[0,9],[0,1]]')", ((1 << 30) + 128 * base,)
            )
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
        rows = connection.execute("SELECT * FROM facet ORDER BY id").fetchall()
    with open_library(folder) as library:
        assert gather_after(library._archive, 10_000, lambda: False) == 0
        assert library.check() == []
    assert "stay as they are" in caplog.text
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        assert connection.execute("SELECT * FROM facet ORDER BY id").fetchall() == rows
