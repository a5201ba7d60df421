"""A search may be as long as the grammar lets it be, and a phrase as long as a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from talkreader.domain.grammar import MOST_DEEP, MOST_PARTS, parse_query
from talkreader.store import open_library
from tests.store.pages import make_page


def long_text(words: int) -> str:
    return " ".join(f"lamp{number}" for number in range(words))


@pytest.mark.parametrize(
    "text",
    [long_text(3000), "，".join(["灯塔", "基金", "会"] * 1500), "灯塔基金" * 3000],
    ids=["words", "parted", "chinese"],
)
def test_a_phrase_as_long_as_a_text_finds_that_text_alone(tmp_path: Path, text: str) -> None:
    with open_library(tmp_path / "library") as library:
        library.pages.save(make_page([text, text[:-9] + "x", text[: len(text) // 2]]))

        hits = library.search(parse_query(f'"{text}"'))

    assert [hit.index for hit in hits] == [0]


@pytest.mark.parametrize("sign", [" ", " OR ", " -"])
@pytest.mark.parametrize("part", ["lamp{}", "灯 lamp{}", "from:Wren{}", "塔", "(灯 OR lamp{})"])
def test_the_longest_search_is_done(tmp_path: Path, sign: str, part: str) -> None:
    count = MOST_PARTS // len(parse_query(part.format("")).chips)
    query = parse_query(sign.join(part.format(number) for number in range(count)))

    with open_library(tmp_path / "library") as library:
        library.pages.save(make_page(["lamp0 灯塔", "oil"]))

        assert library.count(query) == len(library.search(query))


@pytest.mark.parametrize("part", ["-({} 灯)", "(灯 OR -({} b))", "({})"])
def test_the_deepest_search_is_done(tmp_path: Path, part: str) -> None:
    depth = MOST_DEEP // part.count("(")
    text = "lamp"
    for _ in range(depth):
        text = part.format(text)

    with open_library(tmp_path / "library") as library:
        library.pages.save(make_page(["lamp 灯塔", "oil"]))
        query = parse_query(text)

        assert library.count(query) == len(library.search(query))
