"""What a person can say of files that do not say it themselves: title, wiki, language."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from talkreader.ui.archive_words import kind_of_source


class FirstPage(NamedTuple):
    """What a file says of its first page; "" for what it does not. ``kind`` in words."""

    title: str
    site: str
    language: str
    kind: str


class HintsBox(QWidget):
    """Three fields behind a button, for they are hardly ever needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QToolButton()
        self.switch.setText(self.tr("What the files do not sa&y"))
        self.switch.setCheckable(True)
        self.switch.setAutoRaise(True)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setArrowType(Qt.ArrowType.RightArrow)
        self.switch.toggled.connect(self._unfold)
        self.title, self.site, self.language = QLineEdit(), QLineEdit(), QLineEdit()
        self.found = QLabel()
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.inside = QWidget()
        form = QFormLayout(self.inside)
        form.setContentsMargins(20, 0, 0, 0)
        form.addRow(self.found)
        form.addRow(self.tr("Tit&le"), self.title)
        form.addRow(self.tr("&Wiki"), self.site)
        form.addRow(self.tr("Lan&guage of the wiki"), self.language)
        self.inside.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.switch)
        layout.addWidget(self.inside)
        self.show_page(None)

    def said(self) -> tuple[str, str, str]:
        """Return title, wiki and language as typed; a title only for a single file."""
        title = self.title.text().strip() if self.title.isEnabled() else ""
        return title, self.site.text().strip(), self.language.text().strip()

    def set_alone(self, *, on: bool) -> None:
        """Say whether there is one file: many cannot have one title."""
        self.title.setEnabled(on)
        self.show_page(None)

    def show_page(self, page: FirstPage | None) -> None:
        """Show what was found in the file, in the place of what could be said; None: not known."""
        examples = ("Talk:Lighthouse", "zh.wikipedia.org", "zh")
        known = ("", "", "") if page is None else page[:3]
        fields = (self.title, self.site, self.language)
        for field, value, example in zip(fields, known, examples, strict=True):
            shown = (
                self.tr("{value} (found in the file)") if value else self.tr("for example {name}")
            )
            field.setPlaceholderText(shown.format(value=value, name=example))
        said = self.tr("Counts for pages whose file does not say it.")
        if page is not None:
            said = self.tr("Read as: {kind}").format(kind=kind_of_source(page.kind)) + "\n" + said
        self.found.setText(said)

    def _unfold(self, on: bool) -> None:
        self.switch.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.inside.setVisible(on)
