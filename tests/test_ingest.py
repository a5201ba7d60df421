"""From a file to a library and back to a page that can be read."""

from __future__ import annotations

import bz2
import os
from collections.abc import Iterator
from pathlib import Path
from time import time_ns

import pytest

from talkreader import ingest, reading
from talkreader.archives import Hints
from talkreader.domain.errors import ArchiveError, Cancelled, DamagedArchive, NotAnArchive
from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.store import Library, open_library

STAMP = "10:0{0}, 4 May 2023 (UTC)"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def dump(pages: dict[str, str]) -> str:
    """Return a MediaWiki export of these pages."""
    body = "".join(
        f"<page><title>{title}</title><ns>{1 if title.startswith('Talk:') else 0}</ns><id>{n}</id>"
        f"<revision><id>{n}</id><timestamp>2023-05-05T00:00:00Z</timestamp>"
        f"<model>wikitext</model><format>text/x-wiki</format><text>{text}</text></revision></page>"
        for n, (title, text) in enumerate(pages.items(), 1)
    )
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" '
        f'xml:lang="en"><siteinfo><dbname>examplewiki</dbname></siteinfo>{body}</mediawiki>'
    )


def signed(words: str, name: str = "Ada", minute: int = 0) -> str:
    return f"{words} [[User:{name}|{name}]] {STAMP.format(minute)}"


def test_a_text_copy_is_stored_and_read_again(library: Library, seeds: Path) -> None:
    report = ingest.import_path(seeds / "lighthouse-fund.txt", library)

    (info,) = report.pages
    page = reading.open_page(library, info.id)
    assert report.comments == info.comments == len(page.comments) == 40
    assert [comment.index for comment in page.comments] == list(range(40))
    assert all(comment.id for comment in page.comments)


def test_every_page_is_told_as_soon_as_it_is_stored(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(4)}), "utf-8")
    told: list[PageInfo] = []

    report = ingest.import_path(file, library, on_page=told.append)

    assert [info.title for info in told] == ["Talk:P0", "Talk:P1", "Talk:P2", "Talk:P3"]
    assert told == list(report.pages)


def test_pages_without_a_discussion_are_skipped_and_counted(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "export.xml"
    file.write_text(dump({"Lighthouse": "An article.", "Talk:Lighthouse": signed("Out.")}), "utf-8")

    report = ingest.import_path(file, library)

    assert ([info.title for info in report.pages], report.skipped_pages) == (["Talk:Lighthouse"], 1)


def let_rest(file: Path) -> None:
    """Make a file one that was saved an hour ago."""
    then = time_ns() - 3_600 * 10**9
    os.utime(file, ns=(then, then))


def test_an_unchanged_file_is_not_read_again(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "page.wiki"
    file.write_text(f"== Lamp ==\n{signed('Out.')}", "utf-8")
    let_rest(file)
    first = ingest.import_path(file, library)

    again = ingest.import_path(file, library)

    assert (first.known, again.known) == (False, True)
    assert again.pages == first.pages


@pytest.mark.parametrize("many", [False, True])
def test_a_file_that_is_saved_again_in_the_same_tick_of_the_clock_is_read_again(
    library: Library, tmp_path: Path, many: bool
) -> None:
    file = tmp_path / "page.wiki"
    told = []
    for words in ("Out since Monday.", "Out since Sunday."):  # as long as each other
        file.write_text(f"== Lamp ==\n{signed(words)}", "utf-8")
        if not told:  # a coarse clock; of a server, so that this test may take its time
            tick = (time_ns() // 10**9 + 20) * 10**9
        os.utime(file, ns=(tick, tick))
        report = (
            ingest.import_files([tmp_path / "page.wiki"], library)
            if many
            else ingest.import_path(file, library)
        )
        told.append((report.new_pages, report.changed_pages, report.edited))

    assert told == [(1, 0, 0), (0, 1, 1)]


def test_a_changed_file_becomes_the_next_version_of_its_page(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "export.xml"
    file.write_text(dump({"Talk:A": signed("Out.")}), "utf-8")
    ingest.import_path(file, library)
    file.write_text(dump({"Talk:A": f"{signed('Out.')}\n:{signed('Lit.', 'Bo', 5)}"}), "utf-8")

    (info,) = ingest.import_path(file, library).pages

    assert (info.version, info.comments) == (2, 2)
    assert [page.current for page in library.pages.versions(info.key)] == [False, True]


def test_a_cut_off_dump_gives_the_pages_before_the_cut(library: Library, tmp_path: Path) -> None:
    pages = {f"Talk:P{n}": signed(f"Word {n}. " + "x" * 3000) for n in range(400)}
    whole = bz2.compress(dump(pages).encode())
    file = tmp_path / "dump.xml.bz2"
    file.write_bytes(whole[: len(whole) * 2 // 3])

    try:
        report = ingest.import_path(file, library)
    except DamagedArchive:
        assert library.pages.all() == []  # bzip2 works in blocks; none was whole
    else:
        assert isinstance(report.damage, DamagedArchive)
        assert 0 < len(report.pages) < 400


def test_broken_xml_keeps_the_pages_before_it(library: Library, tmp_path: Path) -> None:
    text = dump({"Talk:A": signed("Out."), "Talk:B": signed("Lit.")})
    file = tmp_path / "dump.xml"
    file.write_text(text.replace("Talk:B</title>", "Talk:B</wrong>"), "utf-8")

    report = ingest.import_path(file, library)

    assert [info.title for info in report.pages] == ["Talk:A"]
    assert isinstance(report.damage, DamagedArchive)
    assert library.check() == []


def test_cancelling_leaves_whole_pages_only(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(30)}), "utf-8")
    progress = Progress()
    told: list[PageInfo] = []

    def stop_after_three(info: PageInfo) -> None:
        told.append(info)
        if len(told) == 3:
            progress.cancel()

    with pytest.raises(Cancelled):
        ingest.import_path(file, library, progress, on_page=stop_after_three)

    stored = library.pages.all()
    assert [info.title for info in stored] == ["Talk:P0", "Talk:P1", "Talk:P2"]
    assert all(len(reading.open_page(library, info.id).comments) == 1 for info in stored)


def test_a_picture_is_refused_and_nothing_is_stored(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    with pytest.raises(NotAnArchive):
        ingest.import_path(file, library)

    assert library.pages.all() == []


def test_a_dump_of_articles_says_that_it_holds_no_discussion(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({"A": "An article.", "B": "Another."}), "utf-8")

    with pytest.raises(ArchiveError, match="none of its pages \\(2\\)"):
        ingest.import_path(file, library)


def test_a_pasted_page_is_stored(library: Library, seeds: Path) -> None:
    text = (seeds / "lighthouse-fund.txt").read_text("utf-8")

    report = ingest.import_text(text, library, hints=Hints(title="Talk:Pasted"))

    assert (report.comments, len(report.pages)) == (40, 1)


def test_a_text_copy_learns_whose_a_label_is_from_the_librarys_pages(
    library: Library, tmp_path: Path
) -> None:
    linked = "灯坏了。[[User:Ada Byron|點燈人]]（[[User talk:Ada Byron|留言]]）"
    file = tmp_path / "export.xml"
    file.write_text(dump({"Talk:P": f"{linked} 2023年5月4日 (四) 08:15 (UTC)"}), "utf-8")
    ingest.import_path(file, library)

    report = ingest.import_text(
        "修好了。 --点灯人（留言） 2023年5月5日 (五) 09:00 (UTC)\n", library
    )

    (comment,) = reading.open_page(library, report.pages[0].id).comments
    assert comment.author == "Ada Byron"
    assert comment.signatures[0].display_name == "点灯人"


def test_marks_of_a_page_from_a_dump_are_worked_out_when_it_is_read(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(
        dump({f"Talk:P{n}": signed(f"Some '''bold''' {n}.") for n in range(25)}), "utf-8"
    )
    infos = ingest.import_path(file, library).pages

    last = reading.open_page(library, infos[-1].id)

    (mark,) = last.comments[0].body.marks
    assert last.comments[0].body.text[mark.start : mark.end] == "bold"


def test_folders_are_replaced_by_their_files(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden"):
        (tmp_path / "in" / name).write_text("x")

    files = ingest.files_under([tmp_path / "in", tmp_path / "other.txt"])

    assert [file.name for file in files] == ["a.txt", "b.txt", "c.txt", "other.txt"]


def test_progress_tells_bytes_pages_and_comments_together(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    pages = {f"Talk:P{n}": signed(f"Word {n}. " + "x" * 30_000) for n in range(100)}
    file.write_text(dump(pages), "utf-8")
    reports: list[ProgressReport] = []

    ingest.import_path(file, library, Progress(reports.append))

    size = file.stat().st_size
    assert {report.total for report in reports[-50:]} == {size}
    assert [r.done for r in reports] == sorted(r.done for r in reports)
    assert (reports[-1].done, reports[-1].pages, reports[-1].comments) == (size, 100, 100)
