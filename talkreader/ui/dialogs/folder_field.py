"""A field for a folder: where it is, a button to choose one, and one to have none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

WIDTH = 260


class FolderField(QWidget):
    """``chosen`` carries the folder, "" for none. ``said`` stands below: what it is for."""

    chosen = Signal(str)

    def __init__(self, folder: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.path.setMinimumWidth(WIDTH)
        self.path.setPlaceholderText(self.tr("None"))
        self.choose = QPushButton(self.tr("Choose…"))
        self.leave = QPushButton(self.tr("Stop"))
        for button in (self.choose, self.leave):
            button.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.leave.clicked.connect(lambda: self._take(""))
        below = QLabel(said)
        below.setWordWrap(True)
        row = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(below)
        row.addWidget(self.path)
        row.addWidget(self.choose)
        row.addWidget(self.leave)
        self.setFocusProxy(self.path)
        self._show(folder)

    def setAccessibleName(self, name: str) -> None:
        """Qt: what stands before the field; its parts say it too."""
        super().setAccessibleName(name)
        self.path.setAccessibleName(name)
        self.choose.setAccessibleName(f"{name}: {self.choose.text()}")
        self.leave.setAccessibleName(f"{name}: {self.leave.text()}")

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Watch a folder"), self.path.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, folder: str) -> None:
        self._show(folder)
        self.chosen.emit(folder)

    def _show(self, folder: str) -> None:
        self.path.setText(folder)
        self.path.setToolTip(folder)
        self.path.setCursorPosition(len(folder))
        self.leave.setEnabled(bool(folder))
