"""The command line, in this process: what it prints is a contract."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from talkreader import cli
from talkreader.store.files.schema import ARCHIVE, Schema, migrate


def library_with(file: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the words that name a new library with a file in it."""
    words = ["--library", str(folder)]
    assert cli.main(["import", str(file), *words]) == 0
    capsys.readouterr()
    return words


@pytest.fixture
def library(tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The words that name a library with the sample in it."""
    return library_with(seeds / "lighthouse-fund.xml", tmp_path / "library", capsys)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = cli.main(list(words))
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_a_file_of_several_pages_prints_a_line_of_json_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "<page><title>Talk:{0}</title><ns>1</ns><id>{0}</id><revision><id>{0}</id>"
    text = "<text>Hi. [[User:Ada|Ada]] 10:00, 4 May 2023 (UTC)</text></revision></page>"
    file = tmp_path / "two.xml"
    body = "".join(page.format(number) + text for number in (1, 2))
    file.write_text(f'<mediawiki version="0.11">{body}</mediawiki>', "utf-8")

    status, out, err = run(capsys, "threads", str(file), "--format", "json")

    rows = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [row["title"] for row in rows] == ["Talk:1", "Talk:2"]
    assert all(row["sections"][0]["comments"][0]["author"] == "Ada" for row in rows)


def test_pages_before_a_damage_are_printed_and_the_status_is_1(
    tmp_path: Path, seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cut.xml"
    whole = (seeds / "lighthouse-fund.xml").read_text("utf-8")
    file.write_text(whole.replace("</mediawiki>", "<page><title>Talk:Cut</ti"), "utf-8")

    status, out, err = run(capsys, "threads", str(file), "--format", "json")

    assert status == 1
    assert len(json.loads(out)) == 10
    assert len(err.strip().splitlines()) == 1


def test_a_stored_page_is_shown_by_its_number_and_by_a_part_of_its_title(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    by_number = run(capsys, "show", "1", *library)
    by_title = run(capsys, "show", "lighthouse", *library)

    assert by_number == by_title
    assert by_number[0] == 0
    assert "Hollis Vane (Lighthouse) · 2023-05-02 09:30 UTC" in by_number[1]


def test_a_page_that_is_not_there_is_told_in_one_sentence(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "show", "Nowhere", *library)

    assert (status, out) == (1, "")
    assert err == "talkreader: No page “Nowhere” in this library; talkreader stats lists them\n"


def test_hits_have_the_fields_of_the_contract(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(
        capsys, "search", "from:Tobias", "封禁 OR block*", *library, "--format", "json"
    )

    hits: list[dict[str, Any]] = json.loads(out)
    assert status == 0
    assert hits
    assert set(hits[0]) == {
        "site", "page", "section", "comment", "author", "timestamp", "snippet", "kind"
    }  # fmt: skip
    assert {hit["author"] for hit in hits} == {"Tobias Fenn"}


def test_search_counts_sums_up_and_cites(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("scanner", *library)
    _, out, _ = run(capsys, "search", *words, "--format", "json", "--order", "oldest")
    times = [hit["timestamp"] for hit in json.loads(out) if hit["timestamp"]]
    assert times == sorted(times)

    _, count, _ = run(capsys, "search", *words, "--count")
    assert int(count) == len(json.loads(out))
    _, facets, _ = run(capsys, "search", *words, "--facets", "--format", "json")
    assert json.loads(facets)["counted"] == int(count)
    _, cited, _ = run(capsys, "search", *words, "--cite", "text")
    assert cited.count("\n— ") == int(count)
    assert cited.count(" (lighthouse-fund.") == int(count)


def test_a_person_is_shown_in_numbers(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "person", "ana brook", *library, "--format", "json")

    whole = json.loads(out)
    assert status == 0
    assert whole["comments"] == whole["total"] == sum(m["comments"] for m in whole["months"])
    assert whole["names"] == [{"name": "Ana Brook", "comments": whole["total"]}]
    assert whole["answers"]
    assert whole["answered_by"]

    _, out, _ = run(capsys, "person", "Ana Brook", "section four", *library, "--format", "json")
    assert 0 < json.loads(out)["comments"] < json.loads(out)["total"] == whole["total"]
    status, out, _ = run(capsys, "person", "Ana Brook", *library)
    assert out.startswith(f"Ana Brook: {whole['total']} comments, 2023-05-0")
    assert "answered by:" in out


def test_a_library_of_an_earlier_version_is_brought_up_to_date_by_a_search(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(tmp_path / ARCHIVE.file, isolation_level=None)) as connection:
        migrate(connection, Schema(ARCHIVE.file, ARCHIVE.steps[:1]))
    (tmp_path / "empty").mkdir()

    status, out, told = run(capsys, "search", "lamp", "--library", str(tmp_path))
    assert (status, out) == (0, "")
    assert told.count("brought up to date") == 1
    assert run(capsys, "search", "lamp", "--library", str(tmp_path)) == (0, "", "")
    assert run(capsys, "search", "lamp", "--library", str(tmp_path / "empty"))[0] == 1
    assert not list((tmp_path / "empty").iterdir())


def test_importing_again_says_that_nothing_changed(
    library: list[str], seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(
        capsys, "import", str(seeds / "lighthouse-fund.xml"), *library, "--format", "json"
    )

    (row,) = json.loads(out)
    assert row["unchanged"] is True
    assert row["comments"] == 40


def test_stats_and_check_of_a_sound_library(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _, stats, _ = run(capsys, "stats", *library, "--format", "json")
    status, check, _ = run(capsys, "check", *library, "--format", "json")

    totals = json.loads(stats)
    assert (totals["pages"], totals["comments"], totals["notes"]) == (1, 40, 0)
    assert (status, json.loads(check)) == (0, {"ok": True, "problems": []})


@pytest.mark.parametrize("form", ["markdown", "csv", "html", "text", "json"])
def test_a_discussion_is_exported_in_every_form(
    library: list[str], tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out"

    status, out, _ = run(capsys, "export", "1", *library, "--as", form, "--output", str(file))

    assert (status, out) == (0, "")
    assert "道歉" in file.read_text("utf-8-sig")


def test_notes_are_exported_as_a_coding_project(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.qdpx"

    status, _, _ = run(capsys, "export", "notes", *library, "--as", "qdpx", "--output", str(file))

    assert status == 0
    assert "project.qde" in zipfile.ZipFile(file).namelist()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!DOCTYPE html>"), ("a.CSV", "note,target,"), ("a.md", "---"), ("a", "---")],
)
def test_the_ending_of_the_file_says_the_form_of_an_export(
    capsys: pytest.CaptureFixture[str], library: list[str], tmp_path: Path, name: str, begins: str
) -> None:
    file = tmp_path / name

    status, _, _ = run(capsys, "export", "notes", *library, "--output", str(file))

    assert status == 0
    assert file.read_text(encoding="utf-8-sig").lower().startswith(begins.lower())


def test_a_form_that_does_not_exist_names_those_that_do(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "export", "notes", *library, "--as", "docx")

    assert status == 1
    assert "jsonld" in err


def test_asking_a_library_that_is_not_there_makes_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "none"

    status, _, err = run(capsys, "stats", "--library", str(folder))

    assert status == 1
    assert "talkreader import FILE" in err
    assert not folder.exists()


def test_pairs_of_the_sample_line_up_english_and_chinese(
    seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TALKREADER_CACHE", str(tmp_path))

    status, out, _ = run(capsys, "pairs", str(seeds / "lighthouse-fund.wiki"), "--format", "json")

    pairs = json.loads(out)
    assert status == 0
    assert {pair["origin"] for pair in pairs} >= {"same-post"}
    assert pairs[1]["source"]["text"] == "The spring round opens on Monday."
    assert pairs[1]["target"]["text"] == "春季申请将于周一开始。"


def test_wrong_use_is_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["threads"])

    assert stopped.value.code == 2


def test_a_page_is_exported_with_its_translations(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "export", "1", "--as", "csv", "--two-languages", *library)

    assert status == 0
    assert "The spring round opens on Monday.,zh-hans,春季申请将于周一开始。,same-post" in out
    status, _, error = run(capsys, "export", "1", "--as", "json", "--two-languages", *library)
    assert (status, "csv, html, odt" in error) == (1, True)


@pytest.mark.parametrize("command", ["threads", "show", "import"])
def test_a_name_that_no_file_can_have_is_told_in_a_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [] if command == "threads" else ["--library", str(tmp_path)]

    status, out, err = run(capsys, command, "x" * 5000, *words)

    assert (status, out) == (1, "")
    assert err.count("\n") <= 2
    assert err.startswith("talkreader: ")


@pytest.mark.parametrize(
    ("what", "name", "fit"),
    [("1", "page.pdf", ".html"), ("notes", "notes.json", ".jsonld"), ("notes", "a.docx", ".md")],
)
def test_nothing_is_written_under_an_ending_that_is_not_its_own(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    what: str, name: str, fit: str,
) -> None:  # fmt: skip
    file = tmp_path / name
    file.write_text("a person's own")

    status, _, err = run(capsys, "export", what, *library, "--output", str(file))

    assert (status, file.read_text()) == (1, "a person's own")
    assert fit in err


def test_the_longest_ending_says_the_form(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "refs.csl.json"

    assert run(capsys, "export", "notes", *library, "--output", str(file))[0] == 0
    assert json.loads(file.read_text("utf-8")) == []


@pytest.mark.parametrize("command", ["memory", "glossary", "codes"])
def test_lists_are_not_written_under_another_ending_either(
    library: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    status, _, err = run(capsys, command, *library, "--output", str(tmp_path / "a.doc"))

    assert (status, list(tmp_path.glob("a.*"))) == (1, [])
    assert "end the name of the file with" in err


def test_a_part_of_a_title_that_several_pages_have_names_them(
    library: list[str], seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "import", *library, str(seeds / "lighthouse-fund.xml"), "--site", "otherwiki")
    run(capsys, "import", *library, "--title", "Talk:Light", str(seeds / "night-ferry.wiki"))

    status, out, err = run(capsys, "export", "LIGHT", *library)
    exact = run(capsys, "show", "Talk:Light", *library)
    nothing = run(capsys, "show", "", *library)

    assert (status, out) == (1, "")
    assert "names 2 pages" in err
    assert exact[0] == 0
    assert nothing[0] == 1


def test_a_person_of_a_like_name_is_offered(
    library: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "person", "hollis", *library)

    assert (status, out.splitlines()[0]) == (0, "hollis: 0 comments")
    assert "“Hollis Vane (Lighthouse)”" in err


@pytest.mark.parametrize("limit", ["-1", "9" * 40, "x"])
def test_a_number_of_hits_that_is_none_is_wrong_use(
    library: list[str], capsys: pytest.CaptureFixture[str], limit: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["search", "the", *library, "--limit", limit])

    assert stopped.value.code == 2
    capsys.readouterr()


def test_a_page_comes_through_the_standard_input(
    seeds: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = seeds / "lighthouse-fund.wiki"
    with file.open(encoding="utf-8") as given:
        monkeypatch.setattr("sys.stdin", given)

        status, out, _ = run(capsys, "threads", "-", "--format", "json")

    assert (status, out) == run(capsys, "threads", str(file), "--format", "json")[:2]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("form", ["text", "json"])
def test_an_output_that_cannot_be_written_is_told_in_a_line(seeds: Path, form: str) -> None:
    words = ["threads", str(seeds / "lighthouse-fund.txt"), "--format", form]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "talkreader", *words],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "talkreader: The output cannot be written (No space left on device)"
    ]
