"""Pages: what is saved comes back, copies become versions, files are known again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from talkreader.domain.body import BlockKind, BlockSpan, Body, Mark, MarkKind, Span
from talkreader.domain.errors import Cancelled
from talkreader.domain.grammar import parse_query
from talkreader.domain.page import Form, Origin, PageKey, RawPage, Revision, ThreadMark
from talkreader.domain.thread import (
    Comment,
    Evidence,
    PageWarning,
    ParsedPage,
    Prose,
    Section,
    Signature,
    WarningKind,
)
from talkreader.store import Library
from tests.store.pages import Said, make_page

NOON = datetime(2021, 9, 14, 12, 0, tzinfo=UTC)
WARNING = PageWarning(WarningKind.UNEQUAL_INDENTATION, "::*")

FULL = ParsedPage(
    RawPage(
        Form.HTML,
        "<p>some \ud83d source</p>" * 50,
        title="Talk:Keeper",
        site="wiki.example.org",
        base_url="https://wiki.example.org",
        namespace=1,
        page_id=17,
        language="zh",
        variant="zh-hant",
        revision=Revision(99, NOON, "Wren", "reply"),
        origin=Origin("a.zip", "b.html", "zip", "ab" * 32, 10, 2),
        namespaces={"Talk": 1},
        threads=(ThreadMark("c-Wren-1", 1, "Wren", NOON, (ThreadMark("c-Oak-2"),)),),
        warnings=("3 bytes were replaced",),
    ),
    "Lamp\nfirst lead words\nOil\n",
    (
        Section(0, None, 0, None, Span(0, 0)),
        Section(1, "Lamp", 2, None, Span(0, 4), Span(2, 9)),
        Section(2, "Oil", 3, 1, Span(22, 25)),
    ),
    (
        Comment(
            0,
            1,
            None,
            1,
            Evidence.INFERRED,
            (
                Signature("Wren", NOON, "12:00", Span(8, 9), "W."),
                Signature(None, None, "?", Span(9, 10)),
            ),
            Body(
                "first",
                (BlockSpan(0, 5, BlockKind.CELL, 0, 1, 2),),
                (Mark(0, 2, MarkKind.LINK, "X"),),
            ),
            Span(5, 10),
            "trailing",
            0.5,
            Span(10, 20),
            "closed by Oak",
            (WARNING,),
        ),
    ),
    (Prose(1, Body("lead words", (), (Mark(0, 4, MarkKind.BOLD),)), Span(11, 21), Span(20, 30)),),
    (WARNING,),
)


def without_ids(page: ParsedPage) -> ParsedPage:
    return replace(page, comments=tuple(replace(c, id=0) for c in page.comments))


def test_all_of_a_page_comes_back(library):
    info = library.pages.save(FULL)

    contents = library.pages.contents(info.id)

    assert without_ids(contents.parsed()) == FULL
    assert contents.source == FULL.raw.text
    assert contents.comments[0].id > 0
    assert (info.sections, info.comments, info.people) == (2, 1, 1)
    assert (info.first, info.last) == (NOON, NOON)
    assert info.warnings == FULL.raw.warnings
    assert library.pages.get(info.id) == info


def test_without_detail_only_blocks_and_marks_are_left_out(library):
    info = library.pages.save(FULL, detail=False)

    contents = library.pages.contents(info.id)

    assert contents.comments[0].body == Body("first")
    assert contents.prose[0].body == Body("lead words")
    assert contents.comments[0].signatures == FULL.comments[0].signatures


def test_the_same_copy_is_stored_once(library):
    first = library.pages.save(make_page(["one"]))

    assert library.pages.save(make_page(["one"])) == first
    assert library.pages.all() == [first]


def test_another_copy_becomes_the_current_version_and_the_old_one_stays_readable(library):
    old = library.pages.save(make_page(["one", "two"]))
    new = library.pages.save(make_page(["one", "two", "three"]))

    assert library.pages.all() == [new]
    versions = library.pages.versions(PageKey("examplewiki", "Talk:Lighthouse"))
    assert [(v.version, v.current) for v in versions] == [(1, False), (2, True)]
    contents = library.pages.contents(old.id)
    assert [c.body.text for c in contents.comments] == ["one", "two"]
    assert len(library.pages.all(current_only=False)) == 2


def test_forgetting_the_current_version_brings_the_one_before_back(library):
    old = library.pages.save(make_page(["about 燈塔"]))
    new = library.pages.save(make_page(["about oil"]))

    library.pages.forget(new.id)

    assert [page.id for page in library.pages.all()] == [old.id]
    assert library.count(parse_query("灯塔")) == 1
    assert library.count(parse_query("oil")) == 0
    assert library.suggest("from", "w") == ["Wren"]
    library.pages.forget(old.id)
    assert library.count(parse_query("")) == 0
    with pytest.raises(KeyError):
        library.pages.contents(old.id)


def test_two_pages_without_a_title_are_two_pages(library):
    library.pages.save(make_page(["one"], title="", site=""))
    library.pages.save(make_page([Said("two", "Finch")], title="", site=""))

    assert [page.current for page in library.pages.all()] == [True, True]


def test_a_file_is_known_again_until_it_changes(library):
    info = library.pages.save(make_page(["one"]))
    library.pages.remember_file("/pages/a.txt", 10, 20, [info.id])

    assert library.pages.find_file("/pages/a.txt", 10, 20) == [info.id]
    assert library.pages.find_file("/pages/a.txt", 10, 21) == []
    library.pages.forget(info.id)
    assert library.pages.find_file("/pages/a.txt", 10, 20) == []


def test_a_bulk_import_gives_the_same_library_as_single_saves(tmp_path):
    from talkreader.store import open_library

    made = [
        make_page(
            [
                Said(f"道歉 {n} {k}", f"U{n % 7}", f"20{10 + k}-01-0{1 + n % 9} 10:00")
                for k in range(9)
            ],
            title=f"T{n}",
        )
        for n in range(40)
    ]
    with open_library(tmp_path / "one") as one, open_library(tmp_path / "many") as many:
        for page in made:
            one.pages.save(page, detail=False)
        with many.pages.bulk() as bulk:
            for page in made:
                bulk.save(page)

        def hits(library: Library) -> list[tuple[str, str, str]]:
            found = library.search(parse_query("道歉", limit=1000))
            return [(hit.title, hit.comment, hit.snippet) for hit in found]

        assert sorted(hits(one)) == sorted(hits(many))
        assert [p.title for p in one.pages.all()] == [p.title for p in many.pages.all()]
        assert one.suggest("from", "") == many.suggest("from", "")


def test_the_first_page_of_a_bulk_import_is_there_at_once(library):
    with library.pages.bulk() as bulk:
        first = bulk.save(make_page(["one"], title="A"))
        seen = library.pages.all()
        bulk.save(make_page(["two"], title="B"))

    assert seen == [first]
    assert len(library.pages.all()) == 2


def test_what_was_saved_before_a_cancel_stays(library):
    def save_some() -> None:
        with library.pages.bulk() as bulk:
            for number in range(3):
                bulk.save(make_page(["oil"], title=f"T{number}"))
            raise Cancelled

    with pytest.raises(Cancelled):
        save_some()

    assert library.count(parse_query("oil")) == 3


def test_a_minute_with_more_comments_than_ids_borrows_from_the_next(library):
    library.pages.save(make_page([Said(f"oil {n}", when="2021-09-14 23:59") for n in range(60)]))
    library.pages.save(make_page([Said("oil", when="2021-09-15 00:00")], title="Next"))

    assert library.count(parse_query("oil after:2021-09-14 before:2021-09-15")) == 60
    newest = library.search(parse_query("oil"))
    assert newest[0].title == "Next"
    assert [hit.index for hit in newest[1:4]] == [59, 58, 57]


def test_pages_signed_in_the_same_minute_stay_in_their_day(library):
    for title in ("One", "Two"):
        said = [Said(f"oil {n}", when="2021-09-14 23:59") for n in range(30)]
        library.pages.save(make_page(said, title=title))

    assert library.count(parse_query("oil after:2021-09-14 before:2021-09-15")) == 60


def test_a_page_that_fails_half_way_leaves_nothing(library):
    page = make_page(["oil", "more oil"])
    broken = replace(
        page, comments=(page.comments[0], replace(page.comments[1], body=Body("\ud800")))
    )

    with pytest.raises(UnicodeEncodeError):
        library.pages.save(broken)

    assert library.pages.all() == []
    assert library.suggest("in", "the") == []
    library.pages.save(page)
    assert library.count(parse_query("oil")) == 2


def test_a_page_that_returns_to_an_earlier_text_has_it_as_its_current_version_again(library):
    first = library.pages.save(make_page(["The lamp is out.", "Light it."]))
    second = library.pages.save(make_page(["The lamp is lit."]))

    again = library.pages.save(make_page(["The lamp is out.", "Light it."]))

    assert again.id == first.id
    assert [v.id for v in library.pages.versions(first.key)] == [second.id, first.id]
    assert [v.current for v in library.pages.versions(first.key)] == [False, True]
    assert library.count(parse_query("lit")) == 0
    assert library.count(parse_query("out from:wren")) == 1
    assert [c.body.text for c in library.pages.contents(second.id).comments] == ["The lamp is lit."]
    assert library.check() == []


def test_names_and_words_that_json_must_quote_come_back_without_detail(library):
    odd = 'A "b" \\ \n\t 道 \u2028 \x7f'
    page = make_page([Said("Why?", odd, None, display=odd), Said("So.", None, answers=0)])
    page = replace(page, comments=tuple(replace(c, trailing=odd, box=odd) for c in page.comments))

    info = library.pages.save(page, detail=False)

    stored = library.pages.contents(info.id).comments
    assert [replace(c, id=0, body=Body(c.body.text)) for c in stored] == [
        replace(c, body=Body(c.body.text)) for c in page.comments
    ]
