"""What the window's tests may ask for: a real library, a real window on it, a sample opened."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.store import Library, open_library
from talkreader.ui.settings import LANGUAGE, Settings


@pytest.fixture(autouse=True)
def _garbage_in_this_thread() -> Iterator[None]:
    """Look for garbage between the tests, in the thread of the widgets: see ui/garbage.py.

    The window of a test is ended first: Qt would else keep it until a later test runs the event
    loop, and style it anew with all that are before it.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.fixture(scope="session", autouse=True)
def _imports_are_no_garbage() -> None:
    """Leave what the imports made out of every search: it is most of all objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of somebody who has changed nothing."""
    settings = Settings(tmp_path / "config")
    settings.keep(LANGUAGE, "en")
    return settings


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> Iterator[Program]:
    """A window with nothing open."""
    made = Program(qapp, library, settings)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 750)  # wider than the screen of the tests: with its panes
    made.open([])
    qtbot.waitExposed(made.window)
    yield made
    made.window.close()
    made.interpreter.use("en")


@pytest.fixture
def reading(program: Program, qtbot: QtBot, seeds: Path) -> Program:
    """The window with the wikitext sample open."""
    with qtbot.waitSignal(program.session.pages.import_finished, timeout=20_000):
        program.opening.open([seeds / "lighthouse-fund.wiki"])
    qtbot.waitUntil(lambda: program.session.pages.page is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program.window.reading.current_comment() is not None)
    return program
