"""Searches changed by a click say what they said before, narrower or wider."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from talkreader.domain.errors import QueryError
from talkreader.domain.grammar import parse_query
from talkreader.domain.query import AllOf, Filter
from talkreader.domain.typed import as_beginnings, narrowed, without, written

WORDS = st.sampled_from(
    ["lamp", "-oil", "道歉", '"the lamp"', "from:Wren", "-from:Oak", "OR", "|", "AND", "(", ")",
     "in:“Talk page”", "/la?m/", "after:2021", "-(", "bann*"]
)  # fmt: skip
SEARCHES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


def parts(text: str) -> list[tuple[str, str, bool]]:
    return [(chip.field, chip.value, chip.negated) for chip in parse_query(text).chips]


def understood(text: str) -> bool:
    try:
        parse_query(text)
    except QueryError:
        return False
    return True


@given(SEARCHES.filter(understood))
def test_any_part_can_be_taken_away_and_the_others_stay(text):
    query = parse_query(text)
    for number, chip in enumerate(query.chips):
        left = parts(text)
        del left[number]

        assert parts(without(text, lambda other, gone=chip: other == gone)) == left


@given(SEARCHES.filter(understood), st.text(min_size=1, max_size=12))
def test_a_narrowed_search_asks_for_all_it_asked_before_and_more(text, name):
    if not name.strip() or "*" in name:
        return
    root = parse_query(narrowed(text, "site", name)).root

    last = root.nodes[-1] if isinstance(root, AllOf) else root
    assert isinstance(last, Filter)
    before = parse_query(text).root
    if isinstance(root, AllOf):
        kept = root.nodes[:-1]
        assert before == (kept[0] if len(kept) == 1 else AllOf(kept))


@given(SEARCHES.filter(understood))
def test_what_is_left_means_what_it_meant(text):
    root = parse_query(text).root

    again = without(f"from:Nobody ({text})", lambda chip: chip.value == "Nobody")

    assert parse_query(again).root == root


@example("= 0")  # a space behind the sign of an exact title means nothing
@given(st.text(st.characters(exclude_characters='"“”\r\n'), min_size=1, max_size=20))
def test_a_written_value_is_read_as_it_was(value):
    value = re.sub(r"^[=\s]+", lambda signs: "".join(signs[0].split()), value.strip())
    if not value.strip("="):
        return
    (chip,) = parse_query(f"from:{written(value)}").chips

    if not {"「", "」", "『", "』"} & set(value):
        assert chip.value.strip() == value.strip()


@pytest.mark.parametrize(
    ("text", "field", "value", "expected"),
    [
        ("lamp", "from", "Old Oak", 'lamp from:"Old Oak"'),
        ("", "from", "燕子", "from:燕子"),
        ("lamp from:Wren", "from", "燕子", "lamp from:燕子"),
        ("lamp -from:Wren", "from", "燕子", "lamp -from:Wren from:燕子"),
        ("lamp OR oil", "lang", "zh", "(lamp OR oil) lang:zh"),
        ("lamp", "in", "=Talk:Lamp", "lamp in:=Talk:Lamp"),
        ("lamp", "in", "=Talk:The lamp", 'lamp in:="Talk:The lamp"'),
        ("lamp", "from", 'Ann "the" Oak', 'lamp from:「Ann "the" Oak」'),
    ],
)
def test_a_click_narrows_by_one_value_of_a_field(text, field, value, expected):
    assert narrowed(text, field, value) == expected
    assert understood(expected)


def test_a_year_takes_the_place_of_other_dates():
    assert narrowed("lamp after:2019-05", "after", "2021", "before", "2022") == (
        "lamp after:2021 before:2022"
    )


def test_what_is_no_search_cannot_be_narrowed():
    with pytest.raises(QueryError):
        narrowed("(lamp", "from", "Wren")


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ('"lamp oil ', '"lamp oil" from:Wren'),
        ("a OR “lamp", "(a OR “lamp”) from:Wren"),
        ('lamp from:"Ada L', "lamp from:Wren"),
        ("「灯塔", "「灯塔」 from:Wren"),
    ],
)
def test_a_quotation_mark_that_is_open_is_closed_before_more_is_added(text, more):
    assert narrowed(text, "from", "Wren") == more
    assert parse_query(more).hints == ()


@pytest.mark.parametrize(
    ("typed", "longer"),
    [
        ("apolog", "apolog*"),
        ("apolog -trans from:Ana lamp* sorr", "apolog* -trans from:Ana lamp* sorr*"),
        ('"the lamp" (apolog OR sorr)', '"the lamp" (apolog* OR sorr*)'),
        ("道歉 извин", "道歉 извин*"),
    ],
)
def test_words_are_taken_as_the_beginnings_of_longer_ones(typed: str, longer: str) -> None:
    assert as_beginnings(typed) == longer


@pytest.mark.parametrize("typed", ["道歉", "an", "lamp*", '"the lamp"', "2021", "from:Ana", "C++"])
def test_what_begins_no_longer_word_stays_as_it_is(typed: str) -> None:
    assert as_beginnings(typed) == typed


@given(SEARCHES.filter(understood))
def test_a_search_for_beginnings_is_understood_and_has_as_many_parts(text):
    longer = parts(as_beginnings(text))

    assert [(field, value.rstrip("*"), no) for field, value, no in longer] == [
        (field, value.rstrip("*"), no) for field, value, no in parts(text)
    ]
