"""Which things fit a few letters, and in what order."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from talkreader.ui.models.choices import Choice, Lot, fitting, folded


def choices(*texts: str) -> list[Choice]:
    return [Choice("Page", text, lambda: None, folded=folded(text)) for text in texts]


def found(words: str, *texts: str) -> list[str]:
    return [choice.text for choice in fitting(choices(*texts), words)]


def test_nothing_typed_leaves_all_as_it_stands() -> None:
    assert found("", "b", "a") == ["b", "a"]


def test_what_begins_so_comes_first_and_then_words_that_begin_so() -> None:
    texts = ("unbanned", "The ban", "ban appeal", "Ban", "other")

    assert found("ban", *texts) == ["Ban", "ban appeal", "The ban", "unbanned"]


def test_both_chinese_scripts_and_accents_are_one() -> None:
    assert found("声明", "後續聲明", "封禁") == ["後續聲明"]
    assert found("cafe", "Café talk", "封禁") == ["Café talk"]


def test_words_in_any_order_are_found() -> None:
    assert found("fund light", "Lighthouse Fund", "Fund") == ["Lighthouse Fund"]


def test_a_slip_of_the_finger_is_forgiven() -> None:
    assert found("lighthuose", "Ferry", "Lighthouse Fund") == ["Lighthouse Fund"]
    assert found("lighthuose", "Li") == []


def test_of_a_lot_only_what_is_shown_is_made_and_ranked_with_the_others() -> None:
    names = [f"talk page {number}" for number in range(5_000)] + ["ban appeal", "the bandstand"]
    made: list[int] = []

    def make(places: Sequence[int]) -> dict[int, Choice]:
        made.extend(places)
        return {n: Choice("Page", names[n].title(), lambda: None) for n in places if n != 4_999}

    lot = Lot([folded(name) for name in names], make)

    fits = fitting(choices("Ban", "urban"), "ban", lot)
    assert [choice.text for choice in fits] == ["Ban", "Ban Appeal", "The Bandstand", "urban"]
    assert sorted(made) == [5_000, 5_001]

    made.clear()
    assert [choice.text for choice in fitting([], "page talk 4999", lot)] == []  # it has gone
    made.clear()
    assert len(fitting(choices("Ban"), "", lot, most=60)) == len(made) + 1 == 60


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=6))
def test_what_holds_the_words_is_always_found_and_nothing_twice(
    texts: list[str], words: str
) -> None:
    made = choices(*texts)

    fits = fitting(made, words)

    assert len({id(choice) for choice in fits}) == len(fits)
    wanted = folded(words.strip())
    assert all(choice in fits for choice in made if wanted in choice.folded)
