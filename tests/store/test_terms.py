"""The person's own terms in a library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from talkreader.domain.glossary import Term
from talkreader.domain.incoming import Incoming, Reason, Refused, Taken
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


def test_terms_from_elsewhere_leave_the_persons_own_and_the_programs_alone(library: Library):
    library.terms.put(TEA)
    boat, ours = Term("boat", "船", "船", own=True), Term("block", "封禁", "封禁")
    incoming = Incoming((replace(TEA, simplified="茶叶"), TEA, boat, replace(ours, own=True)))

    taken = library.terms.add_all(incoming, [ours])

    assert taken == Taken(1, 2, (Refused(0, Reason.YOURS_DIFFERS, "tea"),))
    assert library.terms.all() == [boat, TEA]
    assert str(taken).splitlines()[0] == "1 new, 2 the same, 1 refused"
