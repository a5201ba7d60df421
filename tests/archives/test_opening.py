"""Opening: what is refused and how it is said, hints, progress, cancelling."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.archives import Hints, open_archive, open_bytes, open_text
from talkreader.domain.errors import ArchiveError, Cancelled, NotAnArchive, TalkreaderError
from talkreader.domain.page import Form
from talkreader.domain.progress import Progress, ProgressReport

from .build import PLAINTEXT, WIKITEXT, numbered

STRANGERS = {
    "a PNG picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a JPEG picture": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(50),
    "a PDF document": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "a program": b"\x7fELF\x02\x01\x01" + bytes(60),
    "a RAR archive": b"Rar!\x1a\x07\x01\x00" + bytes(60),
    "an SQLite database": b"SQLite format 3\x00" + bytes(84),
}


@pytest.mark.parametrize("what", STRANGERS)
def test_something_else_is_named_and_refused(what: str) -> None:
    with pytest.raises(NotAnArchive, match=f"^thing is {what}, not a talk page; save"):
        open_bytes(STRANGERS[what], "thing")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\0" * 3000, "nothing but zero bytes"),
        (b" \n\t\n", "nothing but blanks"),
        (bytes(range(256)) * 20, "is not text"),
        (b"613:1:Talk:One\n613:2:Talk:Two\n9100:7:Help:Three\n", "is the index of a dump"),
    ],
)  # fmt: skip
def test_what_holds_no_page_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(NotAnArchive, match=words):
        open_bytes(data, "thing")


@pytest.mark.parametrize("name", ["part-p1.xml-p1p99.bz2", "part.XML.gz", "part.7z"])
def test_what_a_server_says_instead_of_a_dump_is_no_page(name: str) -> None:
    said = b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"

    with pytest.raises(NotAnArchive, match="download fails; get it again"):
        open_bytes(said, name)
    assert next(open_bytes(numbered(1), name).pages()).title  # a browser may unpack on the way
    assert open_bytes(said, "page.html.gz").description == "saved web page"


def test_folder_pipe_and_missing_file_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").touch()

    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "is a device or a pipe"),
        (tmp_path / "empty", "is empty"),
        (tmp_path / "gone", "is not there"),
        (tmp_path / "a\0b", "cannot be read"),
    ):
        with pytest.raises(ArchiveError, match=words):
            open_archive(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_forbidden_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "locked"
    file.write_text(PLAINTEXT)
    file.chmod(0)

    with pytest.raises(ArchiveError, match="may not be read"):
        open_archive(file)


def test_file_that_vanishes_before_it_is_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PLAINTEXT)
    archive = open_archive(file)
    file.unlink()

    with pytest.raises(ArchiveError, match="is not there"):
        list(archive.pages())


def test_text_longer_than_any_page_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "line.txt"
    with file.open("wb") as out:
        for _ in range(130):
            out.write(b"word " * 209_716)

    with pytest.raises(NotAnArchive, match="more than 128 MB"):
        list(open_archive(file).pages())


def test_page_knows_where_it_came_from(tmp_path: Path) -> None:
    file = tmp_path / "Talk:Old bridge.wiki"
    file.write_text(WIKITEXT)

    (page,) = open_archive(file).pages()

    assert page.origin.path == str(file)
    assert page.origin.container == "wikitext"
    assert page.origin.sha256 == hashlib.sha256(WIKITEXT.encode()).hexdigest()
    assert (page.origin.offset, page.origin.line) == (0, 1)


def test_pages_can_be_read_twice(tmp_path: Path) -> None:
    file = tmp_path / "dump"
    file.write_bytes(numbered(5))
    archive = open_archive(file)

    assert list(archive.pages()) == list(archive.pages())


def test_hint_fills_what_the_archive_leaves_open() -> None:
    hints = Hints(title="Talk:Hinted", site="hintwiki", language="sv")

    (text,) = open_text(WIKITEXT, hints).pages()
    dumped = next(open_bytes(numbered(1), "dump", hints).pages())

    assert (text.title, text.site, text.language) == ("Talk:Hinted", "hintwiki", "sv")
    assert (dumped.title, dumped.site, dumped.language) == ("Diskussion:Side 0", "bridgewiki", "da")


def test_hint_settles_the_form_of_a_text_but_not_of_an_export() -> None:
    assert next(open_text("a word", Hints(form=Form.WIKITEXT)).pages()).form is Form.WIKITEXT
    assert next(open_text(WIKITEXT, Hints(form=Form.PLAINTEXT)).pages()).form is Form.PLAINTEXT
    export = open_bytes(numbered(1), "dump", Hints(form=Form.PLAINTEXT))
    assert next(export.pages()).form is Form.WIKITEXT


def test_progress_counts_stored_bytes_and_speaks_once_per_mib(tmp_path: Path) -> None:
    file = tmp_path / "dump"
    file.write_bytes(numbered(2000))
    reports: list[ProgressReport] = []

    pages = list(open_archive(file, Progress(reports.append)).pages())

    size = file.stat().st_size
    assert len(reports) <= size // (1 << 20) + 1
    assert len(reports) >= 3
    assert [report.done for report in reports] == sorted(report.done for report in reports)
    assert reports[-1] == ProgressReport(size, size, pages=len(pages))


def test_cancelling_stops_within_a_page() -> None:
    progress = Progress()
    pages = open_bytes(numbered(500), "dump", progress=progress).pages()
    next(pages)

    progress.cancel()

    with pytest.raises(Cancelled):
        next(pages)


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        pages = list(open_bytes(data, "thing").pages())
    except TalkreaderError as error:
        said = str(error)
    else:
        said = "thing " * len(pages)
    assert said.startswith("thing ")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_text_without_controls_comes_out_as_it_went_in(text: str) -> None:
    hints = Hints(form=Form.PLAINTEXT)
    try:
        (page,) = open_text("word " + text, hints).pages()
    except TalkreaderError:
        return
    if page.form is Form.PLAINTEXT:
        assert page.text == "word " + text
