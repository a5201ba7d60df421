"""Which comment of a page a note can be about, surest first.

A comment's name (author and minute) is the same in every copy that kept both. A plain-text copy
can lose the author or show another name, so the same minute is next; a copy made in a browser can
have its times in the reader's zone, so then comes the same author some quarters of an hour away;
last the same author at any time. The further down, the more the quote itself has to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from talkreader.anchoring.normalise import Normaliser, is_han
from talkreader.anchoring.page import AnchorComment, AnchorPage
from talkreader.domain.note import Target

_MINUTE = "%Y%m%d%H%M%S"
_QUARTER = timedelta(minutes=15)
_FARTHEST_ZONES = timedelta(hours=26)  # UTC-12 to UTC+14


class Trust(IntEnum):
    """Why a comment may be the one, surest first."""

    NAME = 0
    MINUTE_NAME_LOST = 1
    MINUTE = 2
    ZONE = 3
    AUTHOR = 4


@dataclass(frozen=True, slots=True)
class Rung:
    """Comments that may be the one for the same reason, in page order."""

    trust: Trust
    comments: Sequence[AnchorComment]


class CommentIndex:
    """The comments of one page by name, minute and author."""

    def __init__(self, page: AnchorPage, normaliser: Normaliser) -> None:
        self._normaliser = normaliser
        self._by_person: dict[str, list[AnchorComment]] = {}
        self._by_name: dict[str, list[AnchorComment]] = defaultdict(list)
        self._by_minute: dict[str, list[AnchorComment]] = defaultdict(list)
        self._by_author: dict[str, list[AnchorComment]] = defaultdict(list)
        for comment in page.comments:
            author, minute = name_parts(comment.name)
            self._by_name[comment.name].append(comment)
            self._by_minute[minute].append(comment)
            self._by_author[author].append(comment)

    def named(self, target: Target) -> Rung:
        """Return the comments with the target's very name."""
        return Rung(Trust.NAME, self._by_name.get(target.comment, ()))

    def rungs(self, target: Target) -> list[Rung]:
        """Return the comments that may be the target's, by falling trust.

        A comment that still bears a whole name settles the question: if the words are no longer in
        it they were deleted, and the same person's other comments are not asked.
        """
        named = self.named(target)
        author, minute = name_parts(target.comment)
        people = self._of(author)
        if not named.comments and author and minute:
            named = Rung(
                Trust.NAME, [each for each in people if name_parts(each.name)[1] == minute]
            )
        if named.comments and author and minute:
            return [named]
        same_minute = self._by_minute.get(minute, ()) if minute else ()
        lost = [each for each in same_minute if not (author and name_parts(each.name)[0])]
        other = [each for each in same_minute if author and name_parts(each.name)[0]]
        same_author = [each for each in people if each.name != target.comment]
        shifted = [each for each in same_author if _is_shifted(minute, name_parts(each.name)[1])]
        return [
            named,
            Rung(Trust.MINUTE_NAME_LOST, [each for each in lost if each.name != target.comment]),
            Rung(Trust.MINUTE, other),
            Rung(Trust.ZONE, shifted),
            Rung(Trust.AUTHOR, [each for each in same_author if each not in shifted]),
        ]

    def _of(self, author: str) -> Sequence[AnchorComment]:
        """Return the comments of somebody; a copy may write a name in another way.

        Chinese names in the other script; and a wiki's user names begin with a capital, which a
        signature's label need not.
        """
        if not author:
            return ()
        if not self._by_person:
            for name, comments in self._by_author.items():
                self._by_person.setdefault(self._plain(name), []).extend(comments)
        return self._by_person.get(self._plain(author), ())

    def _plain(self, author: str) -> str:
        folded = self._normaliser.fold(author, script=True).text if is_han(author) else author
        return folded[:1].upper() + folded[1:]


def name_parts(name: str) -> tuple[str, str]:
    """Return the author (with "_") and the minute of a comment's name, "" where it has none."""
    author, _dash, minute = name.removeprefix("c-").rpartition("-")
    return author, minute


def _is_shifted(first: str, second: str) -> bool:
    """Tell whether two times can be one, told in two zones: they are whole quarters apart."""
    try:
        one, other = (
            datetime.strptime(each, _MINUTE).replace(tzinfo=UTC) for each in (first, second)
        )
    except ValueError:
        return False
    apart = abs(one - other)
    return apart <= _FARTHEST_ZONES and not apart % _QUARTER
