"""The view by time: one list, each comment with what it answers, and the place kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from talkreader.ui.document.timeline import GOTO, in_time
from talkreader.ui.panes.reading_pane import ReadingPane
from tests.ui.pages import START, as_page, make_comment, make_page
from tests.ui.panes.reading import make_pane, show, shown_text, top_of


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


def late(index: int, minutes: int, **more: object):
    comment = make_comment(index, f"Comment {index}.", **more)
    moment = START + timedelta(minutes=minutes)
    return replace(comment, signatures=(replace(comment.signatures[0], timestamp=moment),))


def by_time(qtbot: QtBot, pane: ReadingPane, *, on: bool = True) -> None:
    with qtbot.waitSignal(pane.built):
        pane.set_by_time(on)


def order(pane: ReadingPane) -> list[int]:
    return [entry.index for entry in pane._view.places.entries]


def test_comments_stand_by_time_and_not_by_thread(qtbot: QtBot, pane: ReadingPane) -> None:
    page = as_page([late(0, 0), late(1, 90, parent=0, level=2), late(2, 30), late(3, 2000)])
    show(qtbot, pane, page)

    by_time(qtbot, pane)

    assert order(pane) == [0, 2, 1, 3]
    text = shown_text(pane)
    assert "↩ Ada Fenwick: Comment 0." in text
    assert "4 March 2023   3 comment" in text
    assert "5 March 2023   1 comment" in text


def test_a_comment_without_a_time_stays_behind_the_one_before_it() -> None:
    comments = [late(0, 60), late(1, 0), late(2, 30)]
    nowhen = replace(comments[1].signatures[0], timestamp=None)
    comments[1] = replace(comments[1], signatures=(nowhen,))

    assert [comment.index for comment in in_time(comments)] == [2, 0, 1]
    assert in_time([comments[1]]) == [comments[1]]


def test_the_place_is_kept_both_ways(qtbot: QtBot, pane: ReadingPane) -> None:
    show(qtbot, pane, make_page(200, per_section=20), at=120)
    before = top_of(pane, 120)

    by_time(qtbot, pane)
    there = top_of(pane, 120)
    by_time(qtbot, pane, on=False)

    assert there == pytest.approx(before, abs=2)
    assert top_of(pane, 120) == pytest.approx(before, abs=2)
    assert pane.current_comment() == 120


def test_the_comment_one_is_on_stays_where_it_is_among_other_neighbours(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    # by time the page runs the other way round, so nobody keeps a neighbour
    show(qtbot, pane, as_page([late(index, -index) for index in range(200)]), at=100)
    pane.next_comment()
    pane.next_comment()
    assert pane.current_comment() == 102
    before = top_of(pane, 102)

    by_time(qtbot, pane)
    assert pane.current_comment() == 102
    assert top_of(pane, 102) == pytest.approx(before, abs=2)

    by_time(qtbot, pane, on=False)
    assert pane.current_comment() == 102


def test_folds_come_back_with_the_threads(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(40, per_section=10)
    show(qtbot, pane, page)
    folded = next(c.parent for c in page.comments if c.parent is not None)
    pane.toggle_fold(folded)

    by_time(qtbot, pane)
    assert all(comment.body.text.split("\n")[0] in shown_text(pane) for comment in page.comments)
    by_time(qtbot, pane, on=False)

    assert pane.is_folded(folded)


def test_keys_walk_by_time_and_the_line_leads_to_what_is_answered(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, as_page([late(0, 0), late(1, 90, parent=0, level=2), late(2, 30)]), at=0)
    by_time(qtbot, pane)

    pane.next_comment()
    assert pane.current_comment() == 2
    pane.next_comment()
    assert pane.current_comment() == 1
    links = pane._view.builder.target.links
    with qtbot.waitSignal(pane.goto_wanted) as told:
        pane.anchorClicked.emit(QUrl(f"#{links.index(f'{GOTO}0')}"))
    assert told.args == [0]
    assert pane.go_to_parent()
    assert pane.current_comment() == 0


def test_a_section_is_reached_by_its_first_comment(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(60, per_section=10)
    show(qtbot, pane, page)
    by_time(qtbot, pane)

    pane.scroll_to_section(4)

    assert page.comments[pane.current_comment()].section == 4
    assert pane.current_section() == 4
    assert pane.next_section()
    assert pane.current_section() == 5


def test_a_page_comes_back_by_time_with_the_folds_of_its_threads(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    page = make_page(40, per_section=10)
    show(qtbot, pane, page)
    folded = next(c.parent for c in page.comments if c.parent is not None)
    pane.toggle_fold(folded)
    by_time(qtbot, pane)
    view = pane.kept_view()
    again = make_pane(qtbot)
    again.set_by_time(on=True)
    with qtbot.waitSignal(again.built):
        again.show_page(page, view=view)

    by_time(qtbot, again, on=False)

    assert again._view.folding.folded == {folded}


def test_folds_of_one_page_are_not_those_of_the_next(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(40, per_section=10)
    show(qtbot, pane, page)
    pane.toggle_fold(next(c.parent for c in page.comments if c.parent is not None))
    by_time(qtbot, pane)
    show(qtbot, pane, make_page(41, per_section=10))

    by_time(qtbot, pane, on=False)

    assert not pane._view.folding.folded


def test_the_oldest_comment_is_where_one_is_when_a_page_opens_by_time(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    told: list[int | None] = []
    pane.position_changed.connect(told.append)
    pane.set_by_time(on=True)

    show(qtbot, pane, as_page([late(index, -index) for index in range(60)]))

    assert pane.current_comment() == 59
    assert told == [59]


def test_a_page_that_comes_back_to_its_top_tells_which_comment_was_picked(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    page = make_page(40)
    show(qtbot, pane, page)
    pane.verticalScrollBar().setValue(0)
    pane._pick(2)
    pane.verticalScrollBar().setValue(0)
    assert pane.current_comment() == 2
    view = pane.kept_view()
    again = make_pane(qtbot)
    told: list[int | None] = []
    again.position_changed.connect(told.append)

    with qtbot.waitSignal(again.built):
        again.show_page(page, view=view)

    assert again.current_comment() == 2
    assert told[-1:] == [2]
