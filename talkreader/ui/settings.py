"""What a person may set: one line per setting; dialog, help and file are made from this table."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from talkreader.domain.color import Color
from talkreader.ui.marking import QT_TRANSLATE_NOOP

APP = "talkreader"


class Setting(NamedTuple):
    """One setting. ``choices``: (value, label) pairs; without a label it is not in the dialog.

    ``kind`` is "latin" or "chinese" for a font's name ("": automatic), "zoom" for a step of size,
    "port" for a number of a port, "folder" for a folder ("": none).
    """

    key: str
    default: bool | int | str
    label: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = ""


THEME = Setting(
    "view/theme",
    "auto",
    QT_TRANSLATE_NOOP("settings", "Theme"),
    QT_TRANSLATE_NOOP("settings", "Auto follows the system, also while the program runs."),
    (
        ("auto", QT_TRANSLATE_NOOP("settings", "Auto")),
        ("light", QT_TRANSLATE_NOOP("settings", "Light")),
        ("dark", QT_TRANSLATE_NOOP("settings", "Dark")),
        ("sepia", QT_TRANSLATE_NOOP("settings", "Sepia")),
    ),
)
LANGUAGE = Setting(
    "view/language",
    "auto",
    QT_TRANSLATE_NOOP("settings", "Language of the window"),
    QT_TRANSLATE_NOOP("settings", "Acts at once. Pages are always shown as they were written."),
    (
        ("auto", QT_TRANSLATE_NOOP("settings", "As the system")),
        ("en", "English"),
        ("zh_CN", "简体中文"),
        ("zh_TW", "繁體中文"),
    ),
)
TIMES = Setting(
    "view/times",
    "utc",
    QT_TRANSLATE_NOOP("settings", "Times"),
    QT_TRANSLATE_NOOP("settings", "The words that were signed are always shown on hover."),
    (
        ("utc", QT_TRANSLATE_NOOP("settings", "UTC")),
        ("local", QT_TRANSLATE_NOOP("settings", "Local time")),
        ("signed", QT_TRANSLATE_NOOP("settings", "As signed")),
    ),
)
PEOPLE = Setting(
    "view/people",
    True,
    QT_TRANSLATE_NOOP("settings", "A colour for each person"),
    QT_TRANSLATE_NOOP("settings", "Names in the page are coloured; the name is always written."),
)
LATIN_FONT = Setting(
    "view/latin-font",
    "",
    QT_TRANSLATE_NOOP("settings", "Font for Latin text"),
    QT_TRANSLATE_NOOP("settings", "For the page; the window keeps the font of the system."),
    kind="latin",
)
CHINESE_FONT = Setting(
    "view/chinese-font",
    "",
    QT_TRANSLATE_NOOP("settings", "Font for Chinese text"),
    QT_TRANSLATE_NOOP("settings", "Automatic: the one that fits the script of each comment."),
    kind="chinese",
)
LINE = Setting(
    "view/line-height",
    "100",
    QT_TRANSLATE_NOOP("settings", "Line height"),
    QT_TRANSLATE_NOOP("settings", "Chinese lines always get a little more than Latin ones."),
    (
        ("88", QT_TRANSLATE_NOOP("settings", "Tight")),
        ("100", QT_TRANSLATE_NOOP("settings", "Normal")),
        ("115", QT_TRANSLATE_NOOP("settings", "Wide")),
        ("132", QT_TRANSLATE_NOOP("settings", "Very wide")),
    ),
)
WIDTH = Setting(
    "view/text-width",
    "48",
    QT_TRANSLATE_NOOP("settings", "Width of the text"),
    QT_TRANSLATE_NOOP("settings", "Long lines tire the eye; a narrow window has shorter ones."),
    (
        ("38", QT_TRANSLATE_NOOP("settings", "Narrow")),
        ("48", QT_TRANSLATE_NOOP("settings", "Normal")),
        ("64", QT_TRANSLATE_NOOP("settings", "Wide")),
        ("400", QT_TRANSLATE_NOOP("settings", "The whole window")),
    ),
)
ZOOM = Setting(
    "view/zoom",
    0,
    QT_TRANSLATE_NOOP("settings", "Size of the text"),
    QT_TRANSLATE_NOOP("settings", "Also with Ctrl and +, -, 0 or the wheel."),
    kind="zoom",
)
LETTERS = Setting(
    "keys/letters",
    True,
    QT_TRANSLATE_NOOP("settings", "Single-letter keys in the reading pane"),
    QT_TRANSLATE_NOOP("settings", "J, K, H, A, 1 to 5 and the like. The menus keep every command."),
)
RESTORE = Setting(
    "open/restore",
    True,
    QT_TRANSLATE_NOOP("settings", "Begin with what was open the last time"),
    QT_TRANSLATE_NOOP("settings", "All tabs, each at its place with its search."),
)
SHOWN_SCRIPT = Setting(
    "view/script",
    "",
    QT_TRANSLATE_NOOP("settings", "Show Chinese"),
    QT_TRANSLATE_NOOP(
        "settings", "For the eye only: names, links, notes and what is copied stay as written."
    ),
    (
        ("", QT_TRANSLATE_NOOP("settings", "In the script it was written in")),
        ("zh-hans", QT_TRANSLATE_NOOP("settings", "In Simplified characters")),
        ("zh-tw", QT_TRANSLATE_NOOP("settings", "In Traditional characters (Taiwan)")),
        ("zh-hk", QT_TRANSLATE_NOOP("settings", "In Traditional characters (Hong Kong)")),
    ),
)
KEYS = Setting("keys/changed", "")
ON_DEMAND = "demand"
TRANSLATIONS = Setting(
    "view/translations",
    "beside",
    QT_TRANSLATE_NOOP("settings", "Position of translations"),
    QT_TRANSLATE_NOOP("settings", "While they are shown: View, Side by side."),
    (
        ("beside", QT_TRANSLATE_NOOP("settings", "Beside the words")),
        ("below", QT_TRANSLATE_NOOP("settings", "Below the words")),
        (ON_DEMAND, QT_TRANSLATE_NOOP("settings", "Below, on demand")),
    ),
)
FIRST_LANGUAGE = Setting(
    "view/first-language",
    "",
    QT_TRANSLATE_NOOP("settings", "Language that comes first"),
    QT_TRANSLATE_NOOP("settings", "On the left, or above."),
    choices=(
        ("", QT_TRANSLATE_NOOP("settings", "The one written first")),
        ("en", QT_TRANSLATE_NOOP("settings", "English")),
        ("zh", QT_TRANSLATE_NOOP("settings", "Chinese")),
    ),
)
MACHINES = Setting("translate/machines", "")
LIBRETRANSLATE = Setting(
    "translate/libretranslate",
    False,
    QT_TRANSLATE_NOOP("settings", "LibreTranslate on this computer"),
    QT_TRANSLATE_NOOP("settings", "Drafts by the LibreTranslate that runs at 127.0.0.1."),
)
LIBRETRANSLATE_PORT = Setting(
    "translate/libretranslate-port",
    5000,
    QT_TRANSLATE_NOOP("settings", "Its port"),
    QT_TRANSLATE_NOOP("settings", "Nothing is ever sent to another computer."),
    kind="port",
)
MARGIN = Setting("view/margin", True)
SIDE_BY_SIDE = Setting("view/side-by-side", False)
BY_TIME = Setting("view/by-time", False)
COLOR = Setting("notes/color", "yellow", choices=tuple((color.value, "") for color in Color))
SCOPE = Setting("search/scope", "page", choices=(("page", ""), ("library", "")))
LIBRARY_ORDER = Setting(
    "view/library-order",
    "imported",
    choices=tuple((order, "") for order in ("imported", "title", "last", "comments")),
)
WATCHED = Setting(
    "open/watched-folder",
    "",
    QT_TRANSLATE_NOOP("settings", "Watched folder"),
    QT_TRANSLATE_NOOP(
        "settings",
        "Files that are in it, or come into it, are imported by themselves once they are whole.",
    ),
    kind="folder",
)
LAST_FOLDER = Setting("open/folder", "")
RECENT = Setting("open/recent", 0)
"""How many entries the list of what was opened before had: the window keeps their room."""
GEOMETRY = Setting("window/geometry", "")
STATE = Setting("window/state", "")

ALL = (
    THEME,
    LANGUAGE,
    TIMES,
    PEOPLE,
    ZOOM,
    LATIN_FONT,
    CHINESE_FONT,
    LINE,
    WIDTH,
    LETTERS,
    RESTORE,
    SHOWN_SCRIPT,
    TRANSLATIONS,
    FIRST_LANGUAGE,
    KEYS,
    MACHINES,
    LIBRETRANSLATE,
    LIBRETRANSLATE_PORT,
    SIDE_BY_SIDE,
    BY_TIME,
    COLOR,
    SCOPE,
    LIBRARY_ORDER,
    WATCHED,
    LAST_FOLDER,
    RECENT,
    GEOMETRY,
    STATE,
)


def config_folder() -> Path:
    """The folder of the settings file: TALKREADER_CONFIG, or the platform's place for it."""
    named = os.environ.get("TALKREADER_CONFIG")
    if named:
        return Path(named)
    # platformdirs and not QStandardPaths, which doubles the folder when organisation = name
    import platformdirs

    return Path(platformdirs.user_config_dir(APP, appauthor=False))


class Settings(QObject):
    """The settings as they are now, kept in an ini file; ``changed`` names the setting."""

    changed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = folder / "talkreader.ini"
        self._file = QSettings(str(path), QSettings.Format.IniFormat, self)

    def text(self, setting: Setting) -> str:
        """The value of a setting that is words or a choice; the default when it makes no sense."""
        value = str(self._file.value(setting.key, setting.default))
        if setting.choices and value not in {choice for choice, _ in setting.choices}:
            return str(setting.default)
        return value

    def flag(self, setting: Setting) -> bool:
        """The value of a setting that is on or off."""
        value = self._file.value(setting.key, setting.default)
        return value if isinstance(value, bool) else str(value).lower() == "true"

    def number(self, setting: Setting) -> int:
        """The value of a setting that is a whole number; the default when it is not one."""
        try:
            return int(str(self._file.value(setting.key, setting.default)))
        except ValueError:
            return int(setting.default)

    def bytes(self, setting: Setting) -> QByteArray:
        """The value of a setting that only Qt can read; empty when it was never kept."""
        return QByteArray.fromBase64(self.text(setting).encode())

    def keep(self, setting: Setting, value: bool | int | str | QByteArray) -> None:
        """Keep a value at once; ``changed`` follows when it differs."""
        if isinstance(value, QByteArray):
            value = bytes(value.toBase64().data()).decode()
        if str(self._file.value(setting.key, setting.default)) == str(value):
            return
        self._file.setValue(setting.key, value)
        self.changed.emit(setting)

    def sync(self) -> None:
        """Write the file now."""
        self._file.sync()
