"""Notes in searches: the rows of the file are narrowed down first, and nothing is missed by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.domain.query import AllOf, AnyOf, Filter, HitKind, Node, Not, Phrase, Query, Word
from talkreader.store import open_library
from talkreader.store.search.matching import WordFinder, is_prefix
from talkreader.store.values.folding import fold, fold_name
from tests.store.pages import Said, make_note, make_page

# letters with and without marks, both scripts, full width, what parts words, what is ignored
PIECES = (
    "oil",
    "Öl",
    "o\u0301il",
    "ＯＩＬ",
    "lamp",
    "道歉",
    "歉",
    "圖書",
    "图书",
    " ",
    "-",
    "!",
    "的",
)
words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join)
leaves: st.SearchStrategy[Node] = st.one_of(
    words.map(Word),
    words.map(lambda text: Word(text, prefix=True)),
    words.map(Phrase),
    st.sampled_from(
        ["vote", "VOTE", "vote/for", "vo", "for", "=for", "=vote", "#vote", "vote/"]
    ).map(lambda tag: Filter("tag", tag)),
)
nodes: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: AllOf(tuple(some))),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: AnyOf(tuple(some))),
    ),
    max_leaves=4,
)


def holds(node: Node, said: str, tags: list[str]) -> bool:
    """Say whether a note matches, in the plainest way."""
    match node:
        case Word(text) | Phrase(text):
            folded = fold("\n".join((said, *tags)))
            return WordFinder(text, prefix=is_prefix(node)).is_in(folded)
        case Filter(_tag, value):
            sought = fold_name(value).strip("=#/").split("/")
            levels = [fold_name(tag).split("/") for tag in tags]
            tops = range(1) if value.startswith("=") else range(9)
            return any(each[top:][: len(sought)] == sought for each in levels for top in tops)
        case Not(inner):
            return not holds(inner, said, tags)
        case AllOf(parts):
            return all(holds(part, said, tags) for part in parts)
        case AnyOf(parts):
            return any(holds(part, said, tags) for part in parts)
    raise AssertionError(node)


@settings(max_examples=60)
@example(node=Word("oil"), notes=[("o\u0301il", [])])
@example(node=AnyOf((Word("lamp"), Not(Word("oil")))), notes=[("歉", [])])
@given(
    node=nodes,
    notes=st.lists(
        st.tuples(words, st.lists(st.sampled_from(["Vote", "vote/for", "votes"]), max_size=2)),
        max_size=6,
    ),
)
def test_a_search_finds_the_notes_that_match_and_no_others(tmp_path_factory, node, notes):
    with open_library(tmp_path_factory.mktemp("library")) as library:
        made = [make_note(said, tags=tags, exact="shore") for said, tags in notes]
        for note in made:
            library.notes.add(note)

        hits = library.search(Query(AllOf((Filter("has", "note"), node))))

        expected = {
            note.id
            for note, (said, tags) in zip(made, notes, strict=True)
            if holds(node, said, list(tags))
        }
        assert {hit.note for hit in hits} == expected


@pytest.mark.parametrize("nothing", [" ", "", "\u3000"])
def test_what_folds_to_nothing_is_found_a_number_of_times_that_ends(nothing):
    found = list(islice(WordFinder(nothing).spans("lamp"), 100))

    assert found == [(place, place) for place in range(5)]


@pytest.fixture
def many(library):
    """A library with 250 notes, each written a minute after the one before it."""
    start = datetime(2024, 5, 4, tzinfo=UTC)
    library.pages.save(make_page([Said("lamp oil", "Wren", "2021-09-14 20:16")]))
    for number in range(250):
        note = replace(make_note(f"scanner {number}"), modified=start + timedelta(minutes=number))
        library.notes.add(note)
    return library


def test_the_note_written_last_stands_first_across_everything_that_is_read_at_once(many):
    hits = many.search(parse_query("scanner", limit=300))

    assert [hit.snippet for hit in hits] == [f"scanner {n}" for n in reversed(range(250))]


def test_pages_of_hits_with_many_notes_follow_each_other_and_comments_come_after_them(many):
    many.notes.add(make_note("oil"))
    query = "scanner OR oil"

    shown = [many.search(parse_query(query, limit=50, offset=n)) for n in range(0, 300, 50)]

    assert [len(hits) for hits in shown] == [50, 50, 50, 50, 50, 2]
    assert [hit.kind for hit in shown[-1]] == [HitKind.NOTE, HitKind.COMMENT]
    assert many.count(parse_query(query)) == 252


def test_a_search_in_one_page_finds_the_notes_of_that_page_only(many):
    page = many.pages.save(make_page([Said("lamp", "Wren", "2021-09-14 20:16")], title="Talk:Sea"))
    there = make_note("scanner at sea", title="Talk:Sea")
    many.notes.add(there)

    hits = many.search(parse_query("scanner", page=page.id))

    assert [hit.note for hit in hits] == [there.id]
