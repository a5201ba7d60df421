"""How a page lay on the screen, as words: to lay it so again, after a restart too."""

from __future__ import annotations

import json
from dataclasses import dataclass

from talkreader.ui.document.positions import Kind
from talkreader.ui.document.surface import Place


@dataclass(frozen=True, slots=True)
class KeptView:
    """What stands at the top, which comment is the current one, and which are folded."""

    place: Place
    current: int | None
    folded: frozenset[int]

    def text(self) -> str:
        """Return it as words."""
        place = [self.place.kind.value, self.place.index, self.place.beyond, self.place.height]
        return json.dumps([place, self.current, sorted(self.folded)])


def parse_view(text: str, comments: int) -> KeptView | None:
    """Return the view of a page with so many comments; None when the words make no sense for it."""
    try:
        (kind, index, beyond, height), current, folded = json.loads(text)
        place = Place(Kind(kind), int(index), float(beyond), float(height))
        view = KeptView(place, current, frozenset(map(int, folded)))
    except (ValueError, TypeError):
        return None
    named = [number for number in (*view.folded, current) if number is not None]
    sound = all(isinstance(number, int) and 0 <= number < comments for number in named)
    return view if sound and place.index >= 0 else None
