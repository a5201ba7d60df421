"""Describing a place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.anchoring import anchor_page, describe, make_target
from talkreader.domain.body import Body, Span
from talkreader.domain.page import PageKey
from talkreader.domain.thread import Comment, Evidence, Section, Signature

from .build import KEY, page


def test_a_quote_has_32_characters_of_context_on_each_side():
    text = "a" * 40 + "QUOTE" + "b" * 40

    assert describe(text, 40, 45) == ("QUOTE", "a" * 32, "b" * 32)


def test_context_ends_at_the_edge_of_the_text():
    assert describe("a QUOTE b", 2, 7) == ("QUOTE", "a ", " b")


def test_words_that_stand_twice_have_as_much_context_as_tells_them_apart():
    row = "the cell of a table that is like the others"
    text = f"First {row} and {row} and {row} and {row}, and so on"
    second = text.index("table", text.index("table") + 1)
    quote, prefix, suffix = describe(text, second, second + 5)

    assert quote == "table"
    assert text.count(prefix + quote + suffix) == 1
    assert len(prefix) == 64


def test_words_that_stand_everywhere_have_no_more_context_than_that():
    text = "tea " * 500
    _quote, prefix, suffix = describe(text, 1000, 1003)

    assert (len(prefix), len(suffix)) == (256, 256)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 6)])
def test_a_range_outside_the_text_is_refused(start: int, end: int):
    with pytest.raises(ValueError, match="is not in a text of 5"):
        describe("green", start, end)


@given(st.text(), st.data())
def test_context_and_quote_are_a_piece_of_the_text(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    exact, prefix, suffix = describe(text, start, end)
    assert text[start - len(prefix) : end + len(suffix)] == prefix + exact + suffix


def test_a_target_names_its_comment():
    where = page(("c-Ada-20200301090500", "green leaf"), ("c-Ada-20200301090500", "white leaf"))

    target = make_target(KEY, where.comments[1], 0, 5)
    assert (target.comment, target.occurrence) == ("c-Ada-20200301090500", 1)
    assert (target.site, target.title, target.section) == ("teawiki", "Talk:Tea", "Leaves")
    assert (target.start, target.end, target.exact, target.suffix) == (0, 5, "white", " leaf")


def test_the_target_of_a_whole_comment_keeps_its_first_words():
    where = page(("c-Ada-20200301090500", "green leaf"))

    target = make_target(KEY, where.comments[0], 4, 4)
    assert (target.start, target.end, target.exact, target.suffix) == (0, 0, "", "green leaf")


def test_a_page_counts_comments_of_one_name_and_knows_their_headings():
    moment = datetime(2020, 3, 1, 9, 5, tzinfo=UTC)

    def said(index: int, section: int, author: str | None) -> Comment:
        signature = Signature(author, moment, "", Span(index, index))
        return Comment(
            index, section, None, 1, Evidence.MARKUP, (signature,), Body("x"), Span(index, index)
        )

    sections = [Section(0, None, 0, None, Span(0, 0)), Section(1, "Leaves", 2, None, Span(1, 1))]
    where = anchor_page(
        PageKey("w", "T"), sections, [said(0, 0, "Ada"), said(1, 1, None), said(2, 1, "Ada")]
    )

    assert [c.occurrence for c in where.comments] == [0, 0, 1]
    assert [c.section for c in where.comments] == ["", "Leaves", "Leaves"]
    assert [c.author for c in where.comments] == ["Ada", None, "Ada"]
    assert where.sections == ("Leaves",)
