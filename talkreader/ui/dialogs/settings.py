"""The settings, made from the table of settings; every change acts at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.folder_field import FolderField
from talkreader.ui.dialogs.size import open_at, scrolled
from talkreader.ui.document.styled import STEPS
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.settings import ALL, Setting, Settings

GROUPS = (
    ("view", QT_TRANSLATE_NOOP("settings", "Look")),
    ("keys", QT_TRANSLATE_NOOP("settings", "Keys")),
    ("translate", QT_TRANSLATE_NOOP("settings", "Machine translation")),
    ("", QT_TRANSLATE_NOOP("settings", "Behaviour")),
)
PERCENT = 10
"""Percent of the size that one step of the zoom is."""


class SettingsDialog(QDialog):
    """One line per setting that has a label. ``keys_wanted``: the button for the key sheet."""

    keys_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        sheet = QWidget()
        self._form = QFormLayout(sheet)
        self._form.setContentsMargins(20, 12, 20, 12)
        self._form.setVerticalSpacing(9)
        self._form.setHorizontalSpacing(18)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        known = {group for group, _label in GROUPS if group}
        for group, label in GROUPS:
            rows = [
                setting
                for setting in ALL
                if setting.label
                and (_group(setting) == group or (not group and _group(setting) not in known))
            ]
            if rows:
                self._add_group(_say(label), rows)
            if group == "keys":
                self.keys = QPushButton(self.tr("Change keys…"))
                self.keys.setAutoDefault(False)
                self.keys.clicked.connect(self.keys_wanted)
                self._form.addRow("", self.keys)
        scroll = scrolled(sheet)
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(20, 0, 20, 12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        hint = sheet.sizeHint()
        open_at(self, max(hint.width() + 30, 560), min(hint.height() + 70, 640))

    def _add_group(self, label: str, rows: list[Setting]) -> None:
        head = QLabel(label)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        head.setContentsMargins(0, 8 if self._form.rowCount() else 0, 0, 0)
        self._form.addRow(head)
        for setting in rows:
            self._form.addRow(*self._row(setting))

    def _row(self, setting: Setting) -> tuple[QLabel, QWidget]:
        label = QLabel(_say(setting.label))
        field = self._field(setting)
        field.setToolTip(_say(setting.help))
        field.setAccessibleName(label.text())
        field.setAccessibleDescription(_say(setting.help))
        label.setBuddy(field)
        return label, field

    def _field(self, setting: Setting) -> QWidget:
        if setting.kind == "zoom":
            return self._zoom(setting)
        if setting.kind == "port":
            return self._port(setting)
        if setting.kind == "folder":
            return self._folder(setting)
        if setting.kind:
            return self._font(setting)
        return self._choice(setting) if setting.choices else self._switch(setting)

    def _choice(self, setting: Setting) -> QWidget:
        box = QComboBox()
        for value, text in setting.choices:
            box.addItem(_say(text), value)
        box.setCurrentIndex(box.findData(self._settings.text(setting)))
        # Qt counts the brackets of Chinese too narrow
        box.setMinimumWidth(box.sizeHint().width() + box.fontMetrics().averageCharWidth())
        box.currentIndexChanged.connect(lambda: self._settings.keep(setting, box.currentData()))
        return box

    def _switch(self, setting: Setting) -> QWidget:
        box = QCheckBox(_say(setting.help))
        box.setChecked(self._settings.flag(setting))
        box.toggled.connect(lambda on: self._settings.keep(setting, on))
        return box

    def _font(self, setting: Setting) -> QWidget:
        box = QComboBox()
        box.setMaximumWidth(300)
        box.addItem(self.tr("Automatic"), "")
        for family in _families(setting.kind):
            box.addItem(family, family)
        box.setCurrentIndex(max(0, box.findData(self._settings.text(setting))))
        box.currentIndexChanged.connect(lambda: self._settings.keep(setting, box.currentData()))
        return box

    def _port(self, setting: Setting) -> QWidget:
        box = QSpinBox()
        box.setRange(1, 65_535)
        box.setGroupSeparatorShown(False)
        box.setValue(self._settings.number(setting))
        box.valueChanged.connect(lambda value: self._settings.keep(setting, value))
        return box

    def _folder(self, setting: Setting) -> QWidget:
        """Make what shows a folder, or none, and lets the person choose and leave it."""
        made = FolderField(self._settings.text(setting), _say(setting.help))
        made.chosen.connect(lambda folder: self._settings.keep(setting, folder))
        return made

    def _zoom(self, setting: Setting) -> QWidget:
        box = QSpinBox()
        box.setRange(100 + STEPS[0] * PERCENT, 100 + STEPS[1] * PERCENT)
        box.setSingleStep(PERCENT)
        box.setSuffix(" %")
        box.setValue(100 + self._settings.number(setting) * PERCENT)
        box.valueChanged.connect(
            lambda value: self._settings.keep(setting, round((value - 100) / PERCENT))
        )
        return box


def _families(kind: str) -> list[str]:
    """Return the fonts to read Latin or Chinese in; private ones begin with a dot."""
    system = QFontDatabase.WritingSystem
    scripts = [system.Latin]
    if kind == "chinese":
        scripts = [system.SimplifiedChinese, system.TraditionalChinese]
    found = {family for script in scripts for family in QFontDatabase.families(script)}
    return sorted(family for family in found if not family.startswith("."))


def _group(setting: Setting) -> str:
    return setting.key.partition("/")[0]


def _say(text: str) -> str:
    return QCoreApplication.translate("settings", text)
