"""The glossary of wiki words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import Glossary, own_terms
from talkreader.bilingual.characters import HAN, characters
from talkreader.domain.body import Span
from talkreader.domain.glossary import Term

TEA = Term("tea", "茶", "茶")
GREEN = Term("green tea", "绿茶", "綠茶")
NOTE = Term("notability", "关注度", "關注度")
SMALL = Glossary([TEA, GREEN, NOTE])


def words(glossary: Glossary, text: str, offset: int) -> str | None:
    found = glossary.at(text, offset)
    return None if found is None else text[found.span.start : found.span.end]


def test_more_than_three_hundred_terms_come_with_the_program_each_once_and_in_three_columns():
    terms = own_terms()

    assert len(terms) >= 300
    assert len({term.english.casefold() for term in terms}) == len(terms)
    for term in terms:
        assert term.english
        assert term.simplified
        assert term.traditional
        assert not re.search(f"[{HAN}]", term.english)


def test_the_simplified_column_is_simplified_and_the_traditional_one_traditional():
    scripts = characters()
    for term in own_terms():
        assert not scripts.traditional.search(term.simplified), term
        assert not scripts.simplified.search(term.traditional), term


def test_the_longest_term_at_a_character_is_found_from_any_of_its_characters():
    assert words(SMALL, "我喝绿茶。", 2) == "绿茶"
    assert words(SMALL, "我喝綠茶。", 3) == "綠茶"
    assert words(SMALL, "我喝红茶。", 3) == "茶"
    assert words(SMALL, "我喝水。", 2) is None
    assert words(SMALL, "茶", 1) is None


def test_english_terms_are_whole_words_in_any_case_and_number():
    assert words(SMALL, "Green  Teas are nice", 8) == "Green  Teas"
    assert words(SMALL, "A team", 3) is None
    assert words(SMALL, "Notability?", 4) == "Notability"


def test_a_text_gives_its_terms_in_order():
    text = "Green tea and 关注度 of 茶"

    found = [text[each.span.start : each.span.end] for each in SMALL.find(text)]

    assert found == ["Green tea", "关注度", "茶"]


def test_terms_of_a_text_are_told_in_the_other_language():
    text = "Notability of teas"

    assert SMALL.translations(text, "zh-hant") == {"Notability": "關注度", "teas": "茶"}
    assert SMALL.translations("關注度", "en") == {"關注度": "notability"}
    assert SMALL.translations("關注度", "zh-hans") == {}


def test_a_persons_own_term_stands_before_ours():
    own = Term("notability", "知名度", "", own=True)

    found = Glossary([own, *SMALL.terms]).at("notability", 0)

    assert found is not None
    assert found.term is own
    assert found.term.chinese("zh-hant") == "知名度"


@given(st.text(alphabet="绿綠茶关 greenta'-notbily"), st.integers(0, 30))
def test_what_is_found_lies_in_the_text_and_covers_the_place(text: str, offset: int):
    found = SMALL.at(text, offset)
    if found is not None:
        assert found.span.start <= offset < found.span.end <= len(text)
    spans = [each.span for each in SMALL.find(text)]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(isinstance(span, Span) and len(span) for span in spans)


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("blocked", "block"),
        ("Blocking", "block"),
        ("policies", "policy"),
        ("merged", "merge"),
        ("splitting", "split"),
        ("archiving", "archive"),
        ("assuming good faith", "assume good faith"),
        ("edit wars", "edit war"),
        ("topic bans", "topic ban"),
        ("user's", "user"),
        ("edit-warring", "edit warring"),
        ("sock-puppets", "sockpuppet"),
    ],
)
def test_a_term_is_known_in_its_other_forms(words: str, english: str):
    match = Glossary(own_terms()).at(f"They {words} there", 6)

    assert match is not None
    assert (match.term.english, len(match.span)) == (english, len(words))


@pytest.mark.parametrize("word", ["bus", "need", "banner", "logger", "newer", "thing"])
def test_a_word_that_only_looks_like_a_form_of_a_term_is_none(word: str):
    assert Glossary(own_terms()).at(word, 1) is None
