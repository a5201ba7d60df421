"""What a machine must not touch: names, links, templates, addresses, long numbers, glossary terms.

They are replaced by marks before a text goes to a machine and put back afterwards; a mark that did
not come back exactly once is noticed, so that nothing is lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talkreader.bilingual.characters import HAN
from talkreader.domain.body import Body, MarkKind, Span

_KEPT = re.compile(
    r"""
    \[\[[^\[\]\n]*\]\] | \{\{[^{}\n]*\}\}            # links and templates, where a form has them
    | ~{3,5}                                         # signatures
    | (?:https?|ftp)://[^\s<>"]+ | www\.[^\s<>"]+    # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \b(?:User|User[ ]talk|Talk|WP|MOS|Wikipedia|Special|Template|File|Help|Category):[^\s,;()]+
    | \d+(?:[.,:/-]\d+)+ | \d{5,}                    # times, dates, fractions, identifiers
    """,
    re.VERBOSE,
)
_WHOLE = frozenset({MarkKind.PING, MarkKind.TEMPLATE, MarkKind.CODE, MarkKind.IMAGE})

STYLES = ("[{}]", "X{}X")
"""How marks look. Numbers in brackets are what texts of all languages have, and keep."""


def kept_spans(body: Body) -> tuple[Span, ...]:
    """Return what a body's marks say is a name: people called, templates, code, bare links."""
    found = []
    for mark in body.marks:
        words = body.text[mark.start : mark.end]
        is_name = mark.kind is MarkKind.LINK and words == mark.target.replace("_", " ")
        is_address = mark.kind is MarkKind.EXTERNAL and words == mark.target
        if mark.start < mark.end and (mark.kind in _WHOLE or is_name or is_address):
            found.append(Span(mark.start, mark.end))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text cut at what must be kept: ``pieces[0] kept[0] pieces[1] kept[1] … pieces[-1]``.

    ``restored[i]`` is what stands for ``kept[i]`` in the translation.
    """

    pieces: tuple[str, ...]
    restored: tuple[str, ...]

    def marked(self, style: str) -> str:
        """Return the text with marks of a style in it."""
        numbers = self._numbers()
        parts = [self.pieces[0]]
        for number, piece in zip(numbers, self.pieces[1:], strict=True):
            parts += [style.format(number), piece]
        return "".join(parts)

    def unmarked(self, text: str, style: str) -> str | None:
        """Return a translation with everything put back; None when a mark is missing or twice."""
        for number, value in zip(self._numbers(), self.restored, strict=True):
            pattern = _mark_pattern(style, number)
            if len(pattern.findall(text)) != 1:
                return None
            text = pattern.sub(lambda _match, value=value: value, text)  # type: ignore[misc]  # mypy cannot infer it
        return text

    def _numbers(self) -> list[int]:
        """Return numbers for the marks that the text itself does not use."""
        used = {int(number) for number in re.findall(r"\d{1,4}", " ".join(self.pieces))}
        used |= {int(number) for number in re.findall(r"\d{1,4}", " ".join(self.restored))}
        free = (number for number in range(1, 20_000) if number not in used)
        return [next(free) for _ in self.restored]


def mask(text: str, keep: Sequence[Span] = (), glossary: Mapping[str, str] | None = None) -> Masked:
    """Return a text with what must not be translated cut out.

    ``keep`` are spans of the text; ``glossary`` maps terms to what they are in the other language.
    Where two of them overlap, the one that begins first is taken, of those the longest.
    """
    found = [(span.start, span.end, text[span.start : span.end]) for span in keep if len(span)]
    found += [(match.start(), match.end(), match.group()) for match in _KEPT.finditer(text)]
    if glossary:
        found += [
            (match.start(), match.end(), _meaning(glossary, match.group()))
            for match in _terms(glossary).finditer(text)
        ]
    pieces, restored, at = [], [], 0
    for start, end, value in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= at:
            pieces.append(text[at:start])
            restored.append(value)
            at = end
    return Masked((*pieces, text[at:]), tuple(restored))


def _terms(glossary: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern for the terms, the longest first; Latin ones as whole words."""
    terms = sorted(filter(None, glossary), key=len, reverse=True)
    han = re.compile(f"[{HAN}]")
    alternatives = [
        re.escape(term) if han.search(term) else rf"(?<!\w){re.escape(term)}(?!\w)"
        for term in terms
    ]
    return re.compile("|".join(alternatives) or r"(?!)", re.IGNORECASE)


def _meaning(glossary: Mapping[str, str], term: str) -> str:
    if term in glossary:
        return glossary[term]
    folded = term.casefold()
    return next(value for name, value in glossary.items() if name.casefold() == folded)


def _mark_pattern(style: str, number: int) -> re.Pattern[str]:
    """Return what finds a mark again, also with spaces or full-width signs."""
    before, after = style.split("{}")
    wide = {"[": r"[\[［【]", "]": r"[\]］】]"}
    digits = "".join(f"[{digit}{chr(0xFF10 + int(digit))}]" for digit in str(number))
    left = wide.get(before, re.escape(before))
    right = wide.get(after, re.escape(after))
    # the number is used nowhere else, so a mark may stand right behind a letter
    return re.compile(rf"{left}\s*{digits}\s*{right}", re.IGNORECASE)
