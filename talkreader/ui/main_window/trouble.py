"""What one sees when the library cannot be opened: why, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from talkreader.domain.errors import LibraryDamaged, LibraryError
from talkreader.ui import words
from talkreader.ui.focus_ring import FocusRing
from talkreader.ui.marking import QT_TRANSLATE_NOOP

Way = tuple[str, Callable[[], str]]
"""The words of a button, and what it does; that returns what came of it."""


class TroubleWindow(QDialog):
    """One sentence and the ways on. ``folder`` is the library to try instead, None: to quit.

    ``ways`` mend the library ``here``, which is then tried again.
    """

    def __init__(
        self, sentence: str, ways: list[Way] | None = None, here: Path | None = None
    ) -> None:
        super().__init__()
        self.folder: Path | None = None
        self._here = here
        self.setWindowTitle("talkreader")
        self.head = QLabel(self.tr("The library cannot be opened"))
        font = self.head.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.head.setFont(font)
        self.words = QLabel(sentence)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(sentence)
        self.ways: list[QPushButton] = []
        for label, act in ways or []:
            button = QPushButton(label)
            button.clicked.connect(lambda _on=False, act=act: self._mend(act))
            self.ways.append(button)
        self.open_button = QPushButton(self.tr("Open the library"))
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        choose = QPushButton(self.tr("Use another folder…"))
        leave = QPushButton(self.tr("Quit"))
        choose.clicked.connect(self._choose)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (*self.ways, self.open_button, choose, leave):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(self.head)
        layout.addWidget(self.words)
        layout.addStretch()
        layout.addLayout(buttons)
        longer = 3 * self.fontMetrics().lineSpacing()  # what a button has done is said here too
        self.resize(640, layout.heightForWidth(640) + longer)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            FocusRing(app, self)  # the window that has one is not there

    def use(self, folder: Path) -> None:
        """Try this library instead; the window closes."""
        self.folder = folder
        self.accept()

    def _mend(self, act: Callable[[], str]) -> None:
        """Do what a button says, and say what came of it; nothing else is to be done then."""
        try:
            self.words.setText(act())
        except LibraryError as error:
            self.words.setText(words.sentence(error))
            return
        self.words.setAccessibleName(self.words.text())
        self.head.setText(self.tr("The library can be opened again"))
        for button in self.ways:
            button.hide()
        self.open_button.show()
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def _open(self) -> None:
        if self._here is not None:
            self.use(self._here)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A folder for the library"))
        if chosen:
            self.use(Path(chosen))


def ask_for_folder(error: LibraryError) -> Path | None:
    """Show what went wrong; return the library to try now, None to quit."""
    ways, here = ways_on(error)
    window = TroubleWindow(words.sentence(error), ways, here)
    window.exec()
    return window.folder


def ways_on(error: LibraryError) -> tuple[list[Way], Path | None]:
    """Return what can be done about damage, and the library that it is in."""
    path = error.params.get("path")
    if not isinstance(error, LibraryDamaged) or not isinstance(path, Path):
        return [], None
    folder = path.parent
    from talkreader import store
    from talkreader.ui.safety_words import repaired

    def say(text: str) -> str:
        return QCoreApplication.translate("safety", text)

    def put_aside() -> str:
        kept = store.set_archive_aside(folder)
        said = QT_TRANSLATE_NOOP(
            "safety",
            "The notes are as they were. The archive is empty: import its files anew. The damaged"
            " one is kept: {path}",
        )
        return say(said).format(path=kept)

    def restore() -> str:
        copy = error.params["backup"]
        kept = store.restore_notes(folder, Path(str(copy)))
        said = QT_TRANSLATE_NOOP(
            "safety", "The notes are those of the backup {copy}. The damaged file is kept: {path}"
        )
        return say(said).format(copy=copy, path=kept)

    def salvage() -> str:
        return repaired(store.salvage_notes(folder))

    if not path.name.startswith("notes."):
        return [(say(QT_TRANSLATE_NOOP("safety", "Begin an empty archive")), put_aside)], folder
    ways: list[Way] = [(say(QT_TRANSLATE_NOOP("safety", "Save what is readable")), salvage)]
    if "backup" in error.params:
        ways.append((say(QT_TRANSLATE_NOOP("safety", "Restore the backup")), restore))
    return ways, folder
