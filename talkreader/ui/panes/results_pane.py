"""What a search found: hits by page and section, each with the words around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTreeView, QVBoxLayout, QWidget

from talkreader.domain.hit import Hit
from talkreader.ui.models.hit_delegate import HitDelegate
from talkreader.ui.models.hits import HitsModel
from talkreader.ui.theme import Palette


class ResultsPane(QWidget):
    """``hit_picked`` carries the number of a hit in the order they were found.

    ``name_picked``: the name of somebody who was suggested.
    """

    hit_picked = Signal(object)
    name_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HitsModel(self)
        self._delegate = HitDelegate(self)
        self._shown: tuple[str, int, int | None, int] = ("", 0, 0, 0)
        self._mistake = ""
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setContentsMargins(10, 8, 10, 8)
        self.tree = QTreeView()
        self.tree.setModel(self._model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(True)
        self.tree.setIndentation(12)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.clicked.connect(self._pick)
        self.tree.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.summary)
        self.names = QVBoxLayout()
        self.names.setContentsMargins(8, 0, 8, 8)
        self.names.setSpacing(4)
        layout.addLayout(self.names)
        layout.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self._retranslate()

    def show_hits(
        self,
        text: str,
        hits: Sequence[Hit],
        total: int | None,
        places: int = 0,
        titles: Mapping[int, str] | None = None,
    ) -> None:
        """Show what was found for ``text``; ``total`` None: not counted yet.

        ``places`` counts the words that were found: there may be several in one comment.
        ``titles``: what to call pages that have no title.
        """
        self._model.show(hits, titles)
        self.tree.expandAll()
        self.show_total(text, len(hits), total, places)

    def show_total(self, text: str, shown: int, total: int | None, places: int = 0) -> None:
        """Say how many there are."""
        self._mistake = ""
        self._shown = (text, shown, total, places)
        self._summarise()

    def explain(self, sentence: str) -> None:
        """Say why nothing was searched for."""
        self._model.show(())
        self.suggest(())
        self._mistake = sentence
        self._summarise()

    def suggest(self, names: Sequence[str]) -> None:
        """Offer these people instead of the one that was not found."""
        while (item := self.names.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        if names:
            said = self.tr("Nothing found for “{text}”. These names begin so:")
            self.summary.setText(said.format(text=self._shown[0]))
        for name in names:
            button = QPushButton(self.tr("What {name} said").format(name=name))
            button.clicked.connect(lambda _on=False, name=name: self.name_picked.emit(name))
            self.names.addWidget(button)

    def show_current(self, hit: int) -> None:
        """Mark the hit that is shown in the page."""
        index = self._model.index_of(hit)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._delegate.set_theme(palette)
        self.tree.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        number = self._model.number_at(index)
        if number is not None:
            self.hit_picked.emit(number)

    def _summarise(self) -> None:
        text, shown, total, places = self._shown
        if self._mistake:
            words = self._mistake
        elif not text:
            words = self.tr(
                "Type in the field above to search. from:Name finds what one person said."
            )
        elif not shown:
            words = self.tr("Nothing found for “{text}”.").format(text=text)
            if len(text.split()) > 1:
                words = " ".join((words, self.tr("Fewer words find more.")))
        elif total is None:
            words = self.tr("The newest %n comment(s), counting…", "", shown)
        elif total > shown:
            words = self.tr("The newest {shown} of {total}").format(shown=shown, total=total)
        else:
            words = self.tr("%n result(s)", "", total)
            if places > total:
                words = self.tr("{results}, {places} places").format(results=words, places=places)
        self.summary.setText(words)

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Search results"))
        self._summarise()
