"""Very long pages come in parts; the scroll bar shows where hits, notes and new comments are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from talkreader.domain.thread import Comment
from talkreader.ui.document import parts
from talkreader.ui.document.parts import TURN, Parts
from talkreader.ui.panes.reading_pane import HitMark, ReadingPane
from tests.ui.pages import make_note, make_page
from tests.ui.panes.reading import make_pane, show, shown_text


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    return make_pane(qtbot)


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts as of a page of many thousand comments, on one of some dozens."""
    monkeypatch.setattr(parts, "WHOLE", 50)
    monkeypatch.setattr(parts, "PART", 30)


def test_a_page_of_usual_length_is_one_part() -> None:
    page = make_page(60)

    assert [part.is_whole for part in Parts(page, by_time=False).parts] == [True]


def test_parts_begin_at_sections_and_lose_nothing(short_parts: None) -> None:
    page = make_page(100, per_section=10)

    found = Parts(page, by_time=False).parts

    items = [item for part in found for item in part.items]
    assert [part.number for part in found] == [0, 1, 2, 3]
    assert sum(isinstance(item, Comment) for item in items) == 100
    assert len(items) == 100 + len(page.prose) + len(page.sections) - 1
    heads = [part.items[0] for part in found[1:]]
    assert [head.heading is not None for head in heads] == [True] * 3


def test_a_section_longer_than_a_part_is_cut_between_threads(short_parts: None) -> None:
    page = make_page(200, per_section=200)

    found = Parts(page, by_time=False).parts

    assert len(found) > 1
    assert [c.index for part in found for c in part.items if isinstance(c, Comment)] == [
        *range(200)
    ]
    assert all(part.items[0].parent is None for part in found[1:])


def test_only_the_part_that_is_read_is_built_and_a_jump_leads_to_another(
    qtbot: QtBot, pane: ReadingPane, short_parts: None
) -> None:
    page = make_page(100, per_section=10)
    show(qtbot, pane, page)

    assert pane._view.places.comment(95) is None
    assert "▼ Part 1 of 4" in shown_text(pane)
    pane.scroll_to_comment(95)
    qtbot.waitUntil(lambda: pane.current_comment() == 95)
    assert pane._view.places.comment(5) is None
    pane.scroll_to_section(1)
    qtbot.waitUntil(lambda: pane.current_section() == 1)


def test_keys_and_links_lead_over_the_edge_of_a_part(
    qtbot: QtBot, pane: ReadingPane, short_parts: None
) -> None:
    show(qtbot, pane, make_page(100, per_section=10), at=29)
    last = max(e.index for e in pane._view.places.entries if e.kind.value == "comment")
    pane.scroll_to_comment(last)

    assert pane.next_comment()
    qtbot.waitUntil(lambda: pane.current_comment() == last + 1)
    links = pane._view.builder.target.links
    pane.anchorClicked.emit(QUrl(f"#{links.index(f'{TURN}0')}"))
    assert pane._view.part.number == 0


def test_hits_and_folds_stay_when_another_part_is_shown(
    qtbot: QtBot, pane: ReadingPane, short_parts: None
) -> None:
    page = make_page(100, per_section=10)
    show(qtbot, pane, page)
    above_hits = {5, page.comments[5].parent, 95, page.comments[95].parent}
    folded = next(c.parent for c in page.comments if c.parent not in {None, *above_hits})
    pane.toggle_fold(folded)
    pane.set_hits([HitMark(5, 0, 4), HitMark(95, 0, 4)])

    pane.show_hit(1)
    qtbot.waitUntil(lambda: pane.current_comment() == 95)
    pane.show_hit(0)
    qtbot.waitUntil(lambda: pane.current_comment() == 5)

    assert pane.is_folded(folded)
    assert set(pane._view.marks.hit()) == {5, 95}


def test_the_scroll_bar_shows_where_notes_new_comments_and_hits_are(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    show(qtbot, pane, make_page(60, per_section=60))
    pane.update_notes([make_note(1, 0, 4)])
    pane.mark_new([30])
    pane.set_hits([HitMark(2, 0, 4), HitMark(58, 0, 4)])
    pane.overview.look()

    notes, new, hits = (list(lane.places) for lane in pane.overview.lanes)
    assert [len(lane) for lane in (notes, new, hits)] == [1, 1, 2]
    assert notes[0] < hits[0] < new[0] < hits[1] < 1
    image = pane.overview.grab().toImage()
    color = pane.overview.lanes[2].color
    x = round(image.width() * 0.85)
    assert color in {image.pixelColor(x, y).name() for y in range(image.height())}


def test_marks_of_a_folded_comment_stand_at_its_fold(qtbot: QtBot, pane: ReadingPane) -> None:
    page = make_page(40, per_section=40)
    show(qtbot, pane, page)
    reply = next(c for c in page.comments if c.parent is not None)
    pane.toggle_fold(reply.parent)
    pane.set_hits([HitMark(reply.index, 0, 4), HitMark(reply.parent, 0, 4)])
    pane.overview.look()

    first, second = pane.overview.lanes[2].places
    assert first == second
