"""Which things fit a few letters, and in what order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkreader.ui.models.choices import Choice, fitting, folded


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


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=6))
def test_what_holds_the_words_is_always_found_and_nothing_twice(
    texts: list[str], words: str
) -> None:
    made = choices(*texts)

    fits = fitting(made, words)

    assert len({id(choice) for choice in fits}) == len(fits)
    wanted = folded(words.strip())
    assert all(choice in fits for choice in made if wanted in choice.folded)
