"""Putting an export into a file."""

from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from talkreader.domain.errors import ExportError
from talkreader.exporting import read, write


def test_text_and_bytes_are_written(tmp_path: Path):
    write(tmp_path / "a.md", "茶\r\n")
    write(tmp_path / "b.bin", b"\0")

    assert (tmp_path / "a.md").read_bytes() == "茶\r\n".encode()
    assert (tmp_path / "b.bin").read_bytes() == b"\0"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "b.bin"]


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o640)

    write(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_half_a_character_from_a_damaged_file_does_not_stop_an_export(tmp_path: Path):
    write(tmp_path / "a.md", "a\ud800b")

    assert (tmp_path / "a.md").read_text() == "a?b"


def test_a_missing_folder_is_said_with_the_path(tmp_path: Path):
    path = tmp_path / "none" / "a.md"

    with pytest.raises(ExportError, match=r"cannot be written to .*a.md .*another folder"):
        write(path, "x")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path):
    (tmp_path / "a.md").mkdir()

    with pytest.raises(ExportError):
        write(tmp_path / "a.md", "x")
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_disk_without_room_leaves_the_old_file_and_no_rubbish(tmp_path: Path):
    path = tmp_path / "a.md"
    path.write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(ExportError):
            write(path, "x" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_file_too_large_for_the_memory_is_refused_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("talkreader.exporting.writing.MOST", 2**20)
    (tmp_path / "large.tmx").write_bytes(b" " * (2**20 + 1))
    (tmp_path / "small.tmx").write_bytes(b" " * 2**20)

    with pytest.raises(ExportError, match="more than 1 MB"):
        read(tmp_path / "large.tmx")
    assert len(read(tmp_path / "small.tmx")) == 2**20


def test_a_link_stays_a_link_to_what_is_new(tmp_path: Path):
    (tmp_path / "a.md").write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to("a.md")

    write(link, "new")

    assert link.is_symlink()
    assert (tmp_path / "a.md").read_text() == "new"


def test_a_pipe_is_written_to_and_stays(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    write(pipe, "new")

    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_that_leads_to_itself_is_told(tmp_path: Path):
    (tmp_path / "a.md").symlink_to("a.md")

    with pytest.raises(ExportError):
        write(tmp_path / "a.md", "x")
