"""Words that have little room: buttons of the results, headings, addresses, numbers in columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont, QImage
from pytestqt.qtbot import QtBot

from talkreader.domain.grammar import parse_query
from talkreader.ui import words
from talkreader.ui.models.hit_delegate import _ends, _layout
from talkreader.ui.panes.results_pane import ResultsPane
from talkreader.ui.panes.sections_pane import SectionsPane
from talkreader.ui.panes.short_label import ShortButton
from talkreader.ui.session import Found, Scope, Wider
from tests.ui.pages import make_page


def test_a_hint_stands_before_what_finds_something(qtbot: QtBot) -> None:
    pane = ResultsPane()
    qtbot.addWidget(pane)
    text = "Form:Ada lamp"
    wider = (Wider("lamp", Scope.LIBRARY, 8, part="Form:Ada"),)

    pane.show_found(Found(text, parse_query(text), wider=wider), "newest")

    hint, nothing = pane.summary.text().split("\n")
    assert "did you mean from:" in hint
    assert nothing.endswith("These find something:")


def test_the_long_name_of_a_saved_search_makes_no_pane_wider_and_is_told_whole(
    qtbot: QtBot,
) -> None:
    pane = ResultsPane()
    qtbot.addWidget(pane)
    name = "Everything that was said about the lamp in the harbour since the autumn"
    before = pane.minimumSizeHint().width()

    pane.set_saved({name: "lamp after:2021"})

    button = pane.others.itemAt(0).widget()
    assert isinstance(button, ShortButton)
    assert pane.minimumSizeHint().width() == before
    assert (button.text(), button.toolTip()) == (name, f"{name}\nlamp after:2021")


def test_words_that_are_cut_end_in_dots(qtbot: QtBot) -> None:
    pictures = []
    for end in ("MMMM", "iiii", "…"):
        text = "Lamp and oil" if end == "…" else f"Lamp and oil in the harbour {end}"
        button = ShortButton(text)
        qtbot.addWidget(button)
        button.resize(110, 30)
        pictures.append(button.grab().toImage())

    assert pictures[0] == pictures[1]  # where they differ there are dots
    assert pictures[0] != pictures[2]


def test_a_heading_of_two_lines_is_shown_on_one() -> None:
    assert words.heading("About the lamp\nand its oil") == "About the lamp and its oil"


def test_an_address_that_is_wider_than_the_list_goes_on_in_the_next_line() -> None:
    address = "https://example.org/wiki/" + "Archiving_" * 12
    layout = _layout(address, QFont(), ())

    ends = _ends(layout, 150, 40)

    assert ends[-1] == len(address)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    assert max(line.naturalTextWidth() for line in lines) <= 150


def test_numbers_of_sections_stand_below_what_is_above_them(qtbot: QtBot) -> None:
    pane = SectionsPane()
    qtbot.addWidget(pane)
    pane.resize(240, 300)
    pane.show()
    page = make_page(12)
    pane.show_sections(page.sections, page.comments)
    pane.tree.setCurrentIndex(QModelIndex())

    head = _right_edge(pane.tree.header().grab().toImage())
    row = _right_edge(pane.tree.viewport().grab().toImage())

    assert abs(head - row) <= 2  # two letters have other edges of their own


def _right_edge(image: QImage) -> int:
    """Return the last column of pixels in which there is ink."""
    for x in reversed(range(image.width() - 2)):
        if any(image.pixelColor(x, y).lightness() < 100 for y in range(2, image.height() - 2)):
            return x
    return -1
