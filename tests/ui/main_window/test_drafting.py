"""Machines in the window: a real tiny model drafts, is marked, and is nobody's translation."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.bilingual import PairOrigin
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.settings import LIBRETRANSLATE, LIBRETRANSLATE_PORT
from tests.bilingual.engines.tiny_gguf import make_gguf
from tests.bilingual.engines.tiny_model import make_folder, make_package
from tests.ui.panes.reading import shown_text

TEXT = """== Boats ==
The harbour is closed until 12 May 2024. Nobody has to pay.
[[User:Ada]] 10:00, 1 May 2024 (UTC)
:我同意这个计划。 [[User:Bo]] 11:00, 1 May 2024 (UTC)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    return make_package(folder / "en_zh.argosmodel", make_folder(folder / "en_zh"))


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    raw = RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    return program


def test_without_a_machine_the_window_says_that_none_comes_with_it(page: Program) -> None:
    page.window.actions_["draft_page"].trigger()

    assert "No machine comes with the program." in page.window.message.text()


def test_a_page_is_drafted_and_the_draft_is_marked_and_kept_nowhere(
    page: Program, qtbot: QtBot, package: Path, library: Library
) -> None:
    page.drafting.add(str(package))
    assert "Argos en→zh 1.0" in page.window.message.text()
    with qtbot.waitSignal(page.session.drafting.drafted, timeout=60_000):
        page.window.actions_["draft_page"].trigger()

    pairs = page.session.pages.page.pairs
    drafts = [pair for pair in pairs if pair.origin is PairOrigin.MACHINE]
    assert [pair.source.text for pair in drafts] == [
        "The harbour is closed until 12 May 2024.",
        "Nobody has to pay.",
    ]
    assert {pair.machine for pair in drafts} == {"Argos en→zh 1.0"}
    assert "machine draft" in shown_text(page.window.reading).replace("\u00a0", " ")
    # a narrow column breaks the badge here, and not amid a word
    assert "machine\u00a0draft · " in shown_text(page.window.reading)
    assert library.translations.all() == []


def test_a_draft_that_is_confirmed_becomes_the_persons(
    page: Program, qtbot: QtBot, package: Path, library: Library
) -> None:
    page.drafting.add(str(package))
    with qtbot.waitSignal(page.session.drafting.drafted, timeout=60_000):
        page.window.actions_["draft_page"].trigger()
    page.window.reading.select(0, 2, 3)
    page.window.actions_["confirm_pair"].trigger()

    assert page.session.pages.page.pairs[0].origin is PairOrigin.PERSON
    (unit,) = library.translations.all()
    assert unit.machine == "Argos en→zh 1.0"


def test_a_language_model_goes_both_ways_and_is_asked_one_way_after_the_other(
    page: Program, qtbot: QtBot, tmp_path: Path, library: Library
) -> None:
    pytest.importorskip("xllamacpp", reason="the extra [llm] is not installed here")
    model = make_gguf(tmp_path / "tiny.gguf")
    assert page.drafting.add(f"en>zh:{model}")
    assert page.drafting.add(f"zh>en:{model}")
    with qtbot.waitSignal(page.session.drafting.drafted, timeout=120_000):
        page.window.actions_["draft_page"].trigger()

    pairs = page.session.pages.page.pairs
    drafts = {pair.machine for pair in pairs if pair.origin is PairOrigin.MACHINE}
    assert drafts <= {"tiny en→zh", "tiny zh→en"}
    assert "tiny zh→en" in drafts
    assert library.translations.all() == []


def test_a_machine_that_cannot_be_loaded_is_told_and_nothing_is_lost(
    page: Program, qtbot: QtBot, package: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(package.read_bytes()[:200])
    page.drafting.add(str(broken))

    assert not page.window.actions_["forget_machines"].isEnabled()
    assert str(broken) in page.window.message.text()


def test_nothing_is_drafted_where_everything_is_translated(
    page: Program, qtbot: QtBot, package: Path
) -> None:
    page.drafting.add(str(package))
    with qtbot.waitSignal(page.session.pages.pairs_found, timeout=60_000):
        page.window.actions_["side_by_side"].setChecked(True)

    assert not page.session.drafting.draft([], None)
    page.window.reading.scroll_to_comment(1)
    page.window.actions_["draft_comment"].trigger()
    assert "nothing here" in page.window.status.currentMessage()


def test_a_machine_that_fails_at_work_is_told_in_the_window(page: Program, qtbot: QtBot) -> None:
    page.settings.keep(LIBRETRANSLATE, True)
    page.settings.keep(LIBRETRANSLATE_PORT, 1)  # where nobody listens
    with qtbot.waitSignal(page.session.drafting.drafted, timeout=60_000):
        page.window.actions_["draft_page"].trigger()

    message = page.window.message
    qtbot.waitUntil(lambda: "LibreTranslate does not run at port 1" in message.text())
    assert "drafted" not in page.window.status.currentMessage()


def test_a_sentence_that_a_machine_fails_at_is_told_and_the_others_are_drafted(
    program: Program, qtbot: QtBot, package: Path, library: Library
) -> None:
    endless = "boat " * 400  # the tiny model has room for 200 pieces
    text = (
        f"== Boats ==\nThe {endless}.\n\nNobody has to pay. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
    )
    info = library.pages.save(parse(RawPage(Form.WIKITEXT, text, title="Talk:Long", site="s")))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    program.drafting.add(str(package))
    with qtbot.waitSignal(program.session.drafting.drafted, timeout=60_000):
        program.window.actions_["draft_page"].trigger()

    assert [pair.source.text for pair in program.session.pages.page.pairs] == ["Nobody has to pay."]
    qtbot.waitUntil(lambda: "cannot translate this" in program.window.message.text())
