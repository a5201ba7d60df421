"""How a page lay on the screen, as words: to lay it so again, after a restart too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from talkreader.domain.records import dataclass
from talkreader.domain.thread import Comment
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


def moved_view(view: KeptView, old: Sequence[Comment], new: Sequence[Comment]) -> KeptView:
    """Return the view for the same page with other comments: some were split or joined.

    A comment is known by where its first signature stands in the text.
    """
    at = {comment.signatures[0].span: comment.index for comment in new}
    now = {c.index: at[c.signatures[0].span] for c in old if c.signatures[0].span in at}
    place = view.place
    if place.kind is Kind.COMMENT:
        place = replace(place, index=now.get(place.index, min(place.index, len(new) - 1)))
    current = None if view.current is None else now.get(view.current)
    return KeptView(place, current, frozenset(now[index] for index in view.folded if index in now))


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
