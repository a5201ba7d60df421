"""What will be shown as soon as the program is made: its place is in the first picture already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from talkreader.domain.paths import is_there
from talkreader.ui.settings import RESTORE, Settings

SESSION_FILE = "session.json"
"""The tabs that were open the last time, in the library's folder."""


class ToCome(NamedTuple):
    """``page``: probably a page. ``tabs`` are (title, search), ``at`` is the one in front.

    ``place`` is the page in front and the name and occurrence of a comment, as in `Place`;
    ``view`` how it lay on the screen.
    """

    page: bool = False
    tabs: tuple[tuple[str, str], ...] = ()
    at: int = 0
    place: tuple[int, str, int] = (0, "", 0)
    view: str = ""


NOTHING = ToCome()


def what_is_to_come(folder: Path, files: Sequence[Path], settings: Settings) -> ToCome:
    """Return what a start with these files will probably show, nothing when that is not known."""
    if files:
        return ToCome(any(map(is_there, files)))
    if not settings.flag(RESTORE):
        return NOTHING
    try:
        text = (folder / SESSION_FILE).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return NOTHING
    import json

    try:
        found = json.loads(text)
        at = int(found["at"])
        tabs = tuple((str(tab["title"]), str(tab["text"])) for tab in found["tabs"])
        front = found["tabs"][at]
        page, comment, occurrence = front["place"]
        place = int(page), str(comment), int(occurrence)
        return ToCome(bool(page), tabs, at, place, str(front.get("view", "")))
    except (ValueError, KeyError, IndexError, TypeError):
        return NOTHING
