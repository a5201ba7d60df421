"""The index's columns, made in one pass, are those of the functions that searches rely on."""

from __future__ import annotations

import hashlib
import re
from string import ascii_lowercase, ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.resources import resource
from talkreader.store.values import meta
from talkreader.store.values.columns import columns
from talkreader.store.values.folding import GAP, IGNORED, fold, index_tokens, single_characters

SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("ab1_ ,.\n的道歉聲明ุักกáé한국Ｗｍｆ·\x01\x02𠀀" + IGNORED, max_size=60),
    st.text("abcdef ghi. JKL, mno-p", min_size=40, max_size=60).flatmap(
        lambda text: st.text("é“İßłꭰᏸ٣½的\u0301", max_size=3).map(
            lambda few: text[:30] + few + text[30:]
        )
    ),
    st.text("ab1_ ，.\n的道歉聲明é한국·\x01\x02", max_size=60),
)


@given(TEXTS, st.sampled_from(["", "en", "zh-hant", "fr", "ja", "th"]), st.booleans())
def test_one_pass_gives_the_same_columns(text, language, closed):
    folded = fold(text)
    tokens, singles, languages = columns(text, language, closed=closed)

    # the index parts at what is ASCII and no letter or digit, and folds ASCII
    assert re.findall(r"[a-z0-9\x80-\U0010ffff]+", tokens.translate(SMALL)) == (
        index_tokens(folded, closed=closed).split()
    )
    assert set(singles.split()) == set(single_characters(folded).split())
    assert languages.split() == list(map(meta.language_token, meta.languages(folded, language)))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("wmf基金, wmf 基金", f"wmf 基金 {GAP} wmf {GAP} 基金"),
        ("基金，會。", f"基金 {GAP} 会"),
        ("（基）a b-c金", f"基 {GAP} a b c 金"),
        ("é 基é", f"e {GAP} 基 e"),
        ("去年2月", "去年 年 2 月"),
        ("去年 2月，好", f"去年 {GAP} 2 月 {GAP} 好"),
        ("a基金b, 基", f"a 基金 金 b {GAP} 基"),
    ],
)
def test_unspaced_scripts_become_pairs_and_keep_the_gap_to_what_they_do_not_touch(text, tokens):
    assert columns(text, "zh").tokens.split() == tokens.split()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("wmf基金, wmf 基金", f"wmf 基金 金 {GAP} wmf {GAP} 基金 金"),
        ("基金，會。", "基金 金 会"),
        ("去年 2月，好", f"去年 年 {GAP} 2 月 好"),
    ],
)
def test_in_an_earlier_index_every_run_ends_with_its_last_character(text, tokens):
    assert columns(text, "zh", closed=True).tokens.split() == tokens.split()


def test_digits_beyond_ascii_are_no_letters_of_a_text():
    assert columns("基金 ٣٣٣٣٣٣٣٣", "zh").languages == " lzh"
    assert columns("基金 ћћћћћћћћ", "zh").languages == " lzh len"


def test_the_languages_of_a_text_are_told_by_its_letters():
    assert columns("基金会同意 the fund agrees", "zh").languages == " lzh len"
    assert columns("基金会同意 ok", "zh").languages == " lzh"
    assert columns("12:30", "zh").languages == ""


def test_what_libraries_were_told_of_a_text_is_what_they_are_told_today():
    """Who changes this lets migrate() make each older library's index anew: it forgets by words."""
    text = (
        "Å la carte: Straße, cœur, İzmir ½ — Ελλάδα ёлка, नमस्ते हिन्दी, שָׁלוֹם, مُحَمَّد ٣٤,"
        " ภาษาไทย 한국어 Ｗｉｋｉ 燈塔基金會2021年，繁體／简体 𠀀𠮷 e\u0301té a\u200bb"
    )

    tokens, singles, languages = columns(text, "zh")

    assert (
        tokens.split()
        == (
            "a la carte straße cœur izmir ½ ελλαδα елка नमस त ह न द שלום محمد ٣٤ · ภา าษ ษา าไ ไท"
            " ทย · 한국 국어 · wiki · 灯塔 塔基 基金 金会 会 2021 年 · 繁体 · 简体 · 𠀀𠮷 · ete ab"
        ).split()
    )
    assert "".join(singles.split()) == "ภาษาไทย한국어灯塔基金会年繁体简体𠀀𠮷"
    assert languages.split() == ["lzh", "len"]


def test_characters_are_folded_as_they_were_when_libraries_were_made():
    """Who makes another table makes each older library's index anew, too."""
    table = hashlib.sha256(resource("fold.json").read_bytes()).hexdigest()

    assert table[:16] == "5dae92f53ec7c45a"
