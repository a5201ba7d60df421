"""Records are what the standard library's dataclasses are, but for what is said in their module."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import asdict, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """A record with everything that the house uses."""

    author: str
    level: int = 0
    words: tuple[str, ...] = ()
    seen: bool = field(default=False, compare=False)
    marks: list[str] = field(default_factory=list, repr=False, compare=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Pattern:
    """The same, by the standard library."""

    author: str
    level: int = 0
    words: tuple[str, ...] = ()
    seen: bool = field(default=False, compare=False)
    marks: list[str] = field(default_factory=list, repr=False, compare=False)


@dataclass(slots=True)
class Counter:
    """A record that changes."""

    number: int = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A record that may hold itself, with a word of its own for itself."""

    inside: list[Any]

    def __hash__(self) -> int:
        return 7


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """A record with an order."""

    number: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """A record without fields."""


VALUES = st.tuples(
    st.sampled_from("ab"), st.integers(0, 1), st.sampled_from([(), ("x",)]), st.booleans()
)


@given(VALUES, VALUES)
def test_records_are_equal_when_dataclasses_are(one: Any, other: Any) -> None:
    assert (Reply(*one) == Reply(*other)) == (Pattern(*one) == Pattern(*other))
    assert (hash(Reply(*one)) == hash(Reply(*other))) == (
        hash(Pattern(*one)) == hash(Pattern(*other))
    )
    assert repr(Reply(*one)) == repr(Pattern(*one)).replace("Pattern", "Reply")


def test_a_record_equals_no_record_of_another_class() -> None:
    assert Reply("a") != Pattern("a")
    assert Nothing() == Nothing()
    assert Counter(1) != Rank(1)


def test_the_standard_functions_work_on_records() -> None:
    reply = Reply("a", marks=["x"])

    assert replace(reply, level=2) == Reply("a", 2)
    assert [one.name for one in fields(reply)] == ["author", "level", "words", "seen", "marks"]
    assert asdict(reply) == asdict(Pattern("a", marks=["x"]))
    assert Reply("a").marks is not Reply("a").marks


def test_records_survive_a_pickle_and_a_copy() -> None:
    reply = Reply("a", 3, ("x",), seen=True, marks=["m"])

    loaded = pickle.loads(pickle.dumps(reply))  # noqa: S301 - our own, a line above
    for again in (loaded, copy.deepcopy(reply)):
        assert asdict(again) == asdict(reply)


def test_records_have_slots_and_no_room_for_more() -> None:
    with pytest.raises(AttributeError):
        setattr(Reply("a"), "nonsense", 1)  # noqa: B010
    assert not hasattr(Reply("a"), "__dict__")


def test_a_record_that_changes_has_no_hash() -> None:
    counter = Counter()
    counter.number = 4

    assert counter == Counter(4)
    with pytest.raises(TypeError):
        hash(counter)


def test_methods_of_the_class_are_kept_and_a_record_in_itself_is_shown() -> None:
    node = Node([])
    node.inside.append(node)

    assert hash(node) == 7
    assert repr(node) == "Node(inside=[...])"


def test_records_with_an_order_are_sorted() -> None:
    assert sorted([Rank(2), Rank(1)]) == [Rank(1), Rank(2)]
