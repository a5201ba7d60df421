"""The program as people start it: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from talkreader import __main__, cli

ROOT = Path(__file__).resolve().parent.parent
TALKREADER = (sys.executable, "-m", "talkreader")


def talkreader(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*TALKREADER, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def comments_of(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All comments of the printed sections, replies too, in page order."""
    found, waiting = [], [c for s in reversed(sections) for c in reversed(s["comments"])]
    while waiting:
        comment = waiting.pop()
        found.append(comment)
        waiting += reversed(comment["replies"])
    return found


@pytest.mark.parametrize("form", ["txt", "wiki", "html", "xml", "json"])
def test_threads_prints_the_whole_discussion(seeds: Path, form: str) -> None:
    done = talkreader("threads", seeds / f"lighthouse-fund.{form}", "--format", "json")

    assert (done.returncode, done.stderr) == (0, "")
    sections = json.loads(done.stdout)
    assert len(sections) == 10
    times = [comment["timestamp"] for comment in comments_of(sections)]
    assert len(times) == 40
    assert times[0] == "2023-05-02T09:30Z"
    assert times[-1] == "2023-05-21T19:58Z"


def test_threads_as_text_shows_people_and_words_in_both_languages(seeds: Path) -> None:
    done = talkreader("threads", seeds / "lighthouse-fund.html", "--format", "text")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Hollis Vane (Lighthouse)" in done.stdout
    assert "林小滿" in done.stdout
    assert "封禁" in done.stdout


def test_imported_page_is_found_again_by_a_two_character_word(seeds: Path, tmp_path: Path) -> None:
    library = ("--library", tmp_path)
    imported = talkreader("import", seeds / "lighthouse-fund.xml", *library)
    found = talkreader("search", "道歉", *library, "--format", "json")

    assert imported.returncode == 0, imported.stderr
    assert found.returncode == 0, found.stderr
    hits = json.loads(found.stdout)
    comments = [hit for hit in hits if hit["kind"] == "comment"]
    assert {hit["author"] for hit in comments} == {"陈青禾", "Ilse Quarry"}
    assert all(hit["site"] == "examplewiki" for hit in hits)


def test_file_that_is_no_archive_ends_with_one_sentence_and_status_1(tmp_path: Path) -> None:
    picture = tmp_path / "holiday.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))

    done = talkreader("threads", picture)

    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "holiday.png" in done.stderr


def test_wrong_use_ends_with_status_2() -> None:
    assert talkreader("threads").returncode == 2


def test_window_opens_the_page_and_keeps_it_in_the_library(seeds: Path, tmp_path: Path) -> None:
    library = ("--library", tmp_path / "library")
    window = talkreader(
        *library,
        seeds / "lighthouse-fund.html",
        QT_QPA_PLATFORM="offscreen",
        TALKREADER_CONFIG=str(tmp_path / "config"),
        TALKREADER_EXIT_AFTER_PAINT="1",
    )
    found = talkreader("search", "封禁", *library, "--format", "json")

    assert window.returncode == 0, window.stderr
    assert json.loads(window.stdout)["page"] > 0
    pages = {hit["page"] for hit in json.loads(found.stdout)}
    assert pages == {"Talk:Lighthouse Fund/Spring round"}


def test_window_without_a_screen_is_the_page_in_the_terminal(seeds: Path) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = talkreader(seeds / "lighthouse-fund.html", **nothing)

    assert done.returncode == 0, done.stderr
    assert "no screen" in done.stderr
    assert "Ana Brook" in done.stdout


def test_window_has_the_style_that_keeps_to_the_palette_whatever_the_desktop_says() -> None:
    code = "from talkreader.start import make_application as m; print(m().style().name())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout.strip() == "fusion", done.stderr


def test_words_are_files_and_one_option_names_the_library() -> None:
    from talkreader.__main__ import _window_arguments

    assert _window_arguments(["a.txt", "讨论.html"]) == ([Path("a.txt"), Path("讨论.html")], None)
    assert _window_arguments(["--library", "kept", "a.txt"]) == ([Path("a.txt")], Path("kept"))
    assert _window_arguments(["--library=kept", "--", "-a.txt"]) == (
        [Path("-a.txt")],
        Path("kept"),
    )


def test_every_command_of_the_command_line_is_known_as_one() -> None:
    actions = cli._parser()._actions
    [commands] = [set(action.choices) for action in actions if isinstance(action.choices, dict)]

    assert commands == set(__main__._COMMANDS)
