"""Which comments only agree, thank or acknowledge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.assent import only_agrees

NAMES = frozenset({"ada", "redrose64", "林知夏", "hollis vane"})


@pytest.mark.parametrize(
    "text",
    [
        "+1",
        "OK, thanks.",
        "Thank you so much!",
        "Thanks, Redrose64. I see now.",
        "@Ada: Thanks for the quick reply :)",
        "I agree with Hollis Vane.",
        "• Support per nom.",
        "Support per Ada Fenwick.",
        "Agreed, that makes sense to me.",
        "You’re welcome!",
        "👍",
        "同意。",
        "（+）支持",
        "非常感谢您的解答！",
        "好的，謝謝大家的意見。",
        "@林知夏：多谢，收到了",
        "同意林知夏的看法",
    ],
)
def test_what_only_agrees_or_thanks_is_told(text: str) -> None:
    assert only_agrees(text, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ada",
        "Oppose.",
        "I don't agree.",
        "我不同意。",
        "反对。",
        "Thanks, but who prints it?",
        "Thanks. Fixed it.",
        "Done.",
        "已完成。",
        "OK, a purge got rid of those errors.",
        "Support as a non-default gadget.",
        "Support for dark mode is missing.",
        "（+）支持：我認為可以用舊名。",
        "可以的，請直接發問。",
        "好的建议是先问作者。",
        "What I agree",
        "the that of it",
        "的了您",
        "Thanks " * 30,
    ],
)
def test_what_says_anything_else_is_left_alone(text: str) -> None:
    assert not only_agrees(text, NAMES)


@given(st.text(), st.sets(st.text(min_size=1), max_size=3))
def test_any_text_has_an_answer_and_a_question_never_agrees(text: str, names: set[str]) -> None:
    only_agrees(text, names)
    assert not only_agrees(text + "?", names)
