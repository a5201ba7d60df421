"""Words beside the page: what the one under the mouse or the caret means, and a gloss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTabWidget, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from talkreader.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from talkreader.bilingual import Entry, Gloss, LookUp

_HEAD = 1.5
"""Times the size of the text: a headword."""
_APART = 0.8
"""Times the size of the text: the room above a headword."""


class DictionaryPane(QWidget):
    """``typed`` carries what to look up, ``term_wanted`` the word that a term is made for.

    ``gloss_wanted``: the word-by-word page is seen and wants the comment being read.
    """

    typed = Signal(str)
    term_wanted = Signal(str)
    gloss_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._traditional = False
        self._shown: LookUp | None = None
        self._asked = ""
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self.typed)
        self.word = QTextBrowser()
        self.gloss = QTextBrowser()
        for view in (self.word, self.gloss):
            view.setOpenLinks(False)
            view.setFrameShape(QTextBrowser.Shape.NoFrame)
            view.document().setDocumentMargin(10)
        self.add = QToolButton()
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.add.clicked.connect(lambda: self.term_wanted.emit(self._asked))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.word, "")
        self.tabs.addTab(self.gloss, "")
        self.tabs.currentChanged.connect(self._tell_gloss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.field)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.add)
        self.setFocusProxy(self.field)
        self._retranslate()
        self.show_word(None)

    def set_traditional(self, *, on: bool) -> None:
        """Show Chinese for English words in Traditional characters first, or in Simplified."""
        if on != self._traditional:
            self._traditional = on
            self.show_word(self._shown, self._asked)

    def shows_gloss(self) -> bool:
        """Return whether the word-by-word page is in front."""
        return self.tabs.currentWidget() is self.gloss

    def set_theme(self, palette: Palette) -> None:
        """Show everything in these colours."""
        self._palette = palette
        self.show_word(self._shown)

    def show_word(self, found: LookUp | None, asked: str = "") -> None:
        """Show a word; without one, how to get one, or that what was asked for is not known."""
        self._shown = found
        self._asked = found.word if found is not None else asked
        self.word.clear()
        writer = _Writer(self.word, self._palette)
        if found is None:
            said = self.tr("“{word}” is in neither dictionary.").format(word=asked)
            hint = self.tr("Point at a word of the page, or move the caret to it.")
            writer.line(said if asked else hint, faint=True)
        elif found.chinese:
            self._write_chinese(writer, found)
        else:
            self._write_english(writer, found)
        writer.done()

    def show_gloss(self, glosses: Sequence[Gloss]) -> None:
        """Show the Chinese of a text word by word: it is no translation, and says so."""
        self.gloss.clear()
        writer = _Writer(self.gloss, self._palette)
        if not glosses:
            writer.line(self.tr("There is no Chinese here."), faint=True)
        else:
            writer.line(self.tr("Word by word, not a translation"), faint=True)
        for gloss in glosses:
            writer.words(gloss.word, size=1.15)
            writer.words(f"  {gloss.pinyin}" if gloss.pinyin else "", faint=True)
            writer.line()
            writer.line(gloss.meaning or self.tr("not in the dictionary"), faint=not gloss.meaning)
        writer.done()

    def _write_chinese(self, writer: _Writer, found: LookUp) -> None:
        if found.term is not None:
            writer.head(found.word)
            writer.line()
            self._write_source(writer, own=found.term.own)
            writer.line(found.term.english)
            if found.term.note:
                writer.line(found.term.note, faint=True)
        for entry in found.entries:
            self._write_entry(writer, entry, found.word)
        self._write_credit(writer, found)

    def _write_english(self, writer: _Writer, found: LookUp) -> None:
        writer.head(found.word)
        writer.line()
        if found.term is not None:
            self._write_source(writer, own=found.term.own)
            both = [found.term.simplified, found.term.traditional]
            both = both[::-1] if self._traditional else both
            writer.line(" / ".join(dict.fromkeys(filter(None, both))))
            if found.term.note:
                writer.line(found.term.note, faint=True)
        for entry in found.entries:
            first = entry.traditional if self._traditional else entry.simplified
            self._write_entry(writer, entry, first)
        self._write_credit(writer, found)

    def _write_source(self, writer: _Writer, *, own: bool) -> None:
        writer.line(self.tr("Your glossary") if own else self.tr("Wiki glossary"), faint=True)

    def _write_credit(self, writer: _Writer, found: LookUp) -> None:
        if found.entries:
            from talkreader.bilingual import CREDIT

            writer.line()
            writer.line(CREDIT, faint=True, size=0.85)

    def _write_entry(self, writer: _Writer, entry: Entry, word: str) -> None:
        from talkreader.bilingual import (
            is_traditional,
            measure_words,
            same_script,
            sense_words,
            tone_marks,
        )

        first = same_script(entry, word)
        writer.head(first)
        other = entry.traditional if first == entry.simplified else entry.simplified
        if other != first:
            writer.words(f"  {other}", faint=True, size=1.15)
        writer.line(f"  {tone_marks(entry.pinyin)}", faint=True)
        traditional = first != entry.simplified or is_traditional(word)
        senses = [
            sense_words(each, traditional=traditional)
            for each in entry.senses
            if measure_words(each) is None
        ]
        for number, sense in enumerate(senses, 1):
            writer.line(f"{number}. {sense}" if len(senses) > 1 else sense)
        measures = (measure_words(each, traditional=traditional) for each in entry.senses)
        for measure in filter(None, measures):
            writer.line(self.tr("Measure word: {words}").format(words=measure), faint=True)

    def _tell_gloss(self) -> None:
        if self.shows_gloss():
            self.gloss_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_word(self._shown, self._asked)
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Look up a word"))
        self.field.setAccessibleName(self.tr("Look up a word"))
        self.word.setAccessibleName(self.tr("Dictionary"))
        self.gloss.setAccessibleName(self.tr("Word-by-word gloss"))
        self.tabs.setTabText(0, self.tr("Word"))
        self.tabs.setTabText(1, self.tr("Gloss"))
        self.tabs.setTabToolTip(1, self.tr("Word-by-word gloss"))
        self.tabs.setAccessibleName(self.tr("Dictionary"))
        self.add.setText(self.tr("Add to your glossary…"))


class _Writer:
    """Writes plain words into a view, paragraph by paragraph; nothing is read as markup."""

    def __init__(self, view: QTextBrowser, palette: Palette) -> None:
        self._view = view
        self._palette = palette
        self._cursor = QTextCursor(view.document())
        self._cursor.beginEditBlock()
        self._points = view.font().pointSizeF()
        self._open = False
        self._apart = False

    def words(self, text: str, *, faint: bool = False, size: float = 1.0) -> None:
        """Write words at the end of the paragraph."""
        form = QTextCharFormat()
        if size != 1.0:
            font = QFont(self._view.font())
            font.setPointSizeF(self._points * size)
            form.setFont(font)
        form.setForeground(QColor(self._palette.muted if faint else self._palette.text))
        self._begin()
        self._cursor.insertText(text, form)

    def head(self, text: str) -> None:
        """Begin a headword, with room above it where something stands there."""
        self._apart = not self._cursor.atStart()
        self.words(text, size=_HEAD)

    def line(self, text: str = "", *, faint: bool = False, size: float = 1.0) -> None:
        """Write words and end the paragraph."""
        self.words(text, faint=faint, size=size)
        self._open = False

    def done(self) -> None:
        """Show what was written from its top."""
        self._cursor.endEditBlock()
        self._view.verticalScrollBar().setValue(0)

    def _begin(self) -> None:
        if self._open:
            return
        form = QTextBlockFormat()
        form.setBottomMargin(2)
        form.setTopMargin(self._points * _APART if self._apart else 0)
        self._apart = False
        if self._cursor.atStart():
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._open = True
