"""The text of a page without the words of its comments and prose, which have rows of their own.

What is left are signatures, headings and white space: a tenth. A mark stands where words were taken
out, another one for words that do not stand in the text as the row has them. A text that has these
marks itself is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from talkreader.domain.thread import Comment, Prose

Piece = tuple[int, str]
"""Where the words of a row begin in the text, and the words."""

_TAKEN, _APART = "\x00", "\x01"
_MARK = re.compile(f"([{_TAKEN}{_APART}])")
_start = itemgetter(0)


def take_out(text: str, pieces: Iterable[Piece]) -> str | None:
    """Return the text without the pieces; None when it must be kept whole."""
    if _TAKEN in text or _APART in text:
        return None
    left: list[str] = []
    at = 0
    for start, words in sorted(pieces, key=_start):
        if start >= at and text.startswith(words, start):
            left += text[at:start], _TAKEN
            at = start + len(words)
        else:
            left.append(_APART)
    left.append(text[at:])
    return "".join(left)


def put_back(left: str, comments: Sequence[Comment], prose: Sequence[Prose]) -> str:
    """Return the text that `take_out` was given, with the words of the same rows.

    Raises ValueError: these are not the rows that it was left by.
    """
    # no pairs as in `take_out`: a page that is opened has thousands, and waits for this
    every: list[Comment | Prose] = [*comments, *prose]
    words = [said.body.text for said in sorted(every, key=_begin)]
    if _APART not in left:
        parts = left.split(_TAKEN)
        found = [""] * (2 * len(parts) - 1)
        found[::2] = parts
        found[1::2] = words  # raises for another number
        return "".join(found)
    parts = _MARK.split(left)
    parts[1::2] = [
        word if mark == _TAKEN else "" for mark, word in zip(parts[1::2], words, strict=True)
    ]
    return "".join(parts)


def _begin(said: Comment | Prose) -> int:
    return said.span[0]
