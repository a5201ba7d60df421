"""What the person does, joined to the library; the panes know nothing of either."""

from talkreader.ui.places import Place, find_place, place_of
from talkreader.ui.scope import Scope
from talkreader.ui.session.found import Found, Stop
from talkreader.ui.session.opening import Opened
from talkreader.ui.session.session import Session
from talkreader.ui.session.widening import Wider

__all__ = [
    "Found",
    "Opened",
    "Place",
    "Scope",
    "Session",
    "Stop",
    "Wider",
    "find_place",
    "place_of",
]
