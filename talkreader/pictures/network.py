"""Who answers whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from talkreader.domain.said import Said
from talkreader.pictures.picture import Cell, Picture, PictureKind, asked, joined

PEOPLE = 30
"""As many names can be read around a circle; the others are left out and counted."""


def network(said: Sequence[Said]) -> Picture:
    """Return the replies between people: ``row`` answers ``column``, ``count`` times.

    ``rows`` are the people, those with most replies first; a reply to oneself is no line. What
    answers a comment that is not among ``said``, or by nobody known, is left out.
    """
    names = {(one.page, one.index): one.author for one in said}
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Said] = {}
    replies = 0
    for one in said:
        if one.parent is None:
            continue
        replies += 1
        answered = names.get((one.page, one.parent))
        if not one.author or not answered or answered == one.author:
            continue
        counts[one.author, answered] += 1
        first.setdefault((one.author, answered), one)
    degree: Counter[str] = Counter()
    for (who, whom), count in counts.items():
        degree[who] += count
        degree[whom] += count
    people = [name for name, _count in degree.most_common(PEOPLE)]
    shown = set(people)
    cells = [
        Cell(
            who,
            whom,
            count,
            first[who, whom].page,
            first[who, whom].index,
            joined(asked("from", who), asked("reply-to", whom)),
        )
        for (who, whom), count in counts.most_common()
        if who in shown and whom in shown
    ]
    return Picture(
        PictureKind.NETWORK,
        tuple(cells),
        rows=tuple(people),
        total=replies,
        left_out=replies - sum(cell.count for cell in cells),
        more=len(degree) - len(people),
    )
