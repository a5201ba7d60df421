"""Walks through the widgets of a window as the Tab key and a screen reader do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

HANDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
"""What a person acts on."""


def parts(window: QWidget) -> Iterator[QWidget]:
    """Yield what a person can act on in a window, without the inner parts of Qt's own widgets."""
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget.parent(), (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar, QKeySequenceEdit)
        )
        mine = widget.window() is window and widget.isVisible() and widget.isEnabled()
        head = isinstance(widget, QHeaderView)  # its words are read with the rows
        if isinstance(widget, HANDS) and mine and not inner and not head:
            yield widget


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget; a box of choices by more than its choice."""
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return ""
    if isinstance(widget, QComboBox):  # on some platforms Qt gives the choice for the name
        labels = widget.window().findChildren(QLabel)
        beside = next((label.text() for label in labels if label.buddy() is widget), "")
        return beside or interface.text(QAccessible.Text.Description)
    return interface.text(QAccessible.Text.Name)


def nameless(window: QWidget) -> list[str]:
    """Return the parts without a name."""
    return [_say(part) for part in parts(window) if not name_of(part).strip()]


def beyond_reach(window: QWidget) -> list[str]:
    """Return the parts that Tab does not come to.

    Buttons of a tool bar are left out: each of them is a command with a place in the menus.
    """
    chain, at = [], window.nextInFocusChain()
    while at is not window and len(chain) < 5000:
        chain.append(at)
        at = at.nextInFocusChain()
    reached = {id(one) for one in chain if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    return [
        _say(part)
        for part in parts(window)
        if id(part) not in reached
        and not (isinstance(part, QToolButton) and part.defaultAction() is not None)
        and not isinstance(part.parent(), QMenuBar)
    ]


def _say(widget: QWidget) -> str:
    above = widget.parent()
    return f"{type(widget).__name__} '{name_of(widget)}' in {type(above).__name__}"
