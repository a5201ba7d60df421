"""Names that are written from right to left, in lines that are read from left to right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from talkreader.domain.note import Note, Target
from talkreader.domain.page import PageKey
from talkreader.domain.thread import Comment
from talkreader.ui import words
from talkreader.ui.direction import isolated
from talkreader.ui.document.copying import copied_text
from talkreader.ui.document.fonts import HANS
from talkreader.ui.document.header import Times
from talkreader.ui.panes.reading_pane import ReadingPane
from talkreader.ui.printing.notes import notes_paper
from talkreader.ui.printing.page import page_paper
from talkreader.ui.printing.sheet import paper_look
from tests.ui.pages import as_page, make_comment
from tests.ui.panes.reading import make_pane, show

ARABIC = "عادل فوزي"
HEBREW = "דנה לוי"


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


def _signed_as(comment: Comment, name: str) -> Comment:
    (signature,) = comment.signatures
    return replace(comment, signatures=(replace(signature, display_name=name),))


def _line_with(pane: ReadingPane, said: str) -> QTextBlock:
    return _with(pane.document(), said)


def _with(document: QTextDocument, said: str) -> QTextBlock:
    block = document.begin()
    while said not in block.text():
        block = block.next()
    return block


def _from_left(block: QTextBlock, said: str) -> bool:
    """Return whether each character of these words stands further right than the one before."""
    start = block.text().index(said)
    line = block.layout().lineForTextPosition(start)
    places = [line.cursorToX(start + step)[0] for step in range(len(said))]
    return places == sorted(places) and len(set(places)) == len(places)


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_time_behind_a_name_from_right_to_left_is_read_as_it_is_written(
    qtbot: QtBot, pane: ReadingPane, name: str
) -> None:
    signs_so = _signed_as(make_comment(0, "One."), name)
    is_called_so = make_comment(1, "Two.", author=name)

    show(qtbot, pane, as_page([signs_so, is_called_so]))

    for moment in ("2023-03-04\u00a009:30\u00a0UTC", "2023-03-04\u00a010:00\u00a0UTC"):
        assert _from_left(_line_with(pane, moment), moment)


def test_a_line_above_a_comment_begins_at_the_left_whatever_its_name_is(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, as_page([make_comment(0, "One.", author=ARABIC)]))

    block = _line_with(pane, "09:30")
    assert not block.textDirection().name.startswith("Right")
    assert block.layout().lineAt(0).cursorToX(0)[0] < pane.width() / 2


@pytest.mark.parametrize("name", [ARABIC, HEBREW])
def test_a_time_beside_such_a_name_is_printed_as_it_is_written(qtbot: QtBot, name: str) -> None:
    page = as_page([make_comment(0, "One.", author=name)])
    page = replace(page, info=replace(page.info, key=PageKey("harbourwiki", "نقاش:فنار 2")))
    target = Target("harbourwiki", "نقاش:فنار 2", "قسم 3", f"c-{name}-20230304093000", exact="One.")
    now = datetime(2026, 1, 1, tzinfo=UTC)
    note = Note("one", (target,), None, "see", (), now, now)

    papers = [
        page_paper(page, paper_look(HANS)),
        notes_paper("Notes", "", [note], {}, paper_look(HANS)),
    ]

    for paper in papers:
        paper.setTextWidth(900)
        paper.documentLayout().documentSize()
        block = _with(paper, "2023-03-04 09:30 UTC, ")
        assert _from_left(block, "2023-03-04 09:30 UTC")
        assert block.text().count("2023") == 1


def test_what_is_copied_holds_no_sign_that_nobody_wrote(qtbot: QtBot, pane: ReadingPane) -> None:
    page = as_page([make_comment(0, "One.", author=ARABIC), make_comment(1, "Two.")])
    show(qtbot, pane, page)

    places = pane._view.places
    copied = copied_text(page, places, (0, pane.document().characterCount()), Times.UTC)

    assert f"\n{ARABIC}, 2023-03-04 09:30 UTC\nOne." in copied


def test_names_from_left_to_right_are_left_as_they_are() -> None:
    assert words.author("Ada Fenwick") == "Ada Fenwick"
    assert isolated("林知夏, Ærø, Ñandú") == "林知夏, Ærø, Ñandú"
    assert isolated("") == ""


def test_a_name_from_right_to_left_stands_for_itself_in_every_line() -> None:
    assert words.author(ARABIC) == f"\u200e\u2068{ARABIC}\u2069"
    assert (
        words.signed(f"c-{HEBREW}-20230304093000")
        == f"\u200e\u2068{HEBREW}\u2069 · 2023-03-04 09:30"
    )


def test_a_name_cannot_end_what_it_is_put_in() -> None:
    assert isolated(f"\u2069{HEBREW}\u202e") == f"\u200e\u2068{HEBREW}\u2069"
