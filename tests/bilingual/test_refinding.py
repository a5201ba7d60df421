from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual.refinding import place_in

TEXT = "The harbour is closed. The boats stay out. Nobody complains. 港口关闭了,船只都留在外面。"


def words(text: str, quote: str, start: int = 0) -> str | None:
    place = place_in(text, start, start + len(quote), quote)
    return text[place.start : place.end] if place else None


@pytest.mark.parametrize(
    ("quote", "now"),
    [
        ("The boats stay out.", "The boats stay out."),
        ("The boats stayed out.", "The boats stay out."),
        ("The harbor is closed. The boats stay out!", "The harbour is closed. The boats stay out."),
        ("港口关闭了,船都留在外面。", "港口关闭了,船只都留在外面。"),
        ("The market opens at nine.", None),
        ("Stay.", None),
    ],
)
def test_words_are_found_again_where_they_changed_a_little(quote: str, now: str | None) -> None:
    assert words(TEXT, quote) == now


def test_of_words_that_stand_twice_the_nearest_are_the_ones() -> None:
    text = "Yes. Something else. Yes. And more."

    place = place_in(text, 20, 24, "Yes.")

    assert place is not None
    assert place.start == 21


def test_two_places_that_are_both_like_the_words_are_neither() -> None:
    assert (
        words("The red boat left at 5. The red boat left at 6.", "The red boat left at 7.") is None
    )


@given(
    st.text("ab. \n", max_size=40), st.text("ab. \n", min_size=1, max_size=12), st.integers(0, 40)
)
def test_a_place_is_inside_the_text_and_exact_where_the_words_stand(
    text: str, quote: str, start: int
) -> None:
    place = place_in(text, start, start + len(quote), quote)

    assert place is None or 0 <= place.start <= place.end <= len(text)
    if quote in text:
        assert place is not None
        assert text[place.start : place.end] == quote
