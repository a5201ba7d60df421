"""The translation memory on the command line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader.cli import main
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.store import open_library

MOMENT = datetime(2022, 2, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    folder = tmp_path / "library"
    with open_library(folder) as opened:
        for name, source, target in (("1", "We are sorry.", "我们很抱歉。"), ("2", "Tea", "茶")):
            origin = TranslationOrigin.TYPED
            opened.translations.put(
                Translation(name, source, target, "en", "zh-hans", origin, MOMENT, MOMENT)
            )
    return ["--library", str(folder)]


def test_units_are_listed_and_found_by_words_of_either_side(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["memory", "抱歉", *library, "--format", "json"]) == 0
    (unit,) = json.loads(capsys.readouterr().out)
    assert (unit["source"], unit["target"]) == ("We are sorry.", "我们很抱歉。")

    assert main(["memory", *library]) == 0
    assert capsys.readouterr().out.count("zh-hans") == 2


@pytest.mark.parametrize("name", ["out.tmx", "out.xlf"])
def test_a_memory_moves_to_another_library_and_is_taken_in_once(
    library: list[str], tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / name, ["--library", str(tmp_path / "other")]

    assert main(["memory", *library, "--output", str(file)]) == 0
    assert main(["memory", "--add", str(file), *other]) == 0
    assert main(["memory", "--add", str(file), *other]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "2 new, 0 the same, 0 refused",
        "0 new, 2 the same, 0 refused",
    ]


def test_a_file_that_is_not_there_is_told(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["memory", "--add", str(tmp_path / "no.tmx"), *library]) == 1
    assert "cannot be read" in capsys.readouterr().err
