"""Stored pages are understood anew from their own texts, and stay the copies they were."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from talkreader import cli, ingest, parsing, reading
from talkreader.archives import open_archive
from talkreader.domain.changes import PageChanges
from talkreader.domain.errors import Cancelled
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import AnchorState
from talkreader.domain.page import PageInfo, RawPage
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.domain.thread import ParsedPage
from talkreader.store import Library, open_library
from tests.test_cut_copies import cut
from tests.test_ingest import signed
from tests.test_reading import note_on


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def keep_as_before(library: Library, file: Path, *, detail: bool = True) -> PageInfo:
    """Store a page as a version of the program would that found neither its last comment, nor who
    wrote the first one."""
    (raw,) = open_archive(file).pages()
    parsed = parsing.parse(raw)
    first, *others = parsed.comments[:-1]
    first = replace(first, signatures=(replace(first.signatures[0], author="Somebody"),))
    older = replace(parsed, comments=(first, *others))
    return library.pages.save(older, detail=detail)


def bare(library: Library, page: int) -> ParsedPage:
    """Return what is stored of a page, without the numbers of its rows."""
    found = library.pages.contents(page).parsed()
    return replace(found, comments=tuple(replace(one, id=0) for one in found.comments))


@pytest.mark.parametrize("ending", ["wiki", "html", "txt", "xml"])
def test_a_page_becomes_what_an_import_would_make_of_it_now(
    library: Library, tmp_path: Path, seeds: Path, ending: str
) -> None:
    file = seeds / f"lighthouse-fund.{ending}"
    before = keep_as_before(library, file)
    assert library.count(parse_query("from:Somebody")) == 1
    with open_library(tmp_path / "fresh") as fresh:
        (info,) = ingest.import_path(file, fresh).pages
        expected = bare(fresh, info.id)

    done = ingest.read_again(library, [before.id])

    (now,) = library.pages.all()
    assert (done.pages, done.changed, done.failed) == (1, (now.id,), ())
    found = bare(library, now.id)
    assert found == replace(expected, raw=found.raw)
    kept = ("id", "version", "imported", "origin", "revision", "current", "site", "title")
    assert [getattr(now, one) for one in kept] == [getattr(before, one) for one in kept]
    assert (before.comments, now.comments) == (39, 40)
    assert library.count(parse_query("from:Somebody")) == 0
    said = found.comments[-1].body.text
    assert library.count(parse_query(f'"{" ".join(said.split()[:3])}"')) >= 1
    assert library.check() == []
    assert ingest.read_again(library, [now.id]) == ingest.Reread(1, (), ())


def test_older_copies_are_understood_anew_and_stay_older(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "Talk:Lamp.wiki"
    file.write_text(f"== Lamp ==\n{signed('Out.')}\n:{signed('Lit again.', minute=1)}\n")
    older = keep_as_before(library, file)
    file.write_text(file.read_text() + f":{signed('Since when?', minute=2)}\n")
    newer = keep_as_before(library, file)

    done = ingest.read_again(library, [newer.id])

    copies = library.pages.versions(newer.key)
    assert [(info.id, info.version, info.current) for info in copies] == [
        (older.id, 1, False),
        (newer.id, 2, True),
    ]
    assert [info.comments for info in copies] == [2, 3]
    assert done.changed == (older.id, newer.id)
    assert library.count(parse_query("lit")) == 1
    page = reading.open_page(library, newer.id)
    compared = reading.compare_with_before(library, page)
    assert compared is not None
    assert compared.changes == PageChanges(new=(2,))


def test_notes_stay_where_they_are(library: Library, seeds: Path) -> None:
    info = keep_as_before(library, seeds / "lighthouse-fund.wiki")
    note_on(library, reading.open_page(library, info.id), 0, "two pages shorter")

    ingest.read_again(library, [info.id])

    (placed,) = reading.open_page(library, info.id).notes
    text = reading.open_page(library, info.id).comments[0].body.text
    assert placed.state in (AnchorState.EXACT, AnchorState.MOVED)
    assert text[placed.start : placed.end] == "two pages shorter"


def test_a_page_of_a_large_import_stays_without_marks(library: Library, seeds: Path) -> None:
    info = keep_as_before(library, seeds / "lighthouse-fund.wiki", detail=False)

    ingest.read_again(library, [info.id])

    comments = library.pages.contents(info.id).comments
    assert len(comments) == 40
    assert not any(comment.body.blocks for comment in comments)


def test_a_copy_that_breaks_off_is_still_said_to_and_stands_beside_the_whole_one(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    (whole,) = ingest.import_path(seeds / "lighthouse-fund.html", library).pages
    (part,) = ingest.import_path(
        cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"), library
    ).pages

    ingest.read_again(library, [whole.id])

    assert library.pages.all() == [whole]
    assert library.pages.get(part.id) == part
    assert part.is_cut_short


def test_what_was_understood_before_it_was_stopped_is_kept(
    library: Library, tmp_path: Path
) -> None:
    infos = []
    for title in ("Lamp", "Key", "Oil"):
        file = tmp_path / f"Talk:{title}.wiki"
        file.write_text(f"== {title} ==\n{signed('One.')}\n:{signed('Two.', minute=1)}\n")
        infos.append(keep_as_before(library, file).id)

    def stop(report: ProgressReport) -> None:
        if report.done == 0:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        ingest.read_again(library, infos, progress)

    assert [library.pages.get(one).comments for one in infos] == [2, 1, 1]
    assert library.count(parse_query("two")) == 1


def test_a_page_that_cannot_be_understood_stays_as_it_was_and_stops_no_other(
    library: Library, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep_as_before(library, seeds / "lighthouse-fund.wiki")
    second = keep_as_before(library, seeds / "night-ferry.wiki")
    sound: Callable[..., ParsedPage] = parsing.parse

    def parse(raw: RawPage, *more: object, **named: object) -> ParsedPage:
        if raw.origin.sha256 == first.origin.sha256:
            raise ZeroDivisionError("no")
        return sound(raw, *more, **named)

    monkeypatch.setattr(parsing, "parse", parse)

    done = ingest.read_again(library, [first.id, second.id, 99])

    assert done.failed == (first.id,)
    assert done.changed == (second.id,)
    assert library.pages.get(first.id) == first


def test_links_that_are_read_otherwise_now_are_kept_anew_where_links_are_kept(
    library: Library, seeds: Path
) -> None:
    (raw,) = open_archive(seeds / "lighthouse-fund.wiki").pages()
    parsed = parsing.parse(raw)
    bodies = [replace(one, body=replace(one.body, marks=())) for one in parsed.comments]
    before = library.pages.save(replace(parsed, comments=tuple(bodies)))

    done = ingest.read_again(library, [before.id])

    assert done.changed == (before.id,)
    found = bare(library, before.id)
    assert [one.body for one in found.comments] == [one.body for one in parsed.comments]
    assert ingest.read_again(library, [before.id]).changed == ()


def test_a_page_that_goes_while_it_is_read_stops_no_other(
    library: Library, tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep_as_before(library, seeds / "lighthouse-fund.wiki")
    second = keep_as_before(library, seeds / "night-ferry.wiki")
    sound: Callable[..., ParsedPage] = parsing.parse

    def parse(raw: RawPage, *more: object, **named: object) -> ParsedPage:
        if raw.origin.sha256 == first.origin.sha256:
            with open_library(tmp_path / "library") as other:
                other.pages.forget(first.id)
        return sound(raw, *more, **named)

    monkeypatch.setattr(parsing, "parse", parse)

    done = ingest.read_again(library, [first.id, second.id])

    assert (done.changed, done.failed) == ((second.id,), ())


def test_pages_are_understood_anew_on_the_command_line(
    tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library(tmp_path) as library:
        first = keep_as_before(library, seeds / "lighthouse-fund.wiki")
        keep_as_before(library, seeds / "night-ferry.wiki")

    def said(*words: str) -> str:
        assert cli.main(["reread", "--library", str(tmp_path), *words]) == 0
        return capsys.readouterr().out

    told = json.loads(said(str(first.id), "--format", "json"))
    assert (told["understood"], told["failed"]) == (1, [])
    assert [(row["id"], row["comments"]) for row in told["changed"]] == [(first.id, 40)]
    lines = said().splitlines()
    assert len(lines) == 2
    assert lines[0] == "different now: (night-ferry.wiki) (13 comments)"
    assert lines[1] == "2 stored copies understood anew, 1 of them different now"
    assert said() == "2 stored copies understood anew, 0 of them different now\n"
