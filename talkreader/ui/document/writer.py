"""Appends blocks, words and tables to a document, and tells `Places` where everything landed."""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
    QTextTableFormat,
)

from talkreader.ui.document.positions import Places
from talkreader.ui.document.scripts import Shown
from talkreader.ui.document.style import Style

# Each would end the block, or stand for an object: a file must not be able to do either.
# One for one, so that offsets stay.
_HARMLESS = str.maketrans(
    {
        "\n": "\u2028",
        "\r": " ",
        "\u2029": "\u2028",
        "\ufdd0": "\ufffd",
        "\ufdd1": "\ufffd",
        "\ufffc": "\ufffd",
        "\0": "\ufffd",
    }
)


class Writer:
    """The pen of the builder; always at the end of the document, or inside a table's cell."""

    def __init__(self, document: QTextDocument, style: Style, places: Places) -> None:
        self.document = document
        self.style = style
        self.places = places
        self.cursor = QTextCursor(document)
        self.links: list[str] = []
        self.shown = Shown(style.look.shown_script)
        self._unused = True  # the block at the end is empty and may be taken
        self._behind_table = False

    @property
    def at(self) -> int:
        """The document position of the pen."""
        return self.cursor.position()

    def block(self, form: QTextBlockFormat) -> int:
        """Begin a block; return its position."""
        if self._unused and self._behind_table and form.topMargin() > 0:
            # Qt leaves out the space above the first block behind a table
            self.cursor.setBlockFormat(self.style.hair())
            self.cursor.insertBlock(form, QTextCharFormat())
        elif self._unused:
            self.cursor.setBlockFormat(form)
        else:
            self.cursor.insertBlock(form, QTextCharFormat())
        self._unused = self._behind_table = False
        return self.cursor.position()

    def words(self, text: str, form: QTextCharFormat) -> None:
        """Write words at the pen."""
        self.cursor.insertText(text.translate(_HARMLESS), form)

    def enter(self, cell: QTextCursor) -> None:
        """Move the pen into a cell."""
        self.cursor = cell

    def table(self, rows: int, columns: int, form: QTextTableFormat) -> QTextTable:
        """Begin a table below what was written; `leave` ends it."""
        if self._unused:  # an empty block has to stand above it: a hair's breadth
            self.cursor.setBlockFormat(self.style.hair())
            self._unused = False
        return self.cursor.insertTable(rows, columns, form)

    def leave(self) -> None:
        """Move the pen behind the table that was written last."""
        self.cursor = QTextCursor(self.document)
        self.cursor.movePosition(QTextCursor.MoveOperation.End)
        self._unused = self._behind_table = True

    def link(self, target: str) -> str:
        """Return the address under which the document knows a link to ``target``.

        A number, because a title such as "User:A#B" does not survive as a QUrl.
        """
        self.links.append(target)
        return f"#{len(self.links) - 1}"

    def target(self, address: str) -> str:
        """Return the target of an address that `link` made; "" for any other."""
        number = address.removeprefix("#")
        known = address.startswith("#") and number.isdecimal() and int(number) < len(self.links)
        return self.links[int(number)] if known else ""
