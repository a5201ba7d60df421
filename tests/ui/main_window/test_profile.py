"""A click on a name shows everything that person said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.counts import Count
from talkreader.ui.dialogs.profile import ProfileDialog, months_picture
from talkreader.ui.document.builder import PERSON
from tests.store.pages import Said, make_page

NAME = "Ana Brook"


@pytest.fixture
def dialog(reading: Program, qtbot: QtBot) -> ProfileDialog:
    """The profile of somebody, opened by a click on the name."""
    pane = reading.window.reading
    assert pane._view is not None
    links = pane._view.builder.target.links

    pane.anchorClicked.emit(QUrl(f"#{links.index(PERSON + NAME)}"))

    made = reading.window.findChild(ProfileDialog)
    qtbot.waitUntil(lambda: made.profile.total > 0)
    return made


def rows(tree) -> list[tuple[str, str]]:
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items]


def test_a_click_on_a_name_shows_what_that_person_said(
    reading: Program, dialog: ProfileDialog
) -> None:
    page = reading.session.pages.page
    assert page is not None
    said = [comment for comment in page.comments if comment.author == NAME]

    assert dialog.windowTitle() == f"What {NAME} said"
    assert dialog.heading.text().startswith(f"{len(said)} comments, from ")
    assert dialog.heading.text().endswith(" May 2023")
    assert dialog.profile.found == len(said)
    assert sum(int(count) for _section, count in rows(dialog.sections)) <= len(said)
    answered = {page.comments[c.parent].author for c in said if c.parent is not None}
    assert {name for name, _count in rows(dialog.answers)} == answered
    assert rows(dialog.pages) == [("lighthouse-fund.wiki", str(len(said)))]
    dialog.close()


def test_a_profile_is_narrowed_by_words(dialog: ProfileDialog, qtbot: QtBot) -> None:
    total = dialog.profile.total

    dialog.field.setText("section four")
    qtbot.waitUntil(lambda: dialog.profile.found < total)

    assert dialog.heading.text().startswith(f"1 of {total} comments have these words")
    dialog.field.setText("(section")
    qtbot.waitUntil(lambda: "parenthesis" in dialog.heading.text())
    dialog.close()


@pytest.mark.parametrize("tree", ["pages", "sections", "answers", "answered_by"])
def test_a_row_leads_to_as_many_comments_as_it_says(
    reading: Program, dialog: ProfileDialog, qtbot: QtBot, tree: str
) -> None:
    listed = getattr(dialog, tree)
    name, count = rows(listed)[0]
    assert name

    with qtbot.waitSignal(reading.session.search.counted):
        listed.itemClicked.emit(listed.topLevelItem(0), 0)

    if tree != "pages":  # the sample's page has no title: there is nothing to ask for
        assert reading.session.search.state.total == int(count)
    dialog.close()


def test_pages_of_one_title_are_told_apart_by_their_wikis_and_lead_to_their_comments(
    program: Program, qtbot: QtBot
) -> None:
    for site, count in (("awiki", 3), ("bwiki", 2)):
        said = [Said(f"Lamp {n}.", "Wren") for n in range(count)]
        program.session.library.pages.save(make_page(said, title="Talk:Lamp", site=site))

    dialog = program.profiles.open("Wren")
    qtbot.waitUntil(lambda: dialog.profile.total > 0)

    assert rows(dialog.pages) == [("Talk:Lamp · awiki", "3"), ("Talk:Lamp · bwiki", "2")]
    assert rows(dialog.sections)[0] == ("Talk:Lamp › The lamp · awiki", "3")
    for tree, row in ((dialog.pages, 1), (dialog.sections, 0)):
        with qtbot.waitSignal(program.session.search.counted):
            tree.itemClicked.emit(tree.topLevelItem(row), 0)
        assert program.session.search.state.total == int(rows(tree)[row][1])
    dialog.close()


def test_all_the_comments_are_one_key_away(
    reading: Program, dialog: ProfileDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reading.session.search.counted):
        dialog.search.click()

    assert reading.window.search.field.text() == f'from:"{NAME}"'
    assert reading.session.search.state.total == dialog.profile.total
    dialog.close()


def test_the_comment_being_read_leads_to_its_author(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    assert page is not None
    number = next(c.index for c in page.comments if c.author == NAME)
    reading.window.reading.scroll_to_comment(number)

    reading.window.actions_["profile"].trigger()

    made = reading.window.findChild(ProfileDialog)
    assert NAME in made.windowTitle()
    qtbot.waitUntil(lambda: made.profile.total > 0)
    made.close()


def test_months_without_comments_are_bars_too() -> None:
    picture = months_picture([Count("2021-11", 3), Count("2022-02", 1)])

    assert [(cell.row, cell.count) for cell in picture.cells] == [
        ("2021-11", 3), ("2021-12", 0), ("2022-01", 0), ("2022-02", 1),
    ]  # fmt: skip
    assert picture.cells[0].query == "after:2021-11 before:2021-12"


def test_many_months_become_years() -> None:
    picture = months_picture([Count("2010-11", 3), Count("2010-12", 1), Count("2022-02", 5)])

    assert picture.step == "year"
    assert [(cell.row, cell.count) for cell in picture.cells][:2] == [("2010", 4), ("2011", 0)]
    assert picture.cells[-1].query == "after:2022 before:2023"
