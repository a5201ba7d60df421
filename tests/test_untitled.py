"""Pages whose file gives no title: each is a page of its own, lasts, and can be given a title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader import anchoring, ingest, reading, sharing
from talkreader.archives import Hints
from talkreader.domain.correction import CorrectionKind
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import AnchorState, Color, Note
from talkreader.domain.page import PageInfo, PageKey
from talkreader.store import Library, open_library

FERRY = "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
ANSWER = ":At ten on Sundays. [[User:Bo]] 11:00, 1 May 2024 (UTC)\n"
CRANE = "== Harbour ==\nThe crane is broken. [[User:Bo]] 10:00, 2 May 2024 (UTC)\n"
MENDED = ":It works again. [[User:Cy]] 12:00, 3 May 2024 (UTC)\n"
ADA = "c-Ada-20240501100000"
NAME = "7d3c5a52-19b0-4a0e-9f57-0f4f8b1c7a11"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def stored(library: Library, file: Path, text: str) -> PageInfo:
    file.write_text(text, encoding="utf-8")
    (info,) = ingest.import_path(file, library).pages
    return info


def note_on(library: Library, info: PageInfo, words: str, name: str = "one") -> Note:
    page = reading.open_page(library, info.id)
    where = anchoring.anchor_page(info.key, page.sections, page.comments)
    (comment,) = [c.index for c in page.comments if words in c.body.text]
    start = page.comments[comment].body.text.index(words)
    end = start + len(words)
    target = anchoring.make_target(info.key, where.comments[comment], start, end)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    note = Note(name, (target,), Color.YELLOW, "see", ("fund",), now, now)
    library.notes.add(note)
    return note


def noted(library: Library, info: PageInfo) -> list[tuple[str, AnchorState]]:
    return [(p.note.id, p.state) for p in reading.open_page(library, info.id).notes]


def test_two_files_without_a_title_share_nothing(library: Library, tmp_path: Path) -> None:
    ferry = stored(library, tmp_path / "a.wiki", FERRY)
    crane = stored(library, tmp_path / "b.wiki", CRANE)
    library.notes.set_position(ferry.key, f"{ADA}#0")
    library.memory.mark_read(ferry.key, [(ADA, 0)])
    now = datetime(2026, 1, 1, tzinfo=UTC)
    whole = (
        anchoring.make_page_target(ferry.key) if hasattr(anchoring, "make_page_target") else None
    )
    if whole is None:
        from talkreader.domain.note import Target

        whole = Target(ferry.key.site, ferry.key.title)
    library.notes.add(Note("page", (whole,), None, "read twice", (), now, now))

    assert ferry.key != crane.key
    assert (ferry.title, ferry.site, crane.title) == ("", "", "")
    assert [name for name, _state in noted(library, ferry)] == ["page"]
    assert noted(library, crane) == []
    assert library.notes.position(crane.key) is None
    assert library.memory.read_comments(crane.key) == set()


def test_a_file_that_is_opened_again_is_the_same_page_also_when_it_was_moved(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    note_on(library, first, "ferry")

    again = stored(library, tmp_path / "moved.wiki", FERRY)

    assert again.id == first.id
    assert noted(library, again) == [("one", AnchorState.EXACT)]


def test_a_file_that_has_grown_is_a_newer_copy_with_its_notes_and_what_is_new(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    note_on(library, first, "ferry")

    newer = stored(library, tmp_path / "a.wiki", FERRY + ANSWER)
    page = reading.open_page(library, newer.id)
    compared = reading.compare_with_before(library, page)

    assert (newer.key, newer.version) == (first.key, 2)
    assert noted(library, newer) == [("one", AnchorState.EXACT)]
    assert compared is not None
    assert list(compared.changes.new) == [1]
    assert len(library.pages.all()) == 1


def test_a_file_written_over_by_another_discussion_is_another_page(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    note_on(library, first, "ferry")

    other = stored(library, tmp_path / "a.wiki", CRANE)

    assert other.key != first.key
    assert noted(library, other) == []
    assert noted(library, first) == [("one", AnchorState.EXACT)]


def test_a_note_whose_page_left_the_library_is_found_in_another_copy(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    note_on(library, first, "ferry")
    library.pages.forget(first.id)

    other = stored(library, tmp_path / "b.wiki", FERRY + ANSWER)

    assert noted(library, other) == [("one", AnchorState.MOVED)]


def test_a_lost_note_is_still_listed_as_lost(library: Library, tmp_path: Path) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY + ANSWER)
    note_on(library, first, "Sundays")

    newer = stored(library, tmp_path / "a.wiki", FERRY)

    assert noted(library, newer) == [("one", AnchorState.LOST)]


def describe(library: Library, info: PageInfo, title: str = "Talk:Ferry") -> PageInfo:
    return ingest.describe_page(library, info.id, Hints(title, "harbour", "en", info.form))


def test_a_page_that_is_given_a_title_keeps_all_that_a_person_has_on_it(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    stored(library, tmp_path / "a.wiki", FERRY + ANSWER)
    (current,) = [p for p in library.pages.all() if p.current]
    note_on(library, current, "ferry")
    data = {"comment": ADA, "occurrence": 0, "author": "Ada L"}
    library.corrections.add(current.key, CorrectionKind.AUTHOR, data)
    library.notes.set_position(current.key, f"{ADA}#0")
    library.memory.mark_read(current.key, [(ADA, 0)])

    now = describe(library, current)
    page = reading.open_page(library, now.id)

    assert (now.id, now.key) == (current.id, PageKey("harbour", "Talk:Ferry"))
    assert [p.id for p in library.pages.versions(now.key)] == [first.id, current.id]
    assert noted(library, now) == [("one", AnchorState.EXACT)]
    assert page.comments[0].author == "Ada L"
    assert library.notes.position(now.key) == f"{ADA}#0"
    assert library.memory.read_comments(now.key) == {(ADA, 0)}
    assert [hit.title for hit in library.search(parse_query("in:ferry ferry site:harbour"))] == [
        "Talk:Ferry"
    ]
    assert library.search(parse_query('from:"Ada L"')) != []
    assert library.check() == []


def test_undo_after_a_title_was_given_changes_notes_of_the_page_by_its_title(
    library: Library, tmp_path: Path
) -> None:
    info = stored(library, tmp_path / "a.wiki", FERRY)
    note = note_on(library, info, "ferry")
    library.notes.delete(note.id)

    now = describe(library, info)
    library.notes.undo()

    assert noted(library, now) == [("one", AnchorState.EXACT)]


def test_a_described_file_that_grows_is_a_newer_copy_of_the_page_it_is(
    library: Library, tmp_path: Path
) -> None:
    info = stored(library, tmp_path / "a.wiki", FERRY)
    now = describe(library, info)

    newer = stored(library, tmp_path / "a.wiki", FERRY + ANSWER)
    other = stored(library, tmp_path / "a.wiki", CRANE)

    assert (newer.key, newer.version, newer.language) == (now.key, 2, "en")
    assert other.title == ""


def test_a_page_described_as_one_that_is_there_joins_its_copies(
    library: Library, tmp_path: Path
) -> None:
    older = ingest.import_text(FERRY, library, hints=Hints("Talk:Ferry", "harbour")).pages[0]
    info = stored(library, tmp_path / "a.wiki", FERRY + ANSWER)
    same = stored(library, tmp_path / "b.wiki", CRANE)

    now = describe(library, info)
    twice = describe(library, same, "Talk:Crane")
    again = ingest.import_text(CRANE.replace("broken", "mended"), library).pages[0]

    assert [(p.id, p.current) for p in library.pages.versions(now.key)] == [
        (older.id, False),
        (now.id, True),
    ]
    assert twice.title == "Talk:Crane"
    assert again.title == ""
    assert library.check() == []


def test_a_page_described_as_one_with_the_same_text_is_that_page(
    library: Library, tmp_path: Path
) -> None:
    there = ingest.import_text(FERRY, library, hints=Hints("Talk:Ferry", "harbour", "en")).pages[0]
    info = stored(library, tmp_path / "a.wiki", FERRY)
    note_on(library, info, "ferry")

    now = describe(library, info)

    assert now.id == there.id
    assert noted(library, now) == [("one", AnchorState.EXACT)]
    assert [p.id for p in library.pages.all(current_only=False)] == [there.id]
    assert library.count(parse_query("ferry")) == 1
    assert stored(library, tmp_path / "a.wiki", FERRY).id == there.id


def test_what_a_file_says_itself_stands(library: Library, tmp_path: Path) -> None:
    info = stored(library, tmp_path / "Talk_Boats.wiki", FERRY)
    assert info.title == "Talk:Boats"

    now = describe(library, info)

    assert (now.id, now.title, now.site) == (info.id, "Talk:Ferry", "harbour")


def test_when_the_newest_copy_goes_the_one_before_is_current_and_found_again(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    newer = stored(library, tmp_path / "a.wiki", FERRY + ANSWER)

    library.pages.forget(newer.id)

    assert [(p.id, p.current) for p in library.pages.all(current_only=False)] == [(first.id, True)]
    assert library.search(parse_query("ferry")) != []
    assert library.check() == []


def test_a_bundle_brings_its_page_also_where_another_has_no_title(
    library: Library, tmp_path: Path
) -> None:
    info = stored(library, tmp_path / "a.wiki", FERRY)
    note = note_on(library, info, "ferry", NAME)
    data = sharing.give(library, [note], with_pages=True)
    with open_library(tmp_path / "other") as other:
        stored(other, tmp_path / "b.wiki", CRANE)
        taken = sharing.take(other, data)

        assert (taken.pages, sharing.take(other, data).pages) == (1, 0)
        (page,) = [p for p in other.pages.all() if p.key == info.key]
        assert noted(other, page) == [(NAME, AnchorState.EXACT)]


def test_a_note_of_a_time_without_keys_stays_with_its_page_when_that_is_given_a_title(
    library: Library, tmp_path: Path
) -> None:
    info = stored(library, tmp_path / "a.wiki", FERRY)
    note = note_on(library, info, "ferry")
    (target,) = note.targets
    library.notes.update(replace(note, targets=(replace(target, site="", title=""),)))
    assert noted(library, info) == [("one", AnchorState.EXACT)]

    now = describe(library, info)

    assert noted(library, now) == [("one", AnchorState.EXACT)]


def test_a_file_that_was_renamed_opened_and_changed_is_the_page_with_its_notes(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY)
    note_on(library, first, "ferry")
    (tmp_path / "a.wiki").rename(tmp_path / "boats.wiki")
    assert ingest.import_path(tmp_path / "boats.wiki", library).pages[0].id == first.id

    newer = stored(library, tmp_path / "boats.wiki", FERRY + ANSWER)

    assert (newer.key, newer.version) == (first.key, 2)
    assert noted(library, newer) == [("one", AnchorState.EXACT)]


def test_a_changed_file_of_another_name_is_the_page_that_most_of_its_comments_were_on(
    library: Library, tmp_path: Path
) -> None:
    first = stored(library, tmp_path / "a.wiki", FERRY + ANSWER)
    second = stored(library, tmp_path / "b.wiki", FERRY + ANSWER + CRANE)
    archived = stored(library, tmp_path / "c.wiki", ANSWER + CRANE + MENDED)

    assert (second.key, second.version) == (first.key, 2)
    assert archived.key == first.key


def test_a_message_that_stands_on_many_pages_does_not_make_them_one(
    library: Library, tmp_path: Path
) -> None:
    message = "== News ==\nThe gallery opens. [[User:Post]] 09:00, 1 April 2024 (UTC)\n"
    first = stored(library, tmp_path / "a.wiki", message + FERRY + ANSWER)
    second = stored(library, tmp_path / "b.wiki", message + CRANE + MENDED)

    assert second.key != first.key
    assert len(library.pages.all()) == 2
