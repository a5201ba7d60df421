"""Places inside a page: a comment by its name, and which of several with that name."""

from __future__ import annotations

from dataclasses import replace

from talkreader.ui.places import Place, find_place, names_of, place_of
from tests.ui.pages import as_page, make_comment


def test_comments_of_one_name_are_told_apart_by_their_order() -> None:
    first = make_comment(0, "One.")
    again = replace(first, index=1)
    nowhen = replace(first, index=2, signatures=(replace(first.signatures[0], timestamp=None),))
    page = as_page([first, again, nowhen, make_comment(3, "Other.", author=None)])

    places = [place_of(page, index) for index in range(4)]

    assert [find_place(page, place) for place in places] == [0, 1, 2, 3]
    assert [(place.comment, place.occurrence) for place in places] == names_of(page)


def test_a_place_that_is_not_in_this_copy_is_the_top() -> None:
    page = as_page([make_comment(0, "One.")])

    for name in ("c-Nobody-20230304093000", "c-Ada_Fenwick-99999999999999", "nonsense", ""):
        assert find_place(page, Place(1, name, 0)) is None
