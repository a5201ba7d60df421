"""What is missing or broken in what is imported is told: file, page and line."""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader import ingest
from talkreader.domain.errors import DamagedArchive
from talkreader.domain.importing import ImportReport, Skip
from talkreader.ingest.files import list_files
from talkreader.store import Library, open_library
from tests.test_ingest import dump, signed


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def told(report: ImportReport) -> list[tuple[str, str, int, str]]:
    """The warnings: the file's name, page, line, words."""
    return [(Path(w.file).name, w.title, w.line, w.sentence) for w in report.warnings]


def test_a_broken_page_is_counted_and_told_with_its_line(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    pages = {f"Talk:{name}": signed("Out.") for name in "ABC"}
    file.write_text(dump(pages).replace("Talk:B</title>", "Talk:B</titel>"), "utf-8")

    report = ingest.import_files([file], library)

    line = file.read_text("utf-8")[: file.read_text("utf-8").index("Talk:B")].count("\n") + 1
    assert report.new_pages == 2
    assert report.skipped == {Skip.UNREADABLE: 1}
    assert told(report)[0][:3] == ("dump.xml", "", line)
    assert "the page was left out" in told(report)[0][3]


def test_a_file_whose_pages_are_all_broken_is_not_called_one_without_a_discussion(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({"Talk:A": signed("Out.")}).replace("</title>", "</titel>"), "utf-8")

    with pytest.raises(DamagedArchive, match="cut off or broken at byte"):
        ingest.import_path(file, library)


def test_a_part_of_a_dump_that_is_missing_is_told(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    for number, ids in ((1, "p1p10"), (3, "p21p300"), (4, "p301p400")):
        data = dump({f"Talk:{number}": signed("Out.")}).encode()
        file = folder / f"examplewiki-20240101-pages-meta-current{number}.xml-{ids}.bz2"
        file.write_bytes(bz2.compress(data))

    report = ingest.import_files([folder], library)

    (only,) = told(report)
    assert only[0].endswith("current3.xml-p21p300.bz2")
    assert "numbers 11 to 20" in only[3]


def test_the_index_of_a_multistream_dump_is_no_page(tmp_path: Path) -> None:
    for name in (
        "w-pages-articles-multistream.xml.bz2",
        "w-pages-articles-multistream-index.txt.bz2",
    ):
        (tmp_path / name).write_bytes(b"x")

    wanted = list_files([tmp_path])

    assert [file.name for file in wanted.files] == ["w-pages-articles-multistream.xml.bz2"]
    assert wanted.others == 1


def test_a_copy_that_breaks_off_before_its_first_comment_is_told(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    whole = "<!DOCTYPE html><html><head><title>Lamp</title></head><body><div><p>{}</p>"
    (folder / "a.html").write_text(whole.format("Words"), "utf-8")
    (folder / "b.html").write_text(whole.format("Words") + "</div></body></html>", "utf-8")

    report = ingest.import_files([folder], library)

    assert report.skipped == {Skip.NO_DISCUSSION: 2}
    assert [one[0] for one in told(report)] == ["a.html"]
    assert "ends in the middle" in told(report)[0][3]


def test_a_talk_page_whose_text_was_removed_is_told(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    text = dump({"Talk:A": signed("Out."), "Talk:B": "gone", "Lamp": "gone"})
    text = text.replace("<text>gone", '<text deleted="deleted">')
    assert text.count("deleted=") == 2
    file.write_text(text, "utf-8")

    report = ingest.import_files([file], library)

    assert report.skipped == {Skip.NO_DISCUSSION: 2}
    assert [one[:2] for one in told(report)] == [("dump.xml", "Talk:B")]
    assert "removed from public view" in told(report)[0][3]


def test_a_report_with_reasons_of_a_newer_version_is_read(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({"Talk:A": signed("Out."), "Lamp": "An article."}), "utf-8")
    ingest.import_files([file], library)
    with library._archive.writing() as connection:
        connection.execute("UPDATE import SET report = replace(report, 'no-discussion', 'new')")

    (report,) = library.imports.all()

    assert (report.new_pages, report.skipped) == (1, {})
