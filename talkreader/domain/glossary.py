"""Terms of wiki talk: what a word is called in English and in both Chinese scripts."""

from __future__ import annotations

from talkreader.domain.body import Span
from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term in English, Simplified and Traditional Chinese; one side may be "" in a person's own.

    ``note`` says more. ``own``: the person wrote it; else it came with the program.
    """

    english: str
    simplified: str
    traditional: str
    note: str = ""
    own: bool = False

    def __post_init__(self) -> None:
        if not self.english.strip() or not (self.simplified.strip() or self.traditional.strip()):
            raise ValueError("a term is in English and in Chinese")

    def chinese(self, language: str) -> str:
        """Return the term in Chinese: in Traditional for "zh-hant", else in Simplified."""
        first, second = self.simplified, self.traditional
        return (second or first) if language == "zh-hant" else (first or second)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term found in a text."""

    span: Span
    term: Term
