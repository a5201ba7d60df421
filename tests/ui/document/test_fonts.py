import pytest
from PySide6.QtGui import QFontDatabase, QTextLayout
from pytestqt.qtbot import QtBot

from talkreader.ui.document import fonts
from talkreader.ui.document.fonts import (
    HANS,
    HANT,
    LATIN,
    default_script,
    families,
    line_script,
    script_of,
    unseen_emoji,
)
from talkreader.ui.document.style import Look, Style, Words
from talkreader.ui.theme import LIGHT


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("The harbour", LATIN),
        ("Überfahrt am 3. März", LATIN),
        ("这个图库里没有渡轮", HANS),
        ("這個圖庫裡沒有渡輪", HANT),
        ("The 這裡 harbour", HANT),
        ("", LATIN),
    ],
)
def test_the_script_of_a_text_is_known_from_its_characters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_characters_of_both_scripts_take_the_script_of_the_page() -> None:
    assert script_of("山水", HANT) == HANT
    assert script_of("山水", HANS) == HANS
    assert default_script("zh-Hant-HK") == HANT
    assert default_script("zh") == HANS


def test_the_family_of_the_script_comes_before_that_of_the_other(qtbot: QtBot) -> None:
    simplified, traditional = families(HANS), families(HANT)

    if "Noto Sans CJK SC" not in simplified:
        pytest.skip("Noto Sans CJK is not installed")
    assert simplified.index("Noto Sans CJK SC") < simplified.index("Noto Sans CJK TC")
    assert traditional.index("Noto Sans CJK TC") < traditional.index("Noto Sans CJK SC")


def test_a_chinese_name_does_not_change_the_lines_of_an_english_paragraph() -> None:
    assert line_script("The keeper 林知夏 wrote this down in 1911.") == LATIN
    assert line_script("林知夏 wrote: 图库里没有") == HANS


def test_an_emoji_without_a_glyph_is_found_and_other_characters_are_not(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unseen_emoji(["plain", "中文 → ä"]) == ""

    monkeypatch.setattr(fonts, "_is_drawn", lambda emoji: emoji == "😀")
    assert unseen_emoji(["plain", "中文 😀", "then 🚢"]) == "🚢"


def test_each_script_keeps_its_shapes_beside_the_other(qtbot: QtBot) -> None:
    if not {"Noto Sans CJK SC", "Noto Sans CJK TC"} <= set(QFontDatabase.families()):
        pytest.skip("needs fonts with the shapes of both scripts")
    style = Style(Look(palette=LIGHT, points=13.7))

    def drawn(script: str) -> list[object]:
        font = style.chars(Words(script=script)).font()
        font.setPointSizeF(13.7)
        layout = QTextLayout("骨。", font.resolve(style.font))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return [number for run in layout.glyphRuns() for number in run.glyphIndexes()]

    traditional, simplified = drawn(HANT), drawn(HANS)

    assert len(simplified) == 2
    assert traditional != simplified
    assert drawn(HANT) == traditional
