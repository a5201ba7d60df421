"""Everything one person said: when, where, to whom, and that again for some words of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from talkreader.domain.counts import Count, PlaceCount, Profile
from talkreader.domain.page import shown_site
from talkreader.domain.typed import written
from talkreader.pictures import Cell, Picture, PictureKind
from talkreader.ui.charts.view import ChartView
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.theme import Palette
from talkreader.ui.words import day, listed

PAUSE = 120
CHART = 264
"""Pixels: less, and the bars would have to be scrolled."""
LOW_CHART = 110
"""So few where there is no room for more: on a low screen the bars are scrolled."""
MANY_MONTHS = 60
QUERY = Qt.ItemDataRole.UserRole


class ProfileDialog(QDialog):
    """``wanted`` carries (name, words): answer with `show_profile` or `explain`.

    ``search_wanted`` carries a search that finds what was picked.
    """

    wanted = Signal(str, str)
    search_wanted = Signal(str)

    def __init__(self, name: str, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What {name} said").format(name=name))
        open_at(self, 720, 600)
        self._name = name
        self.profile = Profile(name)
        self._asked = ""
        self.heading, self.names = QLabel(), QLabel()
        for label in (self.heading, self.names):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Only comments with these words"))
        self.field.setAccessibleName(self.field.placeholderText())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.chart = ChartView()
        self.chart.setMinimumHeight(LOW_CHART)
        self.chart.setMaximumHeight(CHART)
        self.chart.set_theme(palette)
        self.chart.picked.connect(self._pick_cell)
        self.tabs = QTabWidget()
        self.pages = self._list(self.tr("Pages"), self.tr("Page"))
        self.sections = self._list(self.tr("Sections"), self.tr("Section"))
        self.answers = self._list(self.tr("Answers"), self.tr("Whom {name} answers"))
        self.answered_by = self._list(self.tr("Is answered by"), self.tr("Who answers {name}"))
        self._lay_out()
        self.field.setFocus()

    def _lay_out(self) -> None:
        self.search = QPushButton(self.tr("&Show the comments"))
        self.search.clicked.connect(lambda: self.search_wanted.emit(self._query()))
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.search, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = column_of(self)
        for widget in (self.field, self.heading, self.names):
            layout.addWidget(widget)
        layout.addWidget(self.chart, 3)  # it gets its height first
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)

    def start(self) -> None:
        """Ask for the profile."""
        self._ask()

    def show_profile(self, answer: tuple[str, Profile]) -> None:
        """Show the numbers for some words; those for other words are late."""
        words, profile = answer
        if words != self._asked:
            return
        self.profile = profile
        self.heading.setText(self._sentence(profile))
        others = [count.value for count in profile.names if count.value != self._name]
        self.names.setText(self.tr("Signs as {names}").format(names=listed(others)))
        self.names.setVisible(bool(others))
        self._show_months(profile.months)
        self._fill(self.pages, self._placed(profile.pages))
        self._fill(self.sections, self._placed(profile.sections))
        self._fill(self.answers, (self._answered(count) for count in profile.answers))
        self._fill(self.answered_by, (self._answering(count) for count in profile.answered_by))
        self.tabs.setTabText(0, self.tr("Pages ({count})").format(count=f"{profile.page_count:,}"))
        self.tabs.setTabText(
            1, self.tr("Sections ({count})").format(count=f"{profile.section_count:,}")
        )
        self.search.setEnabled(bool(profile.found))

    def explain(self, sentence: str) -> None:
        """Say what is wrong with the words."""
        self.heading.setText(sentence)

    def set_theme(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.chart.set_theme(palette)

    def _list(self, title: str, column: str) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setItemDelegate(RoomyDelegate(tree))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([column.format(name=self._name), self.tr("Comments")])
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.setAccessibleName(title)
        tree.itemActivated.connect(self._pick)
        tree.itemClicked.connect(self._pick)
        self.tabs.addTab(tree, title)
        return tree

    def _fill(self, tree: QTreeWidget, rows: Iterable[tuple[str, int, str]]) -> None:
        tree.clear()
        for words, count, query in rows:
            item = QTreeWidgetItem([words, f"{count:,}"])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, QUERY, query)
            item.setToolTip(0, words)
            tree.addTopLevelItem(item)

    def _placed(self, places: Sequence[PlaceCount]) -> Iterator[tuple[str, int, str]]:
        """Yield rows of places, with the wiki of those that have the same name."""
        alike = Counter((place.title, place.section) for place in places)
        for place in places:
            words = " › ".join(filter(None, (place.title, place.section)))
            wanted = place.section or place.title
            query = f"in:{written('=' + wanted)}" if wanted else ""
            if place.section and place.title:
                query = f"in:{written('=' + place.title)} {query}"
            words = words or place.file or self.tr("Page without a title")
            if place.title and alike[place[1:3]] > 1 and (site := shown_site(place.site)):
                words = f"{words} · {site}"
                query = f"{query} site:{written(place.site)}"
            yield words, place.number, self._query(query)

    def _answered(self, count: Count) -> tuple[str, int, str]:
        return count.value, count.number, self._query(f"reply-to:{written(count.value)}")

    def _answering(self, count: Count) -> tuple[str, int, str]:
        # who answers comments with some words need not use them
        query = f"from:{written(count.value)} reply-to:{written(self._name)}"
        return count.value, count.number, query

    def _query(self, more: str = "") -> str:
        words = f"({self._asked})" if self._asked else ""
        return " ".join(filter(None, (f"from:{written(self._name)}", more, words)))

    def _sentence(self, profile: Profile) -> str:
        total = f"{profile.total:,}"
        if not profile.total:
            return self.tr("The library holds nothing that {name} said.").format(name=self._name)
        if self._asked:
            said = self.tr("{found} of {total} comments have these words")
        else:
            said = self.tr("%n comment(s)", "", profile.found)
        words = [said.format(found=f"{profile.found:,}", total=total)]
        if profile.first and profile.last:
            span = self.tr("from {first} to {last}")
            said_first, said_last = day(profile.first), day(profile.last)
            words.append(span.format(first=said_first, last=said_last))
        if profile.undated:
            words.append(self.tr("%n without a date", "", profile.undated))
        return self.tr(", ").join(words)

    def _show_months(self, months: Sequence[Count]) -> None:
        self.chart.setVisible(len(months) > 1)
        if len(months) > 1:
            self.chart.show_picture(months_picture(months))

    def _pick(self, item: QTreeWidgetItem, _column: int) -> None:
        self.search_wanted.emit(item.data(0, QUERY))

    def _pick_cell(self, number: int) -> None:
        picture = self.chart.picture
        if picture is not None and picture.cells[number].query:
            self.search_wanted.emit(self._query(picture.cells[number].query))

    def _ask(self) -> None:
        self._asked = self.field.text().strip()
        self.wanted.emit(self._name, self._asked)


def months_picture(months: Sequence[Count]) -> Picture:
    """Return a bar per month, per year when there are many, also for those with nothing."""
    counted = {count.value: count.number for count in months}
    first, last = months[0].value, months[-1].value
    span = _after(first, last)
    step = "month" if len(span) <= MANY_MONTHS else "year"
    bars: dict[str, int] = {}
    for month in span:
        name = month if step == "month" else month[:4]
        bars[name] = bars.get(name, 0) + counted.get(month, 0)
    cells = tuple(
        Cell(name, "", number, 0, -1, f"after:{name} before:{_next(name)}" if number else "")
        for name, number in bars.items()
    )
    rows = tuple(cell.row for cell in cells)
    total = sum(counted.values())
    return Picture(PictureKind.ACTIVITY, cells, rows=rows, step=step, total=total)


def _next(name: str) -> str:
    """Return the month or year after one."""
    if "-" not in name:
        return str(int(name) + 1)
    year, month = map(int, name.split("-"))
    return f"{date(year + month // 12, month % 12 + 1, 1):%Y-%m}"


def _after(first: str, last: str) -> list[str]:
    """Return the months from the first to the last."""
    span = [first]
    while span[-1] < last:
        span.append(_next(span[-1]))
    return span
