"""What stands above the results says what it counts."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from talkreader.domain.counts import Count, Facets
from talkreader.ui.panes.results_head import ResultsHead

YEARS = (Count("2022", 30_000), Count("2021", 20_000))


@pytest.mark.parametrize(("complete", "told"), [(True, False), (False, True)])
def test_numbers_that_are_not_all_say_of_how_many_they_are(
    qtbot: QtBot, complete: bool, told: bool
) -> None:
    head = ResultsHead()
    qtbot.addWidget(head)

    head.show_facets(Facets(years=YEARS, counted=50_000, complete=complete))

    button = head._buttons["years"]
    assert ("50,000" in button.toolTip()) is told
    assert [action.text() for action in button.menu().actions()] == ["2022\t30,000", "2021\t20,000"]
