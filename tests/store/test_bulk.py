"""What a bulk import says became of each page, and which comments changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.page import Revision
from talkreader.domain.thread import ParsedPage
from talkreader.store import Library
from talkreader.store.pages.copies import compare
from talkreader.store.pages.cutting import cut
from talkreader.store.pages.saved import Fate, Saved
from tests.store.pages import Said, make_page

FIRST = Said("Is it lit?", "Wren", "2021-09-14 20:16")
SECOND = Said("It is.", "Oak", "2021-09-14 20:20")


def put(library: Library, page: ParsedPage, *, keep_newer: bool = False) -> Saved:
    with library.pages.bulk() as writer:
        return writer.put(cut(page, detail=False), keep_newer=keep_newer)


def dated(page: ParsedPage, year: int) -> ParsedPage:
    revision = Revision(year, datetime(year, 1, 1, tzinfo=UTC))
    return replace(page, raw=replace(page.raw, revision=revision))


def test_a_newer_copy_tells_its_new_edited_and_gone_comments(library):
    first = put(library, make_page([FIRST, SECOND]))
    edited = FIRST._replace(text="Is the lamp lit?")
    second = put(library, make_page([edited, Said("Since when?", "Wren", "2021-09-15 08:00")]))
    third = put(library, make_page([edited, Said("Since when?", "Wren", "2021-09-15 08:00")]))

    assert (first.fate, first.new, first.edited, first.gone) == (Fate.NEW, 2, 0, 0)
    assert (second.fate, second.new, second.edited, second.gone) == (Fate.CHANGED, 1, 1, 1)
    assert (third.fate, third.new, third.edited, third.gone) == (Fate.KNOWN, 0, 0, 0)


def test_an_older_revision_is_left_out_where_that_is_asked(library):
    newer = put(library, dated(make_page([FIRST, SECOND]), 2022))
    left = put(library, dated(make_page([FIRST]), 2021), keep_newer=True)
    asked = put(library, dated(make_page([FIRST]), 2021))

    assert (left.fate, left.info) == (Fate.OLDER, newer.info)
    assert (asked.fate, asked.gone) == (Fate.CHANGED, 1)


SAYINGS = st.dictionaries(
    st.tuples(st.sampled_from([1, 2, None]), st.sampled_from([10, 11, None])),
    st.lists(st.sampled_from(["Yes.", "No.", "Perhaps."]), max_size=4),
)


@given(SAYINGS, SAYINGS)
def test_new_less_gone_is_the_difference_of_the_two_copies(before, after):
    new, edited, gone = compare(before, after)

    assert new - gone == sum(map(len, after.values())) - sum(map(len, before.values()))
    assert new + edited <= sum(map(len, after.values()))
    assert compare(after, before) == (gone, edited, new)
    assert compare(after, after) == (0, 0, 0)


def test_pages_that_came_with_one_import_were_imported_when_it_began(library):
    with library.pages.bulk() as writer:
        saved = [
            writer.put(cut(make_page([FIRST], title=title), detail=False)).info
            for title in ("Talk:B", "Talk:A")
        ]
    later = put(library, make_page([SECOND], title="Talk:C")).info

    assert saved[0].imported == saved[1].imported < later.imported
