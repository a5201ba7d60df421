"""Make resources/fold.json: which character a search takes for which.

Run it with the project's environment: ``python packaging/make_fold.py``. The table puts together

- Traditional to Simplified Chinese, one character at a time (OpenCC's t2s, Apache-2.0);
- full-width, half-width and compatibility forms (Unicode NFKC);
- upper to lower case;
- Latin and Greek letters without their accents, and Russian ё as е.

A character is only ever taken for one other character, so that an offset in the folded text is an
offset in the text. Marks and invisible characters that a search should not see all become U+0301.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

IGNORED = "\u0301"
LATIN_MARKS = range(0x300, 0x370)
ARABIC_MARKS = (*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640)
HEBREW_MARKS = (*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7)
INVISIBLE = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065),
             *range(0x2066, 0x206A), 0xFEFF, *range(0xFE00, 0xFE10))  # fmt: skip
BARE = ("LATIN", "GREEK")


def is_han(character: str) -> bool:
    """True for a Chinese character."""
    return unicodedata.name(character, "").startswith("CJK ")


def without_accent(character: str) -> str:
    """Return the letter under an accent, or the character itself."""
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and unicodedata.name(base, "").split(" ")[0] in BARE:
        return base
    return "е" if character == "ё" else character


def fold_once(character: str, simplify: dict[str, str]) -> str:
    """Return what a character is taken for, after one round of every rule."""
    for rule in (
        lambda c: unicodedata.normalize("NFKC", c),
        str.lower,
        without_accent,
        lambda c: simplify.get(c, c),
    ):
        changed = rule(character)
        if len(changed) == 1:
            character = changed
    return character


def make() -> dict[str, str]:
    """Return the table: which character is taken for which."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    characters = [chr(n) for n in range(sys.maxunicode + 1) if not 0xD800 <= n < 0xE000]
    simplify = {c: convert(c) for c in characters if is_han(c)}
    table: dict[str, str] = {}
    for character in characters:
        folded, before = fold_once(character, simplify), character
        while folded != before:
            folded, before = fold_once(folded, simplify), folded
        if folded != character:
            table[character] = folded
    for marks in (LATIN_MARKS, ARABIC_MARKS, HEBREW_MARKS, INVISIBLE):
        table.update((chr(n), IGNORED) for n in marks if chr(n) != IGNORED)
    return table


def main() -> None:
    """Write the table beside the other resources."""
    table = make()
    target = Path(__file__).resolve().parent.parent / "resources" / "fold.json"
    content = {
        "about": "Made by packaging/make_fold.py: 'from' and 'to' stand character by character.",
        "licence": "Chinese from OpenCC (Apache-2.0); the rest from the Unicode Character Database",
        "version": 1,
        "from": "".join(table),
        "to": "".join(table.values()),
    }
    target.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{target}: {len(table)} characters")


if __name__ == "__main__":
    main()
