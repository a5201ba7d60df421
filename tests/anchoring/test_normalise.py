"""Folding a text for comparing, with its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.anchoring.normalise import Normaliser, is_han, weight


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("green\u00a0tea", "green  tea"),
        ("a - - b", "a — b"),
        ("a -- b", "a – b"),
        ("“tea”", '"tea"'),
        ("it’s", "it's"),
        ("ＴＥＡ", "TEA"),
        ("te\u200ba", "tea"),
        ("caf\u00e9", "cafe\u0301"),
        ("wait…", "wait..."),
    ],
)
def test_forms_of_one_page_fold_to_the_same(first: str, second: str):
    fold = Normaliser().fold

    assert fold(first).text == fold(second).text


def test_traditional_and_simplified_fold_to_the_same_when_asked():
    fold = Normaliser().fold

    assert fold("綠茶葉", script=True).text == fold("绿茶叶", script=True).text
    assert fold("綠茶葉").text != fold("绿茶叶").text


def test_a_place_in_the_folded_text_is_a_place_in_the_real_one():
    text = "a  —— 綠 茶…"
    folded = Normaliser().fold(text)

    assert folded.text == "a-綠茶..."
    assert [text[s:e] for s, e in (folded.place(1, 2), folded.place(2, 4), folded.place(5, 6))] == [
        "——",
        "綠 茶",
        "…",
    ]


def test_other_letters_are_other_letters():
    fold = Normaliser().fold

    assert fold("tea").text != fold("teas").text
    assert fold("Tea").text != fold("tea").text


@given(st.text(), st.booleans())
def test_offsets_are_ordered_and_inside(text: str, script: bool):
    folded = Normaliser().fold(text, script=script)

    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


def test_half_a_surrogate_pair_is_folded_without_an_error():
    assert Normaliser().fold("a\ud800", script=True).text == "a\ud800"


def test_a_chinese_character_says_as_much_as_three_letters():
    assert weight("tea綠茶") == 9
    assert is_han("tea茶")
    assert not is_han("tea")
