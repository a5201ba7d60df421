"""Notes, corrections and what is remembered: kept, found again, taken back."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.errors import ChangedElsewhere
from talkreader.domain.note import Color, Note, Target
from talkreader.domain.page import PageKey
from talkreader.store import open_library, restore_notes
from talkreader.store.files import backup
from talkreader.store.notes.notes import json_to_note, note_to_json
from tests.store.pages import make_note, make_page

KEY = PageKey("examplewiki", "Talk:Lighthouse")
TEXT = st.text(max_size=20)
TARGETS = st.builds(
    Target, TEXT, TEXT, TEXT, TEXT, st.integers(0, 9), st.integers(0, 99), st.integers(0, 99), TEXT
)
MOMENTS = st.datetimes(timezones=st.just(UTC))
NOTES = st.builds(
    Note,
    st.uuids().map(str),
    st.lists(TARGETS, min_size=1, max_size=3).map(tuple),
    st.none() | st.sampled_from(Color),
    TEXT,
    st.lists(TEXT, max_size=3).map(tuple),
    MOMENTS,
    MOMENTS,
)


@given(NOTES)
def test_a_note_comes_back_from_json_as_it_was(note):
    assert json_to_note(note_to_json(note)) == note


def test_a_note_is_kept_changed_and_removed(library):
    note = make_note()
    library.notes.add(note)
    assert library.notes.get(note.id) == note

    changed = replace(note, text="better", color=Color.BLUE, tags=("a", "b"))
    library.notes.update(changed)
    assert library.notes.get(note.id) == changed
    assert library.notes.tags() == {"a": 1, "b": 1}

    library.notes.delete(note.id)
    assert library.notes.all() == []
    assert library.notes.tags() == {}


def test_acts_on_notes_that_are_not_there_are_mistakes(library):
    note = make_note()

    for act in (lambda: library.notes.update(note), lambda: library.notes.delete(note.id)):
        with pytest.raises(KeyError):
            act()
    library.notes.add(note)
    with pytest.raises(ValueError, match="already"):
        library.notes.add(note)


def test_filters_narrow_together(library):
    yellow = make_note("about 燈塔", tags=["History/Old"])
    blue = make_note("about 燈塔", color=Color.BLUE, tags=["history"])
    elsewhere = make_note("about oil", title="Talk:Oil", tags=["historical"])
    for note in (yellow, blue, elsewhere):
        library.notes.add(note)

    def ids(**filters: object) -> set[str]:
        return {note.id for note in library.notes.all(**filters)}

    assert ids(text="灯塔") == {yellow.id, blue.id}
    assert ids(tag="history") == {yellow.id, blue.id}
    assert ids(tag="history", color=Color.BLUE) == {blue.id}
    assert ids(page=PageKey("examplewiki", "Talk:Oil")) == {elsewhere.id}
    assert {note.id for note in library.notes.for_page(KEY)} == {yellow.id, blue.id}


def test_two_hundred_acts_are_taken_back_and_done_again_after_restarts(tmp_path):
    chance = random.Random(7)  # noqa: S311 - any sequence of acts will do
    states: list[list[Note]] = [[]]
    with open_library(tmp_path) as library:
        for number in range(200):
            notes = library.notes.all()
            act = chance.choice(["add", "update", "delete"]) if notes else "add"
            if act == "add":
                library.notes.add(make_note(f"note {number}", tags=[f"t{number % 7}"]))
            elif act == "update":
                library.notes.update(replace(chance.choice(notes), text=f"changed {number}"))
            else:
                library.notes.delete(chance.choice(notes).id)
            states.append(library.notes.all())

    with open_library(tmp_path) as library:
        for state in reversed(states[:-1]):
            assert len(library.notes.undo()) == 1
            assert library.notes.all() == state
        assert library.notes.undo() == []
        assert not library.notes.can_undo()
    with open_library(tmp_path) as library:
        for state in states[1:]:
            assert len(library.notes.redo()) == 1
            assert library.notes.all() == state
        assert library.notes.redo() == []
        assert not library.notes.can_redo()


def test_a_new_act_ends_what_could_be_done_again(library):
    library.notes.add(make_note("first"))
    library.notes.undo()
    library.notes.add(make_note("second"))

    assert library.notes.redo() == []
    assert [note.text for note in library.notes.all()] == ["second"]


def test_notes_outlive_the_pages_they_are_about(library):
    info = library.pages.save(make_page(["one", "two"]))
    note = make_note()
    library.notes.add(note)

    library.pages.forget(info.id)

    assert library.notes.all() == [note]


def test_a_correction_is_kept_and_can_be_taken_back(library):
    made = library.corrections.add(
        KEY, "author", {"comment": "c--20210914201600", "author": "燕子"}
    )
    assert library.corrections.for_page(KEY) == [made]

    assert library.notes.undo() == [made.id]
    assert library.corrections.for_page(KEY) == []
    library.notes.redo()
    library.corrections.delete(made.id)
    assert library.corrections.for_page(KEY) == []
    library.notes.undo()
    assert library.corrections.for_page(KEY) == [made]
    with pytest.raises(ValueError, match="CorrectionKind"):
        library.corrections.add(KEY, "colour", {})


def test_the_place_in_a_page_is_remembered(library):
    assert library.notes.position(KEY) is None

    library.notes.set_position(KEY, "c-Wren-20210914201600+3")
    library.notes.set_position(KEY, "c-Wren-20210914201600+4")

    assert library.notes.position(KEY) == "c-Wren-20210914201600+4"


def test_recent_files_are_the_last_thirty_the_latest_first(library):
    for number in range(35):
        library.memory.remember_file(f"/pages/{number}", f"Page {number}")
    library.memory.remember_file("/pages/20", "Page 20")
    library.memory.forget_file("/pages/34")

    recent = library.memory.recent_files()

    assert [file.title for file in recent[:3]] == ["Page 20", "Page 33", "Page 32"]
    assert len(recent) == 29


def test_searches_and_what_was_read_are_remembered(library):
    library.memory.save_search("mine", "from:me")
    library.memory.save_search("mine", "from:Wren")
    library.memory.mark_read(KEY, [("c-Wren-1", 0), ("c-Wren-1", 1)])
    library.memory.mark_read(KEY, [("c-Wren-1", 0)])

    assert library.memory.saved_searches() == {"mine": "from:Wren"}
    assert library.memory.read_comments(KEY) == {("c-Wren-1", 0), ("c-Wren-1", 1)}
    library.memory.forget_search("mine")
    assert library.memory.saved_searches() == {}


def test_a_backup_is_made_before_the_first_change_of_a_day_only(tmp_path):
    with open_library(tmp_path) as library:
        library.notes.add(make_note("first"))
        library.notes.add(make_note("second"))

        assert len(library.backups()) == 1


def test_a_change_does_not_wait_for_a_backup_that_was_made_before_it(tmp_path):
    with open_library(tmp_path) as library:
        library.back_up_when_due()
        library.notes.add(make_note("first"))
        (copy,) = library.backups()
        with closing(sqlite3.connect(copy.path)) as connection:
            assert connection.execute("SELECT count(*) FROM note").fetchone() == (0,)

        days_ago = copy.made - timedelta(days=3)
        stamp = f"notes-{days_ago:%Y%m%d-%H%M%S-%f}-daily.sqlite"
        copy.path.rename(copy.path.with_name(stamp))
    with open_library(tmp_path) as library:
        library.back_up_when_due()  # in another day's session: other notes, another copy
        assert len(library.backups()) == 2


def test_an_old_backup_that_is_the_same_is_the_one_of_today(tmp_path):
    with open_library(tmp_path) as library:
        library.back_up_when_due()
        (copy,) = library.backups()
        old = copy.path.with_name("notes-20200101-120000-000000-daily.sqlite")
        copy.path.rename(old)
    with open_library(tmp_path) as library:
        library.back_up_when_due()
        library.notes.add(make_note("first"))
        library.notes.add(make_note("second"))

        assert [copy.path for copy in library.backups()] == [old]


def test_how_much_an_undo_and_a_redo_would_change_is_known_before(library):
    notes = [make_note(str(number), tags=["fund"]) for number in range(3)]
    for note in notes:
        library.notes.add(note)
    assert not library.notes.undoes_more_than(1)
    library.codes.rename("fund", "money")

    assert library.notes.undoes_more_than(2)
    assert not library.notes.undoes_more_than(3)
    assert not library.notes.redoes_more_than(0)
    library.notes.undo()
    assert library.notes.redoes_more_than(2)
    assert not library.notes.redoes_more_than(3)


def test_a_backup_is_due_after_a_day(library):
    made = library.back_up()
    path = library.folder / "notes.sqlite"

    assert made is not None
    assert not backup.is_due(path, made.made + timedelta(hours=23))
    assert backup.is_due(path, made.made + timedelta(hours=25))


def test_the_same_notes_are_not_copied_twice(library):
    library.notes.add(make_note("first"))

    assert library.back_up() is not None
    assert library.back_up() is None
    library.notes.add(make_note("second"))
    assert library.back_up() is not None


def test_ten_backups_are_kept(library):
    for number in range(14):
        library.notes.add(make_note(f"note {number}"))
        library.back_up()

    copies = library.backups()

    assert len(copies) == 10
    with closing(sqlite3.connect(copies[-1].path)) as newest:
        assert newest.execute("SELECT count(*) FROM note").fetchone() == (14,)
    assert copies == sorted(copies, key=lambda copy: copy.made)
    assert datetime.now(UTC) - copies[-1].made < timedelta(minutes=1)


def test_notes_are_restored_from_a_backup_and_the_others_kept(tmp_path):
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
        copy = library.back_up()
        library.notes.add(make_note("later"))
    assert copy is not None

    replaced = restore_notes(tmp_path, copy.path)

    with open_library(tmp_path) as library:
        assert [note.text for note in library.notes.all()] == ["kept"]
    assert replaced is not None
    with closing(sqlite3.connect(replaced)) as before:
        assert before.execute("SELECT count(*) FROM note").fetchone() == (2,)


def test_a_note_that_is_being_written_is_kept_at_every_key_and_is_one_act(library, tmp_path):
    note = make_note("")
    library.notes.add(note)
    act = 0
    for end in range(1, 6):
        act = library.notes.type(replace(note, text="kettle"[:end]), act)
        with open_library(library.folder) as other:
            assert other.notes.get(note.id).text == "kettle"[:end]

    library.notes.undo()
    assert library.notes.get(note.id) == note
    library.notes.redo()
    assert library.notes.get(note.id).text == "kettl"


def test_writing_goes_on_in_an_act_of_its_own_after_another_act(library):
    note, other = make_note(""), make_note("other")
    library.notes.add(note)
    act = library.notes.type(replace(note, text="one"))
    library.notes.add(other)
    act = library.notes.type(replace(note, text="one two"), act)
    library.notes.type(replace(note, text="one two three"), act)

    library.notes.undo()
    assert library.notes.get(note.id).text == "one"
    assert other in library.notes.all()
    library.notes.undo()
    assert other not in library.notes.all()
    library.notes.undo()
    assert library.notes.get(note.id).text == ""


def test_writing_that_was_taken_back_is_not_written_on(library):
    note = make_note("")
    library.notes.add(note)
    act = library.notes.type(replace(note, text="one"))
    library.notes.undo()
    library.notes.type(replace(note, text="two"), act)

    assert not library.notes.can_redo()
    library.notes.undo()
    assert library.notes.get(note.id).text == ""


def test_writing_that_ends_where_it_began_is_no_act(library):
    note = make_note("as it was")
    library.notes.add(note)
    act = library.notes.type(replace(note, text="as it is"))
    library.notes.type(note, act)

    assert library.notes.undo() == [note.id]
    assert library.notes.all() == []


def test_each_window_takes_back_its_own_acts(library):
    before = make_note("before both")
    library.notes.add(before)
    with open_library(library.folder) as one, open_library(library.folder) as other:
        mine, theirs = make_note("mine"), make_note("theirs")
        one.notes.add(mine)
        other.notes.add(theirs)

        assert one.notes.undo() == [mine.id]
        assert other.notes.can_undo()
        assert not other.notes.can_redo()
        other.notes.update(replace(theirs, text="and more"))
        assert one.notes.redo() == [mine.id]
        assert one.notes.undo() == [mine.id]
        assert one.notes.undo() == [before.id]
        assert not one.notes.can_undo()
        assert other.notes.undo() == other.notes.undo() == [theirs.id]
        assert one.notes.redo() == [before.id]
        assert one.notes.redo() == [mine.id]
        assert {note.text for note in library.notes.all()} == {"before both", "mine"}


def test_what_another_window_changed_since_is_not_taken_back_under_it(library):
    with open_library(library.folder) as one, open_library(library.folder) as other:
        note = make_note("as written")
        one.notes.add(note)
        other.notes.update(replace(note, text="as changed elsewhere"))

        with pytest.raises(ChangedElsewhere, match="another window"):
            one.notes.undo()
        assert one.notes.get(note.id).text == "as changed elsewhere"
        assert other.notes.undo() == [note.id]
        assert one.notes.undo() == [note.id]
        with pytest.raises(ChangedElsewhere):
            other.notes.redo()
        assert one.notes.all() == []
        assert one.notes.redo() == [note.id]
        assert other.notes.redo() == [note.id]
        assert one.notes.get(note.id).text == "as changed elsewhere"


def test_after_both_windows_are_closed_all_acts_can_be_taken_back(library):
    with open_library(library.folder) as one, open_library(library.folder) as other:
        one.notes.add(make_note("one"))
        other.notes.add(make_note("other"))
    with open_library(library.folder) as again:
        assert len(again.notes.undo() + again.notes.undo()) == 2
        assert again.notes.all() == []
