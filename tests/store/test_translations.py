"""The translation memory in a library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader.domain.incoming import Incoming, Reason, Refused, Taken
from talkreader.domain.page import PageKey
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.store import Library, open_library

KEY = PageKey("teawiki", "Talk:Tea")
MOMENT = datetime(2022, 2, 2, 3, 4, 5, tzinfo=UTC)
UNIT = Translation(
    "1", "We are sorry.", "我們很抱歉。", "en", "zh-hant", TranslationOrigin.TYPED, MOMENT, MOMENT,
    *KEY, "c-Ada-20200301090500", 0, 4, 17,
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def test_a_unit_is_there_after_a_restart(tmp_path: Path):
    with open_library(tmp_path) as library:
        library.translations.put(UNIT)

    with open_library(tmp_path) as library:
        assert library.translations.for_page(KEY) == [UNIT]
        assert library.translations.for_page(PageKey("teawiki", "Talk:Pot")) == []


def test_changes_can_be_taken_back_one_by_one(library: Library):
    changed = replace(UNIT, target="我們向大家道歉。")
    library.translations.put(UNIT)
    library.translations.put(changed)
    library.translations.delete("1")

    assert library.translations.all() == []
    library.notes.undo()
    assert library.translations.all() == [changed]
    library.notes.undo()
    assert library.translations.all() == [UNIT]
    library.notes.redo()
    assert library.translations.all() == [changed]


def test_keeping_what_is_kept_already_is_no_act(library: Library):
    library.translations.put(UNIT)
    library.translations.put(UNIT)

    library.notes.undo()

    assert not library.notes.can_undo()


def test_a_unit_that_is_not_there_cannot_be_deleted(library: Library):
    with pytest.raises(KeyError):
        library.translations.delete("nothing")


def test_units_from_elsewhere_are_kept_once(library: Library):
    library.translations.put(UNIT)
    same = replace(UNIT, id="2", comment="", origin=TranslationOrigin.IMPORTED)
    other = replace(same, id="3", target="抱歉。")

    refused = (Refused(7, Reason.NO_WORDS),)
    taken = library.translations.add_all(Incoming((same, other, other), refused))

    assert taken == Taken(1, 2, refused)
    assert [unit.id for unit in library.translations.all()] == ["1", "3"]


def test_a_unit_from_elsewhere_does_not_replace_the_words_of_the_person(library: Library):
    library.translations.put(UNIT)

    taken = library.translations.add_all(Incoming((replace(UNIT, target="别的话。"),)))

    assert (taken.new, taken.same) == (0, 0)
    assert [one.reason for one in taken.refused] == [Reason.YOURS_DIFFERS]
    assert library.translations.all() == [UNIT]


def test_the_same_source_is_found_in_either_script_and_width(library: Library):
    library.translations.put(replace(UNIT, source="關於封禁　ＡＢＣ", target="About the block"))

    assert len(library.translations.same("关于封禁 ABC")) == 1
    assert library.translations.same("关于") == []


def test_a_concordance_finds_words_on_both_sides(library: Library):
    library.translations.put(UNIT)

    assert library.translations.containing("抱歉") == [UNIT]
    assert library.translations.containing("SORRY") == [UNIT]
    assert library.translations.containing("  ") == []
    assert library.translations.containing("tea") == []
