"""A box has one frame around all of its comments."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from talkreader.ui.document.insets import closes_box, opens_box
from tests.ui.pages import as_page, make_comment
from tests.ui.panes.reading import make_pane, show, shown_text


def test_a_box_opens_with_its_first_comment_and_closes_with_its_last() -> None:
    boxes = ["", "Kept", "Kept", "Other", ""]
    comments = [replace(make_comment(n, "x"), box=box) for n, box in enumerate(boxes)]

    assert [opens_box(comments, n) for n in range(5)] == [False, True, False, True, False]
    assert [closes_box(comments, n) for n in range(5)] == [False, False, True, True, False]


def test_the_frame_stands_around_the_comments_of_the_box_only(qtbot: QtBot) -> None:
    pane = make_pane(qtbot)
    comments = [make_comment(n, f"Comment {n}.") for n in range(4)]
    comments[1:3] = [replace(comment, box="Kept as it is") for comment in comments[1:3]]
    show(qtbot, pane, as_page(comments))

    image: QImage = pane.viewport().grab().toImage()
    view, frame = pane._view, QColor(pane._look.palette.muted)
    edge = round(view.style.em * 0.12)
    at = [round(view.geometry.top(view.places.comment(n)) + 12) for n in range(4)]
    framed = [any(image.pixelColor(edge + step, y) == frame for step in range(-1, 3)) for y in at]
    assert framed == [False, True, True, False]
    assert "box: Kept as it is" in shown_text(pane)
