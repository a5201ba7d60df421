"""Results of a search that stands, while the notes they are of change; and the rows they take."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.hit import Hit, HitKind
from talkreader.domain.note import Color
from talkreader.ui.models.hit_delegate import fitted
from talkreader.ui.models.roles import Role
from talkreader.ui.session import Scope
from tests.store.pages import make_page
from tests.ui.main_window.test_results import search

Shown = list[tuple[HitKind, int | None]]


def hits(program: Program) -> Shown:
    return [(hit.kind, hit.index) for hit in program.session.search.state.hits]


@pytest.fixture
def noted(reading: Program) -> tuple[Program, str]:
    """The sample with a note on its second comment that has a word of other comments."""
    note = reading.session.notes.add([(1, 0, 5)], Color.YELLOW, "the scanner again")
    return reading, note


def test_a_note_is_listed_behind_the_comment_that_it_is_about(
    noted: tuple[Program, str], qtbot: QtBot
) -> None:
    program, _note = noted
    search(program, qtbot, "scanner")

    shown = hits(program)

    at = shown.index((HitKind.NOTE, 1))
    assert shown[at - 1] == (HitKind.COMMENT, 1)
    assert len(shown) > at + 1  # others stand behind it


@pytest.mark.parametrize("scope", list(Scope))
def test_a_note_that_is_deleted_leaves_the_results_and_undo_brings_it_back(
    noted: tuple[Program, str], qtbot: QtBot, scope: Scope
) -> None:
    program, note = noted
    search(program, qtbot, "scanner", scope)
    before, found = hits(program), program.session.search
    rows = program.window.results

    with qtbot.waitSignal(found.more_found):
        program.session.notes.delete(note)
    assert hits(program) == [one for one in before if one != (HitKind.NOTE, 1)]
    assert rows.summary.text().startswith(f"{len(before) - 1} results")

    with qtbot.waitSignal(found.more_found):
        program.session.notes.undo()
    assert hits(program) == before


def test_the_hit_that_is_shown_stays_the_one_when_notes_before_it_go(
    noted: tuple[Program, str], qtbot: QtBot
) -> None:
    program, note = noted
    search(program, qtbot, "scanner")
    found = program.session.search
    found.previous()  # the last one
    assert found.at == len(found.state.stops) - 1
    here = found.state.hits[found.state.stops[found.at].hit]

    with qtbot.waitSignal(found.more_found):
        program.session.notes.delete(note)

    assert found.at is not None
    assert found.state.hits[found.state.stops[found.at].hit] == here
    current = program.window.results.tree.currentIndex()
    assert current.data(Role.THING) == here


def test_a_search_whose_only_hit_is_deleted_says_that_nothing_is_found(
    reading: Program, qtbot: QtBot
) -> None:
    note = reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "wharfinger")
    search(reading, qtbot, "wharfinger")
    assert len(hits(reading)) == 1

    with qtbot.waitSignal(reading.session.search.counted):
        reading.session.notes.delete(note)
    assert "Nothing found" in reading.window.results.summary.text()
    assert not reading.window.actions_["next_hit"].isEnabled()

    with qtbot.waitSignal(reading.session.search.counted):
        reading.session.notes.undo()
    assert len(hits(reading)) == 1


def test_a_folded_section_of_the_results_stays_so_when_notes_change(
    noted: tuple[Program, str], qtbot: QtBot
) -> None:
    program, note = noted
    search(program, qtbot, "scanner OR fund")
    tree = program.window.results.tree
    last = tree.model().rowCount() - 1
    tree.collapse(tree.model().index(last, 0))

    with qtbot.waitSignal(program.session.search.more_found):
        program.session.notes.delete(note)

    assert not tree.isExpanded(tree.model().index(last, 0))
    assert tree.isExpanded(tree.model().index(0, 0))


def lines_of(hit: Hit, font: QFont, width: int) -> int:
    """Lay the words of a hit out as they are painted, and count the lines."""
    heavy = QTextCharFormat()
    heavy.setFontWeight(QFont.Weight.DemiBold)
    marks = []
    for span in hit.marks:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = span.start, span.end - span.start, heavy
        marks.append(mark)
    words = fitted(hit.snippet.replace("\n", " "), font, width, 3, marks)
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption())
    layout.setFormats(marks)
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    return count


def rows_of(tree: QTreeView, above: QModelIndex) -> list[QModelIndex]:
    model = tree.model()
    rows = [model.index(row, 0, above) for row in range(model.rowCount(above))]
    return [one for row in rows for one in (row, *rows_of(tree, row))]


def test_a_row_has_neither_an_empty_line_nor_one_too_few_at_any_width(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    said = [f"oil {'lamp oil ' * n}end" for n in range(14)]
    program.session.library.pages.save(make_page(said))
    search(program, qtbot, "oil", Scope.LIBRARY)
    tree = program.window.results.tree
    font, line = tree.font(), tree.fontMetrics().lineSpacing() * 6 // 5
    seen = set()

    for width in range(150, 420, 9):
        tree.setFixedWidth(width)
        tree.doItemsLayout()
        for row in rows_of(tree, QModelIndex()):
            hit = row.data(Role.THING)
            if isinstance(hit, Hit):
                rect = tree.visualRect(row)
                wanted = lines_of(hit, font, rect.width() - 8)
                above = row.data(Role.ABOVE) is not None
                assert (rect.height() - 12) // line - 1 - above == wanted
                seen.add(wanted)

    assert seen == {1, 2, 3}
