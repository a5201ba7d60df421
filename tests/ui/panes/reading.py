"""What the tests of the reading pane share."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from talkreader.reading import ReadingPage
from talkreader.ui.panes.reading_pane import ReadingPane


def make_pane(qtbot: QtBot) -> ReadingPane:
    """Return a pane on the screen."""
    made = ReadingPane()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def show(qtbot: QtBot, pane: ReadingPane, page: ReadingPage, at: int | None = None) -> None:
    with qtbot.waitSignal(pane.built, timeout=20_000, check_params_cb=None):
        pane.show_page(page, at=at)


def shown_text(pane: ReadingPane) -> str:
    """Return the words that are not folded away."""
    lines, block = [], pane.document().begin()
    while block.isValid():
        if block.isVisible():
            lines.append(block.text())
        block = block.next()
    return "\n".join(lines)


def top_of(pane: ReadingPane, index: int) -> float:
    """Return how far below the top of the screen a comment begins."""
    view = pane._view
    return view.geometry.top(view.places.comment(index)) - pane.verticalScrollBar().value()
