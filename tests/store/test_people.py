"""People are found by their user name and by every name that they show, in any library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from talkreader.domain.grammar import parse_query
from talkreader.store import Library, open_library
from tests.store.pages import Said, make_page

SAID = [
    Said("one", "Wren"),
    Said("two", "Wren", display="The Bird"),
    Said("three", "wren", display="Wren", answers=1),
    Said("four", None, display="Wren", answers=0),
    Said("five", "Tern", display="Wren", answers=2),
    Said("six", "Tern", answers=3),
    Said("seven", "Tern", display="The Bird", answers=4),
    Said("eight", None, display="The Bird", answers=6),
    Said("nine", "Wrench", display="A tool", answers=1),
    *(Said(f"more {n}", "Wren", display=f"Wren the {n}th") for n in range(40)),
    Said("ten", "~2025-12345-6"),
]
FOUND = {
    "from:Wren": {0, 1, 2, 3, 4, *range(9, 49)},
    'from:"The Bird"': {1, 6, 7},
    "from:Tern": {4, 5, 6},
    "from:Wre*": {0, 1, 2, 3, 4, 8, *range(9, 49)},
    "from:The*": {1, 6, 7},
    'from:"Wren the 7th"': {16},
    "from:nobody": set(),
    "from:~2025-12345-6": {49},
    "from:2025-12345-6": {49},  # as it is read out, and was shown
    "reply-to:Wren": {2, 3, 4, 5, 6, 8},
    'reply-to:"The Bird"': {2, 7, 8},
    "reply-to:Tern": {6, 7},
    "reply-to:Wren*": {2, 3, 4, 5, 6, 8},
    "-from:Wren": {5, 6, 7, 8, 49},
    "from:Wren one": {0},
}


def _filled(folder: Path) -> Path:
    with open_library(folder) as library:
        library.pages.save(make_page(SAID))
    return folder


def _found(library: Library, words: str) -> set[int | None]:
    hits = library.search(parse_query(words, limit=100))
    return {hit.index for hit in hits if hit.kind == "comment"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _filled(tmp_path)


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A library whose index has a token for each row of a person."""
    open_library(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as connection, connection:
        connection.execute("DELETE FROM setting WHERE name = 'people'")
    return _filled(tmp_path)


@pytest.mark.parametrize("words", FOUND)
def test_a_name_finds_what_its_people_said_and_what_answers_them(folder, words):
    with open_library(folder) as library:
        assert _found(library, words) == FOUND[words]


@pytest.mark.parametrize("words", FOUND)
def test_an_index_of_an_earlier_form_finds_the_same(earlier, words):
    with open_library(earlier) as library:
        assert _found(library, words) == FOUND[words]


def test_somebody_of_forty_shown_names_is_one_token_of_the_index(folder):
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', row)")
        of_wren = connection.execute(
            "SELECT doc FROM temp.terms WHERE term GLOB '¦u*' ORDER BY doc DESC"
        ).fetchone()
    assert of_wren == (43,)


def test_a_page_with_shown_names_can_be_forgotten_and_leaves_nothing(folder):
    with open_library(folder) as library:
        library.pages.forget(library.pages.all()[0].id)
        assert _found(library, "from:Wren") == set()
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'words', row)")
        assert connection.execute("SELECT * FROM temp.terms").fetchall() == []
