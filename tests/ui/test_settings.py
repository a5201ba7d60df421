"""Settings: one line each, kept in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from talkreader.ui.settings import ALL, GEOMETRY, LETTERS, THEME, ZOOM, Settings, config_folder


def test_settings_are_there_after_a_restart(tmp_path: Path) -> None:
    before = Settings(tmp_path)
    before.keep(THEME, "dark")
    before.keep(LETTERS, False)
    before.keep(ZOOM, -2)
    before.keep(GEOMETRY, QByteArray(b"\x00\xff"))
    before.sync()

    after = Settings(tmp_path)

    assert (after.text(THEME), after.flag(LETTERS), after.number(ZOOM)) == ("dark", False, -2)
    assert after.bytes(GEOMETRY) == QByteArray(b"\x00\xff")


def test_nonsense_in_the_file_gives_the_default(tmp_path: Path) -> None:
    text = "[view]\ntheme=purple\nzoom=large\n"
    (tmp_path / "talkreader.ini").write_text(text, encoding="utf-8")

    settings = Settings(tmp_path)

    assert (settings.text(THEME), settings.number(ZOOM)) == ("auto", 0)


def test_change_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path)
    told: list[object] = []
    settings.changed.connect(told.append)

    settings.keep(THEME, "dark")
    settings.keep(THEME, "dark")

    assert told == [THEME]


@pytest.mark.parametrize("setting", ALL, ids=lambda setting: setting.key)
def test_setting_that_has_a_label_has_help(setting) -> None:
    assert bool(setting.label) == bool(setting.help)
    assert not setting.choices or setting.default in dict(setting.choices)


def test_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKREADER_CONFIG", str(tmp_path))

    assert config_folder() == tmp_path
