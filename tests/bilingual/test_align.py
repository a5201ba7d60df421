from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.bilingual import Lexicon, evidence
from talkreader.bilingual.align import Aligner, Bead, Indices
from talkreader.bilingual.stems import stem, stems
from talkreader.bilingual.unit_maker import UnitMaker

COUPLES = (
    ("The bakery opens at six in the morning.", "面包店早上六点开门。"),
    ("My grandmother planted three pear trees.", "我的祖母种了三棵梨树。"),
    ("The bus does not stop at the hospital on Sundays.", "星期日公共汽车不在医院停。"),
    ("He repaired the bicycle with an old spoon.", "他用一把旧勺子修好了自行车。"),
    ("The mayor promised a new swimming pool.", "市长答应建一个新的游泳池。"),
    ("Snow fell on the mountain during the night.", "夜里山上下了雪。"),
    ("The newspaper printed the wrong date.", "报纸印错了日期。"),
    ("A dog was sleeping under the kitchen table.", "一只狗睡在厨房的桌子下面。"),
)
ENGLISH = [couple[0] for couple in COUPLES]
CHINESE = [couple[1] for couple in COUPLES]


def align(english: list[str], chinese: list[str], lexicon: Lexicon, **rules: Indices) -> list[Bead]:
    maker = UnitMaker(lexicon)
    return Aligner(
        [maker.english(s) for s in english], [maker.chinese(s) for s in chinese], **rules
    ).beads()


def places(beads: list[Bead]) -> list[tuple[int, int, int, int]]:
    return [(bead.e0, bead.e1, bead.c0, bead.c1) for bead in beads]


def test_sentence_by_sentence_translation_gives_one_to_one_beads(lexicon: Lexicon) -> None:
    assert places(align(ENGLISH, CHINESE, lexicon)) == [(i, i + 1, i, i + 1) for i in range(8)]


def test_sentences_left_out_on_either_side_are_in_no_bead(lexicon: Lexicon) -> None:
    beads = align(ENGLISH[:2] + ENGLISH[3:], CHINESE[:5] + CHINESE[6:], lexicon)

    assert places(beads) == [
        (0, 1, 0, 1),
        (1, 2, 1, 2),
        (2, 3, 3, 4),
        (3, 4, 4, 5),
        (5, 6, 5, 6),
        (6, 7, 6, 7),
    ]


@pytest.mark.parametrize("count", [2, 3])
def test_sentences_joined_by_the_translator_are_one_bead(count: int, lexicon: Lexicon) -> None:
    joined = ["".join(CHINESE[2 : 2 + count])]

    beads = align(ENGLISH, CHINESE[:2] + joined + CHINESE[2 + count :], lexicon)

    assert (2, 2 + count, 2, 3) in places(beads)
    assert len(beads) == 8 - count + 1


@pytest.mark.parametrize("count", [2, 3])
def test_sentence_cut_up_by_the_translator_is_one_bead(count: int, lexicon: Lexicon) -> None:
    joined = [" ".join(ENGLISH[4 : 4 + count])]

    beads = align(ENGLISH[:4] + joined + ENGLISH[4 + count :], CHINESE, lexicon)

    assert (4, 5, 4, 4 + count) in places(beads)


def test_no_bead_reaches_over_a_break(lexicon: Lexicon) -> None:
    chinese = [*CHINESE[:2], CHINESE[2] + CHINESE[3]]

    beads = align(ENGLISH[:4], chinese, lexicon, breaks=(frozenset({3}), frozenset()))

    assert all(bead.e1 - bead.e0 == 1 for bead in beads)
    assert places(align(ENGLISH[:4], chinese, lexicon))[-1] == (2, 4, 2, 3)


def test_long_texts_are_aligned_past_a_missing_chapter(lexicon: Lexicon) -> None:
    english = [f"{s[:-1]} in {n}." for n in range(100, 130) for s in ENGLISH]
    chinese = [f"{n}年{s}" for n in range(100, 130) for s in CHINESE]
    del chinese[40:80]

    beads = align(english, chinese, lexicon)

    right = [b for b in beads if b.e0 == (b.c0 if b.c0 < 40 else b.c0 + 40) and b.e1 - b.e0 == 1]
    assert len(right) >= 190


def test_long_texts_without_anything_in_common_give_no_beads(lexicon: Lexicon) -> None:
    maker = UnitMaker(lexicon)
    aligner = Aligner([maker.english(s) for s in ENGLISH * 20], [maker.chinese("嗯。")] * 160)

    assert aligner.beads() == []


@settings(deadline=None, max_examples=60)
@given(
    english=st.lists(st.sampled_from(ENGLISH), max_size=12),
    chinese=st.lists(st.sampled_from(CHINESE), max_size=12),
)
def test_beads_rise_and_hold_each_sentence_once(
    english: list[str], chinese: list[str], lexicon: Lexicon
) -> None:
    beads = align(english, chinese, lexicon)

    for bead in beads:
        assert 0 <= bead.e0 < bead.e1 <= len(english)
        assert 0 <= bead.c0 < bead.c1 <= len(chinese)
        assert 0 <= bead.overlap.mean <= 1
    for before, after in pairwise(beads):
        assert before.e1 <= after.e0
        assert before.c1 <= after.c0


def test_names_and_numbers_written_alike_join_sentences(lexicon: Lexicon) -> None:
    maker = UnitMaker(lexicon)
    chinese = maker.chinese("在9月由 Heron 和灰鹭提出。")

    assert {"heron", stem("September")} <= chinese.stems.keys()
    assert "灰鹭" in maker.english("Written by 灰鷺 and Heron").stems


@pytest.mark.parametrize(
    "words",
    [
        ("apologise", "apology", "apologized"),
        ("translate", "translation", "translated"),
        ("plan", "planned", "plans"),
        ("policy", "policies"),
        ("identify", "identified", "identification"),
        ("three", "3"),
        ("behaviour", "behavior", "behaviours"),
        ("centre", "center", "centres"),
        ("licence", "license", "licensed"),
        ("permanent", "permanently"),
        ("copy", "copied", "copies"),
        ("cancel", "cancelled", "canceled", "cancelling"),
        ("write", "wrote", "written"),
        ("overwrite", "overwritten"),
        ("permit", "permission"),
        ("decide", "decision"),
        ("available", "availability"),
        ("transfer", "transferred"),
    ],
)
def test_forms_of_one_word_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("english", "parts"),
    [("the timezone is wrong", ["time", "zone"]), ("the untrusted archive", ["trust"])],
)
def test_a_word_that_only_its_parts_explain_says_what_they_say(
    english: str, parts: list[str], lexicon: Lexicon
) -> None:
    assert {stem(part) for part in parts} <= UnitMaker(lexicon).english(english).stems.keys()


def test_a_name_has_no_parts(lexicon: Lexicon) -> None:
    maker = UnitMaker(lexicon)

    assert stem("Saltmere") in maker.english("The ferry reaches Saltmere late.").stems
    assert stem("Saltmere") in maker.chinese("渡轮很晚才到 Saltmere。").stems


@pytest.mark.parametrize("chinese", ["此用户是马甲。", "此用戶是馬甲。"])
def test_a_word_of_wikis_says_what_the_glossary_says(chinese: str, lexicon: Lexicon) -> None:
    assert stem("sockpuppet") in UnitMaker(lexicon).chinese(chinese).stems


def test_words_without_meaning_have_no_stems() -> None:
    assert stems("The one of us is not here.") == []


def test_what_was_let_go_of_a_long_text_is_worked_out_again(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = align(ENGLISH, CHINESE, lexicon)
    monkeypatch.setattr(evidence, "_ROWS", 2)

    assert align(ENGLISH, CHINESE, lexicon) == kept
