"""Which bracket closes which, found in one pass so that no text takes long."""

from __future__ import annotations

import re
from functools import lru_cache

_PAIRS = {
    "{{": re.compile(r"\{\{|\}\}"),
    "[[": re.compile(r"\[\[|\]\]"),
    "-{": re.compile(r"-\{|\}-"),
}


class Brackets:
    """The bracket pairs of one text; each kind is looked for when it is first asked for."""

    __slots__ = ("_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, dict[int, int]] = {}

    def end_of(self, opening: str, place: int) -> int:
        """Return where the bracket that opens at ``place`` ends; -1 when it does not."""
        pairs = self._found.get(opening)
        if pairs is None:
            pairs = self._found[opening] = self._match(opening)
        return pairs.get(place, -1)

    def _match(self, opening: str) -> dict[int, int]:
        pairs: dict[int, int] = {}
        waiting: list[int] = []
        for match in _PAIRS[opening].finditer(self._text):
            if match[0] == opening:
                waiting.append(match.start())
            elif waiting:
                pairs[waiting.pop()] = match.end()
        return pairs


@lru_cache(maxsize=4)
def brackets_of(text: str) -> Brackets:
    """Return the brackets of a text; the last few texts are remembered."""
    return Brackets(text)
