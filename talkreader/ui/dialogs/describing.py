"""What a person knows of a page and its file does not say: title, wiki, language."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from talkreader.domain.page import PageInfo
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of


class DescribingDialog(QDialog):
    """``described`` carries title, site and language, when the title is not empty."""

    described = Signal(str, str, str)

    def __init__(self, info: PageInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Title and wiki of this page"))
        about = QLabel(
            self.tr(
                "Fill in what the file does not say; then it is read again. A newer copy with the"
                " same title and wiki is known as the same page. Your notes stay with it. One of"
                " several copies that gets another title or wiki becomes a page of its own."
            )
        )
        about.setWordWrap(True)
        about.setMinimumWidth(420)
        self.title = QLineEdit(info.title)
        self.title.setPlaceholderText(self.tr("for example {name}").format(name="Talk:Lighthouse"))
        self.site = QLineEdit(info.site)
        self.site.setPlaceholderText(self.tr("for example {name}").format(name="zh.wikipedia.org"))
        self.language = QLineEdit(info.language)
        self.language.setPlaceholderText(self.tr("for example {name}").format(name="zh"))
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Wiki"), self.site)
        form.addRow(self.tr("&Language of the wiki"), self.language)
        self.buttons = button_box(QDialogButtonBox.StandardButton.Cancel)
        self.read = self.buttons.addButton(
            self.tr("&Read it again"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.read.setDefault(True)
        self.buttons.accepted.connect(self._tell)
        self.buttons.rejected.connect(self.reject)
        layout = column_of(self)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.title.textChanged.connect(self._check)
        self._check()
        self.title.setFocus()

    def _check(self) -> None:
        self.read.setEnabled(bool(self.title.text().strip()))

    def _tell(self) -> None:
        fields = (self.title, self.site, self.language)
        self.described.emit(*(field.text().strip() for field in fields))
        self.accept()
