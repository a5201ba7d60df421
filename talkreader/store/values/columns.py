"""A text as the index takes it, in one pass: most texts of a large import go through here.

The same tokens as `folding` cuts one by one, at a quarter of the time: what makes pairs of unspaced
characters is the table that folds them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from talkreader.store.values import meta
from talkreader.store.values.folding import GAP, IGNORED, fold, is_unspaced

_JOINT = "\x01"
"""Stands inside what becomes of an unspaced character; no other character becomes it."""
_BETWEEN = f" {GAP} "
_PIECES = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
_RARE = 16
"""With one character in so many, or fewer, a text is cut at those that are not ASCII."""
_LETTER = re.compile("[A-Za-z]")
_RUN = re.compile(f"(?:.{_JOINT}.)+")


class Columns(NamedTuple):
    """What the index takes of a text: tokens, single characters (both parted by spaces).

    ``languages`` are the tokens of its languages, each after a space.
    """

    tokens: str
    singles: str
    languages: str


class _Table(dict[int, int | str | None]):
    """Characters by what is left of them; one that is met for the first time is added.

    A letter or digit is folded, and one of an unspaced script stands on both sides of a joint:
    ``基金`` becomes ``基+基金+金``, where only the first character is too many. What is ignored is
    gone, because it belongs to the word or to what is between two. All else is a space.
    """

    def __missing__(self, character: int) -> int | str | None:
        folded = fold(chr(character))
        left: int | str | None = ord(" ")
        if folded == IGNORED:
            left = None
        elif is_unspaced(folded):
            left = folded + _JOINT + folded
        elif folded.isalnum():
            left = ord(folded)
            if folded.isdecimal() and not folded.isascii():
                _DIGITS.add(folded)
        self[character] = left
        return left


_TABLE = _Table()
_DIGITS: set[str] = set()
"""Digits that are not ASCII's which were met: few texts have any."""


def columns(text: str, language: str, *, closed: bool = False) -> Columns:
    """Return what the index takes of a text on a page of a language.

    ``closed`` as in `folding.index_tokens`.
    """
    if text.isascii():
        # the index's own tokenizer parts and folds ASCII as `index_tokens` does
        return Columns(text, "", _named_one(language) if _LETTER.search(text) else "")
    if (cut := _mostly_ascii(text)) is None:
        cut = text.translate(_TABLE)
    unspaced = cut.count(_JOINT)
    if not unspaced:
        found = meta.languages_of("", _count_letters(cut), language)
        return Columns(cut, "", _named(found))
    words = cut.split()
    if 3 * unspaced + cut.count(" ") == len(cut):
        runs, letters = "".join(words)[::3], 0
        if closed:
            tokens = " ".join([run[2:] for run in words])
        else:
            tokens = _BETWEEN.join([run[2:-2] or run[2:] for run in words])
    else:
        tokens, runs, spaced = _mixed(words, closed=closed)
        letters = _count_letters(spaced)
    found = meta.languages_of(runs, letters, language)
    # parted at C's speed; to the index a character is there once, however often it comes
    return Columns(tokens.replace(_JOINT, " "), runs.replace("", " "), _named(found))


def _count_letters(cut: str) -> int:
    """Return `meta.count_letters` of what `_TABLE` left: beyond ASCII all is letters, or digits."""
    plain = cut.encode("ascii", "ignore")
    others = len(cut) - len(plain) - sum(map(cut.count, _DIGITS))
    return others + len(plain.translate(None, meta.NO_LETTERS))


def _mostly_ascii(text: str) -> str | None:
    """Return a text as `_TABLE` leaves it, but for ASCII signs; None where that is no quicker.

    Most texts in Latin letters have a few dashes, quotation marks and accents: the rest of them is
    made small at once. Where unspaced characters are among them, what stands between words must be
    space.
    """
    others = len(text) - len(text.encode("ascii", "ignore"))
    if others * _RARE > len(text):
        return None
    pieces = [
        piece.lower() if piece.isascii() else piece.translate(_TABLE)
        for piece in _PIECES.findall(text)
    ]
    cut = "".join(pieces)
    return None if _JOINT in cut else cut


def _mixed(words: list[str], *, closed: bool) -> tuple[str, str, str]:
    """Return the tokens, the unspaced characters and the other words."""
    tokens: list[str] = []
    runs: list[str] = []
    spaced: list[str] = []
    before = None
    between_runs = None if closed else runs
    for word in words:
        if _JOINT not in word:
            kind = spaced
        elif 3 * word.count(_JOINT) == len(word):
            kind = runs
        else:
            # they touch, and there is no gap between them
            parts = _parts(word)
            begins = runs if parts[0][1:2] == _JOINT else spaced
            if before is not None and (before is not begins or before is between_runs):
                tokens.append(GAP)
            for part in parts:
                before = runs if part[1:2] == _JOINT else spaced
                before.append(part)
                tokens.append(part[2:] if before is runs else part)
            if before is between_runs:
                tokens[-1] = parts[-1][2:-2] or parts[-1][2:]
            continue
        if before is not None and (before is not kind or before is between_runs):
            tokens.append(GAP)
        kind.append(word)
        if kind is between_runs:
            tokens.append(word[2:-2] or word[2:])
        else:
            tokens.append(word[2:] if kind is runs else word)
        before = kind
    return " ".join(tokens), "".join(runs)[::3], " ".join(spaced)


def _parts(word: str) -> list[str]:
    """Return the runs of unspaced characters, and the words between them."""
    parts: list[str] = []
    end = 0
    for run in _RUN.finditer(word):
        parts += [word[end : run.start()], run.group()]
        end = run.end()
    return [part for part in (*parts, word[end:]) if part]


@cache
def _named_one(language: str) -> str:
    return _named(meta.languages("a", language))


def _named(codes: list[str]) -> str:
    return "".join([f" {meta.language_token(code)}" for code in codes])
