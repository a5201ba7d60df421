"""Paints a page of the library as two lines: its title, and site, size and last day."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from talkreader.domain.page import PageInfo
from talkreader.ui import words
from talkreader.ui.models.pages import subtitle
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.theme import LIGHT, Palette

PAD = 5
BETWEEN = 10
"""Pixels that a column is wider than its words."""
AFTER_NUMBER = "\u2002"
"""Room behind what stands at the right edge of a column, also of its head."""


class RoomyDelegate(QStyledItemDelegate):
    """Qt's own rows with some air around the words; a number keeps away from the next column.

    ``wide``: the columns are so wide that it does.
    """

    def __init__(self, parent: QObject | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._wide = wide

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: what is to be painted of an item."""
        super().initStyleOption(option, index)
        at_right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        if self._wide or not at_right:
            return
        if index.column() + 1 < _columns(option) or _is_headless(option):
            option.text += AFTER_NUMBER

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the height of a row."""
        beside = BETWEEN if _columns(option) > 1 else 0
        return super().sizeHint(option, index) + QSize(beside, 8)


def _columns(option: QStyleOptionViewItem) -> int:
    # of the view: PySide crashes where the model of a QListWidget is asked
    view = option.widget
    return view.header().count() if isinstance(view, QTreeView) else 1


def _is_headless(option: QStyleOptionViewItem) -> bool:
    # nothing above the numbers is to be in line with them: they keep away from the frame, too
    return isinstance(option.widget, QTreeView) and option.widget.isHeaderHidden()


class PageDelegate(QStyledItemDelegate):
    """Rows of one height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Qt: the height of a row."""
        return QSize(100, 2 * option.fontMetrics.lineSpacing() + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one row."""
        info = index.data(Role.THING)
        if not isinstance(info, PageInfo):
            return
        # PySide makes this class when it is named, in 6 ms: not at the start
        from PySide6.QtWidgets import QStyle

        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        box.setHeight(option.fontMetrics.lineSpacing())
        cut = Qt.TextElideMode
        lines = (  # of "Talk:Name/Archive 12" the end says most
            (words.title(info), self._palette.text, cut.ElideMiddle),
            (subtitle(info), self._palette.muted, cut.ElideRight),
        )
        painter.save()
        for text, color, mode in lines:
            painter.setPen(QColor(self._palette.accent_text if chosen else color))
            short = option.fontMetrics.elidedText(text, mode, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
            box.translate(0, box.height())
        painter.restore()
