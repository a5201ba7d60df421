"""JSON from elsewhere is read as Python reads it, and what comes out can be kept."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from talkreader.domain.halves import whole
from talkreader.domain.jsontext import loads, value_at

TEXTS = st.text(st.characters(), max_size=8)  # with halves of surrogate pairs
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
@example("\U0001f600")
@example({"\ud83d": ["a\ude00"]})
def test_what_is_read_can_be_written_in_utf_8_and_is_else_as_it_was(value: object) -> None:
    read = loads(json.dumps(value))

    json.dumps(read, ensure_ascii=False).encode()
    as_it_was = json.dumps(value, ensure_ascii=False)
    if whole(as_it_was) == as_it_was:
        assert read == value


def test_halves_of_a_pair_are_replaced_and_whole_pairs_are_characters() -> None:
    assert loads(r'["\ud83d\ude00", "cut \ud83d", "\ude00\ud83d"]') == ["😀", "cut �", "��"]


def test_a_half_in_the_bytes_is_replaced() -> None:
    assert loads(b'"\xed\xa0\xbd"') == "\N{REPLACEMENT CHARACTER}" * 3


@pytest.mark.parametrize("text", ["9" * 5000, "[1] [2]", "", "[1", '{"a": ' + "7" * 9999 + "}"])
def test_what_is_no_value_says_so_in_one_way(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        loads(text)


def test_a_value_within_a_text_ends_where_it_ends() -> None:
    assert value_at(r'x = {"a": "\udc00"}; y = "\ud83d"', 4) == ({"a": "�"}, 19)
