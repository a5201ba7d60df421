"""Codes: tags that a person has put into a hierarchy, with a colour and a definition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a tag means to the person who codes with it.

    ``tag`` is the tag as notes carry it; ``parent`` the tag it stands under, "" at the top;
    ``color`` is ``#rrggbb`` or "" for none; ``definition`` says when to use it.
    """

    tag: str
    parent: str = ""
    color: str = ""
    definition: str = ""
