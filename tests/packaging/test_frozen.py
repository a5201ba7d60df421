"""The recipe of the build that needs no Python names what there is."""

from __future__ import annotations

import shutil
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from types import SimpleNamespace

import pytest

from talkreader import compiled

ROOT = Path(__file__).resolve().parent.parent.parent
SPEC = ROOT / "packaging" / "talkreader.spec"


SCRIPTS = [
    (name, f"/hooks/{name}.py", "PYSOURCE")
    for name in ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pyside6", "__main__")
]


def build(monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, object], list[object]]:
    """Return what the recipe gives to the analysis, and to the program."""
    hooks = SimpleNamespace(
        collect_all=lambda _name: ([], [], []),
        collect_data_files=lambda _name: [],
    )
    monkeypatch.setitem(__import__("sys").modules, "PyInstaller", SimpleNamespace())
    monkeypatch.setitem(__import__("sys").modules, "PyInstaller.utils", SimpleNamespace())
    monkeypatch.setitem(__import__("sys").modules, "PyInstaller.utils.hooks", hooks)
    given: dict[str, object] = {}

    def analyse(scripts: list[str], **more: object) -> SimpleNamespace:
        given.update(more, scripts=scripts)
        return SimpleNamespace(pure=(), scripts=SCRIPTS, binaries=(), datas=())

    parts: list[object] = []

    def make(*given: object, **_more: object) -> None:
        parts.extend(given)

    def nothing(*_parts: object, **_more: object) -> None:
        return None

    made = {"SPECPATH": str(SPEC.parent), "Analysis": analyse}
    exec(  # noqa: S102 - as PyInstaller does
        compile(SPEC.read_text("utf-8"), str(SPEC), "exec"),
        {**made, "PYZ": nothing, "EXE": make, "COLLECT": nothing},
    )
    return given, parts


def test_frozen_program_has_what_the_window_reads_and_starts_where_workers_can(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given, _parts = build(monkeypatch)

    (script,) = given["scripts"]  # type: ignore[misc]
    assert "freeze_support()" in Path(script).read_text("utf-8")
    hidden = given["hiddenimports"]
    assert {"talkreader.store", "talkreader.archives.pages.wikitext"} <= set(hidden)  # type: ignore[call-overload]
    names = {(Path(source).name, target) for source, target in given["datas"]}  # type: ignore[attr-defined]
    assert ("talkreader_zh_TW.qm", "talkreader/resources/translations") in names
    assert ("languages.json", "talkreader/resources") in names
    assert ("lighthouse-fund.wiki", "talkreader/seeds") in names
    assert not any(name.endswith((".ts", ".png")) for name, _target in names)


def test_frozen_program_loads_qt_for_a_window_only(monkeypatch: pytest.MonkeyPatch) -> None:
    _given, parts = build(monkeypatch)

    names = [entry[0] for entry in parts[1]]  # type: ignore[attr-defined]
    assert names == ["pyi_rth_inspect", "pyi_rth_multiprocessing", "__main__"]


def test_frozen_program_has_what_was_compiled_of_its_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "here"))
    monkeypatch.delenv(compiled.PURE, raising=False)
    state = compiled.state()
    folder = compiled.folder_for(state)
    module = folder / "talkreader" / "parsing" / f"page{EXTENSION_SUFFIXES[0]}"
    module.parent.mkdir(parents=True)
    module.write_bytes(b"")
    (folder / compiled.SOURCES).write_text(state, encoding="utf-8", errors="surrogateescape")

    given, _parts = build(monkeypatch)
    frozen = tmp_path / "frozen"
    for source, target in given["datas"]:  # type: ignore[attr-defined]
        if "compiled" in target:
            (frozen / target).mkdir(parents=True, exist_ok=True)
            shutil.copy(source, frozen / target)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "prefix", str(frozen))
    monkeypatch.setattr(compiled, "PACKAGE", frozen / "no sources")

    found = compiled.modules()

    assert list(found) == ["talkreader.parsing.page"]
    assert Path(found["talkreader.parsing.page"]).is_relative_to(frozen)
