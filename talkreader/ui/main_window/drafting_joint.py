"""Joins drafting: machines that the person adds, run on a comment or on the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.machine import Machine
from talkreader.domain.progress import ProgressReport
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.session.drafting import libretranslate, machine_at
from talkreader.ui.settings import LIBRETRANSLATE, LIBRETRANSLATE_PORT, MACHINES, Settings

_FOLDER_FILE = "model.bin"


class DraftingJoint(QObject):
    """What adds machines and asks them."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._wanted: tuple[int | None] | None = None
        actions = window.actions_
        actions["add_machine"].triggered.connect(self._ask_machine)
        actions["forget_machines"].triggered.connect(self._forget)
        actions["draft_comment"].triggered.connect(
            lambda: self._draft(window.reading.current_key())
        )
        actions["draft_page"].triggered.connect(lambda: self._draft(None))
        session.drafting.started.connect(self._show_job)
        session.drafting.drafted.connect(self._tell)
        session.pages.pairs_found.connect(self._go_on)
        session.pages.page_opened.connect(self._enable)
        session.pages.page_closed.connect(self._enable)
        self._enable()

    def _enable(self, _opened: object = None) -> None:
        shown = self._session.pages.page is not None
        for name in ("draft_comment", "draft_page"):
            self._window.actions_[name].setEnabled(shown)
        self._window.actions_["forget_machines"].setEnabled(bool(self._paths()))

    def _paths(self) -> list[str]:
        return self._settings.text(MACHINES).splitlines()

    # --- machines --------------------------------------------------------------------------

    def _ask_machine(self) -> None:
        from PySide6.QtWidgets import QFileDialog, QInputDialog

        path, _filter = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Add a translation machine"),
            "",
            self.tr("Translation models (*.argosmodel model.bin *.gguf)"),
        )
        if not path:
            return
        file = Path(path)
        if file.suffix.lower() == ".gguf":  # a language model goes both ways
            if self.add(f"en>zh:{path}"):
                self.add(f"zh>en:{path}")
            return
        if file.name != _FOLDER_FILE:
            self.add(path)
            return
        ways = {self.tr("English to Chinese"): "en>zh", self.tr("Chinese to English"): "zh>en"}
        way, chosen = QInputDialog.getItem(
            self._window,
            self.tr("Add a translation machine"),
            self.tr("What does this model translate?"),
            list(ways),
            editable=False,
        )
        if chosen:
            self.add(f"{ways[way]}:{file.parent}")

    def add(self, path: str) -> bool:
        """Add the machine at a path (see `machine_at`), once it has been looked at."""
        try:
            machine = machine_at(path)
        except TalkreaderError as error:
            self._session.failed.emit(error)
            return False
        self._settings.keep(MACHINES, "\n".join(dict.fromkeys([*self._paths(), path])))
        self._enable()
        said = self.tr("Added: {name}. Its words are drafts, and always marked as such.")
        self._window.message.say(said.replace("{name}", machine.name))
        return True

    def _forget(self) -> None:
        self._settings.keep(MACHINES, "")
        self._enable()
        self._window.status.showMessage(self.tr("The machines' files stay where they are."), 6000)

    def _machines(self) -> list[Machine]:
        found = []
        for path in self._paths():
            try:
                found.append(machine_at(path))
            except TalkreaderError as error:
                self._session.failed.emit(error)
        if self._settings.flag(LIBRETRANSLATE):
            found += libretranslate(self._settings.number(LIBRETRANSLATE_PORT))
        return found

    # --- drafts ----------------------------------------------------------------------------

    def _draft(self, comment: int | None) -> None:
        if not self._paths() and not self._settings.flag(LIBRETRANSLATE):
            self._window.message.say(
                self.tr(
                    "No machine comes with the program. One that you have as an .argosmodel "
                    "package, CTranslate2 folder or GGUF file can be added; it runs on this "
                    "computer."
                ),
                action=self.tr("Add…"),
                act=self._ask_machine,
            )
            return
        self._window.actions_["side_by_side"].setChecked(True)
        if not self._session.pages.has_pairs():  # what people translated goes before a machine
            self._wanted = (comment,)
            self._session.pages.find_pairs()
            return
        if not self._session.drafting.draft(self._machines(), comment):
            said = self.tr("There is nothing here that a machine of yours could draft.")
            self._window.status.showMessage(said, 6000)

    def _go_on(self, _page: object) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._draft(wanted[0])

    def _show_job(self, job: Job) -> None:
        self._window.message.say(
            self.tr("The machine is drafting…"), action=self.tr("Cancel"), act=job.cancel
        )
        job.progressed.connect(self._show_progress)

    def _show_progress(self, report: ProgressReport) -> None:
        said = self.tr("Drafting sentence {number} of {total}")
        said = said.replace("{number}", str(report.done + 1)).replace("{total}", str(report.total))
        self._window.status.showMessage(said)

    def _tell(self, count: int) -> None:
        if self._window.message.text() == self.tr("The machine is drafting…"):
            self._window.message.dismiss()
        if not count:  # what went wrong is said elsewhere
            self._window.status.clearMessage()
            return
        said = self.tr("%n sentence(s) drafted by machine; nobody has read them.", "", count)
        self._window.status.showMessage(said, 6000)
