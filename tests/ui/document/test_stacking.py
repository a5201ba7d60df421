"""Cards beside a text stand at their words and never over each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkreader.ui.document.stacking import stacked

CARDS = st.lists(st.tuples(st.floats(0, 500), st.floats(1, 120)), min_size=1, max_size=12).map(
    sorted
)


def test_cards_with_room_stand_at_their_words():
    assert stacked([(0, 20), (50, 20), (90, 20)], gap=6) == [0, 50, 90]


def test_a_card_without_room_makes_way_downwards():
    assert stacked([(0, 20), (10, 20), (100, 20)], gap=6) == [0, 26, 100]


def test_the_chosen_card_stands_at_its_words_and_the_others_make_way():
    assert stacked([(0, 20), (10, 20), (15, 20)], chosen=1, gap=6) == [-16, 10, 36]


def test_the_chosen_card_pulls_none_down_that_has_room_above_it():
    assert stacked([(0, 20), (200, 20)], chosen=1, gap=6) == [0, 200]


@given(CARDS, st.integers(0, 11) | st.none())
def test_no_card_covers_another_and_the_chosen_one_is_in_line(
    cards: list[tuple[float, float]], chosen: int | None
):
    chosen = None if chosen is None else min(chosen, len(cards) - 1)
    tops = stacked(cards, chosen, 6)
    for number in range(1, len(cards)):
        assert tops[number] >= tops[number - 1] + cards[number - 1][1] + 6 - 1e-6
    if chosen is not None:
        assert tops[chosen] == cards[chosen][0]
