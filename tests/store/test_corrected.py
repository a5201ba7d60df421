"""Searches, their numbers and what a person said follow the corrections of authors and parents."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from talkreader.domain.counts import Count
from talkreader.domain.grammar import parse_query
from talkreader.domain.page import PageKey
from talkreader.store import Library
from tests.store.pages import Said, make_page

KEY = PageKey("examplewiki", "Talk:Lighthouse")
LAMP = (
    Said("Who lit the lamp?", "Wren", "2021-09-14 20:16"),
    Said("I lit the lamp", "Finch", "2021-09-15 08:00", answers=0),
    Said("The lamp is out", "Wren", "2021-10-01 09:00", answers=1),
    Said("Buy oil for the lamp", None, "2022-01-01 10:00", answers=2),
)
NAMES = ("c-Wren-20210914201600", "c-Finch-20210915080000", "c-Wren-20211001090000")


@pytest.fixture
def lamp(library: Library) -> Library:
    library.pages.save(make_page(LAMP))
    return library


def by_name(counts: Iterable[Count]) -> dict[str, int]:
    return {count.value: count.number for count in counts}


def found(library: Library, text: str) -> list[str]:
    return sorted(hit.snippet for hit in library.search(parse_query(text)) if hit.comment)


def say(library: Library, comment: str, author: str | None) -> None:
    library.corrections.add(KEY, "author", {"comment": comment, "occurrence": 0, "author": author})


def test_a_corrected_author_is_found_and_the_one_of_the_copy_is_not(lamp: Library) -> None:
    say(lamp, NAMES[2], "Old Oak")

    assert found(lamp, "from:Wren") == ["Who lit the lamp?"]
    assert found(lamp, "from:old*") == ["The lamp is out"]
    assert found(lamp, "lamp -from:Wren -from:Finch") == ["Buy oil for the lamp", "The lamp is out"]
    assert found(lamp, 'reply-to:"Old Oak"') == ["Buy oil for the lamp"]
    (hit,) = lamp.search(parse_query('from:"Old Oak"'))
    assert (hit.author, hit.comment) == ("Old Oak", NAMES[2])
    assert lamp.answered(lamp.search(parse_query("oil"))).popitem()[1].author == "Old Oak"


def test_facets_count_corrected_authors_and_narrowing_finds_as_many(lamp: Library) -> None:
    say(lamp, NAMES[2], "Finch")

    authors = by_name(lamp.facets(parse_query("lamp")).authors)

    assert authors == {"Wren": 1, "Finch": 2}
    for name, number in authors.items():
        assert len(found(lamp, f'lamp from:"{name}"')) == number


def test_an_author_who_is_nobody_known_counts_for_nobody(lamp: Library) -> None:
    say(lamp, NAMES[1], None)

    assert by_name(lamp.facets(parse_query("lamp")).authors) == {"Wren": 2}
    assert found(lamp, "from:Finch") == []
    assert lamp.profile("Finch").total == 0


def test_a_profile_has_what_a_correction_gives_a_person_and_whom_they_answer(
    lamp: Library,
) -> None:
    say(lamp, NAMES[2], "Old Oak")

    oak, wren = lamp.profile("Old Oak"), lamp.profile("Wren")

    assert (oak.total, by_name(oak.answers), by_name(oak.names)) == (
        1,
        {"Finch": 1},
        {"Old Oak": 1},
    )
    assert (wren.total, by_name(wren.answered_by)) == (1, {"Finch": 1})
    assert by_name(lamp.profile("Finch").answered_by) == {"Old Oak": 1}


def test_a_corrected_parent_changes_who_answers_whom(lamp: Library) -> None:
    where = {"comment": NAMES[2], "occurrence": 0, "parent": NAMES[0], "parent_occurrence": 0}
    lamp.corrections.add(KEY, "parent", where)

    assert by_name(lamp.profile("Finch").answered_by) == {}
    assert by_name(lamp.profile("Wren").answers) == {"Wren": 1}
    everyone = ["Buy oil for the lamp", "I lit the lamp", "The lamp is out"]
    assert found(lamp, "reply-to:Wren") == everyone
    assert found(lamp, "reply-to:Finch") == []


def test_a_correction_that_is_taken_back_or_fits_nothing_changes_nothing(lamp: Library) -> None:
    say(lamp, "c-Nobody-20210101000000", "Old Oak")
    correction = lamp.corrections.add(
        KEY, "author", {"comment": NAMES[2], "occurrence": 0, "author": "Old Oak"}
    )
    lamp.corrections.delete(correction.id)

    assert by_name(lamp.facets(parse_query("lamp")).authors) == {"Wren": 2, "Finch": 1}
    assert found(lamp, 'from:"Old Oak"') == []


def test_a_correction_holds_for_a_copy_that_is_current_again(lamp: Library) -> None:
    say(lamp, NAMES[2], "Old Oak")
    assert found(lamp, "from:old*") == ["The lamp is out"]
    newer = lamp.pages.save(make_page(LAMP[:2]))
    # its places in the index are another page's when it comes back
    rock = (Said("Rock", "Heron", "2021-10-01 09:00"), Said("Stone", "Heron", "2022-01-01 10:00"))
    lamp.pages.save(make_page(rock, title="Talk:Rock"))

    lamp.pages.forget(newer.id)

    assert found(lamp, "from:old*") == ["The lamp is out"]
    assert found(lamp, "from:Wren") == ["Who lit the lamp?"]
    assert found(lamp, "from:Heron") == ["Rock", "Stone"]
