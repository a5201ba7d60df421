"""Pages without a title on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import run


def test_a_page_without_a_title_is_named_by_its_file(
    tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--library", str(tmp_path / "library")]
    run(capsys, "import", *words, str(seeds / "night-ferry.wiki"))

    found = run(capsys, "search", "timetable", *words)[1]
    listed = run(capsys, "stats", *words)[1]
    shown = run(capsys, "show", "1", *words)[1]

    assert "(night-ferry.wiki) › The winter timetable" in found
    assert listed.rstrip().endswith("(night-ferry.wiki)")
    assert shown.startswith("(night-ferry.wiki)\n\n")
