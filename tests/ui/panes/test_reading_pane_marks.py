from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.domain.body import Body, Mark, MarkKind
from talkreader.domain.note import Color
from talkreader.ui.panes.reading_pane import HitMark, Range, ReadingPane, Times
from talkreader.ui.theme import LIGHT
from tests.ui.pages import (
    PAIRED,
    as_page,
    make_bilingual_page,
    make_comment,
    make_deep_page,
    make_note,
    make_page,
    make_rich_page,
)
from tests.ui.panes.reading import make_pane, show, shown_text, top_of


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


@pytest.mark.parametrize("side_by_side", [False, True])
def test_selected_words_are_told_in_offsets_of_the_body(
    qtbot: QtBot, pane: ReadingPane, side_by_side: bool
) -> None:
    pane.set_side_by_side(side_by_side)
    page = make_bilingual_page()
    show(qtbot, pane, page)
    words = PAIRED[1][1]
    start = page.comments[0].body.text.index(words)

    pane.select(0, start, start + len(words))

    assert pane.textCursor().selectedText() == words
    assert pane.selection() == (Range(0, start, start + len(words)),)


def test_a_selection_across_comments_has_a_range_in_each(qtbot: QtBot, pane: ReadingPane) -> None:
    page = as_page([make_comment(0, "one 🙂 two"), make_comment(1, "three\nfour")])
    show(qtbot, pane, page)
    cursor = pane.textCursor()
    cursor.setPosition(pane._view.places.ranges(0, 6, 7)[0][0])
    end = pane._view.places.ranges(1, 0, 8)[-1][1]

    with qtbot.waitSignal(pane.selection_changed) as told:
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)

    assert told.args[0] == (Range(0, 6, 9), Range(1, 0, 8))


def test_copying_words_of_one_comment_gives_just_them(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_bilingual_page())
    pane.select(0, 2, 6)

    pane.copy()

    assert QGuiApplication.clipboard().text() == "word"


def test_copying_across_comments_says_who_wrote_when(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, as_page([make_comment(0, "one"), make_comment(1, "two", author=None)]))
    pane.selectAll()

    pane.copy()

    assert QGuiApplication.clipboard().text() == (
        "Moving\n\n"
        "Ada Fenwick, 2023-03-04 09:30 UTC\none\n\n"
        "name not kept, 2023-03-04 10:00 UTC\ntwo"
    )


def colors_under(pane: ReadingPane, comment: int, start: int, end: int) -> set[str]:
    [rect] = pane._view.geometry.word_rects(*pane._view.places.ranges(comment, start, end)[0])
    rect.translate(0, -pane.verticalScrollBar().value())
    image = pane.viewport().grab(rect.adjusted(-3, -3, 3, 3).toRect()).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("side_by_side", [False, True])
def test_a_note_is_a_fill_and_a_hit_an_outline(
    qtbot: QtBot, pane: ReadingPane, side_by_side: bool
) -> None:
    from talkreader.ui.theme import over

    pane.set_side_by_side(side_by_side)
    page = make_bilingual_page()
    show(qtbot, pane, page)
    start = page.comments[0].body.text.index("不会")
    fill = over(LIGHT.fills[Color.GREEN], LIGHT.page)
    plain = colors_under(pane, 0, start, start + 2)

    pane.update_notes([make_note(0, start, start + 2, Color.GREEN)])
    noted = colors_under(pane, 0, start, start + 2)
    pane.update_notes([])
    pane.set_hits([HitMark(0, start, start + 2)])
    hit = colors_under(pane, 0, start, start + 2)

    assert any(_near(fill, color, 4) for color in noted)
    assert any(_near(LIGHT.hit, color, 40) for color in hit - plain)
    assert not any(_near(fill, color, 4) for color in plain | hit)


def _near(first: str, second: str, most: int) -> bool:
    return all(
        abs(int(first[at : at + 2], 16) - int(second[at : at + 2], 16)) < most for at in (1, 3, 5)
    )


def test_a_hit_is_brought_to_the_screen_even_when_folded_away(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, make_page(300))
    pane.fold_all()
    pane.set_hits([HitMark(1, 0, 3), HitMark(250, 0, 3)])

    pane.show_hit(1)

    assert pane.current_comment() == 250
    assert 0 < top_of(pane, 250) < 600
    pane.show_hit(7)
    assert pane.current_comment() == 250


def test_notes_are_found_under_a_character(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())
    first, second = make_note(0, 0, 10), make_note(0, 5, 12, Color.PINK)

    pane.update_notes([first, second])

    assert pane.notes_at(0, 7) == [second, first]
    assert pane.notes_at(0, 12) == []


def test_the_mouse_on_a_sentence_lights_its_partner(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.set_side_by_side(True)
    page = make_bilingual_page()
    show(qtbot, pane, page)
    start = page.comments[0].body.text.index(PAIRED[0][0])
    [rect] = pane._view.geometry.word_rects(*pane._view.places.ranges(0, start, start + 9)[0])

    qtbot.mouseMove(pane.viewport(), rect.center().toPoint())

    pair = page.pairs[0]
    assert list(pane._view.marks.partners) == [
        Range(0, side.start, side.end) for side in (pair.source, pair.target)
    ]
    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    assert list(pane._view.marks.partners) == []


def test_source_and_translation_stand_on_one_line_beside_each_other(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    pane.set_side_by_side(True)
    page = make_bilingual_page()
    show(qtbot, pane, page)
    sides = [page.pairs[2].source, page.pairs[2].target]

    left, right = [
        pane._view.geometry.word_rects(*pane._view.places.ranges(0, side.start, side.end)[0])[0]
        for side in sides
    ]

    assert abs(left.bottom() - right.bottom()) < 4
    assert right.left() > left.right()


def test_a_link_is_told_and_never_followed(qtbot: QtBot, pane: ReadingPane) -> None:
    body = Body("see it", (), (Mark(4, 6, MarkKind.LINK, "User:玄#A b?c=%20"),))
    show(qtbot, pane, as_page([make_comment(0, body)]))
    [rect] = pane._view.geometry.word_rects(*pane._view.places.ranges(0, 4, 6)[0])

    with qtbot.waitSignal(pane.link_activated) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())

    assert told.args == ["User:玄#A b?c=%20"]
    assert "see it" in shown_text(pane)


def test_a_click_makes_a_comment_the_current_one(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=3))
    [rect] = pane._view.geometry.word_rects(*pane._view.places.ranges(2, 0, 5)[0])

    with qtbot.waitSignal(pane.comment_picked) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())

    assert told.args == [2]
    assert pane.current_comment() == 2


def test_a_click_beside_the_words_makes_their_comment_the_current_one(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, make_deep_page(depth=3))
    pane.scroll_to_comment(0)
    end = len(pane.page().comments[2].body.text)
    rect = pane._view.geometry.word_rects(*pane._view.places.ranges(2, end - 3, end)[0])[-1]
    beside = rect.translated(rect.width() + 30, -pane.verticalScrollBar().value()).center()

    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=beside.toPoint())

    assert pane.current_comment() == 2


def test_down_scrolls_and_shift_right_selects(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(100))
    pane.next_comment()

    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pane, Qt.Key.Key_Down)

    assert pane.selection() == (Range(0, 0, 1),)
    assert pane.verticalScrollBar().value() > 0


def test_zoom_goes_by_tenths_and_stops_at_its_ends(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())
    size = pane._view.style.em

    pane.set_zoom(10)
    assert pane._view.style.em == pytest.approx(2 * size, abs=1)
    pane.set_zoom(-99)
    assert pane.zoom() == -5
    pane.zoom_reset()
    assert pane._view.style.em == size


def test_times_can_be_shown_as_they_were_signed(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())

    with qtbot.waitSignal(pane.built):
        pane.set_times(Times.SIGNED)

    assert "09:30, 04 March 2023 (UTC)" in shown_text(pane).replace("\u00a0", " ")


def test_an_empty_pane_takes_every_order_calmly(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.fold_all()
    pane.toggle_fold()
    pane.set_hits([HitMark(0, 0, 1)])
    pane.show_hit(0)
    pane.scroll_to_comment(3)
    pane.scroll_to_section(0)
    pane.set_side_by_side(True)
    pane.update_notes([])
    pane.select(0, 0, 1)

    assert pane.current_comment() is None
    assert pane.selection() == ()
    assert not pane.next_comment()
    assert not pane.next_section()
    assert not pane.go_to_parent()
    assert pane._spot(QPointF(3, 3)) is None


def test_a_page_without_comments_can_be_shown(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, as_page([], []))

    assert pane.current_comment() is None
    assert not pane.next_comment()


def test_rows_of_two_columns_stand_apart(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.set_side_by_side(True)
    page = make_bilingual_page()
    show(qtbot, pane, page)
    view = pane._view
    lines = [
        view.geometry.word_rects(*view.places.ranges(0, pair.target.start, pair.target.end)[0])[0]
        for pair in page.pairs
    ]

    steps = [after.top() - line.top() for line, after in pairwise(lines)]

    # a line, and clearly more
    assert all(step > view.style.line("zh-hans") + 0.3 * view.style.em for step in steps)


def test_the_menu_offers_to_copy_a_links_target_and_what_others_add(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    body = Body("see it", (), (Mark(4, 6, MarkKind.EXTERNAL, "https://example.org/?a=%20#b"),))
    show(qtbot, pane, as_page([make_comment(0, body)]))
    [rect] = pane._view.geometry.word_rects(*pane._view.places.ranges(0, 4, 6)[0])
    asked: list[int | None] = []
    pane.menu_requested.connect(lambda menu, index: (menu.addAction("More"), asked.append(index)))

    menu = pane.context_menu(rect.center().toPoint())
    copy, copy_target, more = menu.actions()
    copy_target.trigger()

    assert QGuiApplication.clipboard().text() == "https://example.org/?a=%20#b"
    assert not copy.isEnabled()
    assert more.text() == "More"
    assert asked == [0]


def test_marks_stay_in_another_look_and_vanish_with_the_page(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, make_rich_page())
    pane.update_notes([make_note(0, 0, 4)])

    with qtbot.waitSignal(pane.built):
        pane.zoom_in()

    assert len(pane.notes_at(0, 2)) == 1
    show(qtbot, pane, make_bilingual_page())
    assert pane.notes_at(0, 2) == []


def test_caret_is_told_in_offsets_of_the_body(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_rich_page())

    pane.select(1, 3, 7)

    assert pane.caret() == (1, 7)
