from __future__ import annotations

import pytest

from talkreader.bilingual import Lexicon, Passage, Piece, align_texts
from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.errors import Cancelled
from talkreader.domain.progress import Progress

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


class CountingProgress(Progress):
    """Stops the work the moment it has asked so many times whether it should."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.asked, self.most = 0, most

    def check(self) -> None:
        self.asked += 1
        if self.asked == self.most:
            self.cancel()
        super().check()


def test_a_long_alignment_stops_wherever_it_is_when_it_is_told_to(lexicon: Lexicon) -> None:
    sentences = [(f"Pier {n} is closed in May.", f"码头{n}五月关闭。") for n in range(60)]
    texts = ["\n".join(side) for side in zip(*sentences, strict=True)]

    def align(most: int) -> int:
        progress = CountingProgress(most)
        align_texts(
            [Passage(Piece(0, texts[0]))],
            [Passage(Piece(0, texts[1]))],
            lexicon=lexicon,
            origin=PairOrigin.FILE,
            progress=progress,
        )
        return progress.asked

    asked = align(-1)
    # while the sentences are read on either side, anchors looked for, and in every pass
    assert asked >= 5 * len(sentences)
    for most in range(1, asked + 1, 7):
        with pytest.raises(Cancelled):
            align(most)
