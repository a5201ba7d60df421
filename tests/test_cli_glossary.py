"""The glossary on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from talkreader.cli import main
from talkreader.domain.glossary import Term
from talkreader.store import open_library


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    folder = tmp_path / "library"
    with open_library(folder) as opened:
        opened.terms.put(Term("scanner pool", "扫描仪共享", "掃描器共享", "of the fund", own=True))
    return ["--library", str(folder)]


def test_terms_are_found_in_either_script_ours_and_the_programs(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["glossary", "掃描", *library]) == 0
    assert capsys.readouterr().out == "scanner pool  扫描仪共享 / 掃描器共享  of the fund\n"

    assert main(["glossary", "關注度", *library, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert "notability" in {term["english"] for term in found}
    assert not any(term["own"] for term in found)


@pytest.mark.parametrize("name", ["out.csv", "out.tbx"])
def test_ones_own_terms_move_to_another_library(
    library: list[str], tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / name, ["--library", str(tmp_path / "other")]

    assert main(["glossary", "--own", *library, "--output", str(file)]) == 0
    assert main(["glossary", "--add", str(file), *other]) == 0
    assert main(["glossary", "--add", str(file), *other]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said == ["1 new, 0 the same, 0 refused", "0 new, 1 the same, 0 refused"]


def test_what_cannot_be_used_is_told_line_by_line(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.csv"
    file.write_text("en,zh-hans\nboat,船\nnothing,\n", encoding="utf-8")

    assert main(["glossary", "--add", str(file), *library]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "1 new, 0 the same, 1 refused",
        "  2: is in one language only: nothing",
    ]


def test_a_file_that_is_no_glossary_is_told(library: list[str], tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("a,b\n", encoding="utf-8")

    assert main(["glossary", "--add", str(file), *library]) == 1
    assert main(["glossary", "--add", str(tmp_path / "no.csv"), *library]) == 1
