"""Compiling while nobody waits for it: when it is due, and that it is in nobody's way."""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from talkreader import compiled

ROOT = Path(__file__).resolve().parent.parent.parent
STEPPED_BACK = """
import json, os, sys
sys.path.insert(0, {packaging!r})
import behind
behind.step_back()
print(json.dumps([os.nice(0), os.sched_getscheduler(0) == os.SCHED_IDLE]))
"""


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, on a machine that has all that is needed to compile."""
    path = ROOT / "packaging" / "behind.py"
    spec = importlib.util.spec_from_file_location("behind", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "no_compiler", lambda: "")
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.delenv(compiled.PURE, raising=False)
    return module


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """An environment that has mypyc."""
    (tmp_path / "lib" / "python3.11" / "site-packages" / "mypyc").mkdir(parents=True)
    return tmp_path


def test_it_is_due_once_for_each_state_of_the_sources(
    behind: ModuleType, environment: Path
) -> None:
    assert behind.is_due(environment, set_up=False)

    compiled.folder_for("an earlier state\n", str(environment)).mkdir(parents=True)
    assert behind.is_due(environment, set_up=False)

    compiled.folder_for(compiled.state(), str(environment)).mkdir()
    assert not behind.is_due(environment, set_up=False)


def test_sources_that_did_not_compile_are_not_tried_again(
    behind: ModuleType, environment: Path
) -> None:
    folder = compiled.folder_for(compiled.state(), str(environment))
    folder.parent.mkdir(parents=True)
    folder.with_suffix(behind.FAILED).write_text("why")

    assert not behind.is_due(environment, set_up=False)


def test_without_mypyc_it_is_due_at_the_set_up_alone(behind: ModuleType, tmp_path: Path) -> None:
    assert not behind.is_due(tmp_path, set_up=False)
    assert behind.is_due(tmp_path, set_up=True)


def test_without_a_compiler_it_is_never_due(
    behind: ModuleType, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behind, "no_compiler", lambda: "the C compiler cc")

    assert not behind.is_due(environment, set_up=True)


def test_who_asks_for_the_sources_gets_nothing_compiled(
    behind: ModuleType, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(compiled.PURE, "1")

    assert not behind.is_due(environment, set_up=True)


def test_it_is_started_by_itself_and_nobody_waits_for_it(
    behind: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    script = tmp_path / "compile.py"
    script.write_text(
        "import json, os, sys\n"
        f"with open({str(told)!r}, 'w') as file:\n"
        "    print(json.dumps([os.getsid(0), sys.argv[1:]]), file=file)\n"
    )
    monkeypatch.setattr(behind, "COMPILE", script)

    behind.start(sys.executable, set_up=True)  # comes back, though nobody hears the other one yet

    with told.open(encoding="utf-8") as file:
        session, words = json.loads(file.read())
    assert words == ["--behind", behind.WAIT, "--set-up"]
    assert session != os.getsid(0)


def test_it_has_only_the_time_that_nobody_else_wants() -> None:
    code = STEPPED_BACK.format(packaging=str(ROOT / "packaging"))

    said = subprocess.check_output([sys.executable, "-c", code], text=True)

    assert json.loads(said) == [19, True]


def test_two_do_not_compile_at_once(behind: ModuleType, tmp_path: Path) -> None:
    place = tmp_path / "place"
    with behind.alone(place) as first, behind.alone(place) as second:
        assert (first, second) == (True, False)
    with behind.alone(place) as later:
        assert later


def test_it_is_not_done_while_another_one_does_it(tmp_path: Path) -> None:
    script = str(ROOT / "packaging" / "compile.py")
    prefix = f"import runpy, sys; sys.prefix = {str(tmp_path)!r}; "
    prefix += f"sys.path.insert(0, {str(ROOT / 'packaging')!r}); "
    prefix += f"sys.argv = [{script!r}, '--behind', '3600']; "
    place = compiled.place(str(tmp_path))
    place.mkdir(parents=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        done = subprocess.run(
            [sys.executable, "-c", prefix + f"runpy.run_path({script!r}, run_name='__main__')"],
            capture_output=True,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")
