"""The settings, made from the table of settings; every change acts at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from talkreader.ui.settings import ALL, Setting, Settings


class SettingsDialog(QDialog):
    """One line per setting that has a label."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        form = QFormLayout(self)
        for setting in ALL:
            if setting.label:
                form.addRow(*self._row(setting))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def _row(self, setting: Setting) -> tuple[QLabel, QWidget]:
        label = QLabel(_say(setting.label))
        field = self._choice(setting) if setting.choices else self._switch(setting)
        field.setToolTip(_say(setting.help))
        field.setAccessibleName(label.text())
        field.setAccessibleDescription(_say(setting.help))
        label.setBuddy(field)
        return label, field

    def _choice(self, setting: Setting) -> QWidget:
        box = QComboBox()
        for value, text in setting.choices:
            box.addItem(_say(text), value)
        box.setCurrentIndex(box.findData(self._settings.text(setting)))
        box.currentIndexChanged.connect(lambda: self._settings.keep(setting, box.currentData()))
        return box

    def _switch(self, setting: Setting) -> QWidget:
        box = QCheckBox(_say(setting.help))
        box.setChecked(self._settings.flag(setting))
        box.toggled.connect(lambda on: self._settings.keep(setting, on))
        return box


def _say(text: str) -> str:
    return QCoreApplication.translate("settings", text)
