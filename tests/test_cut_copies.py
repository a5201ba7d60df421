"""Copies of a page that break off, or came without their comments, beside one that is whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader import ingest, reading
from talkreader.domain.grammar import parse_query
from talkreader.domain.page import CUT_SHORT
from talkreader.store import Library, open_library
from tests.test_ingest import dump, signed


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def cut(path: Path, to: Path, share: float = 0.6) -> Path:
    """Write the first part of a file, as a download does that breaks off."""
    data = path.read_bytes()
    to.write_bytes(data[: int(len(data) * share)])
    return to


def found(library: Library, words: str) -> set[int]:
    return {hit.page for hit in library.search(parse_query(words))}


@pytest.mark.parametrize("ending", ["html", "wiki", "txt"])
@pytest.mark.parametrize("share", [0.35, 0.6])
def test_a_copy_that_breaks_off_does_not_take_the_place_of_a_whole_one(
    library: Library, tmp_path: Path, seeds: Path, ending: str, share: float
) -> None:
    kept = tmp_path / f"Talk:Lighthouse Fund.{ending}"
    kept.write_bytes((seeds / f"lighthouse-fund.{ending}").read_bytes())
    (before,) = ingest.import_path(kept, library).pages

    cut(kept, kept, share)
    report = ingest.import_path(kept, library)
    again = ingest.import_path(kept, library)

    (copy,) = report.pages
    assert (report.aside_pages, report.changed_pages, report.gone) == (1, 0, 0)
    assert again.page_count == 1
    assert 0 < copy.comments < before.comments == 40
    assert (copy.is_cut_short, copy.current) == (True, False)
    assert library.pages.all() == [before]
    assert [info.id for info in library.pages.versions(before.key)] == [before.id, copy.id]
    assert found(library, "lighthouse") == {before.id}
    told = [warning.sentence for warning in report.warnings]
    assert sum("the stored copy, which has 40, stays" in sentence for sentence in told) == 1
    assert CUT_SHORT not in told


def test_a_copy_that_breaks_off_is_read_and_said_to_be_cut_when_there_is_no_other(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    report = ingest.import_path(cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"), library)

    (info,) = report.pages
    assert (report.new_pages, info.current) == (1, True)
    assert [warning.sentence for warning in report.warnings] == [CUT_SHORT]
    assert CUT_SHORT in reading.open_page(library, info.id).info.warnings


def test_the_whole_copy_takes_the_place_of_one_that_broke_off(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    ingest.import_path(cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"), library)

    report = ingest.import_path(seeds / "lighthouse-fund.html", library)

    assert (report.changed_pages, report.gone) == (1, 0)
    assert [info.comments for info in library.pages.all()] == [40]


def test_a_copy_that_breaks_off_after_the_last_comment_that_is_stored_is_the_newest_one(
    library: Library, tmp_path: Path
) -> None:
    old = f"== Lamp ==\n{signed('Out.')}\n"
    file = tmp_path / "Talk:Lamp.wiki"
    file.write_text(old)
    ingest.import_path(file, library)
    file.write_text(f"{old}:{signed('Since when?', minute=1)}\n::For a week. [[User:A")

    report = ingest.import_path(file, library)

    assert (report.changed_pages, report.new, report.gone) == (1, 1, 0)
    assert [info.comments for info in library.pages.all()] == [2]
    assert [warning.sentence for warning in report.warnings] == [CUT_SHORT]


def test_comments_of_one_person_and_minute_are_missed_one_by_one(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "Talk:Lamp.wiki"
    said = [signed(words) for words in ("Out since Monday.", "Who has the key?", "It is lit.")]
    file.write_text("== Lamp ==\n" + "\n\n".join(said))
    (before,) = ingest.import_path(file, library).pages
    file.write_text("== Lamp ==\n" + "\n\n".join(said)[:-20])

    report = ingest.import_path(file, library)

    assert (report.aside_pages, report.gone) == (1, 0)
    assert library.pages.all() == [before]


def test_a_text_copy_that_ends_with_a_line_of_the_stored_one_is_cut(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    whole = (seeds / "lighthouse-fund.txt").read_text("utf-8")
    file = tmp_path / "lighthouse-fund.txt"
    file.write_text(whole, "utf-8")
    (before,) = ingest.import_path(file, library).pages
    file.write_text(whole[: whole.index("\n", len(whole) // 2)], "utf-8")

    report = ingest.import_path(file, library)

    assert (report.aside_pages, report.gone) == (1, 0)
    assert library.pages.all() == [before]


def test_a_copy_without_signatures_does_not_empty_the_page(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "Talk:Lamp.wiki"
    file.write_text(f"== Lamp ==\n{signed('Out.')}\n:{signed('Since when?', minute=1)}\n")
    (before,) = ingest.import_path(file, library).pages
    file.write_text("Please sign in to see this page.\n")

    report = ingest.import_path(file, library)

    assert (report.aside_pages, report.gone) == (1, 0)
    assert library.pages.all() == [before]
    (warning,) = report.warnings
    assert warning.sentence.startswith("This copy has no signed comments; the stored copy,")


def test_a_later_revision_may_have_no_comments_any_more(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    text = dump({"Talk:Lamp": signed("Out.")})
    file.write_text(text)
    ingest.import_path(file, library)
    later = dump({"Talk:Lamp": "Moved to the archive."})
    file.write_text(later.replace("<revision><id>1</id>", "<revision><id>2</id>"))

    report = ingest.import_path(file, library)

    assert (report.changed_pages, report.gone) == (1, 1)


def test_a_page_that_says_less_at_its_end_is_no_copy_that_breaks_off(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "Talk:Lamp.wiki"
    first, second = signed("Out since Monday."), signed("Since when?", minute=1)
    file.write_text(f"== Lamp ==\n{first}\n:{second}\n")
    ingest.import_path(file, library)
    file.write_text(f"== Lamp ==\n{first}\n")

    report = ingest.import_path(file, library)

    assert (report.changed_pages, report.gone, report.warnings) == (1, 1, ())


def test_a_copy_that_was_put_aside_becomes_the_current_one_when_a_person_wants_it(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    ingest.import_path(seeds / "lighthouse-fund.html", library)
    report = ingest.import_path(cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"), library)
    copy = report.pages[0].id

    info = ingest.use_copy(library, copy)

    assert info.current
    assert [page.id for page in library.pages.all()] == [copy]
    assert found(library, "lighthouse") == {copy}


def test_a_text_that_was_put_aside_stays_there_when_it_comes_again(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    (before,) = ingest.import_path(seeds / "lighthouse-fund.html", library).pages
    ingest.import_path(cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"), library)

    report = ingest.import_path(
        cut(seeds / "lighthouse-fund.html", tmp_path / "again.html"), library
    )

    assert report.aside_pages == 1
    assert library.pages.all() == [before]
    assert "ends in the middle" in report.warnings[0].sentence


def test_an_export_that_breaks_off_does_not_take_the_place_of_a_whole_one_nor_stand_in_its_way(
    library: Library, tmp_path: Path, seeds: Path
) -> None:
    whole = seeds / "lighthouse-fund.xml"
    part = cut(whole, tmp_path / "cut.xml")

    (first,) = ingest.import_path(part, library).pages
    assert (first.is_cut_short, first.current, 0 < first.comments < 40) == (True, True, True)
    ingest.import_path(whole, library)
    assert [info.comments for info in library.pages.all()] == [40]
    ingest.import_path(part, library)
    ingest.import_path(part, library)

    (now,) = library.pages.all()
    assert (now.comments, now.is_cut_short, now.current) == (40, False, True)
