"""What can be put on paper, and that all of it is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.errors import LibraryDamaged
from talkreader.domain.hit import HitKind
from talkreader.domain.note import Color
from talkreader.domain.page import Form, RawPage
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.dialogs.printing import Printable, PrintingDialog
from talkreader.ui.jobs import JobRunner
from talkreader.ui.printing import found_passages
from talkreader.ui.session import Scope


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.stop()


def things(program: Program) -> dict[str, Printable]:
    return {thing.label: thing for thing in program.printing.things()}


def made(thing: Printable, *, cite: bool = True) -> QTextDocument:
    maker = thing.paper or (thing.read and thing.read(Progress()))
    assert maker
    return maker(cite)


def test_nothing_open_is_said_and_nothing_printed(program: Program) -> None:
    assert program.printing.open() is None
    assert "nothing to print" in program.window.status.currentMessage()


def test_every_comment_of_a_page_is_on_the_paper_also_the_folded_ones(reading: Program) -> None:
    page = reading.session.pages.page
    assert page is not None
    reading.window.reading.fold_all()

    paper = made(things(reading)["The page"])

    text = paper.toPlainText()
    for comment in page.comments:
        assert comment.body.text.split("\n")[0][:30] in text
    assert "repl" not in text.split("\n")[3]
    block, hidden = paper.begin(), 0
    while block.isValid():
        hidden += not block.isVisible()
        block = block.next()
    assert hidden == 0
    assert page.info.origin.sha256[:12] in text


def test_a_thread_is_printed_with_its_heading_and_nothing_else(
    reading: Program, qtbot: QtBot
) -> None:
    page = reading.session.pages.page
    assert page is not None
    start = next(c for c in page.comments if c.parent is None and c.section == 2)
    reading.window.reading.scroll_to_comment(start.index)
    qtbot.waitUntil(lambda: reading.window.reading.current_comment() == start.index)

    text = made(things(reading)["This thread"], cite=False).toPlainText()

    inside = {start.index}
    for comment in page.comments:
        if comment.parent in inside:
            inside.add(comment.index)
    for comment in page.comments:
        first = comment.body.text.split("\n")[0]
        if len(first) > 25:
            assert (first[:40] in text) == (comment.index in inside)
    assert (page.sections[2].heading or "") in text


def test_a_citation_stands_below_each_comment_when_wanted(reading: Program) -> None:
    thing = things(reading)["The page"]

    cited, plain = made(thing).toPlainText(), made(thing, cite=False).toPlainText()

    assert len(cited) > len(plain)
    assert cited.count("section “") >= 40
    assert plain.count("section “") == 0


def test_a_search_is_printed_with_whole_comments_and_their_sources(
    reading: Program, qtbot: QtBot
) -> None:
    reading.session.find("scanner", Scope.LIBRARY)
    qtbot.waitUntil(lambda: bool(reading.session.search.state.hits))
    hits = [hit for hit in reading.session.search.state.hits if hit.kind is HitKind.COMMENT]
    page = reading.session.pages.page
    assert page is not None

    thing = things(reading)["What the search found"]
    text = made(thing).toPlainText()

    assert text.startswith("Search: scanner")
    for hit in hits:
        words = page.comments[hit.index or 0].body.text
        assert words.rstrip().split("\n")[-1][:30] in text
        assert f"section “{hit.section}”" in text


def test_notes_are_printed_with_the_words_and_the_remark(reading: Program) -> None:
    note = reading.session.notes.add([(0, 0, 20)], Color.YELLOW, "for the minutes")
    reading.session.notes.edit(note, tags=("fund",))

    text = made(things(reading)["My notes on this page"], cite=True).toPlainText()

    page = reading.session.pages.page
    assert page is not None
    assert page.comments[0].body.text[:20] in text
    assert "for the minutes" in text
    assert "fund" in text
    assert "lighthouse-fund" in text


def test_all_notes_are_printed_with_the_address_and_the_place_of_each(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    said = (
        "The kettle was rinsed at noon, as the rules want. [[User:Ada]] 09:05, 1 March 2020 (UTC)"
    )
    for title in ("Talk:Tea", "Talk:Milk"):
        info = library.pages.save(
            parse(
                RawPage(
                    Form.WIKITEXT,
                    f"== Kettles ==\n{said}\n",
                    title,
                    "teawiki",
                    base_url="https://tea.example.org/wiki/",
                )
            )
        )
        with qtbot.waitSignal(program.session.pages.page_opened):
            program.session.pages.open_page(info.id)
        program.session.notes.add([(0, 4, 10)], Color.YELLOW, f"on {title}")
    note = library.notes.all()[0]
    lost = replace(note.targets[0], exact="words that nobody wrote", prefix="", suffix="")
    library.notes.update(replace(note, targets=(lost,)))
    program.session.notes.refresh()

    text = made(things(program)["All my notes"]).toPlainText()

    address = "https://tea.example.org/wiki/Special:GoToComment/c-Ada-20200301090500"
    assert text.count(address) == 2
    assert text.count("(lost)") == 1


def test_a_pdf_has_the_pages_that_the_preview_shows(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = reading.printing.open()
    assert isinstance(dialog, PrintingDialog)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.preview.pageCount() > 1)

    with qtbot.waitSignal(dialog.saved):
        dialog.write(tmp_path / "page.pdf")

    written = (tmp_path / "page.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    assert written.count(b"/Type /Page\n") == dialog.preview.pageCount()


def test_a_pdf_that_cannot_be_written_is_said(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = reading.printing.open()
    assert dialog is not None
    qtbot.addWidget(dialog)

    with qtbot.waitSignal(dialog.failed):
        dialog.write(tmp_path / "missing" / "page.pdf")

    assert "cannot be written" in reading.window.message.text()


def lamp(_cite: bool) -> QTextDocument:
    return QTextDocument("Who lit the lamp?")


def test_a_search_is_read_beside_the_window_before_it_can_be_printed(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    reading.session.find("scanner", Scope.LIBRARY)
    qtbot.waitUntil(lambda: bool(reading.session.search.state.hits))
    dialog = reading.printing.open()
    assert dialog is not None
    qtbot.addWidget(dialog)

    dialog.what.setCurrentText("What the search found")

    assert dialog.paper() is None
    assert not dialog.pdf_button.isEnabled()
    assert not dialog.bar.isHidden()
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    paper = dialog.paper()
    assert paper is not None
    assert paper.toPlainText().startswith("Search: scanner")
    assert dialog.bar.isHidden()
    with qtbot.waitSignal(dialog.saved):
        dialog.write(tmp_path / "search.pdf")
    assert (tmp_path / "search.pdf").read_bytes().startswith(b"%PDF-")


def test_what_is_printed_is_read_and_written_in_other_threads(
    qtbot: QtBot, runner: JobRunner, tmp_path: Path
) -> None:
    readers, makers = [], []

    def make(cite: bool) -> QTextDocument:
        makers.append(get_ident())
        return lamp(cite)

    def read(_progress: Progress) -> Callable[[bool], QTextDocument]:
        readers.append(get_ident())
        return make

    dialog = PrintingDialog([Printable("A search", "lamp", read=read)], runner)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    makers.clear()
    with qtbot.waitSignal(dialog.saved):
        dialog.write(tmp_path / "lamp.pdf")

    assert readers
    assert makers
    assert get_ident() not in readers + makers


def test_reading_for_print_says_how_far_it_is_and_can_be_stopped_and_tried_again(
    qtbot: QtBot, runner: JobRunner
) -> None:
    go_on = Event()

    def read(progress: Progress) -> Callable[[bool], QTextDocument]:
        progress.report(ProgressReport(1, 3))
        while not go_on.wait(0.01):
            progress.check()
        return lamp

    dialog = PrintingDialog([Printable("A search", "lamp", read=read)], runner)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: (dialog.bar.value(), dialog.bar.maximum()) == (1, 3))
    assert dialog.close_button.text() == "Stop"

    dialog.close_button.click()

    qtbot.waitUntil(lambda: dialog.said.text() == "Stopped.")
    assert dialog.isVisible()
    assert dialog.paper() is None
    go_on.set()
    dialog.again_button.click()
    qtbot.waitUntil(dialog.pdf_button.isEnabled)
    assert dialog.paper() is not None
    assert not dialog.again_button.isVisible()


def test_a_library_that_cannot_be_read_for_print_is_said_in_the_dialog(
    qtbot: QtBot, runner: JobRunner
) -> None:
    def read(_progress: Progress) -> Callable[[bool], QTextDocument]:
        raise LibraryDamaged("{file} is damaged", file="library.sqlite")

    dialog = PrintingDialog([Printable("A search", "lamp", read=read)], runner)
    qtbot.addWidget(dialog)

    qtbot.waitUntil(lambda: "library.sqlite is damaged" in dialog.said.text())
    assert not dialog.pdf_button.isEnabled()


def test_of_a_page_that_was_taken_away_what_the_search_showed_is_printed(
    reading: Program, qtbot: QtBot
) -> None:
    reading.session.find("scanner", Scope.LIBRARY)
    qtbot.waitUntil(lambda: bool(reading.session.search.state.hits))
    gone = [replace(hit, page=99_999) for hit in reading.session.search.state.hits]

    passages = found_passages(reading.session.library, gone, Progress())

    assert [passage.words for passage in passages] == [hit.snippet for hit in gone]
