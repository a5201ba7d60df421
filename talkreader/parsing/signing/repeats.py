"""What a text copy repeats: the words of its sentences, and the endings of its comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from talkreader.parsing.language.letters import LETTER, is_letter
from talkreader.parsing.signing.shapes import LONGEST

_WORD = re.compile(rf"{LETTER}+(?:[.'’-]+{LETTER}+)*")
_ASCII_WORD = re.compile(r"\w+(?:[.'-]+\w+)*", re.ASCII)
_GAP = re.compile(rf"(?!{LETTER}).")


def word_counts(texts: Iterable[str]) -> Counter[str]:
    """Return how often each word stands in the texts, and each two or three from a capital on."""
    found: Counter[str] = Counter()
    for text in texts:
        tokens: list[str] = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
        size = len(tokens)
        for place, token in enumerate(tokens[:-1]):
            if token[0].isupper():
                pair = f"{token} {tokens[place + 1]}"
                tokens.append(pair)
                if place + 2 < size:
                    tokens.append(f"{pair} {tokens[place + 2]}")
        found.update(tokens)  # at once, which is done in C
    return found


def shared_endings(cores: Sequence[str]) -> Mapping[str, str]:
    """Return for each text the longest ending, from a word's beginning, that another shares.

    Sorting the reversed texts brings those with the longest common ending side by side.
    """
    counted = Counter(core[-LONGEST:].rstrip() for core in cores)
    full = {core: core[-LONGEST:].rstrip() for core in cores}
    ordered = sorted(text[::-1] for text in counted if text.strip())
    found: dict[str, str] = {}
    for place, text in enumerate(ordered):
        size = 0
        for other in ordered[max(0, place - 1) : place] + ordered[place + 1 : place + 2]:
            size = max(size, _common(text, other))
        ending = _from_word(text[::-1], size)
        if not ending and counted[text[::-1]] > 1:
            ending = text[::-1].strip()
        if ending and ending[0] not in "(（[":
            found[text[::-1]] = ending
    return {core: found[text] for core, text in full.items() if text in found}


def _common(first: str, second: str) -> int:
    size = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        size += 1
    return size


def _from_word(text: str, size: int) -> str:
    start = len(text) - size
    if 0 < start < len(text) and is_letter(text[start - 1]) and is_letter(text[start]):
        space = _GAP.search(text[start:])
        if space is None:
            return ""
        start += space.end()
    return text[start:].strip()
