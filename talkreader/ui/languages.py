"""The languages of the window, and how to change them while it is open."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from talkreader.domain.resources import resource
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.settings import LANGUAGE, SHOWN_SCRIPT, Settings

_TRADITIONAL = ("zh-tw", "zh-hk")


class Language(NamedTuple):
    """A language of the window: its code in file names, and its own name for itself."""

    code: str
    name: str


LANGUAGES = (
    Language("en", "English"),
    Language("zh_CN", "简体中文"),
    Language("zh_TW", "繁體中文"),
)


def closest(wanted: list[str]) -> str:
    """Return the code of the language that serves a person best who reads ``wanted`` (BCP 47).

    English when none fits. Hong Kong and Macau read Traditional, Singapore Simplified: Qt itself
    would load nothing for them.
    """
    for tag in wanted:
        parts = tag.replace("_", "-").lower().split("-")
        if parts[0] == "zh":
            traditional = {"hant", "tw", "hk", "mo"} & set(parts)
            return "zh_TW" if traditional and "hans" not in parts else "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


def reads_traditional(settings: Settings) -> bool:
    """Return whether a person reads Chinese in Traditional characters rather than in Simplified.

    What they let Chinese be shown in says so; else the language of the window does.
    """
    script, window = settings.text(SHOWN_SCRIPT), settings.text(LANGUAGE)
    if script:
        return script in _TRADITIONAL
    return (closest(QLocale().uiLanguages()) if window == "auto" else window) == "zh_TW"


OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QFileSystemModel", "%1 byte(s)"),
    QT_TRANSLATE_NOOP("QToolBar", "Extension"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
)
"""Words of Qt's windows that its own Chinese files lack, or say otherwise than keyboards do."""


class Interpreter:
    """Installs the translations of one language at a time into an application."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.code = ""

    def use(self, code: str) -> str:
        """Change the language ("auto": the system's); return the code that is used now."""
        code = closest(QLocale().uiLanguages()) if code == "auto" else code
        if code == self.code:
            return code
        for old in self._installed:
            self._app.removeTranslator(old)
        self._installed = []
        own = str(resource("translations"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        # The last one installed is asked first. English has a file for its plurals only.
        for name, folder in ((f"qtbase_{code}", qt), (f"talkreader_{code}", own)):
            translator = QTranslator()
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        self.code = code
        return code
