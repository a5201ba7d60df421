"""Wikitext made safe for a scanner of lines: what is not markup is masked, character by character.

Offsets stay: every masked character is one private-use character, turned back (or dropped) when
the text is shown. Masked are HTML comments (dropped), the inside of nowiki, pre and their like
(shown as it is), line breaks inside templates, links and references (shown as spaces) and those
inside poems. Those inside tags become spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from talkreader.parsing.blocks.blocks import holds_pair

DROPPED = "\ue000"
BREAK = "\ue001"
LINE = "\ue002"
"""A line break that the page shows, in the middle of what is one line to the scanner."""
_SHIFT = 0xE100
_SHIELDED = "".join(map(chr, range(0x21, 0x30))) + ":;<=>?@[\\]^_`{|}~\n"
_SHIELD = {ord(char): chr(_SHIFT + ord(char)) for char in _SHIELDED}
_UNSHIELD = {_SHIFT + ord(char): char for char in _SHIELDED} | {
    ord(DROPPED): None,
    ord(BREAK): " ",
    ord(LINE): "\n",
}

_NEWLINE = chr(_SHIFT + ord("\n"))
_LEAD = b"\xee"  # with which U+E000 to U+EFFF begin in UTF-8, and nothing else: found in no time
_PRIVATE = re.compile("[\ue000-\ue1ff]")
_VERBATIM = re.compile(
    r"<(/?)(nowiki|pre|syntaxhighlight|source|math|score|timeline|templatedata|graph|ref|poem)"
    r"(\s[^<>]*?)?(/?)>",
    re.IGNORECASE,
)
# The label begins on the next line: as MediaWiki signs in Moksha.
_BROKEN_LINK = re.compile(r"\[\[[^\[\]{}<>|\n]+\|(\n)[^\[\]{}\n]*\]\]")
_LABEL_BELOW = re.compile(r"\|\n")  # found in half the time that the two characters take
_OPEN_TAG = re.compile(r"<[A-Za-z][^<>\n]*\n")  # found in half the time
# Attributes may go on behind a line break: in HTML it is a space like any other.
_BROKEN_TAG = re.compile(
    r"<(?:div|span|font|p|center|table|t[rdh]|big|small|su[bp]|blockquote|[uod]l|li|d[td]|br|hr)"
    r"(?=\s)[^<>\n]*\n[^<>]{0,500}>",
    re.IGNORECASE,
)
_CALL = re.compile(r"\{\{[^{}\n]*\}\}")  # on one line
_OTHER_CALL = re.compile(r"\{\{(?![^{}\n]*\}\})")
_BRACES = re.compile(rf"{_CALL.pattern}|\{{\{{|\}}\}}")  # or what may be part of another
_LIMIT = 200_000  # a template longer than this is an unclosed brace


def unmask(text: str) -> str:
    """Return masked text as a reader sees it."""
    # to translate looks at each character, which takes fifteen times as long as to look for one
    return text.translate(_UNSHIELD) if holds_masks(text) else text


def holds_lines(text: str) -> bool:
    """Say whether a masked text holds line breaks that were inside pre and its like."""
    return _NEWLINE in text


def holds_masks(text: str) -> bool:
    """Say whether a text holds masked characters, or others of that range."""
    return not text.isascii() and _LEAD in text.encode("utf-8", "surrogatepass")


class Masked(NamedTuple):
    """Wikitext of the same length in which only markup looks like markup.

    ``places``, in order: at least one in each line that has masked characters, and in no other.
    """

    text: str
    places: list[int]


def mask(text: str) -> Masked:
    """Return wikitext masked."""
    if not text.isascii() and _LEAD in text.encode("utf-8", "surrogatepass"):
        text = _PRIVATE.sub("\ufffd", text)  # somebody's own private characters
    places: list[int] = []
    if "<" in text:
        text = _shield_verbatim(_drop_comments(text, places), places)
        if _OPEN_TAG.search(text):
            text = _BROKEN_TAG.sub(_on_one_line, text)
    text = _join_templates(_join_links(text, places), places)
    places.sort()
    return Masked(text, places)


def _on_one_line(tag: re.Match[str]) -> str:
    return tag[0].replace("\n", " ")


def _drop_comments(text: str, places: list[int]) -> str:
    """Replace comments: what stands in one goes, and the lines around it stay lines."""
    pieces: list[str] = []
    done = 0
    start = text.find("<!--") if holds_pair(text, "<!", 0) else -1
    while start >= 0:
        end = text.find("-->", start + 4) + 3
        if end < 3:
            end = len(text)
        places.append(start)
        pieces += [text[done:start], DROPPED * (end - start)]
        done = end
        start = text.find("<!--", end)
    return "".join([*pieces, text[done:]]) if pieces else text


def _shield_verbatim(text: str, places: list[int]) -> str:
    """Shield the inside of nowiki, pre and their like; join the lines of references.

    A tag is closed by the next closing tag of its name; one that is never closed is no tag.
    """
    tags = list(_VERBATIM.finditer(text))
    if not tags:
        return text
    closings: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        if tag[1]:
            closings.setdefault(tag[2].lower(), []).append(number)
    pieces: list[str] = []
    done = 0
    for number, tag in enumerate(tags):
        if tag.start() < done or tag[1]:
            continue
        name = tag[2].lower()
        if tag[4]:
            closing = tag
        else:
            later = closings.get(name, [])
            found = bisect_right(later, number)
            if found == len(later):
                continue
            closing = tags[later[found]]
        begin, end = tag.start(), closing.end()
        shielded = _shielded(text, name, tag, closing)
        if not text.startswith(shielded, begin):
            places.append(begin)
        pieces += [text[done:begin], shielded]
        done = end
    return "".join([*pieces, text[done:]])


def _shielded(text: str, name: str, tag: re.Match[str], closing: re.Match[str]) -> str:
    whole = text[tag.start() : closing.end()]
    if name == "ref":
        return whole.replace("\n", BREAK)
    if name == "poem":
        return whole.replace("\n", LINE)
    if tag is closing:
        return DROPPED * len(whole)
    inside = text[tag.end() : closing.start()].translate(_SHIELD)
    if name == "nowiki":
        return DROPPED * len(tag[0]) + inside + DROPPED * len(closing[0])
    return tag[0].replace("\n", BREAK) + inside + closing[0]


def _join_links(text: str, places: list[int]) -> str:
    """Replace the line break before a link's label."""
    pieces: list[str] = []
    done = 0
    for found in _LABEL_BELOW.finditer(text):
        place = found.start()
        begin = text.rfind("[[", text.rfind("\n", done, place) + 1 or done, place)
        link = _BROKEN_LINK.match(text, begin) if begin >= 0 else None
        if link:
            places.append(place)
            pieces += [text[done : place + 1], BREAK]
            done = place + 2
    return "".join([*pieces, text[done:]]) if pieces else text


def _join_templates(text: str, places: list[int]) -> str:
    """Replace the line breaks inside templates, so that each is on one line."""
    pieces: list[str] = []
    done = 0
    call = _OTHER_CALL.search(text)
    while call:
        start, end = _nested(text, call.start())
        if end - start <= _LIMIT:
            inside = text[start:end]
            if "\n" in inside:
                places.append(start)
                pieces += [text[done:start], inside.replace("\n", BREAK)]
                done = end
        call = _OTHER_CALL.search(text, end)
    return "".join([*pieces, text[done:]]) if pieces else text


def _nested(text: str, start: int) -> tuple[int, int]:
    """Return the range of a template that holds others; an empty one at the end of an unclosed."""
    depth = 0
    for match in _BRACES.finditer(text, start):
        braces = match[0]
        if braces == "}}":
            depth -= 1
            if not depth:
                return start, match.end()
        elif match.start() - start > _LIMIT:
            if braces != "{{":
                return match.span()
            start, depth = match.start(), 1
        elif braces == "{{":
            depth += 1
    return len(text), len(text)
