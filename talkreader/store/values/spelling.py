"""Words that are written in several ways, or with vowel signs: what the index cannot tell alone.

``cœur`` is looked for as ``coeur``, too, and the other way round; one character cannot be folded to
two, for an offset in a folded text is an offset in the text. Scripts of India and some others write
vowels as signs, which are no letters to the index: it finds a word by its consonants, and `read`
tells which of the texts have it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import product

from talkreader.store.values.folding import IGNORED, LETTER, UNSPACED, fold

_JOINED = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ĳ": "ij",
    "ﬃ": "ffi", "ﬄ": "ffl", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_APART = {"ss": "ß", "ae": "æ", "oe": "œ", **{_JOINED[one]: one for one in "ﬃﬄﬀﬁﬂ"}}
_CAPITALS = "ẞÆŒĲ"
_SOME = 3
"""So many pairs of letters are taken as joined or not one by one; more of them all at once."""
_SIGNED = "\u0780-\u07bf\u0900-\u0dff\u0f00-\u0fff\u1700-\u177f\u1800-\u1aaf\ua800-\uabff"


@cache
def joined_letters(ways: tuple[str, ...]) -> str:
    """Return the letters that are two in some ways to write words, and their capitals."""
    found = "".join(_joined().findall(" ".join(ways)))
    return found + "".join(one for one in _CAPITALS if fold(one) in found)


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_JOINED)}]")


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(sorted(_APART, key=len, reverse=True))})")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(f"[{_SIGNED}]")


def apart(folded: str) -> str:
    """Return words with each letter that is two as two."""
    if folded.isascii():
        return folded
    return _joined().sub(lambda found: _JOINED[found.group()], folded)


def spellings(text: str) -> tuple[str, ...]:
    """Return the ways to write words, folded, themselves first."""
    folded = fold(text)
    plain = apart(folded)
    parts = _pairs().split(plain)  # what stands between pairs, and the pairs
    if len(parts) == 1:
        return (folded,) if plain == folded else (folded, plain)
    pairs = parts[1::2]
    ways: list[tuple[str, ...]] = [tuple(pairs), tuple(_APART[pair] for pair in pairs)]
    if len(pairs) <= _SOME:
        ways = list(product(*((pair, _APART[pair]) for pair in pairs)))
    found = []
    for way in ways:
        parts[1::2] = way
        found.append("".join(parts))
    return tuple(dict.fromkeys((folded, plain, *found)))


def is_signed(folded: str) -> bool:
    """Return True for words of a script in which vowels may be signs."""
    return not folded.isascii() and _signed().search(folded) is not None


@cache
def signs() -> str:
    """Return the signs, as a class of a regular expression."""
    every = (
        chr(number)
        for start, end in re.findall("(.)-(.)", _SIGNED)
        for number in range(ord(start), ord(end) + 1)
    )
    return f"[{''.join(one for one in every if unicodedata.category(one) in ('Mn', 'Mc'))}]"


@cache
def _word() -> re.Pattern[str]:
    letter = f"(?:{LETTER}|{signs()})"
    return re.compile(
        f"(?P<unspaced>{UNSPACED}(?:{UNSPACED}|{IGNORED})*)|(?P<word>{letter}(?:{IGNORED}|{letter})*)"
    )


def read(folded: str) -> Iterator[tuple[bool, str, bool]]:
    """Yield the same as `folding.pieces`, with the signs as letters."""
    end = 0
    for found in _word().finditer(folded):
        yield (
            found.lastgroup == "unspaced",
            found.group().replace(IGNORED, ""),
            found.start() > end > 0,
        )
        end = found.end()
