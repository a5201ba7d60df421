"""Copies of one page that call its wiki by other names: the host, or the name of the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from talkreader import anchoring, reading
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import AnchorState
from talkreader.domain.page import Form, PageInfo, PageKey, RawPage
from talkreader.parsing import parse
from talkreader.store import Library, open_library
from tests.store.pages import make_note

FERRY = "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
ANSWER = ":At ten on Sundays. [[User:Bo]] 11:00, 1 May 2025 (UTC)\n"
CRANE = "== Harbour ==\nThe crane is broken. [[User:Bo]] 10:00, 2 May 2024 (UTC)\n"
HOST, DATABASE = "harbour.example", "harbourwiki"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def copy(site: str, text: str, *, host: str = HOST, title: str = "Talk:Ferry") -> RawPage:
    return RawPage(Form.WIKITEXT, text, title=title, site=site, base_url=f"https://{host}")


def kept(library: Library, raw: RawPage) -> PageInfo:
    return library.pages.save(parse(raw))


BOTH_WAYS = pytest.mark.parametrize(
    ("first", "second"), [(HOST, DATABASE), (DATABASE, HOST)], ids=["page first", "export first"]
)


@BOTH_WAYS
def test_a_saved_page_and_an_export_are_copies_of_one_page(
    library: Library, first: str, second: str
) -> None:
    old = kept(library, copy(first, FERRY))

    new = kept(library, copy(second, FERRY + ANSWER))

    key = PageKey(first, "Talk:Ferry")
    assert new.key == key
    assert [(one.id, one.current) for one in library.pages.versions(key)] == [
        (old.id, False),
        (new.id, True),
    ]
    assert [page.id for page in library.pages.all()] == [new.id]
    assert library.check() == []


@BOTH_WAYS
def test_the_notes_on_one_of_them_stand_on_the_other(
    library: Library, first: str, second: str
) -> None:
    info = kept(library, copy(first, FERRY))
    page = reading.open_page(library, info.id)
    target = anchoring.make_target(info.key, reading.anchors_of(page).comments[0], 4, 9)
    library.notes.add(replace(make_note("on the ferry"), targets=(target,)))

    new = kept(library, copy(second, FERRY + ANSWER))

    placed = reading.open_page(library, new.id).notes
    assert [(one.state, one.comment) for one in placed] == [(AnchorState.EXACT, 0)]


@BOTH_WAYS
def test_the_same_text_under_the_other_name_is_known(
    library: Library, first: str, second: str
) -> None:
    old = kept(library, copy(first, FERRY))

    assert kept(library, copy(second, FERRY)).id == old.id
    assert len(library.pages.versions(old.key)) == 1


@BOTH_WAYS
def test_what_is_in_the_copy_is_found_under_the_name_that_the_library_has(
    library: Library, first: str, second: str
) -> None:
    kept(library, copy(first, FERRY))
    kept(library, copy(second, FERRY + ANSWER))

    assert len(library.search(parse_query(f"sundays site:{first}"))) == 1
    assert len(library.search(parse_query(f"sundays site:{second}"))) == 0


@BOTH_WAYS
def test_both_in_one_import_are_one_page_as_well(library: Library, first: str, second: str) -> None:
    with library.pages.bulk() as writer:
        for raw in (copy(first, FERRY), copy(second, FERRY + ANSWER)):
            writer.save(parse(raw))

    assert [page.site for page in library.pages.all()] == [first]


@pytest.mark.parametrize(
    "other",
    [
        copy("otherwiki", CRANE + CRANE.replace("2 May", "3 May")),
        copy("otherwiki", FERRY, host="quay.example"),
        copy("otherwiki", FERRY, title="Talk:Ferries"),
    ],
    ids=["no comment in common", "another host", "another title"],
)
@pytest.mark.parametrize("page_first", [True, False])
def test_pages_of_other_wikis_stay_others(
    library: Library, other: RawPage, page_first: bool
) -> None:
    raws = [copy(HOST, FERRY), other]

    for raw in raws if page_first else reversed(raws):
        kept(library, raw)

    assert {page.site for page in library.pages.all()} == {HOST, "otherwiki"}


def test_two_databases_of_one_host_are_two_wikis(library: Library) -> None:
    kept(library, copy("onewiki", FERRY))
    kept(library, copy("twowiki", FERRY))

    assert {page.site for page in library.pages.all()} == {"onewiki", "twowiki"}


def test_a_page_that_the_library_has_under_both_names_gets_its_own_copies(
    library: Library,
) -> None:
    kept(library, copy(DATABASE, CRANE))
    kept(library, copy(HOST, FERRY))

    for site in (HOST, DATABASE):
        assert kept(library, copy(site, FERRY + CRANE)).site == site


def test_a_saved_page_that_two_databases_of_its_host_may_have_is_a_page_of_its_own(
    library: Library,
) -> None:
    one = kept(library, copy("harbourwiki", FERRY))
    two = kept(library, copy("forkwiki", FERRY + CRANE))

    saved = kept(library, copy(HOST, FERRY + ANSWER))

    assert saved.key == PageKey(HOST, "Talk:Ferry")
    assert {page.id for page in library.pages.all()} == {one.id, two.id, saved.id}


@BOTH_WAYS
def test_a_copy_of_a_page_under_its_other_name_is_told_before_it_is_stored(
    library: Library, first: str, second: str
) -> None:
    kept(library, copy(first, FERRY))

    assert library.pages.has_copy(parse(copy(second, FERRY + ANSWER)))
    assert not library.pages.has_copy(parse(copy(second, CRANE)))
