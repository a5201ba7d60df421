"""A folder whose new files are imported by themselves."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.store import Library
from talkreader.ui.dialogs.folder_field import FolderField
from talkreader.ui.dialogs.settings import SettingsDialog
from talkreader.ui.session import watching
from talkreader.ui.settings import WATCHED, Settings

TEXT = "== Boats ==\nBoat {n} leaves. [[User:Ada]] 10:00, {n} May 2024 (UTC)\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "incoming"
    made.mkdir()
    return made


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "STILL", 300)


@pytest.fixture
def watched(program: Program, folder: Path) -> Program:
    """The window with a watched folder."""
    program.importing.watch()
    program.settings.keep(WATCHED, str(folder))
    return program


def put(folder: Path, name: str, n: int, *, old: bool = True) -> Path:
    path = folder / name
    path.write_text(TEXT.format(n=n), "utf-8")
    if old:
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def seen_at(program: Program, path: Path) -> int:
    """Return the size of a file when it was looked at last, 0 when it is not waited for."""
    return program.importing._watching._watching._growing.get(path, (0, 0))[0]


def there(program: Program) -> Callable[[], list[str]]:
    return lambda: sorted(Path(one.origin.path).name for one in program.session.library.pages.all())


def test_what_is_in_the_folder_and_what_comes_is_imported_and_told(
    watched: Program, qtbot: QtBot, folder: Path
) -> None:
    stored = there(watched)
    put(folder, "a.wiki", 1)
    qtbot.waitUntil(lambda: stored() == ["a.wiki"], timeout=20_000)
    qtbot.waitUntil(watched.window.message.isVisible)
    assert watched.window.message.text() == ("From the watched folder: Imported 1 page, 1 comment.")
    watched.window.message.dismiss()

    put(folder, "b.wiki", 2, old=False)  # just written: it is waited for

    qtbot.waitUntil(lambda: stored() == ["a.wiki", "b.wiki"], timeout=20_000)
    assert watched.session.pages.page is None  # nobody asked to read it


def test_a_file_that_is_still_written_or_fetched_waits(
    watched: Program, qtbot: QtBot, folder: Path
) -> None:
    stored = there(watched)
    put(folder, "fetched.wiki.part", 4)
    (folder / "empty.wiki").touch()
    growing = put(folder, "growing.wiki", 3, old=False)
    for n in range(3):  # it is found anew each time that it was looked at
        size = growing.stat().st_size
        qtbot.waitUntil(lambda size=size: seen_at(watched, growing) == size)
        more = f":More. [[User:Bo]] 11:0{n}, 3 May 2024 (UTC)\n"
        growing.write_text(growing.read_text("utf-8") + more, "utf-8")
    put(folder, "last.wiki", 5)

    qtbot.waitUntil(lambda: stored() == ["growing.wiki", "last.wiki"], timeout=20_000)
    (folder / "fetched.wiki.part").rename(folder / "fetched.wiki")
    qtbot.waitUntil(lambda: "fetched.wiki" in stored(), timeout=20_000)

    (report, *_rest) = watched.session.imports.reports()
    assert report.changed_pages == 0  # nothing was imported twice, half at first
    put(folder, "empty.wiki", 6, old=False)
    qtbot.waitUntil(lambda: "empty.wiki" in stored(), timeout=20_000)


def test_a_start_imports_what_came_meanwhile_and_nothing_twice(
    watched: Program, qtbot: QtBot, folder: Path, library: Library
) -> None:
    stored = there(watched)
    put(folder, "a.wiki", 1)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    os.utime(folder / "picture.png", (1_700_000_000, 1_700_000_000))
    qtbot.waitUntil(lambda: stored() == ["a.wiki"], timeout=20_000)
    qtbot.waitUntil(lambda: not watched.runner.running, timeout=20_000)
    before = len(watched.session.imports.reports())
    watched.settings.keep(WATCHED, "")
    put(folder, "b.wiki", 2)

    watched.settings.keep(WATCHED, str(folder))  # as a start does
    qtbot.waitUntil(lambda: stored() == ["a.wiki", "b.wiki"], timeout=20_000)
    qtbot.waitUntil(lambda: not watched.runner.running, timeout=20_000)

    reports = watched.session.imports.reports()
    assert [Path(path).name for path in reports[0].paths] == ["b.wiki"]
    assert len(reports) == before + 1


def test_what_cannot_be_read_is_told_once_and_read_when_more_of_it_comes(
    watched: Program, qtbot: QtBot, folder: Path, seeds: Path
) -> None:
    whole = (seeds / "lighthouse-fund.xml").read_bytes()
    cut = folder / "cut.xml"
    cut.write_bytes(whole[:900])
    os.utime(cut, (1_700_000_000, 1_700_000_000))
    qtbot.waitUntil(watched.window.message.isVisible, timeout=20_000)
    assert "cut.xml" in watched.window.message.text()
    qtbot.waitUntil(lambda: not watched.runner.running, timeout=20_000)

    cut.write_bytes(whole)

    qtbot.waitUntil(lambda: len(watched.session.library.pages.all()) == 1, timeout=20_000)


def test_a_folder_that_is_not_there_is_told_and_nothing_else(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.importing.watch()

    program.settings.keep(WATCHED, str(tmp_path / "unplugged"))

    qtbot.waitUntil(lambda: "is not there" in program.window.status.currentMessage())


def test_the_folder_is_chosen_and_left_in_the_settings(
    settings: Settings, qtbot: QtBot, folder: Path
) -> None:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    (field,) = dialog.findChildren(FolderField)
    assert settings.text(WATCHED) == ""
    assert not field.leave.isEnabled()

    field.choose.click()
    (asked,) = field.findChildren(QFileDialog)
    asked.fileSelected.emit(str(folder))
    asked.close()
    assert settings.text(WATCHED) == str(folder)
    assert field.path.text() == str(folder)

    field.leave.click()
    assert settings.text(WATCHED) == ""
