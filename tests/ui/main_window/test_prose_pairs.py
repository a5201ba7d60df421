"""Translations in text that nobody signed: an announcement's lead, a page of the Translate kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.bilingual import PairOrigin
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.dialogs.translating import TranslationDialog
from talkreader.ui.document.positions import Kind, Range
from talkreader.ui.document.view import PageView
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


def lit(view: PageView) -> list[Range]:
    """Return what is lit, in the order of the document."""
    return sorted(view.marks.partners, key=lambda p: view.places.ranges(p.comment, p.start, p.end))


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
        assert [view.places.ranges(p.comment, p.start, p.end)[0] for p in lit(view)] == ends

    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    assert lit(view) == []


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


def put_caret(program: Program, words: str) -> None:
    """Click on words."""
    pane = program.window.reading
    view = pane._view
    assert view is not None
    at = view.document.toPlainText().index(words)
    [spot] = [rect.center() for rect in view.geometry.word_rects(at, at + 1)]
    spot.setY(spot.y() - pane.verticalScrollBar().value())
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=spot.toPoint())


def pairs_of(program: Program) -> dict[str, tuple[str, PairOrigin]]:
    page = program.session.pages.page
    assert page is not None
    return {
        pair.source.text: (pair.target.text, pair.origin)
        for pair in page.pairs
        if pair.source is not None and pair.target is not None
    }


def test_a_sentence_of_a_lead_is_translated_in_place_and_kept(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    texts = {"Talk:Harbour": LEAD}
    open_text(program, qtbot, library, texts, "Talk:Harbour")
    put_caret(program, "The boats")
    program.window.actions_["translate"].trigger()
    dialog = program.window.findChild(TranslationDialog)
    assert dialog is not None
    assert dialog.source.toPlainText() == "The boats stay out until November."
    dialog.saved.emit("船不进港。")
    dialog.close()

    assert pairs_of(program)["The boats stay out until November."] == (
        "船不进港。",
        PairOrigin.PERSON,
    )
    assert "船不进港。" in shown(program)
    [unit] = library.translations.all()
    assert (unit.comment, unit.title) == ("p-", "Talk:Harbour")

    program.session.notes.undo()
    assert "船不进港。" not in shown(program)


def test_a_pair_of_a_lead_is_confirmed_and_broken_at_the_caret(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    put_caret(program, CHINESE)
    program.window.actions_["confirm_pair"].trigger()
    assert pairs_of(program)[ENGLISH] == (CHINESE, PairOrigin.PERSON)
    [unit] = library.translations.all()
    assert (unit.source, unit.target) == (ENGLISH, CHINESE)

    put_caret(program, ENGLISH)
    program.window.actions_["break_pair"].trigger()
    assert ENGLISH not in pairs_of(program)


def test_e_at_the_caret_unfolds_the_paragraph_of_a_lead(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    program.settings.keep(TRANSLATIONS, "demand")
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    put_caret(program, "boats stay")
    program.window.actions_["unfold_translation"].trigger()
    assert CHINESE in shown(program)

    program.window.actions_["unfold_translation"].trigger()
    assert CHINESE not in shown(program)


def test_on_a_page_without_comments_the_keys_are_about_what_is_on_the_screen(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    texts = {"Harbour news": UNITS, "Harbour news/zh": TRANSLATED}
    program.settings.keep(TRANSLATIONS, "demand")
    open_text(program, qtbot, library, texts, "Harbour news")
    program.window.actions_["unfold_translation"].trigger()
    assert "面包店早上六点开门。" in shown(program)

    program.window.actions_["copy_translation"].trigger()
    assert QGuiApplication.clipboard().text().startswith("面包店早上六点开门。")


def test_a_typed_translation_of_a_lead_lights_with_its_original(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    source = program.session.translating.sentence_at(-1, 0)
    assert source is not None
    program.session.translating.save(source, "港口不开。", "zh-hans")
    put_caret(program, "港口不开。")

    marks = program.window.reading._view.marks
    assert marks.lit is not None
    assert marks.lit.own.text == ENGLISH
    assert len(list(marks._lit_rects())) == 2
    program.window.actions_["break_pair"].trigger()
    assert library.translations.all() == []


def test_the_dictionary_knows_the_words_of_leads_and_headings(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    text = LEAD.replace("== Questions ==", "== 问题 ==")
    open_text(program, qtbot, library, {"Talk:Harbour": text}, "Talk:Harbour")
    program.window.actions_["dictionary"].setChecked(True)
    qtbot.waitUntil(lambda: program.dictionary._dictionary is not None, timeout=60_000)
    for words in ("港口", "问题"):
        put_caret(program, words)
        assert program.dictionary.pane.word.toPlainText().startswith(words)


def test_hits_in_a_lead_are_outlined_and_next_stops_at_each(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    search = program.session.search
    program.window.search.field.setText("十月")
    qtbot.waitUntil(lambda: search.state.text == "十月" and bool(search.state.stops))
    view = program.window.reading._view
    assert view is not None
    found = []
    for _stop in range(2):
        program.window.actions_["next_hit"].trigger()
        hit = view.marks.current_hit
        assert hit is not None
        assert hit in program.window.reading._hits
        found.append((hit.comment, hit.start))
    text = program.session.pages.page.prose[0].body.text

    assert found == [(-1, text.index("十月")), (-1, text.index("十月"))]
    assert len(search.state.stops) == 1
    # what is translated next is where one was led to
    assert program.window.reading.current_key() == -1
    [(low, high)] = view.places.ranges(-1, hit.start, hit.end)
    assert view.document.toPlainText()[low:high] == "十月"
    assert program.window.search.counter.text() == "1 of 1"


def test_the_gloss_is_of_the_lead_with_the_caret(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    program.window.actions_["dictionary"].setChecked(True)
    qtbot.waitUntil(lambda: program.dictionary._dictionary is not None, timeout=60_000)
    pane = program.dictionary.pane
    pane.tabs.setCurrentWidget(pane.gloss)
    put_caret(program, CHINESE)

    qtbot.waitUntil(lambda: "港口" in pane.gloss.toPlainText())


def test_pairs_of_a_lead_are_joined_parted_and_moved_and_it_is_kept(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, {"Talk:Harbour": LEAD}, "Talk:Harbour")
    first, second = ENGLISH, "The boats stay out until November."
    actions = program.window.actions_

    put_caret(program, "The harbour")
    actions["join_pair"].trigger()
    assert pairs_of(program)[f"{first} {second}"][0] == f"{CHINESE}漁船在外面停留到十一月。"

    put_caret(program, "The harbour")
    actions["part_pair"].trigger()
    assert pairs_of(program)[second][0] == "漁船在外面停留到十一月。"

    put_caret(program, "The boats")
    actions["pair_before"].trigger()
    assert pairs_of(program)[second] == (CHINESE, PairOrigin.PERSON)
    kept = program.session.pages.page.pairs

    program.session.pages.close_page()
    with qtbot.waitSignal(program.session.pages.pairs_found, timeout=60_000):
        program.session.pages.open_page(library.pages.all()[0].id)
    assert program.session.pages.page.pairs == kept


def test_the_memory_leads_to_the_words_of_a_lead(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    texts = {"Talk:Harbour": LEAD, "Talk:Pier": "== Pier ==\nNo news.\n"}
    open_text(program, qtbot, library, texts, "Talk:Harbour")
    put_caret(program, "The boats")
    source = program.session.translating.sentence_at(*program.window.reading.sentence_place())
    program.session.translating.save(source, "船不进港。", "zh-hans")
    [unit] = library.translations.all()
    other = next(info for info in library.pages.all() if info.title == "Talk:Pier")
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(other.id)

    with qtbot.waitSignal(program.session.pages.page_opened):
        program.memory._go(unit)

    selected = program.window.reading.textCursor().selectedText()
    assert selected == "The boats stay out until November."
