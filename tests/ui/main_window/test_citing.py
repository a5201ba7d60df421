"""Copying words with where they come from."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color


def open_page(program: Program, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.opening.open([path])
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def copied(program: Program, command: str) -> str:
    program.window.actions_[command].trigger()
    return QGuiApplication.clipboard().text()


def test_selected_words_are_copied_with_person_minute_section_and_copy(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    open_page(program, qtbot, seeds / "lighthouse-fund.xml")
    page = program.session.pages.page
    assert page is not None
    program.window.reading.select(0, 0, 10)

    text = copied(program, "cite_text")

    first = page.comments[0]
    assert text.startswith(f"“{first.body.text[:10]}”\n— ")
    assert first.author is not None
    assert first.author in text
    assert f"{first.timestamp:%Y-%m-%d %H:%M} UTC" in text
    assert f"{page.info.origin.sha256[:12]} (lighthouse-fund.xml)" in text


def test_without_a_selection_the_comment_being_read_is_cited(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    open_page(program, qtbot, seeds / "lighthouse-fund.xml")
    program.window.reading.scroll_to_comment(2)
    page = program.session.pages.page
    assert page is not None

    (item,) = json.loads(copied(program, "cite_csl"))

    assert item["author"] == [{"literal": page.comments[2].author}]
    assert copied(program, "cite_bibtex").startswith("@misc{")
    assert copied(program, "cite_markdown").startswith("> ")


def test_the_words_of_a_chosen_note_are_cited(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    assert page is not None
    words = page.comments[2].body.text[:9].strip()
    note = reading.session.notes.add([(2, 0, len(words))], Color.BLUE)
    reading.window.right.show()
    reading.window.notes.show_note(note)
    reading.window.activateWindow()
    reading.window.notes.list.setFocus()
    qtbot.waitUntil(reading.window.notes.list.hasFocus)

    assert copied(reading, "cite_text").startswith(f"“{words}”\n— {page.comments[2].author}")


def test_a_link_leads_to_the_comment_on_its_wiki(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    open_page(program, qtbot, seeds / "lighthouse-fund.xml")
    program.window.reading.scroll_to_comment(1)
    page = program.session.pages.page
    assert page is not None

    link = copied(program, "copy_link")

    assert link.startswith("https://")
    assert link.endswith(f"/wiki/Special:GoToComment/{page.comments[1].name}")


def test_a_copy_that_does_not_name_its_wiki_says_so_and_copies_nothing(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    open_page(program, qtbot, seeds / "lighthouse-fund.txt")
    QGuiApplication.clipboard().setText("before")

    assert copied(program, "copy_link") == "before"
    assert "does not say which wiki" in program.window.status.currentMessage()


def test_there_is_nothing_to_cite_before_a_page_is_open(program: Program) -> None:
    assert not program.window.actions_["cite_text"].isEnabled()
