"""Files of one title that do not say their wiki: copies of one page, or pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

import pytest

from talkreader import anchoring, ingest, reading, sharing
from talkreader.archives import Hints
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import AnchorState, Color, Note
from talkreader.domain.page import PageInfo, PageKey
from talkreader.store import Library, open_library

FERRY = "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
ANSWER = ":At ten on Sundays. [[User:Bo]] 11:00, 1 May 2024 (UTC)\n"
CRANE = "== Harbour ==\nThe crane is broken. [[User:Bo]] 10:00, 2 May 2024 (UTC)\n"
MENDED = ":It works again. [[User:Cy]] 12:00, 3 May 2024 (UTC)\n"
UNSIGNED = "== Harbour ==\nNobody has said anything so far.\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return in_folder(tmp_path / "one")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return in_folder(tmp_path / "two")


def in_folder(folder: Path) -> Path:
    folder.mkdir()
    return folder / "Talk_Harbour.wiki"


def stored(library: Library, file: Path, text: str, hints: Hints | None = None) -> PageInfo:
    file.write_text(text, encoding="utf-8")
    (info,) = ingest.import_path(file, library, hints=hints).pages
    return info


def note_on(library: Library, info: PageInfo, words: str) -> Note:
    page = reading.open_page(library, info.id)
    where = anchoring.anchor_page(info.key, page.sections, page.comments)
    (comment,) = [c.index for c in page.comments if words in c.body.text]
    start = page.comments[comment].body.text.index(words)
    target = anchoring.make_target(info.key, where.comments[comment], start, start + len(words))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    note = Note(str(uuid5(NAMESPACE_OID, words)), (target,), Color.YELLOW, "see", (), now, now)
    library.notes.add(note)
    return note


def noted(library: Library, info: PageInfo) -> list[tuple[str, AnchorState]]:
    return [(p.note.targets[0].exact, p.state) for p in reading.open_page(library, info.id).notes]


def test_two_discussions_of_one_title_are_two_pages_with_notes_of_their_own(
    library: Library, one: Path, two: Path
) -> None:
    ferry = stored(library, one, FERRY)
    crane = stored(library, two, CRANE)
    note_on(library, ferry, "ferry")
    note_on(library, crane, "crane")

    assert (ferry.title, crane.title, crane.site) == ("Talk:Harbour", "Talk:Harbour", "")
    assert [(p.id, p.version) for p in library.pages.all()] == [(ferry.id, 1), (crane.id, 1)]
    assert noted(library, ferry) == [("ferry", AnchorState.EXACT)]
    assert noted(library, crane) == [("crane", AnchorState.EXACT)]
    assert library.count(parse_query("ferry")) == library.count(parse_query("crane")) == 1
    assert [p.id for p in library.pages.versions(ferry.key)] == [ferry.id]
    assert [p.id for p in library.pages.versions(crane.key)] == [crane.id]
    assert library.check() == []


def test_the_first_page_of_a_title_has_the_key_that_it_always_had(
    library: Library, one: Path
) -> None:
    assert stored(library, one, FERRY).key == PageKey("", "Talk:Harbour")


def test_newer_copies_of_each_of_two_namesakes_are_told_by_a_comment_that_they_share(
    library: Library, one: Path, two: Path
) -> None:
    ferry = stored(library, one, FERRY)
    crane = stored(library, two, CRANE)
    note_on(library, crane, "crane")

    newer_crane = stored(library, one, CRANE + MENDED)  # whatever file it comes in
    newer_ferry = stored(library, two, FERRY + ANSWER)

    assert (newer_crane.key, newer_crane.version) == (crane.key, 2)
    assert (newer_ferry.key, newer_ferry.version) == (ferry.key, 2)
    assert noted(library, newer_crane) == [("crane", AnchorState.EXACT)]
    assert stored(library, one, CRANE).key == crane.key
    assert len(library.pages.all()) == 2


def test_a_copy_without_signed_comments_is_a_version_of_the_page_of_its_title(
    library: Library, one: Path, two: Path
) -> None:
    first = stored(library, one, UNSIGNED)
    second = stored(library, two, CRANE)

    assert (second.key, second.version) == (first.key, 2)


def test_a_known_wiki_makes_two_copies_one_page_though_all_comments_were_archived(
    library: Library, one: Path, two: Path
) -> None:
    hints = Hints(site="harbourwiki")
    first = stored(library, one, FERRY, hints)
    second = stored(library, two, CRANE, hints)

    assert (second.key, second.version) == (first.key, 2)


def test_a_namesake_keeps_its_identity_and_gets_another_when_its_wiki_is_said(
    library: Library, one: Path, two: Path
) -> None:
    stored(library, one, FERRY)
    crane = stored(library, two, CRANE)
    note_on(library, crane, "crane")

    in_english = ingest.describe_page(
        library, crane.id, Hints("Talk:Harbour", "", "en", crane.form)
    )
    named = ingest.describe_page(
        library, crane.id, Hints("Talk:Harbour", "harbourwiki", "en", crane.form)
    )

    assert (in_english.key, in_english.language) == (crane.key, "en")
    assert named.key == PageKey("harbourwiki", "Talk:Harbour")
    assert noted(library, named) == [("crane", AnchorState.EXACT)]
    assert len(library.pages.all()) == 2


def test_a_title_given_to_a_page_does_not_hide_another_discussion_of_that_title(
    library: Library, one: Path, tmp_path: Path
) -> None:
    ferry = stored(library, one, FERRY)
    crane = stored(library, tmp_path / "b.wiki", CRANE)

    described = ingest.describe_page(library, crane.id, Hints("Talk:Harbour", "", "", crane.form))

    assert described.title == "Talk:Harbour"
    assert described.key != ferry.key
    assert library.pages.get(ferry.id).current


def test_notes_on_a_namesake_come_to_the_right_page_of_another_library(
    library: Library, one: Path, two: Path, tmp_path: Path
) -> None:
    stored(library, one, FERRY)
    crane = stored(library, two, CRANE)
    note = note_on(library, crane, "crane")
    bundle = sharing.give(library, [note], with_pages=True)

    with open_library(tmp_path / "empty") as empty, open_library(tmp_path / "other") as other:
        sharing.take(empty, bundle)
        (only,) = empty.pages.all()
        ferry = stored(other, one, FERRY)
        sharing.take(other, bundle)
        (taken,) = [info for info in other.pages.all() if info.id != ferry.id]

        assert noted(empty, only) == [("crane", AnchorState.EXACT)]
        assert noted(other, taken) == [("crane", AnchorState.EXACT)]
        assert noted(other, ferry) == []
        assert empty.pages_with(note.targets[0]) == [only.id]
        assert other.place_of(note.targets[0]).page == taken.id


def test_a_namesake_is_current_again_when_its_newest_copy_goes(
    library: Library, one: Path, two: Path
) -> None:
    stored(library, one, FERRY)
    crane = stored(library, two, CRANE)
    newer = stored(library, two, CRANE + MENDED)

    library.pages.forget(newer.id)

    assert library.pages.get(crane.id).current
    assert library.count(parse_query("crane")) == 1
