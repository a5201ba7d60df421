"""Pictures as numbers: nothing is counted twice, nothing is lost in silence."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.domain.said import Said
from talkreader.pictures import activity, network, people_by_place, threads, to_csv

NOON = datetime(2021, 9, 30, 12, tzinfo=UTC)


def said(
    index: int,
    author: str | None = "Ada",
    days: float | None = 0.0,
    where: str = "Ferry",
    parent: int | None = None,
    page: int = 1,
) -> Said:
    time = None if days is None else NOON + timedelta(days=days)
    return Said(page, index, author, time, where, parent, f"Talk:Page {page}")


@st.composite
def discussions(draw: st.DrawFn) -> list[Said]:
    names = st.sampled_from(["Ada", "林知夏", None, 'A "quoted" one', "-x"])
    made = []
    for index in range(draw(st.integers(0, 30))):
        parent = draw(st.none() | st.integers(0, index - 1)) if index else None
        days = draw(st.none() | st.floats(0, draw(st.sampled_from([3, 400, 9000]))))
        where = draw(st.sampled_from(["", "Ferry", "渡轮"]))
        made.append(said(index, draw(names), days, where, parent, draw(st.sampled_from([1, 1, 2]))))
    return made


@given(discussions())
def test_every_comment_is_in_a_cell_or_counted_as_left_out(ones: list[Said]) -> None:
    for picture in (activity(ones), people_by_place(ones), threads(ones)):
        assert picture.total == len(ones)
        assert sum(cell.count for cell in picture.cells) + picture.left_out == len(ones)

    replies = network(ones)
    assert sum(cell.count for cell in replies.cells) + replies.left_out == replies.total


@given(discussions())
def test_every_query_of_a_cell_can_be_read_by_the_search(ones: list[Said]) -> None:
    for picture in (activity(ones), people_by_place(ones), network(ones), threads(ones)):
        for cell in picture.cells:
            parse_query(cell.query)


def test_months_without_a_comment_stand_between_those_with_one() -> None:
    picture = activity([said(0), said(1, days=93), said(2, days=94), said(3, days=None)])

    shown = [(cell.row, cell.count) for cell in picture.cells]
    assert shown == [("2021-09", 1), ("2021-10", 0), ("2021-11", 0), ("2021-12", 0), ("2022-01", 2)]
    assert picture.cells[-1].query == "after:2022-01 before:2022-02"
    assert (picture.step, picture.left_out) == ("month", 1)


def test_few_days_are_shown_one_by_one_and_decades_by_years() -> None:
    assert activity([said(0), said(1, days=3)]).step == "day"
    assert activity([said(0), said(1, days=9000)]).step == "year"


def test_people_stand_in_the_order_of_how_much_they_said_and_sections_as_they_come() -> None:
    ones = [said(0, "Ada", where="B"), said(1, "Bo", where="A"), said(2, "Bo", where="B")]

    picture = people_by_place(ones)

    assert picture.rows == ("Bo", "Ada")
    assert picture.columns == ("B", "A")
    assert [(c.row, c.column, c.count) for c in picture.cells] == [
        ("Bo", "B", 1),
        ("Bo", "A", 1),
        ("Ada", "B", 1),
    ]
    assert picture.cells[0].query == 'from:"Bo" in:"B"'


def test_over_several_pages_people_are_counted_by_page() -> None:
    picture = people_by_place([said(0), said(0, page=2)])

    assert picture.columns == ("Talk:Page 1", "Talk:Page 2")


def test_replies_have_a_direction_and_none_goes_to_oneself() -> None:
    ones = [
        said(0, "Ada"),
        said(1, "Bo", parent=0),
        said(2, "Bo", parent=0),
        said(3, "Bo", parent=2),
        said(4, "Ada", parent=1),
        said(5, None, parent=1),
    ]

    picture = network(ones)

    assert [(c.row, c.column, c.count) for c in picture.cells] == [
        ("Bo", "Ada", 2),
        ("Ada", "Bo", 1),
    ]
    assert (picture.total, picture.left_out) == (5, 2)
    assert picture.cells[0].query == 'from:"Bo" reply-to:"Ada"'


def test_a_thread_has_its_length_depth_and_last_moment() -> None:
    ones = [said(0), said(1, parent=0), said(2, days=5, parent=1), said(3)]

    first, second = threads(ones).cells

    assert (first.index, first.count, first.depth, first.last) == (
        0,
        3,
        3,
        NOON + timedelta(days=5),
    )
    assert (second.index, second.count, second.depth) == (3, 1, 1)


def test_a_table_is_read_back_as_it_was_and_runs_nothing_in_a_spreadsheet() -> None:
    written = to_csv(("name", "count"), [('A, "B"', 2), ("=1+1", 3), ("林知夏", 4)])

    assert list(csv.reader(io.StringIO(written))) == [
        ["name", "count"],
        ['A, "B"', "2"],
        ["'=1+1", "3"],
        ["林知夏", "4"],
    ]
