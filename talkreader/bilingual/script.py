"""Chinese shown in another script: a view of the text, in which every offset holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from talkreader.bilingual.characters import HAN, characters, fold
from talkreader.domain.body import Span

if TYPE_CHECKING:
    from opencc import OpenCC

TARGETS = ("zh-hans", "zh-hant", "zh-tw", "zh-hk")

# Script of the text and target -> OpenCC's configuration. None of them re-words people: the
# "p" configurations turn 项目 into 專案. s2t would give Taiwan 裏 and 麪.
_CONFIGURATIONS = {
    ("zh-hans", "zh-hant"): "s2t",
    ("zh-hans", "zh-tw"): "s2tw",
    ("zh-hans", "zh-hk"): "s2hk",
    ("zh-hant", "zh-hans"): "t2s",
    ("zh-hant", "zh-tw"): "t2tw",
    ("zh-hant", "zh-hk"): "t2hk",
}
# a stretch of Chinese with its punctuation; OpenCC sees whole phrases and never a lone surrogate
_CHINESE = re.compile(f"[{HAN}][{HAN}\u3000-\u303f\uff00-\uffef]*")


@lru_cache(maxsize=len(_CONFIGURATIONS) + 1)
def _converter(configuration: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(configuration)


def mainland(text: str) -> str:
    """Return the text Simplified and in the words of the mainland: 軟體 as 软件; offsets may move.

    For comparing only; text that is not Traditional stays as it is.
    """
    if not characters().traditional.search(text):
        return fold(text)
    convert_ = _converter("tw2sp").convert
    return fold(_CHINESE.sub(lambda found: convert_(found.group()), text))


def convert_in_place(text: str, to: str, *, keep: Sequence[Span] = ()) -> str:
    """Return the text for the eye in the script ``to``, every character in its old place.

    ``to`` is one of `TARGETS`; ``keep``: spans that stay as they are (user names, links,
    shortcuts), in any order. Every line is read as the script that it is written in, so that
    Traditional text is never taken for Simplified. Nothing stored may be made of the result.

    It has as many code points as the text, each as wide in UTF-16, so that offsets of search,
    notes and selections hold. The few phrases that another script writes longer or shorter are
    converted character by character. Raises ValueError: ``to`` is none of `TARGETS`.
    """
    if to not in TARGETS:
        raise ValueError(f"not a script: {to}")
    kept = sorted((span.start, span.end) for span in keep)
    pieces: list[str] = []
    source = 0
    for start, end, configuration in _stretches(text, to, kept):
        pieces += (text[source:start], _in_place(text[start:end], configuration))
        source = end
    pieces.append(text[source:])
    return "".join(pieces)


def _in_place(old: str, configuration: str) -> str:
    new: str = _converter(configuration).convert(old)
    if len(new) != len(old):
        new = "".join(_single(character, configuration) for character in old)
    if not new.isascii() and max(new + old) > "\uffff":
        new = "".join(
            after if (before > "\uffff") == (after > "\uffff") else before
            for before, after in zip(old, new, strict=True)
        )
    return new


@lru_cache(maxsize=4096)
def _single(character: str, configuration: str) -> str:
    shown: str = _converter(configuration).convert(character)
    return shown if len(shown) == 1 else character


def _stretches(text: str, to: str, kept: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Return the stretches of Chinese outside of ``kept`` and what converts each of them."""
    found: list[tuple[int, int, str]] = []
    tables = characters()
    for line in re.finditer(r"[^\n]+", text):
        full = len(tables.traditional.findall(line.group()))
        simple = len(tables.simplified.findall(line.group()))
        script = "zh-hant" if full > simple else "zh-hans"
        if to == "zh-hans":
            script = "zh-hant"  # t2s leaves Simplified alone
        configuration = _CONFIGURATIONS.get((script, to))
        if configuration is None:
            continue
        for chinese in _CHINESE.finditer(text, line.start(), line.end()):
            found += [
                (start, end, configuration)
                for start, end in _outside(chinese.start(), chinese.end(), kept)
            ]
    return found


def _outside(start: int, end: int, kept: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return what is left of a range without the kept ones."""
    left: list[tuple[int, int]] = []
    for keep_start, keep_end in kept:
        if keep_end <= start or keep_start >= end:
            continue
        if start < keep_start:
            left.append((start, keep_start))
        start = max(start, keep_end)
    if start < end:
        left.append((start, end))
    return left
