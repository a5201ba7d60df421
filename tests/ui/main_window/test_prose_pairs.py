"""Translations in text that nobody signed: an announcement's lead, a page of the Translate kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.document.positions import Kind
from talkreader.ui.settings import TRANSLATIONS
from tests.ui.panes.reading import shown_text

LEAD = """The harbour will be closed for repairs in October. The boats stay out until November.

港口將於十月關閉維修。漁船在外面停留到十一月。

== Questions ==
Who pays for the old pier? [[User:Bo]] 11:00, 1 May 2024 (UTC)
"""
ENGLISH = "The harbour will be closed for repairs in October."
CHINESE = "港口將於十月關閉維修。"
UNITS = """<!--T:1-->
The bakery opens at six in the morning.

<!--T:2-->
The bus does not stop at the hospital on Sundays.
"""
TRANSLATED = """<!--T:1-->
面包店早上六点开门。

<!--T:2-->
星期日公共汽车不在医院停。
"""


def open_text(
    program: Program, qtbot: QtBot, library: Library, texts: dict[str, str], title: str
) -> None:
    saved = {
        name: library.pages.save(parse(RawPage(Form.WIKITEXT, text, title=name, site="harbour")))
        for name, text in texts.items()
    }
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(saved[title].id)
    with qtbot.waitSignal(program.session.pages.pairs_found, timeout=60_000):
        program.window.actions_["side_by_side"].setChecked(True)


def shown(program: Program) -> str:
    return shown_text(program.window.reading).replace("\u00a0", " ").replace("\u2060", "")


def lines(program: Program) -> list[str]:
    return [line for line in shown(program).splitlines() if line.strip()]


@pytest.mark.parametrize("layout", ["beside", "below"])
def test_a_lead_in_two_languages_stands_sentence_by_sentence(
    layout: str, program: Program, qtbot: QtBot, library: Library
) -> None:
    program.settings.keep(TRANSLATIONS, layout)
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")

    said = lines(program)

    assert said[said.index(ENGLISH) + 1].startswith(CHINESE)
    assert shown(program).count(CHINESE) == 1


def test_the_mouse_on_a_sentence_of_a_lead_lights_its_partner(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    pane = program.window.reading
    view = pane._view
    assert view is not None
    entry = view.places.find(Kind.PROSE, 0)
    assert entry is not None
    text = view.document.toPlainText()
    ends = [(text.index(words), text.index(words) + len(words)) for words in (ENGLISH, CHINESE)]

    for low, high in ends:
        at = view.geometry.word_rects(low, high)[0].center()
        # not qtbot.mouseMove: where the pointer is already, that moves nothing
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            pane.viewport().mapToGlobal(at),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(pane.viewport(), moved)
        assert list(view.marks.facing) == ends

    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    assert view.marks.facing == ()


def test_a_page_without_signatures_stands_beside_its_translation(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    texts = {"Harbour news": UNITS, "Harbour news/zh": TRANSLATED}
    open_text(program, qtbot, library, texts, "Harbour news")

    said = lines(program)

    assert said[said.index("The bakery opens at six in the morning.") + 1].startswith(
        "面包店早上六点开门。"
    )
    assert any(line.startswith("星期日公共汽车不在医院停。") for line in said)


def test_a_translation_of_unsigned_text_unfolds_on_demand(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    program.settings.keep(TRANSLATIONS, "demand")
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    assert CHINESE not in shown(program)

    program.window.actions_["unfold_translations"].trigger()
    assert CHINESE in shown(program)

    program.window.actions_["unfold_translations"].trigger()
    assert CHINESE not in shown(program)


def test_a_heading_keeps_its_distance_from_sentences_side_by_side(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    view = program.window.reading._view
    assert view is not None
    text = view.document.toPlainText()
    [words, heading] = [
        view.geometry.word_rects(text.index(said), text.index(said) + 5)[0]
        for said in ("The boats stay out", "Questions")
    ]

    assert heading.top() - words.bottom() > words.height()
