"""The commands that bring archives in, and tell what became of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from talkreader import cli
from talkreader.cli.importing import duration
from tests.test_import_files import parts
from tests.test_ingest import dump, signed

BOARD = (
    "<revision><id>9</id><timestamp>2023-05-05T00:00:00Z</timestamp><model>flow-board</model>"
    "<format>application/json</format><text>{}</text></revision>"
)


@pytest.fixture
def library(tmp_path: Path) -> list[str]:
    return ["--library", str(tmp_path / "library")]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = cli.main(list(words))
    out, err = capsys.readouterr()
    return status, out, err


def test_a_dry_run_counts_and_stores_nothing(
    tmp_path: Path, library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(parts(tmp_path / "dump"))

    status, out, _ = said(capsys, "import", "--dry-run", folder, *library)
    _, rows, _ = said(capsys, "stats", *library, "--format", "json")

    assert status == 1  # one part is cut off
    assert "4 pages, 4 comments" in out
    assert "skipped: 1 page without a discussion (articles)" in out
    assert "Nothing was stored" in out
    assert json.loads(rows)["pages"] == 0


def test_a_folder_is_one_import_with_its_report(
    tmp_path: Path, library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(parts(tmp_path / "dump"))

    status, out, err = said(capsys, "import", folder, *library, "--format", "json")
    _, listed, _ = said(capsys, "imports", *library)
    _, whole, _ = said(capsys, "imports", "1", *library)
    missing, _, trouble = said(capsys, "imports", "7", *library)

    (row,) = json.loads(out)
    assert (row["new_pages"], row["comments"], row["files"]) == (4, 4, 3)
    assert row["skipped_why"] == {"other-file": 1, "no-discussion": 1, "refused": 1}
    reasons = [each["why"] for each in row["each_file"] if each["why"]]
    assert sorted(reasons) == ["other-file", "refused"]
    assert [each["error"] is None for each in row["each_file"]].count(False) == 2  # one was cut off
    assert status == 1  # one part is cut off, and that is told
    assert "cut off or broken" in err
    assert "done" in listed
    assert "4 pages " in listed
    assert "warning:" in whole
    assert (missing, "no import 7" in trouble) == (1, True)


def test_only_the_namespaces_and_times_that_are_named_come_in(
    tmp_path: Path, library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({"Talk:A": signed("Out."), "Lamp": signed("In.")}), "utf-8")
    name = str(file)

    _, none, _ = said(capsys, "import", name, "--since", "2023-06-01", *library)
    _, talk, _ = said(capsys, "import", name, "--namespaces", "talk", *library)
    _, both, _ = said(capsys, "import", name, "--namespaces", "0,1", *library)

    assert "0 pages" in none
    assert "skipped: 2 pages not changed since" in none
    assert "1 page, 1 comment (" in talk
    assert "skipped: 1 page of other namespaces" in talk
    assert "1 new, 1 as stored before" in both


def test_one_of_a_thing_is_said_as_one(
    tmp_path: Path, library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "only.wiki").write_text(
        "== A ==\nHi. [[User:Ada]] 10:00, 1 May 2023 (UTC)\n", "utf-8"
    )
    (folder / "none.wiki").write_bytes(b"")

    _, told, _ = said(capsys, "import", str(folder), *library)
    _, listed, _ = said(capsys, "imports", *library)
    _, totals, _ = said(capsys, "stats", *library)

    assert ": 1 page, 1 comment (" in told
    assert "skipped: 1 file that could not be read" in told
    assert "1 page           1 comment " in listed
    assert totals.startswith("1 page, 1 comment, 0 notes\n")


def test_the_report_of_a_single_small_file_is_kept_as_well(
    tmp_path: Path, library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    board = f"<page><title>Topic:X</title><ns>2600</ns><id>9</id>{BOARD}</page></mediawiki>"
    text = dump({"Talk:A": signed("Out."), "Lamp": "An article."})
    file = tmp_path / "dump.xml"
    file.write_text(text.replace("</mediawiki>", board), "utf-8")

    _, told, _ = said(capsys, "import", str(file), *library)
    _, listed, _ = said(capsys, "imports", *library)
    _, whole, _ = said(capsys, "imports", "1", *library)

    assert "skipped: 1 page without a discussion (articles)" in told
    assert "skipped: 1 page of Structured Discussions (what was said there is not in" in told
    assert "1 page           1 comment   " + str(file) in listed
    assert whole.splitlines()[1:] == told.splitlines()[1:]


def test_an_older_dump_does_not_take_the_place_of_a_newer_page(
    tmp_path: Path, library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.xml", tmp_path / "new.xml"
    text = dump({"Talk:A": signed("Out."), "Talk:B": signed("Lit.")})
    old.write_text(text, "utf-8")
    new.write_text(text.replace("2023-05-05", "2023-06-05").replace("Out.", "In again."), "utf-8")

    said(capsys, "import", str(new), *library)
    _, told, _ = said(capsys, "import", str(old), *library)
    _, found, _ = said(capsys, "search", "again", *library)

    assert "skipped: 1 page older than what is stored" in told
    assert "In again." in found


@pytest.mark.parametrize("words", [("--namespaces", "all"), ("--since", "yesterday")])
def test_a_choice_that_is_not_understood_is_wrong_use(
    words: tuple[str, str], library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["import", "x.xml", *words, *library])

    assert end.value.code == 2
    assert words[1] in capsys.readouterr().err


def test_times_are_told_in_words() -> None:
    assert [duration(s) for s in (4.2, 59, 61, 3000, 11_100)] == [
        "4 s", "59 s", "1 min", "50 min", "3 h 05 min",
    ]  # fmt: skip
