"""Notes that travel between libraries, with the pages they are about."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from talkreader import cli, ingest, reading, sharing
from talkreader.domain.code import Code
from talkreader.domain.errors import ExportError, TalkreaderError
from talkreader.domain.note import AnchorState
from talkreader.store import open_library
from tests.store.pages import make_note


def annotated(folder: Path, seeds: Path, text: str = "hers") -> None:
    """Make a library with the sample and a note on its first comment."""
    from talkreader.anchoring import anchor_page, make_target

    with open_library(folder) as library:
        report = ingest.import_path(seeds / "lighthouse-fund.wiki", library)
        page = reading.open_page(library, report.pages[0].id)
        where = anchor_page(page.info.key, page.sections, page.comments)
        target = make_target(page.info.key, where.comments[0], 0, 20)
        library.notes.add(replace(make_note(text, tags=("fund/vote",)), targets=(target,)))
        library.codes.put(Code("fund", "#aa0000", "Money."))


def test_a_bundle_brings_notes_codes_and_pages_and_twice_changes_nothing(tmp_path, seeds):
    annotated(tmp_path / "a", seeds)
    with open_library(tmp_path / "a") as theirs, open_library(tmp_path / "b") as ours:
        data = sharing.give(theirs, theirs.notes.all(), with_pages=True)

        looked = sharing.look(ours, data)
        assert ours.notes.all() == []
        first, again = sharing.take(ours, data), sharing.take(ours, data)

        assert (first.notes.added, first.notes.codes, first.pages) == (1, 1, 1)
        assert looked == first
        assert (again.notes.changed, again.notes.codes, again.pages) == (False, 0, 0)
        assert ours.notes.all() == theirs.notes.all()
        (info,) = ours.pages.all()
        (placed,) = reading.open_page(ours, info.id).notes
        assert placed.state is AnchorState.EXACT
        assert sharing.give(ours, ours.notes.all(), with_pages=True) == data


def test_a_bundle_whose_notes_cannot_be_written_leaves_no_page_behind(tmp_path, seeds):
    annotated(tmp_path / "a", seeds)
    with open_library(tmp_path / "a") as theirs, open_library(tmp_path / "b") as ours:
        data = sharing.give(theirs, theirs.notes.all(), with_pages=True)
        with closing(sqlite3.connect(tmp_path / "b" / "notes.sqlite")) as file:
            file.execute(
                "CREATE TRIGGER full BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'full'); END"
            )

        with pytest.raises((TalkreaderError, sqlite3.Error)):
            sharing.take(ours, data)
        assert (ours.pages.all(), ours.notes.all(), ours.codes.all()) == ([], [], [])

        with closing(sqlite3.connect(tmp_path / "b" / "notes.sqlite")) as file:
            file.execute("DROP TRIGGER full")
        taken = sharing.take(ours, data)
        assert (taken.notes.added, taken.notes.codes, taken.pages) == (1, 1, 1)


def test_a_bundle_is_taken_back_by_one_undo_and_taken_in_again(tmp_path, seeds):
    annotated(tmp_path / "a", seeds)
    with open_library(tmp_path / "a") as theirs, open_library(tmp_path / "b") as ours:
        theirs.notes.add(make_note("more"))
        data = sharing.give(theirs, theirs.notes.all(), with_pages=False)
        sharing.take(ours, data)

        ours.notes.undo()
        assert ours.notes.all() == []
        assert ours.codes.all() == []
        assert sharing.take(ours, data).notes.added == 2
        ours.notes.undo()
        ours.notes.redo()
        assert ours.notes.all() == theirs.notes.all()
        assert sharing.take(ours, data).notes.known == 2


def test_a_note_edited_on_both_sides_is_two_and_looking_says_so(tmp_path, seeds):
    annotated(tmp_path / "a", seeds)
    with open_library(tmp_path / "a") as theirs, open_library(tmp_path / "b") as ours:
        (note,) = theirs.notes.all()
        sharing.take(ours, sharing.give(theirs, [note], with_pages=False))
        ours.notes.update(replace(note, text="ours"))
        theirs.notes.update(replace(note, text="theirs"))
        data = sharing.give(theirs, theirs.notes.all(), with_pages=False)

        assert sharing.look(ours, data).notes.beside == 1
        assert sharing.take(ours, data).notes.beside == 1
        assert {each.text for each in ours.notes.all()} == {"ours", "theirs"}
        assert not sharing.look(ours, data).notes.changed


def test_a_bundle_may_leave_the_pages_out(tmp_path, seeds):
    annotated(tmp_path / "a", seeds)
    with open_library(tmp_path / "a") as theirs, open_library(tmp_path / "b") as ours:
        data = sharing.give(theirs, theirs.notes.all(), with_pages=False)

        assert sharing.take(ours, data).pages == 0
        assert len(ours.notes.all()) == 1


@pytest.mark.parametrize("break_it", ["cut", "other zip", "text", "no json"])
def test_what_is_no_bundle_is_told_and_nothing_is_taken_in(tmp_path, seeds, break_it):
    annotated(tmp_path / "a", seeds)
    with open_library(tmp_path / "a") as theirs:
        data = sharing.give(theirs, theirs.notes.all(), with_pages=False)
    other = BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    wrong = {
        "cut": data[: len(data) // 2],
        "other zip": other.getvalue(),
        "text": b"\xff\xfe nothing",
        "no json": b"# Notes",
    }[break_it]

    with open_library(tmp_path / "b") as ours:
        with pytest.raises(ExportError) as told:
            sharing.take(ours, wrong)
        assert "KeyError" not in str(told.value)
        assert ours.notes.all() == []


def hypothesis_row(page: str, exact: str) -> dict[str, object]:
    return {
        "id": "qX1-abcDEF",
        "created": "2024-03-01T10:00:00.123456+00:00",
        "updated": "2024-03-02T10:00:00.123456+00:00",
        "user": "acct:ada@hypothes.is",
        "uri": f"https://example.org/wiki/{page}",
        "text": "Look **here**",
        "tags": ["fund", "fund"],
        "target": [
            {
                "source": f"https://example.org/wiki/{page}",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/div[1]", "startOffset": 1},
                    {"type": "TextPositionSelector", "start": 912, "end": 950},
                    {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""},
                ],
            }
        ],
    }


def test_annotations_of_hypothesis_find_their_words_in_the_page(tmp_path, seeds):
    with open_library(tmp_path) as library:
        report = ingest.import_path(seeds / "lighthouse-fund.xml", library)
        info = report.pages[0]
        page = reading.open_page(library, info.id)
        exact = page.comments[0].body.text.split("\n")[0]
        rows = {"total": 1, "rows": [hypothesis_row(info.title.replace(" ", "_"), exact)]}

        taken = sharing.take(library, json.dumps(rows).encode())

        assert taken.notes.added == 1
        (placed,) = reading.open_page(library, info.id).notes
        assert placed.state in (AnchorState.EXACT, AnchorState.MOVED)
        assert placed.comment == 0
        assert page.comments[0].body.text[placed.start : placed.end] == exact
        assert placed.note.tags == ("fund",)
        assert not sharing.take(library, json.dumps(rows).encode()).notes.changed


def test_words_of_hypothesis_that_are_not_in_the_page_are_lost(tmp_path, seeds):
    with open_library(tmp_path) as library:
        info = ingest.import_path(seeds / "lighthouse-fund.xml", library).pages[0]
        row = hypothesis_row(info.title, "Nobody ever wrote these words on this page.")

        sharing.take(library, json.dumps([row]).encode())

        (placed,) = reading.open_page(library, info.id).notes
        assert placed.state is AnchorState.LOST


def test_the_command_line_shares_and_merges(tmp_path, seeds, capsys):
    annotated(tmp_path / "a", seeds)
    file = str(tmp_path / "notes.talknotes")
    ours = ["--library", str(tmp_path / "b"), "--format", "json"]

    assert cli.main(["share", file, "--with-pages", "--library", str(tmp_path / "a")]) == 0
    assert cli.main(["merge", file, *ours]) == 0
    assert cli.main(["merge", file, *ours]) == 0

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert [row["added"] for row in told] == [1, 0]
    assert [row["known"] for row in told] == [0, 1]
    assert told[0]["pages"] == 1
