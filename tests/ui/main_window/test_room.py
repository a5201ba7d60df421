"""The room for the text: drawers in a narrow window, nothing but the text, Left and Right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.ui.dialogs.pictures import PicturesDialog
from talkreader.ui.settings import LETTERS, Settings
from talkreader.ui.theme import LIGHT


def narrow(program: Program, qtbot: QtBot) -> None:
    program.window.resize(820, 640)
    qtbot.waitUntil(lambda: program.window.docks.are_drawers)


def open_left(program: Program, qtbot: QtBot) -> None:
    program.window.activateWindow()
    program.window.actions_["left_pane"].trigger()
    qtbot.waitUntil(program.window.left.isVisible)


def test_narrow_window_gives_all_its_width_to_the_text(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    window.right.show()

    narrow(reading, qtbot)

    assert window.left.isHidden()
    assert window.right.isHidden()
    qtbot.waitUntil(lambda: window.reading.width() == window.width())


def test_drawer_lies_over_the_text_and_takes_the_keyboard(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    narrow(reading, qtbot)

    open_left(reading, qtbot)

    qtbot.waitUntil(window.sections.tree.hasFocus)
    qtbot.waitUntil(lambda: window.reading.width() == window.width())
    assert window.left.geometry().intersects(window.centralWidget().geometry())


@pytest.mark.parametrize("view", ["side_by_side", "by_time"])
def test_another_view_of_the_page_closes_the_drawer_over_it(
    reading: Program, qtbot: QtBot, view: str
) -> None:
    narrow(reading, qtbot)
    open_left(reading, qtbot)

    reading.window.actions_[view].trigger()

    assert reading.window.left.isHidden()
    qtbot.waitUntil(reading.window.reading.hasFocus)


def test_escape_closes_the_drawer_and_goes_back_to_the_text(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    narrow(reading, qtbot)
    open_left(reading, qtbot)
    qtbot.waitUntil(window.sections.tree.hasFocus)

    qtbot.keyClick(window.sections.tree, Qt.Key.Key_Escape)

    assert window.left.isHidden()
    assert not window.actions_["left_pane"].isChecked()
    qtbot.waitUntil(window.reading.hasFocus)


def test_click_beside_the_drawer_closes_it_and_folds_nothing(
    reading: Program, qtbot: QtBot, qapp: QApplication
) -> None:
    window = reading.window
    narrow(reading, qtbot)
    open_left(reading, qtbot)
    qtbot.waitUntil(lambda: window.left.x() == 0 and window.left.width() > 300)
    beside = window.centralWidget().geometry().center() + QPoint(150, 0)
    under = window.childAt(beside)

    qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(window, beside))

    assert window.left.isHidden()
    assert not any(window.reading.is_folded(n) for n in range(40))


def test_one_drawer_closes_the_other(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    narrow(reading, qtbot)
    open_left(reading, qtbot)

    window.actions_["notes_pane"].trigger()

    assert window.left.isHidden()
    assert window.right.isVisible()


def test_section_picked_in_a_drawer_is_read_without_it(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    narrow(reading, qtbot)
    open_left(reading, qtbot)
    qtbot.waitUntil(window.sections.tree.hasFocus)

    qtbot.keyClick(window.sections.tree, Qt.Key.Key_Down)
    qtbot.keyClick(window.sections.tree, Qt.Key.Key_Return)

    qtbot.waitUntil(window.left.isHidden)


def test_next_hit_is_seen_without_the_drawer(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    narrow(reading, qtbot)
    window.search.field.setText("fund")
    qtbot.waitUntil(window.left.isVisible)

    window.actions_["next_hit"].trigger()

    assert window.left.isHidden()
    assert reading.session.search.at == 0


def test_dialogs_fit_a_small_screen(reading: Program, qtbot: QtBot) -> None:
    window = reading.window  # the screen of the tests has 800 x 800 pixels
    dialog = PicturesDialog(LIGHT, window)
    qtbot.addWidget(dialog)

    assert dialog.width() < QGuiApplication.primaryScreen().availableGeometry().width()


def test_panes_stand_beside_the_text_again_when_there_is_room(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    window.right.show()
    narrow(reading, qtbot)

    window.resize(1280, 800)

    qtbot.waitUntil(lambda: not window.docks.are_drawers)
    assert window.left.isVisible()
    assert window.right.isVisible()
    assert window.left.x() + window.left.width() <= window.centralWidget().x()


def test_window_closed_while_narrow_comes_back_with_its_panes(
    reading: Program, qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    reading.window.right.show()
    narrow(reading, qtbot)
    page = reading.session.pages.page.info.id
    reading.window.close()

    again = Program(qapp, reading.session.library, settings)
    qtbot.addWidget(again.window)
    again.window.resize(1280, 800)
    again.open([])
    with qtbot.waitSignal(again.session.pages.page_opened):
        again.session.pages.open_page(page)

    qtbot.waitUntil(lambda: again.window.left.isVisible() and again.window.right.isVisible())


def test_nothing_but_the_text_is_one_key_and_escape_ends_it(reading: Program, qtbot: QtBot) -> None:
    window = reading.window
    around = [window.menuBar(), window.tools, window.status, window.breadcrumb, window.left]
    window.activateWindow()
    window.reading.setFocus()
    qtbot.waitUntil(window.reading.hasFocus)

    qtbot.keyClick(window.reading, Qt.Key.Key_F8)
    alone = [widget.isVisible() for widget in around]
    qtbot.keyClick(window.reading, Qt.Key.Key_J)
    picked = window.reading.picked_comment()
    qtbot.keyClick(window.reading, Qt.Key.Key_Escape)

    assert alone == [False] * 5
    assert picked is not None
    assert all(widget.isVisible() for widget in around)


def test_search_from_nothing_but_the_text_brings_its_field_back(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    window.activateWindow()
    window.reading.setFocus()
    qtbot.waitUntil(window.reading.hasFocus)
    qtbot.keyClick(window.reading, Qt.Key.Key_F8)

    qtbot.keyClick(window.reading, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(window.search.field.hasFocus)
    assert not window.actions_["only_text"].isChecked()


def test_last_page_closed_brings_the_window_back(reading: Program) -> None:
    reading.window.actions_["only_text"].trigger()

    reading.window.actions_["close_tab"].trigger()

    assert reading.window.menuBar().isVisible()
    assert reading.window.empty.isVisible()


LOW = (480, 320)
"""What a screen of 1366 x 768 leaves for a window when all is shown at twice its size."""


def test_a_low_screen_has_room_for_the_window_whatever_is_open(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window

    window.resize(*LOW)

    qtbot.waitUntil(lambda: (window.width(), window.height()) == LOW)
    window.actions_["close_tab"].trigger()
    assert (window.width(), window.height()) == LOW


def test_what_an_empty_window_says_is_scrolled_to_where_it_has_no_room(
    program: Program, qtbot: QtBot
) -> None:
    window, empty = program.window, program.window.empty
    window.resize(*LOW)
    qtbot.waitUntil(lambda: empty.height() < LOW[1])
    window.activateWindow()
    qtbot.waitUntil(empty.open_button.hasFocus)

    bar = empty.verticalScrollBar()

    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for button in (empty.open_button, empty.sample_button):
        place = button.mapTo(empty.viewport(), button.rect().center())
        assert empty.viewport().rect().contains(place)
    assert empty.horizontalScrollBar().maximum() == 0
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


@pytest.fixture
def first(reading: Program, qtbot: QtBot) -> Program:
    """The page with its first comment, which has replies, picked."""
    reading.window.activateWindow()
    reading.window.reading.setFocus()
    qtbot.waitUntil(reading.window.reading.hasFocus)
    reading.window.reading.move_to(0)
    return reading


def test_left_folds_and_right_unfolds_and_goes_down(first: Program, qtbot: QtBot) -> None:
    pane = first.window.reading

    qtbot.keyClick(pane, Qt.Key.Key_Left)
    folded = pane.is_folded(0)
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    unfolded = not pane.is_folded(0)
    qtbot.keyClick(pane, Qt.Key.Key_Right)

    assert folded
    assert unfolded
    assert first.session.pages.page.comments[pane.picked_comment() or 0].parent == 0


def test_left_goes_up_from_a_comment_without_replies_shown(first: Program, qtbot: QtBot) -> None:
    pane = first.window.reading
    leaf = next(
        c.index
        for c in first.session.pages.page.comments
        if c.parent is not None
        and not any(other.parent == c.index for other in first.session.pages.page.comments)
    )
    pane.move_to(leaf)

    qtbot.keyClick(pane, Qt.Key.Key_Left)

    assert pane.picked_comment() == first.session.pages.page.comments[leaf].parent


def test_among_the_words_left_and_right_move_the_caret(first: Program, qtbot: QtBot) -> None:
    pane = first.window.reading
    at = pane.textCursor().position()
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    word = pane.textCursor().position()

    qtbot.keyClick(pane, Qt.Key.Key_Right)
    right = pane.textCursor().position()
    qtbot.keyClick(pane, Qt.Key.Key_Left)

    assert word > at
    assert (right, pane.textCursor().position()) == (word + 1, word)
    assert not pane.is_folded(0)


def test_without_single_keys_left_and_right_are_the_carets(first: Program, qtbot: QtBot) -> None:
    first.settings.keep(LETTERS, False)
    pane = first.window.reading
    at = pane.textCursor().position()

    qtbot.keyClick(pane, Qt.Key.Key_Right)

    assert pane.textCursor().position() == at + 1


def test_left_and_right_fold_and_walk_in_the_tree_of_sections(first: Program, qtbot: QtBot) -> None:
    tree = first.window.sections.tree
    model = tree.model()
    parent = next(
        model.index(r, 0) for r in range(model.rowCount()) if model.hasChildren(model.index(r, 0))
    )
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    tree.setCurrentIndex(parent)

    qtbot.keyClick(tree, Qt.Key.Key_Right)
    child = tree.currentIndex()
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    up = tree.currentIndex()
    qtbot.keyClick(tree, Qt.Key.Key_Left)

    assert child.parent() == parent
    assert up == parent
    assert not tree.isExpanded(parent)


def test_names_of_the_panes_are_whole_where_the_window_gives_them_their_width(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    bar = window.tabs.tabBar()
    window.resize(900, 700)

    def names_are_cut() -> bool:
        window.resizeDocks([window.left], [100], Qt.Orientation.Horizontal)
        return bar.width() < bar.sizeHint().width()

    qtbot.waitUntil(names_are_cut)
    window.docks._arranged = False

    window.docks.fit()

    qtbot.waitUntil(lambda: bar.width() >= bar.sizeHint().width())
    for name in ("notes_pane", "codebook"):  # another side, another pane below this one
        window.actions_[name].trigger()
        qtbot.waitUntil(lambda: not reading.runner.running)
        window.docks.fit()

    qtbot.waitUntil(lambda: bar.width() >= bar.sizeHint().width())
