"""What stands above the hits: what was understood, their order, and ways to narrow them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from talkreader.ui.naming import name_choice
from talkreader.ui.panes.flow import FlowLayout, clear
from talkreader.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from talkreader.domain.counts import Count, Facets
    from talkreader.domain.query import Chip

ORDERS = ("newest", "oldest", "relevance", "page")
"""The values of `talkreader.domain.query.Order`."""

STYLES = ("text", "markdown", "bibtex", "csl-json")
"""The values of `talkreader.exporting.QuotationStyle`."""
LONGEST = 34
"""Characters of a chip; the tip has all of it."""
OFFERED = 20
_LOOK = """
QToolButton#chip, QToolButton#facet {{
    background: {badge}; color: {text}; border: 1px solid {line}; padding: 2px 7px;
}}
QToolButton#chip {{ border-radius: 9px; }}
QToolButton#facet {{ border-radius: 3px; }}
QToolButton#chip:hover, QToolButton#facet:hover,
QToolButton#chip:focus, QToolButton#facet:focus {{ border-color: {text}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


class ResultsHead(QWidget):
    """``removed`` carries a `Chip` that is to go; ``narrowed`` (field, value, more fields …).

    ``sorted_by``: an order; ``picked``: a saved search's words; ``copy_wanted``: a style; the
    others say what was chosen from the menu.
    """

    removed = Signal(object)
    narrowed = Signal(object)
    sorted_by = Signal(str)
    picked = Signal(str)
    save_wanted = Signal()
    manage_wanted = Signal()
    copy_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._saved: Mapping[str, str] = {}
        self._facets: Facets | None = None
        self._palette = LIGHT
        self.chips = QWidget()
        self._chips = FlowLayout(self.chips)
        self.order = QComboBox()
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for order in ORDERS:
            self.order.addItem("", order)
        self.order.currentIndexChanged.connect(
            lambda _row: self.sorted_by.emit(self.order.currentData())
        )
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self._make_menu()
        line = QHBoxLayout()
        line.addWidget(self.order, 1)
        line.addWidget(self.more)
        self.facets = QWidget()
        row = FlowLayout(self.facets)
        self._buttons: dict[str, QToolButton] = {}
        for name in ("authors", "years", "pages", "languages"):
            button = QToolButton()
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(QMenu(button))
            button.setObjectName("facet")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
            self._buttons[name] = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self.chips)
        layout.addLayout(line)
        layout.addWidget(self.facets)
        self._retranslate()
        self.show_search("", (), "newest")
        self.show_facets(None)

    def show_search(self, text: str, chips: Sequence[Chip], order: str) -> None:
        """Show what was understood of a search, and how its hits are ordered."""
        self._text = text
        clear(self._chips)
        understood = [chip for chip in chips if chip.field]
        for chip in understood:
            self._chips.addWidget(self._chip(chip))
        self.chips.setVisible(bool(understood))
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(self.order.findData(order))
        self.order.setEnabled(bool(text))
        for action in (self._save, self._copy.menuAction()):
            action.setEnabled(bool(text))
        self._list_saved()

    def show_facets(self, facets: Facets | None) -> None:
        """Offer what the hits can be narrowed to; None: not counted yet."""
        self._facets = facets
        counts: dict[str, tuple[Count, ...]] = dict.fromkeys(self._buttons, ())
        if facets is not None:
            counts = {name: getattr(facets, name) for name in self._buttons}
        for name, button in self._buttons.items():
            menu = button.menu()
            menu.clear()
            offered = counts[name][:OFFERED]
            for count in offered:
                action = menu.addAction(f"{self._called(name, count.value)}\t{count.number:,}")
                action.triggered.connect(partial(self.narrowed.emit, _filter(name, count.value)))
            button.setVisible(len(offered) > 1)
            tip = self.tr("Show only the results of one")
            if facets is not None and not facets.complete:
                tip = self.tr("{tip}; counted in the newest {count}").format(
                    tip=tip, count=f"{facets.counted:,}"
                )
            button.setToolTip(tip)
        self.facets.setVisible(any(not button.isHidden() for button in self._buttons.values()))

    def set_saved(self, saved: Mapping[str, str]) -> None:
        """Offer these saved searches: words by name."""
        self._saved = saved
        self._list_saved()

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette
        self.setStyleSheet(_LOOK.format(badge=palette.badge, line=palette.line, text=palette.text))

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_facets(self._facets)
        super().changeEvent(event)

    def _chip(self, chip: Chip) -> QToolButton:
        button = QToolButton()
        words = self._said(chip)
        short = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
        button.setObjectName("chip")
        button.setText(f"{short}  ×".replace("&", "&&"))
        button.setToolTip(self.tr("Search without {part}").format(part=words))
        button.setAccessibleName(button.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._remove, chip))
        return button

    def _remove(self, chip: Chip, _on: bool = False) -> None:
        self.removed.emit(chip)

    def _said(self, chip: Chip) -> str:
        value = chip.value.removeprefix("=") if chip.field == "in" else chip.value
        said = {
            "from": self.tr("by {value}"),
            "reply-to": self.tr("answers {value}"),
            "in": self.tr("in {value}"),
            "site": self.tr("on {value}"),
            "ns": self.tr("namespace {value}"),
            "after": self.tr("from {value} on"),
            "before": self.tr("before {value}"),
            "lang": self.tr("language: {value}"),
            "has": self.tr("with a note"),
            "tag": self.tr("tag: {value}"),
            "phrase": self.tr("exactly “{value}”"),
            "regex": self.tr("pattern {value}"),
        }[chip.field]
        said = said.replace("{value}", self._called("languages" * (chip.field == "lang"), value))
        return self.tr("not: {part}").replace("{part}", said) if chip.negated else said

    def _called(self, facet: str, value: str) -> str:
        if facet != "languages":
            return value
        return {"en": self.tr("English"), "zh": self.tr("Chinese")}.get(value, value)

    def _make_menu(self) -> None:
        menu = self.more.menu()
        self._save = QAction(menu)
        self._save.triggered.connect(self.save_wanted)
        self._copy = menu.addMenu("")
        for style in STYLES:
            self._copy.addAction("").triggered.connect(partial(self._copy_as, style))
        self._manage = QAction(menu)
        self._manage.triggered.connect(self.manage_wanted)
        menu.addSeparator()
        menu.addAction(self._save)
        self._saved_menu = menu.addMenu("")
        menu.addAction(self._manage)

    def _list_saved(self) -> None:
        self._saved_menu.clear()
        for name, text in self._saved.items():
            action = self._saved_menu.addAction(name.replace("&", "&&"))
            action.setToolTip(text)
            action.triggered.connect(partial(self._pick, text))
        self._saved_menu.menuAction().setEnabled(bool(self._saved))
        self._manage.setEnabled(bool(self._saved))

    def _copy_as(self, style: str, _on: bool = False) -> None:
        self.copy_wanted.emit(style)

    def _pick(self, text: str, _on: bool = False) -> None:
        self.picked.emit(text)

    def _retranslate(self) -> None:
        orders = (
            self.tr("Newest first"),
            self.tr("Oldest first"),
            self.tr("Most relevant first"),
            self.tr("As on the pages"),
        )
        for row, words in enumerate(orders):
            self.order.setItemText(row, words)
        name_choice(self.order, self.tr("Order of the results"))
        self.more.setText("⋯")
        self.more.setToolTip(self.tr("Save or copy these results"))
        self.more.setAccessibleName(self.more.toolTip())
        self._save.setText(self.tr("&Save this search…"))
        self._saved_menu.setTitle(self.tr("Sa&ved searches"))
        self._manage.setText(self.tr("&Rename or delete saved searches…"))
        self._copy.setTitle(self.tr("&Copy all with their sources"))
        styles = (
            self.tr("As &text"),
            self.tr("As &Markdown"),
            self.tr("As &BibTeX references"),
            self.tr("As CSL-&JSON references"),
        )
        for action, words in zip(self._copy.actions(), styles, strict=True):
            action.setText(words)
        names = {
            "authors": self.tr("Person"),
            "years": self.tr("Year"),
            "pages": self.tr("Page"),
            "languages": self.tr("Language"),
        }
        for name, words in names.items():
            button = self._buttons[name]
            button.setText(f"{words} ▾")
            button.setAccessibleName(self.tr("Narrow by: {what}").format(what=words))


def _filter(facet: str, value: str) -> tuple[str, ...]:
    """Return what narrows a search to a value, as `talkreader.domain.typed.narrowed` takes it."""
    if facet == "years":
        return ("after", value, "before", str(int(value) + 1))
    if facet == "pages":
        return ("in", "=" + value)
    return ({"authors": "from", "languages": "lang"}[facet], value)
