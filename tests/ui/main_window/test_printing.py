"""What can be put on paper, and that all of it is there."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.hit import HitKind
from talkreader.domain.note import Color
from talkreader.ui.dialogs.printing import Printable, PrintingDialog
from talkreader.ui.session import Scope


def things(program: Program) -> dict[str, Printable]:
    return {thing.label: thing for thing in program.printing.things()}


def test_nothing_open_is_said_and_nothing_printed(program: Program) -> None:
    assert program.printing.open() is None
    assert "nothing to print" in program.window.status.currentMessage()


def test_every_comment_of_a_page_is_on_the_paper_also_the_folded_ones(reading: Program) -> None:
    page = reading.session.pages.page
    assert page is not None
    reading.window.reading.fold_all()

    paper = things(reading)["The page"].paper(True)

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

    text = things(reading)["This thread"].paper(False).toPlainText()

    inside = {start.index}
    for comment in page.comments:
        if comment.parent in inside:
            inside.add(comment.index)
    for comment in page.comments:
        first = comment.body.text.split("\n")[0]
        if len(first) > 25:
            assert (first[:40] in text) == (comment.index in inside)
    assert page.sections[2].heading in text


def test_a_citation_stands_below_each_comment_when_wanted(reading: Program) -> None:
    thing = things(reading)["The page"]

    cited, plain = thing.paper(True).toPlainText(), thing.paper(False).toPlainText()

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

    text = things(reading)["What the search found"].paper(True).toPlainText()

    assert text.startswith("Search: scanner")
    for hit in hits:
        words = page.comments[hit.index].body.text
        assert words.rstrip().split("\n")[-1][:30] in text
        assert f"section “{hit.section}”" in text


def test_notes_are_printed_with_the_words_and_the_remark(reading: Program) -> None:
    note = reading.session.notes.add([(0, 0, 20)], Color.YELLOW, "for the minutes")
    reading.session.notes.edit(note, tags=("fund",))

    text = things(reading)["My notes on this page"].paper(True).toPlainText()

    page = reading.session.pages.page
    assert page is not None
    assert page.comments[0].body.text[:20] in text
    assert "for the minutes" in text
    assert "fund" in text
    assert "lighthouse-fund" in text


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
