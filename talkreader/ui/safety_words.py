"""Words for backups and repairs, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from talkreader.store import Why
from talkreader.ui import words
from talkreader.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from talkreader.store.notes.salvage import Salvage

WHY = {
    Why.DAILY: QT_TRANSLATE_NOOP("safety", "before the first change of a day"),
    Why.ASKED: QT_TRANSLATE_NOOP("safety", "made by hand"),
    Why.MIGRATION: QT_TRANSLATE_NOOP("safety", "before an update of the file"),
    Why.RESTORE: QT_TRANSLATE_NOOP("safety", "before another was restored"),
    Why.UNKNOWN: QT_TRANSLATE_NOOP("safety", "not known"),
}


class _Counted(QObject):
    """Words with a number; a class, for lupdate sees plurals only in ``self.tr``."""

    def back(self, count: int) -> str:
        return self.tr("%n note(s) are there again.", "", count)

    def sound(self, count: int) -> str:
        return self.tr("The notes are sound (%n); nothing was changed.", "", count)

    def journal(self, count: int) -> str:
        return self.tr("%n of them came from the journal of what was done.", "", count)

    def backup(self, count: int) -> str:
        return self.tr("%n of them came from the last backup.", "", count)


def why(reason: Why) -> str:
    """Return why a backup was made."""
    return QCoreApplication.translate("safety", WHY[reason])


def repaired(done: Salvage) -> str:
    """Return what was readable of a damaged file, what was not, and where it is now."""
    counted = _Counted()
    if done.kept is None:
        return counted.sound(done.notes)
    lines = [counted.back(done.notes)]
    if done.from_journal:
        lines.append(counted.journal(done.from_journal))
    if done.from_backup:
        lines.append(counted.backup(done.from_backup))
    if done.damaged:
        said = QT_TRANSLATE_NOOP("safety", "Not all could be read of: {tables}.")
        tables = words.listed(done.damaged)
        lines.append(QCoreApplication.translate("safety", said).format(tables=tables))
    said = QT_TRANSLATE_NOOP("safety", "The damaged file is kept: {path}")
    lines.append(QCoreApplication.translate("safety", said).format(path=done.kept))
    return "\n".join(lines)
