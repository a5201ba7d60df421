"""The words shown around a match, and the marks in them, found without folding the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.store.search.matching import Finder

PIECES = st.sampled_from(
    [*"道歉基金會会封禁裡里台臺颱发發髮", *"。，（ 　\n-3ｗ", "WMF", "wmf", "Lamp", "Café", "cafe ",
     " lamp ", "x " * 70]
)  # fmt: skip
PLAIN = st.sampled_from(["WMF", "Lamp", "cafe ", " lamp ", "lamps, ", "la", "-\n", "3 ", "x " * 70])
TEXTS = st.one_of(
    st.lists(PIECES, min_size=1, max_size=40).map("".join),
    st.lists(PLAIN, min_size=1, max_size=40).map("".join),
)
ASKED = st.sampled_from(
    ["道歉", "会", "裡", "wmf", "lamp", "cafe", "la*", '"lamp cafe"', "WMF基金", "-道歉 会",
     "会 OR lamp", '"la la"', '"lamp lamps la"', "/la?m/", "/会/ wmf", "封禁 cafe", "from:Wren",
     "3", '"，"', "台发", "会会", "会台发会"]
)  # fmt: skip


@given(TEXTS, ASKED)
def test_a_snippet_shows_the_first_match_and_marks_what_the_whole_text_would(text, asked):
    finder = Finder(parse_query(asked).root)
    everywhere = finder.matches(text)

    words, marks, matches = finder.snippet(text)

    assert set(matches) <= set(everywhere)
    assert bool(matches) == bool(everywhere)
    if "é" not in text:
        assert matches[:1] == everywhere[:1]
    assert [words[m.start : m.end].replace("\n", " ") for m in marks] == [
        text[m.start : m.end].replace("\n", " ") for m in matches[: len(marks)]
    ]


def test_a_match_that_the_end_of_the_snippet_cuts_off_is_not_marked():
    text = "lamp " + "x " * 96 + "x lamp"
    words, marks, matches = Finder(parse_query("lamp").root).snippet(text)

    assert words == text[:200] + "…"
    assert words.endswith("l…")
    assert [words[mark.start : mark.end] for mark in marks] == ["lamp"]
    assert len(matches) == len(marks)


@pytest.mark.parametrize("asked", ["道歉", "cafe"])
def test_every_match_in_the_part_that_is_shown_is_marked(asked):
    text = "x " * 300 + "道歉 Café. " * 40

    words, marks, _matches = Finder(parse_query(asked).root).snippet(text)

    assert len(marks) == words.count("道歉") == words.count("Café")
    assert len(marks) > 10


def test_a_word_with_an_accent_of_its_own_is_found_when_it_is_the_only_one():
    text = "y " * 300 + "the cafe\u0301 of 道\u200b歉"

    for asked, shown in (("cafe", "cafe\u0301"), ("道歉", "道\u200b歉")):
        words, marks, _matches = Finder(parse_query(asked).root).snippet(text)
        assert [words[m.start : m.end] for m in marks] == [shown]


def test_a_chinese_match_stands_near_the_front_of_its_snippet():
    text = "船员每天都不得工作超过十小时，" * 8 + "那里有热汤出售。"
    words, marks, _matches = Finder(parse_query("热汤").root).snippet(text)

    assert marks[0].start <= 21
    assert words[marks[0].start : marks[0].end] == "热汤"
    latin = Finder(parse_query("soup").root).snippet("the crew may not work " * 8 + "hot soup")
    assert latin.marks[0].start > 40


@pytest.mark.parametrize(
    "text",
    [
        "lamp\noil, then lamp oil",
        "streetlamp oil, a lamp oil",
        "a lamp oils, lamp oil",
        "oil lamp, lamp oil, lamp, oil. Lamp oil",
        "lamp lamp oil lamp  oil",
        "no lamp but oil, lamp oily, lamp--oil",
    ],
)
def test_a_phrase_is_marked_wherever_it_stands_whatever_parts_its_words(text):
    finder = Finder(parse_query('"lamp oil"').root)

    assert finder.snippet(text).matches == finder.matches(text) != ()
