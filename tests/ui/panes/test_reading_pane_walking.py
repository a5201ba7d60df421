"""Ways through a page that follow a person, and folds of many threads at once."""

from __future__ import annotations

import pytest
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
