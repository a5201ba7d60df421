"""What one sees when the library cannot be opened: why, and the way on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout


class TroubleWindow(QDialog):
    """One sentence and two ways on. ``folder`` is the library to try instead, None: to quit."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.folder: Path | None = None
        self.setWindowTitle("talkreader")
        head = QLabel(self.tr("The library cannot be opened"))
        font = head.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        head.setFont(font)
        self.words = QLabel(sentence)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(sentence)
        choose = QPushButton(self.tr("Use another folder…"))
        leave = QPushButton(self.tr("Quit"))
        choose.clicked.connect(self._choose)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(choose)
        buttons.addWidget(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addWidget(head)
        layout.addWidget(self.words)
        layout.addStretch()
        layout.addLayout(buttons)
        self.resize(560, 200)

    def use(self, folder: Path) -> None:
        """Try this library instead; the window closes."""
        self.folder = folder
        self.accept()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A folder for the library"))
        if chosen:
            self.use(Path(chosen))


def ask_for_folder(sentence: str) -> Path | None:
    """Show what went wrong; return the library to try instead, None to quit."""
    window = TroubleWindow(sentence)
    window.exec()
    return window.folder
