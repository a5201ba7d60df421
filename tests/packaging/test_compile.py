"""The compiled modules: the same code, used while their sources stay, never needed."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from talkreader import compiled

ROOT = Path(__file__).resolve().parent.parent.parent
NAME = "talkreader.parsing.page"
SHOW = f"import sys, importlib; print(importlib.import_module('{NAME}').__file__)"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the compiled modules of an environment where there is one."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.delenv(compiled.PURE, raising=False)
    return filled(compiled.folder_for(compiled.state()))


def filled(folder: Path) -> Path:
    """The folder, with a module that is no machine code, and what it was made from."""
    module = module_in(folder)
    module.parent.mkdir(parents=True)
    module.write_bytes(b"")
    written = compiled.state()
    (folder / compiled.SOURCES).write_text(written, encoding="utf-8", errors="surrogateescape")
    return folder


def module_in(folder: Path) -> Path:
    return folder / "talkreader" / "parsing" / f"page{EXTENSION_SUFFIXES[0]}"


def test_compiled_modules_are_used_while_their_sources_stay(folder: Path) -> None:
    assert compiled.modules() == {NAME: str(module_in(folder))}


def test_compiled_modules_of_other_sources_are_left_alone(folder: Path) -> None:
    (folder / compiled.SOURCES).write_text("1 2 other.py\n", encoding="utf-8")

    assert compiled.modules() == {}


def test_a_source_that_is_written_anew_has_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in compiled.ROOMS:
        (tmp_path / room).mkdir()
        (tmp_path / room / "one.py").write_text("ONE = 1\n")
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path)
    before = compiled.folder_for(compiled.state())

    (tmp_path / "store" / "one.py").write_text("ONE = 11\n")

    assert compiled.folder_for(compiled.state()) != before


@pytest.mark.parametrize("words", [b"", b"{", b"\xff\xfe"])
def test_compiled_modules_without_their_origin_are_left_alone(folder: Path, words: bytes) -> None:
    (folder / compiled.SOURCES).write_bytes(words)

    assert compiled.modules() == {}


def test_sources_are_read_where_nobody_compiled_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.delenv(compiled.PURE, raising=False)

    assert compiled.modules() == {}


def test_sources_are_read_when_somebody_asks_for_that(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(compiled.PURE, "1")

    assert module_in(folder).exists()
    assert compiled.modules() == {}


def test_a_module_is_taken_from_where_the_compiled_one_is(tmp_path: Path) -> None:
    environment = {**os.environ, compiled.PURE: "1"}
    pure = subprocess.check_output([sys.executable, "-c", SHOW], env=environment, text=True)
    assert Path(pure.strip()) == ROOT / "talkreader" / "parsing" / "page.py"

    del environment[compiled.PURE]
    module = tmp_path / f"page{EXTENSION_SUFFIXES[0]}"
    module.write_bytes(b"no machine code")
    begin = "import sys; from talkreader import compiled; "
    begin += f"sys.meta_path.insert(0, compiled.Finder({{ {NAME!r}: {str(module)!r} }})); "
    found = subprocess.run(
        [sys.executable, "-c", begin + SHOW],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode
    assert str(module) in found.stderr


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
