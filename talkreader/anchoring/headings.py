"""Which heading of a page is the one a note on a section names, when none says so to the letter.

A heading alone tells little: "Proposal 1" and "Proposal 2" are nearly alike, and so are two votes
on two people. Only what nobody can mean differently is taken for the same: signs, spaces, the
script, and one misspelt letter within a long word. Where a copy of the page had the section, its
comments say more (`talkreader.following`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from talkreader.anchoring.normalise import Normaliser, is_han

_WORD = re.compile(r"[^\W_]+")
_LONG = 6  # letters: one of them may be misspelt


class Headings:
    """The headings of one page, each folded once."""

    def __init__(self, headings: Sequence[str], normaliser: Normaliser) -> None:
        self._fold = normaliser
        self._known = {each: (self._plain(each), self._words(each)) for each in headings}

    def find(self, wanted: str) -> tuple[str, bool] | None:
        """Return the heading of the page that is this one, and whether it is for certain.

        It is when it differs in spaces, dashes, quotes or the Chinese script only. None: no
        heading is this one, or several may be.
        """
        plain, words = self._plain(wanted), self._words(wanted)
        same = [each for each, known in self._known.items() if known[0] == plain]
        signs = [each for each, known in self._known.items() if words and known[1] == words]
        misspelt = [each for each, known in self._known.items() if _is_misspelt(words, known[1])]
        for found in (same, signs, misspelt):
            if found:
                return (found[0], found is same) if len(found) == 1 else None
        return None

    def _plain(self, heading: str) -> str:
        return self._fold.fold(heading, script=True).text

    def _words(self, heading: str) -> list[str]:
        folded = (self._plain(word).casefold() for word in _WORD.findall(heading))
        return [word for word in folded if word]


def _is_misspelt(words: list[str], others: list[str]) -> bool:
    """Tell whether two headings differ in one letter, within one long word.

    Not in its last one: a singular is not its plural. A Chinese character is a whole name.
    """
    if len(words) != len(others):
        return False
    differ = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    if len(differ) != 1:
        return False
    one, other = differ[0]
    if min(len(one), len(other)) < _LONG or is_han(one + other) or not (one + other).isalpha():
        return False
    if one[0] != other[0] or one[-1] != other[-1]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) == 1
