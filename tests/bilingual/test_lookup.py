"""Looking words up where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import (
    Dictionary,
    Glossary,
    Lexicon,
    measure_words,
    own_terms,
    same_script,
    sense_words,
    tone_marks,
)
from talkreader.domain.glossary import Term


@pytest.fixture(scope="module")
def dictionary(lexicon: Lexicon) -> Dictionary:
    return Dictionary(lexicon, Glossary(own_terms()))


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ("dao4 qian4", "dào qiàn"),
        ("lu:e4", "lüè"),
        ("nu:3 er2", "nǚ ér"),
        ("gui1 ze2", "guī zé"),
        ("liu2", "liú"),
        ("dou1", "dōu"),
        ("xiong2", "xióng"),
        ("ma5", "ma"),
        ("Bei3 jing1", "Běi jīng"),
        ("E2", "É"),
        ("r5", "r"),
        ("A A zhi4", "A A zhì"),
    ],
)
def test_tones_are_marked_on_the_right_vowel(numbers: str, marks: str):
    assert tone_marks(numbers) == marks


@pytest.mark.parametrize("offset", [6, 7])
def test_a_word_is_found_from_any_of_its_characters_in_either_script(
    dictionary: Dictionary, offset: int
):
    for text in ("我代表基金会道歉。", "我代表基金會道歉。"):
        found = dictionary.at(text, offset)

        assert found is not None
        assert found.word == "道歉"
        assert found.chinese
        assert "apologize" in " ".join(found.entries[0].senses)


def test_the_glossary_stands_before_the_dictionary_and_may_have_longer_words(
    dictionary: Dictionary,
):
    found = dictionary.at("這是維基用語：回退不過三原則。", 9)

    assert found is not None
    assert found.word == "回退不過三原則"
    assert found.term is not None
    assert found.term.english == "three-revert rule"


def test_an_english_word_gives_the_chinese_for_it_and_a_term_of_several_words_is_one(
    dictionary: Dictionary,
):
    tea = dictionary.at("A lighthouse.", 4)
    term = dictionary.at("the speedy deletions of today", 14)

    assert tea is not None
    assert not tea.chinese
    assert "灯塔" in [entry.simplified for entry in tea.entries]
    assert term is not None
    assert term.word == "speedy deletions"
    assert term.term is not None
    assert term.term.simplified == "快速删除"


def test_see_that_word_is_resolved(dictionary: Dictionary, lexicon: Lexicon):
    referring = lexicon.entries("裏")
    found = dictionary.at("裏", 0)

    assert found is not None
    assert any("variant of" in sense for entry in referring for sense in entry.senses)
    assert any("inside" in sense for entry in found.entries for sense in entry.senses)


@pytest.mark.parametrize(("text", "offset"), [("of", 0), ("…", 0), ("a b", 1), ("", 0), ("茶", 1)])
def test_where_no_word_stands_there_is_nothing(dictionary: Dictionary, text: str, offset: int):
    assert dictionary.at(text, offset) is None


def test_what_was_typed_is_looked_up(dictionary: Dictionary):
    found = dictionary.look_up("  封禁 ")

    assert found is not None
    assert found.word == "封禁"
    assert dictionary.look_up("…") is None


def test_a_gloss_goes_word_by_word_and_leaves_out_what_is_not_chinese(dictionary: Dictionary):
    glosses = dictionary.gloss("他要封禁, OK。")

    assert [gloss.word for gloss in glosses] == ["他", "要", "封禁"]
    assert glosses[2].meaning == "block"
    assert glosses[0].pinyin == "tā"


def test_a_gloss_has_no_measure_words_and_no_numbers_for_tones(dictionary: Dictionary):
    (gloss,) = dictionary.gloss("申请")

    assert gloss.meaning == "to apply for sth; application form"


def test_a_headword_is_shown_in_the_script_of_the_text(lexicon: Lexicon):
    (entry,) = [each for each in lexicon.entries("基金会") if each.pinyin.islower()]

    assert same_script(entry, "基金會") == "基金會"
    assert same_script(entry, "基金会") == "基金会"


def test_a_persons_own_word_is_known_where_the_dictionary_has_none(lexicon: Lexicon):
    own = Term("lighthouse fund", "灯塔基金", "燈塔基金", own=True)
    dictionary = Dictionary(lexicon, Glossary([own]))

    found = dictionary.at("关于灯塔基金的说明", 4)

    assert found is not None
    assert (found.word, found.term) == ("灯塔基金", own)


@given(st.text(alphabet="我代表基金會 tea's封禁，。a1", max_size=30), st.integers(0, 30))
def test_any_place_gives_a_word_that_covers_it_or_nothing(
    dictionary: Dictionary, text: str, offset: int
):
    found = dictionary.at(text, offset)
    if found is not None:
        assert found.span.start <= offset < found.span.end
        assert text[found.span.start : found.span.end] == found.word
    ends = 0
    for gloss in dictionary.gloss(text):
        assert ends <= gloss.span.start < gloss.span.end
        ends = gloss.span.end


def test_senses_and_measure_words_are_written_for_reading():
    assert sense_words("see 裡|里[li3], inside") == "see 里 (lǐ), inside"
    assert sense_words("see 裡|里[li3], inside", traditional=True) == "see 裡 (lǐ), inside"
    assert sense_words("old variant of 和|和[he2]") == "old variant of 和 (hé)"
    assert measure_words("CL:種|种[zhong3],個|个[ge4]") == "种 (zhǒng), 个 (gè)"
    assert measure_words("CL:種|种[zhong3]", traditional=True) == "種 (zhǒng)"
    assert measure_words("to protect") is None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("从", "from; through"),  # 从 calls itself a variant of 從, which Simplified writes so
        ("看", "to see; to look at; to read"),
        ("说", "to speak; to talk"),
        ("了", "(completed action marker)"),
        ("后", "back; behind"),
        ("裏", "lining; interior"),
    ],
)
def test_a_gloss_is_what_a_reader_most_likely_met(dictionary: Dictionary, text: str, meaning: str):
    (gloss,) = dictionary.gloss(text)

    assert gloss.meaning.startswith(meaning)


def test_entries_come_in_the_order_of_use_and_say_of_no_entry_beside_them_that_they_vary_it(
    dictionary: Dictionary,
):
    simplified, traditional = dictionary.look_up("后"), dictionary.look_up("後")
    both = dictionary.look_up("于")

    assert simplified is not None
    assert traditional is not None
    assert both is not None
    assert [entry.traditional for entry in simplified.entries] == ["後", "后", "后"]
    assert simplified.entries[-1].pinyin == "Hou4"
    assert traditional.entries[0].traditional == "後"
    senses = [sense for entry in both.entries for sense in entry.senses]
    assert both.entries[0].traditional == "於"
    assert not any("variant of 於" in sense for sense in senses)


@pytest.mark.parametrize(
    ("english", "first"),
    [
        ("lighthouse", "灯塔"),
        ("winter", "冬天"),
        ("school", "学校"),
        ("boat", "船"),
        ("dog", "狗"),
        ("question", "问题"),
        ("history", "历史"),
    ],
)
def test_a_common_word_comes_before_a_rare_one_that_says_the_same(
    dictionary: Dictionary, english: str, first: str
):
    found = dictionary.look_up(english)

    assert found is not None
    assert found.entries[0].simplified == first


def test_the_words_closest_to_an_english_one_are_not_crowded_out_by_common_ones(
    dictionary: Dictionary,
):
    found = dictionary.look_up("important")

    assert found is not None
    assert "重要" in [entry.simplified for entry in found.entries]
