"""Joins opening: files, pasted text, the sample, what was opened before, and imports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from talkreader.domain.importing import Choice
from talkreader.domain.page import PageInfo
from talkreader.domain.paths import is_folder, is_there
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.domain.resources import resource
from talkreader.ui import import_words, words
from talkreader.ui.jobs import Job, Lane
from talkreader.ui.main_window.first_of_many import FirstOfMany
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Opened, Session
from talkreader.ui.session.rereading import REREAD
from talkreader.ui.settings import LAST_FOLDER, LIBRARY_ORDER, RECENT, Settings

if TYPE_CHECKING:
    from talkreader.domain.importing import ImportReport
    from talkreader.store import RecentFile
    from talkreader.store.pages.listing import PageList

PAUSE = 250
"""Milliseconds between two looks at the pages of the library, at least."""
SHARE = 10
"""Reading the list of pages may take one part in so many of the time while it changes."""
SOME = 20
"""Files of a folder that are read without a question; of more the person says which."""
NOTES = (".talknotes", ".jsonld")
"""Endings of files with notes: no pages are in them."""
SHOWN = 12
"""Entries in the list of what was opened before."""


class OpeningJoint(QObject):
    """What leads to an import or to a page, and what an import says.

    ``many_wanted`` carries folders with more files than can be opened one by one, ``notes_wanted``
    the path of a file with notes of another library.
    """

    many_wanted = Signal(object)
    notes_wanted = Signal(object)
    _shown: Job | None = None
    _last: ProgressReport | None = None

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._jobs: list[Job] = []
        self._to_remember: PageInfo | None = None
        self._first = FirstOfMany(session, self)
        actions = window.actions_
        actions["open"].triggered.connect(self.ask)
        actions["paste_page"].triggered.connect(self.paste)
        actions["sample"].triggered.connect(self.open_sample)
        actions["cancel"].triggered.connect(self.cancel)
        actions["cancel"].setEnabled(False)
        window.empty.open_wanted.connect(self.ask)
        window.empty.sample_wanted.connect(self.open_sample)
        window.dropped.connect(lambda paths: self.open([Path(path) for path in paths]))
        window.text_dropped.connect(session.pages.open_text)
        window.status.cancel_wanted.connect(self.cancel)
        window.library.page_picked.connect(session.pages.open_page)
        window.library.show_order(settings.text(LIBRARY_ORDER))
        window.library.sorted_by.connect(self._sort)
        window.menus.recent_about_to_show.connect(self._fill_recent)
        window.menus.recent_wanted.connect(self._open_recent)
        window.empty.recent_wanted.connect(self._open_recent)
        session.pages.page_closed.connect(self._show_recent)
        window.menus.set_recent([])
        session.failed.connect(self.show_trouble)
        session.pages.import_started.connect(self._begin)
        session.imports.started.connect(self._begin)
        session.pages.import_finished.connect(self._finish)
        self._listing: Job | None = None
        self._began = 0.0
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(0)
        self._refresh.timeout.connect(self.refresh_library)
        session.pages.pages_changed.connect(self._refresh_soon)
        session.pages.page_opened.connect(self._remember_soon)
        window.closing.connect(self._remember)
        window.status.show_library(session.library.folder, writable=session.library.writable)

    def open(self, paths: Sequence[Path], *, show: bool = True) -> None:
        """Open files; folders stand for the files in them. Without ``show`` they are only read."""
        for path in paths:
            if path.suffix.lower() in NOTES:
                self.notes_wanted.emit(path)
        paths = [path for path in paths if path.suffix.lower() not in NOTES]
        if not paths:
            self._drop_fresh_tab()
            return
        if any(map(is_folder, paths)):
            from talkreader import ingest

            if ingest.are_more_than(paths, SOME):
                self.many_wanted.emit(paths)
            elif ingest.are_more_than(paths, 0):
                self._window.message.dismiss()
                job = self._session.imports.start(paths, Choice())
                if job is not None and show:
                    self._first.want(job)
            else:
                said = self.tr("There are no files in {folder}; choose another folder.")
                self._drop_fresh_tab()
                self._window.message.say(said.format(folder=paths[0]), trouble=True)
            return
        self._window.message.dismiss()
        self._session.pages.open_files(paths, show=show)

    def _drop_fresh_tab(self) -> None:
        """Leave no tab for files that give no page; not while others may give one."""
        if not self._jobs:
            self._session.tabs.drop_fresh()

    def ask(self) -> None:
        """Let the person choose files."""
        from PySide6.QtWidgets import QFileDialog

        folder = self._settings.text(LAST_FOLDER)
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open saved talk pages"), folder
        )
        if chosen:
            self._settings.keep(LAST_FOLDER, str(Path(chosen[0]).parent))
            self.open([Path(name) for name in chosen])

    def paste(self) -> None:
        """Open what is on the clipboard: files, or a copied page."""
        # An empty clipboard gives no data at all, whatever the stubs say.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        data = QMimeData() if data is None else data
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.open(paths)
        elif data.hasText() and data.text().strip():
            self._window.message.dismiss()
            self._session.pages.open_text(data.text())
        else:
            self._window.message.say(
                self.tr("The clipboard holds no text; copy a talk page and paste it here.")
            )

    def open_sample(self) -> None:
        """Open the sample that comes with the program."""
        sample = sample_file()
        if sample is not None:
            self.open([sample])

    def cancel(self) -> None:
        """Stop every import; complete pages stay."""
        for job in self._jobs:
            job.cancel()

    def show_trouble(self, error: Exception) -> None:
        """Say in the message bar what went wrong."""
        self._window.message.say(words.sentence(error), trouble=True)
        self.show_what_can_be_opened()

    def show_what_can_be_opened(self) -> None:
        """Show it while no page is open: none may be coming, or not so soon."""
        if self._session.pages.page is None:
            self._window.show_page_area(on=False)

    def _refresh_soon(self) -> None:
        """Refresh once for many pages: an import tells of each, and the list is read as a whole."""
        if not self._refresh.isActive():
            self._refresh.start()

    def refresh_library(self) -> None:
        """Show the pages of the library as they are now, in the order that was chosen."""
        if not self._window.shows_page():
            self._show_recent()
        if self._listing is not None:  # it may have begun before the last page was there
            self._refresh_soon()
            return

        order = self._settings.text(LIBRARY_ORDER)

        def work(progress: Progress) -> object:
            progress.check()
            return self._session.library.pages.listed(order)

        self._began = perf_counter()
        self._listing = Job(work)
        self._listing.finished.connect(self._list)
        self._listing.failed.connect(self.show_trouble)
        # methods, which Qt forgets with the window: the job may end after it
        self._listing.ended.connect(self._listed)
        self._session.runner.start(self._listing)

    def _sort(self, order: str) -> None:
        self._settings.keep(LIBRARY_ORDER, order)
        self.refresh_library()

    def _list(self, listed: PageList) -> None:
        self._window.library.show_pages(listed, self._session.library.pages.some)
        page = self._session.pages.page
        if page is not None:
            self._window.library.follow(page.info.id)

    def _listed(self) -> None:
        took = perf_counter() - self._began
        self._listing = None
        self._refresh.setInterval(max(PAUSE, round(took * 1000 * SHARE)))

    def _begin(self, job: Job) -> None:
        self._jobs.append(job)
        job.progressed.connect(lambda report: self._progress(job, report))
        job.ended.connect(lambda: self._end(job))
        # of an import there is more to say
        if job.lane is not Lane.LONG and not job.key.startswith(REREAD):
            job.cancelled.connect(self._say_cancelled)
        self._show_first()
        self._window.actions_["cancel"].setEnabled(True)

    def _show_first(self) -> None:
        """Show the job that lasts in the status bar: a page that is opened shows itself."""
        lasting = [job for job in self._jobs if job.lane is Lane.LONG]
        first = (lasting or self._jobs)[0]
        if first is not self._shown:
            self._shown, self._last = first, None
            self._window.status.begin(self._doing(first), pausable=bool(lasting))
        elif self._last is not None:  # others wait for it now
            self._progress(first, self._last)
        else:
            self._window.status.job.setText(self._doing(first))

    def _progress(self, job: Job, report: ProgressReport) -> None:
        if job is not self._shown:
            return
        self._last = report
        self._window.status.show_progress(self._doing(job, report), report)

    def _doing(self, job: Job, report: ProgressReport | None = None) -> str:
        """Return what is imported, how far it is, and how many wait for it."""
        anew = job.key.startswith(REREAD)
        name = import_words.short(job.label)
        name = name or (self.tr("all pages") if anew else self.tr("the pasted page"))
        said = self.tr("Understanding {name} anew") if anew else self.tr("Importing {name}")
        if job.progress.paused:
            said = self.tr("Paused: {name}")
        parts = [said.format(name=name)]
        if report is not None and report.left is not None and report.left >= 1:
            parts.append(import_words.left(report.left))
        if report is not None and report.pages > 1:
            parts.append(import_words.amount(report))
        waiting = sum(other.lane is Lane.LONG for other in self._jobs) - 1
        if waiting > 0:
            parts.append(self.tr("%n waiting", "", waiting))
        return " · ".join(parts)

    def _end(self, job: Job) -> None:
        self._jobs.remove(job)
        if self._jobs:
            self._show_first()
        else:
            self._shown = None
            self._drop_fresh_tab()
            self._window.status.finish()
            self._window.actions_["cancel"].setEnabled(False)

    def _say_cancelled(self) -> None:
        self._window.message.say(self.tr("The import was stopped; the pages read so far are kept."))

    def _finish(self, report: ImportReport) -> None:
        wrong = [fate.error for fate in report.fates if fate.error is not None]
        one = wrong[0] if len(report.paths) > 1 and len(wrong) == 1 else report.damage
        if len(report.paths) > 1 and len(wrong) > 1:
            self.show_what_can_be_opened()  # what is wrong is told as a list
        elif one is not None:
            self.show_trouble(one)
        elif len(report.pages) > 1:
            if not self._window.search.field.text():  # who searches meanwhile keeps the hits
                self._window.show_tab(self._window.library)
        elif report.pages and not report.pages[0].comments and not report.left_out:
            said = self.tr(
                "No signed comments were found in {name}; its text is shown as it stands there."
            )
            self._window.message.say(said.format(name=words.title(report.pages[0])))

    def _remember_soon(self, opened: Opened) -> None:
        """Write down what was opened once it is on the screen: writing waits for the disk."""
        self._remember()
        self._to_remember = opened.page.info
        QTimer.singleShot(0, self, self._remember)

    def _remember(self) -> None:
        info, self._to_remember = self._to_remember, None
        if info is None:
            return
        if info.origin.path and self._session.library.writable:
            path = info.origin.path  # words such as "pasted text" are kept as they are
            path = str(Path(path).absolute()) if is_there(Path(path)) else path
            memory = self._session.library.memory
            memory.remember_file(path, words.title(info))
            self._settings.keep(RECENT, len(memory.recent_files()[:SHOWN]))

    def _fill_recent(self) -> None:
        self._window.menus.set_recent(self._recent())

    def _show_recent(self) -> None:
        entries = self._recent()
        self._window.empty.show_recent(entries)
        self._settings.keep(RECENT, len(entries))

    def _recent(self) -> list[tuple[str, object]]:
        """Return what was opened before with its words, the latest first."""
        self._remember()
        entries: list[tuple[str, object]] = []
        for recent in self._session.library.memory.recent_files()[:SHOWN]:
            name = Path(recent.path).name
            label = name if name == recent.title else f"{recent.title} – {name}"
            entries.append((label, recent))
        return entries

    def _open_recent(self, recent: RecentFile) -> None:
        """Open a file again; one that is gone is read from the library, which has its pages."""
        path = Path(recent.path)
        if not is_there(path):
            names = [recent.path]
            if path.is_relative_to(Path.cwd()):
                names.append(str(path.relative_to(Path.cwd())))
            if (info := self._session.library.pages.came_from(names)) is not None:
                self._session.pages.open_page(info.id)
                return
            if self._session.library.writable:
                self._session.library.memory.forget_file(recent.path)  # it can only fail again
        self.open([path])


def sample_file() -> Path | None:
    """Return the archive that "Try the sample" opens: wikitext knows most; None when missing."""
    for folder in (resource("").parent / "seeds", resource("").parent.parent / "seeds"):
        for ending in ("*.wiki", "*.wikitext", "*.html", "*.txt"):
            for found in sorted(folder.glob(ending)):
                return found
    return None
