"""What a search takes for the same, and the tokens that the index holds.

`fold` keeps the length of a text, so an offset in the folded text is an offset in the text.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from talkreader.domain.resources import resource

IGNORED = "\u0301"
"""What `fold` puts in place of accents and invisible characters; they are in no token."""

GAP = "·"
"""The token that stands where something separates a run of unspaced script from a word beside it,
or from another run."""

# Scripts written without spaces: cut into overlapping pairs. Hangul is among them, because its
# words carry their particles with them.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"  # Thai, Lao, Burmese, Hangul, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
UNSPACED = f"[{_UNSPACED}]"
LETTER = f"[^\\W_{_UNSPACED}]"

_PLAIN_WORD = re.compile(r"[^\W_]+")


# These take some milliseconds to compile: the window opens before they are asked for.


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(
        f"(?P<unspaced>{UNSPACED}[{_UNSPACED}{IGNORED}]*)|(?P<word>{LETTER}(?:{IGNORED}|{LETTER})*)"
    )


@cache
def _unspaced_run() -> re.Pattern[str]:
    return re.compile(f"{UNSPACED}+")


@cache
def _any_unspaced() -> re.Pattern[str]:
    return re.compile(UNSPACED)


class _Table(dict[int, int]):
    """Characters by what they are folded to; one that stays as it is, is added when it is met.

    ``str.translate`` asks for every character, and an exception for each one that is not there
    would take a third of the time.
    """

    def __missing__(self, character: int) -> int:
        self[character] = character
        return character


@cache
def _table() -> _Table:
    content = json.loads(resource("fold.json").read_text(encoding="utf-8"))
    return _Table(zip(map(ord, content["from"]), map(ord, content["to"]), strict=True))


@cache
def _sources() -> dict[str, str]:
    sources: dict[str, str] = {}
    for character, folded in list(_table().items()):
        if character == folded:
            continue
        sources[chr(folded)] = sources.get(chr(folded), chr(folded)) + chr(character)
    return sources


def unfold(character: str) -> str:
    """Return the characters that `fold` makes this one of, itself among them."""
    return _sources().get(character, character)


def is_unspaced(character: str) -> bool:
    """Return True for a character of a script written without spaces."""
    return _any_unspaced().match(character) is not None


def count_unspaced(text: str) -> int:
    """Return how many characters of scripts written without spaces a text has."""
    return 0 if text.isascii() else sum(map(len, _unspaced_run().findall(text)))


def fold(text: str) -> str:
    """Return the text as a search sees it, with the same length.

    Traditional Chinese is Simplified, full width is half width, capitals are small, Latin accents
    are gone.
    """
    if text.isascii():
        return text.lower()
    return text.translate(_table())


def fold_name(name: str) -> str:
    """Return a user name, title or tag as it is compared: folded, spaces for underscores."""
    return " ".join(fold(name.replace("_", " ")).replace(IGNORED, "").split())


def pieces(folded: str) -> Iterator[tuple[bool, str, bool]]:
    """Yield the words of a folded text: (is it unspaced script, the word, does a gap precede it).

    A gap is anything between two words; the first word has none.
    """
    end = 0
    for found in _piece().finditer(folded):
        gap = found.start() > end > 0
        word = found.group()
        if IGNORED in word:
            word = word.replace(IGNORED, "")
        yield found.lastgroup == "unspaced", word, gap
        end = found.end()


def index_tokens(folded: str, *, closed: bool = False) -> str:
    """Return the tokens of a text for the index, separated by spaces.

    Unspaced scripts become overlapping pairs. Where something stands between such a run and what
    follows, a `GAP` does: a phrase cannot reach across punctuation unseen, and ``WMF基金`` is not
    ``WMF, 基金``. Where a run touches a word, its last character is a token as well, for it begins
    a pair with nothing: ``基金WMF`` is looked for by ``金WMF`` too.

    ``closed`` is the index of an earlier version: every run ends with its last character, and no
    `GAP` stands between two. That takes a thirtieth more.
    """
    if IGNORED not in folded and (folded.isascii() or not _any_unspaced().search(folded)):
        # the same as below, for the many texts without such scripts, at a fifth of the time
        return spaced_tokens(folded)
    tokens: list[str] = []
    words = list(pieces(folded))
    for place, (unspaced, word, gap) in enumerate(words):
        if gap and _is_parted(words[place - 1][0], unspaced, closed=closed):
            tokens.append(GAP)
        if not unspaced:
            tokens.append(word)
            continue
        tokens.extend(map("".join, itertools.pairwise(word)))
        touches = place + 1 < len(words) and not words[place + 1][2]
        if closed or touches or len(word) == 1:
            tokens.append(word[-1])
    return " ".join(tokens)


def _is_parted(before: bool, unspaced: bool, *, closed: bool) -> bool:
    """Say whether a `GAP` stands between two words that do not touch."""
    return before != unspaced or (unspaced and not closed)


def spaced_tokens(folded: str) -> str:
    """Return the tokens of a text without unspaced scripts and ignored marks."""
    return " ".join(_PLAIN_WORD.findall(folded))


class Sought(NamedTuple):
    """The tokens that a text must have beside each other to contain some words; []: there are none.

    ``open_end``: the last one may be the beginning of a longer token: a single character of an
    unspaced script at the end, because what follows it in the text is not known. ``open_start``:
    they may stand where the words do not, for no token says which character stands before the first
    `GAP`.
    """

    tokens: list[str]
    open_end: bool
    open_start: bool


def query_tokens(folded: str, *, closed: bool = False) -> Sought:
    """Return what a text must have to contain these words; ``closed`` as in `index_tokens`."""
    words = list(pieces(folded))
    tokens: list[str] = []
    open_end = open_start = False
    for place, (unspaced, word, gap) in enumerate(words):
        if gap and _is_parted(words[place - 1][0], unspaced, closed=closed):
            tokens.append(GAP)
        if not unspaced:
            tokens.append(word)
            continue
        tokens.extend(word[i : i + 2] for i in range(len(word) - 1))
        if place == len(words) - 1:
            if len(word) == 1:
                tokens.append(word)
                open_end = True
        elif closed or not words[place + 1][2]:
            tokens.append(word[-1])
        elif len(word) == 1 and place:
            tokens.append(word)
        elif len(word) == 1:
            open_start = True
    return Sought(tokens, open_end, open_start)


def single_characters(folded: str) -> str:
    """Return the different characters of unspaced scripts in a text, separated by spaces."""
    found = {c for run, word, _gap in pieces(folded) if run for c in word}
    return " ".join(sorted(found))
