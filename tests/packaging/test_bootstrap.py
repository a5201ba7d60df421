"""The script that makes the environment: plain, sure of what it remembers, clear in words."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "packaging" / "bootstrap.py"
SCRIPTS = (SCRIPT, SCRIPT.with_name("behind.py"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose environment is made already: its Python is the one that runs the tests."""
    folder = tmp_path / "checkout"
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    (folder / "packaging").mkdir()
    for script in SCRIPTS:
        shutil.copy(script, folder / "packaging")
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    python.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    script = loaded(folder)
    script.STAMP.write_text(json.dumps({"key": script.environment_key(), "developer": True}))
    return folder


def loaded(checkout: Path) -> ModuleType:
    """The checkout's own script, as a module."""
    spec = importlib.util.spec_from_file_location(
        "bootstrap", checkout / "packaging" / "bootstrap.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(
    checkout: Path, *words: str, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """The finished script, started where there is no screen."""
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in screen}
    return subprocess.run(
        [sys.executable, str(checkout / "packaging" / "bootstrap.py"), *words],
        cwd=cwd,
        env={**environment, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_script_can_be_read_by_an_old_python(script: Path) -> None:
    ast.parse(script.read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_script_needs_the_standard_library_only(script: Path) -> None:
    tree = ast.parse(script.read_text("utf-8"))
    named = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    named |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert "subprocess" in named
    ours = {"behind", "talkreader"}  # which has nothing but them where it is used
    assert {name.partition(".")[0] for name in named} <= sys.stdlib_module_names | ours


def test_without_a_screen_the_page_is_shown_in_the_terminal(checkout: Path) -> None:
    done = run(checkout, "run", "lighthouse-fund.html", cwd=checkout / "seeds")

    assert done.returncode == 0
    assert "there is no screen" in done.stderr
    assert "Ana Brook" in done.stdout
    assert "基金" in done.stdout


def test_without_a_screen_and_a_file_the_sample_is_shown(checkout: Path) -> None:
    done = run(checkout, "run")

    assert done.returncode == 0
    assert "sample" in done.stderr
    assert "Ana Brook" in done.stdout


def test_screen_that_nobody_serves_is_no_screen(checkout: Path) -> None:
    done = run(checkout, "run", DISPLAY=":9871")

    assert done.returncode == 0
    assert "the screen :9871 does not answer" in done.stderr


def test_file_that_is_not_there_ends_with_status_1(checkout: Path) -> None:
    done = run(checkout, "run", "nowhere.txt")

    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr


def test_unknown_command_is_answered_by_the_two_known_ones(checkout: Path) -> None:
    done = run(checkout, "install")

    assert done.returncode == 2
    assert "bootstrap.py run [FILE...]" in done.stderr
    assert "bootstrap.py test" in done.stderr


def test_environment_is_made_anew_when_the_project_asks_for_something_else(checkout: Path) -> None:
    script = loaded(checkout)
    before = script.stamped()
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# another library\n")

    assert before["developer"] is True
    assert script.stamped() == {}


def test_damaged_stamp_is_as_good_as_none(checkout: Path) -> None:
    script = loaded(checkout)
    script.STAMP.write_text("[not a stamp", encoding="utf-8")

    assert script.stamped() == {}


def test_listening_socket_answers_and_a_left_over_one_does_not(tmp_path: Path) -> None:
    script = loaded(ROOT)
    place = str(tmp_path / "X0")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()

        assert script.answers(place)
    assert not script.answers(place)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            "Looking\n  ERROR: no such library\nERROR: build failed\nnote: an error\n",
            "no such library",
        ),
        ("Traceback\nImportError: libEGL.so.1: cannot open\n", "libEGL.so.1: cannot open"),
        ("one\ntwo\n", "two"),
        ("", "status 1"),
    ],
)
def test_first_error_is_what_a_failed_command_says(words: str, why: str) -> None:
    done = subprocess.CompletedProcess(["pip"], 1, "", words)

    assert loaded(ROOT).last_error(done) == why
