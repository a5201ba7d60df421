"""The people of a page: in which order, and how little is asked of them at once."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from types import FrameType

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from talkreader.domain.body import Body, Span
from talkreader.domain.thread import Comment, Evidence, Signature
from talkreader.ui.models.people import COUNT, FIRST, LAST, NAME, PeopleModel
from talkreader.ui.models.roles import Role
from talkreader.ui.panes.people_pane import PeoplePane

START = datetime(2020, 1, 1, tzinfo=UTC)


def said(number: int, name: str, day: int) -> Comment:
    signature = Signature(name, START + timedelta(days=day), "", Span(0, 0), None)
    return Comment(
        index=number,
        section=0,
        parent=None,
        level=1,
        level_evidence=Evidence.MARKUP,
        signatures=(signature,),
        body=Body("words"),
        span=Span(0, 1),
    )


FEW = [said(0, "Bo", 5), said(1, "Ada", 3), said(2, "cy", 1), said(3, "Ada", 9), said(4, "Bo", 2)]


@pytest.fixture
def pane(qtbot: QtBot) -> PeoplePane:
    pane = PeoplePane()
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    pane.show()
    pane.show_people(FEW)
    return pane


def names(pane: PeoplePane) -> list[str]:
    model = pane.tree.model()
    return [model.index(row, NAME).data() for row in range(model.rowCount())]


def click_head(pane: PeoplePane, column: int) -> None:
    head = pane.tree.header()
    middle = head.sectionViewportPosition(column) + head.sectionSize(column) // 2
    place = QPoint(middle, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_those_who_said_most_come_first_and_of_the_same_who_came_first(pane: PeoplePane) -> None:
    assert names(pane) == ["Bo", "Ada", "cy"]


@pytest.mark.parametrize(
    ("column", "once", "twice"),
    [
        (NAME, ["Ada", "Bo", "cy"], ["cy", "Bo", "Ada"]),
        (COUNT, ["cy", "Bo", "Ada"], ["Bo", "Ada", "cy"]),
        (FIRST, ["cy", "Bo", "Ada"], ["Ada", "Bo", "cy"]),
        (LAST, ["cy", "Bo", "Ada"], ["Ada", "Bo", "cy"]),
    ],
)
def test_a_click_on_a_head_sorts_by_it_and_the_next_the_other_way(
    pane: PeoplePane, column: int, once: list[str], twice: list[str]
) -> None:
    click_head(pane, column)
    first = names(pane)
    click_head(pane, column)

    assert (first, names(pane)) == (once, twice)


def test_who_is_chosen_stays_so_when_the_others_are_sorted(pane: PeoplePane) -> None:
    flags = QItemSelectionModel.SelectionFlag
    pane.tree.selectionModel().select(
        pane.tree.model().index(2, NAME), flags.ClearAndSelect | flags.Rows
    )

    click_head(pane, NAME)
    click_head(pane, FIRST)

    assert [person.name for person in pane.chosen()] == ["cy"]


def test_the_next_page_is_sorted_as_the_one_before(pane: PeoplePane) -> None:
    click_head(pane, NAME)

    pane.show_people([said(0, "Eve", 1), said(1, "Dot", 2)])

    assert names(pane) == ["Dot", "Eve"]


def test_what_a_thousand_people_are_asked_does_not_keep_the_window_waiting(
    pane: PeoplePane,
) -> None:
    asked: Counter[int] = Counter()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code is PeopleModel.data.__code__:
            asked[frame.f_locals["role"]] += 1

    sys.setprofile(count)
    try:
        pane.show_people([said(n, f"Person {n % 1000}", n % 77) for n in range(1500)])
        click_head(pane, NAME)
        pane.tree.viewport().repaint()
    finally:
        sys.setprofile(None)

    # each is asked what is looked for in it; of the rest only what is in sight
    assert 0 < asked.total() - asked[Role.FILTER] < 5000
    assert asked[Role.FILTER] <= 4000
