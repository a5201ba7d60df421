"""Drives the workflows of a reader on the real window, and takes a picture of every step.

Keys and the mouse come from xdotool, through an X server of its own, as from a person. Each step
says whether what should be on the screen is there; the pictures are for looking at.

    .venv/bin/python tests/perf/drive_workflows.py FOLDER [light|dark|sepia] [en|zh_CN|zh_TW]

Needs the Debian packages xvfb, xdotool and openbox (without a window manager, nobody gives the
focus back when a dialog closes). Exit status 1: a step did not lead where it should.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import perf_counter, sleep

from bench_start import ROOT, x_server

SEEDS = ROOT / "seeds"
SAMPLE = SEEDS / "lighthouse-fund.wiki"
TITLED = SEEDS / "lighthouse-fund.xml"
NEW = """
== A section of the newer copy ==
This stands only in the newer copy. [[User:Mira Holt|Mira Holt]] 09:15, 1 June 2023 (UTC)
: So does this. [[User:Tobias Fenn|Tobias Fenn]] 10:20, 1 June 2023 (UTC)
"""


class Driver:
    """A person at the keyboard: presses, types, clicks, looks.

    It lives in a thread of its own, for the window must go on while a dialog has its own loop;
    ``inside`` does something in the thread of the window and returns what came of it.
    """

    def __init__(
        self, program: object, folder: Path, inside: Callable[[Callable[[], object]], object]
    ) -> None:
        self.program = program
        self.folder = folder
        self.inside = inside
        self.number = 0
        self.failed: list[str] = []

    def wait(self, milliseconds: int = 120) -> None:
        """Let the program work."""
        sleep(milliseconds / 1000)

    def until(self, holds: Callable[[], object], seconds: float = 8.0) -> bool:
        """Let the program work until something holds; False when it never did."""
        limit = perf_counter() + seconds
        while perf_counter() < limit:
            if self.inside(holds):
                return True
            self.wait(20)
        return False

    def tool(self, *words: str) -> None:
        """Run xdotool."""
        subprocess.run(["xdotool", *words], check=True)
        self.wait()

    def keys(self, *keys: str) -> None:
        """Press keys, by their X names."""
        for key in keys:
            self.tool("key", "--delay", "30", key)

    def type(self, text: str) -> None:
        """Type a text."""
        self.tool("type", "--delay", "25", text)

    def click(self, widget: object, x: int, y: int, button: int = 1) -> None:
        """Click a point of a widget."""
        from PySide6.QtCore import QPoint

        at = self.inside(lambda: widget.mapToGlobal(QPoint(x, y)))
        self.tool("mousemove", str(at.x()), str(at.y()), "click", str(button))

    def look(self, name: str, holds: Callable[[], object], seconds: float = 8.0) -> None:
        """Wait for what should be there, take a picture of the screen, and say how long it took."""
        from PySide6.QtGui import QGuiApplication

        began = perf_counter()
        there = self.until(holds, seconds)
        took = (perf_counter() - began) * 1000
        self.wait(250)
        self.number += 1
        file = self.folder / f"{self.number:02d}-{name}.png"
        screen = QGuiApplication.primaryScreen()
        self.inside(lambda: screen.grabWindow(0).save(str(file)))
        print(f"{'ok  ' if there else 'FAIL'} {took:7.0f} ms  {file.name}", flush=True)
        if not there:
            self.failed.append(name)


def open_and_read(driver: Driver) -> None:
    """1. Open → reading, without a dialog in between; the second time at the same place."""
    program = driver.program
    pages, reading = program.session.pages, program.window.reading
    driver.look("1-empty-window", program.window.isVisible)
    driver.keys("ctrl+o")
    driver.wait(400)
    driver.type(str(SAMPLE))
    driver.look("1-open-dialog", lambda: _dialog(driver) is not None)
    driver.keys("Return")
    driver.look("1-reading", lambda: pages.page is not None and reading.hasFocus())
    driver.keys("j", "j", "j", "j", "shift+j", "j")
    driver.look("1-moved-on", lambda: (reading.picked_comment() or 0) > 4 and _says_where(driver))
    at = driver.inside(reading.current_comment)
    driver.keys("ctrl+w")
    driver.look("1-closed", lambda: pages.page is None)
    driver.keys("ctrl+r")
    driver.wait(200)
    driver.keys("Return")
    driver.look("1-second-time", lambda: pages.page and reading.current_comment() == at)


def who_said_what(driver: Driver) -> None:
    """2. Everything X said about Y."""
    search = driver.program.session.search
    driver.keys("ctrl+l")
    driver.type('from:"Ana Brook" library')
    driver.look("2-found", lambda: _all_by(search.state.hits, "Ana Brook"))
    driver.keys("Return")
    driver.keys("F3")
    driver.look("2-next-hit", lambda: search.at is not None)
    driver.keys("Escape", "Escape")
    driver.keys("ctrl+k")
    driver.type("tobias")
    driver.look("2-go-to-person", lambda: _dialog(driver) is not None)
    driver.keys("Return")
    driver.look("2-what-they-said", lambda: _all_by(search.state.hits, "Tobias Fenn"))
    driver.keys("ctrl+l")
    driver.keys("Escape", "Escape")


def annotate_and_export(driver: Driver) -> None:
    """3. Select, highlight, write, tag, undo and redo, export: without a mouse."""
    notes, window = driver.program.session.notes, driver.program.window
    driver.inside(window.reading.setFocus)
    driver.keys("j")
    driver.keys("shift+Right", "shift+ctrl+Right", "shift+ctrl+Right", "shift+ctrl+Right", "h")
    driver.look("3-highlighted", lambda: len(notes.placed) == 1)
    driver.keys("2")
    driver.keys("a")
    driver.wait(300)
    driver.type("Compare with the minutes.")
    driver.look("3-writing", lambda: _is_written("minutes"))
    driver.keys("Escape")
    driver.look("3-written", lambda: notes.placed and "minutes" in notes.placed[0].note.text)
    driver.keys("ctrl+z")
    driver.look("3-undone", lambda: not notes.placed or "minutes" not in notes.placed[0].note.text)
    driver.keys("ctrl+shift+z")
    driver.look("3-redone", lambda: notes.placed and "minutes" in notes.placed[0].note.text)
    driver.keys("ctrl+shift+e")
    driver.look("3-export", lambda: _dialog(driver) is not None)
    driver.keys("Escape")


def side_by_side(driver: Driver) -> None:
    """4. English with Chinese beside it."""
    pages, window = driver.program.session.pages, driver.program.window
    driver.inside(window.reading.setFocus)
    driver.keys("ctrl+e")
    driver.look("4-side-by-side", lambda: pages.page.pairs and window.reading.side_by_side(), 90)
    driver.keys("ctrl+e")
    driver.look("4-one-column", lambda: not window.reading.side_by_side())


def many_files(driver: Driver, folder: Path) -> None:
    """5. A folder: readable while it comes in, found in the library afterwards."""
    program = driver.program
    for number, file in enumerate(sorted(SEEDS.glob("lighthouse-fund.*"))):
        shutil.copy(file, folder / f"{number}{file.suffix}")
    driver.inside(lambda: program.window.dropped.emit([str(folder)]))
    driver.look("5-imported", lambda: len(program.window.library.listed) >= 3, 40)
    driver.keys("ctrl+shift+f")
    driver.type("封禁")
    driver.look("5-library-search", lambda: program.session.search.state.hits)
    driver.keys("Escape", "Escape")
    bar = program.window.library.list
    driver.inside(lambda: program.window.show_tab(program.window.library))
    driver.wait(200)
    driver.click(bar.viewport(), 60, 70, button=2)
    driver.look("5-in-a-new-tab", lambda: program.session.tabs.count() == 2)
    driver.keys("ctrl+Prior")
    driver.look("5-back-in-the-first-tab", lambda: program.session.tabs.at == 0)
    driver.keys("ctrl+shift+d")
    driver.look("5-pictures", lambda: _dialog(driver) is not None)
    driver.keys("Escape")


def _tells_of_news(driver: Driver, count: int) -> bool:
    """Say whether a message tells of so many new comments, in any language."""
    window, fresh = driver.program.window, driver.program.session.seeing.fresh
    return len(fresh) == count and str(count) in re.findall(r"\d+", window.message.text())


def newer_copy(driver: Driver, folder: Path) -> None:
    """6. A newer copy of a page that is known: what is new, and where the notes are."""
    program = driver.program
    newer = folder / TITLED.name
    text = TITLED.read_text("utf-8")
    newer.write_text(text.replace("</text>", f"{NEW}</text>"), encoding="utf-8")
    window = program.window
    driver.inside(lambda: program.opening.open([newer]))
    driver.look("6-newer-copy", lambda: _tells_of_news(driver, 2), 20)
    driver.inside(window.reading.setFocus)
    driver.keys("d")
    driver.look("6-changes", lambda: _shows_words(driver, "only in the newer copy"))
    driver.keys("Escape")
    driver.inside(window.reading.setFocus)
    driver.keys("v")
    driver.look("6-versions", lambda: _shows_words(driver, "only in the newer copy"))
    driver.keys("Escape")
    driver.keys("ctrl+comma")
    driver.look("6-settings", lambda: _dialog(driver) is not None)
    driver.keys("Escape")
    driver.keys("F1")
    driver.look("6-keys", lambda: _dialog(driver) is not None)
    driver.keys("Escape")
    driver.keys("ctrl+shift+p")
    driver.type("full")
    driver.look("6-commands", lambda: _dialog(driver) is not None)
    driver.keys("Escape")


def room_for_the_text(driver: Driver) -> None:
    """7. Nothing but the text, and drawers in a narrow window: all by keys."""
    window = driver.program.window
    around = (window.menuBar(), window.tools, window.status, window.left)
    driver.inside(window.reading.setFocus)
    driver.keys("F8")
    driver.look("7-only-the-text", lambda: not any(part.isVisible() for part in around))
    driver.keys("Escape")
    driver.look("7-all-is-back", lambda: all(part.isVisible() for part in around))
    driver.inside(lambda: window.resize(820, 700))
    driver.look("7-narrow", lambda: window.reading.width() == window.width())
    driver.keys("F9")
    driver.look("7-drawer", lambda: window.left.isVisible() and not window.reading.hasFocus())
    driver.keys("Escape")
    driver.look("7-closed", lambda: not window.left.isVisible() and window.reading.hasFocus())
    driver.inside(lambda: window.reading.move_to(0))
    driver.keys("Left")
    driver.look("7-folded", lambda: window.reading.is_folded(0))
    driver.keys("Right")
    driver.look("7-unfolded", lambda: not window.reading.is_folded(0))


def _says_where(driver: Driver) -> bool:
    """Whether tree and line above the page name the section one is in."""
    window = driver.program.window
    name = window.sections.tree.currentIndex().data()
    return bool(name) and window.breadcrumb.accessibleName().endswith(name)


def _all_by(hits: Sequence[object], name: str) -> bool:
    return bool(hits) and all(hit.author == name for hit in hits)


def _is_written(word: str) -> bool:
    """Whether somebody has a field with this word in front of them."""
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    field = QApplication.focusWidget()
    return isinstance(field, QPlainTextEdit) and word in field.toPlainText()


def _shows_words(driver: Driver, words: str) -> bool:
    return words in getattr(getattr(_dialog(driver), "words", None), "toPlainText", str)()


def _dialog(driver: Driver) -> object:
    from PySide6.QtWidgets import QApplication, QDialog

    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    return next((one for one in shown if one.isVisible()), None)


def _all(driver: Driver, place: Path) -> None:
    """Go through all of them, and close the window at the end, whatever happens."""
    copies, newer = place / "copies", place / "newer"
    copies.mkdir()
    newer.mkdir()
    try:
        open_and_read(driver)
        who_said_what(driver)
        annotate_and_export(driver)
        side_by_side(driver)
        many_files(driver, copies)
        newer_copy(driver, newer)
        room_for_the_text(driver)
    except BaseException as error:
        driver.failed.append(repr(error))
        raise
    finally:
        from PySide6.QtWidgets import QApplication

        driver.inside(lambda: (driver.program.window.close(), QApplication.exit(0)))


def _inside(owner: object) -> Callable[[Callable[[], object]], object]:
    """Return what does something in this thread for another one, and waits for it."""
    from PySide6.QtCore import QObject, Qt, Signal

    class Hand(QObject):
        asked = Signal(object, object)

    hand = Hand(owner)
    hand.asked.connect(lambda act, answers: answers.put(act()), Qt.ConnectionType.QueuedConnection)

    def inside(act: Callable[[], object]) -> object:
        answers: SimpleQueue[object] = SimpleQueue()
        hand.asked.emit(act, answers)
        return answers.get(timeout=120)

    return inside


def drive(folder: Path, theme: str, language: str) -> int:
    """Go through all of them; return 1 when a step failed."""
    sys.path.insert(0, str(ROOT))
    from talkreader.app import Program
    from talkreader.start import make_application
    from talkreader.store import open_library
    from talkreader.ui.settings import LANGUAGE, THEME, Settings

    app = make_application()
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place))
        settings.keep(THEME, theme)
        settings.keep(LANGUAGE, language)
        with open_library(Path(place) / "library") as library:
            program = Program(app, library, settings)
            program.window.resize(1280, 800)
            program.open([])
            program.window.move(0, 0)
            program.window.activateWindow()
            inside = _inside(program.window)
            driver = Driver(program, folder, inside)
            person = Thread(target=_all, args=(driver, Path(place)), daemon=True)
            person.start()
            app.exec()
            program.runner.stop()
    print(f"{driver.number} steps, {len(driver.failed)} failed: {', '.join(driver.failed) or '-'}")
    return 1 if driver.failed else 0


def main(arguments: Sequence[str]) -> int:
    """Return the exit status; 2 for wrong use, or when there is no X server to be had."""
    usable = arguments and not arguments[0].startswith("-")
    if not usable or not all(shutil.which(tool) for tool in ("xdotool", "openbox")):
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    theme = arguments[1] if len(arguments) > 1 else "light"
    language = arguments[2] if len(arguments) > 2 else "en"
    with x_server() as display:
        if not display:
            print(__doc__)
            return 2
        os.environ.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
        with subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL) as manager:
            try:
                return drive(folder, theme, language)
            finally:
                manager.terminate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
