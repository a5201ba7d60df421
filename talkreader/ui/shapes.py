"""Fonts of which shapes the words of the window have; known before its first picture."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

SIMPLIFIED = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI")
TRADITIONAL = ("Noto Sans CJK TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei UI")
_ANOTHER_SIZE = 0.37
"""Points more than words have: Qt keeps what it finds for a size."""


def lend_shapes(*, traditional: bool) -> None:
    """Let the window's own font take Chinese characters from a family of this script.

    What it takes by itself is of the language of the desktop: on an English one, Japanese shapes.
    Qt keeps what it found for a font, so that this is for the time before the first words are
    drawn.
    """
    first, second = (TRADITIONAL, SIMPLIFIED) if traditional else (SIMPLIFIED, TRADITIONAL)
    font, installed = QGuiApplication.font(), set(QFontDatabase.families())
    own = font.family()
    QFont.removeSubstitutions(own)
    family = next((name for name in (*first, *second) if name in installed), "")
    if not family:
        return
    font.setPointSizeF(font.pointSizeF() + _ANOTHER_SIZE)
    # "Sans Serif" is the name of none: the family that is meant stays the first
    QFont.insertSubstitutions(own, [QFontInfo(font).family(), family])
