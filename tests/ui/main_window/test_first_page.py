"""The page of a start: painted before the rest of the window is made, and the same one after it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress
from talkreader.store import Library
from talkreader.ui.main_window.first_page import show_first_page
from talkreader.ui.main_window.front import Front
from talkreader.ui.main_window.to_come import SESSION_FILE, what_is_to_come
from talkreader.ui.places import FirstPage
from talkreader.ui.settings import BY_TIME, MARGIN, Settings
from tests.test_ingest import let_rest


class Start:
    """A start up to its first page, and the program made behind it."""

    def __init__(
        self, app: QApplication, library: Library, settings: Settings, files: list[Path]
    ) -> None:
        self.app = app
        self.library = library
        self.settings = settings
        self.files = files
        self.programs: list[Program] = []
        to_come = what_is_to_come(library.folder, files, settings)
        self.front = Front(app, settings, to_come)
        self.front.window.resize(1280, 750)
        self.front.show()
        self.first: FirstPage | None = show_first_page(self.front, library, files, to_come)

    def go_on(self) -> Program:
        """Make the program, and let it open what it was started with."""
        program = Program(self.app, self.library, self.settings, self.front)
        self.programs.append(program)
        program.open(self.files, self.first)
        return program

    def end(self) -> None:
        """Close the window, as at the end of the program."""
        self.front.window.close()
        for program in self.programs:
            program.runner.stop()


Begin = Callable[..., Start]


@pytest.fixture
def page(library: Library, seeds: Path) -> PageInfo:
    """A page that was opened before."""
    report = ingest.import_path(seeds / "lighthouse-fund.wiki", library, Progress())
    return report.pages[0]


@pytest.fixture
def begin(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> Iterator[Begin]:
    """Call it with files to begin as a start with them does."""
    made: list[Start] = []

    def begin(*files: Path) -> Start:
        made.append(Start(qapp, library, settings, list(files)))
        qtbot.addWidget(made[-1].front.window)
        return made[-1]

    yield begin
    for start in made:
        start.end()


def test_a_known_file_is_on_the_screen_before_the_program_is_made(
    begin: Begin, page: PageInfo, seeds: Path
) -> None:
    start = begin(seeds / "lighthouse-fund.wiki")
    pane = start.front.window.reading
    document = pane.document()
    assert start.first.page.info.id == page.id
    assert "lighthouse" in document.toPlainText().casefold()

    program = start.go_on()

    assert program.opening._jobs == [], "the file is not looked at again"
    assert pane.document() is document, "it was built once"
    assert program.session.pages.page is start.first.page
    assert program.session.tabs.count() == 1
    assert not program.session.pages.can_go_back
    assert program.window.sections.tree.model().rowCount() > 0
    assert program.window.windowTitle().startswith("lighthouse-fund.wiki")
    assert program.window.focusWidget() is pane


def test_a_tab_of_the_last_time_is_there_at_once_where_it_was_left(
    begin: Begin, page: PageInfo, seeds: Path, qtbot: QtBot
) -> None:
    before = begin(seeds / "lighthouse-fund.wiki").go_on()
    before.session.pages.jump(9)
    qtbot.waitUntil(lambda: before.window.reading.current_comment() == 9)
    view = before.window.reading.kept_view()
    before.window.close()

    start = begin()
    pane = start.front.window.reading
    qtbot.waitUntil(lambda: pane._view is not None and not pane._view.builder.building)
    document = pane.document()
    assert pane.kept_view() == view

    program = start.go_on()

    assert program.session.pages.page is start.first.page
    assert pane.document() is document
    assert pane.kept_view() == view
    assert pane.current_comment() == 9
    assert program.window.status._at == 9
    assert program.session.tabs.titles() == [("lighthouse-fund.wiki", "")]


def test_a_known_file_beside_the_tabs_of_the_last_time_keeps_its_size_of_letters(
    begin: Begin, page: PageInfo, seeds: Path
) -> None:
    before = begin(seeds / "lighthouse-fund.wiki").go_on()
    size = before.window.reading.document().defaultFont().pointSizeF()
    before.window.close()

    start = begin(seeds / "lighthouse-fund.wiki")
    program = start.go_on()

    assert program.session.pages.page is start.first.page
    assert program.window.reading.document().defaultFont().pointSizeF() == size


def test_notes_and_their_margin_are_in_the_first_picture(
    begin: Begin, page: PageInfo, seeds: Path, settings: Settings
) -> None:
    settings.keep(MARGIN, True)
    before = begin(seeds / "lighthouse-fund.wiki").go_on()
    before.session.notes.add([(0, 0, 5)], Color.BLUE, "first")
    before.window.close()

    start = begin(seeds / "lighthouse-fund.wiki")
    pane = start.front.window.reading
    assert pane.shows_margin()
    width = pane.viewport().width()

    program = start.go_on()
    start.front.breathe()

    assert pane.viewport().width() == width
    assert len(program.session.notes.placed) == 1
    pane.margin.picked.emit(program.session.notes.placed[0].note.id)
    assert program.session.notes.chosen == program.session.notes.placed[0].note.id


def test_a_file_that_was_never_opened_or_has_changed_comes_as_any_other(
    begin: Begin, seeds: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "page.wiki"
    file.write_bytes((seeds / "lighthouse-fund.wiki").read_bytes())
    start = begin(file)
    assert start.first is None

    program = start.go_on()

    with qtbot.waitSignal(program.session.pages.page_opened):
        pass
    assert program.session.pages.page.info.origin.path == str(file)


def test_a_file_with_several_pages_or_without_comments_is_told_of_as_any_other(
    begin: Begin, library: Library, seeds: Path, tmp_path: Path
) -> None:
    several = tmp_path / "pages.zip"
    with zipfile.ZipFile(several, "w") as archive:
        for name in ("lighthouse-fund.wiki", "lighthouse-fund.txt"):
            archive.write(seeds / name, name)
    silent = tmp_path / "silent.txt"
    silent.write_text("Some words that nobody signed.")
    for file in (several, silent):
        let_rest(file)
        ingest.import_path(file, library, Progress())

    assert [len(library.pages.of_file(file)) for file in (several, silent)] == [2, 1]
    assert [begin(file).first for file in (several, silent)] == [None, None]


def test_a_tab_whose_page_is_gone_leaves_what_can_be_opened(begin: Begin, library: Library) -> None:
    (library.folder / SESSION_FILE).write_text(
        '{"version": 1, "at": 0, "tabs": [{"place": [77, "", 0], "past": [], "future": [],'
        ' "view": "", "title": "Talk:Coast", "text": "", "scope": "page"}]}',
        encoding="utf-8",
    )
    start = begin()
    assert start.first is None

    program = start.go_on()
    program.opening.show_what_can_be_opened()

    assert program.window.empty.isVisible()


def test_a_known_page_is_read_from_its_top_as_any_other(
    begin: Begin, page: PageInfo, seeds: Path
) -> None:
    program = begin(seeds / "lighthouse-fund.wiki").go_on()

    assert program.session.pages.trail().place.comment == ""
    assert program.window.status.position.text() == f"{page.comments} comments"


def test_the_page_of_a_start_is_by_time_as_it_was_left(
    begin: Begin, page: PageInfo, seeds: Path, settings: Settings
) -> None:
    settings.keep(BY_TIME, True)
    start = begin(seeds / "lighthouse-fund.wiki")
    assert start.front.window.reading.by_time()
    document = start.front.window.reading.document()

    program = start.go_on()

    assert program.window.reading.document() is document, "it was built once"
    assert program.window.actions_["by_time"].isChecked()
    assert program.window.status._at == program.window.reading.current_comment()


def test_a_known_file_stays_in_front_while_others_beside_it_are_read(
    begin: Begin, page: PageInfo, seeds: Path, qtbot: QtBot
) -> None:
    start = begin(seeds / "lighthouse-fund.wiki", seeds / "lighthouse-fund.txt")
    program = start.go_on()

    qtbot.waitUntil(lambda: len(program.session.library.pages.all()) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)

    assert program.session.pages.page is start.first.page
