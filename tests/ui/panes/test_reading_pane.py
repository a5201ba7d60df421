from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.body import Body
from talkreader.domain.thread import Evidence
from talkreader.ui.document.positions import Kind
from talkreader.ui.panes.reading_pane import ReadingPane
from talkreader.ui.theme import DARK
from tests.ui.pages import (
    as_page,
    make_comment,
    make_deep_page,
    make_page,
    make_rich_page,
)
from tests.ui.panes.reading import make_pane, show, shown_text, top_of


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


def test_every_word_of_the_page_is_shown(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(60, per_section=12)

    show(qtbot, pane, page)

    text = shown_text(pane)
    for item in (*page.comments, *page.prose):
        for line in item.body.text.split("\n"):
            assert line in text
    assert all(section.heading in text for section in page.sections if section.heading)


def test_the_first_screen_is_there_before_the_rest_is_built(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    page = make_page(400)

    with qtbot.waitSignal(pane.built, timeout=20_000):
        pane.show_page(page)
        assert page.comments[0].body.text.split("\n")[0] in shown_text(pane)
        assert pane._view.places.comment(399) is None

    assert pane._view.places.comment(399) is not None


def test_headings_prose_and_comments_stand_in_page_order(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(20, per_section=5))

    entries = pane._view.places.entries
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert [entry.kind for entry in entries[:3]] == [Kind.PROSE, Kind.HEADING, Kind.COMMENT]
    assert "Text without a signature" in shown_text(pane)


def test_a_lost_name_and_an_inferred_place_are_said(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())

    last = shown_text(pane).split("\n")[-2]
    assert last.startswith("name not kept")
    assert "inferred" in last


def test_text_without_a_signature_is_named_once(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(4, per_section=2)
    lead = page.prose[0]
    more = replace(lead, body=Body("Another banner, by nobody."), span=lead.span)

    show(qtbot, pane, replace(page, prose=(lead, more)))

    assert shown_text(pane).count("Text without a signature") == 1
    assert "Another banner, by nobody." in shown_text(pane)


def test_nothing_is_picked_when_a_page_is_opened(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(4))

    assert pane._current is None
    assert pane.cursorWidth() == 0


def test_a_copy_without_levels_says_so_once_above_the_page(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(6)
    inferred = tuple(replace(c, level_evidence=Evidence.INFERRED) for c in page.comments)

    show(qtbot, pane, replace(page, comments=inferred))

    text = shown_text(pane)
    assert text.startswith("This copy does not keep who answers whom.")
    assert text.count("≈") == 1 + len(inferred)
    assert "inferred" not in text


def test_a_name_that_was_not_kept_explains_itself(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(1)
    nameless = make_comment(0, "Somebody said this.", author=None)
    show(qtbot, pane, replace(page, comments=(nameless,), prose=()))

    start = pane._view.places.comment(0).at
    cursor = QTextCursor(pane.document())
    cursor.setPosition(start + 1)

    assert "did not keep the name" in cursor.charFormat().toolTip()


def test_html_in_a_comment_is_shown_and_never_obeyed(qtbot: QtBot, pane: ReadingPane) -> None:
    text = "<b>not bold</b> <img src='x'> a\u2029b\ufffcc\ufdd0d\re"
    show(qtbot, pane, as_page([make_comment(0, text), make_comment(1, "after")]))

    low, high = pane._view.places.ranges(0, 0, len(text))[0]
    first, last = (pane.document().findBlock(position) for position in (low, high - 1))
    assert first == last
    assert "<b>not bold</b> <img src='x'>" in shown_text(pane)
    pane.select(1, 0, 5)
    assert pane.textCursor().selectedText() == "after"


def test_lists_tables_and_marks_become_what_they_are(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_rich_page()
    show(qtbot, pane, page)

    def format_of(words: str):
        start = page.comments[1].body.text.index(words)
        cursor = QTextCursor(pane.document())
        cursor.setPosition(pane._view.places.ranges(1, start, start + len(words))[0][0] + 1)
        return cursor

    assert format_of("Bold words").charFormat().fontWeight() == 700
    assert format_of("italic words").charFormat().fontItalic()
    assert format_of("struck words").charFormat().fontStrikeOut()
    assert format_of("twelve").currentTable().rows() == 2
    assert format_of("step two").currentList().itemNumber(format_of("step two").block()) == 1
    assert format_of("a thing below it").currentList() != format_of("first thing").currentList()
    assert format_of("example.org").charFormat().toolTip() == "https://example.org/ferry"


def test_a_table_that_claims_a_million_rows_is_shown_as_lines(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    from talkreader.domain.body import BlockKind, BlockSpan

    body = Body("cell", (BlockSpan(0, 4, BlockKind.CELL, 0, 1_000_000, 0),))

    show(qtbot, pane, as_page([make_comment(0, body)]))

    assert "cell" in shown_text(pane)


def test_another_page_takes_the_place_of_the_first(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(100))
    pane.scroll_to_comment(80)

    show(qtbot, pane, make_rich_page())

    assert pane.verticalScrollBar().value() == 0
    assert "The keeper wrote this down" in shown_text(pane)


# --- places


def test_a_page_opens_at_the_comment_asked_for(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(300), at=250)

    assert pane.current_comment() == 250
    assert 0 <= top_of(pane, 250) < 40


def test_a_page_that_still_grows_comes_back_to_the_place_it_was_opened_at(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    # a new layout of the growing document may pull the scroll bar back to its top
    pane.comment_picked.connect(lambda _: pane.verticalScrollBar().setValue(0))

    show(qtbot, pane, make_page(600), at=100)

    assert pane.current_comment() == 100


def test_a_width_that_changes_while_the_page_grows_does_not_lose_the_place(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    def pull_back_and_resize(_: object) -> None:
        pane.verticalScrollBar().setValue(0)
        pane.resize(pane.width() - 40, pane.height())

    pane.comment_picked.connect(pull_back_and_resize)

    show(qtbot, pane, make_page(600), at=100)

    assert pane.current_comment() == 100


def test_the_place_stays_when_look_or_width_change(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(300), at=200)

    for change in (
        lambda: pane.set_theme(DARK),
        pane.zoom_in,
        lambda: pane.set_side_by_side(True),
    ):
        with qtbot.waitSignal(pane.built, timeout=20_000):
            change()
        assert abs(top_of(pane, 200)) < 40
    pane.resize(500, 600)
    qtbot.waitUntil(lambda: abs(top_of(pane, 200)) < 60)


def test_sections_are_gone_through_one_by_one(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(60, per_section=12))
    heading = pane._view.places.find(Kind.HEADING, 2)

    assert pane.next_section()
    assert pane.next_section()

    top = pane._view.geometry.top(heading) - pane.verticalScrollBar().value()
    assert 0 <= top < 30
    assert pane.previous_section()
    assert not pane.previous_section()


def test_keys_go_to_the_next_comment_and_back(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page())
    picked: list[int] = []
    pane.comment_picked.connect(picked.append)

    for act in (pane.next_comment, pane.next_comment, pane.next_comment, pane.previous_comment):
        assert act()

    assert picked == [0, 1, 2, 1]


def test_going_to_the_parent_can_be_undone(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=5), at=8)

    assert pane.go_to_parent()
    assert pane.go_to_parent()
    assert pane.current_comment() == 4
    assert pane.go_back_to_reply()
    assert pane.go_back_to_reply()

    assert pane.current_comment() == 8
    assert not pane.go_back_to_reply()


def test_siblings_skip_what_is_deeper(qtbot: QtBot, pane: ReadingPane) -> None:
    page = as_page(
        [
            make_comment(0, "a"),
            make_comment(1, "b", parent=0),
            make_comment(2, "c", parent=1),
            make_comment(3, "d", parent=0),
        ]
    )
    show(qtbot, pane, page, at=1)

    assert pane.next_sibling()
    assert pane.current_comment() == 3
    assert not pane.next_sibling()
    assert pane.previous_sibling()
    assert pane.current_comment() == 1


def test_scrolling_tells_what_is_read(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(300))

    with qtbot.waitSignal(pane.position_changed) as told:
        pane.verticalScrollBar().setValue(5000)

    assert told.args[0] > 5


def test_paper_text_and_caret_take_the_colors_of_the_theme(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())

    with qtbot.waitSignal(pane.built):
        pane.set_theme(DARK)

    image = pane.grab().toImage()
    corners = [(2, 2), (image.width() // 2, image.height() - 5), (120, 5)]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {DARK.page}


def test_translations_found_later_are_shown_without_losing_the_place(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    page = make_page(200)
    pane.set_side_by_side(True)
    show(qtbot, pane, page, at=150)
    words = page.comments[150].body.text[:10]
    side = Segment(150, 0, 10, "en", words)
    pair = Pair(side, replace(side, comment=None, text="另一处"), PairOrigin.SUBPAGE, 1.0)

    with qtbot.waitSignal(pane.built):
        pane.update_page(replace(page, pairs=(pair,)))

    assert abs(top_of(pane, 150)) < 40
    assert "另一处" in shown_text(pane)


def test_header_lines_follow_the_language_of_the_window(qtbot: QtBot, pane: ReadingPane) -> None:
    class Chinese(QTranslator):
        def translate(self, context: str, source: str, *_rest: object) -> str:
            return "名字已失" if (context, source) == ("header", "name not kept") else ""

        def isEmpty(self) -> bool:  # noqa: N802  # Qt's own name
            return False

    show(qtbot, pane, make_rich_page())
    chinese = Chinese()

    with qtbot.waitSignal(pane.built):
        QCoreApplication.installTranslator(chinese)

    assert "名字已失" in shown_text(pane)
    with qtbot.waitSignal(pane.built):
        QCoreApplication.removeTranslator(chinese)


def test_one_stays_as_far_through_a_long_comment_when_its_size_changes(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    long = "\n".join(f"Paragraph {number} about the ferry." for number in range(200))
    show(qtbot, pane, as_page([make_comment(0, long), make_comment(1, long)]))
    part = pane.document().size().height() / 4
    bar = pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() >= part)  # it hears of the layout a turn later
    bar.setValue(round(part))

    with qtbot.waitSignal(pane.built):
        pane.set_zoom(8)

    now = pane.verticalScrollBar().value() / pane.document().size().height()
    assert now == pytest.approx(1 / 4, abs=0.02)


def test_ctrl_and_the_wheel_change_the_size(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())
    middle = QPointF(200, 200)
    turn = QWheelEvent(
        middle,
        pane.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    with qtbot.waitSignal(pane.zoom_changed) as told:
        QApplication.sendEvent(pane.viewport(), turn)

    assert told.args == [1]
