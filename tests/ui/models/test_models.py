"""The models behind the lists: what they show, and that they keep Qt's rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from talkreader.domain.body import Span
from talkreader.domain.errors import LibraryError
from talkreader.domain.note import Color, Note, Target
from talkreader.domain.page import Origin, PageInfo, PageKey, key_of_text
from talkreader.domain.query import Hit, HitKind
from talkreader.domain.thread import Section
from talkreader.ui.models.choices import folded
from talkreader.ui.models.hit_delegate import fitted
from talkreader.ui.models.hits import HitsModel, grouped
from talkreader.ui.models.note_delegate import rows_of
from talkreader.ui.models.notes import NoteFilter, NoteOrder, NoteRow, NotesModel
from talkreader.ui.models.page_delegate import BETWEEN, RoomyDelegate
from talkreader.ui.models.pages import PagesModel
from talkreader.ui.models.people import PeopleModel
from talkreader.ui.models.roles import Role
from talkreader.ui.models.rows import RowsModel
from talkreader.ui.models.sections import COUNT, HITS, SectionsModel, counts
from tests.ui.pages import make_info

NOW = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)


def pages_model(*infos: PageInfo) -> PagesModel:
    """Return the model of a list with these pages."""
    known = {info.id: info for info in infos}
    model = PagesModel()
    model.some = lambda page_ids: [known[number] for number in page_ids]
    model.update_rows(list(known))
    return model


def section(index: int, heading: str | None, level: int, parent: int | None) -> Section:
    return Section(index, heading, level, parent, Span(index, index))


SECTIONS = (
    section(0, None, 0, None),
    section(1, "Ferries", 2, None),
    section(2, "Timetable", 3, 1),
    section(3, "Harbour", 2, None),
)


def comments_in(*places: int):
    from talkreader.domain.body import Body
    from talkreader.domain.thread import Comment, Evidence, Signature

    return [
        Comment(
            number,
            place,
            None,
            1,
            Evidence.MARKUP,
            (Signature("Ada", NOW, "", Span(0, 0)),),
            Body("x"),
            Span(0, 1),
        )
        for number, place in enumerate(places)
    ]


def hit(page: int, section: str, snippet: str = "words") -> Hit:
    return Hit(HitKind.COMMENT, page, "w", f"P{page}", section, "c-A-1", 0, "Ada", NOW, snippet)


def note(name: str, text: str = "", color: Color | None = None, *tags: str) -> NoteRow:
    target = Target("w", "P", exact=f"quote of {name}")
    return NoteRow(Note(name, (target,), color, text, tags, NOW, NOW))


def test_section_counts_the_comments_of_its_sub_sections() -> None:
    assert counts(SECTIONS, comments_in(1, 2, 2, 3)) == [0, 3, 2, 1]


def test_sections_model_keeps_the_rules_of_qt() -> None:
    model = SectionsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show(SECTIONS, comments_in(1, 2))
    model.show((), ())
    model.show(SECTIONS, comments_in(0))

    assert model.rowCount() == 3


def test_sub_section_stands_below_its_section() -> None:
    model = SectionsModel()
    model.show(SECTIONS, comments_in(1, 2, 2))

    inner = model.index_of(2)

    assert inner.data() == "Timetable"
    assert inner.parent().data() == "Ferries"
    assert inner.parent().siblingAtColumn(COUNT).data() == "3"


def test_numbers_of_sections_are_told_only_when_they_change() -> None:
    model = SectionsModel()
    model.show(SECTIONS, comments_in(1, 2, 2))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))

    assert not model.count(HITS, [])
    assert told == []
    assert model.count(HITS, [1, 2])
    assert sorted(told) == [(0, 0), (0, 1)]  # the sub-section, and those at the top
    assert not model.count(HITS, [2, 1])
    assert model.most(HITS) == 2


def test_lead_without_words_is_not_listed() -> None:
    model = SectionsModel()

    model.show(SECTIONS, comments_in(1))

    assert not model.index_of(0).isValid()


def test_hits_model_keeps_the_rules_of_qt() -> None:
    model = HitsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show([hit(1, "A"), hit(1, "B"), hit(1, "A")])
    model.show([])
    model.show([hit(2, "A")])

    assert model.rowCount() == 1


def test_hits_are_grouped_by_page_and_section_in_the_order_found() -> None:
    groups = grouped([hit(2, "A"), hit(1, "A"), hit(2, "A"), hit(2, "B")])

    assert [(group.page, group.section, group.hits) for group in groups] == [
        (2, "A", (0, 2)),
        (1, "A", (1,)),
        (2, "B", (3,)),
    ]


def test_pages_of_one_title_are_told_apart_by_their_wikis() -> None:
    model = HitsModel()
    named = [(1, "harbour", "Talk:Ferry"), (2, "", "Talk:Ferry"), (3, "harbour", "Talk:Crane")]

    model.show([replace(hit(page, "A"), site=site, title=title) for page, site, title in named])

    heads = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert heads == ["Talk:Ferry · harbour", "Talk:Ferry", "Talk:Crane"]


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from("AB")), max_size=12))
def test_every_hit_is_found_at_its_place(places: list[tuple[int, str]]) -> None:
    model = HitsModel()
    model.show([hit(page, name) for page, name in places])

    assert [model.number_at(model.index_of(n)) for n in range(len(places))] == list(
        range(len(places))
    )


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_rows_become_the_new_ones_and_the_rules_of_qt_are_kept(
    before: list[int], after: list[int]
) -> None:
    model: RowsModel[tuple[int, str]] = RowsModel(lambda row: row[0])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.update_rows([(key, "old") for key in before])
    model.update_rows([(key, "new") for key in after])

    assert model.rows == tuple((key, "new") for key in after)


def test_row_that_stays_is_not_taken_out() -> None:
    model = NotesModel()
    model.show([note("a"), note("b"), note("c")])
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))

    model.show([note("a"), note("c", "edited")])

    assert removed == [(1, 1)]
    assert model.rows[1].note.text == "edited"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (NoteFilter(), ["a", "b", "c"]),
        (NoteFilter(color=Color.BLUE), ["b"]),
        (NoteFilter(tag="fund"), ["a", "b"]),
        (NoteFilter(words="QUOTE of a"), ["a"]),
        (NoteFilter(words="fund", color=Color.BLUE), ["b"]),
        (NoteFilter(words="fund", tag="没有"), []),
    ],
)
def test_conditions_of_the_filter_hold_together(wanted: NoteFilter, found: list[str]) -> None:
    model = NotesModel()
    model.show([note("a", "", None, "fund"), note("b", "", Color.BLUE, "fund"), note("c", "x")])

    model.arrange(wanted, NoteOrder.PLACE)

    assert [row.note.id for row in model.rows] == found
    assert wanted.on == (len(found) < 3)


def test_page_without_a_title_is_called_after_its_file() -> None:
    from talkreader.domain.page import Form, Origin, PageInfo, Revision

    info = PageInfo(
        1,
        PageKey("", ""),
        None,
        "",
        Form.PLAINTEXT,
        Origin("/home/ada/harbour talk.txt"),
        Revision(),
        NOW,
        1,
        True,
        1,
        3,
        2,
        NOW,
        NOW,
    )
    model = pages_model(info, replace(info, id=2, origin=Origin()))

    shown = [model.index(row).data() for row in range(model.rowCount(QModelIndex()))]

    assert shown[0] == "harbour talk.txt"
    assert shown[1] != ""
    assert "3" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_of_many_pages_only_those_in_sight_are_asked_for() -> None:
    asked: list[int] = []

    def some(page_ids: Sequence[int]) -> list[PageInfo]:
        asked.extend(page_ids)
        return [make_info(page_id=number) for number in page_ids]

    model = PagesModel()
    model.some = some
    model.update_rows(range(100_000))
    for row in range(50_000, 50_030):
        model.index(row).data()
        model.index(row).data(Role.THING)

    assert set(range(50_000, 50_030)) <= set(asked)
    assert len(asked) == len(set(asked)) < 300


def test_a_page_that_went_meanwhile_shows_nothing_and_does_no_harm() -> None:
    model = PagesModel()
    model.some = lambda page_ids: [make_info(page_id=n) for n in page_ids if n != 2]
    model.update_rows([1, 2, 3])

    assert [model.index(row).data(Role.THING) is None for row in range(3)] == [False, True, False]
    assert model.index(1).data() is None


def test_pages_that_cannot_be_read_are_blank_and_raise_nothing() -> None:
    def some(page_ids: Sequence[int]) -> list[PageInfo]:
        raise LibraryError("The library {folder} has gone", folder="x")

    model = PagesModel()
    model.some = some
    model.update_rows([1])

    assert model.index(0).data() is None


def test_pages_that_are_listed_again_show_what_is_known_of_them_now() -> None:
    model = pages_model(make_info(3, page_id=1))
    assert "3" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend([first.row(), last.row()]))

    model.some = lambda page_ids: [make_info(4, page_id=number) for number in page_ids]
    model.update_rows([1])

    assert changed == [0, 0]
    assert "4" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_typed_above_a_list_is_compared_without_case_and_script() -> None:
    people = PeopleModel()
    comment = comments_in(1)[0]
    signed = replace(comment.signatures[0], author="陳青禾")
    people.show([replace(comment, signatures=(signed,))])

    assert folded("陈") in people.index(0, 0).data(Role.FILTER)


def test_long_quote_ends_with_dots_and_breaks_between_words(qapp: QApplication) -> None:
    quote = "Every lamp of the northern pier was lit again after the storm. " * 4

    rows = rows_of(quote, qapp.font(), 200, 3)

    assert len(rows) == 3
    assert rows[-1].endswith("…")
    assert all(row.rstrip("…").split()[-1] in quote.split() for row in rows[:-1])


@given(st.text(alphabet="ab 字\U0001f600\n", max_size=80), st.integers(1, 300))
def test_no_letter_of_a_remark_is_lost_between_its_lines(
    qapp: QApplication, text: str, width: int
) -> None:
    rows = rows_of(text, qapp.font(), width)

    assert "".join("".join(rows).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["ferry " * 40, "渡輪" * 60, "渡輪 ferry 🚢 " * 20])
def test_words_that_do_not_fit_end_with_dots(qapp: QApplication, text: str) -> None:
    font = QFont("sans", 10)

    assert fitted(text, font, 4000, 1) == text
    cut = fitted(text, font, 150, 2)
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    assert len(rows_of(cut, font, 150)) == 2


def test_namesake_of_another_page_is_told_by_its_file() -> None:
    namesake = replace(
        make_info(1),
        key=key_of_text("ab", "Talk:Harbour"),
        origin=Origin("/home/ada/two/Talk_Harbour.wiki"),
    )
    model = pages_model(namesake)

    assert model.index(0).data() == "Talk:Harbour"
    assert "two/Talk_Harbour.wiki" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(("column", "headless", "apart"), [(0, 0, 1), (1, 0, 0), (1, 1, 1)])
def test_a_number_keeps_away_from_what_stands_at_its_right(
    qapp: QApplication, column: int, headless: int, apart: int
) -> None:
    tree = QTreeWidget()
    tree.setHeaderLabels(["", ""])
    tree.setHeaderHidden(bool(headless))
    item = QTreeWidgetItem(["12", "12"])
    item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
    tree.addTopLevelItem(item)
    delegate = RoomyDelegate(tree)
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)

    delegate.initStyleOption(option, tree.indexFromItem(item, column))

    assert option.text == "12" + "\u2002" * apart


def test_columns_are_wider_than_their_words_and_a_list_is_not(qapp: QApplication) -> None:
    tree, shown = QTreeWidget(), QListWidget()
    tree.setHeaderLabels(["", ""])
    tree.addTopLevelItem(QTreeWidgetItem(["harbour", "x"]))
    shown.addItem("harbour")
    plain = tree.sizeHintForColumn(0), shown.sizeHintForColumn(0)

    tree.setItemDelegate(RoomyDelegate(tree))
    shown.setItemDelegate(RoomyDelegate(shown))

    assert tree.sizeHintForColumn(0) == plain[0] + BETWEEN
    assert shown.sizeHintForColumn(0) == plain[1]
