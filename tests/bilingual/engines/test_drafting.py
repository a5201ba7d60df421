"""A machine's words: put back, joined, checked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from talkreader.bilingual.engines import draft
from talkreader.bilingual.engines.checking import flags_of
from talkreader.domain.machine import DraftFlag


def loud(sentences: Sequence[str]) -> list[str]:
    """Translate into capitals."""
    return [sentence.upper() for sentence in sentences]


def mute(sentences: Sequence[str]) -> list[str]:
    """Translate, and lose everything in brackets or between X."""
    return ["".join(c for c in each.upper() if c not in "[]X0123456789") for each in sentences]


def test_lines_lists_and_spaces_stay_where_they_are():
    made = draft("* One thing. And more.\n\n* Two things!", loud, "m")

    assert made.text == "* ONE THING. AND MORE.\n\n* TWO THINGS!"
    assert made.machine == "m"


def test_chinese_sentences_stand_without_spaces_and_english_ones_with_them():
    assert draft("One. Two.", lambda each: ["一。" for _ in each], "m").text == "一。一。"
    assert draft("一。二。", lambda each: ["One." for _ in each], "m").text == "One. One."


def test_names_and_terms_survive_the_machine():
    made = draft("ask [[user:ada]] about notability", loud, "m", glossary={"notability": "关注度"})

    assert made.text == "ASK [[user:ada]] ABOUT 关注度"
    assert DraftFlag.IN_PIECES not in made.flags


def test_a_machine_that_loses_marks_is_given_the_pieces_between_them():
    made = draft("ask [[user:ada]] about tea", mute, "m")

    assert made.text == "ASK [[user:ada]] ABOUT TEA"
    assert DraftFlag.IN_PIECES in made.flags


def test_what_has_no_words_does_not_go_to_the_machine():
    asked: list[str] = []

    def never(sentences: Sequence[str]) -> list[str]:
        asked.extend(sentences)
        return list(sentences)

    assert draft("https://tea.example.org\n20:16", never, "m").text == (
        "https://tea.example.org\n20:16"
    )
    assert asked == []


@pytest.mark.parametrize(
    ("source", "target", "flag"),
    [
        ("We are sorry about that.", "对不起对不起对不起对不起对不起", DraftFlag.REPETITION),
        ("In 1911 there were 12 maps.", "1911年有地图。", DraftFlag.LOST_NUMBER),
        (
            "We are sorry that the last round closed without an answer.",
            "抱歉",
            DraftFlag.ODD_LENGTH,
        ),
        ("We are sorry about it.", "We are sorry about it.", DraftFlag.UNTRANSLATED),
        ("We are sorry.", " ", DraftFlag.EMPTY),
    ],
)
def test_what_is_odd_about_a_translation_is_flagged(source: str, target: str, flag: DraftFlag):
    assert flag in flags_of(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("We are sorry about that.", "对此我们表示歉意。"),
        ("It has 1,024 pages.", "它有1024页。"),
        ("No, no, no, no!", "不，不，不，不！"),
        ("Thanks!", "谢谢！"),
        ("Ada Fenwick", "Ada Fenwick"),
    ],
)
def test_a_good_translation_has_no_flags(source: str, target: str):
    assert flags_of(source, target) == ()
