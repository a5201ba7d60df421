"""A way through pages: the page read now, and those before and after it."""

from __future__ import annotations

from dataclasses import field

from talkreader.domain.records import dataclass
from talkreader.reading import ReadingPage
from talkreader.ui.places import Place


@dataclass(slots=True)
class Trail:
    """Where a person is, and the ways back and forward; every tab has its own.

    ``page`` is what was read when it was left, so that it need not be read again; None: nothing,
    or it has to be read from the library first. ``view`` is how it lay on the screen, in the words
    of the pane that shows it ("" for from the place only).
    """

    place: Place = field(default_factory=Place)
    past: list[Place] = field(default_factory=list)
    future: list[Place] = field(default_factory=list)
    page: ReadingPage | None = None
    view: str = ""

    @property
    def empty(self) -> bool:
        """True when nothing is read on it."""
        return not self.place.page
