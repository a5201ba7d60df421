"""The lost notes of a whole library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from talkreader import parsing, reading
from talkreader.anchoring import make_target
from talkreader.domain.errors import Cancelled
from talkreader.domain.note import Target
from talkreader.domain.page import Form, PageInfo, RawPage
from talkreader.domain.progress import Progress
from talkreader.lost import lost_notes
from talkreader.store import Library, open_library
from tests.store.pages import make_note

KETTLE = "The kettle was rinsed at noon. [[User:Ada]] 09:05, 1 March 2020 (UTC)\n\n"
CUPS = "Nobody told the gardener about the cups. [[User:Bo]] 10:10, 2 March 2020 (UTC)\n"
TEA = RawPage(Form.WIKITEXT, KETTLE + CUPS, title="Talk:Tea", site="teawiki")
MILK = replace(TEA, title="Talk:Milk", text=CUPS.replace("Bo", "Eve"))


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path) as opened:
        yield opened


def kept(library: Library, raw: RawPage) -> PageInfo:
    return library.pages.save(parsing.parse(raw))


def noted(library: Library, info: PageInfo, comment: int, text: str) -> None:
    page = reading.open_page(library, info.id)
    target = make_target(info.key, reading.anchors_of(page).comments[comment], 4, 10)
    library.notes.add(replace(make_note(text), targets=(target,)))


def test_notes_whose_words_no_page_has_are_told_those_of_every_page(library: Library) -> None:
    tea, milk = kept(library, TEA), kept(library, MILK)
    noted(library, tea, 0, "on the kettle")
    noted(library, tea, 1, "on the cups")
    noted(library, milk, 0, "on the milk")
    target = Target("teawiki", "Talk:Never seen", comment="c-Cy-20200303101000", exact="word")
    library.notes.add(replace(make_note("on a page nobody has"), targets=(target,)))
    library.notes.add(replace(make_note("on the page"), targets=(Target("teawiki", "Talk:Tea"),)))
    kept(library, replace(TEA, text=CUPS))

    found = lost_notes(library, Progress())

    assert {note.text for note in found} == {"on the kettle", "on a page nobody has"}


def test_what_went_to_another_page_is_not_lost(library: Library) -> None:
    noted(library, kept(library, TEA), 0, "on the kettle")
    kept(library, replace(TEA, text=CUPS))
    kept(library, replace(TEA, title="Talk:Tea/Archive 1", text=KETTLE))

    assert lost_notes(library, Progress()) == []


def test_looking_for_lost_notes_can_be_ended(library: Library) -> None:
    noted(library, kept(library, TEA), 0, "on the kettle")
    progress = Progress()
    progress.cancel()

    with pytest.raises(Cancelled):
        lost_notes(library, progress)
