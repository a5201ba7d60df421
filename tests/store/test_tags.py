"""Tags are looked for by the name that a codebook shows, wherever it stands in the hierarchy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader import cli
from talkreader.domain.grammar import parse_query
from talkreader.store import Library, open_library
from tests.store.pages import make_note

TAGS = ("round", "process/round", "process/round/two", "rounds", "around", "process")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        for tag in TAGS:
            opened.notes.add(make_note(tags=(tag,)))
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag:round", {"round", "process/round", "process/round/two"}),
        ("tag:Round", {"round", "process/round", "process/round/two"}),
        ("tag:#round", {"round", "process/round", "process/round/two"}),
        ("tag:=round", {"round"}),
        ("tag:=process", {"process", "process/round", "process/round/two"}),
        ("tag:process/round", {"process/round", "process/round/two"}),
        ("tag:two", {"process/round/two"}),
        ("tag:=two", set()),
    ],
)
def test_a_tag_is_found_by_any_of_its_levels(library: Library, query: str, found: set[str]) -> None:
    ids = library.notes_found(parse_query(query))

    assert {note.tags[0] for note in library.notes.all() if note.id in ids} == found


def test_a_tag_is_offered_by_any_of_its_levels(library: Library) -> None:
    assert set(library.suggest("tag", "ro")) == {
        *("round", "rounds", "process/round", "process/round/two"),
    }


def test_the_command_line_takes_notes_by_the_name_of_their_tag(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", "notes", "--as", "csv", "--library", str(tmp_path), "--scope"]
    counts = []
    for scope in ("tag:round", "tag:two"):  # the first is a tag, the second a part of one
        assert cli.main([*words, scope]) == 0
        counts.append(len(capsys.readouterr().out.strip().splitlines()) - 1)

    assert counts == [1, 1]
