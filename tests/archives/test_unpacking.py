"""A large bzip2 file is unpacked more quickly, and says the same as the standard library."""

from __future__ import annotations

import bz2
from collections.abc import Callable
from pathlib import Path

import pytest

from talkreader.archives import open_archive
from talkreader.archives.packed import unpacking
from talkreader.archives.packed.source import source_of_file
from talkreader.archives.packed.unpacking import quick_bzip2
from talkreader.domain.errors import DamagedArchive

from .build import numbered

pytest.importorskip("indexed_bzip2", reason="the extra [fast] is not installed here")

WHOLE = bz2.compress(numbered(1_500))
"""Two blocks and more."""

FILES: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda data: data,
    "cut": lambda data: data[: len(data) * 3 // 4],
    "cut in its head": lambda data: data[:20],
    "without its last bytes": lambda data: data[:-5],
    "with another byte": lambda data: data[:-9_000] + b"?" + data[-8_999:],
    "with another sum": lambda data: data[:-2] + b"??",
    "of two streams": lambda data: data + bz2.compress(b"<!-- more -->"),
    "of one stream and a half": lambda data: data + data[: len(data) // 2],
    "with zeros behind it": lambda data: data + b"\0" * 70_000,
    "with something else behind it": lambda data: data + b"garbage" * 900,
    "with something else between two": lambda data: data + b"garbage" * 9 + data,
    "with a second one without its mark": lambda data: data + b"?" + data[1:] + data,
    "with a second one that is damaged": lambda data: data + data[:900] + b"?" + data[901:] + data,
}


def told(path: Path) -> tuple[list[str], str, object, object]:
    """The titles of the pages, and what was said of the damage, but for its byte."""
    titles: list[str] = []
    try:
        titles.extend(page.title for page in open_archive(path).pages())
    except DamagedArchive as damage:
        return titles, damage.template, damage.params.get("reason"), damage.params.get("count")
    return titles, "", None, None


@pytest.mark.parametrize("name", FILES)
def test_it_gives_the_pages_and_the_words_of_the_standard_library(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dump.xml.bz2"
    file.write_bytes(FILES[name](WHOLE))
    expected = told(file)

    monkeypatch.setattr(unpacking, "LARGE", 1)

    assert told(file) == expected
    assert name != "whole" or len(expected[0]) == 1_500


def test_only_a_large_file_of_its_own_is_worth_loading_it_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dump.xml.bz2"
    file.write_bytes(WHOLE)
    small = source_of_file(file).open()
    assert quick_bzip2(small) is None

    monkeypatch.setattr(unpacking, "LARGE", 1)
    quick = quick_bzip2(small)

    assert quick is not None
    quick.close()
    small.close()
