"""Searches, numbers and pictures follow comments that a person split or joined.

The measure is a second library, into which the page went as it is after the corrections.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from talkreader.domain.grammar import parse_query
from talkreader.domain.page import PageKey
from talkreader.domain.query import Order, Query
from talkreader.domain.replaying import apply_corrections
from talkreader.domain.thread import ParsedPage, Signature
from talkreader.store import Library, open_library
from tests.store.pages import Said, make_note, make_page

KEY = PageKey("examplewiki", "Talk:Lighthouse")
PAGE = (
    Said("Who lit the lamp?", "Wren", "2021-09-14 20:16"),
    Said("I lit the lamp. No, the 燈塔 keeper did.", "Finch", "2021-09-15 08:00", answers=0),
    Said("The lamp is out", "Wren", "2021-10-01 09:00", answers=1),
    Said("Buy oil", "Old Oak", "2022-01-01 10:00", answers=2, display="Oaky"),
    Said("for the lamp", "Wren", "2022-01-01 10:05", answers=3),
    Said("Done with oil", "Finch", "2022-01-02 10:05", answers=4),
)
WREN, FINCH, OUT = "c-Wren-20210914201600", "c-Finch-20210915080000", "c-Wren-20211001090000"
FOR, DONE = "c-Wren-20220101100500", "c-Finch-20220102100500"
QUERIES = (
    "lamp", "oil", '"lamp. no"', '"oil for"', "灯塔", "keeper", "did*", "-lamp", "/l.t the/",
    "from:Wren", "from:Finch", "from:Keeper", "from:keep*", "from:Oaky", "from:Nobody",
    "reply-to:Wren", "reply-to:Keeper", 'reply-to:"Old Oak"', "lamp -from:Wren", "in:lamp",
    "in:elsewhere", "site:examplewiki", "ns:1", "ns:Talk", "ns:2", "lang:zh", "lang:en",
    "after:2021-10", "before:2022", "oil OR keeper", "from:Keeper lit",
)  # fmt: skip


def correct(library: Library, kind: str, comment: str, **data: Any) -> str:
    about = {"comment": comment, "occurrence": 0, **data}
    return library.corrections.add(KEY, kind, about).id


def split_and_join(library: Library) -> None:
    text = PAGE[1].text
    at = text.index("No,")
    piece = correct(library, "split", FINCH, at=at, quote=text[at : at + 32], author="Keeper")
    correct(library, "merge", FOR)
    correct(library, "parent", OUT, parent="", parent_split=piece)
    correct(library, "author", DONE, author="Keeper")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "corrected") as opened:
        opened.pages.save(make_page(["The lamp of another page"], title="Talk:Else"))
        opened.pages.save(make_page(PAGE))
        split_and_join(opened)
        yield opened


@pytest.fixture
def as_if(tmp_path: Path, library: Library) -> Iterator[Library]:
    """A library whose copy says by itself what the corrections say."""
    now = apply_corrections(make_page(PAGE), library.corrections.for_page(KEY)).page
    with open_library(tmp_path / "as-if") as opened:
        opened.pages.save(make_page(["The lamp of another page"], title="Talk:Else"))
        opened.pages.save(_said_so(now))
        yield opened


def _said_so(page: ParsedPage) -> ParsedPage:
    comments = []
    for comment in page.comments:
        signed = comment.signatures[0]
        if comment.corrected_author is not None:
            signed = Signature(comment.author, signed.timestamp, signed.raw, signed.span)
        comments.append(replace(comment, signatures=(signed,), corrected_author=None, id=0))
    return replace(page, comments=tuple(comments))


def found(library: Library, text: str, **more: Any) -> list[tuple[str | None, str]]:
    hits = library.search(parse_query(text, **more))
    return [(hit.author, hit.snippet) for hit in hits]


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.PAGE])
def test_a_search_finds_what_it_would_if_the_copy_said_so(
    library: Library, as_if: Library, text: str, order: Order
) -> None:
    expected = found(as_if, text, order=order)
    ways = [found(library, text, order=order)]
    page = library.pages.versions(KEY)[0].id
    here = [
        (hit.author, hit.snippet)
        for hit in as_if.search(parse_query(text, order=order))
        if hit.title == KEY.title
    ]

    assert [sorted(way, key=str) for way in ways] == [sorted(expected, key=str)]
    assert sorted(found(library, text, order=order, page=page), key=str) == sorted(here, key=str)
    assert library.count(parse_query(text)) == as_if.count(parse_query(text))
    if order is Order.PAGE:
        assert ways == [expected]


@pytest.mark.parametrize("order", list(Order))
def test_hits_asked_for_bit_by_bit_are_those_asked_for_at_once(
    library: Library, order: Order
) -> None:
    query = parse_query("lamp OR oil OR keeper", order=order)
    whole = library.search(query)
    for size in (1, 2, 3):
        bits = [
            hit
            for start in range(0, len(whole) + 1, size)
            for hit in library.search(replace(query, limit=size, offset=start))
        ]
        assert bits == whole
    assert len(whole) == 9


@pytest.mark.parametrize("text", QUERIES)
def test_facets_and_the_parents_of_hits_are_those_of_the_corrected_page(
    library: Library, as_if: Library, text: str
) -> None:
    query = parse_query(text)
    one, other = library.facets(query), as_if.facets(query)

    assert sorted(one.authors) == sorted(other.authors)
    assert sorted(one.years) == sorted(other.years)
    assert (sorted(one.pages), sorted(one.languages)) == (
        sorted(other.pages),
        sorted(other.languages),
    )
    assert one.counted == other.counted
    assert _answered(library, query) == _answered(as_if, query)


def _answered(library: Library, query: Query) -> list[tuple[str, object]]:
    hits = library.search(query)
    above = library.answered(hits)
    return sorted(((hit.snippet, above.get(hit.id)) for hit in hits), key=str)


@pytest.mark.parametrize("name", ["Wren", "Finch", "Keeper", "Old Oak"])
@pytest.mark.parametrize("words", ["", "lamp"])
def test_a_profile_is_that_of_the_corrected_page(
    library: Library, as_if: Library, name: str, words: str
) -> None:
    root = parse_query(words).root if words else None
    one, other = library.profile(name, root), as_if.profile(name, root)

    for what in ("total", "found", "first", "last", "undated", "months", "page_count"):
        assert getattr(one, what) == getattr(other, what), what
    for what in ("answers", "answered_by"):
        assert sorted(getattr(one, what)) == sorted(getattr(other, what)), what


@pytest.mark.parametrize("text", ["", "lamp", "from:Keeper"])
def test_pictures_of_the_library_and_of_a_search_are_of_the_corrected_page(
    library: Library, as_if: Library, text: str
) -> None:
    query = parse_query(text) if text else None

    said = library.said(query, lambda: None)

    assert said == as_if.said(query, lambda: None)
    assert len(said) > 1


def test_hits_say_where_their_words_stand_now(library: Library) -> None:
    hits = library.search(parse_query("keeper OR lit OR oil"))
    words = apply_corrections(make_page(PAGE), library.corrections.for_page(KEY)).page.comments

    for hit in hits:
        if hit.now is not None:
            text = words[hit.now].body.text
            assert {text[m.start : m.end].lower() for m in hit.matches} <= {"keeper", "lit", "oil"}
    assert {hit.now for hit in hits} == {0, 1, 2, 4, None} - {0}
    texts = [quote.text for quote in library.quotes(hits)]
    assert "Buy oil\nfor the lamp" in texts
    assert "No, the 燈塔 keeper did." in texts


def test_notes_are_found_with_the_words_they_were_written_on(library: Library) -> None:
    library.notes.add(make_note("who?", comment=FINCH, tags=["doubt"]))
    library.notes.add(make_note("how much?", comment=FOR))

    noted = {snippet for _who, snippet in found(library, "has:note -from:Nobody")}

    assert {"I lit the lamp.", "No, the 燈塔 keeper did.", "Buy oil for the lamp"} <= noted
    assert ("Keeper", "I lit the lamp.") in found(library, "tag:doubt lit")


def test_undo_takes_all_of_it_back(library: Library, tmp_path: Path) -> None:
    for correction in library.corrections.for_page(KEY):
        library.corrections.delete(correction.id)

    with open_library(tmp_path / "untouched") as plain:
        plain.pages.save(make_page(["The lamp of another page"], title="Talk:Else"))
        plain.pages.save(make_page(PAGE))
        for text in QUERIES:
            assert found(library, text) == found(plain, text)
        assert library.said(None, lambda: None) == plain.said(None, lambda: None)


def test_a_newer_copy_of_the_page_is_corrected_too(library: Library) -> None:
    longer = (*PAGE, Said("The oil came", "Finch", "2022-01-03 08:00", answers=5))
    library.pages.save(make_page(longer))

    assert ("Keeper", "I lit the lamp.") in found(library, "lit")
    assert ("Old Oak", "Buy oil for the lamp") in found(library, "oil")
    assert ("Finch", "The oil came") in found(library, "oil")
    assert found(library, "from:Wren buy") == []


def test_an_older_copy_is_searched_as_it_is_read(library: Library) -> None:
    old = library.pages.versions(KEY)[0].id
    query = parse_query("lit OR oil", page=old, order=Order.PAGE)
    before = library.search(query)
    library.pages.save(make_page(["other words"]))

    after = library.search(query)

    assert [(h.author, h.snippet, h.now, h.matches) for h in after] == [
        (h.author, h.snippet, h.now, h.matches) for h in before
    ]
    assert found(library, "oil", page=old)[0] == ("Keeper", "Done with oil")


def test_names_that_only_a_correction_knows_are_offered(library: Library) -> None:
    assert library.suggest("from", "kee") == ["Keeper"]
    assert library.suggest("reply-to", "zz") == []


def test_a_corrected_page_is_replayed_once_for_many_searches(library: Library) -> None:
    library.search(parse_query("lamp"))
    asked: list[str] = []
    with library._archive.reading() as connection:
        connection.set_trace_callback(asked.append)
        library.search(parse_query("oil"))
        connection.set_trace_callback(None)

    assert asked
    assert not [statement for statement in asked if "FROM section WHERE page" in statement]
