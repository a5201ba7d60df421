from __future__ import annotations

import pytest

from talkreader.bilingual import Lexicon
from talkreader.bilingual.align import Aligner
from talkreader.bilingual.marks import Marks, joined, marks_of
from talkreader.bilingual.unit_maker import UnitMaker


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Is the bridge open?", "橋開了嗎？"),
        ("It is closed.", "已经关闭。"),
        ("Bring three things: bread, salt (a little) and water.", "带三样：面包、盐（少许）和水。"),
        ('They call it "the old ferry".', "他们叫它「老渡船」。"),
        ("Come in!", "進來！"),
        ("And then…", "然后……"),
        ("He walked; she drove.", "他走路；她开车。"),
    ],
)
def test_a_translation_has_the_marks_of_the_original(english: str, chinese: str) -> None:
    assert marks_of(english) == marks_of(chinese) != 0


def test_times_addresses_and_apostrophes_are_no_marks() -> None:
    assert marks_of("at 12:30 it's http://example.org") == marks_of("at noon")


def test_sentences_together_end_as_the_last_one_does() -> None:
    stopped, open_ = marks_of("It is closed."), marks_of("Why is it closed?")

    assert joined([stopped, open_]) == open_
    assert joined([open_, stopped]) == open_ | stopped


def test_a_mark_on_one_side_only_speaks_against_a_couple() -> None:
    plain, question = marks_of("It is open."), marks_of("Is it open?")

    weights = Marks([plain] * 9 + [question], [plain] * 9 + [question])

    assert weights.ratio(9, 10, 9, 10) > 0
    assert weights.ratio(0, 1, 9, 10) < 0
    assert weights.ratio(9, 10, 0, 1) < 0


def test_a_mark_that_every_sentence_has_says_less_than_a_rare_one() -> None:
    plain, question = marks_of("It is open."), marks_of("Is it open?")

    weights = Marks([plain] * 30 + [question], [plain] * 30 + [question])

    assert weights.ratio(30, 31, 30, 31) > weights.ratio(0, 1, 0, 1) >= 0


def test_a_question_goes_with_the_question_in_like_words(lexicon: Lexicon) -> None:
    maker = UnitMaker(lexicon)
    english = ["The mayor closed the library.", "Snow fell.", "Did the mayor close the library?"]
    chinese = ["市長關閉圖書館了嗎？", "下雪了。"]

    beads = Aligner(
        [maker.english(s) for s in english[2:]], [maker.chinese(s) for s in chinese]
    ).beads()
    others = Aligner(
        [maker.english(s) for s in english[:1]], [maker.chinese(s) for s in chinese[:1]]
    ).beads()

    assert beads[0].gain > others[0].gain
