"""Ids follow time, whatever comes when; a search gives the newest first and keeps to its dates."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.domain.query import Order
from talkreader.store import open_library
from talkreader.store.index.placing import add_zone
from talkreader.store.index.zones import WIDE, WIDTH, fit, read_zones
from talkreader.store.values.timekeys import age_of
from tests.store.pages import Said, make_page

AGES = st.lists(st.integers(0, 30_000_000), min_size=1, max_size=300).map(sorted)


@given(AGES, st.integers(1, 40_000), st.lists(st.integers(0, 60_000_000), max_size=50).map(sorted))
def test_a_later_minute_is_never_in_an_earlier_bucket(seen, keys, ages):
    zone = fit(1, keys, seen)

    spans = [zone.span(age) for age in ages]

    for (age, (_low, high)), (later, (low, _high)) in zip(
        zip(ages, spans, strict=True), list(zip(ages, spans, strict=True))[1:], strict=False
    ):
        assert age == later or high <= low
    assert all(0 <= low <= high < zone.buckets for low, high in spans)


@given(AGES, st.integers(1, 40_000), AGES)
def test_the_spans_of_many_minutes_are_those_of_each(seen, keys, ages):
    zone = fit(1, keys, seen)
    ages = sorted([*ages, *seen])  # what was seen is where densities change

    assert list(zone.spans(ages)) == [zone.span(age) for age in ages]


@given(
    *(AGES, st.sampled_from([WIDTH, WIDE]), st.integers(0, 60_000_000)),
    *(st.integers(0, 60_000_000), st.integers(0, 60_000_000)),
)
def test_the_bounds_of_a_span_of_time_hold_all_of_it_and_are_sure_of_nothing_else(
    seen, width, age, since, until
):
    zone = fit(1, 5000, seen, width=width)
    bounds = zone.bounds(since, until)

    for bucket in range(zone.span(age)[0], zone.span(age)[1] + 1):
        first, last = zone.base + bucket * width, zone.base + (bucket + 1) * width - 1
        if since <= age < until:
            assert bounds.low <= first
            assert last <= bounds.high
        else:
            assert not (
                bounds.low <= first
                and last <= bounds.high
                and bounds.sure_from <= first
                and last <= bounds.sure_to
            )


FIRST = datetime(2010, 1, 1, tzinfo=UTC)


def _after(minutes: int) -> str:
    return f"{FIRST + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library of 60 pages of 60 comments, dense and sparse times, some without a date."""
    path = tmp_path_factory.mktemp("zones")
    with open_library(path) as library, library.pages.bulk() as bulk:
        for number in range(60):
            bulk.expect(number / 60)
            bulk.save(
                make_page(
                    [
                        Said(
                            f"lamp {number} {place}"
                            + (" oil" if place % 7 == 0 else "")
                            + (" 灯火" if number % 5 == 0 else ""),
                            "Wren",
                            None
                            if place == 59
                            else _after((number * 9973 + place**3 * 11) % 900_000),
                        )
                        for place in range(60)
                    ],
                    title=f"Talk:{number}",
                )
            )
    return path


def test_a_large_import_leaves_hardly_a_text_without_a_place_in_the_order_of_time(tmp_path):
    with open_library(tmp_path) as library, library.pages.bulk() as bulk:
        for number in range(80):
            bulk.expect((number + 1) / 80)
            minutes = [number * 99_733 % 900_000 + place * 20 for place in range(200)]
            said = [Said(f"lamp {number} {one}", "Wren", _after(one)) for one in minutes]
            bulk.save(make_page(said, title=f"Talk:{number}"))
    with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as connection:
        zones = read_zones(connection)[1:]
        placed, every = connection.execute(
            "SELECT count(*) FILTER (WHERE id < 1 << 40), count(*) FROM facet"
        ).fetchone()

    assert zones[0].width == WIDE
    assert len(zones) <= 3
    assert placed > every * 0.9


def test_the_zone_for_most_texts_has_the_lowest_ids(tmp_path):
    with open_library(tmp_path) as library, library._archive.writing() as connection:
        small = add_zone(connection, 20_000, [30, 60], 1, WIDE)
        large = add_zone(connection, 1_000_000, [30, 60], 1)
        other = add_zone(connection, 20_000, [30, 60], 1, WIDE)
        later = add_zone(connection, 30_000_000, [30, 60], 1)
        zones = read_zones(connection)[1:]

    ends = [(zone.base, zone.end) for zone in (large, small, other, later)]
    assert sorted(ends) == ends
    assert all(end <= base for (_, end), (base, _) in itertools.pairwise(ends))
    assert [(zone.base, zone.end) for zone in zones] == ends


def test_an_import_makes_zones_and_most_texts_are_in_them(folder):
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        zones, dense, every = connection.execute(
            "SELECT (SELECT count(*) FROM zone WHERE buckets),"
            " count(*) FILTER (WHERE id < 1 << 40), count(*) FROM facet"
        ).fetchone()

    assert 1 <= zones <= 4
    assert dense > every * 0.8


@pytest.mark.parametrize(
    "words",
    [
        "lamp",
        "la*",
        "oil",
        "",
        "lamp -oil",
        "(lamp OR oil)",
        '"lamp 14"',
        '"14 oil"',
        "21 lamp oil",
        "lamp oil",
        "灯火 lamp",
        '("lamp 21" OR "灯火")',
        "灯 oil",
        "oil -灯",
        "灯 火",
        "灯 -oil",
        "(灯 OR 14)",
        "(灯 OR oil) lamp",
        "(灯 OR 14) (火 OR lamp)",
        "(灯 OR /14/ OR -lamp)",
    ],
)
@pytest.mark.parametrize(
    "dates", ["", " after:2010-06", " before:2010-06-05", " after:2010-03 before:2011"]
)
def test_hits_come_in_the_order_of_time_and_keep_to_their_dates(folder, words, dates):
    with open_library(folder) as library:
        every = library.search(parse_query(words + dates, limit=10_000))
        times = [hit.timestamp for hit in every if hit.timestamp is not None]
        assert times == sorted(times, reverse=True)
        assert len(every) == library.count(parse_query(words + dates))
        truth = [
            hit
            for hit in library.search(parse_query(words, limit=10_000))
            if hit.timestamp is not None and _within(hit.timestamp, dates)
        ]
        dated = [hit for hit in every if hit.timestamp is not None]
        assert {hit.id for hit in dated} == {hit.id for hit in truth}
        # page by page they are the same, and backwards
        paged = []
        for offset in range(0, 300, 50):
            paged += library.search(parse_query(words + dates, offset=offset))
        assert [hit.id for hit in paged] == [hit.id for hit in every[:300]]
        for limit in (1, 2, 5):
            few = library.search(parse_query(words + dates, limit=limit))
            assert [hit.id for hit in few] == [hit.id for hit in every[:limit]]
        oldest = library.search(parse_query(words + dates, order=Order.OLDEST, limit=10_000))
        assert [hit.id for hit in oldest] == [hit.id for hit in every][::-1]


@pytest.mark.parametrize("words", ["lamp", '"lamp newer"', "lamp newer", "oil", "灯", "la*"])
def test_the_newest_come_first_though_most_of_them_are_in_small_zones(folder, tmp_path, words):
    shutil.copytree(folder, tmp_path / "copy")
    with open_library(tmp_path / "copy") as library:
        # more of one span of time than has room in the large zones
        for number in range(12):
            said = [
                Said(f"lamp newer oil 灯 {place}", when=_after(1_000_000 + number * 300 + place))
                for place in range(200)
            ]
            library.pages.save(make_page(said, title=f"Talk:Newer {number}"))
        every = library.search(parse_query(words, limit=10_000))
        times = [hit.timestamp for hit in every if hit.timestamp is not None]
        assert times == sorted(times, reverse=True)
        assert all(hit.title.startswith("Talk:Newer") for hit in every[:2400])
        assert len(every) == library.count(parse_query(words)) >= 2400
        for limit in (1, 5, 50, 200, 800):
            some = library.search(parse_query(words, limit=limit))
            assert [hit.id for hit in some] == [hit.id for hit in every[:limit]]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a library of three zones, the largest in the middle, as one that grows may have."""
    path = tmp_path_factory.mktemp("grown")
    minutes = [(number * 997) % 900_000 for number in range(6_000)]
    ages = sorted(age_of(int(FIRST.timestamp()) // 60 + minute) for minute in minutes)
    with open_library(path) as library:
        with library._archive.writing() as connection:
            for keys in (2_000, 3_600, 2_400):
                add_zone(connection, keys, ages, 8)
        with library.pages.bulk() as bulk:
            for number in range(120):
                said = [
                    Said(
                        ("red lamp oil" if place % 2 else "lamp red 灯塔火光")
                        + (" tall red tower" if (number * 50 + place) % 31 == 0 else "")
                        + (" old red tower" if (number * 50 + place) % 301 == 0 else ""),
                        "Wren",
                        _after(minutes[number * 50 + place]),
                    )
                    for place in range(50)
                ]
                bulk.save(make_page(said, title=f"Talk:{number}"))
    with closing(sqlite3.connect(path / "archive.sqlite")) as connection:
        zones = read_zones(connection)
        for zone in zones[1:]:
            rows = connection.execute(
                "SELECT count(*) FROM facet WHERE id BETWEEN ? AND ?", (zone.base, zone.end - 1)
            )
            assert rows.fetchone()[0] > 500
    assert max(zones, key=lambda zone: zone.keys).base > min(zone.base for zone in zones)
    return path


@pytest.mark.parametrize(
    "words",
    [
        '"red lamp"',
        '"tall red"',
        '"old red"',
        '"lamp tower"',
        "灯塔火",
        '"tall red" -old',
        "tall 灯塔",
    ],
)
@pytest.mark.parametrize("limit", [1, 3, 20, 90, 400])
def test_the_newest_come_first_whichever_zone_is_the_largest(grown, words, limit):
    with open_library(grown) as library:
        every = library.search(parse_query(words, limit=10_000, order=Order.OLDEST))[::-1]
        some = library.search(parse_query(words, limit=limit))

        assert [hit.id for hit in some] == [hit.id for hit in every[:limit]]
        assert len(every) == library.count(parse_query(words))


def _steps(folder: Path, words: str, limit: int = 5) -> int:
    """Return how many steps SQLite takes for a search that was made before."""
    taken = [0]

    def count() -> int:
        taken[0] += 1
        return 0

    with open_library(folder) as library:
        query = parse_query(words, limit=limit)
        library.search(query)
        with library._archive.searching() as connection:
            connection.set_progress_handler(count, 1)
        library.search(query)
    return taken[0]


def test_a_character_or_a_word_is_found_without_going_through_all_texts_with_either(folder):
    each = _steps(folder, "灯") + _steps(folder, "lamp")

    assert _steps(folder, "灯 OR lamp") < 2 * each


def test_of_the_texts_of_small_zones_only_those_that_are_newer_are_asked_for_words(folder):
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        main = max(read_zones(connection), key=lambda zone: zone.keys)
        (elsewhere,) = connection.execute(
            "SELECT count(*) FROM facet WHERE NOT id BETWEEN ? AND ?", (main.base, main.end - 1)
        ).fetchone()

    assert elsewhere > 500  # nearly all of them with this word
    assert _steps(folder, "lamp") < 4 * elsewhere


def test_what_is_written_after_a_search_is_found_by_the_next_one(folder, tmp_path):
    shutil.copytree(folder, tmp_path / "copy")
    with open_library(tmp_path / "copy") as library:
        for number in range(3):
            library.search(parse_query("lamp", limit=5))
            said = Said(f"lamp newest {number}", when=_after(1_000_000 + number))
            library.pages.save(make_page([said], title=f"Talk:Newest {number}"))
            hits = library.search(parse_query("lamp", limit=5))
            assert hits[0].title == f"Talk:Newest {number}"


@pytest.mark.parametrize(
    "words", ["lamp", "oil -灯", "灯", "灯 OR 14", "la*", "lamp after:2010-06", ""]
)
@pytest.mark.parametrize("tried", [0, 1, 5, 100])
def test_the_order_of_pages_is_the_same_however_many_hits_there_are(
    folder, monkeypatch, words, tried
):
    with open_library(folder) as library:
        every = [
            hit.id for hit in library.search(parse_query(words, order=Order.PAGE, limit=10_000))
        ]
        monkeypatch.setattr("talkreader.store.search.along_pages._FEW", 100)
        monkeypatch.setattr("talkreader.store.search.along_pages._TRIED", tried)
        paged = []
        for offset in range(0, 100, 25):
            query = parse_query(words, order=Order.PAGE, limit=25, offset=offset)
            paged += [hit.id for hit in library.search(query)]

    assert len(every) > 100
    assert paged == every[:100]


def _within(moment: datetime, dates: str) -> bool:
    limits = {
        "": (FIRST, datetime(2030, 1, 1, tzinfo=UTC)),
        " after:2010-06": (datetime(2010, 6, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)),
        " before:2010-06-05": (FIRST, datetime(2010, 6, 5, tzinfo=UTC)),
        " after:2010-03 before:2011": (
            datetime(2010, 3, 1, tzinfo=UTC),
            datetime(2011, 1, 1, tzinfo=UTC),
        ),
    }
    since, until = limits[dates]
    return since <= moment < until


def test_a_page_that_comes_later_and_one_that_goes_keep_the_order(tmp_path):
    with open_library(tmp_path) as library:
        with library.pages.bulk() as bulk:
            for number in range(40):
                said = [
                    Said(f"lamp {place}", "Wren", _after(60 * (number * 50 + place)))
                    for place in range(50)
                ]
                info = bulk.save(make_page(said, title=f"Talk:{number}"))
        library.pages.save(make_page([Said("lamp old", "Wren", _after(181))], title="Talk:x"))
        library.pages.forget(info.id)
        hits = library.search(parse_query("lamp", limit=5000))

    times = [hit.timestamp for hit in hits if hit.timestamp is not None]
    assert len(times) == 40 * 50 - 50 + 1
    assert times == sorted(times, reverse=True)
