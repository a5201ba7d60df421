"""Whose a signature's label is, as a library's pages tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from talkreader.store import Library, open_library
from talkreader.store.pages.labels import _SHOWN_BY, _WHO
from tests.store.pages import Said, make_page


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def save(library: Library, *said: Said, title: str = "Talk:Lighthouse") -> None:
    with library.pages.bulk() as writer:
        writer.save(make_page(said, title=title), detail=True)


def test_a_label_is_the_user_who_shows_it(library: Library) -> None:
    save(library, Said("Out.", "Ada Byron", display="點燈人"))

    known = library.known_labels()

    assert known["點燈人"] == known["点灯人"] == "Ada Byron"
    assert "燈" not in known
    assert known.get("", "nobody") == "nobody"


def test_a_user_name_is_found_as_it_is_written(library: Library) -> None:
    save(library, Said("Out.", "Ada Byron"))

    assert library.known_labels()["ada byron"] == "Ada Byron"


def test_a_label_of_several_people_is_nobodys(library: Library) -> None:
    save(library, Said("Out.", "Ada", display="Admin"), Said("Yes.", "Bo", display="admin"))

    assert "Admin" not in library.known_labels()


@pytest.mark.parametrize(("own", "user"), [(1, "Ada Byron"), (3, "Lamp")])
def test_a_label_that_is_a_user_too_is_theirs_who_signed_with_it_more_often(
    library: Library, own: int, user: str
) -> None:
    save(library, *[Said("Out.", "Ada Byron", display="Lamp")] * 2, *[Said("No.", "Lamp")] * own)

    assert library.known_labels()["lamp"] == user


def test_labels_can_be_listed(library: Library) -> None:
    save(library, Said("Out.", "Ada Byron", display="The Lamp"), Said("Yes.", "Bo"))

    known = library.known_labels()

    assert dict(known) == {"the lamp": "Ada Byron"}
    assert len(known) == 1


@pytest.mark.parametrize("question", [_WHO, _SHOWN_BY])
def test_a_label_is_looked_up_in_an_index(library: Library, question: str) -> None:
    save(library, Said("Out.", "Ada Byron", display="The Lamp"))

    with closing(sqlite3.connect(library.folder / "archive.sqlite")) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {question}", {"label": "x"}).fetchall()

    steps = [str(row[3]) for row in plan if "person" in str(row[3])]
    assert steps
    assert all(step.startswith("SEARCH") for step in steps)
