"""Bars of nested calls and links stay theirs, however a call is taken apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkreader.parsing.wikitext import templates as wikitext_templates
from talkreader.parsing.wikitext.templates import split

PIECES = [
    "{{",
    "}}",
    "[[",
    "]]",
    "|",
    "=",
    "a",
    "b ",
    "\n",
    "{",
    "}",
    "[",
    "]",
    ":",
    "#",
    "<",
    "1",
    "{{a|b=c}}",
    "[[a|b]]",
]


def test_a_nested_call_and_a_link_keep_their_bars() -> None:
    call = split("{{Banner|class=C|1={{Project|low=x}}[[A|b=c]]|[[D|e]] = f|last}}")
    assert call is not None
    assert call.name == "banner"
    assert call.named == {"class": "C", "1": "{{Project|low=x}}[[A|b=c]]"}
    assert call.positional == ("[[D|e]] = f", "last")


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_call_is_taken_apart_as_mwparserfromhells_tree_does(inside: str) -> None:
    text = "{{x|" + inside + "{{y}}}}"
    parts = wikitext_templates._own_bars(text[2:-2])
    if parts is None or wikitext_templates._HARD.search(text[2:-2]):
        return
    by_tree = wikitext_templates._split_by_tree(text)
    assert by_tree is None or split(text) == by_tree
