"""A page's text can be kept without the words that its rows have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.body import Body, Span
from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import Prose
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.store.values.gaps import put_back, take_out
from tests.store.pages import Said, make_page

TEXT = "== Lamp ==\nWho lit it? Wren 20:16\n燈。 Oak 20:17\n"

# short texts of few letters, so that words stand in them again and again, and the marks themselves
TEXTS = st.text(alphabet="ab \x00\x01燈", max_size=30)
PIECES = st.lists(st.tuples(st.integers(0, 30), st.text(alphabet="ab 燈", max_size=4)), max_size=6)


def rows(pieces: list[tuple[int, str]]) -> list[Prose]:
    return [Prose(0, Body(words), Span(start, start)) for start, words in pieces]


def test_words_of_rows_are_left_out():
    left = take_out(TEXT, [(11, "Who lit it?"), (34, "燈。")])

    assert left is not None
    assert "lit" not in left
    assert "燈" not in left
    assert "Wren 20:16" in left


def test_words_that_do_not_stand_there_are_not_taken_out():
    pieces = [(11, "Who lit the lamp?"), (34, "燈。")]

    left = take_out(TEXT, pieces)

    assert left is not None
    assert "Who lit it?" in left
    assert put_back(left, (), rows(pieces)) == TEXT


@pytest.mark.parametrize("mark", ["\x00", "\x01"])
def test_a_text_with_the_marks_in_it_is_kept_whole(mark):
    assert take_out(f"words{mark}", [(0, "words")]) is None


@given(TEXTS, PIECES)
def test_the_text_is_the_same_again(text, pieces):
    left = take_out(text, pieces)

    assert left is None or put_back(left, (), rows(pieces)) == text


def test_pieces_of_another_page_are_no_silent_loss():
    left = take_out(TEXT, [(11, "Who lit it?")])

    assert left is not None
    with pytest.raises(ValueError, match="size"):
        put_back(left, (), ())


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize("words", ["Who lit the lamp?", "Zero \x00 byte", "* list\n* of two", ""])
def test_a_library_gives_a_text_as_it_was(library: Library, detail, words):
    page = make_page([Said(words), Said("I did.", "燕子", answers=0)], prose="Some words before.")

    info = library.pages.save(page, detail=detail)

    assert library.pages.contents(info.id).text == page.text


def test_a_library_gives_the_text_of_wikitext_as_it_was(library: Library):
    source = (
        "== Lamp ==\nSaid before.\n: 'Who' lit it? [[User:Wren]] 20:16, 4 May 2020 (UTC)\n"
        "::I did.\n::* Twice! [[User:Oak|Old Oak]] 20:17, 4 May 2020 (UTC)\nand after\n"
    )
    page = parse(RawPage(Form.WIKITEXT, source, "Talk:Lamp", "examplewiki"))
    assert len(page.comments) == 2

    info = library.pages.save(page)

    assert library.pages.contents(info.id).text == page.text
