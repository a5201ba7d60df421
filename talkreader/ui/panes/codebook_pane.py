"""The codebook beside the page: the tree of codes, what the chosen one means, and acts on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.code import HIGHLIGHTS, Code, CodeUse
from talkreader.ui import words
from talkreader.ui.icons import swatch
from talkreader.ui.panes.codes_tree import CodesTree
from talkreader.ui.prose_field import ProseField
from talkreader.ui.theme import LIGHT, Palette

PAUSE = 700
"""Milliseconds without a key after which a definition is kept."""


class Definition(ProseField):
    """Words that are kept when one pauses or goes elsewhere."""

    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.kept)
        self.textChanged.connect(self._pause.start)

    def stop(self) -> None:
        """Keep nothing more of what was typed."""
        self._pause.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the person went elsewhere."""
        super().focusOutEvent(event)
        self.kept.emit()


class CodebookPane(QWidget):
    """Signals carry tags; ``named`` (old, "" for a new code; new), ``described`` a `Code`.

    ``apply_wanted``: to the selected words. ``notes_wanted``: those with the code or one below it.
    ``color_wanted``: another than those of the menu.
    """

    named = Signal(str, str)
    described = Signal(object)
    delete_wanted = Signal(str)
    apply_wanted = Signal(str)
    notes_wanted = Signal(str)
    move_wanted = Signal(str)
    color_wanted = Signal(str)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._book: dict[str, CodeUse] = {}
        self._described = ""
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.tree = CodesTree()
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(12, 14, 12, 8)
        # of one ground with the empty list below
        self.hint.setBackgroundRole(QPalette.ColorRole.Base)
        self.hint.setAutoFillBackground(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.definition = Definition()
        self.new, self.more = QToolButton(), QToolButton()
        for button in (self.new, self.more):
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.new.clicked.connect(self.begin)
        self.more.clicked.connect(self._open_more)
        self._lay_out()
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.tree.asked.connect(self._do)
        self.tree.named.connect(self._name)
        self.tree.menu_wanted.connect(self._open_menu)
        self.tree.currentItemChanged.connect(self._turn)
        self.definition.kept.connect(self._keep)
        self.entry = self.tree  # no focus proxy: Tab would leap over what stands before it
        self._retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(6, 6, 6, 6)
        top.setSpacing(4)
        top.addWidget(self.field, 1)
        top.addWidget(self.new)
        top.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.tree, 1)
        below = QVBoxLayout()
        below.setContentsMargins(6, 4, 6, 6)
        below.addWidget(self.definition)
        layout.addLayout(below)
        self.definition.setFixedHeight(self.fontMetrics().lineSpacing() * 4)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which some codes are seen."""
        return QSize(200, 220)

    def show_book(self, book: Sequence[CodeUse]) -> None:
        """Show these codes; what is chosen, open and being typed stays."""
        self._book = {use.code.tag: use for use in book}
        self.tree.show_book(book, self._palette)
        self._narrow()
        self._turn()
        self.hint.setVisible(not book)

    def choose(self, tag: str) -> None:
        """Choose a code when the tree is next shown."""
        self.tree.wanted = tag

    def set_theme(self, palette: Palette) -> None:
        """Show everything in these colours."""
        self._palette = palette
        self.tree.show_book(tuple(self._book.values()), palette)
        self._narrow()
        self.more.setText("⋯")

    def current(self) -> str:
        """Return the chosen code's tag, "" when none is."""
        return self.tree.current_tag()

    def begin(self) -> None:
        """Let the person type the name of a new code."""
        self.field.clear()
        self.tree.begin()

    def finish_editing(self) -> None:
        """Keep what is being typed, now."""
        self._keep()

    def menu(self) -> QMenu:
        """Return the menu of the chosen code, with the keys of the tree."""
        tag = self.current()
        menu = QMenu(self)
        entries = (
            ("apply", self.tr("&Code the selected words"), "Return"),
            ("notes", self.tr("&Show its notes"), "Ctrl+Return"),
            ("", "", ""),
            ("new", self.tr("&New code"), "Ins"),
            ("rename", self.tr("&Rename"), "F2"),
            ("move", self.tr("&Move under…"), "Alt+M"),
        )
        for asked, text, key in entries:
            if not asked:
                menu.addSeparator()
                continue
            action = menu.addAction(f"{text}\t{key}", partial(self._do, asked))
            action.setEnabled(bool(tag) or asked == "new")
        colors = self._colors()
        colors.setTitle(self.tr("C&olour"))
        colors.setEnabled(bool(tag))
        menu.addMenu(colors)
        delete = self.tr("&Delete…")
        gone = menu.addAction(f"{delete}\tDel", partial(self._do, "delete"))
        gone.setEnabled(bool(tag))
        menu.addSeparator()
        menu.addAction(self.tr("&Import a codebook…"), self.import_wanted.emit)
        out = menu.addAction(self.tr("&Export the codebook…"), self.export_wanted.emit)
        out.setEnabled(bool(self._book))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: from the field, Down and Enter lead into the tree, Esc empties it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if key == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.tree.show_book(tuple(self._book.values()), self._palette)
        super().changeEvent(event)

    def _do(self, asked: str) -> None:
        tag = self.current()
        if asked == "new":
            self.begin()
        elif not tag:
            return
        elif asked == "rename":
            self.tree.rename()
        elif asked == "lower":
            self.tree.lower()
        elif asked == "higher":
            self.tree.higher()
        elif asked == "color":
            self._popup(self._colors(), self.tree.corner())
        else:
            signals = {
                "delete": self.delete_wanted,
                "apply": self.apply_wanted,
                "notes": self.notes_wanted,
                "move": self.move_wanted,
            }
            signals[asked].emit(tag)

    def _colors(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("No colour"), lambda: self.paint(""))
        for color, name in words.COLORS.items():
            solid = HIGHLIGHTS[color].lower()
            shown = swatch(solid, self._palette)
            menu.addAction(shown, words.word(name), partial(self.paint, solid))
        menu.addAction(self.tr("Another…"), lambda: self.color_wanted.emit(self.current()))
        return menu

    def paint(self, color: str) -> None:
        """Give the chosen code a colour, "" for none."""
        use = self._book.get(self.current())
        if use is not None and use.code.color != color:
            self.described.emit(Code(use.code.tag, color, use.code.definition))

    def _popup(self, menu: QMenu, point: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _open_menu(self, point: QPoint) -> None:
        self._popup(self.menu(), point)

    def _open_more(self) -> None:
        self._open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _name(self, old: str, new: str) -> None:
        self.choose(new)
        self.named.emit(old, new)

    def _turn(self) -> None:
        """Show what the chosen code means; first keep what was typed about the one before."""
        tag = self.current()
        if tag == self._described and self.definition.hasFocus():
            return
        self._keep()
        self._described = tag
        use = self._book.get(tag)
        self.definition.blockSignals(True)
        self.definition.setPlainText(use.code.definition if use is not None else "")
        self.definition.blockSignals(False)
        self.definition.setEnabled(use is not None)

    def _keep(self) -> None:
        self.definition.stop()
        use = self._book.get(self._described)
        said = self.definition.toPlainText().strip()
        if use is not None and said != use.code.definition and self.definition.isEnabled():
            code = Code(use.code.tag, use.code.color, said)
            self._book[code.tag] = CodeUse(code, use.notes, use.with_below)
            self.described.emit(code)

    def _narrow(self) -> None:
        self.tree.narrow(self.field.text())

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Filter codes"))
        self.field.setAccessibleName(self.tr("Filter codes"))
        self.tree.setAccessibleName(self.tr("Codes"))
        self.definition.setPlaceholderText(self.tr("When to use this code"))
        self.definition.setAccessibleName(self.tr("Definition of the code"))
        self.hint.setText(
            self.tr("No codes yet. Select words in the page and press C, or make one here: Ins.")
        )
        self.new.setText(self.tr("New"))
        self.new.setToolTip(self.tr("New code (Ins)"))
        self.more.setText("⋯")
        self.more.setAccessibleName(self.tr("More"))
        self.more.setToolTip(self.tr("Rename, move, colour, delete, import, export"))
