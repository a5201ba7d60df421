"""Which notes: what is offered, and a tag where one has to be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from talkreader.gathering import Scope
from talkreader.ui.naming import name_choice


@dataclass(frozen=True, slots=True)
class Offer:
    """Notes that can be taken along, and the title of that.

    ``with_tag``: of a tag that the person chooses, which is then the title.
    """

    label: str
    scope: Scope
    title: str
    with_tag: bool = False


class ScopeBox(QWidget):
    """``changed``: other notes were chosen."""

    changed = Signal()

    def __init__(
        self, offers: Sequence[Offer], tags: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.which = QComboBox()
        name_choice(self.which, self.tr("Which notes"))
        for offer in offers:
            if tags or not offer.with_tag:
                self.which.addItem(offer.label, offer)
        self.tag = QComboBox()
        self.tag.addItems(list(tags))
        name_choice(self.tag, self.tr("Tag"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.which, 2)
        layout.addWidget(self.tag, 1)
        self.setFocusProxy(self.which)
        self.which.currentIndexChanged.connect(self._choose)
        self.tag.currentIndexChanged.connect(self.changed)
        self.tag.setVisible(self._offer().with_tag)

    def scope(self) -> Scope:
        """Return the notes that are chosen."""
        offer = self._offer()
        return replace(offer.scope, tag=self.tag.currentText()) if offer.with_tag else offer.scope

    def title(self) -> str:
        """Return what the chosen notes are called."""
        offer = self._offer()
        return self.tag.currentText() if offer.with_tag else offer.title

    def _offer(self) -> Offer:
        offer: Offer | None = self.which.currentData()
        return Offer("", Scope(), "") if offer is None else offer

    def _choose(self) -> None:
        self.tag.setVisible(self._offer().with_tag)
        self.changed.emit()


def file_name(title: str, extension: str) -> str:
    """Return a name for a file: letters, digits and what every disk takes."""
    stem = "".join(c if c.isalnum() or c in " -_." else "_" for c in title).strip()
    return f"{stem or 'notes'}{extension}"
