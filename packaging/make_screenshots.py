"""Make the pictures of the README from the samples, the way a person would come to them.

    .venv/bin/python packaging/make_screenshots.py FOLDER

Writes FOLDER/<what>-<theme>-<width>x<height>.png. Runs without a screen. What a whole dump looks
like (an import under way, its report, results, a profile) is taken of one that
``tests/perf/make_dump.py`` makes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from talkreader.app import Program
from talkreader.domain.grammar import parse_query
from talkreader.domain.importing import Choice
from talkreader.domain.note import Color
from talkreader.store import open_library
from talkreader.ui.main_window.opening_joint import sample_file
from talkreader.ui.scope import Scope
from talkreader.ui.settings import LANGUAGE, SIDE_BY_SIDE, THEME, Settings

SIZES = ((1280, 800), (900, 700))
THEMES = ("light", "dark")
LANGUAGES = ("en", "zh_CN", "zh_TW")
MEGABYTES = "12"
MAKER = Path(__file__).resolve().parents[1] / "tests" / "perf" / "make_dump.py"


def wait_until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the program work until something holds; raise TimeoutError when it never does."""
    loop = QEventLoop()
    steps = QTimer()
    steps.timeout.connect(lambda: loop.quit() if condition() else None)
    steps.start(20)
    late: list[bool] = []
    QTimer.singleShot(int(seconds * 1000), lambda: (late.append(True), loop.quit()))
    loop.exec()
    if late:
        raise TimeoutError(condition)


def wait(milliseconds: int) -> None:
    """Let the program work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Camera:
    """One window in one look, and the pictures of it."""

    def __init__(self, program: Program, folder: Path, look: str) -> None:
        self.program = program
        self.folder = folder
        self.look = look

    def take(self, name: str, dialog: QDialog | None = None) -> None:
        """Write a picture of the window as it is now, or of a dialog."""
        wait(250)
        shown = dialog or self.program.window
        # a page that is being laid is not painted meanwhile, which a picture would show as black
        wait_until(lambda: all(one.updatesEnabled() for one in shown.findChildren(QWidget)))
        shown.grab().save(str(self.folder / f"{name}-{self.look}.png"))

    def tour(self) -> None:
        """Empty, a page, side by side, a search, notes."""
        window, session = self.program.window, self.program.session
        self.take("empty")
        self.program.opening.open_sample()
        wait_until(lambda: session.pages.page is not None)
        wait(600)
        self.take("page")
        self._notes()
        self._search("封禁")
        self._side_by_side()
        window.close()

    def tour_of_dump(self, dump: Path) -> None:
        """An import under way, its report, the results of a search, and a profile."""
        window, session = self.program.window, self.program.session
        job = session.imports.start([dump], Choice())
        ended: list[object] = []
        if job is not None:
            job.ended.connect(lambda: ended.append(job))
        wait_until(lambda: window.status.bar.value() > 0 and session.pages.page is not None, 120)
        self.take("import-running")
        wait_until(lambda: bool(ended), 600)
        wait(600)
        self.take("imported")
        self.program.importing.show_reports()
        report = self._dialog()
        self.take("report", report)
        report.close()
        newest = session.library.search(parse_query("lang:zh"))
        word = newest[0].snippet[:2]
        window.search.scope.setCurrentIndex(window.search.scope.findData(Scope.LIBRARY))
        window.search.field.setText(f"{word} after:2006")
        wait_until(lambda: not window.results.head.facets.isHidden(), 60)
        session.search.next()
        wait(1000)
        self.take("results")
        busiest = session.library.facets(parse_query(word)).authors[0].value
        profile = self.program.profiles.open(busiest)
        wait(2500)
        self.take("profile", profile)
        profile.close()
        window.search.field.setText("after:yesterday lamp")
        wait(1000)
        self.take("mistake")
        window.close()

    def _dialog(self) -> QDialog:
        """Return the dialog that is open."""
        return next(d for d in self.program.window.findChildren(QDialog) if d.isVisible())

    def _notes(self) -> None:
        window, session = self.program.window, self.program.session
        page = session.pages.page
        if page is None:
            return
        remarks = ("Compare with the minutes of May.", "", "这里的译文与原文不一致。")
        tags = (("minutes", "fund"), ("fund",), ("翻译",))
        quotes = ("The spring round opens on Monday.", "Two questions:", "See the rules")
        written = zip(Color, quotes, remarks, tags, strict=False)
        for number, (color, quote, remark, labels) in enumerate(written):
            start = page.comments[number].body.text.index(quote)
            note = session.notes.add(((number, start, start + len(quote)),), color, remark)
            session.notes.edit(note, tags=labels)
        window.right.show()
        window.reading.scroll_to_comment(0)
        self.take("notes")
        window.notes.edit_note(session.notes.placed[0].note.id)
        self.take("note-edited")
        window.notes.finish_editing()
        window.right.hide()

    def _search(self, words: str) -> None:
        window, session = self.program.window, self.program.session
        window.search.field.setText(words)
        wait_until(lambda: session.search.state.text == words)
        session.search.next()
        self.take("search")
        window.search.field.clear()

    def _side_by_side(self) -> None:
        window, session = self.program.window, self.program.session
        window.actions_["side_by_side"].setChecked(True)
        wait_until(session.pages.has_pairs, 120)
        wait(500)
        page = session.pages.page
        if page is not None and page.pairs and page.pairs[0].source is not None:
            window.reading.scroll_to_comment(page.pairs[0].source.comment or 0)
        self.take("side-by-side")
        self.program.settings.keep(SIDE_BY_SIDE, False)


def main(arguments: Sequence[str]) -> int:
    """Take all the pictures; return 2 for wrong use."""
    if len(arguments) != 1 or sample_file() is None:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    looks = [(theme, size, "en") for theme in THEMES for size in SIZES]
    looks += [("light", SIZES[0], language) for language in LANGUAGES[1:]]
    with tempfile.TemporaryDirectory() as place:
        dump = Path(place) / "examplewiki-pages-meta-current.xml.bz2"
        subprocess.run([sys.executable, MAKER, dump, MEGABYTES], check=True)
        for theme, size, language in looks:
            look = f"{theme}-{size[0]}x{size[1]}" + ("" if language == "en" else f"-{language}")
            for name in ("page", "dump"):
                home = Path(place) / look / name
                settings = Settings(home)
                settings.keep(THEME, theme)
                settings.keep(LANGUAGE, language)
                with open_library(home / "library") as library:
                    program = Program(app, library, settings)
                    program.window.resize(*size)
                    program.open([])
                    camera = Camera(program, folder, look)
                    camera.tour() if name == "page" else camera.tour_of_dump(dump)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
