"""The codebook on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from talkreader.cli import main
from talkreader.domain.code import Code
from talkreader.store import open_library
from tests.store.pages import make_note


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    folder = tmp_path / "library"
    with open_library(folder) as opened:
        opened.notes.add(make_note(tags=["vote/no", "fund"]))
        opened.codes.put(Code("vote/no", "#aa0000", "Says no."))
    return ["--library", str(folder)]


def test_codes_are_listed_with_the_levels_above_them(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["codes", *library, "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)

    assert [(each["code"], each["notes"]) for each in listed] == [
        ("fund", 1),
        ("vote", 0),
        ("vote/no", 1),
    ]
    assert main(["codes", *library]) == 0
    assert "Says no." in capsys.readouterr().out


def test_a_code_is_renamed_in_all_notes(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["codes", *library, "--rename", "vote", "ballot"]) == 0
    assert "in 1 note\n" in capsys.readouterr().out

    assert main(["codes", *library, "--rename", "vote", "other"]) == 1
    assert "no code" in capsys.readouterr().err
    assert main(["codes", *library, "--rename", "ballot", "ballot/no"]) == 1
    assert "under itself" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["book.qdc", "book.csv"])
def test_a_codebook_moves_to_another_library_and_is_taken_in_once(
    library: list[str], tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / name, ["--library", str(tmp_path / "other")]

    assert main(["codes", *library, "--output", str(file)]) == 0
    assert main(["codes", "--add", str(file), *other]) == 0
    assert main(["codes", "--add", str(file), *other]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "New: 3 of 3 codes",
        "New: 0 of 3 codes",
    ]


def test_a_project_has_the_colours_and_definitions_of_its_codes(
    library: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "notes.qdpx"
    assert main(["export", "notes", *library, "--as", "qdpx", "--output", str(file)]) == 0

    project = zipfile.ZipFile(file).read("project.qde").decode()
    assert "Says no." in project
    assert "#aa0000" in project


def test_a_file_that_is_not_there_is_told(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["codes", "--add", str(tmp_path / "no.qdc"), *library]) == 1
    assert "cannot be read" in capsys.readouterr().err
