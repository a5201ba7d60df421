"""Hits in the order of the pages: notes stand at what they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from talkreader.domain.grammar import parse_query
from talkreader.domain.query import HitKind, Order
from tests.store.pages import Said, make_note, make_page

NAMES = ("c-Wren-20210914201600", "c-Oak-20220102030400", "c-Teal-20220601100000")


@pytest.fixture
def noted(library):
    """Two pages of three comments on oil, with notes on the second comment and elsewhere."""
    said = [
        Said("oil one", "Wren", "2021-09-14 20:16"),
        Said("oil two", "Oak", "2022-01-02 03:04"),
        Said("oil three", "Teal", "2022-06-01 10:00"),
    ]
    library.pages.save(make_page(said))
    library.pages.save(make_page(said, title="Talk:Shore"))
    return library


def note_on(library, title, comment, text, start=4):
    note = make_note(text, comment=comment, title=title)
    library.notes.add(replace(note, targets=(replace(note.targets[0], start=start),)))


def shown(library, text, **options):
    hits = library.search(parse_query(text, order=Order.PAGE, **options))
    return [hit.snippet for hit in hits]


def test_a_note_stands_behind_the_comment_that_it_is_about(noted):
    note_on(noted, "Talk:Lighthouse", NAMES[1], "an oil note")

    assert shown(noted, "oil") == [
        *("oil one", "oil two", "an oil note", "oil three"),
        *("oil one", "oil two", "oil three"),
    ]


def test_notes_on_one_comment_stand_in_the_order_of_their_words(noted):
    note_on(noted, "Talk:Shore", NAMES[0], "the later oil", start=6)
    note_on(noted, "Talk:Shore", NAMES[0], "the earlier oil", start=2)

    assert shown(noted, "oil")[4:6] == ["the earlier oil", "the later oil"]


def test_a_note_on_a_section_stands_at_its_heading_and_one_on_the_page_at_its_top(noted):
    note = make_note("the whole oil", title="Talk:Shore", comment="", exact="")
    noted.notes.add(note)
    page = replace(note.targets[0], section="")
    noted.notes.add(replace(note, id="of-the-page", text="page of oil", targets=(page,)))

    hits = noted.search(parse_query("oil OR lamp", order=Order.PAGE))

    there = [(hit.kind, hit.snippet) for hit in hits][4:]
    assert there == [
        (HitKind.NOTE, "page of oil"),
        (HitKind.HEADING, "The lamp"),
        (HitKind.NOTE, "the whole oil"),
        (HitKind.COMMENT, "oil one"),
        (HitKind.COMMENT, "oil two"),
        (HitKind.COMMENT, "oil three"),
    ]


def test_a_note_whose_page_is_gone_stands_at_the_end(noted):
    note_on(noted, "Talk:Attic", "c-Rook-20200101000000", "a lost oil")

    assert shown(noted, "oil")[-1] == "a lost oil"


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_hits_that_are_asked_for_by_and_by_are_all_of_them_in_their_order(noted, size):
    for number, (title, comment) in enumerate(
        [("Talk:Shore", NAMES[2]), ("Talk:Lighthouse", NAMES[0]), ("Talk:Shore", NAMES[0])]
    ):
        note_on(noted, title, comment, f"oil note {number}")
    whole = shown(noted, "oil")

    parts = [shown(noted, "oil", limit=size, offset=n) for n in range(0, len(whole), size)]

    assert [one for part in parts for one in part] == whole
    assert len(whole) == noted.count(parse_query("oil")) == 9
