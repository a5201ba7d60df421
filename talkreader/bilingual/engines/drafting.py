"""A machine's words for a text: masked, translated sentence by sentence, put back, checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from talkreader.bilingual.characters import HAN
from talkreader.bilingual.engines.checking import flags_of
from talkreader.bilingual.engines.masking import STYLES, Masked, mask
from talkreader.bilingual.sentences import sentences
from talkreader.domain.body import Span
from talkreader.domain.machine import Draft, DraftFlag

_HAN = re.compile(f"[{HAN}]")
# half of a character, which no file and no window takes; and what would end a block of the window
_CHARACTER = re.compile("[\ud800-\udfff\0]")
Translate = Callable[[Sequence[str]], list[str]]
"""Returns the translation of each sentence, in their order."""


def draft(
    text: str,
    translate: Translate,
    machine: str,
    keep: Sequence[Span] = (),
    glossary: Mapping[str, str] | None = None,
) -> Draft:
    """Return a machine's words for a text, line by line as it is.

    ``keep`` are spans that stay as they are, ``glossary`` maps terms to their translations. When a
    machine does not bring back what was kept, the sentence is translated in the pieces between,
    which is worse, and flagged.
    """
    spans = sentences(text)
    masked = [mask(text[span.start : span.end], _inside(keep, span), glossary) for span in spans]
    made, in_pieces = _translated(masked, translate)
    parts: list[str] = []
    at = 0
    for span, words in zip(spans, made, strict=True):
        gap = text[at : span.start]
        parts += [_between(gap, words) if parts else gap, words]
        at = span.end
    parts.append(text[at:])
    whole = _CHARACTER.sub("\ufffd", "".join(parts))
    flags = flags_of(text, whole)
    return Draft(whole, machine, (*flags, DraftFlag.IN_PIECES) if in_pieces else flags)


def _translated(masked: Sequence[Masked], translate: Translate) -> tuple[list[str], bool]:
    """Return each sentence in the other language, and whether one was translated in pieces."""
    done: dict[int, str] = {
        number: each.pieces[0]
        + "".join(
            value + piece for value, piece in zip(each.restored, each.pieces[1:], strict=True)
        )
        for number, each in enumerate(masked)
        if not any(map(_has_words, each.pieces))
    }
    for style in STYLES:
        open_ = [number for number in range(len(masked)) if number not in done]
        if not open_:
            return [done[number] for number in range(len(masked))], False
        answers = translate([masked[number].marked(style) for number in open_])
        for number, answer in zip(open_, answers, strict=True):
            whole = masked[number].unmarked(answer, style)
            if whole is not None:
                done[number] = whole
    open_ = [number for number in range(len(masked)) if number not in done]
    for number in open_:
        done[number] = _in_pieces(masked[number], translate)
    return [done[number] for number in range(len(masked))], bool(open_)


def _in_pieces(masked: Masked, translate: Translate) -> str:
    worded = [number for number, piece in enumerate(masked.pieces) if _has_words(piece)]
    answers = dict(zip(worded, translate([masked.pieces[n].strip() for n in worded]), strict=True))
    parts = []
    for number, piece in enumerate(masked.pieces):
        words = answers.get(number)
        left = piece[: len(piece) - len(piece.lstrip())]
        right = piece[len(piece.rstrip()) :]
        parts.append(piece if words is None else f"{left}{words}{right}")
        if number < len(masked.restored):
            parts.append(masked.restored[number])
    return "".join(parts)


def _has_words(piece: str) -> bool:
    return any(sign.isalpha() for sign in piece)


def _inside(keep: Sequence[Span], span: Span) -> list[Span]:
    """Return the parts of the kept spans that lie in a sentence, counted from its start."""
    return [
        Span(max(each.start, span.start) - span.start, min(each.end, span.end) - span.start)
        for each in keep
        if each.start < span.end and each.end > span.start
    ]


def _between(gap: str, words: str) -> str:
    """Return what stands between two sentences: Chinese has no space there, others have one."""
    if gap.strip() or "\n" in gap:
        return gap
    return "" if _HAN.match(words) else gap or " "
