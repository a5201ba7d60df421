"""What the window's tests may ask for: a real library, a real window on it, a sample opened."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.store import Library, open_library
from talkreader.ui.settings import LANGUAGE, Settings

PATIENCE = 120_000
"""Milliseconds that any wait of a test may last: only what never comes fails."""


class PatientBot(QtBot):
    """A bot whose waits are about what happens, and not about how busy the machine is."""

    def waitSignal(self, signal: object, *, timeout: int = 0, **more: Any) -> Any:  # noqa: N802
        if more.get("raising") is not False:  # else it is hoped that the signal does not come
            timeout = max(timeout, PATIENCE)
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = 0, **more: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=max(timeout, PATIENCE), **more)

    def waitUntil(  # noqa: N802
        self, callback: Callable[[], bool | None], *, timeout: int = 0
    ) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget: QWidget, *, timeout: int = 0) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The bot of pytest-qt, with more patience: five seconds are not much on a busy machine."""
    return PatientBot(request)


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
    with qtbot.waitExposed(made.window):
        made.open([])
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
