"""Codes: tags with a colour and a definition, as people who code texts keep them in a codebook."""

from __future__ import annotations

import colorsys

from talkreader.domain.note import Color
from talkreader.domain.records import dataclass

HIGHLIGHTS = {
    Color.YELLOW: "#FFD400",
    Color.GREEN: "#5FB236",
    Color.BLUE: "#2EA8E5",
    Color.PINK: "#E56EEE",
    Color.ORANGE: "#F19837",
}
"""The highlight colours as codes have them, and as other programs get them."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a tag means to the person who codes with it.

    ``tag`` is the tag as notes carry it; ``/`` parts the levels of the hierarchy (``plant/leaf``
    stands under ``plant``). ``color`` is ``#rrggbb`` or "" for none; ``definition`` says when to
    use it.
    """

    tag: str
    color: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class CodeUse:
    """A code, how many notes carry its tag, and how many carry it or one below it."""

    code: Code
    notes: int = 0
    with_below: int = 0


def levels(tag: str) -> list[str]:
    """Return a tag with those it stands under, the highest first; odd slashes part nothing."""
    parts = tag.split("/")
    if not all(parts):
        return [tag]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def name_of(tag: str) -> str:
    """Return the last level of a tag: its name without what it stands under."""
    return tag.rpartition("/")[2] if len(levels(tag)) > 1 else tag


def above(tag: str) -> str:
    """Return the tag that a tag stands under, "" at the top."""
    return levels(tag)[-2] if len(levels(tag)) > 1 else ""


def is_under(tag: str, other: str) -> bool:
    """Return True for a tag itself and for all below it."""
    return tag == other or tag.startswith(f"{other}/")


def moved(tag: str, old: str, new: str) -> str:
    """Return a tag as it is called when ``old``, or one above it, is called ``new``."""
    return new + tag[len(old) :] if is_under(tag, old) else tag


def clean_tag(text: str) -> str:
    """Return a tag as a note can carry it: what parts tags in a line of them becomes a space."""
    plain = "".join(" " if sign in ",;\n\t\r\uff0c\uff1b\u3001" else sign for sign in text)
    parts = (" ".join(part.split()) for part in plain.lstrip("# /").split("/"))
    return "/".join(part for part in parts if part)


def nearest_highlight(color: str) -> Color:
    """Return the highlight colour whose hue is nearest to a code's colour (``#rrggbb``)."""
    hue = _hue(color)

    def distance(each: Color) -> float:
        apart = abs(_hue(HIGHLIGHTS[each]) - hue)
        return min(apart, 1 - apart)

    return min(Color, key=distance)


def _hue(color: str) -> float:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[0]
