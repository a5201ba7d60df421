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
ability ibility abil ibil ical ic ion or iti ity it ist ism iv ive ful ous ant ent al ly y i
"""
_DERIVATIONS = tuple(sorted(_DERIVATIONS_TEXT.split(), key=len, reverse=True))
# forms that no ending explains, behind the word that they are a form of
_IRREGULAR_TEXT = """
be been was were|become became|begin began begun|bind bound|bring brought|break broke broken
build built|buy bought|catch caught|choose chose chosen|come came|deal dealt|draw drew drawn
eat ate eaten|fall fell fallen|feel felt|find found|forbid forbade forbidden
forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone
grow grew grown|hear heard|hide hid hidden|hold held|keep kept|know knew known|lead led|leave left
lie lying|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|rise rose risen
run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot
show shown|speak spoke spoken|spend spent|stand stood|stick stuck|swear swore sworn
take took taken|teach taught|tell told|think thought|throw threw thrown|understand understood
use used using uses|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written
do undid|child children|man men|woman women|datum data|criterion criteria|analysis analyses
index indices|matrix matrices|person people|copy copied copies|reply replied replies
try tried tries|die died dying|tie tied|bad worse worst|good better best
"""
_IRREGULAR = {
    form: forms[0]
    for forms in (line.split() for line in re.split(r"[|\n]", _IRREGULAR_TEXT))
    for form in forms[1:]
}
PREFIXES = tuple(
    """
un re in im non mis dis de sub pre co auto multi over under out inter super
""".split()
)
_BEFORE_IRREGULAR = re.compile(r"(over|under|un|re|mis|out)(?=[a-z]{3})")
# colour, neighbour, centre, catalogue, licence: what both spellings become
_BRITISH = (
    (re.compile(r"(?<=[aeiou][a-z])our(?=$|s|ed|ing|ite|able|al|er|ful|less)"), "or"),
    (re.compile(r"(?<=[aeiou][a-z][a-z])our(?=$|s|ed|ing|ite|able|al|er|ful|less)"), "or"),
    (re.compile(r"(?<=[a-z][a-z]t)re(?=$|s$|d$)"), "er"),
    (re.compile(r"(?<=[a-z][a-z]og)ue(?=$|s$|d$)"), ""),
    (re.compile(r"ense(?=$|s$|d$)"), "ence"),
)
# permission, decision, description, solution, production, reception, extension
_NOUNS_OF_VERBS = (
    (re.compile(r"(?<=[a-z])mission(?=s?$)"), "mit"),
    (re.compile(r"ision(?=s?$)"), "ide"),
    (re.compile(r"scription(?=s?$)"), "scribe"),
    (re.compile(r"olution(?=s?$)"), "olve"),
    (re.compile(r"duction(?=s?$)"), "duce"),
    (re.compile(r"ception(?=s?$)"), "ceive"),
    (re.compile(r"(?<=[a-z][a-z]n)sion(?=s?$)"), "d"),
)
_VOWELS = re.compile("[aeiouy]+")


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
    lowered = _regular(lowered)
    for pattern, other in (*_BRITISH, *_NOUNS_OF_VERBS):
        lowered = pattern.sub(other, lowered)
    cut = _without(_without(lowered, _INFLECTIONS, 3), ("er",), 3)
    while (shorter := _without(cut, _DERIVATIONS, 4)) != cut:
        cut = _without(shorter, ("er", "e"), 4)
    if cut.endswith("ll") and len(_VOWELS.findall(cut)) > 1:
        cut = cut[:-1]
    return cut[:-1] + "y" if cut.endswith("i") else cut


def _regular(word: str) -> str:
    """Return the word that an irregular form is a form of: "written" is write."""
    found = _IRREGULAR.get(word)
    if found is None and (before := _BEFORE_IRREGULAR.match(word)):
        rest = _IRREGULAR.get(word[before.end() :])
        found = before.group() + rest if rest else None
    return found or word


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
