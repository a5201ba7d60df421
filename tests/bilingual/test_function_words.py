from __future__ import annotations

import pytest

from talkreader.bilingual import Lexicon
from talkreader.bilingual.align import Aligner
from talkreader.bilingual.function_words import FunctionWords, of_chinese, of_english
from talkreader.bilingual.unit_maker import UnitMaker


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("The bridge isn't open.", "桥没有开。"),
        ("We were late.", "我们迟到了。"),
        ("Take your coat or stay here.", "拿上你的外套，或者留下。"),
        ("Only bread.", "只有面包。"),
        ("But bread!", "但是面包！"),
    ],
)
def test_a_translation_has_the_small_words_of_the_original(english: str, chinese: str) -> None:
    assert of_english(english) & of_chinese(chinese) == of_english(english) != 0


def test_a_not_on_one_side_only_speaks_against_a_couple() -> None:
    english = [of_english("The bridge opens."), of_english("The bridge does not open.")]
    chinese = [of_chinese("桥开放。"), of_chinese("桥不开放。")]

    weights = FunctionWords(english, chinese)

    assert weights.ratio(1, 2, 1, 2) > 0
    assert weights.ratio(0, 1, 1, 2) < 0
    assert weights.ratio(1, 2, 0, 1) < 0


def test_sentences_together_have_the_small_words_of_each() -> None:
    english = [of_english("The bridge opens."), of_english("The ferry does not.")]
    chinese = [of_chinese("桥开放，渡轮不开。")]

    weights = FunctionWords(english, chinese)

    assert weights.ratio(0, 2, 0, 1) > weights.ratio(0, 1, 0, 1)


def test_of_two_sentences_in_like_words_the_one_with_not_is_taken(lexicon: Lexicon) -> None:
    maker = UnitMaker(lexicon)
    english = ["The mayor can close the library.", "The mayor cannot close the library."]

    (bead,) = Aligner(
        [maker.english(s) for s in english], [maker.chinese("市长不能关闭图书馆。")]
    ).beads()

    assert (bead.e0, bead.e1) == (1, 2)
