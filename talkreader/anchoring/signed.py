"""Comments inside others: a copy did not tell them apart, and their signatures are words there.

A signature that is quoted, or written by hand, or in a shape that one form of a page lost, ends no
comment in that form. The author and the minute stand in the text all the same, and say that the
words before them are the comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NEAR = 80  # characters that a signature has between its name and the end of its time
_DASHES = " \t\n\u3000-\u2010-\u2015~("


def bodies_signed(text: str, author: str, minute: str) -> Iterator[str]:
    """Yield the beginnings of a text that end where this author signed in this minute.

    ``author`` as a comment's name has it, with "_" for spaces; ``minute`` is YYYYMMDDHHMMSS.
    """
    name = author.replace("_", " ")
    time = re.compile(rf"(?<!\d)0?{int(minute[8:10])}[:.]{minute[10:12]}(?!\d)")
    place = text.find(name)
    while place >= 0:
        beside = text[place + len(name) : place + len(name) + _NEAR]
        if time.search(beside) and re.search(rf"(?<!\d){minute[:4]}(?!\d)", beside):
            yield text[:place].rstrip(_DASHES)
        place = text.find(name, place + len(name))
