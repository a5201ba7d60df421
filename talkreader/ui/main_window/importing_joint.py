"""Joins imports of many files: the dialog, pausing, and the reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from talkreader.domain.importing import Choice, FileFate, ImportReport, RunState, Skip
from talkreader.domain.paths import is_folder
from talkreader.ui import import_words, words
from talkreader.ui.jobs import Job, Lane
from talkreader.ui.main_window.copies_joint import CopiesJoint
from talkreader.ui.main_window.joining_joint import JoiningJoint
from talkreader.ui.main_window.rereading_joint import RereadingJoint
from talkreader.ui.main_window.waiting_joint import WaitingJoint
from talkreader.ui.main_window.watching_joint import WatchingJoint
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.session.rereading import REREAD
from talkreader.ui.settings import LAST_FOLDER, Settings

NAMED = 4
"""So many of the files that could not be read are named; the report has all."""


class ImportingJoint(QObject):
    """What leads to an import of many files, and what is told of it."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._jobs: list[Job] = []
        self._joining = JoiningJoint(window, session)
        self._copies = CopiesJoint(window, session)
        self._rereading = RereadingJoint(window, session)
        self._waiting = WaitingJoint(window, session)
        self._watching = WatchingJoint(window, session, settings)
        self._watching.told.connect(self._tell_quietly)
        actions = window.actions_
        actions["import"].triggered.connect(self._ask)
        actions["imports"].triggered.connect(self.show_reports)
        actions["describe"].triggered.connect(self._describe)
        for changed in (session.pages.page_opened, session.pages.page_closed):
            changed.connect(self._enable)
        self._enable()
        actions["pause"].toggled.connect(self._pause)
        actions["pause"].setEnabled(False)
        window.status.pause_wanted.connect(actions["pause"].toggle)
        session.imports.finished.connect(self._finish)
        session.pages.import_finished.connect(self._tell_of_the_rest)
        session.runner.started.connect(self._begin)  # before a worker has it

    def _ask(self) -> None:
        self.ask()

    def ask(self, paths: Sequence[Path] = ()) -> None:
        """Let the person say what to import."""
        from talkreader.ui.dialogs.importing import ImportDialog

        folder = self._settings.text(LAST_FOLDER)
        imports = self._session.imports
        dialog = ImportDialog(paths, imports.count, imports.look, folder, self._window)
        dialog.wanted.connect(self._start)
        dialog.open()

    def _enable(self, _opened: object = None) -> None:
        """What a dump or a container holds says itself what it is."""
        page = self._session.pages.page
        alone = page is not None and page.info.origin.offset <= 0 and not page.info.origin.member
        able = alone and self._session.library.writable
        self._window.actions_["describe"].setEnabled(able)

    def _describe(self) -> None:
        """Let the person say what the page is, and read it again."""
        page = self._session.pages.page
        if page is None:
            return
        from talkreader.ui.dialogs.describing import DescribingDialog

        dialog = DescribingDialog(page.info, self._window)
        dialog.described.connect(self._session.describe)
        dialog.open()

    def show_reports(self) -> None:
        """Show what became of the imports."""
        from talkreader.ui.dialogs.reports import ReportsDialog

        ReportsDialog(self._session.imports.reports(), self._window).open()

    def _start(self, paths: list[Path], choice: Choice, said: tuple[str, str, str]) -> None:
        if paths:
            parent = paths[0] if is_folder(paths[0]) else paths[0].parent
            self._settings.keep(LAST_FOLDER, str(parent))
        self._window.message.dismiss()
        self._session.imports.start(paths, choice, said)

    def _begin(self, job: Job) -> None:
        if job.lane is not Lane.LONG:
            return  # somebody waits for it; to pause is to have the machine for oneself
        self._jobs.append(job)
        job.ended.connect(lambda: self._end(job))
        if not job.key.startswith(REREAD):
            job.cancelled.connect(self._say_stopped)
        self._window.actions_["pause"].setEnabled(True)
        if self._window.actions_["pause"].isChecked():
            job.progress.pause()

    def _end(self, job: Job) -> None:
        self._jobs.remove(job)
        if not self._jobs:
            self._window.actions_["pause"].setChecked(False)
            self._window.actions_["pause"].setEnabled(False)

    def _say_stopped(self) -> None:
        """Say that what was read is kept, and how the rest of it comes."""
        self._window.message.say(
            self.tr(
                "The import was stopped; what was read so far is kept, and importing the same again"
                " goes on from there."
            ),
            action=self.tr("Show report"),
            act=self.show_reports,
        )

    def _pause(self, on: bool) -> None:
        for job in self._jobs:
            if on:
                job.progress.pause()
            else:
                job.progress.resume()
        self._window.status.show_paused(on=on)

    def _finish(self, report: ImportReport) -> None:
        if report.state is not RunState.DONE:
            return
        self._tell(report)

    def watch(self) -> None:
        """Import from now on what comes into the folder of the settings, when there is one."""
        self._watching.begin()

    def _tell_quietly(self, report: ImportReport) -> None:
        """Say what came from the watched folder, where that is worth a word; nothing is opened."""
        if report.state is not RunState.DONE:
            return
        news = report.new_pages or report.changed_pages or report.left_out or report.losses
        if not news and not any(fate.error is not None for fate in report.fates):
            return
        told, trouble = self._told(report)
        said = self.tr("From the watched folder: {said}").format(said=told)
        message = self._window.message
        if message.isVisible():  # what it says was asked for; the list of imports has this too
            self._window.status.showMessage(said, 10_000)
        else:
            show = self.tr("Show report")
            message.say(said, trouble=trouble, action=show, act=self.show_reports)

    def _tell_of_the_rest(self, report: ImportReport) -> None:
        """Say that something in a file that was opened was left out; one of several says it."""
        several = len(report.paths) > 1
        wrong = sum(fate.error is not None for fate in report.fates)
        lost = report.left_out or (report.losses and report.damage is None)
        if wrong > 1 if several else lost and report.page_count:
            self._tell(report)

    def _tell(self, report: ImportReport) -> None:
        """Say how much was imported, and that there is more to know of it."""
        said, trouble = self._told(report)
        self._window.message.say(
            said, trouble=trouble, action=self.tr("Show report"), act=self.show_reports
        )
        searching = bool(self._window.search.field.text())  # whoever does keeps the hits
        if report.page_count and not searching and not self._window.docks.are_drawers:
            self._window.show_tab(self._window.library)  # a drawer would cover what was said

    def _told(self, report: ImportReport) -> tuple[str, bool]:
        """Return how much was imported, and whether something was wrong."""
        parts = [import_words.imported(report)]
        if not report.page_count:
            parts = [self.tr("No discussion was found in {name}.")]
            parts[0] = parts[0].format(name=Path(report.path).name)
        warned = len(import_words.warnings_beside(report)) + report.more_warnings
        if report.left_out and not report.page_count and not report.skipped_pages:
            parts.clear()
        if report.left_out:
            parts.append(self._left_out(report))
        broken = [fate for fate in report.fates if fate.error is not None and fate.pages]
        if broken:
            parts.append(self._in_part(broken))
        if warned > 0:
            parts.append(self.tr("%n warning(s)", "", warned))
        return _together(parts), bool(warned or broken or report.left_out)

    def _left_out(self, report: ImportReport) -> str:
        """Say how many files could not be read, and the names of some."""
        files = [fate for fate in report.fates if _left(fate)]
        said = self.tr("%n file(s) could not be read: {names}.", "", report.left_out)
        return _named(said, files, report.left_out)

    def _in_part(self, files: Sequence[FileFate]) -> str:
        """Say how many files gave only some of their pages, and the names of some."""
        said = self.tr("%n file(s) could be read in part only: {names}.", "", len(files))
        return _named(said, files, len(files))


def _named(said: str, files: Sequence[FileFate], count: int) -> str:
    """Return a sentence about so many files with their first names; "…" for other ones."""
    names = list(dict.fromkeys(Path(fate.file.rpartition(" › ")[2]).name for fate in files))
    if len(names) > NAMED or len(files) < count:
        names[NAMED:] = ["…"]
        said = said.replace("{names}.", "{names}").replace("{names}。", "{names}")
    return said.replace("{names}", words.listed(names))


def _left(fate: FileFate) -> bool:
    """Whether a file gave nothing though it may be pages; a container may be damaged at once."""
    return fate.why is Skip.REFUSED or (fate.error is not None and not fate.pages)


def _together(sentences: Sequence[str]) -> str:
    """Return sentences in one line; a Chinese full stop brings its own space."""
    return " ".join(sentences).replace("。 ", "。")
