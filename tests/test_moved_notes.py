"""A section goes to an archive page, and its notes go with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from talkreader import gathering, parsing, reading
from talkreader.anchoring import anchor_page, make_target
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import AnchorState, Note
from talkreader.domain.page import Form, RawPage
from talkreader.exporting import ENGLISH, FormatId
from talkreader.store import Library, open_library
from tests.store.pages import make_note

SIGNED = "[[User:Ada|Ada]] ([[User talk:Ada|talk]]) 09:05, 1 March 2020 (UTC)"
OTHER = "[[User:Bo|Bo]] ([[User talk:Bo|talk]]) 10:10, 2 March 2020 (UTC)"
SECTION = f"== Kettles ==\nThe kettle was rinsed at noon, as the rules want. {SIGNED}\n"
REST = f"== Cups ==\nNobody told the gardener about the cups. {OTHER}\n"
HOME = RawPage(Form.WIKITEXT, SECTION + REST, "Talk:Tea", "teawiki")
ARCHIVE = RawPage(Form.WIKITEXT, SECTION, "Talk:Tea/Archive 1", "teawiki")


def kept(library: Library, raw: RawPage) -> int:
    return library.pages.save(parsing.parse(raw)).id


@pytest.fixture
def noted(tmp_path: Path):
    """The talk page with a note in each section."""
    with open_library(tmp_path) as library:
        page = reading.open_page(library, kept(library, HOME))
        where = anchor_page(page.info.key, page.sections, page.comments)
        for number, text in enumerate(("on the kettle", "on the cups")):
            target = make_target(page.info.key, where.comments[number], 4, 10)
            library.notes.add(replace(make_note(text), targets=(target,)))
        yield library


def states(page: reading.ReadingPage) -> dict[str, AnchorState]:
    return {placed.note.text: placed.state for placed in page.notes}


def test_a_note_goes_with_its_section_to_the_archive(noted: Library) -> None:
    left = kept(noted, replace(HOME, text=REST))
    archive = reading.open_page(noted, kept(noted, ARCHIVE))

    (placed,) = archive.notes
    assert (placed.note.text, placed.state) == ("on the kettle", AnchorState.MOVED)
    assert archive.comments[0].body.text[placed.start : placed.end] == "kettle"
    assert states(reading.open_page(noted, left)) == {
        "on the kettle": AnchorState.MOVED,
        "on the cups": AnchorState.EXACT,
    }


def test_a_note_on_a_message_to_many_is_only_a_guess_on_the_page_of_another(
    noted: Library,
) -> None:
    elsewhere = kept(noted, replace(ARCHIVE, title="Talk:Coffee"))
    left = kept(noted, replace(HOME, text=REST))

    assert states(reading.open_page(noted, left))["on the kettle"] is AnchorState.GUESSED
    assert states(reading.open_page(noted, elsewhere)) == {"on the kettle": AnchorState.GUESSED}


def test_while_its_own_page_has_it_a_note_is_shown_on_no_other(noted: Library) -> None:
    archive = reading.open_page(noted, kept(noted, ARCHIVE))

    assert archive.notes == ()


def test_a_note_of_a_page_that_was_never_imported_is_found_by_its_comment(
    noted: Library, tmp_path: Path
) -> None:
    with open_library(tmp_path / "other") as library:
        for note in noted.notes.all():
            library.notes.add(note)

        archive = reading.open_page(library, kept(library, ARCHIVE))

    assert states(archive) == {"on the kettle": AnchorState.MOVED}


def test_words_that_are_gone_from_the_archived_comment_are_not_put_there(noted: Library) -> None:
    kept(noted, replace(HOME, text=REST))
    changed = SECTION.replace("The kettle was rinsed at noon", "Somebody else did all of it")

    archive = reading.open_page(noted, kept(noted, replace(ARCHIVE, text=changed)))

    assert archive.notes == ()


def test_a_note_is_found_in_the_archive_of_its_own_site_only(noted: Library) -> None:
    kept(noted, replace(HOME, text=REST))

    archive = reading.open_page(noted, kept(noted, replace(ARCHIVE, site="coffeewiki")))

    assert archive.notes == ()


def test_a_note_that_moved_keeps_its_place_when_accepted(noted: Library) -> None:
    kept(noted, replace(HOME, text=REST))
    archive = reading.open_page(noted, kept(noted, ARCHIVE))
    note: Note = archive.notes[0].note
    where = anchor_page(archive.info.key, archive.sections, archive.comments)
    noted.notes.update(
        replace(note, targets=(make_target(archive.info.key, where.comments[0], 4, 10),))
    )

    assert states(reading.open_page(noted, archive.info.id)) == {"on the kettle": AnchorState.EXACT}


def test_its_old_page_says_where_a_note_went(noted: Library) -> None:
    left = kept(noted, replace(HOME, text=REST))
    archive = kept(noted, ARCHIVE)

    away = {one.note.text: one.elsewhere for one in reading.open_page(noted, left).notes}

    assert away["on the cups"] is None
    there = away["on the kettle"]
    assert there is not None
    assert (there.page, there.key.title, there.name) == (
        archive,
        "Talk:Tea/Archive 1",
        "c-Ada-20200301090500",
    )
    body = reading.open_page(noted, archive).comments[there.comment].body.text
    assert body[there.start : there.end] == "kettle"


def test_a_note_whose_words_no_page_has_is_lost_on_its_own(noted: Library) -> None:
    left = kept(noted, replace(HOME, text=REST))
    changed = SECTION.replace("The kettle was rinsed at noon", "Somebody else did all of it")
    kept(noted, replace(ARCHIVE, text=changed))

    assert states(reading.open_page(noted, left))["on the kettle"] is AnchorState.LOST


def test_an_older_copy_of_the_archive_does_not_hold_a_note(noted: Library) -> None:
    left = kept(noted, replace(HOME, text=REST))
    kept(noted, ARCHIVE)
    kept(noted, replace(ARCHIVE, text=SECTION.replace("Ada", "Eve")))

    assert states(reading.open_page(noted, left))["on the kettle"] is AnchorState.LOST


def test_a_note_that_moved_is_taken_along_with_the_page_where_it_stands(noted: Library) -> None:
    kept(noted, replace(HOME, text=REST))
    kept(noted, ARCHIVE)
    notes = noted.notes.all()

    pages = {page.key.title: page for page in gathering.coded_pages(noted, notes)}
    cited = gathering.sources_in(pages.values())
    by_text = {note.text: cited[note.id, 0] for note in notes}

    assert [one.note.text for one in pages["Talk:Tea/Archive 1"].placed] == ["on the kettle"]
    assert [one.note.text for one in pages["Talk:Tea"].placed] == ["on the cups"]
    moved = by_text["on the kettle"]
    assert (moved.title, moved.moved_from, moved.state) == (
        "Talk:Tea/Archive 1",
        "Talk:Tea",
        AnchorState.MOVED,
    )
    assert by_text["on the cups"].moved_from == ""


@pytest.mark.parametrize("form", [FormatId.MARKDOWN, FormatId.HTML, FormatId.CSV])
def test_an_export_names_both_pages_of_a_note_that_moved(noted: Library, form: FormatId) -> None:
    kept(noted, replace(HOME, text=REST))
    kept(noted, ARCHIVE)

    made = gathering.export(noted, noted.notes.all(), form, ENGLISH)

    assert isinstance(made, str)
    assert "Talk:Tea/Archive 1" in made
    assert "lost" not in made
    if form is not FormatId.CSV:
        assert "(moved from Talk:Tea)" in made


def test_a_page_that_was_taken_out_leaves_its_notes_to_the_archive(
    noted: Library, tmp_path: Path
) -> None:
    with open_library(tmp_path / "other") as library:
        for note in noted.notes.all():
            library.notes.add(note)
        kept(library, ARCHIVE)

        pages = gathering.coded_pages(library, library.notes.all())

    found = {page.key.title: [one.state for one in page.placed] for page in pages}
    assert found == {
        "Talk:Tea/Archive 1": [AnchorState.MOVED],
        "Talk:Tea": [AnchorState.LOST],
    }


def test_a_search_finds_a_note_where_its_comment_stands_now(noted: Library) -> None:
    kept(noted, replace(HOME, text=REST))
    archive = kept(noted, ARCHIVE)

    (note,) = noted.search(parse_query('"on the kettle"'))
    (here,) = noted.search(replace(parse_query('"on the kettle"'), page=archive))
    comments = [hit for hit in noted.search(parse_query("has:note kettle")) if not hit.note]

    assert (note.page, note.title, note.index) == (archive, "Talk:Tea/Archive 1", 0)
    assert here == note
    assert [hit.page for hit in comments] == [archive]


@pytest.mark.parametrize(
    ("title", "state"),
    [("Talk:Tea", AnchorState.MOVED), ("Talk:Tea/Archive 1", AnchorState.MOVED),
     ("", AnchorState.GUESSED), ("Talk:Coffee", AnchorState.GUESSED)],
)  # fmt: skip
def test_a_note_is_found_in_a_copy_that_does_not_say_its_wiki(
    noted: Library, title: str, state: AnchorState
) -> None:
    left = kept(noted, replace(HOME, text=REST))

    copy = reading.open_page(noted, kept(noted, replace(ARCHIVE, site="", title=title)))

    assert set(states(copy)) == {"on the kettle"}
    (gone,) = [one for one in reading.open_page(noted, left).notes if one.elsewhere]
    assert (gone.note.text, gone.elsewhere and gone.elsewhere.page) == (
        "on the kettle", copy.info.id
    )  # fmt: skip
    assert {state, gone.state} - {AnchorState.EXACT} == {state}


def test_a_note_on_a_copy_without_a_title_is_found_on_the_page_that_has_its_comment(
    tmp_path: Path,
) -> None:
    with open_library(tmp_path) as library:
        bare = replace(HOME, site="", title="")
        page = reading.open_page(library, kept(library, bare))
        where = anchor_page(page.info.key, page.sections, page.comments)
        target = make_target(page.info.key, where.comments[0], 4, 10)
        library.notes.add(replace(make_note("on the kettle"), targets=(target,)))
        left = kept(library, replace(bare, text=REST))
        full = reading.open_page(library, kept(library, HOME))

        assert set(states(full)) == {"on the kettle"}
        (gone,) = reading.open_page(library, left).notes
        assert gone.elsewhere is not None
        assert gone.elsewhere.page == full.info.id
