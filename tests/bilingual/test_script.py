from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import convert_in_place
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
    assert convert_in_place(text, to) == expected


def test_traditional_text_is_not_taken_for_simplified() -> None:
    text = "余先生說：系統的干預。"

    assert convert_in_place(text, "zh-hant") == text


def test_unknown_script_is_refused() -> None:
    with pytest.raises(ValueError, match="zh-sg"):
        convert_in_place("你好", "zh-sg")


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
