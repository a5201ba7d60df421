"""The page that a start shows: on the screen before all that stands beside it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader import reading
from talkreader.domain.errors import TalkreaderError
from talkreader.ui.document.header import Times
from talkreader.ui.places import FirstPage, Place, find_place
from talkreader.ui.settings import (
    BY_TIME,
    CHINESE_FONT,
    FIRST_LANGUAGE,
    LATIN_FONT,
    LINE,
    MARGIN,
    PEOPLE,
    SHOWN_SCRIPT,
    TIMES,
    TRANSLATIONS,
    WIDTH,
    ZOOM,
    Settings,
)
from talkreader.ui.shown_script import SHOWN

if TYPE_CHECKING:
    from talkreader.store import Library
    from talkreader.ui.main_window.front import Front
    from talkreader.ui.main_window.to_come import ToCome
    from talkreader.ui.panes.reading_pane import ReadingPane


def show_first_page(
    front: Front, library: Library, files: Sequence[Path], to_come: ToCome
) -> FirstPage | None:
    """Paint the page that is to come, if the library has it; else return None.

    What is wrong with it is told when it is opened as any other.
    """
    page_id = _page_of(library, files, to_come)
    if not page_id:
        return None
    try:
        page = reading.open_page(library, page_id, follow=False)
        place = Place(*to_come.place)
        if not (place.comment or to_come.view):
            place = Place.parse(library.notes.position(page.info.key) or "")
    except (KeyError, TalkreaderError):
        return None
    if not page.comments:
        return None  # there is something to say about it
    for _step in front.window.furnish_page():
        front.breathe()
    pane = front.window.reading
    dress(pane, front.settings)
    pane.set_margin(on=front.settings.flag(MARGIN))
    pane.show_page(page, at=find_place(page, place), view=to_come.view)
    pane.update_notes(page.notes)
    front.breathe()
    return FirstPage(page, replace(place, page=page_id))


def dress(pane: ReadingPane, settings: Settings) -> None:
    """Let the pane look as the person wants it, and all headings with it."""
    SHOWN.script = settings.text(SHOWN_SCRIPT)
    pane.set_zoom(settings.number(ZOOM))
    pane.set_type(
        latin=settings.text(LATIN_FONT),
        chinese=settings.text(CHINESE_FONT),
        line=int(settings.text(LINE)),
        width=int(settings.text(WIDTH)),
    )
    pane.set_translations(layout=settings.text(TRANSLATIONS), first=settings.text(FIRST_LANGUAGE))
    pane.set_shown_script(settings.text(SHOWN_SCRIPT))
    pane.set_times(Times(settings.text(TIMES)))
    pane.set_people_in_color(settings.flag(PEOPLE))
    pane.set_by_time(on=settings.flag(BY_TIME))


def _page_of(library: Library, files: Sequence[Path], to_come: ToCome) -> int:
    """Return the page that is to come; 0 when a file must be read first, or holds several."""
    if not files:
        return to_come.place[0]
    known = library.pages.of_file(files[0])
    return known[0] if len(known) == 1 else 0
