"""Where the sentences of English and Chinese text begin and end."""

from __future__ import annotations

import re

from talkreader.bilingual.characters import HAN
from talkreader.domain.body import Span

BREAK = re.compile(r"[\n\r\u2028\u2029]")
"""What ends a line, and with it a sentence."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LEADER = re.compile(r"\s*(?:[•·‣◦*#:;]+\s+|[-–—]\s+)*")
# "@Name:" calls somebody and says nothing that could be translated
_ADDRESSEE = re.compile(r"@\s?[^\s:：,，.。!！?？@][^:：。!！?？@]{0,59}[:：](?=\s|$|[^/\s])")
_TERMINATOR = re.compile(r"[.．｡。!！?？…‽]+")
_CLOSERS = re.compile(r"""(?:[”’」』）】》〉\])]|\[\d{1,3}\])+""")
_STRAIGHT_QUOTES = "\"'"
_BEFORE_POINT = re.compile(r"(?:[^\W_]|[.&'’-])+$")
_ABBREVIATIONS_TEXT = """
mr mrs ms dr prof rev gen sen rep st jr sr vs cf viz al approx ca no nos vol pp p ed eds fig e.g
i.e eg ie u.s u.k u.n a.k.a inc ltd co corp dept est jan feb mar apr jun jul aug sep sept oct nov
dec
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
_MAY_END = frozenset({"no", "ca", "inc", "ltd", "co", "corp", "al", "ed", "jr", "sr", "p", "mar"})
_OPENS_SENTENCE = re.compile(f"[A-ZÀ-ÞĀ-ɏΑ-ΩА-Я0-9\"'“‘«「『（(【《@\\[¿¡{HAN}]")
_HAN_OR_WIDE = re.compile(f"[{HAN}\u3000-\u30ff\uff00-\uffef]")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of ``text[start:end]``, in order, without the space around them.

    A line break ends a sentence; list markers belong to none; closing quotes, brackets and
    footnote numbers stay with the sentence that they close. A leading "@Name:" is a span of its
    own. Abbreviations, initials, numbers, addresses and e-mail names do not end a sentence.
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    for line in _LINE.finditer(text, start, stop):
        leader = _LEADER.match(text, line.start(), line.end())
        at = leader.end() if leader else line.start()
        addressee = _ADDRESSEE.match(text, at, line.end())
        if addressee:
            found.append(Span(at, addressee.end()))
            at = addressee.end()
        for stop_at in [*_ends(text, at, line.end()), line.end()]:
            span = _trimmed(text, at, stop_at)
            if len(span):
                found.append(span)
            at = max(at, stop_at)
    return found


def is_addressee(sentence: str) -> bool:
    """Return True for the "@Name:" that calls somebody."""
    return _ADDRESSEE.fullmatch(sentence) is not None


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    return Span(left, max(left, start + len(piece.rstrip())))


def _ends(text: str, start: int, end: int) -> list[int]:
    """Return the offsets just behind every sentence of a line but its last."""
    ends: list[int] = []
    begin = start
    for terminator in _TERMINATOR.finditer(text, start, end):
        if terminator.start() < begin:
            continue
        behind = _with_closers(text, begin, terminator.end(), end)
        if behind < end and _is_end(text, begin, terminator, behind):
            ends.append(behind)
            begin = behind
    return ends


def _with_closers(text: str, begin: int, at: int, end: int) -> int:
    """Return the offset behind the closing marks; a straight quote closes when it is odd."""
    closers = _CLOSERS.match(text, at, end)
    if closers:
        at = closers.end()
    if at < end and text[at] in _STRAIGHT_QUOTES and text.count(text[at], begin, at) % 2:
        at += 1
        closers = _CLOSERS.match(text, at, end)
        if closers:
            at = closers.end()
    return at


def _is_end(text: str, begin: int, terminator: re.Match[str], behind: int) -> bool:
    """Return True when the mark ends a sentence although more text follows on the line."""
    mark = terminator.group()
    after = text[behind]
    if any(sign in "。｡！？" for sign in mark):
        return True
    spaced = after.isspace()
    follower = text[behind : behind + 8].lstrip()[:1]
    if _HAN_OR_WIDE.match(text, max(terminator.start() - 1, begin)):
        # Chinese set with the marks of a Latin keyboard needs no space behind them
        return set(mark) != {"…"} and (spaced or bool(_HAN_OR_WIDE.match(after)))
    if not spaced:
        return mark[-1] in ".!?" and bool(re.match(f"[{HAN}]", after))
    if mark == ".":
        return bool(_OPENS_SENTENCE.match(follower)) and not _is_abbreviation(
            text, begin, terminator.start(), follower
        )
    return not follower or bool(_OPENS_SENTENCE.match(follower))


def _is_abbreviation(text: str, begin: int, point: int, follower: str) -> bool:
    """Return True when the word before the full stop at ``point`` is cut short by it."""
    found = _BEFORE_POINT.search(text, max(begin, point - 24), point)
    if not found:
        return False
    word = found.group().lower().lstrip(".'’-&")
    if word.isdigit():
        # the number of a list item: "2. Second"
        return not text[begin : found.start()].strip()
    if len(word) == 1 and word.isalpha() and found.group() != "I":
        return found.group().isupper() and follower.isupper()
    if word in _MAY_END:
        return follower.isdigit() or (word in {"no", "ca", "p"} and not follower.isalpha())
    return word in _ABBREVIATIONS
