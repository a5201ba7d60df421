"""Folders and archives as people have them: what became of each file, and why."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from talkreader import ingest
from talkreader.domain.importing import MOST_FILES, ImportReport, Skip
from talkreader.store import Library, open_library
from tests.test_ingest import let_rest, signed

_HTML = (
    '<html><head><meta charset="utf-8"><title>Talk:Crane {n} - Bridgewiki</title></head>'
    '<body class="mediawiki ns-1 ns-talk"><h1 id="firstHeading">Talk:Crane {n}</h1>'
    '<div id="mw-content-text"><h2>Mending</h2><p>Crane {n} is broken.'
    ' <a href="/wiki/User:Ada" title="User:Ada">Ada</a> 10:00, {n} May 2024 (UTC)</p></div>'
    "</body></html>"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    beside = folder / "Talk_Crane 1_files"
    (folder / "x.html").mkdir(parents=True)
    beside.mkdir()
    (folder / "Talk_Crane 1.html").write_text(_HTML.format(n=1))
    (beside / "frame.html").write_text("<html><body>an advertisement</body></html>")
    (beside / "skin.css").write_text("p {}")
    (folder / "x.html" / "inner.html").write_text(_HTML.format(n=2))
    (folder / "with\nnewline.html").write_text(_HTML.format(n=3))
    (folder / "empty.txt").write_text("")
    (folder / "noise").write_bytes(bytes(range(256)) * 4)
    (folder / "photo.JPG").write_bytes(b"\xff\xd8\xff")
    (folder / "article.txt").write_text("Ferries are ships.\n")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.html").symlink_to("nowhere")
    (folder / "self.html").symlink_to("self.html")
    os.mkfifo(folder / "pipe.html")
    return folder


def fates(report: ImportReport, folder: Path) -> dict[str, str]:
    """Return what became of each file: its pages, or why there are none, or what was wrong."""
    return {
        fate.file.removeprefix(f"{folder}/"): fate.error.template
        if fate.error
        else (fate.why or f"{fate.pages} page, {fate.comments} comment")
        for fate in report.fates
    }


def test_each_file_of_a_messy_folder_is_named_with_what_became_of_it(
    library: Library, folder: Path
) -> None:
    report = ingest.import_files([folder], library)

    found = fates(report, folder)
    assert {name: why for name, why in found.items() if "{path}" not in why} == {
        "Talk_Crane 1.html": "1 page, 1 comment",
        "x.html/inner.html": "1 page, 1 comment",
        "with\nnewline.html": "1 page, 1 comment",
        "article.txt": Skip.NO_DISCUSSION,
        "Talk_Crane 1_files/frame.html": Skip.OTHER_FILE,
        "Talk_Crane 1_files/skin.css": Skip.OTHER_FILE,
        "photo.JPG": Skip.OTHER_FILE,
    }
    wrong = {name: why for name, why in found.items() if "{path}" in why}
    assert sorted(wrong) == ["empty.txt", "gone.html", "noise", "pipe.html", "self.html"]
    assert "is empty" in wrong["empty.txt"]
    assert "is not there" in wrong["gone.html"]
    assert "a device or a pipe" in wrong["pipe.html"]
    assert report.left_out == len(wrong)
    assert fates(library.imports.all()[0], folder) == found


def test_a_folder_saved_beside_no_page_is_read(library: Library, tmp_path: Path) -> None:
    inside = tmp_path / "talk_files"
    inside.mkdir()
    (inside / "a.html").write_text(_HTML.format(n=1))

    assert ingest.import_files([tmp_path], library).new_pages == 1


def test_a_closed_folder_and_file_are_told_of(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in" / "closed").mkdir(parents=True)
    (tmp_path / "in" / "closed" / "a.html").write_text(_HTML.format(n=1))
    (tmp_path / "in" / "b.html").write_text(_HTML.format(n=2))
    scan = os.scandir

    def refuse(path: str) -> object:  # the tests may run as one whom nothing is closed to
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)

    report = ingest.import_files([tmp_path / "in"], library)

    (wrong,) = [fate for fate in report.fates if fate.error]
    assert wrong.file.endswith("closed")
    assert "may not be read" in str(wrong.error)
    assert report.new_pages == 1


def test_what_a_container_left_out_is_reported_though_it_was_opened_alone(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "box.zip"
    names = ["Talk_One.wiki", "inner.zip", "pic.png"]
    text = b"Hello. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
    file.write_bytes(_zip(names, "ascii", [text, _zip(["a.txt"], "ascii", [text]), b"x"]))

    report = ingest.import_path(file, library)

    inside = fates(report, tmp_path)
    assert "container inside a container" in inside["box.zip › inner.zip"]
    assert inside["box.zip"] == "1 page, 1 comment"
    assert library.imports.all()[0].left_out == 1


def test_a_file_that_grows_while_it_is_read_is_read_again_the_next_time(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "Talk_Boats.wiki"
    line = "Hello {n}. [[User:Ada]] 10:0{n}, 1 May 2024 (UTC)\n\n"
    file.write_text(line.format(n=1))

    def grow(_info: object) -> None:
        with file.open("a") as more:
            more.write(line.format(n=2))

    first = ingest.import_path(file, library, on_page=grow)
    let_rest(file)
    second = ingest.import_path(file, library)
    third = ingest.import_path(file, library)

    assert (first.comments, second.comments) == (1, 2)
    assert (second.changed_pages, second.new) == (1, 1)
    assert third.known


def test_nothing_is_reported_of_a_file_that_was_wholly_read(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "a.wiki"
    file.write_text("Hello. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n")

    ingest.import_path(file, library)

    assert library.imports.all() == []


def test_of_very_many_files_the_first_are_named_and_the_rest_counted(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MOST_FILES):
        (folder / f"{number}.png").touch()
    (folder / "a.wiki").write_text("Hello. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n")

    report = ingest.import_files([folder], library)

    assert "a.wiki" in fates(report, folder)
    assert len(report.fates) + report.more_files == MOST_FILES + 1
    assert report.more_files > 0
    assert ingest.are_more_than([folder], 0)
    assert not ingest.are_more_than([folder], 1)


@pytest.mark.parametrize(
    ("names", "encoding"),
    [
        (["讨论：灯塔.txt", "用户讨论：张三.txt"], "gbk"),
        (["討論：燈塔.txt", "使用者討論：王小明.txt"], "big5"),
        (["ノート：灯台.txt", "利用者-会話：山田.txt"], "cp932"),
        (["토론：등대.txt", "사용자토론：김.txt"], "cp949"),
        (["Обсуждение：Маяк.txt", "讨论：灯塔.txt"], "utf-8"),
    ],
)
def test_names_in_the_zip_files_of_old_packers_are_read_in_their_encoding(
    library: Library, tmp_path: Path, names: list[str], encoding: str
) -> None:
    file = tmp_path / "old.zip"
    texts = [f"Hello {n}. [[User:Ada]] 10:0{n}, 1 May 2024 (UTC)\n".encode() for n in (1, 2)]
    file.write_bytes(_zip(names, encoding, texts))

    report = ingest.import_path(file, library)

    assert sorted(info.origin.member for info in report.pages) == sorted(names)


def _zip(names: Sequence[str], encoding: str, texts: Sequence[bytes]) -> bytes:
    """Return a zip file as packers of the nineties wrote it: names in their own encoding."""
    files, listed = b"", b""
    for name, data in zip(names, texts, strict=True):
        raw = name.encode(encoding)
        facts = (0, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(raw), 0)
        begin = len(files)
        files += struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, *facts) + raw + data
        listed += struct.pack("<IHHHHHHIIIHH", 0x02014B50, 20, 20, *facts)
        listed += struct.pack("<HHHII", 0, 0, 0, 0, begin) + raw
    count = len(names)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(listed), len(files), 0)
    return files + listed + end


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes only there")
def test_a_file_whose_name_is_no_text_is_imported_with_the_others(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "old disk"
    folder.mkdir()
    for name, words in ((b"a.wiki", "Out."), (b"b\xff.wiki", "Lit."), (b"b\xfe.wiki", "Oil.")):
        (folder / os.fsdecode(name)).write_text(signed(words, words[0]), "utf-8")

    first, again = (ingest.import_files([folder], library) for _time in range(2))

    assert (first.new_pages, again.known_pages) == (3, 3)
    assert {info.origin.file for info in library.pages.all()} == {
        *("a.wiki", "b%FF.wiki", "b%FE.wiki"),
    }
    assert library.imports.all()[0].files
