"""What single characters tell: which script they belong to, and their Simplified form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Han ranges of Unicode 15, as the inside of a regular expression's character class."""

_HAN_CHARACTER = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Characters:
    """Tables of Han characters.

    ``fold`` maps code points to Simplified ones, one to one, so that offsets stay. ``simplified``
    and ``traditional`` match a character that only texts of that script use.
    """

    fold: dict[int, str]
    simplified: re.Pattern[str]
    traditional: re.Pattern[str]


def _fits(character: str, encoding: str) -> bool:
    """Return True when the character is part of the national character set."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def characters() -> Characters:
    """Return the tables, worked out from OpenCC's dictionaries on the first call (some 20 ms).

    A character of a Traditional-Simplified couple that the other side's national standard does not
    know belongs to one script only: 后, 里 and 只 are in Big5 too, so they prove nothing.
    """
    from opencc import OpenCC

    every = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    # one character per line, so that no phrase rule applies
    folded = OpenCC("t2s").convert("\n".join(every)).split("\n")
    fold = {
        ord(full): simple
        for full, simple in zip(every, folded, strict=True)
        if simple != full and len(simple) == 1
    }
    traditional = [chr(code) for code in fold if not _fits(chr(code), "gb2312")]
    simplified = sorted({simple for simple in fold.values() if not _fits(simple, "big5")})
    return Characters(
        fold,
        re.compile(f"[{''.join(simplified)}]"),
        re.compile(f"[{''.join(traditional)}]"),
    )


def fold(text: str) -> str:
    """Return the text with every Traditional character as its Simplified one; offsets stay."""
    return text.translate(characters().fold)


def has_chinese(text: str) -> bool:
    """Return whether a text has a Han character."""
    return _HAN_CHARACTER.search(text) is not None
