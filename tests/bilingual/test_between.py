from __future__ import annotations

from talkreader.bilingual import Lexicon, Passage, Piece, align_texts
from talkreader.domain.bilingual import Pair, PairOrigin

ENGLISH = "The harbour is closed in May.\nZorblax quimby frod\nNobody has to pay for the pier."
CHINESE = "港口五月关闭。\n佐布拉斯·昆比·弗罗德\n没有人需要为码头付钱。"


def aligned(english: str, chinese: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    pairs: tuple[Pair, ...] = align_texts(
        [Passage(Piece(0, english))],
        [Passage(Piece(0, chinese))],
        lexicon=lexicon,
        origin=PairOrigin.FILE,
    )
    return [(p.source.text, p.target.text) for p in pairs if p.source and p.target]


def test_a_lone_sentence_between_two_known_ones_is_the_translation_of_the_other(
    lexicon: Lexicon,
) -> None:
    assert ("Zorblax quimby frod", "佐布拉斯·昆比·弗罗德") in aligned(ENGLISH, CHINESE, lexicon)


def test_a_lone_sentence_of_quite_another_length_is_not(lexicon: Lexicon) -> None:
    chinese = CHINESE.replace("佐布拉斯·昆比·弗罗德", "佐布拉斯" * 12)

    assert len(aligned(ENGLISH, chinese, lexicon)) == 2


def test_passages_of_one_key_are_aligned_with_each_other_only(lexicon: Lexicon) -> None:
    english = [Passage(Piece(0, "I agree with the plan."), "a"), Passage(Piece(1, "Me too."), "b")]
    chinese = [Passage(Piece(0, "我也是。"), "b"), Passage(Piece(1, "我同意这个计划。"), "a")]

    pairs = align_texts(english, chinese, lexicon=lexicon, origin=PairOrigin.FILE)

    assert ("I agree with the plan.", "我同意这个计划。") in [
        (p.source.text, p.target.text) for p in pairs if p.source and p.target
    ]


def test_two_texts_in_one_language_give_nothing(lexicon: Lexicon) -> None:
    assert aligned(ENGLISH, ENGLISH, lexicon) == []


def test_exact_passages_are_paired_in_whatever_order_they_come(lexicon: Lexicon) -> None:
    english = [
        Passage(Piece(None, f"Zorblax {word}."), f"T:{number}", exact=True)
        for number, word in enumerate(("quimby", "frod", "snark"))
    ]
    chinese = [
        Passage(Piece(None, words), f"T:{number}", exact=True)
        for number, words in ((2, "雨声。"), (0, "港口。"), (1, "面包。"))
    ]

    pairs = align_texts(english, chinese, lexicon=lexicon, origin=PairOrigin.SUBPAGE)

    assert sorted((p.source.text, p.target.text) for p in pairs if p.source and p.target) == [
        ("Zorblax frod.", "面包。"),
        ("Zorblax quimby.", "港口。"),
        ("Zorblax snark.", "雨声。"),
    ]
