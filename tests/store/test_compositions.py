"""Queries put together find what their parts find, put together in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.domain.page import PageKey
from talkreader.domain.query import Order
from talkreader.store import Library, open_library
from tests.store.pages import Said, make_closed, make_page

SAID = (
    Said("We say 道歉 to all, and to WMF基金会.", "Wren", "2021-09-14 20:16"),
    Said("他被封禁了，基金沒有道歉。", "燕子", "2022-01-02 03:04", answers=0),
    Said("The keeper's CAFÉ was banned in 3月份", "Old Oak", "2022-06-01 10:00", display="🌳 oak"),
    Said("No lamp, no oil", None, None, display="anon"),
)
COAST = (
    Said("Oil for the lamp", "Finch", "2022-07-01 10:00"),
    Said("no cafe", "Wren", "2022-07-02 10:00"),
)
PARTS = (
    "道歉", "金", "cafe", "caf*", "lamp", '"no oil"', "from:wren", "from:Finch", "from:old*", "，",
    "reply-to:Wren", "after:2022", "before:2022", "in:lighthouse", "site:examplewiki", "ns:4",
    "lang:zh", "/ban+ed/", "from:nobody", "说明",
)  # fmt: skip


@pytest.fixture(scope="module", params=["open", "closed"])
def library(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Library]:
    """Two pages; on one of them somebody has corrected who wrote a comment."""
    folder: Path = tmp_path_factory.mktemp("library")
    if request.param == "closed":
        make_closed(folder)
    with open_library(folder) as opened:
        opened.pages.save(make_page(SAID, prose="一些說明 about ships"))
        opened.pages.save(make_page(COAST, title="Talk:Coast"))
        opened.corrections.add(
            PageKey("examplewiki", "Talk:Lighthouse"),
            "author",
            {"comment": "c-Old_Oak-20220601100000", "occurrence": 0, "author": "Finch"},
        )
        yield opened


def found(library: Library, text: str, order: Order = Order.NEWEST) -> frozenset[int]:
    query = parse_query(text, order=order)
    hits = library.search(query)
    assert library.count(query) == len(hits)
    return frozenset(hit.id for hit in hits)


leaves = st.sampled_from(PARTS)
compositions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(lambda part: ("not", part)),
        st.tuples(st.sampled_from(("and", "or")), inner, inner),
    ),
    max_leaves=5,
)


def written(part: object) -> str:
    match part:
        case ("not", inner):
            return f"-({written(inner)})"
        case (kind, left, right):
            return f"({written(left)}) {'OR' if kind == 'or' else ''} ({written(right)})"
    return str(part)


def meant(library: Library, part: object) -> frozenset[int]:
    match part:
        case ("not", inner):
            return found(library, "") - meant(library, inner)
        case ("and", left, right):
            return meant(library, left) & meant(library, right)
        case ("or", left, right):
            return meant(library, left) | meant(library, right)
    return found(library, str(part))


@pytest.mark.parametrize("kind", ["and", "or"])
def test_any_two_parts_together_find_what_they_say(library: Library, kind: str) -> None:
    alone = {part: found(library, part) for part in PARTS}
    for left, right in product(PARTS, repeat=2):
        one, other = alone[left], alone[right]
        together = one & other if kind == "and" else one | other
        assert found(library, written((kind, left, right))) == together


@given(compositions, st.sampled_from(Order))
def test_a_composition_finds_what_its_parts_say(
    library: Library, part: object, order: Order
) -> None:
    assert found(library, written(part), order) == meant(library, part)


def test_every_part_finds_something_or_nothing_as_it_should(library: Library) -> None:
    empty = {part for part in PARTS if not found(library, part)}

    assert empty == {"ns:4", "from:nobody", "from:old*"}  # corrected
