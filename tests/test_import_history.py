"""A dump with all revisions, folded on its way into the library."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader import cli, ingest
from talkreader.domain.page import ChangeKind, PageKey
from talkreader.store import Library, open_library
from tests.archives.build import export, page, revision
from tests.parsing.test_history import said

KEY = PageKey("bridgewiki", "Diskussion:Lampe")
TEXTS = [said("Out."), said("Out!") + "\n" + said("Lit.", "Bo"), said("Out!")]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def dump(folder: Path, texts: list[str]) -> Path:
    file = folder / "full.xml"
    revisions = [revision(t, n, f"2023-05-0{n}T00:00:00Z") for n, t in enumerate(texts, 1)]
    file.write_bytes(export([page("Diskussion:Lampe", *revisions)]))
    return file


def kinds(library: Library) -> list[tuple[int | None, ChangeKind, str | None]]:
    return [(c.revision.id, c.kind, c.text) for c in library.history.of_page(KEY)]


ALL = [
    (1, ChangeKind.FIRST, None),
    (2, ChangeKind.EDITED, "Out."),
    (2, ChangeKind.FIRST, None),
    (3, ChangeKind.REMOVED, "Lit."),
]


@pytest.mark.parametrize("limit", [0, 1 << 40])
def test_revisions_become_changes_of_comments(
    library: Library, tmp_path: Path, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "LARGE", limit)

    report = ingest.import_files([dump(tmp_path, TEXTS)], library)

    (info,) = report.pages
    assert (report.histories, report.comments, info.version) == (1, 1, 1)
    assert kinds(library) == ALL
    known = library.history.of_page(KEY)
    (_, edited) = (change for change in known if change.comment == "c-Ada-20230504100100")
    assert (edited.revision.contributor, edited.revision.comment) == ("Ida Holm", "more")


def test_a_history_is_kept_when_the_page_is_known_and_when_less_of_it_comes(
    library: Library, tmp_path: Path
) -> None:
    ingest.import_files([dump(tmp_path, TEXTS[-1:])], library)
    before = kinds(library)
    ingest.import_files([dump(tmp_path, TEXTS)], library)
    ingest.import_files([dump(tmp_path, TEXTS[1:])], library)

    assert before == []
    assert kinds(library) == ALL
    assert len(library.pages.all(current_only=False)) == 1


def test_a_page_that_comes_in_two_parts_is_one_page_with_its_history(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "dump"
    folder.mkdir()
    texts = [*TEXTS, said("Out of order!")]
    revisions = [revision(t, n, f"2023-05-0{n}T00:00:00Z") for n, t in enumerate(texts, 1)]
    for name, some in (("p1r1", revisions[:2]), ("p1r3", revisions[2:])):
        (folder / f"full-{name}.xml").write_bytes(export([page("Diskussion:Lampe", *some)]))

    report = ingest.import_files([folder], library)

    assert report.histories == 1
    assert library.history.of_page(KEY)


def test_revisions_out_of_order_are_told_and_left_out(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "full.xml"
    revisions = [revision(t, n, f"2023-05-0{n}T00:00:00Z") for n, t in enumerate(TEXTS, 1)]
    file.write_bytes(export([page("Diskussion:Lampe", revisions[0], revisions[2], revisions[1])]))

    report = ingest.import_files([file], library)

    assert [number for number, _, _ in kinds(library)] == [1, 3]
    assert "order" in report.warnings[0].sentence


def test_the_command_line_shows_how_comments_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "library")]
    file = dump(tmp_path, TEXTS)

    assert cli.main(["import", str(file), *library]) == 0
    assert "the revisions of 1 page were folded" in capsys.readouterr().out
    assert cli.main(["history", "Lampe", *library]) == 0
    text = capsys.readouterr().out
    assert cli.main(["history", "Lampe", *library, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    one = ["--comment", "c-Bo-20230504100100"]
    assert cli.main(["history", "Lampe", *library, *one]) == 0
    about_one = capsys.readouterr().out

    assert "removed    2023-05-03 00:00  by Ida Holm  (revision 3)" in text
    assert "before: Lit." in text
    assert [row["change"] for row in rows] == ["first", "edited", "first", "removed"]
    assert "c-Ada" not in about_one


def test_a_page_without_a_history_says_what_to_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "library")]
    cli.main(["import", str(dump(tmp_path, TEXTS[:1])), *library])

    assert cli.main(["history", "Lampe", *library]) == 1
    assert "all revisions" in capsys.readouterr().err
