"""What a page's comments have beside the columns of their rows comes back as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from talkreader.domain.body import Body, Span
from talkreader.domain.thread import (
    Comment,
    Evidence,
    PageWarning,
    ParsedPage,
    Prose,
    Signature,
    WarningKind,
)
from talkreader.store import Library
from talkreader.store.pages.rest import Rest, pack_rest
from tests.store.pages import Said, make_page, moment


def make_odd_page() -> ParsedPage:
    """A page on which each comment has something that few have."""
    page = make_page(
        [Said("Who lit the lamp?"), Said("燈。", "燕子", answers=0), Said("And when?", None, None)],
        prose="Some words before.",
    )
    first, second, third = page.comments
    when = moment("2021-09-15 07:01")
    cosigned = Signature("Old Oak", when, "07:01", Span(3, 9), "Oak “old”")
    comments = (
        replace(
            first, signatures=(*first.signatures, cosigned), trailing="\ud800\n", box="Closed: done"
        ),
        replace(second, level_evidence=Evidence.INFERRED, confidence=0.5, source=Span(0, 40)),
        replace(third, warnings=(PageWarning(WarningKind.UNSIGNED, "nobody"),), source=None),
    )
    return replace(page, comments=comments, prose=(replace(page.prose[0], source=Span(5, 7)),))


def plain(comments: tuple[Comment, ...]) -> list[Comment]:
    """The comments without the library's ids, and without blocks and marks."""
    return [replace(one, id=0, body=Body(one.body.text)) for one in comments]


@pytest.mark.parametrize("detail", [True, False])
def test_what_few_comments_have_comes_back_from_the_library(library: Library, detail):
    page = make_odd_page()

    info = library.pages.save(page, detail=detail)

    found = library.pages.contents(info.id)
    assert plain(found.comments) == plain(page.comments)
    assert [one.body.blocks for one in found.comments] == [
        one.body.blocks if detail else () for one in page.comments
    ]
    assert found.prose == page.prose


def test_a_comment_signed_behind_its_words_keeps_the_place_of_the_signature():
    signature = Signature("Wren", None, "20:16", Span(10, 20))
    comment = Comment(0, 0, None, 1, Evidence.MARKUP, (signature,), Body("Lamp."), Span(2, 25))

    rest = Rest(pack_rest([comment], [], [("Wren", None)], [0], detail=False))

    assert rest.comments([(7, 0, 0, None, 2, 25, "Lamp.")]) == (replace(comment, id=7),)
    assert rest.author(0) == "Wren"


def test_rows_of_another_page_are_no_silent_loss():
    prose = Prose(0, Body("Lamp."), Span(0, 5))
    rest = Rest(pack_rest([], [prose], [], [], detail=False))

    with pytest.raises(ValueError, match="longer"):
        rest.prose([])
