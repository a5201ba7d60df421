"""What is asked for while the like of it is under way is done too, and the last one counts."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader import exporting
from talkreader.app import Program
from talkreader.domain.bilingual import PairOrigin
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.dialogs.changes import ChangesDialog
from talkreader.ui.dialogs.versions import VersionsDialog
from tests.ui.main_window.test_memory import SORRY
from tests.ui.main_window.test_translating import TEXT, texts
from tests.ui.panes.reading import shown_text


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with a page of two comments, whose translations nobody has looked for."""
    raw = RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    settle(program, qtbot)
    return program


def settle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.runner.running)


def test_a_correction_stays_when_translations_are_looked_for_meanwhile(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    raw = RawPage(Form.WIKITEXT, TEXT * 100, title="Talk:Boats", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    settle(program, qtbot)
    program.window.actions_["side_by_side"].setChecked(True)

    program.session.correcting.set_author(1, "Bob")  # read again before the search has ended
    settle(program, qtbot)

    assert program.session.pages.page.comments[1].author == "Bob"
    assert program.session.pages.has_pairs()
    assert len(texts(program)) == 300


def test_translations_are_shown_though_the_page_is_read_again_by_hand(
    page: Program, qtbot: QtBot
) -> None:
    found: list[object] = []
    page.session.pages.pairs_found.connect(found.append)
    page.session.pages.find_pairs()  # as a draft does, also where they are not shown

    page.session.pages.reload()
    settle(page, qtbot)

    assert [len(each.pairs) for each in found] == [3]


def test_what_is_decided_before_found_translations_arrive_is_shown_with_them(
    page: Program, qtbot: QtBot
) -> None:
    session = page.session
    page.window.actions_["side_by_side"].setChecked(True)
    wait(page.runner._futures.values())  # found, and on the way to the window

    source = session.translating.sentence_at(1, 3)
    session.translating.save(source, "那就印一张时刻表。", "zh-hans")

    typed = ("那就印一张时刻表。", PairOrigin.PERSON)
    qtbot.waitUntil(lambda: typed in [each[1:] for each in texts(page)])
    assert "那就印一张时刻表。" in shown_text(page.window.reading)


def test_a_search_for_translations_that_was_stopped_can_be_asked_for_again(
    page: Program, qtbot: QtBot
) -> None:
    page.session.pages.find_pairs()
    (job,) = [job for job in page.runner.running if job.key.startswith("pairs ")]
    job.cancel()
    settle(page, qtbot)

    page.session.pages.find_pairs()
    settle(page, qtbot)

    assert page.session.pages.has_pairs()


def test_of_two_readings_of_a_page_only_the_last_one_is_shown(page: Program, qtbot: QtBot) -> None:
    shown: list[object] = []
    page.session.pages.page_opened.connect(shown.append)

    page.session.pages.reload()
    page.session.pages.reload()
    settle(page, qtbot)

    assert len(shown) == 1


def test_versions_of_a_page_are_shown_though_those_of_another_are_being_read(
    page: Program, qtbot: QtBot, library: Library
) -> None:
    raw = RawPage(Form.WIKITEXT, TEXT.replace("Ada", "Eve"), title="Talk:Nets", site="harbour")
    other = library.pages.save(parse(raw))
    page.session.tabs.new()
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.session.pages.open_page(other.id)

    page.session.tabs.select(0)
    page.window.actions_["versions"].trigger()
    page.session.tabs.select(1)
    page.window.actions_["versions"].trigger()
    settle(page, qtbot)

    (dialog,) = page.window.findChildren(VersionsDialog)
    assert "Eve" in dialog.list.topLevelItem(0).text(0)


def test_of_several_copies_that_are_chosen_quickly_the_last_ones_are_compared(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    first, second, third = (
        library.pages.save(parse(RawPage(Form.WIKITEXT, text, title="Talk:Boats", site="harbour")))
        for text in (TEXT, TEXT.replace("October", "May"), TEXT.replace("October", "June"))
    )
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(third.id)
    settle(program, qtbot)
    program.window.actions_["changes"].trigger()
    settle(program, qtbot)
    dialog = program.window.findChild(ChangesDialog)

    dialog.older.setCurrentIndex(dialog.older.findData(first.id))
    dialog.newer.setCurrentIndex(dialog.newer.findData(second.id))
    settle(program, qtbot)

    assert (dialog.page.info.id, dialog.older.currentData()) == (second.id, first.id)
    assert dialog.newer.currentData() == second.id


def test_each_of_two_files_of_translations_is_taken_in(
    page: Program, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    names = ("one.tmx", "two.tmx")
    for name in names:
        unit = replace(SORRY, id=name, source=name)
        (tmp_path / name).write_bytes(exporting.translations_to_tmx([unit]))

    page.window.actions_["memory"].trigger()
    for name in names:
        page.memory.take_in(tmp_path / name)
    settle(page, qtbot)

    assert {unit.source for unit in library.translations.all()} == set(names)


def test_the_dictionary_is_read_again_when_that_is_asked_for_while_it_is_read(
    page: Program, qtbot: QtBot
) -> None:
    read: list[object] = []
    page.runner.started.connect(lambda job: read.append(job.key))

    for _time in range(3):
        page.dictionary.open()
    settle(page, qtbot)

    assert read.count("dictionary") == 2
