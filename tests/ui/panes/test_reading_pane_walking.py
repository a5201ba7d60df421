"""Ways through a page that follow a person, and folds of many threads at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from talkreader.ui.panes.reading_pane import ReadingPane
from tests.ui.pages import as_page, make_comment, make_deep_page, make_page
from tests.ui.panes.reading import make_pane, show, shown_text


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


def test_the_next_comment_of_the_same_person_is_found_inside_a_fold(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    page = as_page(
        [
            make_comment(0, "One.", author="Ada Fenwick"),
            make_comment(1, "Two.", author="Old Harbour"),
            make_comment(2, "Three.", author="Ada Fenwick", parent=1, level=2),
        ]
    )
    show(qtbot, pane, page, at=0)
    pane.toggle_fold(1)

    assert pane.next_by_same()
    assert pane.current_comment() == 2
    assert not pane.is_folded(1)
    assert pane.previous_by_same()
    assert pane.current_comment() == 0
    assert not pane.previous_by_same()


def test_the_nameless_are_not_one_person(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, as_page([make_comment(n, "Words.", author=None) for n in range(3)]), at=0)

    assert not pane.next_by_same()


def test_siblings_fold_together_and_unfold_when_all_are_folded(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    comments = [make_comment(0, "Top.")]
    for number in (1, 3):
        comments.append(make_comment(number, f"Answer {number}.", parent=0, level=2))
        comments.append(make_comment(number + 1, f"Below {number}.", parent=number, level=3))
    show(qtbot, pane, as_page(comments), at=1)

    pane.toggle_siblings()

    assert [pane.is_folded(index) for index in (0, 1, 3)] == [False, True, True]
    assert "Below" not in shown_text(pane)
    pane.toggle_siblings()
    assert "Below 1." in shown_text(pane)
    assert "Below 3." in shown_text(pane)


def test_a_level_folds_in_the_whole_page(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(40, per_section=10)
    show(qtbot, pane, page, at=0)
    starts = [c.index for c in page.comments if c.parent is None]
    answered = {c.parent for c in page.comments}

    pane.toggle_level()

    assert all(pane.is_folded(index) for index in starts if index in answered)
    assert pane._view.folding.folded == {index for index in starts if index in answered}
    pane.toggle_level()
    assert pane._view.folding.folded == frozenset()


def test_one_fold_of_siblings_leaves_deeper_folds_alone(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_deep_page(depth=5), at=2)
    pane.toggle_fold(4)

    pane.toggle_siblings()
    pane.toggle_siblings()

    assert pane.is_folded(4)
    assert not pane.is_folded(2)


@pytest.mark.parametrize(
    ("key", "folded"),
    [
        (Qt.KeyboardModifier.NoModifier, {1}),
        (Qt.KeyboardModifier.ShiftModifier, {1, 3}),
        (Qt.KeyboardModifier.ControlModifier, {1, 3, 6}),
    ],
)
def test_a_click_folds_one_thread_those_beside_it_or_its_level(
    qtbot: QtBot, pane: ReadingPane, key: Qt.KeyboardModifier, folded: set[int]
) -> None:
    comments = [make_comment(0, "Top.")]
    for number in (1, 3):
        comments.append(make_comment(number, "Answer.", parent=0, level=2))
        comments.append(make_comment(number + 1, "Below.", parent=number, level=3))
    comments.append(make_comment(5, "Another top."))
    comments.append(make_comment(6, "Answer.", parent=5, level=2))
    comments.append(make_comment(7, "Below.", parent=6, level=3))
    show(qtbot, pane, as_page(comments))
    view = pane._view
    line = view.geometry.line_rect(view.places.comment(1))
    x = view.guides._x(view.threads.depth(1))
    spot = QPointF(x, line.center().y() - pane._top).toPoint()

    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, key, spot)

    assert view.folding.folded == folded


def test_what_stays_on_the_screen_without_scrolling_is_told_too(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    pane.dwelling.timer.setInterval(1)

    with qtbot.waitSignal(pane.dwelling.dwelt) as told:
        pane.show_page(as_page([make_comment(0, "Short."), make_comment(1, "Words.")]))

    assert told.args == [[0, 1]]
