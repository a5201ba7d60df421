"""Wikitext made safe for a scanner of lines: what is not markup is masked, character by character.

Offsets stay: every masked character is one private-use character, turned back (or dropped) when
the text is shown. Masked are HTML comments (dropped), the inside of nowiki, pre and their like
(shown as it is), and line breaks inside templates and references (shown as spaces).
"""

from __future__ import annotations

import re

DROPPED = "\ue000"
BREAK = "\ue001"
_SHIFT = 0xE100
_SHIELDED = "".join(map(chr, range(0x21, 0x30))) + ":;<=>?@[\\]^_`{|}~\n"
_SHIELD = {ord(char): chr(_SHIFT + ord(char)) for char in _SHIELDED}
_UNSHIELD = {_SHIFT + ord(char): char for char in _SHIELDED} | {ord(DROPPED): None, ord(BREAK): " "}

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_VERBATIM = re.compile(
    r"<(nowiki|pre|syntaxhighlight|source|math|score|timeline|templatedata|graph)\b([^<>]*?)"
    r"(?:/>|>(.*?)</\1\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_BRACES = re.compile(r"\{\{|\}\}")
_REFERENCE = re.compile(r"<ref\b[^<>]*?(?:/>|>.*?</ref\s*>)", re.DOTALL | re.IGNORECASE)
_LIMIT = 200_000  # a template longer than this is an unclosed brace


def unmask(text: str) -> str:
    """Return masked text as a reader sees it."""
    return text.translate(_UNSHIELD)


def mask(text: str) -> str:
    """Return wikitext of the same length in which only markup looks like markup."""
    if any("\ue000" <= char <= "\ue1ff" for char in text):  # somebody's own private characters
        text = re.sub("[\ue000-\ue1ff]", "\ufffd", text)
    if "<" in text:
        text = _COMMENT.sub(_blank, text)
        text = _VERBATIM.sub(_shield, text)
        text = _REFERENCE.sub(_one_line, text)
    if "{{" in text:
        text = _join_templates(text)
    return text


def _blank(match: re.Match[str]) -> str:
    # what stands in the comment goes; the lines around it stay lines
    return DROPPED * len(match[0])


def _shield(match: re.Match[str]) -> str:
    if match[3] is None:
        return DROPPED * len(match[0])
    inside = match[3].translate(_SHIELD)
    head = match.start(3) - match.start()
    tail = len(match[0]) - head - len(inside)
    if match[1].lower() == "nowiki":
        return DROPPED * head + inside + DROPPED * tail
    whole = match[0]
    return whole[:head].replace("\n", BREAK) + inside + whole[len(whole) - tail :]


def _one_line(match: re.Match[str]) -> str:
    return match[0].replace("\n", BREAK)


def _join_templates(text: str) -> str:
    """Replace the line breaks inside templates, so that each is on one line."""
    depth, start = 0, 0
    pieces: list[str] = []
    done = 0
    for match in _BRACES.finditer(text):
        if match[0] == "{{":
            if depth and match.start() - start > _LIMIT:
                depth = 0
            if not depth:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and match.end() - start <= _LIMIT:
                inside = text[start : match.end()]
                if "\n" in inside:
                    pieces += [text[done:start], inside.replace("\n", BREAK)]
                    done = match.end()
    return "".join([*pieces, text[done:]]) if pieces else text
