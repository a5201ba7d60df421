"""An index that does not have what its rows say, as one of another version, stops nobody."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from talkreader.domain.grammar import parse_query
from talkreader.store import Library, open_library
from talkreader.store.values.folding import fold, single_characters
from tests.store.pages import Said, make_page

OIL = (Said("燈塔的燈油，燈火。", "Wren"), Said("The lamp needs oil.", "燕子", answers=0))
KEY = (Said("誰有鑰匙？ Who has the key?", "Old Oak"), Said("I do.", "Wren", answers=0))


def save(library: Library, oil: tuple[Said, ...] = OIL) -> None:
    library.pages.save(make_page(oil, title="Talk:Oil", prose="油 and 油"))


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection, connection:
        connection.create_function("single", 1, lambda text: single_characters(fold(text)))
        for statement in statements:
            connection.execute(statement)


def counts(library: Library) -> list[int]:
    return [
        library.count(parse_query(query))
        for query in ("燈", "油", "鑰匙", "oil", "key", "from:wren", "from:燕子", "site:lighthouse")
    ]


def make_older(folder: Path) -> None:
    """Let the index know each character of a text once, as earlier versions told it."""
    change(
        folder,
        "INSERT INTO singles (singles) VALUES ('delete-all')",
        "INSERT INTO singles (rowid, txt) SELECT facet.id, single(text) FROM facet"
        " JOIN item ON item.id = facet.item ORDER BY facet.id",
    )


def test_a_page_that_an_earlier_version_indexed_can_be_imported_again_and_forgotten(tmp_path):
    with open_library(tmp_path) as library:
        save(library)
    make_older(tmp_path)

    with open_library(tmp_path) as library:
        save(library, (*OIL, Said("燈。", "Wren")))
        assert library.count(parse_query("燈")) == 2
        (info,) = library.pages.all()
        library.pages.forget(info.id)
        assert library.count(parse_query("from:wren")) == 1  # the first copy


@pytest.mark.parametrize("emptied", ["words", "singles"])
def test_an_index_that_lost_its_words_is_made_anew_when_a_page_changes(tmp_path, emptied):
    more = (*OIL, Said("燈。", "Wren"))
    with open_library(tmp_path / "sound") as library:
        save(library)
        library.pages.save(make_page(KEY, title="Talk:Key"))
        save(library, more)
        expected = counts(library)
    with open_library(tmp_path / "old") as library:
        save(library)
        library.pages.save(make_page(KEY, title="Talk:Key"))
    emptying = f"INSERT INTO {emptied} ({emptied}) VALUES ('delete-all')"  # noqa: S608
    change(tmp_path / "old", emptying)

    with open_library(tmp_path / "old") as library:
        assert counts(library) != expected
        save(library, more)
        assert counts(library) == expected
        assert library.check() == []
    change(
        tmp_path / "old",
        "INSERT INTO words (words) VALUES ('integrity-check')",
        "INSERT INTO singles (singles) VALUES ('integrity-check')",
    )


def test_an_import_makes_an_index_anew_as_well(tmp_path):
    with open_library(tmp_path) as library:
        save(library)
    change(tmp_path, "INSERT INTO words (words) VALUES ('delete-all')")

    with open_library(tmp_path) as library:
        with library.pages.bulk() as bulk:
            bulk.save(make_page(KEY, title="Talk:Key"))
            bulk.save(make_page((*OIL, "More oil."), title="Talk:Oil"))

        assert [library.count(parse_query(query)) for query in ("oil", "key")] == [2, 1]
