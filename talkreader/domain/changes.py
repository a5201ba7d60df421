"""What differs between two copies of one page."""

from __future__ import annotations

from enum import StrEnum

from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class PageChanges:
    """What a newer copy of a page has, and an older one has not, and the other way round.

    ``new`` are indexes of the newer copy, ``gone`` of the older one, both in page order;
    ``edited`` are (older, newer) indexes of comments whose words differ. All others are the same.
    """

    new: tuple[int, ...] = ()
    edited: tuple[tuple[int, int], ...] = ()
    gone: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.edited or self.gone)


class PieceKind(StrEnum):
    """Where some words stand: in both texts, or in one only."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of a comparison of two texts.

    The pieces that are not ADDED are the older text, those not REMOVED the newer one.
    """

    kind: PieceKind
    text: str
