"""Paths are shown, kept and asked about, whatever they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from talkreader.domain.paths import is_folder, is_there, path_text


def test_a_path_that_the_system_refuses_is_no_folder_and_not_there() -> None:
    too_long = Path("x" * 5000)

    assert (is_folder(too_long), is_there(too_long)) == (False, False)


def test_a_name_that_is_text_stays(tmp_path: Path) -> None:
    assert path_text(tmp_path / "讨论 100%.txt") == str(tmp_path / "讨论 100%.txt")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes only there")
def test_bytes_of_a_name_that_are_no_text_are_told_apart() -> None:
    assert path_text(Path(os.fsdecode(b"a\xff\xe8"))) == "a%FF%E8"
