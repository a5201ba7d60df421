"""English words cut down to what their forms share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")

_STOP_WORDS_TEXT = """
a an the and or but if of to in on at by for from with without into onto as than that this these
those it its is am are was were be been being do does did done has have had having will would
shall should can could may might must not no nor so such too very also just only then there here i
me my mine you your yours he him his she her hers we us our ours they them their theirs who whom
whose which what when where why how all any some each every both more most other another own same
up down out over under about again s t sb sth etc esp eg ie one's oneself one abbr lit fig variant
see also cl used old name given surname particle suffix prefix classifier usually especially
"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
_NUMBERS_TEXT = """
zero one two three four five six seven eight nine ten eleven twelve
"""
_NUMBERS = {name: str(value) for value, name in enumerate(_NUMBERS_TEXT.split()) if value != 1}
_INFLECTIONS = ("ings", "ing", "ers", "ed", "es", "er", "s", "e")
# what is left of the derivations when the inflection is gone: apologiz(ed), translat(ion)
_DERIVATIONS_TEXT = """
ification ifying ify ifi if ization isation izat isat iz is ational ation ator ativ ate at fulness
ousness iveness ment ingly edly ness enci anci ency ance ence abl abilit ibl ibilit able ible ally
ical ion or iti ity it ist ism iv ive ful ous ant ent al ly y i
"""
_DERIVATIONS = tuple(sorted(_DERIVATIONS_TEXT.split(), key=len, reverse=True))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word: lower case, without ending; numbers as digits.

    A crude cut, the same for every form: it serves comparing, never showing.
    """
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    if lowered in _NUMBERS:
        return _NUMBERS[lowered]
    if lowered[:1].isdigit():
        return lowered.replace(",", "")
    return _without(_without(lowered, _INFLECTIONS, 3), _DERIVATIONS, 4)


def _without(word: str, suffixes: tuple[str, ...], least: int) -> str:
    """Return the word without the longest of the endings that leaves ``least`` letters."""
    if word.endswith("ss"):
        return word
    for suffix in suffixes:
        kept = word.removesuffix(suffix)
        if len(kept) >= least and kept != word:
            # "plann(ed)" is "plan", "will" stays
            doubled = suffix in _INFLECTIONS and kept[-1] == kept[-2] and kept[-1] not in "aeioulsz"
            return kept[:-1] if doubled else kept
    return word


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text that carry meaning, in order, with repetitions."""
    words = (found.group() for found in WORD.finditer(text))
    return [stem(word) for word in words if word.lower().replace("’", "'") not in STOP_WORDS]


def base_forms(word: str) -> Iterator[str]:
    """Yield what a word in small letters may be a form of: "copies" is copy, "merging" merge.

    The rules of English spelling for -s, -ed and -ing; what they yield may be no word.
    """
    if word.endswith("'s"):
        yield word[:-2]
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending) + "y"
    for ending in ("ings", "ing", "es", "ed", "s"):
        cut = word.removesuffix(ending)
        if cut == word or len(cut) < 2:
            continue
        yield cut
        if ending != "s":
            yield cut + "e"
            if len(cut) > 2 and cut[-1] == cut[-2]:
                yield cut[:-1]
