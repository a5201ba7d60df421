"""Operators of a search that were mistyped, or go by another name: which one was meant."""

from __future__ import annotations

from talkreader.domain.query import FIELDS

_OTHER_NAMES = {
    "from": "author authors by name nick sender speaker username who",
    "in": "heading page section title within",
    "site": "project-name wiki",
    "ns": "namespace namespaces",
    "after": "date since start year",
    "before": "end till until",
    "reply-to": "answer-to answers replies reply replyto to",
    "lang": "language",
    "has": "with",
    "tag": "code codes label labels",
}
"""What people who know other programs type for an operator."""
_MEANT = {name: field for field, names in _OTHER_NAMES.items() for name in names.split()}
_NAMESPACES = frozenset("Page Portal Topic Thread".split())
"""Of some wikis: titles of pages begin so."""
# ISO 639-1, those that are one letter from an operator: the first word of a link to that wiki
_LANGUAGES = frozenset(
    "an as bs cs en es ia id ie ig ii ik io is it iu kn ks ln mn ms na nb nd ne ng nl nn no nr nv"
    " ny os ps sn ss tn ts".split()
)


def meant(word: str) -> str | None:
    """Return the operator that a word before a colon stands for when it is next to one.

    That is: when it is another name of it, or one letter is wrong, missing, too many or changed
    places with the next. A word of two letters must be small and no language.
    """
    small = word.lower()
    if word in _NAMESPACES:
        return None
    if small in _MEANT:
        return _MEANT[small]
    if len(small) <= 2 and (word != small or small in _LANGUAGES):
        return None
    return next((name for name in FIELDS if _is_next_to(small, name)), None)


def nearest(word: str) -> str | None:
    """Return the operator that a word is most like; None when it is like none."""
    from difflib import get_close_matches  # only for this mistake

    close = get_close_matches(word.lower(), (*FIELDS, *_MEANT), n=1, cutoff=0.5)
    return _MEANT.get(close[0], close[0]) if close else None


def _is_next_to(word: str, name: str) -> bool:
    """Say whether one change makes a word a name (Damerau's four)."""
    if len(word) > len(name):
        word, name = name, word
    start = 0
    while start < len(word) and word[start] == name[start]:
        start += 1
    one, other = word[start:], name[start:]
    if len(word) < len(name):
        # of two letters too little is left to tell
        return len(word) > 1 and len(name) > 2 and one == other[1:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:]
