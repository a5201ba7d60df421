"""The tokens that say about a text who wrote it, where and in which language.

They stand in the index beside the words, so that ``from:X word`` is one look into one index: a
join on the author takes up to 160 times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from talkreader.store.values.folding import UNSPACED

_UNSPACED_RUN = re.compile(f"{UNSPACED}+")
_KANA = re.compile("[\u3041-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7fb]")
_LETTERS = re.compile(r"[^\W\d_]+")
NO_LETTERS = bytes(set(range(128)) - set(range(97, 123)))
_ENOUGH = 0.2
"""The share of a text that a language must have, so that one foreign name is not its language."""


def person_token(person: int) -> str:
    """Return the token of who wrote it."""
    return f"u{person}"


def answered_token(person: int) -> str:
    """Return the token of whom it answers."""
    return f"r{person}"


def shown_token(person: int) -> str:
    """Return the token of who wrote it, shown by another name than the user's."""
    return f"d{person}"


def shown_answered_token(person: int) -> str:
    """Return the token of whom it answers, shown by another name than the user's."""
    return f"q{person}"


def page_token(page: int) -> str:
    """Return the token of its page."""
    return f"p{page}"


def namespace_token(namespace: int) -> str:
    """Return the token of its namespace; special ones have negative numbers."""
    return f"n{namespace}" if namespace >= 0 else f"nm{-namespace}"


def site_token(site: str) -> str:
    """Return the token of its site; a host's full stops would part it, so it is in hex."""
    return f"s{site.encode().hex()}"


def language_token(code: str) -> str:
    """Return the token of a language; variants of one language are one (zh-hant is zh)."""
    return f"l{code.lower().partition('-')[0]}"


def languages(folded: str, page_language: str) -> list[str]:
    """Return the languages of a text as far as its script tells; the page's own for the rest.

    Two for a bilingual text. Latin letters on a Chinese, Japanese or Korean page are English.
    """
    if folded.isascii():
        # one that is folded has no capitals
        return [_latin(page_language)] if folded.islower() else []
    runs = "".join(_UNSPACED_RUN.findall(folded))
    return languages_of(runs, count_letters(_UNSPACED_RUN.sub(" ", folded)), page_language)


def _latin(page_language: str) -> str:
    base = page_language.lower().partition("-")[0]
    return "en" if base in ("", "zh", "ja", "ko") else base


def count_letters(spaced: str) -> int:
    """Return how many letters a folded text without unspaced scripts has."""
    if spaced.isascii():
        return len(spaced.encode().translate(None, NO_LETTERS))
    return sum(map(len, _LETTERS.findall(spaced)))


def languages_of(runs: str, letters: int, page_language: str) -> list[str]:
    """Return `languages` of a text with these unspaced characters and so many letters beside."""
    # a Chinese character says about as much as two letters
    weight = 2 * len(runs)
    enough = _ENOUGH * (weight + letters)
    found = []
    if weight and weight >= enough:
        found.append(_unspaced_language(runs, page_language))
    if letters and letters >= enough:
        found.append(_latin(page_language))
    return found


def _unspaced_language(runs: str, page_language: str) -> str:
    if len(_KANA.findall(runs)) * 10 >= len(runs):
        return "ja"
    if len(_HANGUL.findall(runs)) * 2 >= len(runs):
        return "ko"
    if "\u0e00" <= runs[0] <= "\u17ff":  # Thai, Lao, Burmese, Khmer: as the page says
        return page_language.lower().partition("-")[0] or "und"
    return "zh"


MARK = "¦"
"""Stands before each of these tokens where they are in the column of the words: no word has it."""


def place_token(site: str, namespace: int | None) -> str:
    """Return the token of its site and namespace together."""
    return site_token(site) + ("x" if namespace is None else namespace_token(namespace))


def join(tokens: Iterable[str]) -> str:
    """Return the tokens as the index column holds them."""
    return " ".join(tokens)
