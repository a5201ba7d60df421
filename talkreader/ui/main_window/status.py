"""The status bar: where one is, what the copy is, what needs a look, and how far an import is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from talkreader.domain.progress import ProgressReport
from talkreader.domain.thread import Evidence
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.announcing import announce
from talkreader.ui.panes.short_label import ShortLabel

SCALE = 1000


class Status(QStatusBar):
    """``warnings_wanted``, ``cancel_wanted``, ``pause_wanted``: the person pressed a button."""

    warnings_wanted = Signal()
    cancel_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: ReadingPage | None = None
        self._at: int | None = None
        self._unread = 0
        self._hidden = 0
        self.position = ShortLabel()
        self.form = QLabel()
        self.locked = QLabel()
        self._folder: Path | None = None
        self.warnings = QToolButton()
        self.warnings.setAutoRaise(True)
        self.job = ShortLabel()
        self.bar = QProgressBar()
        self.bar.setMaximumWidth(140)
        self.bar.setTextVisible(False)
        self.pause = QToolButton()
        self.pause.setAutoRaise(True)
        self._paused = False
        self.cancel = QToolButton()
        self.cancel.setAutoRaise(True)
        self.warnings.clicked.connect(self.warnings_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.position.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self.position, 1)
        for widget in (
            self.job,
            self.bar,
            self.pause,
            self.cancel,
            self.locked,
            self.warnings,
            self.form,
        ):
            self.addPermanentWidget(widget)
        self.setContentsMargins(8, 0, 0, 0)
        self.messageChanged.connect(lambda said: announce(self, said))
        self.finish()
        self._retranslate()

    def show_page(self, page: ReadingPage | None) -> None:
        """Speak of another page; None: of nothing."""
        self._page = page
        self._at = None
        self._unread = 0
        self._retranslate()

    def show_library(self, folder: Path, *, writable: bool) -> None:
        """Say when nothing can be kept in the library."""
        self._folder = None if writable else folder
        self._retranslate()

    def show_position(self, comment: int | None) -> None:
        """Say which comment is being read."""
        self._at = comment
        self._say_position()

    def show_unread(self, count: int) -> None:
        """Say how many comments of the page were not read yet."""
        if count != self._unread:
            self._unread = count
            self._say_position()

    def show_hidden(self, count: int) -> None:
        """Say how many comments of the page a filter hides."""
        if count != self._hidden:
            self._hidden = count
            self._say_position()

    def begin(self, what: str, *, pausable: bool = True) -> None:
        """Show that something long has begun."""
        self.job.setText(what)
        self.bar.setRange(0, 0)
        for widget in (self.job, self.bar, self.cancel):
            widget.show()
        self.pause.setVisible(pausable)

    def show_progress(self, what: str, report: ProgressReport) -> None:
        """Show how far it is."""
        self.job.setText(what)
        if report.total:
            self.bar.setRange(0, SCALE)
            self.bar.setValue(min(SCALE, report.done * SCALE // report.total))
        else:
            self.bar.setRange(0, 0)

    def show_paused(self, *, on: bool) -> None:
        """Say that the import waits, or that it goes on."""
        self._paused = on
        self._retranslate()

    def finish(self) -> None:
        """Show that nothing long is going on."""
        for widget in (self.job, self.bar, self.pause, self.cancel):
            widget.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _say_position(self) -> None:
        hidden = " · " + self.tr("%n hidden", "", self._hidden) if self._hidden else ""
        if self._page is None:
            self.position.setText("")
        elif self._at is None:
            self.position.setText(words.comments(len(self._page.comments)) + hidden)
        else:
            said = self.tr("Comment {at} of {total}").format(
                at=self._at + 1, total=len(self._page.comments)
            )
            answered = self._page.comments[self._at].parent
            if answered is not None:
                name = words.author(self._page.comments[answered].author)
                said += " · " + self.tr("answers {name}").replace("{name}", name)
            if self._unread:
                said += " · " + self.tr("%n not read", "", self._unread)
            self.position.setText(said + hidden)

    def _retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.pause.setText(self.tr("Go on") if self._paused else self.tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self.cancel.setAccessibleName(self.tr("Cancel the import"))
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self._say_position()
        self.locked.setVisible(self._folder is not None)
        self.locked.setText(self.tr("Library: for reading only"))
        self.locked.setToolTip(
            self.tr(
                "{folder} cannot be written, so no file can be imported and no note be kept there."
            ).format(folder=self._folder)
        )
        page = self._page
        self.form.setText(words.word(words.FORMS[page.info.form]) if page else "")
        to_see = things_to_see(page) if page else 0
        self.warnings.setVisible(to_see > 0)
        self.warnings.setText(self.tr("%n thing(s) to check", "", to_see))
        self.warnings.setToolTip(self.tr("What the copy does not say for certain"))


def things_to_see(page: ReadingPage) -> int:
    """Return how many warnings the page has; inferred levels count as one."""
    inferred = any(c.level_evidence is Evidence.INFERRED for c in page.comments)
    own = sum(len(comment.warnings) for comment in page.comments)
    own += len(page.lost_corrections)
    return own + len(page.warnings) + len(page.info.warnings) + int(inferred)
