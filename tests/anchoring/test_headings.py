"""Which heading of a page is the one a note names: nearly alike is not the same."""

from __future__ import annotations

import pytest

from talkreader.anchoring.headings import Headings
from talkreader.anchoring.normalise import Normaliser


def find_heading(wanted: str, headings: list[str]) -> tuple[str, bool] | None:
    return Headings(headings, Normaliser()).find(wanted)


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("About  the “kettle” – again", 'About the "kettle" - again'),
        ("茶壺的問題", "茶壶的问题"),
    ],
)
def test_spaces_signs_of_one_kind_and_script_make_no_other_heading(wanted: str, there: str) -> None:
    assert find_heading(wanted, ["Cups", there]) == (there, True)


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("Kettles?", "Kettles"),
        ("rinsing of kettles", "Rinsing of Kettles"),
        ("Rinsing of ketttles", "Rinsing of kettles"),
        ("Rinsing of ketltes", "Rinsing of kettles"),
        ("Discusion of the whole", "Discussion of the whole"),
    ],
)
def test_a_misspelling_is_a_guess(wanted: str, there: str) -> None:
    assert find_heading(wanted, ["Cups", there]) == (there, False)


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("Tech News: 2019-27", "Tech News: 2019-29"),
        ("Proposal A", "Proposal B"),
        ("Proposal", "Proposals"),
        ("This Month in Education: January 2020", "This Month in Education: February 2020"),
        ("Request for Marian", "Request for Marina"),
        ("对管理员张三的投票", "对管理员李三的投票"),
        ("Supporters of it", "Support of it"),
        ("Summary #397", "Summary #398"),
        ("???", "!!!"),
    ],
)
def test_another_heading_that_is_nearly_alike_is_another(wanted: str, there: str) -> None:
    assert find_heading(wanted, ["Cups", there]) is None


def test_of_several_that_may_be_it_none_is() -> None:
    assert find_heading("Kettles?", ["Kettles", "Kettles!"]) is None
    assert find_heading("Kettles", ["Kett-les", "kettles"]) == ("kettles", False)
