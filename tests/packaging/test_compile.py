"""The compiled room: the same code, used while its sources stay, never needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from talkreader import compiled

ROOT = Path(__file__).resolve().parent.parent.parent
SHOW = "import talkreader.parsing; print(talkreader.parsing.__path__[0])"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the compiled modules of an environment where there are some."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.delenv(compiled.PURE, raising=False)
    folder = compiled.place()
    folder.mkdir(parents=True)
    (folder / compiled.SOURCES).write_text(json.dumps(compiled.state()), encoding="utf-8")
    return folder


def test_compiled_modules_are_used_while_their_sources_stay(place: Path) -> None:
    assert compiled.modules() == [str(place)]


def test_compiled_modules_of_other_sources_are_left_alone(place: Path) -> None:
    state = compiled.state()
    state[0][2] = 0
    (place / compiled.SOURCES).write_text(json.dumps(state), encoding="utf-8")

    assert compiled.modules() == []


@pytest.mark.parametrize("words", ["", "{", "[1]", "\udcff"])
def test_compiled_modules_without_their_origin_are_left_alone(place: Path, words: str) -> None:
    (place / compiled.SOURCES).write_bytes(words.encode("utf-8", "surrogateescape"))

    assert compiled.modules() == []


def test_sources_are_read_where_nobody_compiled_them(place: Path) -> None:
    (place / compiled.SOURCES).unlink()
    place.rmdir()

    assert compiled.modules() == []


def test_sources_are_read_when_somebody_asks_for_that(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(compiled.PURE, "1")

    assert compiled.modules() == []


def test_room_is_taken_from_where_the_compiled_modules_are(tmp_path: Path) -> None:
    environment = {**os.environ, compiled.PURE: "1"}
    pure = subprocess.check_output([sys.executable, "-c", SHOW], env=environment, text=True)
    assert Path(pure.strip()) == ROOT / "talkreader" / "parsing"

    del environment[compiled.PURE]
    begin = f"import sys; sys.prefix = {str(tmp_path)!r}; from talkreader import compiled as c; "
    begin += "import json; c.place().mkdir(parents=True); "
    begin += "(c.place() / c.SOURCES).write_text(json.dumps(c.state())); "
    found = subprocess.check_output(
        [sys.executable, "-c", begin + SHOW], env=environment, text=True
    )
    assert Path(found.strip()).parent.parent == tmp_path


def test_without_a_compiler_it_says_so_and_changes_nothing() -> None:
    before = compiled.modules()
    environment = {**os.environ, "CC": "no-such-compiler"}
    script = str(ROOT / "packaging" / "compile.py")

    done = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 3
    assert "no-such-compiler" in done.stdout
    assert compiled.modules() == before
