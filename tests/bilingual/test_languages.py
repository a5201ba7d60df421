from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import runs
from talkreader.bilingual.characters import fold


def spoken(text: str, fallback: str = "zh") -> list[tuple[str, str]]:
    return [(text[r.start : r.end], r.language) for r in runs(text, fallback=fallback)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The heron is on the roof of the school.", "en"),
        ("苍鹭站在学校的屋顶上,没有人说话。", "zh-hans"),
        ("蒼鷺站在學校的屋頂上，沒有人說話。", "zh-hant"),
        ("我们用 Visual Editor 和 Content Tool 来写。", "zh-hans"),
        ("The user 最老实的读者和朋友 was here and is gone.", "en"),
        ("鷺は屋根の上にいます。", "ja"),
        ("왜가리가 지붕 위에 있습니다.", "ko"),
        ("Цапля стоит на крыше школы.", "und-Cyrl"),
        ("Der Reiher ist nicht auf dem Dach und das ist gut.", "und-Latn"),
        ("Xyzzy plugh", "und"),
        ("12:30 – 14:00", "und"),
    ],
)
def test_language_of_a_sentence(text: str, language: str) -> None:
    assert spoken(text) == [(text, language)]


def test_change_of_language_inside_a_line_begins_a_new_run() -> None:
    assert spoken("We are here. All of us. 我们来了。大家都来了。") == [
        ("We are here. All of us.", "en"),
        ("我们来了。大家都来了。", "zh-hans"),
    ]


def test_chinese_alike_in_both_scripts_takes_the_script_of_the_text() -> None:
    assert spoken("你好。\n我們來了。")[0] == ("你好。", "zh-hant")


def test_chinese_alike_in_both_scripts_takes_the_fallback_when_nothing_tells() -> None:
    assert spoken("你好。") == [("你好。", "zh")]
    assert spoken("你好。", fallback="zh-hant") == [("你好。", "zh-hant")]


def test_words_that_prove_nothing_are_english_beside_english() -> None:
    assert spoken("Chairs\nWe need the chairs.")[0] == ("Chairs", "en")


def test_folding_makes_traditional_simplified_and_keeps_offsets() -> None:
    assert fold("學校 of 臺灣\ud800") == "学校 of 台湾\ud800"


@given(st.text(max_size=80))
def test_runs_never_overlap_and_hold_no_outer_space(text: str) -> None:
    at = 0
    for run in runs(text):
        assert at <= run.start < run.end <= len(text)
        assert text[run.start : run.end] == text[run.start : run.end].strip()
        assert "\n" not in text[run.start : run.end]
        at = run.end
