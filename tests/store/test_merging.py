"""Taking in the notes of another library."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkreader.domain.code import Code
from talkreader.domain.note import Color, Note
from talkreader.store import Library, open_library
from talkreader.store.notes.merging import Merged, Shared, digest
from tests.store.pages import make_note


def shared(library: Library) -> list[Shared]:
    notes = library.notes.all()
    history = library.merging.history(note.id for note in notes)
    return [Shared(note, history[note.id]) for note in notes]


def edited(note: Note, text: str) -> Note:
    return replace(note, text=text, modified=note.modified + timedelta(minutes=1))


def test_new_notes_are_added_and_known_ones_left(tmp_path):
    with open_library(tmp_path / "a") as ours, open_library(tmp_path / "b") as theirs:
        theirs.notes.add(make_note("hers"))

        assert ours.merging.merge(shared(theirs)) == Merged(added=1)
        assert ours.merging.merge(shared(theirs)) == Merged(known=1)
        assert ours.notes.all() == theirs.notes.all()
        ours.notes.undo()
        assert ours.notes.all() == []


def test_a_note_that_only_they_changed_is_brought_up_to_date(tmp_path):
    note = make_note("first")
    with open_library(tmp_path / "a") as ours, open_library(tmp_path / "b") as theirs:
        theirs.notes.add(note)
        ours.merging.merge(shared(theirs))
        theirs.notes.update(edited(note, "second"))

        assert ours.merging.merge(shared(theirs)) == Merged(updated=1)
        assert [each.text for each in ours.notes.all()] == ["second"]


def test_a_note_that_only_we_changed_stays_ours(tmp_path):
    note = make_note("first")
    with open_library(tmp_path / "a") as ours, open_library(tmp_path / "b") as theirs:
        theirs.notes.add(note)
        ours.merging.merge(shared(theirs))
        ours.notes.update(edited(note, "mine"))

        assert ours.merging.merge(shared(theirs)) == Merged(known=1)
        assert [each.text for each in ours.notes.all()] == ["mine"]


def test_a_note_that_both_changed_is_there_twice(tmp_path):
    note = make_note("first")
    with open_library(tmp_path / "a") as ours, open_library(tmp_path / "b") as theirs:
        theirs.notes.add(note)
        ours.merging.merge(shared(theirs))
        ours.notes.update(edited(note, "mine"))
        theirs.notes.update(edited(note, "hers"))

        assert ours.merging.merge(shared(theirs)) == Merged(beside=1)
        assert {each.text for each in ours.notes.all()} == {"mine", "hers"}
        assert ours.merging.merge(shared(theirs)) == Merged(known=1)
        assert len(ours.notes.all()) == 2


def test_a_note_that_we_deleted_does_not_come_back_unless_they_changed_it(tmp_path):
    note = make_note("first")
    with open_library(tmp_path / "a") as ours, open_library(tmp_path / "b") as theirs:
        theirs.notes.add(note)
        ours.merging.merge(shared(theirs))
        ours.notes.delete(note.id)

        assert not ours.merging.merge(shared(theirs)).changed
        theirs.notes.update(edited(note, "hers"))
        assert ours.merging.merge(shared(theirs)).changed
        assert [each.text for each in ours.notes.all()] == ["hers"]


acts = st.lists(
    st.tuples(
        st.sampled_from(["ours", "theirs"]),
        st.sampled_from(["add", "edit", "recolour", "delete", "undo", "merge"]),
        st.integers(0, 5),
        st.text(max_size=5),
    ),
    max_size=14,
)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts)
def test_merging_twice_changes_nothing_and_drops_nothing(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("merging")
    with open_library(folder / "a") as ours, open_library(folder / "b") as theirs:
        sides = {"ours": ours, "theirs": theirs}
        for who, act, which, words in steps:
            library, other = sides[who], theirs if who == "ours" else ours
            notes = library.notes.all()
            if act == "add":
                library.notes.add(make_note(words))
            elif act == "undo":
                library.notes.undo()
            elif act == "merge":
                library.merging.merge(shared(other))
            elif notes:
                note = notes[which % len(notes)]
                if act == "delete":
                    library.notes.delete(note.id)
                else:
                    color = Color.GREEN if act == "recolour" else note.color
                    library.notes.update(replace(edited(note, words), color=color))
        before = ours.notes.all()
        given_away = shared(theirs)

        ours.merging.merge(given_away)
        once = ours.notes.all()
        assert not ours.merging.merge(given_away).changed
        assert ours.notes.all() == once
        histories = ours.merging.history(each.note.id for each in given_away)
        there = {note.text for note in once}
        for each in given_away:  # theirs is here, or it is what we had and changed or deleted
            assert each.note.text in there or histories[each.note.id]
        went_on = {each.note.id: each.before for each in given_away}
        for note in before:  # ours is here, or they went on from it
            assert note in once or digest(note) in went_on[note.id]


def test_a_codebook_is_kept_and_taken_back(tmp_path):
    with open_library(tmp_path) as library:
        library.codes.put(Code("vote", color="#aa3300", definition="Says yes or no."))
        library.codes.put(Code("vote/support", color="#00aa33"))

        assert [code.tag for code in library.codes.all()] == ["vote", "vote/support"]
        library.notes.undo()
        assert [code.tag for code in library.codes.all()] == ["vote"]
        theirs = [Code("vote", "#000000"), Code("vote/oppose", definition="Says no.")]
        assert library.codes.add_missing(theirs) == 1
        assert {code.tag: code.color for code in library.codes.all()}["vote"] == "#aa3300"
        library.codes.delete("vote")
        assert library.codes.all() == []
