"""Notes on comments of a few words that were edited: what may be their place is shown and asked."""

from __future__ import annotations

import pytest

from talkreader.domain.note import AnchorState

from .build import ADA, BO, find, page, target_on, words_at

MORE = "When the kettle is cold, we will see what it does to the tea."


@pytest.mark.parametrize(
    ("before", "quote", "after", "found"),
    [
        ("Yes to both", "Yes to both", "Yes to all", "Yes to all"),
        ("Agreed.", "Agreed.", "Agree!", "Agree!"),
        ("Support", "Support", "Strong support", "support"),
        (f"Yes to both.\n{MORE}", "Yes to both", f"Yes to all.\n{MORE}", "Yes to all"),
        (f"{MORE} Yes to both.", "Yes to both.", f"{MORE} Yes to all.", "Yes to all."),
        ("支持，没有问题", "支持，没有问题", "支持，没问题", "支持，没问题"),
    ],
)
def test_an_edited_short_quote_is_a_guess(before: str, quote: str, after: str, found: str) -> None:
    now = page((ADA, after))

    placed = find(target_on(page((ADA, before)), quote), now)

    assert (placed.state, words_at(placed, now)) == (AnchorState.GUESSED, found)


@pytest.mark.parametrize(
    ("before", "quote", "after"),
    [
        ("Yes to both", "Yes to both", "No, I changed my mind"),
        ("Support", "Support", "Oppose"),
        ("支持", "支持", "反对"),
        ("Yes to both", "both", "Yes to all"),
        (f"Yes to both.\n{MORE}", "Yes to both", MORE),
        ("One thing. Two thing.", "One thing.", "Two thing."),
    ],
)
def test_other_words_in_its_comment_are_not_a_deleted_short_quote(
    before: str, quote: str, after: str
) -> None:
    placed = find(target_on(page((ADA, before)), quote), page((ADA, after)))

    assert placed.state is AnchorState.LOST


def test_a_like_short_comment_of_somebody_else_is_not_the_one() -> None:
    target = target_on(page((ADA, "Yes to both")), "Yes to both")

    assert find(target, page((BO, "Yes to all"))).state is AnchorState.LOST


def test_a_full_stop_that_stayed_is_not_the_word_before_it() -> None:
    target = target_on(page((ADA, f"{MORE} 请看这个规则好。")), "好。")

    assert find(target, page((ADA, f"{MORE} 请看这个规则坏。"))).state is AnchorState.LOST
