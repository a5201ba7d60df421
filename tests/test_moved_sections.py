"""A whole section goes to another page, and the notes on it go with it: by its comments."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader import gathering, parsing, reading
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import AnchorState, Placed, Target
from talkreader.domain.page import Form, RawPage, Revision
from talkreader.exporting import ENGLISH, FormatId
from talkreader.store import Library, open_library
from tests.store.pages import make_note


def signed(name: str, day: int) -> str:
    return f"[[User:{name}|{name}]] 09:05, {day} March 2020 (UTC)\n"


KETTLES = f"== Kettles ==\nRinse it. {signed('Ada', 1)}=== Why ===\n:It is old. {signed('Bo', 2)}"
CUPS = f"== Cups ==\nNobody told the gardener. {signed('Cleo', 3)}"
HOME = RawPage(Form.WIKITEXT, KETTLES + CUPS, "Talk:Tea", "teawiki")
ARCHIVE = RawPage(Form.WIKITEXT, KETTLES, "Talk:Tea/Archive 1", "teawiki")
ELSEWHERE = replace(ARCHIVE, title="Talk:Coffee")
NOTE = "about all of it"


def kept(library: Library, raw: RawPage) -> int:
    return library.pages.save(parsing.parse(raw)).id


def places(library: Library, page: int) -> list[Placed]:
    return [one for one in reading.open_page(library, page).notes if one.note.text == NOTE]


@pytest.fixture
def noted(tmp_path: Path):
    """A library with a note on the section, and no page."""
    with open_library(tmp_path) as library:
        target = Target("teawiki", "Talk:Tea", "Kettles")
        library.notes.add(replace(make_note(NOTE), targets=(target,)))
        yield library


@pytest.fixture
def left(noted: Library) -> int:
    """The talk page that had the section in the copy before."""
    kept(noted, HOME)
    return kept(noted, replace(HOME, text=CUPS))


@pytest.mark.parametrize("raw", [ARCHIVE, ELSEWHERE])
def test_a_section_is_found_where_its_comments_are(noted: Library, left: int, raw: RawPage) -> None:
    page = kept(noted, raw)

    (here,) = places(noted, page)
    (away,) = places(noted, left)

    assert (here.state, here.comment, here.elsewhere) == (AnchorState.MOVED, None, None)
    there = away.elsewhere
    assert (away.state, there is not None) == (AnchorState.MOVED, True)
    assert there is not None
    assert (there.page, there.key.title, there.name) == (page, raw.title, "c-Ada-20200301090500")


def test_while_its_own_page_has_the_section_no_other_shows_the_note(noted: Library) -> None:
    home, archive = kept(noted, HOME), kept(noted, ARCHIVE)

    assert [one.state for one in places(noted, home)] == [AnchorState.EXACT]
    assert places(noted, archive) == []


def test_of_several_pages_with_the_heading_the_one_with_its_comments_has_it(
    noted: Library, left: int
) -> None:
    others = replace(ARCHIVE, text=f"== Kettles ==\nMine leaks. {signed('Eve', 9)}")
    wrong = [kept(noted, replace(others, title=f"Talk:Tea/Archive {number}")) for number in (0, 2)]
    right = kept(noted, ARCHIVE)

    assert [one.elsewhere and one.elsewhere.page for one in places(noted, left)] == [right]
    assert [places(noted, page) for page in wrong] == [[], []]


@pytest.mark.parametrize("title", ["Talk:Tea/Archive 1", "Talk:Coffee"])
def test_a_deleted_section_is_never_attached_elsewhere(
    noted: Library, left: int, title: str
) -> None:
    text = f"== Kettles ==\nMine leaks. {signed('Eve', 9)}"
    page = kept(noted, replace(ARCHIVE, title=title, text=text))

    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]
    assert places(noted, page) == []


def test_comments_under_another_heading_are_not_the_section(noted: Library, left: int) -> None:
    page = kept(noted, replace(ARCHIVE, text=KETTLES.replace("Kettles", "Pots")))

    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]
    assert places(noted, page) == []


def test_a_section_with_a_new_heading_did_not_go_to_a_page_that_copied_it(noted: Library) -> None:
    kept(noted, HOME)
    left = kept(noted, replace(HOME, text=KETTLES.replace("Kettles", "All about pots") + CUPS))
    page = kept(noted, ARCHIVE)

    (here,) = places(noted, left)
    assert (here.state, here.elsewhere) == (AnchorState.MOVED, None)
    assert here.section == "All about pots"
    assert places(noted, page) == []


def test_of_a_section_that_was_put_into_another_its_new_place_is_a_guess(noted: Library) -> None:
    kept(noted, HOME)
    others = "".join(f"\nMine leaks. {signed('Eve', day)}" for day in range(5, 9))
    left = kept(noted, replace(HOME, text=KETTLES.replace("Kettles", "All") + others + CUPS))

    assert [(one.state, one.section) for one in places(noted, left)] == [
        (AnchorState.GUESSED, "All")
    ]


def test_a_section_whose_comments_stand_in_many_others_is_lost(noted: Library) -> None:
    kept(noted, HOME)
    torn = f"== One ==\nRinse it. {signed('Ada', 1)}== Two ==\n:It is old. {signed('Bo', 2)}"
    left = kept(noted, replace(HOME, text=torn + CUPS))

    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]


def test_many_lost_sections_are_looked_for_together(noted: Library) -> None:
    for number in range(30):
        target = Target("teawiki", "Talk:Tea", f"Cup {number}")
        noted.notes.add(replace(make_note(f"{number}"), targets=(target,)))
    cups = "".join(f"== Cup {n} ==\nBroken. {signed('Cleo', 1 + n % 28)}" for n in range(30))
    kept(noted, replace(HOME, text=KETTLES + cups))
    left = kept(noted, replace(HOME, text=CUPS))
    asked: list[str] = []
    with noted._archive.reading() as connection:
        connection.set_trace_callback(asked.append)
        found = reading.open_page(noted, left).notes
        connection.set_trace_callback(None)

    assert len(found) == 31
    assert len([sql for sql in asked if "FROM section" in sql]) < 10


def test_one_message_to_several_pages_is_attached_to_none_of_them(noted: Library) -> None:
    message = f"== Kettles ==\nCome and vote. {signed('Bot', 5)}"
    kept(noted, replace(HOME, text=message + CUPS))
    left = kept(noted, replace(HOME, text=CUPS))
    for title in ("Talk:Coffee", "Talk:Milk"):
        kept(noted, replace(ARCHIVE, title=title, text=message))

    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]


@pytest.mark.parametrize(("day", "state"), [(5, AnchorState.LOST), (7, AnchorState.GUESSED)])
def test_what_another_page_had_already_did_not_go_there(
    noted: Library, day: int, state: AnchorState
) -> None:
    message = f"== Kettles ==\nCome and vote. {signed('Bot', 4)}"
    before, there = (
        Revision(timestamp=datetime(2020, 3, number, 12, tzinfo=UTC)) for number in (6, day)
    )
    kept(noted, replace(HOME, text=message + CUPS, revision=before))
    left = kept(noted, replace(HOME, text=CUPS))
    kept(noted, replace(ELSEWHERE, text=message, revision=there))

    assert [one.state for one in places(noted, left)] == [state]


def test_a_like_heading_on_its_own_page_does_not_hold_a_section_that_went(noted: Library) -> None:
    kept(noted, HOME)
    left = kept(noted, replace(HOME, text=CUPS.replace("Cups", "Kettles?")))
    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]

    archive = kept(noted, ARCHIVE)

    (away,) = places(noted, left)
    assert (away.state, away.elsewhere and away.elsewhere.page) == (AnchorState.MOVED, archive)


def test_of_two_sections_of_one_heading_it_is_a_guess_which_was_meant(noted: Library) -> None:
    second = f"== Kettles ==\nMine leaks. {signed('Eve', 9)}"
    kept(noted, replace(HOME, text=KETTLES + second))
    left = kept(noted, replace(HOME, text=CUPS))
    kept(noted, ARCHIVE)
    assert [one.state for one in places(noted, left)] == [AnchorState.GUESSED]

    kept(noted, replace(ARCHIVE, title="Talk:Tea/Archive 2", text=second))

    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]


def test_a_section_no_copy_had_is_guessed_to_be_in_the_only_archive_that_has_it(
    noted: Library,
) -> None:
    left = kept(noted, replace(HOME, text=CUPS))
    kept(noted, replace(ARCHIVE, title="Talk:Teapot"))
    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]

    page = kept(noted, ARCHIVE)

    assert [one.state for one in places(noted, page)] == [AnchorState.GUESSED]
    assert [one.state for one in places(noted, left)] == [AnchorState.GUESSED]
    kept(noted, replace(ARCHIVE, title="Talk:Tea/Archive 2"))
    assert [one.state for one in places(noted, left)] == [AnchorState.LOST]


def test_another_site_has_not_got_the_section(noted: Library, left: int) -> None:
    page = kept(noted, replace(ARCHIVE, site="coffeewiki"))

    assert places(noted, page) == []


def test_a_search_finds_the_note_where_its_section_stands_now(noted: Library, left: int) -> None:
    archive = kept(noted, ARCHIVE)
    query = parse_query(f'"{NOTE}"')

    (note,) = noted.search(query)

    assert (note.page, note.title, note.section) == (archive, ARCHIVE.title, "Kettles")
    assert noted.search(replace(query, page=archive)) == [note]
    assert noted.search(replace(query, page=left)) == []
    assert noted.count(replace(query, page=archive)) == 1


@pytest.mark.parametrize("form", [FormatId.MARKDOWN, FormatId.HTML, FormatId.CSV])
def test_an_export_names_both_pages(noted: Library, left: int, form: FormatId) -> None:
    kept(noted, ARCHIVE)

    made = gathering.export(noted, noted.notes.all(), form, ENGLISH)

    assert isinstance(made, str)
    assert ARCHIVE.title in made
    assert "lost" not in made
    assert ("(moved from Talk:Tea)" in made) == (form is not FormatId.CSV)


def test_a_project_codes_the_heading_in_the_archive(noted: Library, left: int) -> None:
    kept(noted, ARCHIVE)

    made = gathering.preview(noted, noted.notes.all(), FormatId.QDPX, ENGLISH)

    assert 'name="Kettles"' in made


def test_an_export_says_that_a_guessed_section_is_one(noted: Library) -> None:
    kept(noted, ARCHIVE)

    made = gathering.export(noted, noted.notes.all(), FormatId.MARKDOWN, ENGLISH)

    assert isinstance(made, str)
    assert "(moved from Talk:Tea, guessed)" in made


def test_a_heading_no_copy_had_is_guessed_where_one_letter_of_it_differs(noted: Library) -> None:
    page = kept(noted, replace(HOME, text=CUPS.replace("Cups", "Ketttles")))

    (here,) = places(noted, page)
    assert (here.state, here.section) == (AnchorState.GUESSED, "Ketttles")
    assert here.note.targets[0].section == "Kettles"
