"""Notes gathered by page, tag, search or choice, and where their words stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest

from talkreader import cli, gathering, ingest, reading
from talkreader.anchoring import anchor_page, make_target
from talkreader.archives import Hints
from talkreader.domain.errors import Cancelled
from talkreader.domain.note import AnchorState, Note
from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress
from talkreader.exporting import ENGLISH, FormatId
from talkreader.gathering import Scope, gather
from talkreader.store import Library, open_library
from tests.store.pages import make_note


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def noted(folder: Path, seeds: Path) -> Iterator[Library]:
    """The sample with three notes on its comments, and one on a page that is not there."""
    with open_library(folder) as library:
        info = ingest.import_path(seeds / "lighthouse-fund.xml", library).pages[0]
        page = reading.open_page(library, info.id)
        where = anchor_page(page.info.key, page.sections, page.comments)
        said = (("first", ("fund/vote",)), ("second", ("fund",)), ("third", ("other",)))
        for number, (text, tags) in enumerate(said):
            target = make_target(page.info.key, where.comments[number], 0, 9)
            library.notes.add(replace(make_note(text, tags=tags), targets=(target,)))
        library.notes.add(make_note("elsewhere", tags=("fundus",)))
        yield library


def texts(notes: list[Note]) -> set[str]:
    return {note.text for note in notes}


def page_of(library: Library) -> PageInfo:
    (info,) = library.pages.all()
    return info


def test_scopes_choose_notes_by_page_tag_search_and_id(noted: Library) -> None:
    ids = {note.text: note.id for note in noted.notes.all()}

    assert texts(gather(noted, Scope())) == {"first", "second", "third", "elsewhere"}
    assert texts(gather(noted, Scope(page=page_of(noted).key))) == {"first", "second", "third"}
    assert texts(gather(noted, Scope(tag="fund"))) == {"first", "second"}
    assert texts(gather(noted, Scope(search="third"))) == {"third"}
    assert texts(gather(noted, Scope(search="tag:fund"))) == {"first", "second"}
    assert texts(gather(noted, Scope(notes=(ids["first"], "none")))) == {"first"}
    assert gather(noted, Scope(notes=())) == []


def test_words_are_cited_with_the_address_of_their_comment(noted: Library) -> None:
    page = reading.open_page(noted, page_of(noted).id)
    made = gathering.export(noted, noted.notes.all(), FormatId.CSV, ENGLISH)

    assert isinstance(made, str)
    host = page.base_url.split("/")[2]
    for comment in page.comments[:3]:
        assert f"https://{host}/wiki/Special:GoToComment/{comment.name}" in made
    assert made.count(page.info.origin.sha256) == 3
    assert made.count(",exact,") == 3
    assert made.count(",lost,") == 1


def test_a_note_whose_words_are_gone_is_cited_as_it_was(noted: Library) -> None:
    note = gather(noted, Scope(search="first"))[0]
    gone = replace(note.targets[0], exact="Nobody says this here any more.", start=0, end=31)
    noted.notes.update(replace(note, targets=(gone,)))

    source = gathering.sources_of(noted, gather(noted, Scope(search="first")))[note.id, 0]

    assert source.state is AnchorState.LOST
    assert source.comment == gone.comment
    assert source.base_url


FERRY = "The ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n\n"
BELL = "The bell is rung at eight. [[User:Bo]] 11:00, 1 May 2024 (UTC)\n\n"
CRANE = "The crane is broken. [[User:Cy]] 12:00, 1 May 2024 (UTC)\n"


def test_words_that_the_newest_copy_lacks_are_cited_from_the_last_one_that_has_them(
    noted: Library,
) -> None:
    hints = Hints("Talk:Ferry", "harbour", "en")
    copies = [
        ingest.import_text(text, noted, hints=hints).pages[0]
        for text in (
            FERRY + BELL,
            FERRY + BELL + CRANE,
            FERRY.replace("leaves at nine", "now leaves at about nine") + CRANE,
        )
    ]
    old = reading.open_page(noted, copies[0].id)
    where = anchor_page(old.info.key, old.sections, old.comments)
    whole = tuple(
        make_target(old.info.key, where.comments[number], 0, len(comment.body.text))
        for number, comment in enumerate(old.comments)
    )
    never = replace(whole[1], exact="Nobody ever said this.")
    note = replace(make_note("on the ferry"), targets=(*whole, never))
    noted.notes.add(note)

    sources = gathering.sources_of(noted, [note])

    states = [sources[note.id, number].state for number in range(3)]
    assert states == [AnchorState.GUESSED, AnchorState.LOST, AnchorState.LOST]
    cited = [sources[note.id, number].sha256 for number in range(3)]
    assert cited == [copies[1].origin.sha256, copies[1].origin.sha256, ""]
    assert sources[note.id, 2].copy == ""


def test_what_notes_cite_is_one_reference_each(noted: Library) -> None:
    note = gather(noted, Scope(search="first"))[0]
    noted.notes.add(replace(make_note("again"), targets=note.targets))

    made = gathering.export(noted, noted.notes.all(), FormatId.BIBTEX, ENGLISH)
    items = json.loads(gathering.export(noted, noted.notes.all(), FormatId.CSL_JSON, ENGLISH))

    parsed = bibtexparser.parse_string(str(made))
    assert not parsed.failed_blocks
    assert len({entry.key for entry in parsed.entries}) == len(parsed.entries) == 4
    assert {item["id"] for item in items} == {entry.key for entry in parsed.entries}


def test_gathering_sources_can_be_stopped(noted: Library) -> None:
    progress = Progress()
    progress.cancel()

    with pytest.raises(Cancelled):
        gathering.export(noted, noted.notes.all(), FormatId.HTML, ENGLISH, progress)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("tag:fund", {"first", "second"}),
        ("search:third", {"third"}),
        ("page:1", {"first", "second", "third"}),
        ("all", {"first", "second", "third", "elsewhere"}),
    ],
)
def test_the_command_line_exports_a_scope_with_links(
    noted: Library, folder: Path, capsys: pytest.CaptureFixture[str], scope: str, expected: set[str]
) -> None:
    words = ["export", "notes", "--scope", scope, "--library", str(folder)]

    assert cli.main([*words, "--as", "markdown"]) == 0
    said = capsys.readouterr().out
    assert {word for word in ("first", "second", "third", "elsewhere") if word in said} == expected
    assert said.count("/wiki/Special:GoToComment/c-") == len(expected - {"elsewhere"})


@pytest.mark.parametrize("scope", ["everything", "tag:nothing", "page:nothing", "search:("])
def test_a_scope_without_notes_is_told(
    noted: Library, folder: Path, capsys: pytest.CaptureFixture[str], scope: str
) -> None:
    assert cli.main(["export", "notes", "--scope", scope, "--library", str(folder)]) == 1
    assert capsys.readouterr().err.startswith("talkreader: ")
