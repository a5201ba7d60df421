from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import Converted, convert, convert_in_place
from talkreader.bilingual.script import TARGETS, mainland
from talkreader.domain.body import Span


@pytest.mark.parametrize(
    ("text", "to", "expected"),
    [
        ("我们在学校里面吃面。", "zh-tw", "我們在學校裡面吃麵。"),
        ("皇后后来走了。", "zh-hant", "皇后後來走了。"),
        ("圖書館裡的皇后", "zh-hans", "图书馆里的皇后"),
        ("我们的项目和社区", "zh-tw", "我們的項目和社區"),
        ("裏面沒有衛生間", "zh-tw", "裡面沒有衛生間"),
        ("為什麼裏面沒有", "zh-hk", "為什麼裏面沒有"),
        ("no Chinese here", "zh-hant", "no Chinese here"),
    ],
)
def test_text_is_shown_in_the_script_asked_for(text: str, to: str, expected: str) -> None:
    assert convert(text, to).text == expected


def test_traditional_text_is_not_taken_for_simplified() -> None:
    text = "余先生說：系統的干預。"

    assert convert(text, "zh-hant").text == text


def test_kept_spans_stay_as_they_are() -> None:
    text = "用户张学友说:张学友走了"

    shown = convert(text, "zh-hant", keep=[Span(2, 5)])

    assert shown.text == "用戶张学友說:張學友走了"


def test_unknown_script_is_refused() -> None:
    with pytest.raises(ValueError, match="zh-sg"):
        convert("你好", "zh-sg")


def test_offsets_lead_back_to_the_character_that_is_shown() -> None:
    text = "我们吃面。We 后来 left."

    shown = convert(text, "zh-tw")

    assert shown.to_source(shown.text.index("麵")) == text.index("面")
    assert shown.from_source(text.index("left")) == shown.text.index("left")


def test_offsets_hold_where_the_shown_text_is_longer_or_shorter() -> None:
    longer = Converted("abXYcd", ((0, 0), (4, 3)), 5)
    shorter = Converted("abcd", ((0, 0), (2, 4)), 6)

    assert [longer.to_source(n) for n in range(7)] == [0, 1, 2, 3, 3, 4, 5]
    assert [longer.from_source(n) for n in range(6)] == [0, 1, 2, 4, 5, 6]
    assert [shorter.to_source(n) for n in range(5)] == [0, 1, 4, 5, 6]


@given(
    st.lists(st.sampled_from("我们后来發髮里 x\n。\ud800乾隆台灣面表"), max_size=40).map("".join),
    st.sampled_from(TARGETS),
)
def test_offsets_rise_and_meet_both_ends(text: str, to: str) -> None:
    shown = convert(text, to)

    offsets = [shown.to_source(offset) for offset in range(len(shown.text) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for offset, character in enumerate(shown.text):
        if character in "x\n\ud800 ":
            assert text[shown.to_source(offset)] == character


def test_words_of_taiwan_are_compared_as_those_of_the_mainland() -> None:
    assert mainland("軟體\ud800 soft") == "软件\ud800 soft"
    assert mainland("软件 and 軟 alone") == mainland("软件 and 软 alone")


@given(
    st.lists(
        st.sampled_from(["我们", "后来", "發", "里", " x", "\n", "\ud800", "𠀋", "乾隆", "面"])
    ).map("".join),
    st.sampled_from(TARGETS),
)
def test_text_converted_in_place_has_every_character_where_it_was(text: str, to: str) -> None:
    shown = convert_in_place(text, to)

    assert len(shown) == len(text)
    assert [c > "\uffff" for c in shown] == [c > "\uffff" for c in text]


def test_text_is_converted_in_place_but_for_what_is_kept() -> None:
    shown = convert_in_place("用户张学友说:我们吃面", "zh-tw", keep=[Span(2, 5)])

    assert shown == "用戶张学友說:我們吃麵"
