"""The list below the search field: what may be meant by the beginning that was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from talkreader.ui.models.page_delegate import RoomyDelegate


class Completions(QObject):
    """Belongs to a field. ``taken`` carries the value that was chosen."""

    taken = Signal(str)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(field)
        self.list = QListView()
        self._completer.setPopup(self.list)
        self.list.setItemDelegate(RoomyDelegate(self.list))
        self._completer.activated.connect(self.taken)

    @property
    def is_choosing(self) -> bool:
        """Whether one of the values is chosen, so that Enter takes it."""
        return self.list.isVisible() and self.list.currentIndex().isValid()

    def show(self, values: Sequence[str], rectangle: QRect, name: str) -> None:
        """Offer values in a list of a place of the field; ``name`` is for those who listen."""
        self._model.setStringList(list(values))
        self._completer.complete(rectangle)
        self.list.setAccessibleName(name)
        # nothing is chosen until an arrow key chooses: Enter searches for what was typed
        self.list.setCurrentIndex(self._model.index(-1, 0))
