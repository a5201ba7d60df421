"""Where the signature of a line of wikitext stands: its last links, with what wraps them."""

from __future__ import annotations

import re

from talkreader.parsing.wikitext.words import TRAIL

_ENDS = re.compile(rf"[{TRAIL}]*")
_NEAR = 60  # characters from one link of a signature to the next
_NEAR_WITH_TAGS = 160  # the same, where tags stand between
_LONGEST = 300  # characters of a name's link, each letter of which may have its own colour
_STOPS = (". ", "? ", "! ", "。", "？", "！")
_BETWEEN = re.compile(r"(?:[^\[\]{}<>&\w]++|<[^<>]*+>|&\w++;)*+")
# A template on somebody's page: what it shows hangs on what follows it.
_OF_A_PAGE = re.compile(r"\{\{[^{}|]*:")
_ADDRESS_ENDS = re.compile(r"[\s\[\]<>\"{}|]")
_PLAIN = re.compile(r"[ )）][^\[\]{}<>&'/;]*")
_AROUND = " -~(\u2013\u2014"  # between a tag and the signature that it wraps


def signature(text: str) -> tuple[int, int]:
    """Return the range of the last links with what wraps them, if they may lead to a user.

    Empty when there is none. Ordinary words follow it; (0, -1) when there is markup behind, and
    where what a template shows hangs on that.
    """
    size = len(text)
    cut = _first_link(text)
    if cut < 0:
        return size, size
    if cut and text[cut - 1] == "[":
        return 0, -1
    end = text.rfind("]]", cut) + 2
    if not ends_plainly(text, end):
        end = _end_of_markup(text, cut)
        rest = text[end:]
        if "[" in rest or "{" in rest or "<" in rest or "&" in rest or "//" in rest:
            return 0, -1
    if text.find(":", cut, end) < 0 and text.find("#", cut, end) < 0:
        return size, size
    return (0, -1) if _is_odd(text, cut, end) else _wrapped(text, cut, end)


def ends_plainly(text: str, end: int) -> bool:
    """Say whether a text goes on behind its last link with ordinary words, or a bracket."""
    return end > 1 and _PLAIN.fullmatch(text, end) is not None


def plain_end(text: str, end: int) -> int:
    """Return where ordinary words begin behind a text's last link, or its tags; 0 for others."""
    if ends_plainly(text, end):
        return end
    place = text.rfind(">", end) + 1
    return place if ends_plainly(text, place) else 0


def _is_odd(text: str, cut: int, end: int) -> bool:
    """Say whether what a template shows hangs on what follows, or an address may end in links."""
    if "{{" in text and _OF_A_PAGE.search(text, cut):
        return True
    return text.find("&", cut, end) >= 0 and text.find("//", cut, end) >= 0


def _wrapped(text: str, cut: int, end: int) -> tuple[int, int]:
    """Return the range of links with the tags and apostrophes that open right before them."""
    start = _with_wrapping(text, cut)
    return (0, -1) if text[start] == "'" and _follows_address(text, start) else (start, end)


def _first_link(text: str) -> int:
    """Return where the first of the last links begins that stand close together; -1 for none."""
    cut = text.rfind("[[")
    while cut > 0:
        before = text.rfind("[[", max(0, cut - _NEAR_WITH_TAGS), cut)
        if before >= 0:
            close = text.find("]]", before, cut) + 2
            if close > 1 and text.startswith(_STOPS, close):
                break  # there a sentence ends
            if cut - before > _NEAR and (close < 2 or not text.startswith("<", close)):
                before = -1
        if before < 0:
            before = _coloured(text, cut)
            if before < 0:
                break
        cut = before
    return cut


def _coloured(text: str, cut: int) -> int:
    """Return where a link with a long label begins that ends right before a place; -1 for none."""
    close = text.rfind("]]", max(0, cut - _NEAR), cut)
    if close < 0 or _BETWEEN.fullmatch(text, close + 2, cut) is None:
        return -1
    return text.rfind("[[", max(0, close - _LONGEST), close)


def _follows_address(text: str, place: int) -> bool:
    """Say whether an address goes on up to a place: apostrophes are part of it."""
    begin = text.rfind("//", 0, place)
    return begin >= 0 and _ADDRESS_ENDS.search(text, begin, place) is None


def _with_wrapping(text: str, cut: int) -> int:
    """Return where the tags and apostrophes begin that open right before a signature."""
    if not cut or (text[cut - 1] == " " and text[cut - 2 : cut - 1].isalnum()):
        return cut  # as a rule
    while cut:
        place = len(text[:cut].rstrip(_AROUND))
        last = text[place - 1 : place]
        if last == ">":
            begin = text.rfind("<", 0, place)
            if begin < 0 or text.startswith("/", begin + 1):
                return cut
            cut = begin
        elif last == "'" and text.endswith("''", 0, place):
            cut = len(text[:place].rstrip("'"))
        else:
            return cut
    return cut


def _end_of_markup(text: str, cut: int) -> int:
    end = 1 + max(text.rfind("]", cut), text.rfind(">", cut), text.rfind("}", cut), cut - 1)
    if "''" in text:
        end = max(end, text.rfind("''", cut) + 2)
    if "&" in text:
        end = max(end, text.rfind(";", cut) + 1)
    if text[end : end + 1].isalpha() and (match := _ENDS.match(text, end)):
        return match.end()
    return end
