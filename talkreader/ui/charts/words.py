"""What a picture says in words: its name, its table, and each of its cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from talkreader.pictures import Cell, Picture, PictureKind
from talkreader.ui import words
from talkreader.ui.marking import QT_TRANSLATE_NOOP

NAMES = {
    PictureKind.ACTIVITY: QT_TRANSLATE_NOOP("charts", "Activity over time"),
    PictureKind.PEOPLE: QT_TRANSLATE_NOOP("charts", "People and sections"),
    PictureKind.NETWORK: QT_TRANSLATE_NOOP("charts", "Who answers whom"),
    PictureKind.THREADS: QT_TRANSLATE_NOOP("charts", "Length of threads"),
}
COUNT = QT_TRANSLATE_NOOP("charts", "Comments")
HEADERS = {
    PictureKind.ACTIVITY: (QT_TRANSLATE_NOOP("charts", "Time"), COUNT),
    PictureKind.PEOPLE: (
        QT_TRANSLATE_NOOP("charts", "Person"),
        QT_TRANSLATE_NOOP("charts", "Section or page"),
        COUNT,
    ),
    PictureKind.NETWORK: (
        QT_TRANSLATE_NOOP("charts", "Who answers"),
        QT_TRANSLATE_NOOP("charts", "Whom"),
        QT_TRANSLATE_NOOP("charts", "Replies"),
    ),
    PictureKind.THREADS: (
        QT_TRANSLATE_NOOP("charts", "Section"),
        QT_TRANSLATE_NOOP("charts", "Begun by"),
        COUNT,
        QT_TRANSLATE_NOOP("charts", "Levels"),
        QT_TRANSLATE_NOOP("charts", "Last comment"),
    ),
}


def say(text: str) -> str:
    """Return one of the words above in the language of the window."""
    return QCoreApplication.translate("charts", text)


def header(kind: PictureKind) -> tuple[str, ...]:
    """Return the names of the columns of a picture's table."""
    return tuple(say(name) for name in HEADERS[kind])


def row(kind: PictureKind, cell: Cell) -> tuple[str | int, ...]:
    """Return what the table says of a cell."""
    who = words.author(cell.row or None)
    if kind is PictureKind.ACTIVITY:
        return (cell.row, cell.count)
    if kind is PictureKind.PEOPLE:
        return (who, words.heading(cell.column or None), cell.count)
    if kind is PictureKind.NETWORK:
        return (who, words.author(cell.column or None), cell.count)
    last = words.moment(cell.last) if cell.last else ""
    return (words.heading(cell.column or None), who, cell.count, cell.depth, last)


def table(picture: Picture) -> tuple[tuple[str, ...], Sequence[tuple[str | int, ...]]]:
    """Return the table behind a picture: its header and a row for each cell."""
    return header(picture.kind), [row(picture.kind, cell) for cell in picture.cells]


class Sentences(QObject):
    """Sentences with a number; a class, for lupdate sees plurals only in ``self.tr``."""

    def cell(self, kind: PictureKind, cell: Cell) -> str:
        """Return what a screen reader and the tool tip say of a cell."""
        if kind is PictureKind.NETWORK:
            said = self.tr("{who} answers {whom} %n time(s)", "", cell.count)
            who, whom = words.author(cell.row or None), words.author(cell.column or None)
            return said.replace("{who}", who).replace("{whom}", whom)
        parts = [str(part) for part in row(kind, cell) if not isinstance(part, int) and part]
        return words.with_colon(" · ".join(parts), words.comments(cell.count))

    def below(self, picture: Picture) -> str:
        """Return what stands below a picture: how much it shows and what it leaves out."""
        parts = []
        if picture.kind is PictureKind.NETWORK:
            parts.append(self.tr("%n repl(ies) in all", "", picture.total))
            if picture.left_out:
                said = self.tr(
                    "%n not drawn: to oneself, or a name is not known", "", picture.left_out
                )
                parts.append(said)
        else:
            parts.append(words.comments(picture.total))
            if picture.left_out and picture.kind is PictureKind.ACTIVITY:
                parts.append(self.tr("%n without a date left out", "", picture.left_out))
            elif picture.left_out:
                parts.append(self.tr("%n in smaller rows left out", "", picture.left_out))
        if picture.more and picture.kind in (PictureKind.NETWORK, PictureKind.PEOPLE):
            parts.append(self.tr("%n more people", "", picture.more))
        elif picture.more:
            parts.append(self.tr("%n more thread(s)", "", picture.more))
        return " · ".join(parts)

    def whole(self, picture: Picture) -> str:
        """Return what a screen reader says of a picture."""
        return f"{say(NAMES[picture.kind])}. {self.below(picture)}"
