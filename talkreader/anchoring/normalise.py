"""Text folded for comparing only: white space, quotes, dashes, width and script do not count.

The same page copied as wikitext, as HTML and as plain text differs in just these. Every folded
character knows the characters of the real text that it came from, so that a place found in the
folded text is a place in the real one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_QUOTES = {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»「」『』", '"')}
_DASHES = dict.fromkeys("‐‑‒–—―−─", "-")
_BULLETS = frozenset("•◦▪‣")  # copies of rendered pages have them before each entry of a list
_FIRST_HAN = "\u2e80"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``text[i]`` came from ``starts[i]:ends[i]`` of the real one."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the real text that the (not empty) folded range came from."""
        return self.starts[start], self.ends[end - 1]


class Normaliser:
    """Folds texts, and remembers each character that it has folded once."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}
        self._simplified: dict[str, str] = {}

    def fold(self, text: str, *, script: bool = False) -> Folded:
        """Return the text folded; with ``script``, Traditional Chinese characters are Simplified.

        One character at a time, so that no conversion of a whole phrase blurs the offsets.
        """
        if script:
            self._learn(text)
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for place, character in enumerate(text):
            for letter in self._letters(character, script=script):
                if letter == "-" and letters and letters[-1] == "-":
                    ends[-1] = place + 1  # "--", "- -" and "—" are one dash
                    continue
                letters.append(letter)
                starts.append(place)
                ends.append(place + 1)
        return Folded("".join(letters), tuple(starts), tuple(ends))

    def _letters(self, character: str, *, script: bool) -> str:
        """Return what one character is folded to, often itself, "" for white space."""
        if script:
            character = self._simplified.get(character, character)
        known = self._plain.get(character)
        if known is None:
            known = self._plain[character] = _fold_character(character)
        return known

    def _learn(self, text: str) -> None:
        """Look up the Simplified form of every Chinese character of the text."""
        new = [each for each in dict.fromkeys(text) if each not in self._simplified]
        # half of a surrogate pair is no character, and OpenCC refuses it
        new = [each for each in new if is_han(each) and not "\ud800" <= each <= "\udfff"]
        if not new:
            return
        from opencc import OpenCC

        converted = OpenCC("t2s").convert("\n".join(new)).split("\n")
        self._simplified.update(zip(new, converted, strict=True))


def is_han(text: str) -> bool:
    """Tell whether any character is of a script that writes a word in one or two characters."""
    return any(character >= _FIRST_HAN for character in text)


def weight(folded: str) -> int:
    """Return how much a run of text says: a Chinese character counts as three letters."""
    return sum(3 if character >= _FIRST_HAN else 1 for character in folded)


def _fold_character(character: str) -> str:
    swapped = _QUOTES.get(character) or _DASHES.get(character) or character
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", swapped)
        if not letter.isspace()
        and letter not in _BULLETS
        and unicodedata.category(letter) not in {"Cc", "Cf"}
    )
