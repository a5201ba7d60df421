"""Columns and wrapping."""

from __future__ import annotations

import pytest

from talkreader.exporting.width import columns, wrap


def test_chinese_takes_two_columns_and_accents_none():
    assert columns("茶tea") == 5
    assert columns("e\u0301") == 1
    assert columns("\u200b") == 0


def test_latin_is_broken_at_spaces():
    assert wrap("green tea and white tea", 10) == ["green tea", "and white", "tea"]


def test_chinese_is_broken_anywhere():
    assert wrap("綠茶和白茶都很好喝", 8) == ["綠茶和白", "茶都很好", "喝"]


def test_a_full_stop_does_not_begin_a_line():
    assert wrap("綠茶和白。茶", 8) == ["綠茶和", "白。茶"]


def test_an_opening_bracket_does_not_end_a_line():
    assert wrap("綠茶和（白茶）", 8) == ["綠茶和", "（白茶）"]


def test_a_word_longer_than_the_line_is_cut():
    assert wrap("ab " + "x" * 9, 4) == ["ab", "xxxx", "xxxx", "x"]


def test_indentation_is_kept_and_an_empty_paragraph_is_one_line():
    assert wrap("  code", 10) == ["  code"]
    assert wrap("", 10) == [""]
    assert wrap("   ", 10) == [""]


def test_too_few_columns_are_refused():
    with pytest.raises(ValueError, match="too few"):
        wrap("x", 3)
