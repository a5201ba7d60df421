"""What a search found: hits by page and section, each with the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QTreeView, QVBoxLayout, QWidget

from talkreader.ui.models.hit_delegate import HitDelegate
from talkreader.ui.models.hits import Group, HitsModel
from talkreader.ui.models.roles import ROOT, Role
from talkreader.ui.panes.flow import clear
from talkreader.ui.panes.results_head import ResultsHead
from talkreader.ui.panes.short_label import ShortButton
from talkreader.ui.session import Found, Scope, Wider
from talkreader.ui.theme import Palette
from talkreader.ui.words import sentence


class ResultsPane(QWidget):
    """``hit_picked`` carries the number of a hit in the order they were found.

    ``search_wanted``: (text, scope) of another search, scope None: as it is. ``more_wanted``: the
    next hits.
    """

    hit_picked = Signal(object)
    search_wanted = Signal(object, object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HitsModel(self)
        self._delegate = HitDelegate(self)
        self._found = Found()
        self._saved: Mapping[str, str] = {}
        self._mistake = ""
        self.head = ResultsHead()
        self.head.picked.connect(lambda text: self.search_wanted.emit(text, None))
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
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # titles of pages: the end tells
        # a row is as high as its words are at this width
        self.tree.header().sectionResized.connect(self.tree.scheduleDelayedItemsLayout)
        self.tree.clicked.connect(self._pick)
        self.tree.activated.connect(self._pick)
        self.more = QPushButton()
        self.more.setFlat(True)
        self.more.clicked.connect(self.more_wanted)
        self.others = QVBoxLayout()
        self.others.setContentsMargins(8, 0, 8, 8)
        self.others.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.summary)
        layout.addLayout(self.others)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.more)
        self.entry = self.tree  # no focus proxy: Tab would leap over what stands before it
        self._retranslate()

    def look_again(self) -> None:
        """Show the headings in the script that Chinese is shown in now."""
        self.tree.viewport().update()

    def show_found(self, found: Found, order: str, titles: Mapping[int, str] | None = None) -> None:
        """Show what was found; ``titles``: what to call pages that have no title."""
        same = found.text == self._found.text
        folded = {self._key(at) for at in self._groups() if same and not self.tree.isExpanded(at)}
        self._mistake = ""
        self._found = found
        self._model.show(found.hits, titles, found.answered)
        self.tree.expandAll()
        for at in self._groups() if folded else ():
            if self._key(at) in folded:
                self.tree.collapse(at)
        chips = found.query.chips if found.query is not None else ()
        self.head.show_search(found.text, chips, order)
        self.show_counted(found)

    def show_counted(self, found: Found) -> None:
        """Say how many there are, what they can be narrowed to, or what would find something."""
        self._found = found
        self.head.show_facets(found.facets)
        self._say()

    def set_saved(self, saved: Mapping[str, str]) -> None:
        """Offer these saved searches: words by name."""
        self._saved = saved
        self.head.set_saved(saved)
        self._say()

    def explain(self, sentence: str) -> None:
        """Say why nothing was searched for."""
        self._found = Found()
        self._model.show(())
        self._mistake = sentence
        self.head.show_search("", (), self.head.order.currentData())
        self.head.show_facets(None)
        self._say()

    def show_current(self, hit: int) -> None:
        """Mark the hit that is shown in the page."""
        index = self._model.index_of(hit)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._delegate.set_theme(palette)
        self.head.set_theme(palette)
        self.tree.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _groups(self, above: QModelIndex = ROOT) -> Iterator[QModelIndex]:
        """Yield the pages and sections that have hits below them."""
        for row in range(self._model.rowCount(above)):
            index = self._model.index(row, 0, above)
            if isinstance(index.data(Role.THING), Group):
                yield index
                yield from self._groups(index)

    @staticmethod
    def _key(index: QModelIndex) -> tuple[int, str | None]:
        group = index.data(Role.THING)
        return group.page, group.section

    def _pick(self, index: QModelIndex) -> None:
        number = self._model.number_at(index)
        if number is not None:
            self.hit_picked.emit(number)

    def _say(self) -> None:
        found = self._found
        hints = found.query.hints if found.query is not None else ()
        self.summary.setText("\n".join((*map(sentence, hints), self._summary())))
        clear(self.others)
        for hint in hints:
            meant = f"{found.text[: hint.start]}{hint.params['other']}:{found.text[hint.end :]}"
            self._offer(self.tr("Search for {text}").format(text=meant), meant, None, meant)
        if not found.text and not self._mistake:
            for name, text in self._saved.items():
                self._offer(name, text, None, text)
        for wider in found.wider:
            self._offer(self._said(wider), wider.text, wider.scope, wider.text)
        left = found.total is not None and found.total > len(found.hits) > 0
        self.more.setVisible(left)
        if left and found.total is not None:
            count = min(len(found.hits), found.total - len(found.hits))
            self.more.setText(self.tr("Show %n more", "", count))

    def _offer(self, said: str, text: str, scope: Scope | None, tip: str) -> None:
        button = ShortButton(said.replace("&", "&&"))
        button.setToolTip(tip if tip in said else f"{said}\n{tip}")
        button.clicked.connect(partial(self._search, text, scope))
        self.others.addWidget(button)

    def _search(self, text: str, scope: Scope | None, _on: bool = False) -> None:
        self.search_wanted.emit(text, scope)

    def _said(self, wider: Wider) -> str:
        if wider.name:
            words = self.tr("By {name}: {count}")
        elif wider.longer:
            words = self.tr("As the beginning of words: {count}")
        elif wider.part:
            words = self.tr("Without {part}: {count}")
        else:
            words = self.tr("In the whole library: {count}")
        return words.format(name=wider.name, part=wider.part, count=f"{wider.count:,}")

    def _summary(self) -> str:
        found = self._found
        shown, total = len(found.hits), found.total
        if self._mistake:
            return self._mistake
        if not found.text:
            words = self.tr(
                "Type in the field above to search. from:Name finds what one person said."
            )
            return self.tr("{said} Saved searches:").format(said=words) if self._saved else words
        if not shown:
            return self._nothing()
        if total is None:
            return self.tr("The first %n result(s), counting…", "", shown)
        if total > shown:
            newest = found.query is not None and found.query.order.value == "newest"
            words = (
                self.tr("The newest {shown} of {total}")
                if newest
                else self.tr("The first {shown} of {total}")
            )
            return words.format(shown=f"{shown:,}", total=f"{total:,}")
        words = self.tr("%n result(s)", "", total)
        places = len(found.stops) if found.scope is Scope.PAGE else 0
        if places > total:
            words = self.tr("{results}, {places} places").format(results=words, places=places)
        return words

    def _nothing(self) -> str:
        found = self._found
        if found.scope is Scope.PAGE:
            words = self.tr("Nothing found for “{text}” on this page.")
        else:
            words = self.tr("Nothing found for “{text}” in the library.")
        words = words.format(text=found.text)
        if found.wider:
            return self.tr("{said} These find something:").format(said=words)
        if len(found.text.split()) > 1:
            return self.tr("{said} Fewer words find more.").format(said=words)
        return words

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Search results"))
        self._say()
