"""Copies of one page that a person says are two: each is there, in the list and in the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader import ingest
from talkreader.archives import Hints
from talkreader.domain.grammar import parse_query
from talkreader.domain.page import PageInfo
from talkreader.store import Library, open_library

FERRY = "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
ANSWER = ":The ferry is late on Sundays. [[User:Bo]] 11:00, 1 May 2025 (UTC)\n"
NAMED = Hints("Talk:Ferry", "harbour", "en")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def stored(library: Library, file: Path, text: str, hints: Hints = NAMED) -> PageInfo:
    file.write_text(text, "utf-8")
    return ingest.import_path(file, library, hints=hints).pages[0]


def seen(library: Library) -> list[tuple[str, str, int]]:
    """The pages in the list, each with how many of its comments a search finds."""
    return [
        (info.site, info.title, library.count(parse_query(f"ferry in:{info.title}")))
        for info in library.pages.all()
    ]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_copy_that_gets_another_title_leaves_a_page_behind_and_is_one(
    library: Library, tmp_path: Path, place: int
) -> None:
    texts = [FERRY, FERRY + ANSWER, FERRY + ANSWER + ANSWER.replace("Bo", "Cem")]
    copies = [stored(library, tmp_path / f"{n}.wiki", text) for n, text in enumerate(texts)]
    assert seen(library) == [("harbour", "Talk:Ferry", 3)]

    ingest.describe_page(library, copies[place].id, Hints("Talk:Crane", "harbour", "en"))

    left = 2 if place == 2 else 3
    assert seen(library) == [
        ("harbour", "Talk:Crane", place + 1),
        ("harbour", "Talk:Ferry", left),
    ]
    assert library.check() == []


def test_pages_that_were_joined_are_parted_by_taking_the_wiki_away_again(
    library: Library, tmp_path: Path
) -> None:
    unnamed = stored(library, tmp_path / "a.wiki", FERRY, Hints("Talk:Ferry"))
    named = stored(library, tmp_path / "b.wiki", FERRY + ANSWER)
    ingest.join_copies(library, unnamed.id, named.id)
    assert seen(library) == [("harbour", "Talk:Ferry", 2)]

    ingest.describe_page(library, unnamed.id, Hints("Talk:Ferry"))

    assert [info.id for info in library.pages.all()] == [unnamed.id, named.id]
    assert [info.site for info in library.pages.all()] == ["", "harbour"]
    assert library.count(parse_query("ferry")) == 3


def test_a_copy_that_turns_out_to_be_a_page_that_is_there_leaves_the_older_one(
    library: Library, tmp_path: Path
) -> None:
    stored(library, tmp_path / "a.wiki", FERRY)
    newer = stored(library, tmp_path / "b.wiki", FERRY + ANSWER)
    there = stored(library, tmp_path / "c.wiki", FERRY + ANSWER, Hints("Talk:Crane", "harbour"))

    now = ingest.describe_page(library, newer.id, Hints("Talk:Crane", "harbour", "en"))

    assert now.id == there.id
    assert seen(library) == [("harbour", "Talk:Crane", 2), ("harbour", "Talk:Ferry", 1)]
