"""The line above the page: where one is, and the day of the copy where there is room for it."""

from __future__ import annotations

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from talkreader.ui.panes.breadcrumb import Breadcrumb


def drawn(qtbot: QtBot, width: int, aside: str) -> QImage:
    line = Breadcrumb()
    qtbot.addWidget(line)
    line.resize(width, 24)
    line.show_path(("Talk:Ferry",), "Timetable", aside)
    return line.grab().toImage()


def test_a_day_that_has_no_room_is_left_out_and_not_cut(qtbot: QtBot) -> None:
    day = "last comment 21 May 2023"

    assert drawn(qtbot, 300, day) == drawn(qtbot, 300, "")
    assert drawn(qtbot, 1200, day) != drawn(qtbot, 1200, "")
