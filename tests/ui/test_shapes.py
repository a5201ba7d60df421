"""The words of the window have the shapes of the script that is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication

from talkreader.ui.shapes import lend_shapes


@pytest.fixture
def own(qapp: QApplication) -> Iterator[str]:
    """The family of the window's font, which has no Chinese itself."""
    if QRawFont.fromFont(qapp.font()).supportsCharacter(ord("骨")):
        pytest.skip("the window's font has Chinese itself")
    if not {"Noto Sans CJK SC", "Noto Sans CJK TC"} <= set(QFontDatabase.families()):
        pytest.skip("needs fonts with the shapes of both scripts")
    yield qapp.font().family()
    QFont.removeSubstitutions(qapp.font().family())


def drawn_with(words: str, points: float) -> list[str]:
    font = QApplication.font()
    font.setPointSizeF(points)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [run.rawFont().familyName().lower() for run in layout.glyphRuns()]


@pytest.mark.parametrize(("traditional", "family"), [(True, "TC"), (False, "SC")])
def test_chinese_has_the_shapes_of_the_script_and_other_words_are_as_they_were(
    own: str, traditional: bool, family: str
) -> None:
    before = drawn_with("Lamp · …", 12.3)
    points = 13.3 if traditional else 14.3  # Qt keeps what it found for a size

    lend_shapes(traditional=traditional)

    assert drawn_with("骨", points) == [f"noto sans cjk {family.lower()}"]
    assert drawn_with("Lamp · …", points) == before


def test_the_script_that_was_asked_for_last_counts(own: str) -> None:
    lend_shapes(traditional=True)
    lend_shapes(traditional=False)

    assert QFont.substitutes(own)[1:] == ["noto sans cjk sc"]
