"""A field and a list: type a few letters, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from talkreader.ui.announcing import announce
from talkreader.ui.models.choices import Choice, ChoiceDelegate, ChoicesModel, Lot, fitting, folded
from talkreader.ui.models.roles import Role

WIDTH = 620
HEIGHT = 420
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Chooser(QDialog):
    """A list that what is typed makes shorter.

    ``more`` gives choices for the words that were typed, to stand before and after what fits.
    ``lot`` has more of them than anybody could make at once.
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        parent: QWidget,
        more: Callable[[str], tuple[Sequence[Choice], Sequence[Choice]]] | None = None,
        nothing: str = "",
        lot: Lot | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._choices = [
            replace(choice, folded=folded(f"{choice.text} {choice.also}".strip()))
            for choice in choices
        ]
        self._lot = lot or Lot()
        self._more = more
        self._nothing = nothing or self.tr("There is nothing here yet: open a page first.")
        self._model = ChoicesModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.field.setClearButtonEnabled(True)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(ChoiceDelegate(self))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(title)
        self.hint = QLabel()
        self.hint.setEnabled(False)
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(8, 8, 8, 6)
        inner.addWidget(self.field)
        inner.addWidget(self.list, 1)
        inner.addWidget(self.hint)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.activated.connect(self.choose)
        self.list.clicked.connect(self.choose)
        self._show("")
        self._place(parent)
        self.field.setFocus()

    def shown(self) -> list[str]:
        """Return the words of what fits now."""
        return [choice.text for choice in self._model.rows]

    def choose(self, index: QModelIndex | None = None, *, beside: bool = False) -> None:
        """Do what is chosen, after the dialog has gone."""
        choice = (self.list.currentIndex() if index is None else index).data(Role.THING)
        if isinstance(choice, Choice) and choice.enabled:
            self.accept()
            (choice.beside if beside and choice.beside is not None else choice.act)()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys of the list, while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in WALKING:
                self.list.keyPressEvent(event)
                self._announce()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose(beside=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: a click elsewhere closes it."""
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left and self.isVisible():
            # not from inside: a dialog that closes while it closes leaves its window deaf
            QTimer.singleShot(0, self, self.reject)
        super().changeEvent(event)

    def _show(self, words: str) -> None:
        found = fitting(self._choices, words, self._lot)
        if self._more is not None and words.strip():
            before, after = self._more(words.strip())
            found = [*before, *found, *after]
        self._model.update_rows(found)
        first = next((row for row, choice in enumerate(found) if choice.enabled), -1)
        self.list.setCurrentIndex(self._model.index(first) if first >= 0 else QModelIndex())
        self.list.scrollToTop()
        nothing = self.tr("Nothing fits; type fewer letters.")
        if not words.strip():
            nothing = self._nothing
        self.hint.setText("" if found else nothing)
        self.hint.setVisible(not found)
        if words.strip():
            self._announce()

    def _announce(self) -> None:
        """Let a screen reader say what Enter would choose."""
        index = self.list.currentIndex()
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
        announce(self.field, said or self.hint.text())

    def _place(self, parent: QWidget) -> None:
        """Stand in the upper middle of the window."""
        window = parent.window()
        width, height = min(WIDTH, window.width() - 40), min(HEIGHT, window.height() - 80)
        self.resize(width, height)
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, 60))
        self.move(corner)
