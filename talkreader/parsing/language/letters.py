"""What a letter is in any script: vowel signs and points belong to the word they stand in."""

from __future__ import annotations

from unicodedata import category

LETTER = (
    r"[\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    r"\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0966-\u0df3\u0e01-\u0e4e"
    r"\u0e50-\u0e59\u0e81-\u0ed9\u0f18-\u0fbc\u1000-\u1049\u1050-\u109d\u135d-\u135f\u1780-\u17d3]"
)
"""A pattern for one letter, figure or mark; Python's ``\\w`` knows no vowel signs."""

SENTENCE_ENDS = ".!?…。！？।॥۔؟።။។։།༎᱾᱿꯫᠃܀߹"
"""The signs that close a sentence, in any script."""


def is_letter(char: str) -> bool:
    """Say whether a character belongs to a word; False for the empty string."""
    return char.isalnum() or (bool(char) and category(char)[0] == "M")
