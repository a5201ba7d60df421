"""The person's own terms in a library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader.domain.glossary import Term
from talkreader.store import Library, open_library

TEA = Term("tea", "茶", "茶", own=True)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def test_a_term_replaces_the_one_of_the_same_word_and_comes_back_by_undo(library: Library):
    better = Term("tea", "茶叶", "茶葉", "leaves", own=True)
    library.terms.put(TEA)
    library.terms.put(better)

    assert library.terms.all() == [better]
    library.notes.undo()
    assert library.terms.all() == [TEA]


def test_a_deleted_term_comes_back_by_undo(library: Library):
    library.terms.put(TEA)
    library.terms.delete("tea")

    assert library.terms.all() == []
    library.notes.undo()
    assert library.terms.all() == [TEA]


def test_a_term_that_is_not_there_cannot_be_deleted(library: Library):
    with pytest.raises(KeyError):
        library.terms.delete("tea")
