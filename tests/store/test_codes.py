"""The codebook: what acts on a tag do to all notes, and that each is one act."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.domain.code import Code, CodeUse
from talkreader.store import Library, open_library
from tests.store.pages import make_note


def tags_of(library: Library) -> list[tuple[str, ...]]:
    return sorted(note.tags for note in library.notes.all())


def write(library: Library, *tags: Sequence[str]) -> None:
    for each in tags:
        library.notes.add(make_note(tags=each))


def test_a_renamed_tag_is_renamed_in_every_note_and_taken_back_by_one_undo(library: Library):
    write(library, ["plant"], ["plant/leaf", "old"], ["planter"])
    library.codes.put(Code("plant/leaf", "#00aa33", "A leaf."))

    assert library.codes.rename("plant", "flora") == 2

    assert tags_of(library) == [("flora",), ("flora/leaf", "old"), ("planter",)]
    assert library.codes.all() == [Code("flora/leaf", "#00aa33", "A leaf.")]
    assert len(library.notes.undo()) == 4
    assert tags_of(library) == [("plant",), ("plant/leaf", "old"), ("planter",)]
    assert library.codes.all() == [Code("plant/leaf", "#00aa33", "A leaf.")]
    library.notes.redo()
    assert tags_of(library) == [("flora",), ("flora/leaf", "old"), ("planter",)]


def test_a_tag_renamed_to_another_is_merged_with_it(library: Library):
    write(library, ["vote", "ballot"], ["ballot"])
    library.codes.put_all([Code("vote", "", "Says yes or no."), Code("ballot", "#aa0000", "x")])

    library.codes.rename("vote", "ballot")

    assert tags_of(library) == [("ballot",), ("ballot",)]
    assert library.codes.all() == [Code("ballot", "#aa0000", "x")]


def test_a_tag_goes_up_into_the_one_it_stands_under(library: Library):
    write(library, ["a/a", "a/a/b"])
    library.codes.put_all([Code("a/a", "#111111"), Code("a/a/a", "#222222")])

    library.codes.rename("a/a", "a")

    assert tags_of(library) == [("a", "a/b")]
    assert library.codes.all() == [Code("a", "#111111"), Code("a/a", "#222222")]


@pytest.mark.parametrize("new", ["", "a/b", "a/b/c"])
def test_a_tag_cannot_stand_under_itself(library: Library, new: str):
    write(library, ["a"])
    with pytest.raises(ValueError, match="cannot be called"):
        library.codes.rename("a", new)
    assert tags_of(library) == [("a",)]


def test_a_deleted_tag_leaves_the_notes_with_their_words(library: Library):
    write(library, ["vote/no", "fund"], ["vote"])
    library.codes.put(Code("vote/no", "#aa0000"))

    assert library.codes.count("vote") == 2
    assert library.codes.delete("vote") == 2

    assert tags_of(library) == [(), ("fund",)]
    assert library.codes.all() == []
    assert {note.text for note in library.notes.all()} == {"worth quoting"}
    library.notes.undo()
    assert tags_of(library) == [("vote",), ("vote/no", "fund")]


def test_the_book_has_every_level_and_counts_each_note_once(library: Library):
    write(library, ["a/b/c", "a/b"], ["a/b"], ["a0"])
    library.codes.put(Code("z", "#123456"))

    assert library.codes.book() == [
        CodeUse(Code("a"), 0, 2),
        CodeUse(Code("a/b"), 2, 2),
        CodeUse(Code("a/b/c"), 1, 1),
        CodeUse(Code("a0"), 1, 1),
        CodeUse(Code("z", "#123456"), 0, 0),
    ]


def test_a_new_act_after_undo_leaves_nothing_of_the_batch_to_redo(library: Library):
    write(library, ["a"], ["a"])
    library.codes.rename("a", "b")
    library.notes.undo()
    write(library, ["c"])

    assert not library.notes.can_redo()
    assert library.notes.redo() == []
    assert tags_of(library) == [("a",), ("a",), ("c",)]


TAG = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map("/".join)


@given(st.lists(st.lists(TAG, max_size=3), max_size=4), TAG, TAG)
@settings(max_examples=25, deadline=None)
def test_undo_and_redo_of_any_rename_bring_back_what_was(
    tmp_path_factory: pytest.TempPathFactory, tags: list[list[str]], old: str, new: str
):
    with open_library(tmp_path_factory.mktemp("library")) as library:
        write(library, *(dict.fromkeys(each) for each in tags))
        library.codes.put_all(Code(tag, "#00aa33") for each in tags for tag in each[:1])
        before = tags_of(library), library.codes.all()
        acts_before = library.notes.can_undo()
        try:
            renamed = library.codes.rename(old, new)
        except ValueError:
            assert (tags_of(library), library.codes.all()) == before
            return
        after = tags_of(library), library.codes.all()
        if after == before:
            assert library.notes.can_undo() == acts_before
            return
        assert not any(
            tag == old or tag.startswith(f"{old}/")
            for each in after[0]
            for tag in each
            if not new.startswith(tag) and not f"{old}/".startswith(f"{new}/")
        )
        library.notes.undo()
        assert (tags_of(library), library.codes.all()) == before
        library.notes.redo()
        assert (tags_of(library), library.codes.all()) == after
        assert renamed >= 0


def test_an_act_that_changes_nothing_leaves_what_was_taken_back_to_be_done_again(
    library: Library,
) -> None:
    library.codes.put(Code("vote", "", "yes or no"))
    library.notes.undo()

    library.codes.add_missing([])
    library.codes.put_all([])
    library.merging.merge([])
    library.codes.rename("nowhere", "elsewhere")

    assert library.notes.can_redo()
    library.notes.redo()
    assert library.codes.all() == [Code("vote", "", "yes or no")]
