from __future__ import annotations

from talkreader.bilingual import Lexicon
from talkreader.bilingual.align import Aligner
from talkreader.bilingual.evidence import Evidence
from talkreader.bilingual.unit_maker import UnitMaker

ENGLISH = (
    "The frobnicator stands in the kitchen.",
    "My grandmother bought a frobnicator in the village.",
    "Snow fell on the mountain.",
    "A frobnicator never sleeps.",
    "The newspaper wrote about the frobnicator.",
    "The bus stops at the hospital.",
)
CHINESE = (
    "搅拌炉放在厨房里。",
    "我的祖母在村里买了一台搅拌炉。",
    "山上下了雪。",
    "搅拌炉从不睡觉。",
    "报纸写了关于搅拌炉的事。",
    "公共汽车在医院停。",
)


def evidence(english: tuple[str, ...], chinese: tuple[str, ...], lexicon: Lexicon) -> Evidence:
    maker = UnitMaker(lexicon)
    return Evidence([maker.english(s) for s in english], [maker.chinese(s) for s in chinese])


def test_translations_weigh_more_than_any_other_couple_of_their_page(lexicon: Lexicon) -> None:
    weights = evidence(ENGLISH, CHINESE, lexicon)

    for i in (1, 2, 4, 5):
        ratios = [weights.ratio(i, i + 1, j, j + 1)[0] for j in range(6)]
        assert ratios.index(max(ratios)) == i


def test_sentences_without_a_word_in_common_have_nothing_that_speaks_for_them(
    lexicon: Lexicon,
) -> None:
    ratio, good = evidence(("Snow fell.",), ("公共汽车在医院停。",), lexicon).ratio(0, 1, 0, 1)

    assert ratio < 0
    assert good == 0


def test_words_that_stand_everywhere_say_less_than_rare_ones(lexicon: Lexicon) -> None:
    english = ("The bakery opens.", *["The library is closed."] * 30)
    chinese = ("面包店开门。", *["图书馆关闭了。"] * 30)

    weights = evidence(english, chinese, lexicon)

    assert weights.ratio(0, 1, 0, 1)[0] > weights.ratio(5, 6, 5, 6)[0]


def test_a_word_that_no_dictionary_has_is_learnt_from_the_page(lexicon: Lexicon) -> None:
    weights = evidence(ENGLISH, CHINESE, lexicon)
    before = weights.ratio(3, 4, 3, 4)[0]

    weights.learn([(i, i + 1, i, i + 1) for i in (0, 1, 2, 4, 5)])

    assert weights.ratio(3, 4, 3, 4)[0] > before + 1


def test_what_is_learnt_in_one_place_pairs_words_in_another(lexicon: Lexicon) -> None:
    maker = UnitMaker(lexicon)
    names = ("Frobnicator", "Quimby")
    english = [*ENGLISH, *names, "He repaired the bicycle with a spoon.", "Zorblax"]
    chinese = [*CHINESE, "搅拌炉", "他用勺子修好了自行车。"]

    beads = Aligner(
        [maker.english(s) for s in english], [maker.chinese(s) for s in chinese]
    ).beads()

    assert (6, 7, 6, 7) in [(b.e0, b.e1, b.c0, b.c1) for b in beads]
    assert (8, 9, 7, 8) in [(b.e0, b.e1, b.c0, b.c1) for b in beads]


def test_a_name_in_chinese_letters_is_found_however_the_dictionary_cuts_it(
    lexicon: Lexicon,
) -> None:
    with_name = evidence(("See 港口小猫 first.",), ("先看港口小猫。",), lexicon)
    without = evidence(("See 港口小猫 first.",), ("先看别的东西。",), lexicon)

    assert with_name.ratio(0, 1, 0, 1)[0] > without.ratio(0, 1, 0, 1)[0]
