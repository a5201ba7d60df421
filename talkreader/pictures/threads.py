"""How long threads are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from talkreader.domain.said import Said
from talkreader.pictures.picture import Cell, Picture, PictureKind, asked

SHOWN = 500
"""Threads in one picture, the longest ones."""


@dataclass(slots=True)
class _Thread:
    first: Said
    count: int = 0
    depth: int = 0
    last: datetime | None = None


def threads(said: Sequence[Said]) -> Picture:
    """Return a bar per thread, the longest first: a comment that answers nobody, and its replies.

    ``row`` is who began it, ``column`` its section; ``depth`` counts levels from 1. A reply to a
    comment that is not among ``said`` begins a thread.
    """
    found: dict[tuple[int, int], tuple[_Thread, int]] = {}
    whole: list[_Thread] = []
    for one in sorted(said, key=lambda one: (one.page, one.index)):
        above = None if one.parent is None else found.get((one.page, one.parent))
        if above is None:
            thread, depth = _Thread(one), 1
            whole.append(thread)
        else:
            thread, depth = above[0], above[1] + 1
        found[one.page, one.index] = (thread, depth)
        thread.count += 1
        thread.depth = max(thread.depth, depth)
        if one.time is not None and (thread.last is None or one.time > thread.last):
            thread.last = one.time
    whole.sort(key=lambda thread: -thread.count)
    cells = [
        Cell(
            thread.first.author or "",
            thread.first.where or thread.first.title,
            thread.count,
            thread.first.page,
            thread.first.index,
            asked("in", thread.first.where),
            thread.last,
            thread.depth,
        )
        for thread in whole[:SHOWN]
    ]
    return Picture(
        PictureKind.THREADS,
        tuple(cells),
        total=len(said),
        left_out=sum(thread.count for thread in whole[SHOWN:]),
        more=len(whole) - len(cells),
    )
