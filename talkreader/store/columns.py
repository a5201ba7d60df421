"""A text as the index takes it, in one pass: most texts of a large import go through here.

The same tokens as `talkreader.store.folding` cuts one by one, at a third of the time: all pairs of
unspaced characters of a text are made at once, as an array, and not by a loop.
"""

from __future__ import annotations

import re
from array import array
from functools import cache
from typing import NamedTuple

from talkreader.store import meta
from talkreader.store.folding import (
    GAP,
    IGNORED,
    LETTER,
    UNSPACED,
    fold,
    index_tokens,
    single_characters,
    spaced_tokens,
)

# No text has these: they are folded to nothing that is in a token.
_RUN_ENDS, _PART_ENDS = "\x01", "\x02"
_AFTER_RUN = re.compile(f"{_RUN_ENDS}[^{_RUN_ENDS}] ")
_BETWEEN_PARTS = re.compile(f"{_PART_ENDS} {_PART_ENDS}. ")


class Columns(NamedTuple):
    """What the index takes of a text: tokens, single characters (both parted by spaces).

    ``languages`` are the tokens of its languages, each after a space.
    """

    tokens: str
    singles: str
    languages: str


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"{UNSPACED}+")


@cache
def _spaced() -> re.Pattern[str]:
    """Words of scripts with spaces, and all between them."""
    return re.compile(f"({LETTER}(?:[^{UNSPACED[1:]}*{LETTER})?)")


def columns(text: str, language: str) -> Columns:
    """Return what the index takes of a text on a page of a language."""
    folded = fold(text)
    if folded.isascii():
        # the index's own tokenizer parts ASCII as `index_tokens` does
        return Columns(folded, "", _named_one(language) if folded.islower() else "")
    if IGNORED in folded:
        # where it follows a letter it belongs to the word, and elsewhere to what is between two
        folded = folded.replace(IGNORED, "")
    runs = _runs().findall(folded)
    if not runs:
        return Columns(spaced_tokens(folded), "", _named(meta.languages(folded, language)))
    joined = "".join(runs)
    if not _is_basic(joined):
        found = meta.languages(folded, language)
        return Columns(index_tokens(folded), single_characters(folded), _named(found))
    parts = _spaced().split(folded)
    tokens = _tokens(parts) if len(parts) > 1 else _pairs(_RUN_ENDS.join(runs))[0]
    letters = meta.count_letters(" ".join(parts[1::2]))
    found = meta.languages_of(joined, letters, language)
    return Columns(tokens, " ".join(set(joined)), _named(found))


def _is_basic(text: str) -> bool:
    """Say whether every character is one unit of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


@cache
def _named_one(language: str) -> str:
    return _named(meta.languages("a", language))


def _named(codes: list[str]) -> str:
    return "".join([f" {meta.language_token(code)}" for code in codes])


def _tokens(parts: list[str]) -> str:
    """Return the tokens of a text's parts; every second one is in a script with spaces."""
    unspaced = [_RUN_ENDS.join(_runs().findall(part)) for part in parts[::2]]
    pairs = iter(_pairs(_PART_ENDS.join(filter(None, unspaced))))
    tokens: list[str] = []
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if place % 2:
            tokens.append(part if part.isascii() else spaced_tokens(part))
        elif run := unspaced[place // 2]:
            # a gap where they do not touch
            if place and part[0] != run[0]:
                tokens.append(GAP)
            tokens.append(next(pairs))
            if place != last and part[-1] != run[-1]:
                tokens.append(GAP)
    return " ".join(tokens)


def _pairs(runs: str) -> list[str]:
    """Return the pairs and last characters of runs, by the parts of the text they stand in."""
    units = array("H", runs.encode("utf-16-le"))
    triples = array("H", b"\0\0\x01\0 \0" * len(units))
    triples[::3] = units
    triples[1:-3:3] = units[1:]
    cut = _AFTER_RUN.sub("", triples.tobytes().decode("utf-16-le"))
    cut = cut.replace(_RUN_ENDS, "").rstrip()
    return _BETWEEN_PARTS.split(cut)
