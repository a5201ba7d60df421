"""What a person corrects in a page: an author, a parent, a split, a merge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from talkreader.domain.page import PageKey
from talkreader.domain.records import dataclass


class CorrectionKind(StrEnum):
    """The kinds; `Correction.data` says what each holds."""

    AUTHOR = "author"
    PARENT = "parent"
    SPLIT = "split"
    MERGE = "merge"
    PAIR = "pair"
    UNPAIR = "unpair"

    @property
    def about_translations(self) -> bool:
        """True when it says what translates what, and leaves the discussion as it is."""
        return self in (CorrectionKind.PAIR, CorrectionKind.UNPAIR)


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of a page, the person's own datum.

    ``data`` names its comment by ``comment`` (the name) and ``occurrence`` (among comments of that
    name, from 0). Besides, for AUTHOR: ``author`` (null: the name is not known); for PARENT:
    ``parent`` (a name, "" for the heading) and ``parent_occurrence``; for SPLIT: ``at`` (code
    points into the body: the words before it are somebody else's), ``quote`` (the words from there
    on) and ``author``; MERGE joins the comment to the one before it.

    What a SPLIT made of the words before it has no name in the copy: for it ``comment`` is "" and
    ``split`` the id of that correction; as a parent, ``parent`` is "" and ``parent_split`` the id.

    UNPAIR names words of the comment that nothing translates: ``start``, ``end`` (code points of
    the body), ``quote`` (the words) and ``language``; PAIR has the same, and what translates them
    in ``other``, which names its comment in the same way. Text that is no comment is named "p-" and
    its heading, a heading "h-" and its words. ``created`` is in UTC.
    """

    id: str
    key: PageKey
    kind: CorrectionKind
    data: Mapping[str, Any]
    created: datetime
