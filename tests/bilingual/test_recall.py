"""What a translation memory offers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import TranslationMemory
from talkreader.domain.translation import Translation, TranslationOrigin

START = datetime(2022, 2, 2, tzinfo=UTC)


def unit(source: str, target: str = "…", age: int = 0) -> Translation:
    moment = START - timedelta(days=age)
    origin = TranslationOrigin.TYPED
    return Translation(source, source, target, "en", "zh-hans", origin, moment, moment)


def test_the_same_words_are_a_full_match_whatever_case_space_and_script():
    memory = TranslationMemory([unit("The form is short."), unit("表格很短。")])

    (english,) = memory.recall("the form  is short.")
    (chinese,) = memory.recall("表格很短。")
    assert (english.score, english.changed) == (1.0, ())
    assert chinese.score == 1.0
    assert TranslationMemory([unit("關於封禁")]).recall("关于封禁")[0].score == 1.0


def test_nearly_the_same_words_say_how_near_and_what_is_new():
    text = "The new form is short."

    (found,) = TranslationMemory([unit("The form is short.")]).recall(text)

    assert 0.8 < found.score < 1
    assert [text[span.start : span.end] for span in found.changed] == ["new"]
    then = found.unit.source
    assert "new" not in [then[span.start : span.end] for span in found.instead]
    assert not found.numbers_differ


def test_another_number_is_told():
    (found,) = TranslationMemory([unit("The form has 2 pages.")]).recall("The form has 3 pages.")

    assert found.numbers_differ


def test_the_best_comes_first_and_of_equals_the_newest():
    memory = TranslationMemory(
        [unit("Tea is hot.", "old", 9), unit("Tea is hot now.", "near"), unit("Tea is hot.", "new")]
    )

    assert [each.unit.target for each in memory.recall("Tea is hot.")] == ["new", "old", "near"]
    assert len(memory.recall("Tea is hot.", limit=1)) == 1


def test_what_has_little_in_common_is_not_offered():
    assert TranslationMemory([unit("Nobody answered.")]).recall("The form is short.") == []
    assert TranslationMemory([unit("…")]).recall(" ") == []


@given(st.text(min_size=1), st.text(min_size=1))
def test_scores_are_shares_and_changes_lie_in_the_text(text: str, other: str):
    if not other.strip():
        return
    for found in TranslationMemory([unit(other)]).recall(text, least=0.0):
        assert 0 <= found.score <= 1
        assert all(0 <= span.start < span.end <= len(text) for span in found.changed)
        then = found.unit.source
        assert all(0 <= span.start < span.end <= len(then) for span in found.instead)
