"""Translating in the window: typed, confirmed, broken, joined, parted, moved; undone like notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.bilingual import PairOrigin
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.dialogs.export import ExportDialog
from talkreader.ui.dialogs.translating import TranslationDialog
from talkreader.ui.document.asides import ADD
from talkreader.ui.settings import FIRST_LANGUAGE, LANGUAGE, SHOWN_SCRIPT, TRANSLATIONS
from tests.ui.panes.reading import shown_text

TEXT = """== Boats ==
The harbour will be closed for repairs in October. The fishing boats stay out until November.
Nobody will have to pay for the old pier.

港口将于十月关闭维修。渔船在外面停留到十一月。没有人需要为旧码头付钱。
[[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. Hang it on the door. [[User:Bo]] 11:00, 1 May 2024 (UTC)
"""


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with translations shown side by side."""
    raw = RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    with qtbot.waitSignal(program.session.pages.pairs_found, timeout=60_000):
        program.window.actions_["side_by_side"].setChecked(True)
    return program


def texts(program: Program) -> list[tuple[str, str, PairOrigin]]:
    page = program.session.pages.page
    assert page is not None
    return [(p.source.text, p.target.text, p.origin) for p in page.pairs if p.source and p.target]


def put_caret(program: Program, comment: int, words: str) -> None:
    page = program.session.pages.page
    assert page is not None
    start = page.comments[comment].body.text.index(words)
    program.window.reading.select(comment, start + 1, start + 2)


def act(program: Program, comment: int, words: str, name: str) -> None:
    put_caret(program, comment, words)
    program.window.actions_[name].trigger()


def test_what_was_found_says_that_it_is_from_the_archive(page: Program) -> None:
    assert [found[1] for found in texts(page)] == [
        "港口将于十月关闭维修。",
        "渔船在外面停留到十一月。",
        "没有人需要为旧码头付钱。",
    ]
    shown = shown_text(page.window.reading).replace("\u00a0", " ")
    assert shown.count("from the archive") == 1


def test_a_typed_translation_stands_beside_its_sentence_and_undo_takes_it_back(
    page: Program,
) -> None:
    act(page, 1, "Then print", "translate")
    dialog = page.window.findChild(TranslationDialog)
    assert dialog.source.text() == "Then print a timetable."
    dialog.words.setPlainText("那就印一张时刻表。")
    dialog.save_button.click()

    assert ("Then print a timetable.", "那就印一张时刻表。", PairOrigin.PERSON) in texts(page)
    shown = shown_text(page.window.reading).replace("\u00a0", " ")
    assert "那就印一张时刻表。" in shown
    assert "reviewed" in shown
    page.window.actions_["undo"].trigger()
    assert "那就印一张时刻表。" not in shown_text(page.window.reading)


def test_words_of_the_original_are_looked_up_in_the_editor(page: Program, qtbot: QtBot) -> None:
    act(page, 1, "Then print", "translate")
    dialog = page.window.findChild(TranslationDialog)
    assert "Point at a word" in dialog.word.text()
    qtbot.waitUntil(lambda: dialog._dictionary is not None, timeout=60_000)

    cursor = dialog.source.textCursor()
    cursor.setPosition(dialog.source.text().index("timetable") + 2)
    dialog.source.setTextCursor(cursor)
    assert dialog.word.text().startswith("timetable — ")
    assert "时间表" in dialog.word.text() or "时刻表" in dialog.word.text()

    spot = dialog.source.cursorRect(cursor).center()
    cursor.setPosition(0)
    dialog.source.setTextCursor(cursor)
    for place in (QPoint(1, 1), spot):  # where the pointer is already, it moves nothing
        qtbot.mouseMove(dialog.source.viewport(), place)
    qtbot.waitUntil(lambda: dialog.word.text().startswith("timetable"))


def test_save_and_next_goes_to_the_next_sentence_without_a_translation(page: Program) -> None:
    act(page, 1, "Then print", "translate")
    first = page.window.findChild(TranslationDialog)
    first.words.setPlainText("那就印一张时刻表。")
    first.next_button.click()

    shown = [d for d in page.window.findChildren(TranslationDialog) if d.isVisible()]
    assert [d.source.text() for d in shown] == ["Hang it on the door."]


def test_nothing_is_saved_without_words(page: Program) -> None:
    act(page, 1, "Then print", "translate")
    dialog = page.window.findChild(TranslationDialog)
    dialog.words.setPlainText("  ")

    assert not dialog.save_button.isEnabled()
    assert not dialog.next_button.isEnabled()


def test_a_confirmed_pair_is_reviewed_and_known_to_the_memory(
    page: Program, library: Library
) -> None:
    act(page, 0, "The harbour", "confirm_pair")

    assert texts(page)[0][2] is PairOrigin.PERSON
    (unit,) = library.translations.all()
    assert unit.target == "港口将于十月关闭维修。"
    assert shown_text(page.window.reading).count("港口将于十月关闭维修。") == 1


def test_a_broken_pair_is_gone_until_undo(page: Program) -> None:
    before = texts(page)
    act(page, 0, "渔船", "break_pair")

    assert texts(page) == [before[0], before[2]]
    page.window.actions_["undo"].trigger()
    assert texts(page) == before


def test_pairs_are_joined_parted_and_moved(page: Program) -> None:
    act(page, 0, "The harbour", "join_pair")
    assert [(s.count("."), t.count("。")) for s, t, _o in texts(page)] == [(2, 2), (1, 1)]

    act(page, 0, "The harbour", "part_pair")
    assert [t for _s, t, _o in texts(page)][:2] == [
        "港口将于十月关闭维修。",
        "渔船在外面停留到十一月。",
    ]

    act(page, 0, "The harbour", "pair_after")
    assert texts(page)[0][1] == "渔船在外面停留到十一月。"
    assert len(texts(page)) == 2


def test_translations_below_the_words_and_chinese_first_show_all_of_the_page(
    page: Program,
) -> None:
    settings = page.whole._settings
    settings.keep(TRANSLATIONS, "below")
    below = shown_text(page.window.reading)
    settings.keep(FIRST_LANGUAGE, "zh")
    swapped = shown_text(page.window.reading)

    for text in (below, swapped):
        assert text.count("The fishing boats stay out until November.") == 1
        assert text.count("渔船在外面停留到十一月。") == 1
    assert below.index("The fishing") < below.index("渔船")
    assert swapped.index("The fishing") > swapped.index("渔船")


def test_each_language_of_a_comment_is_copied_by_itself(page: Program) -> None:
    page.window.reading.scroll_to_comment(0)
    page.window.actions_["copy_translation"].trigger()

    assert QGuiApplication.clipboard().text().splitlines() == [t for _s, t, _o in texts(page)]
    page.window.actions_["copy_original"].trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [s for s, _t, _o in texts(page)]


def test_what_nothing_translates_is_copied_in_its_language_and_place(page: Program) -> None:
    act(page, 0, "Nobody", "break_pair")
    page.window.reading.scroll_to_comment(0)
    page.window.actions_["copy_original"].trigger()
    original = QGuiApplication.clipboard().text().splitlines()
    page.window.actions_["copy_translation"].trigger()
    translation = QGuiApplication.clipboard().text().splitlines()

    assert original[-1] == "Nobody will have to pay for the old pier."
    assert translation[-1] == "没有人需要为旧码头付钱。"
    assert (len(original), len(translation)) == (3, 3)
    page.window.reading._current = 1
    page.window.actions_["copy_translation"].trigger()
    assert QGuiApplication.clipboard().text().splitlines() == translation


def test_a_second_file_is_lined_up_with_the_page(
    page: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "boats-zh.wiki"
    file.write_text(
        "== 船 ==\n港口。 [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
        ":那就印一张时刻表。把它挂在门上。 [[User:Bo]] 11:00, 1 May 2024 (UTC)\n",
        "utf-8",
    )
    with qtbot.waitSignal(page.session.pages.pairs_found, timeout=60_000):
        page.translating.take_from(file)

    assert ("Hang it on the door.", "把它挂在门上。", PairOrigin.FILE) in texts(page)
    assert "把它挂在门上。" in shown_text(page.window.reading)


def test_a_second_file_is_lined_up_while_the_page_itself_is_still_searched(
    program: Program, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    info = library.pages.save(
        parse(RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour"))
    )
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    file = tmp_path / "boats-zh.wiki"
    file.write_text("== 船 ==\n把它挂在门上。 [[User:Bo]] 11:00, 1 May 2024 (UTC)\n", "utf-8")

    program.translating.take_from(file)  # turns side by side on, and with it a search

    taken = ("Hang it on the door.", "把它挂在门上。", PairOrigin.FILE)
    qtbot.waitUntil(lambda: taken in texts(program), timeout=60_000)
    assert {origin for _source, _target, origin in texts(program)} == {
        PairOrigin.FILE,
        PairOrigin.SAME_POST,
    }


def test_a_second_file_stays_lined_up_when_translations_are_looked_for_again(
    page: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "boats-zh.wiki"
    file.write_text("== 船 ==\n把它挂在门上。 [[User:Bo]] 11:00, 1 May 2024 (UTC)\n", "utf-8")
    with qtbot.waitSignal(page.session.pages.pairs_found, timeout=60_000):
        page.translating.take_from(file)
    with qtbot.waitSignal(page.session.pages.pairs_found, timeout=60_000):
        page.session.pages.find_pairs()

    assert ("Hang it on the door.", "把它挂在门上。", PairOrigin.FILE) in texts(page)


def test_a_file_that_cannot_be_read_leaves_what_the_page_itself_holds(
    program: Program, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    info = library.pages.save(
        parse(RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour"))
    )
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    with (
        qtbot.waitSignal(program.session.pages.failed, timeout=60_000),
        qtbot.waitSignal(program.session.pages.pairs_found, timeout=60_000),
    ):
        program.translating.take_from(tmp_path / "nothing.wiki")

    assert len(texts(program)) == 3


def test_a_page_with_translations_is_exported_in_two_languages(
    page: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    page.window.actions_["export"].trigger()
    dialog = page.window.findChild(ExportDialog)
    dialog.what.setCurrentIndex(dialog.what.findText("The discussion in two languages"))
    names = [dialog.form.itemText(row) for row in range(dialog.form.count())]
    dialog.form.setCurrentIndex(names.index("Text document (ODT)"))

    qtbot.waitUntil(lambda: "渔船在外面停留到十一月。" in dialog.text.toPlainText())
    with qtbot.waitSignal(dialog.exported):
        dialog.write(tmp_path / "boats.odt")
    assert (tmp_path / "boats.odt").read_bytes().startswith(b"PK")


def test_words_without_translation_offer_one_beside_those_that_have_one(
    page: Program, qtbot: QtBot
) -> None:
    page.session.translating.save(
        page.session.translating.sentence_at(1, 3), "那就印一张时刻表。", "zh-hans"
    )
    reading = page.window.reading
    links = [target for target in reading._view.builder.target.links if target.startswith(ADD)]
    assert links == [f"{ADD}1:24"]
    assert "add\xa0translation" in shown_text(reading)

    reading._activate(QUrl(f"#{reading._view.builder.target.links.index(links[0])}"))
    [dialog] = page.window.findChildren(TranslationDialog)
    assert dialog.source.text() == "Hang it on the door."
    dialog.words.setPlainText("把它挂在门上。")
    dialog.save_button.click()
    assert ("Hang it on the door.", "把它挂在门上。", PairOrigin.PERSON) in texts(page)
    assert "add\xa0translation" not in shown_text(reading)


def test_the_menu_of_a_comment_translates_it_though_the_caret_is_elsewhere(
    page: Program, qtbot: QtBot
) -> None:
    put_caret(page, 0, "Nobody")
    reading = page.window.reading
    reading._current = 1
    page.window.actions_["translate"].trigger()

    [dialog] = page.window.findChildren(TranslationDialog)
    assert dialog.source.text() == "Then print a timetable."
    dialog.reject()


@pytest.mark.parametrize(
    ("language", "script", "words", "kept"),
    [
        ("en", "", "那就印一份。", "zh-hans"),
        ("zh_TW", "", "那就印一份。", "zh-hant"),
        ("zh_TW", "zh-hans", "那就印一份。", "zh-hans"),
        ("en", "zh-hk", "那就印一份。", "zh-hant"),
        ("en", "", "那就印一張時刻表。", "zh-hant"),
        ("zh_TW", "", "那就印一张时刻表。", "zh-hans"),
    ],
)
def test_chinese_is_kept_in_the_script_that_it_shows_else_the_persons(
    page: Program, library: Library, language: str, script: str, words: str, kept: str
) -> None:
    page.settings.keep(LANGUAGE, language)
    page.settings.keep(SHOWN_SCRIPT, script)
    act(page, 1, "print", "translate")
    [dialog] = page.window.findChildren(TranslationDialog)
    dialog.words.setPlainText(words)
    dialog.save_button.click()

    [unit] = library.translations.all()
    assert unit.target_language == kept


def test_the_word_that_is_pointed_at_is_told_when_the_dictionary_comes(
    page: Program, qtbot: QtBot
) -> None:
    act(page, 1, "print", "translate")
    [dialog] = page.window.findChildren(TranslationDialog)
    assert dialog._dictionary is None
    dialog.source.pointed.emit(14)
    assert "Point at a word" in dialog.word.text()

    qtbot.waitUntil(lambda: dialog.word.text().startswith("timetable"), timeout=60_000)


def test_a_long_search_for_translations_stops_when_its_page_is_left(
    page: Program, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    rows = range(8_000)
    texts = (
        "\n\n".join(f"Boat {n} stays out until November." for n in rows),
        "\n\n".join(f"第{n}条船在外面停留到十一月。" for n in rows),
    )
    signed = [f"== Boats ==\n{text} [[User:Ada]] 10:00, 1 May 2024 (UTC)\n" for text in texts]
    raws = [
        RawPage(Form.WIKITEXT, text, title=title, site="harbour")
        for text, title in ((signed[0], "Talk:Many boats"), (TEXT, "Talk:Other boats"))
    ]
    many, other = (library.pages.save(parse(raw)) for raw in raws)
    file = tmp_path / "boats-zh.wiki"
    file.write_text(signed[1], "utf-8")
    with qtbot.waitSignal(page.session.pages.page_opened, timeout=60_000):
        page.session.pages.open_page(many.id)
    page.session.pages.find_pairs(file)
    searches = [job for job in page.runner.running if job.key.startswith(f"pairs {many.id} ")]
    assert searches

    with qtbot.waitSignals([job.cancelled for job in searches[-1:]], timeout=60_000):
        page.session.pages.open_page(other.id)

    assert page.session.pages.page is not None
    assert page.session.pages.page.info.id == other.id
