"""Imports of many files and of large ones: what is counted, kept, left out and gone on with."""

from __future__ import annotations

import bz2
import json
import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader import ingest
from talkreader.domain.errors import Cancelled, LibraryNotWritable, WorkerLost
from talkreader.domain.grammar import parse_query
from talkreader.domain.importing import Choice, ImportReport, RunState, Skip
from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ingest import Options
from talkreader.store import Library, open_library
from tests.test_ingest import dump, signed


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file count as large: it is read in a process of its own."""
    monkeypatch.setattr(ingest, "LARGE", 0)


def parts(folder: Path) -> Path:
    """Two parts of a dump, a picture, a note that is no page, and a broken part."""
    folder.mkdir()
    pages = {"Talk:A": signed("Out."), "Lamp": "An article.", "Talk:B": signed("Lit.")}
    (folder / "1.xml").write_text(dump(pages), "utf-8")
    (folder / "2.xml").write_text(dump({"Talk:C": signed("Oil.")}), "utf-8")
    (folder / "3.xml").write_text(dump({"Talk:D": signed("Wick.")})[:-12], "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "thing").write_bytes(b"%PDF-1.7\n")
    return folder


def titles(library: Library) -> list[str]:
    return [info.title for info in library.pages.all()]


def test_a_folder_gives_one_report_about_all_its_files(library: Library, tmp_path: Path) -> None:
    report = ingest.import_files([parts(tmp_path / "dump")], library)

    assert titles(library) == ["Talk:A", "Talk:B", "Talk:C", "Talk:D"]
    assert (report.files, report.new_pages, report.comments, report.new) == (3, 4, 4, 4)
    assert report.skipped == {Skip.OTHER_FILE: 1, Skip.NO_DISCUSSION: 1, Skip.REFUSED: 1}
    (broken, refused) = report.warnings
    assert (Path(broken.file).name, Path(refused.file).name) == ("3.xml", "thing")
    assert "cut off or broken" in broken.sentence
    assert "PDF" in refused.sentence


def test_a_part_that_does_not_even_open_is_counted_as_such_in_a_dry_run_and_after_it(
    library: Library, tmp_path: Path
) -> None:
    folder = parts(tmp_path / "dump")
    (folder / "1a.xml.bz2").write_bytes(bz2.compress((folder / "1.xml").read_bytes())[:-99])
    dry = ingest.import_files([folder], library, options=Options(dry=True))
    report = ingest.import_files([folder], library)

    assert dry.skipped == report.skipped
    assert report.skipped[Skip.REFUSED] == 2
    found = {Path(fate.file).name: (fate.pages, fate.comments) for fate in report.fates}
    assert found["1a.xml.bz2"] == (0, 0)
    assert found == {Path(fate.file).name: (fate.pages, fate.comments) for fate in dry.fates}
    broken = report.warnings[1]
    assert (Path(broken.file).name, broken.line) == ("3.xml", 1)


def test_what_holds_for_all_pages_of_a_file_is_said_once(library: Library, tmp_path: Path) -> None:
    words = {"conversation_id": "1.0.0", "reply_to": None, "timestamp": 983584260.0}
    records = [
        {**words, "id": f"{n}.0.0", "conversation_id": f"{n}.0.0", "speaker": "Ada",
         "text": f"Words {n}.", "meta": {"page_title": f"Talk:P{n}"}}
        for n in range(9)
    ]  # fmt: skip
    for name in ("a.jsonl", "b.jsonl"):
        lines = [json.dumps(one).replace("Talk:P", f"Talk:{name}") for one in records]
        (tmp_path / name).write_text("\n".join(lines), "utf-8")

    report = ingest.import_files([tmp_path / "a.jsonl", tmp_path / "b.jsonl"], library)

    assert report.page_count == 18
    found = [(Path(w.file).name, w.title, "holds records" in w.sentence) for w in report.warnings]
    assert found == [("a.jsonl", "", True), ("b.jsonl", "", True)]


def test_a_large_file_gives_the_same_as_a_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(name: str, limit: int) -> tuple[ImportReport, list[tuple[str, str, int]]]:
        monkeypatch.setattr(ingest, "LARGE", limit)
        with open_library(tmp_path / name) as library:
            report = ingest.import_files([tmp_path / "dump"], library)
            pages = [(i.title, i.origin.sha256, i.comments) for i in library.pages.all()]
        return report, pages

    parts(tmp_path / "dump")
    here, pages_here = run("here", 1 << 40)
    there, pages_there = run("there", 0)

    assert pages_there == pages_here
    assert there.warnings == here.warnings
    assert (there.skipped, there.new_pages, there.new) == (here.skipped, here.new_pages, here.new)


def test_a_dry_run_counts_and_stores_nothing(library: Library, tmp_path: Path) -> None:
    parts(tmp_path / "dump")
    ingest.import_files([tmp_path / "dump" / "1.xml"], library)
    (tmp_path / "dump" / "1.xml").write_text(
        dump({"Talk:A": signed("Out."), "Talk:B": signed("Lit again.")}), "utf-8"
    )

    report = ingest.import_files([tmp_path / "dump"], library, options=Options(dry=True))

    assert (report.new_pages, report.changed_pages, report.known_pages) == (2, 1, 1)
    assert (report.comments, report.dry) == (4, True)
    assert titles(library) == ["Talk:A", "Talk:B"]
    assert len(library.imports.all()) == 1


@pytest.mark.parametrize(
    ("choice", "wanted", "why"),
    [
        (Choice(frozenset({0})), [], Skip.NAMESPACE),
        (Choice(frozenset({1})), ["Talk:A"], Skip.NAMESPACE),
        (Choice(since=datetime(2023, 5, 6, tzinfo=UTC)), [], Skip.NOT_SINCE),
        (Choice(since=datetime(2023, 5, 5, tzinfo=UTC)), ["Talk:A"], Skip.NO_DISCUSSION),
    ],
)
def test_only_what_is_chosen_is_stored_and_the_rest_is_counted(
    library: Library, tmp_path: Path, choice: Choice, wanted: list[str], why: Skip
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({"Talk:A": signed("Out."), "Lamp": "An article."}), "utf-8")

    report = ingest.import_files([file], library, options=Options(choice=choice))

    assert titles(library) == wanted
    assert report.skipped[why] >= 1
    assert report.new_pages + report.skipped_pages == 2


def test_a_newer_dump_updates_and_counts_comments(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({"Talk:A": signed("Out."), "Talk:B": signed("Lit.")}), "utf-8")
    ingest.import_files([file], library)
    more = f"{signed('Out!')}\n:{signed('Lit.', 'Bo', 5)}"
    file.write_text(dump({"Talk:A": more, "Talk:B": signed("Lit."), "Talk:C": signed("Oil.")}))

    report = ingest.import_files([file], library)

    assert (report.new_pages, report.changed_pages, report.known_pages) == (1, 1, 1)
    assert (report.new, report.edited, report.gone, report.comments) == (2, 1, 0, 4)
    versions = library.pages.versions(PageKey("examplewiki", "Talk:A"))
    assert [info.version for info in versions] == [1, 2]


@pytest.mark.parametrize(("day", "current"), [("06", True), ("04", False)])
def test_a_dump_in_which_a_page_has_an_earlier_text_again_makes_it_current(
    library: Library, tmp_path: Path, day: str, current: bool
) -> None:
    file = tmp_path / "dump.xml"
    for text in ("Out.", "Lit."):
        file.write_text(dump({"Talk:A": signed(text)}), "utf-8")
        first = ingest.import_files([file], library)
    file.write_text(dump({"Talk:A": signed("Out.")}).replace("2023-05-05", f"2023-05-{day}"))

    report = ingest.import_files([file], library)

    assert first.changed_pages == 1
    assert (report.changed_pages, report.known_pages) == ((1, 0) if current else (0, 1))
    assert library.count(parse_query("out")) == current
    (now,) = library.pages.all()
    assert now.revision.timestamp == datetime(2023, 5, 6 if current else 5, tzinfo=UTC)


def test_reports_are_kept_in_the_library(library: Library, tmp_path: Path) -> None:
    made = ingest.import_files([parts(tmp_path / "dump")], library)

    (kept,) = library.imports.all()
    whole = library.imports.get(made.id)

    assert (kept.state, kept.paths) == (RunState.DONE, (str(tmp_path / "dump"),))
    assert kept.warnings == made.warnings
    assert (kept.skipped, kept.new_pages, kept.comments) == (made.skipped, 4, 4)
    assert [info.title for info in whole.pages] == titles(library)


@pytest.mark.usefixtures("large")
def test_cancelling_a_large_import_keeps_whole_pages_and_goes_on_later(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(50)}), "utf-8")
    progress = Progress()

    def stop(_info: PageInfo) -> None:
        progress.cancel()

    with pytest.raises(Cancelled):
        ingest.import_files([file], library, progress, on_page=stop)
    before = titles(library)
    stopped = library.imports.all()[0]
    report = ingest.import_files([file], library)

    assert 0 < len(before) < 50
    assert stopped.state is RunState.STOPPED
    assert report.known_pages == len(before)
    assert report.known_pages + report.new_pages == len(titles(library)) == 50


@pytest.mark.usefixtures("large")
def test_a_reader_that_dies_is_told_and_what_it_gave_is_kept(
    library: Library, tmp_path: Path
) -> None:
    import multiprocessing

    file = tmp_path / "dump.xml"
    pages = {f"Talk:P{n}": signed(f"Word {n}. " + "x" * 30_000) for n in range(300)}
    file.write_text(dump(pages), "utf-8")

    def kill(_info: PageInfo) -> None:
        for child in multiprocessing.active_children():
            assert child.pid is not None
            os.kill(child.pid, signal.SIGKILL)

    with pytest.raises(WorkerLost, match="ended unexpectedly"):
        ingest.import_files([file], library, on_page=kill)

    assert 0 < len(titles(library)) < 300
    assert library.check() == []
    (report,) = library.imports.all()
    assert report.state is RunState.FAILED
    assert "ended unexpectedly" in str(report.damage)
    assert "ended unexpectedly" in report.warnings[-1].sentence


@pytest.mark.usefixtures("large")
def test_a_paused_import_waits_with_everything_stored(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(20)}), "utf-8")
    seen: list[int] = []

    def look_and_go_on(report: ProgressReport) -> None:
        if progress.paused and not report.note:  # it says so before it waits
            with open_library(library.folder, read_only=True) as other:
                seen.append(len(other.pages.all()))
            progress.resume()

    progress = Progress(look_and_go_on)

    def pause(info: PageInfo) -> None:
        if info.title == "Talk:P4":
            progress.pause()

    report = ingest.import_files([file], library, progress, on_page=pause)

    assert seen == [5]
    assert report.new_pages == 20


def test_a_paused_import_can_be_cancelled() -> None:
    progress = Progress()
    progress.pause()
    progress.heard_by(lambda _report: None).cancel()

    with pytest.raises(Cancelled):
        progress.wait_until_resumed()


def test_progress_tells_bytes_of_all_files_together(library: Library, tmp_path: Path) -> None:
    folder = parts(tmp_path / "dump")
    size = sum(file.stat().st_size for file in folder.iterdir() if file.suffix != ".png")
    reports: list[ProgressReport] = []

    ingest.import_files([folder], library, Progress(reports.append))

    assert [r.done for r in reports] == sorted(r.done for r in reports)
    assert (reports[-1].done, reports[-1].total, reports[-1].pages) == (size, size, 4)


def test_links_in_a_folder_that_lead_in_circles_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")

    assert [file.name for file in ingest.files_under([tmp_path / "in"])] == ["a.txt"]


def test_a_page_that_cannot_be_understood_stops_no_other(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from talkreader import parsing

    sound: Callable[..., object] = parsing.parse

    def parse(raw: object, *more: object, **named: object) -> object:
        if getattr(raw, "title", "") == "Talk:A":
            raise ZeroDivisionError("no")
        return sound(raw, *more, **named)

    monkeypatch.setattr(parsing, "parse", parse)
    file = tmp_path / "dump.xml"
    file.write_text(dump({"Talk:A": signed("Out."), "Talk:B": signed("Lit.")}), "utf-8")

    report = ingest.import_files([file], library)

    assert titles(library) == ["Talk:B"]
    assert "ZeroDivisionError" in report.warnings[0].sentence


def test_the_report_of_an_import_that_met_a_full_disk_counts_what_is_stored(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    for number in range(3):
        pages = {
            f"Talk:{number}-{n}": "\n".join(
                f"{signed(f'lamp {n} ' * 30, minute=m)}\n" for m in range(20)
            )
            for n in range(60)
        }
        (folder / f"{number}.xml").write_text(dump(pages), encoding="utf-8")
    with library._archive.writing() as connection:
        connection.execute("PRAGMA max_page_count = 500")

    with pytest.raises(LibraryNotWritable, match="disk is full"):
        ingest.import_files([folder], library)

    report = library.imports.all()[0]
    stored = library.pages.all()
    assert report.state is RunState.FAILED
    assert 0 < len(stored) < 180
    assert report.new_pages == len(stored)
    assert report.comments == report.new == sum(info.comments for info in stored)
    assert {info.id for info in report.pages} <= {info.id for info in stored}
