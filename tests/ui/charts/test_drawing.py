"""Pictures drawn: every cell has its place, files open, and every colour can be read."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from talkreader.domain.errors import ExportError
from talkreader.domain.said import Said
from talkreader.pictures import Picture, PictureKind
from talkreader.ui.charts.drawing import PAGE, draw, save, size
from talkreader.ui.charts.ink import Ink, ticks
from talkreader.ui.dialogs.pictures import MAKERS
from talkreader.ui.theme import DARK, LIGHT
from tests.ui.charts.said import some_said

kinds = pytest.mark.parametrize("kind", PictureKind)


@kinds
def test_every_cell_with_comments_can_be_found_by_the_mouse(
    qtbot: QtBot, kind: PictureKind
) -> None:
    picture = MAKERS[kind](some_said())
    ink = Ink(LIGHT, QFont())
    whole = size(picture, ink, PAGE)
    image = QImage(whole, QImage.Format.Format_RGB32)

    with QPainter(image) as painter:
        marks = draw(painter, whole, picture, ink)

    shown = {number for number, cell in enumerate(picture.cells) if cell.count}
    assert {mark.cell for mark in marks} == shown
    assert all(image.rect().intersects(mark.path.boundingRect().toRect()) for mark in marks)
    colors = {
        image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert len(colors) > 3


@kinds
def test_a_picture_of_nothing_is_an_empty_paper(qtbot: QtBot, kind: PictureKind) -> None:
    picture = MAKERS[kind](())
    image = QImage(QSize(200, 100), QImage.Format.Format_RGB32)

    with QPainter(image) as painter:
        assert draw(painter, image.size(), picture, Ink(DARK, QFont())) == []

    assert {image.pixelColor(x, 50).name() for x in range(200)} == {DARK.page}


@kinds
def test_a_saved_drawing_opens_again(qtbot: QtBot, tmp_path: Path, kind: PictureKind) -> None:
    picture, ink = MAKERS[kind](some_said()), Ink(LIGHT, QFont())
    for ending in ("svg", "png", "csv"):
        save(picture, tmp_path / f"picture.{ending}", ink)

    svg = QSvgRenderer(str(tmp_path / "picture.svg"))
    assert svg.isValid()
    assert svg.viewBox().size() == size(picture, ink, PAGE)
    assert QImage(str(tmp_path / "picture.png")).size() == size(picture, ink, PAGE) * 2
    table = (tmp_path / "picture.csv").read_text("utf-8-sig").splitlines()
    assert len(table) == len(picture.cells) + 1


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    picture = MAKERS[PictureKind.THREADS](some_said())
    for ending in ("svg", "png", "csv"):
        with pytest.raises(ExportError, match="cannot be written"):
            save(picture, tmp_path / "missing" / f"picture.{ending}", Ink(LIGHT, QFont()))


def test_ten_years_and_many_people_make_a_larger_picture_and_not_a_smaller_print(
    qtbot: QtBot,
) -> None:
    start = some_said()[0]
    assert start.time is not None
    many = [
        Said(1, n, f"Person {n % 60}", start.time + timedelta(days=31 * n), f"S{n % 50}", None)
        for n in range(130)
    ]

    def room(kind: PictureKind) -> QSize:
        picture: Picture = MAKERS[kind](many)
        return size(picture, Ink(LIGHT, QFont()), QSize(300, 200))

    assert room(PictureKind.ACTIVITY).width() > 600
    assert room(PictureKind.PEOPLE).width() > 800
    assert room(PictureKind.THREADS).height() > 1500


@pytest.mark.parametrize("most", [0, 1, 3, 7, 19, 100, 101, 999, 54321])
def test_a_scale_has_few_round_steps_and_reaches_the_most(most: int) -> None:
    steps = ticks(most)

    assert steps[0] == 0
    assert steps[-1] >= most
    assert 2 <= len(steps) <= 6
    assert len({b - a for a, b in pairwise(steps)}) == 1
