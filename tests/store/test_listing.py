"""The list of pages: in every order, by what is typed above it, and without much memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.page import Origin, PageInfo
from talkreader.store import Library
from talkreader.store.pages.listing import PageList, _natural
from tests.store.pages import Said, make_page

START = datetime(2021, 1, 1, tzinfo=UTC)


def put(
    library: Library,
    title: str,
    *days: int,
    path: str = "one.xml",
    site: str = "examplewiki",
) -> PageInfo:
    said = [Said(f"words {n}", when=f"{START + timedelta(days=n):%Y-%m-%d %H:%M}") for n in days]
    page = make_page(said, title=title, site=site)
    return library.pages.save(replace(page, raw=replace(page.raw, origin=Origin(path))))


def titles(library: Library, ids: object) -> list[str]:
    return [info.title or info.origin.path for info in library.pages.some(ids)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("title", ["talk:archive 1", "Talk:Archive 2", "Talk:Archive 10", "Talk:B"]),
        ("last", ["Talk:Archive 10", "talk:archive 1", "Talk:B", "Talk:Archive 2"]),
        ("comments", ["Talk:Archive 2", "talk:archive 1", "Talk:Archive 10", "Talk:B"]),
    ],
)
def test_pages_are_listed_in_the_order_that_a_person_wants(
    library: Library, order: str, expected: list[str]
) -> None:
    put(library, "Talk:B", 5)
    put(library, "Talk:Archive 10", 1, 9)
    put(library, "Talk:Archive 2", 1, 2, 3)
    put(library, "talk:archive 1", 4, 5)

    assert titles(library, library.pages.listed(order).ids) == expected


def test_the_newest_import_comes_first_and_what_came_with_it_stands_by_title(
    library: Library,
) -> None:
    put(library, "Talk:Z", 1)
    with library.pages.bulk() as bulk:
        for name in ("Talk:C", "Talk:A", "Talk:B"):
            bulk.save(make_page([Said("words")], title=name))

    listed = library.pages.listed("imported")

    assert titles(library, listed.ids) == ["Talk:A", "Talk:B", "Talk:C", "Talk:Z"]


def test_what_is_typed_is_looked_for_in_title_site_and_file_in_either_script(
    library: Library,
) -> None:
    put(library, "討論:Café", 1, path="/home/ada/harbour.xml", site="zhwiki")
    put(library, "Talk:Lamp", 2, path="/home/ada/lamps.xml", site="enwiki")
    put(library, "Talk:Rope_and sail", 3, path="/home/bo/ships.xml", site="enwiki")
    listed = library.pages.listed("title")

    def found(words: str) -> list[str]:
        return titles(library, listed.holding(words))

    assert found("讨论:cafe") == ["討論:Café"]
    assert found("enwiki") == ["Talk:Lamp", "Talk:Rope_and sail"]
    assert found("ADA") == ["Talk:Lamp", "討論:Café"]
    assert found("rope and") == ["Talk:Rope_and sail"]
    assert found(" ") == found("") == ["Talk:Lamp", "Talk:Rope_and sail", "討論:Café"]
    assert found("nowhere") == []


def test_a_page_without_a_title_stands_by_the_name_of_its_file(library: Library) -> None:
    put(library, "", 1, path="C:\\talk\\Harbour 2.txt", site="")
    put(library, "", 2, path="/home/ada/harbour 10.txt", site="")
    put(library, "Harbour 3", 3)

    listed = library.pages.listed("title")

    assert listed.names == ["harbour 2.txt", "harbour 3", "harbour 10.txt"]


def test_older_versions_are_not_listed(library: Library) -> None:
    put(library, "Talk:Lamp", 1)
    now = put(library, "Talk:Lamp", 1, 2)

    assert list(library.pages.listed("title").ids) == [now.id]


def test_pages_are_given_in_the_order_they_are_asked_for_and_those_that_went_are_left_out(
    library: Library,
) -> None:
    one, two, three = (put(library, f"Talk:{n}", 1) for n in range(3))
    library.pages.forget(two.id)

    assert library.pages.some([three.id, two.id, one.id]) == [three, one]
    assert library.pages.some([]) == []


def test_a_library_without_pages_lists_none(library: Library) -> None:
    assert not library.pages.listed("imported")
    assert PageList().holding("lamp") == []


@given(st.text("Ab1 ²９", max_size=4), st.integers(0, 9999), st.integers(0, 9999))
def test_numbers_in_titles_are_sorted_by_their_value(name: str, one: int, other: int) -> None:
    by = [_natural(f"{name} {number} x") for number in (one, other)]

    assert (by[0] < by[1]) == (one < other)


def test_a_page_is_known_by_the_file_that_it_came_in(library: Library) -> None:
    lamp = put(library, "Talk:Lamp", 1, path="/home/ada/lamps.xml")
    put(library, "Talk:Rope", 1, path="ships.xml")

    assert library.pages.came_from(["/nowhere", "/home/ada/lamps.xml"]) == lamp
    assert library.pages.came_from(["/home/ada/ships.xml"]) is None
