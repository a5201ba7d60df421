"""Codes: tags with a colour and a definition, as people who code texts keep them in a codebook."""

from __future__ import annotations

from dataclasses import dataclass


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


def levels(tag: str) -> list[str]:
    """Return a tag with those it stands under, the highest first; odd slashes part nothing."""
    parts = tag.split("/")
    if not all(parts):
        return [tag]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]
