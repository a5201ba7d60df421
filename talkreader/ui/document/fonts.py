"""Fonts for reading: families by language, and which of them this machine has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QTextLayout

from talkreader.ui.shapes import SIMPLIFIED, TRADITIONAL

LATIN = "latin"
HANS = "zh-hans"
HANT = "zh-hant"

_TEXT = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Ubuntu", "Cantarell", "DejaVu Sans")
_MONO = ("Noto Sans Mono", "Cascadia Mono", "Menlo", "Consolas", "DejaVu Sans Mono")
_LAST = ("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback")

OWN_SHAPES = {QFont.Tag("locl"): 0}
"""Font features: the shapes are those of the family, not those of the language of the desktop."""
_SAMPLE = 400  # characters looked at; a comment does not change its script after that
_HAN = range(0x3400, 0xA000)
_EMOJI = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001faff]")
"""Source: emoji-data.txt of Unicode, without what every font has: arrows, digits, signs."""


def script_of(text: str, default: str = HANS) -> str:
    """Return `LATIN`, `HANS` or `HANT`, by the Chinese characters of the text's beginning.

    ``default`` decides when the text has some but they are common to both scripts. What fits
    GB 2312 better is Simplified, what fits Big5 better is Traditional.
    """
    head = text[:_SAMPLE]
    if head.isascii():
        return LATIN
    chinese = "".join(character for character in head if ord(character) in _HAN)
    if not chinese:
        return LATIN
    simplified = len(chinese.encode("gb2312", "ignore"))
    traditional = len(chinese.encode("big5", "ignore"))
    if simplified == traditional:
        return default
    return HANS if simplified > traditional else HANT


def line_script(text: str, default: str = HANS) -> str:
    """Return the script whose line height suits the text: a few Chinese names change nothing."""
    head = text[:_SAMPLE]
    chinese = sum(ord(character) in _HAN for character in head)
    return script_of(text, default) if chinese * 5 > len(head) else LATIN


def default_script(language: str) -> str:
    """Return the script that a page in this language has if its words do not tell."""
    code = language.lower()
    return HANT if any(part in code for part in ("hant", "tw", "hk", "mo", "yue", "lzh")) else HANS


@lru_cache(maxsize=64)
def families(
    script: str, *, mono: bool = False, latin: str = "", chinese: str = ""
) -> tuple[str, ...]:
    """Return the families to set, best first; only installed ones.

    ``latin`` and ``chinese`` are what a person would rather read in; "" leaves it to the program.
    One character has different shapes in the two scripts, so the right family must come first
    (Han unification). Families that are missing make Qt search for aliases: 45 ms a piece.
    """
    first, second = (TRADITIONAL, SIMPLIFIED) if script == HANT else (SIMPLIFIED, TRADITIONAL)
    own = () if mono else (latin,)
    wanted = (*own, *(_MONO if mono else _TEXT), chinese, *first, *second, *_LAST)
    installed = set(QFontDatabase.families())
    kept = [family for family in wanted if family in installed]
    kind = QFontDatabase.SystemFont.FixedFont if mono else QFontDatabase.SystemFont.GeneralFont
    system = QFontDatabase.systemFont(kind).family()
    if not kept or kept[0] in (chinese, *first, *second, *_LAST):
        kept.insert(0, system)
    return tuple(kept)


def reading_font(
    points: float, script: str = HANS, *, mono: bool = False, latin: str = "", chinese: str = ""
) -> QFont:
    """Return the font for reading at this size."""
    font = QFont()
    font.setFamilies(list(families(script, mono=mono, latin=latin, chinese=chinese)))
    font.setPointSizeF(points)
    font.setStyleHint(hint_of(script))
    for tag, value in OWN_SHAPES.items():
        font.setFeature(tag, value)
    return font


def hint_of(script: str) -> QFont.StyleHint:
    """Return the hint to set beside the families.

    Qt keeps one list of further families per first family, size and hint, whatever list a font
    names: with one hint for both scripts, the script shown first would lend its shapes to the
    other. Measured with 6.11.3.
    """
    return QFont.StyleHint.SansSerif if script == HANT else QFont.StyleHint.AnyStyle


def shows(text: str, names: Sequence[str]) -> bool:
    """Return True when these families have a glyph for every character of the text."""
    metrics = [QFontMetrics(QFont(name)) for name in names]
    return all(any(metric.inFontUcs4(ord(character)) for metric in metrics) for character in text)


def can_show_chinese() -> bool:
    """Return False when Chinese would appear as boxes on this machine."""
    if shows("讨討", families(HANS)):
        return True
    # a font that we do not know by name does as well
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def unseen_emoji(texts: Iterable[str]) -> str:
    """Return an emoji of these texts that would appear as a box on this machine, "" without one."""
    return next(
        (
            found
            for text in texts
            if not text.isascii()
            for found in dict.fromkeys(_EMOJI.findall(text))
            if not _is_drawn(found)
        ),
        "",
    )


@lru_cache(maxsize=256)
def _is_drawn(character: str) -> bool:
    """Return whether any font has a glyph for it: those that Qt takes it from by itself, too."""
    layout = QTextLayout(character, reading_font(11))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(index for run in layout.glyphRuns() for index in run.glyphIndexes())
