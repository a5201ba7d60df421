"""What a file of another program brings: what can be used, and what was refused and why."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from talkreader.domain.records import dataclass

T = TypeVar("T")


class Reason(StrEnum):
    """Why something was not taken in."""

    NO_WORDS = "no-words"
    ONE_LANGUAGE = "one-language"
    NO_LANGUAGE = "no-language"
    YOURS_DIFFERS = "yours-differs"


REASONS = {
    Reason.NO_WORDS: "has no words on one side",
    Reason.ONE_LANGUAGE: "is in one language only",
    Reason.NO_LANGUAGE: "does not say its languages",
    Reason.YOURS_DIFFERS: "says something else than yours, which stays",
}
"""The reasons as the command line says them; the window translates them."""


class Refused(NamedTuple):
    """One thing that was not taken in: its number in the file from 1 (0: not known), its words."""

    number: int
    reason: Reason
    words: str = ""


@dataclass(frozen=True, slots=True)
class Incoming(Generic[T]):
    """What a file holds, in its order."""

    items: tuple[T, ...]
    refused: tuple[Refused, ...] = ()

    @classmethod
    def of(cls, found: Iterable[T | Refused]) -> Incoming[T]:
        """Return what was found, parted."""
        items: list[T] = []
        refused: list[Refused] = []
        for each in found:
            if isinstance(each, Refused):
                refused.append(each)
            else:
                items.append(each)
        return cls(tuple(items), tuple(refused))


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it in a library: how many were new, how many were there already."""

    new: int
    same: int
    refused: tuple[Refused, ...] = ()

    def __str__(self) -> str:
        """Return it in words: a line, and one for each refused."""
        head = f"{self.new} new, {self.same} the same, {len(self.refused)} refused"
        return "\n".join(
            [
                head,
                *(
                    f"  {one.number or '–'}: {REASONS[one.reason]}: {one.words}"
                    for one in self.refused
                ),
            ]
        )
