"""Where cards stand beside a text: each at its words, none over another."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 216
"""Pixels of a card; with the room at both sides, what the text gives up."""
ROOM = 12


def stacked(
    wanted: Sequence[tuple[float, float]], chosen: int | None = None, gap: float = 0.0
) -> list[float]:
    """Return the tops of cards, given as (where it would stand, its height) in order of place.

    The ``chosen`` one stands exactly where it would; those before it make way upwards, those after
    it downwards. Without one, cards make way downwards only.
    """
    tops = [top for top, _height in wanted]
    start = chosen if chosen is not None else 0
    for number in range(start + 1, len(wanted)):
        above = tops[number - 1] + wanted[number - 1][1] + gap
        tops[number] = max(tops[number], above)
    if chosen is None:
        return tops
    # as they would stand without the chosen one, but clear of it
    alone = stacked(wanted[:chosen], None, gap)
    tops[:chosen] = alone
    for number in range(chosen - 1, -1, -1):
        tops[number] = min(tops[number], tops[number + 1] - gap - wanted[number][1])
    return tops
