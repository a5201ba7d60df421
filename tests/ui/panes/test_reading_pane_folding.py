from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from talkreader.ui.panes.reading_pane import ReadingPane
from talkreader.ui.theme import DARK
from tests.ui.pages import (
    as_page,
    make_bilingual_page,
    make_comment,
    make_deep_page,
    make_long_thread,
)
from tests.ui.panes.reading import make_pane, show, shown_text, top_of


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


def test_folding_hides_the_replies_and_names_them(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=3))
    before = shown_text(pane)

    with qtbot.waitSignal(pane.fold_changed) as told:
        pane.toggle_fold(2)

    assert told.args == [2]
    assert "2 replies by Old Harbour, 程雨桐" in shown_text(pane)
    assert "(3.1)" not in shown_text(pane)
    assert "(2.2)" in shown_text(pane)
    pane.toggle_fold(2)
    assert shown_text(pane) == before


def test_a_comment_without_replies_folds_the_thread_it_is_in(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, make_deep_page(depth=3), at=4)

    pane.toggle_fold()

    assert pane.is_folded(2)
    assert pane.current_comment() == 2


def test_unfolding_the_outer_thread_keeps_the_inner_one_folded(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, make_deep_page(depth=4))
    pane.toggle_fold(2)
    pane.toggle_fold(0)

    pane.toggle_fold(0)

    assert pane.is_folded(2)
    assert "(3.1)" not in shown_text(pane)
    pane.unfold_all()
    assert "(3.1)" in shown_text(pane)


def test_folded_threads_leave_no_room_behind(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_long_thread(replies=150, comments=200))
    whole = pane.document().size().height()

    pane.toggle_fold(1)

    entries = pane._view.places
    gap = pane._view.geometry.top(entries.comment(152)) - pane._view.geometry.top(
        entries.comment(1)
    )
    assert gap < 200
    assert pane.document().size().height() < whole / 2
    pane.toggle_fold(1)
    assert pane.document().size().height() == pytest.approx(whole)


def test_going_to_a_folded_comment_unfolds_it(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=4))
    pane.fold_all()

    pane.scroll_to_comment(6)

    assert pane.current_comment() == 6
    assert "(4.2)" in shown_text(pane)


def test_next_comment_skips_folded_ones(qtbot: QtBot, pane: ReadingPane) -> None:
    page = as_page([make_comment(0, "a"), make_comment(1, "b", parent=0), make_comment(2, "c")])
    show(qtbot, pane, page, at=0)
    pane.toggle_fold(0)

    pane.next_comment()

    assert pane.current_comment() == 2


def test_threads_stay_folded_in_another_look(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=4))
    pane.toggle_fold(2)

    with qtbot.waitSignal(pane.built):
        pane.set_theme(DARK)

    assert pane.is_folded(2)
    assert "(3.1)" not in shown_text(pane)


def test_a_click_on_the_triangle_or_the_guide_folds(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=3))
    style = pane._view.style
    x = round(pane._view.guides._x(0))
    line = pane._view.geometry.line_rect(pane._view.places.comment(0))
    viewport = pane.viewport()

    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, round(line.center().y())))
    assert pane.is_folded(0)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, round(line.center().y())))
    assert not pane.is_folded(0)
    beside_reply = QPoint(x, round(top_of(pane, 1) + 2 * style.em))
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=beside_reply)
    assert pane.is_folded(0)


def test_a_click_on_the_line_of_a_folded_thread_unfolds_it(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=3))
    pane.toggle_fold(0)
    view = pane._view
    summary = view.places.comment(0).summary
    [rect] = view.geometry.word_rects(summary, summary + 5)

    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())

    assert not pane.is_folded(0)


def test_two_columns_leave_no_room_behind_when_folded(qtbot: QtBot, pane: ReadingPane) -> None:
    pane.set_side_by_side(True)
    page = make_bilingual_page()
    above = [make_comment(0, "before"), replace(page.comments[0], index=1, parent=0)]
    sides = [
        replace(
            pair, source=replace(pair.source, comment=1), target=replace(pair.target, comment=1)
        )
        for pair in page.pairs
    ]
    show(qtbot, pane, replace(as_page([*above, make_comment(2, "after")]), pairs=tuple(sides)))
    view = pane._view

    def gap() -> float:
        first, last = (view.geometry.top(view.places.comment(index)) for index in (0, 2))
        return last - first

    assert view.document.rootFrame().childFrames()
    before = gap()
    pane.toggle_fold(0)

    assert gap() < before - 5 * view.style.em
    assert gap() < 6.5 * view.style.em
