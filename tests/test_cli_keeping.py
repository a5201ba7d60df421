"""The commands that keep notes safe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from talkreader import cli
from talkreader.store import open_library
from tests.store.pages import make_note


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = cli.main(list(words))
    out, err = capsys.readouterr()
    return status, out, err


def test_notes_are_backed_up_listed_and_restored(tmp_path: Path, capsys) -> None:
    where = ["--library", str(tmp_path)]
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
    _, made, _ = said(capsys, "backup", *where)
    with open_library(tmp_path) as library:
        library.notes.add(make_note("later"))

    _, listed, _ = said(capsys, "restore", *where, "--format", "json")
    status, told, _ = said(capsys, "restore", Path(made.strip()).name, *where)

    assert made.strip() in [row["backup"] for row in json.loads(listed)]
    assert status == 0
    assert told.startswith("1 note restored; as they were before: ")
    with open_library(tmp_path) as library:
        assert [note.text for note in library.notes.all()] == ["kept"]


def test_a_backup_that_is_not_there_is_told(tmp_path: Path, capsys) -> None:
    open_library(tmp_path).close()

    status, _, error = said(capsys, "restore", "nothing.sqlite", "--library", str(tmp_path))

    assert status == 1
    assert "no backup nothing.sqlite" in error


def test_sound_notes_are_not_touched_by_a_repair_and_said_to_be_sound(
    tmp_path: Path, capsys
) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
    files = sorted(file.name for file in tmp_path.iterdir())

    status, told, _ = said(capsys, "repair", "--library", str(tmp_path))
    _, as_json, _ = said(capsys, "repair", "--library", str(tmp_path), "--format", "json")

    assert (status, told) == (0, "The notes are sound (1 note): nothing was changed\n")
    assert (json.loads(as_json)["kept"], json.loads(as_json)["notes"]) == (None, 1)
    assert not list(tmp_path.glob("*.damaged*"))
    assert set(files) <= {file.name for file in tmp_path.iterdir()} | {"notes.sqlite-wal"}


def test_damaged_notes_are_repaired_and_the_damaged_file_is_named(tmp_path: Path, capsys) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
        library.back_up()
    (tmp_path / "notes.sqlite").write_bytes(b"broken " * 2000)

    status, told, _ = said(capsys, "repair", "--library", str(tmp_path), "--format", "json")

    report = json.loads(told)
    assert status == 0
    assert (report["notes"], report["from_backup"]) == (1, 1)
    assert Path(report["kept"]).read_bytes() == b"broken " * 2000
    with open_library(tmp_path) as library:
        assert [note.text for note in library.notes.all()] == ["kept"]
