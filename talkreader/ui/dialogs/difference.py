"""Two texts as one: what was removed is struck out, what was added underlined."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from talkreader.domain.changes import Piece, PieceKind
from talkreader.ui.document.fonts import default_script, reading_font
from talkreader.ui.theme import Palette


class Difference(QTextBrowser):
    """Shows the words of a comment, with what was changed in them. Colour is never all of it."""

    def __init__(self, palette: Palette, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = palette
        self.setOpenLinks(False)
        self.setFont(reading_font(11, default_script(language)))
        self.setAccessibleName(self.tr("Words of the comment"))

    def show_words(self, before: str | None, after: str | None) -> None:
        """Show one text, or two as one; None: there is none."""
        self.clear()
        pen = QTextCursor(self.document())
        if before is not None and after is not None:
            from talkreader.reading import compare_words

            for piece in compare_words(before, after):
                pen.insertText(piece.text, self._look(piece))
        else:
            kind = PieceKind.SAME if after is not None else PieceKind.REMOVED
            text = after if after is not None else before or ""
            pen.insertText(text, self._look(Piece(kind, text)))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a comment."""
        self.clear()
        QTextCursor(self.document()).insertText(sentence, self._look(Piece(PieceKind.SAME, "")))

    def _look(self, piece: Piece) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._colors.text))
        if piece.kind is PieceKind.REMOVED:
            form.setFontStrikeOut(True)
            form.setForeground(QColor(self._colors.people[0]))
            form.setToolTip(self.tr("Removed since"))
        elif piece.kind is PieceKind.ADDED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setProperty(QTextFormat.Property.FontWeight, 600)
            form.setForeground(QColor(self._colors.fresh))
            form.setToolTip(self.tr("Added since"))
        return form
