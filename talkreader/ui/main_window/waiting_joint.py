"""Says what becomes of an import that cannot begin at once: one import is carried out at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.ui.jobs import Job, Lane
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session


class WaitingJoint(QObject):
    """Tells a person that their import waits for another one, or is under way already."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._runner = session.runner
        self._said = ""
        self._runner.started.connect(self._tell_of_waiting)
        self._runner.refused.connect(self._tell_of_same)
        self._runner.ended.connect(self._look_again)

    def _tell_of_waiting(self, job: Job) -> None:
        ahead = self._runner.ahead_of(job) if _is_asked_for(job) else ()
        if not ahead:
            return
        if len(ahead) == 1:
            said = self.tr("{name} will be imported when {other} is done.")
        else:
            said = self.tr(
                "{name} will be imported when {other} and the others before it are done."
            )
        if ahead[0].progress.paused:
            said += " " + self.tr("That import is paused.")
        self._say(said.replace("{other}", ahead[0].label).replace("{name}", job.label))

    def _tell_of_same(self, job: Job) -> None:
        if not _is_asked_for(job):
            return
        same = next((other for other in self._runner.running if other.key == job.key), None)
        if same is not None and self._runner.ahead_of(same):
            said = self.tr("{name} waits to be imported already; it will not be imported twice.")
        else:
            said = self.tr("{name} is being imported already; how far it is stands below.")
        self._say(said.replace("{name}", job.label))

    def _say(self, said: str) -> None:
        self._said = said.replace("。 ", "。")
        self._window.message.say(self._said)

    def _look_again(self, job: Job) -> None:
        """Take back what was said when an import ends, where nobody has said anything since."""
        if self._said and job.lane is Lane.LONG:
            if self._window.message.isVisible() and self._window.message.text() == self._said:
                self._window.message.dismiss()
            self._said = ""


def _is_asked_for(job: Job) -> bool:
    """Say whether a job is an import that a person sees nothing of until it begins."""
    return job.lane is Lane.LONG and bool(job.label) and not job.quiet
