"""A field for searches: shows what was understood, where a mistake is, and completes what is typed.

What is typed stays plain text. The operators are tinted and a mistake is underlined where it
stands; a list below the field offers operators, then what the library knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from talkreader.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from talkreader.domain.body import Span
    from talkreader.ui.panes.completions import Completions

OPERATORS = (
    "from:", "in:", "after:", "before:", "reply-to:", "lang:", "site:", "ns:", "tag:", "has:note",
)  # fmt: skip
COMPLETED = ("from", "reply-to", "in", "site", "tag", "lang", "has")
_OPEN_FIELD = (
    r"(?:^|(?<=[\s(（－-]))(?P<field>[A-Za-z-]+)[:：]=?"
    r"(?:(?P<quote>[\"“「『])(?P<quoted>[^\"”」』]*)|(?P<plain>[^\s\"“「『]*))$"
)
_OPEN_WORD = r"(?:^|(?<=[\s(（－-]))(?P<word>[A-Za-z][A-Za-z-]*)$"


class SearchField(QLineEdit):
    """``wanted`` carries (field, beginning): answer with `offer`.

    ``entered``: Enter, True with Shift; ``escaped``: Esc; neither while completions are offered.
    """

    wanted = Signal(str, str)
    entered = Signal(bool)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.parts: tuple[Span, ...] = ()
        self.mistake: Span | None = None
        self._composing = False
        self._place = (0, 0)
        self._values: list[str] = []
        self._completions: Completions | None = None  # made when there is something to offer
        self.textEdited.connect(self._suggest)
        self.textChanged.connect(self._forget_marks)

    @property
    def popup_is_open(self) -> bool:
        """Whether the list of completions is shown."""
        return self._completions is not None and self._completions.list.isVisible()

    @property
    def is_choosing(self) -> bool:
        """Whether one of the completions is chosen, so that Enter takes it."""
        return self._completions is not None and self._completions.is_choosing

    def set_theme(self, palette: Palette) -> None:
        """Mark in these colours from now on."""
        self._palette = palette
        self._paint_marks()

    def mark(self, parts: Sequence[Span], mistake: Span | None = None) -> None:
        """Tint these parts of the text, and underline what is not understood."""
        self.parts, self.mistake = tuple(parts), mistake
        self._paint_marks()

    def offer(self, field: str, begin: str, values: Sequence[str]) -> None:
        """Offer completions; those for something else than stands at the cursor are late."""
        open_now = self._open()
        if open_now is None or open_now[:2] != (field, begin):
            return
        self._place = open_now[2]
        self._values = [value for value in values if value != begin]
        if not self._values or not self.hasFocus():
            self._hide_list()
            return
        if self._completions is None:
            from talkreader.ui.panes.completions import Completions

            self._completions = Completions(self)
            self._completions.taken.connect(self._take)
        rectangle = self.rect()
        rectangle.setLeft(max(0, self.cursorRect().left() - 24))
        rectangle.setWidth(min(rectangle.width(), 320))
        name = QCoreApplication.translate("SearchField", "Completions")
        self._completions.show(self._values, rectangle, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Tab takes the first completion while the list is open; else Enter and Esc are told.

        Keys come here, and not to a filter of events, for which PySide makes the classes of all
        events that there are: 4 ms before the first picture.
        """
        if self.popup_is_open:
            if event.key() == Qt.Key.Key_Tab and self._values:
                self._take(self._values[0])
                self._hide_list()
            else:
                super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's
        """Qt: Tab would leave the field."""
        if next and self.popup_is_open and self._values:
            return False
        return super().focusNextPrevChild(next)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt: somebody composes a character; what is being composed is left alone."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._suggest()

    def _open(self) -> tuple[str, str, tuple[int, int]] | None:
        """Return (field, beginning, where it stands) of what is being typed; field "": a word."""
        import re  # it keeps what it has compiled; the window opens before there is any need

        cursor = self.cursorPosition()
        before = self.text()[:cursor]
        if found := re.search(_OPEN_FIELD, before):
            name = found["field"].lower()
            if name not in COMPLETED:
                return None
            begin = found["quoted"] if found["quote"] else found["plain"]
            return name, begin, (found.start("quote" if found["quote"] else "plain"), cursor)
        if found := re.search(_OPEN_WORD, before):
            return "", found["word"], (found.start(), cursor)
        return None

    def _suggest(self) -> None:
        opened = None if self._composing else self._open()
        if opened is None:
            self._hide_list()
            return
        field, begin, _place = opened
        if field:
            self.wanted.emit(field, begin)
        else:
            small = begin.lower()
            fitting = [name for name in OPERATORS if len(small) > 1 and name.startswith(small)]
            self.offer("", begin, fitting)

    def _take(self, value: str) -> None:
        from talkreader.domain.typed import written

        start, end = self._place
        is_operator = value in OPERATORS
        text = self.text()
        put = value if is_operator else written(value)
        if not value.endswith(":") and text[end : end + 1] != " ":
            put += " "
        self.setText(text[:start] + put + text[end:])
        self.setCursorPosition(start + len(put))
        if is_operator:
            self._suggest()

    def _hide_list(self) -> None:
        if self._completions is not None:
            self._completions.list.hide()

    def _forget_marks(self) -> None:
        self.parts, self.mistake = (), None
        self._paint_marks()

    def _paint_marks(self) -> None:
        """Tint parts of the text: a line edit has no other way than an input method's."""
        if self._composing:
            return
        attributes = []
        cursor = self.cursorPosition()
        if not self.parts and self.mistake is None:
            super().inputMethodEvent(QInputMethodEvent("", []))
            return
        from PySide6.QtGui import QColor, QTextCharFormat

        tinted = QTextCharFormat()
        tinted.setForeground(QColor(self._palette.link))
        wrong = QTextCharFormat()
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(QColor(self._palette.caution))
        wrong.setForeground(QColor(self._palette.caution))
        marked = [(part, tinted) for part in self.parts]
        if self.mistake is not None:
            marked.append((self.mistake, wrong))
        for span, look in marked:
            start = _units(self.text(), span.start)
            length = _units(self.text(), span.end) - start
            attributes.append(
                QInputMethodEvent.Attribute(
                    QInputMethodEvent.AttributeType.TextFormat, start - cursor, length, look
                )
            )
        super().inputMethodEvent(QInputMethodEvent("", attributes))


def _units(text: str, place: int) -> int:
    """Return a place as Qt counts: in UTF-16 units."""
    return len(text[:place].encode("utf-16-le")) // 2
