from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from talkreader.domain.note import Color
from talkreader.ui.desktop_scheme import DesktopScheme, is_dark
from talkreader.ui.icons import swatch
from talkreader.ui.theme import (
    DARK,
    LIGHT,
    PALETTES,
    READABLE,
    Appearance,
    Palette,
    Theme,
    apply,
    contrast,
    over,
)

both = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#808080", "#808080") == pytest.approx(1)


@both
def test_every_text_color_is_readable_on_the_page(palette: Palette) -> None:
    colors = (palette.text, palette.muted, palette.link, palette.caution, *palette.people)

    assert all(contrast(color, palette.page) >= READABLE for color in colors)


@both
def test_words_are_readable_where_two_fills_lie_on_each_other(palette: Palette) -> None:
    grounds = [palette.page, *(over(fill, palette.page) for fill in palette.fills.values())]
    grounds = [over(fill, ground) for ground in grounds for fill in palette.fills.values()]

    assert all(contrast(palette.text, ground) >= READABLE for ground in grounds)


@both
def test_badges_and_insets_are_readable(palette: Palette) -> None:
    for ground in (palette.badge, palette.inset):
        assert contrast(palette.muted, ground) >= READABLE
        assert contrast(palette.text, ground) >= READABLE
    assert contrast(palette.caution, palette.badge) >= READABLE
    assert contrast(palette.window_text, palette.window) >= READABLE


@both
def test_boxes_and_fields_are_seen_before_they_are_used(palette: Palette) -> None:
    # a control needs 3:1 against what lies around it (WCAG 2.2, 1.4.11)
    assert all(contrast(palette.edge, ground) >= 3 for ground in (palette.page, palette.window))


@both
def test_empty_box_is_drawn_with_an_edge(qapp: QApplication, palette: Palette) -> None:
    apply(qapp, palette)
    window = QWidget()
    box = QCheckBox("x", window)
    box.move(8, 0)
    image = window.grab(box.geometry()).toImage()
    line = [image.pixelColor(x, image.height() // 2).name() for x in range(4)]
    apply(qapp, LIGHT)

    assert max(contrast(color, palette.window) for color in line) >= 3


@both
def test_empty_box_of_a_menu_is_drawn_with_an_edge(qapp: QApplication, palette: Palette) -> None:
    apply(qapp, palette)
    menu = QMenu()
    menu.addAction("x").setCheckable(True)
    row = menu.actionGeometry(menu.actions()[0])
    image = menu.grab(row).toImage()
    middle = [image.pixelColor(x, image.height() // 2).name() for x in range(3, 20)]
    apply(qapp, LIGHT)

    assert max(contrast(color, palette.page) for color in middle) >= 3


@both
def test_a_search_hit_looks_like_no_note(palette: Palette) -> None:
    fills = {over(fill, palette.page) for fill in palette.fills.values()}

    assert set(palette.fills) == set(Color)
    assert len(fills) == 5
    # an outline needs 3:1 against what it lies on (WCAG 2.2, 1.4.11)
    assert all(contrast(palette.hit, ground) >= 3 for ground in (*fills, palette.page))
    assert all(contrast(palette.current_hit, ground) >= 3 for ground in (*fills, palette.page))


@both
def test_a_chosen_row_is_readable(palette: Palette) -> None:
    assert contrast(palette.accent_text, palette.accent) >= READABLE


@both
def test_quiet_words_and_links_are_readable_in_a_note_too(palette: Palette) -> None:
    grounds = [over(fill, palette.page) for fill in palette.fills.values()]

    assert all(contrast(palette.muted, ground) >= READABLE for ground in grounds)
    assert all(contrast(palette.link, ground) >= READABLE for ground in grounds)


@both
def test_the_line_around_what_has_the_focus_is_seen(palette: Palette) -> None:
    # WCAG 2.2, 1.4.11
    assert all(contrast(palette.accent, ground) >= 3 for ground in (palette.page, palette.window))


def test_every_theme_has_its_own_colors(qtbot: QtBot, qapp: QApplication) -> None:
    before = QPalette(qapp.palette())
    appearance = Appearance(qapp, Theme.AUTO)
    shown = []
    for theme in (Theme.LIGHT, Theme.DARK, Theme.SEPIA):
        appearance.use(theme)
        shown.append(appearance.palette.name)

    assert shown == ["light", "dark", "sepia"]
    qapp.setPalette(before)
    qapp.setStyleSheet("")


def test_another_theme_changes_every_widget_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    before = QPalette(qapp.palette())
    appearance = Appearance(qapp, Theme.LIGHT)

    with qtbot.waitSignal(appearance.palette_changed) as told:
        appearance.use(Theme.DARK)

    assert told.args == [DARK]
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == DARK.page
    appearance.use(Theme.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == LIGHT.page
    qapp.setPalette(before)
    qapp.setStyleSheet("")


def test_auto_follows_a_system_that_turns_dark_and_light_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    before = QPalette(qapp.palette())
    others = qapp.findChildren(Appearance)  # of the windows of other tests, which are gone
    for other in others:
        other.blockSignals(True)
    appearance = Appearance(qapp, Theme.AUTO)
    told: list[str] = []
    appearance.palette_changed.connect(lambda palette: told.append(palette.name))
    system = (
        qapp.styleHints().colorSchemeChanged
    )  # what Qt emits when the desktop's setting changes

    system.emit(Qt.ColorScheme.Dark)
    dark = qapp.palette().color(QPalette.ColorRole.Base).name()
    appearance.use(Theme.SEPIA)
    system.emit(Qt.ColorScheme.Light)
    kept = appearance.palette.name
    appearance.use(Theme.AUTO)

    assert dark == DARK.page
    assert (kept, appearance.palette.name) == ("sepia", "light")
    assert told == ["dark", "sepia", "light"]
    for other in others:
        other.blockSignals(False)
    qapp.setPalette(before)
    qapp.setStyleSheet("")


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_a_disc_keeps_its_colour_on_a_chosen_row_and_is_seen_there(
    qapp: QApplication, palette: Palette
) -> None:
    blank = palette.accent
    for color in ("#ffdd33", palette.accent, ""):
        drawn = swatch(color, palette).pixmap(QSize(16, 16), 1.0, QIcon.Mode.Selected).toImage()
        seen = {drawn.pixelColor(x, 8).name() for x in range(16) if drawn.pixelColor(x, 8).alpha()}

        assert max(contrast(each, blank) for each in seen) >= 3
        assert not color or drawn.pixelColor(8, 8).name() == color


DARK_FILES = [
    ("gtk-3.0/settings.ini", "[Settings]\ngtk-application-prefer-dark-theme = true\n", {}),
    ("gtk-4.0/settings.ini", "[Settings]\ngtk-application-prefer-dark-theme=1\n", {}),
    ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita-dark\n", {}),
    (
        "kdeglobals",
        "[Colors:View]\nBackgroundNormal=255,255,255\n[Colors:Window]\nBackgroundNormal=32,35,38\n",
        {"XDG_CURRENT_DESKTOP": "KDE"},
    ),
    ("nothing", "", {"GTK_THEME": "Adwaita:dark"}),
]
LIGHT_FILES = [
    ("nothing", "", {}),
    ("gtk-3.0/settings.ini", "[Settings]\n# gtk-application-prefer-dark-theme=1\n", {}),
    ("gtk-3.0/settings.ini", "no settings \x00 at all", {}),
    ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita\n", {}),
    ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=X-dark\n", {"GTK_THEME": "Adwaita"}),
    ("kdeglobals", "[Colors:Window]\nBackgroundNormal=32,35,38\n", {}),  # left by another desktop
    (
        "kdeglobals",
        "[Colors:Window]\nBackgroundNormal=239,240,241\n",
        {"XDG_CURRENT_DESKTOP": "KDE"},
    ),
]


@pytest.mark.parametrize(
    ("name", "text", "environment", "dark"),
    [(*row, True) for row in DARK_FILES] + [(*row, False) for row in LIGHT_FILES],
)
def test_the_files_of_a_desktop_say_whether_it_is_dark(
    tmp_path: Path, name: str, text: str, environment: dict[str, str], dark: bool
) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)

    assert is_dark(tmp_path, environment) is dark


def test_auto_follows_a_desktop_that_only_its_files_tell_of(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    before = QPalette(qapp.palette())
    file = tmp_path / "gtk-3.0" / "settings.ini"
    file.parent.mkdir()
    file.write_text("[Settings]\ngtk-application-prefer-dark-theme=1\n")
    desktop = DesktopScheme(tmp_path, {})
    desktop.watch()

    appearance = Appearance(qapp, Theme.AUTO, desktop=desktop)
    first = appearance.palette.name
    new = tmp_path / "new.ini"
    new.write_text("[Settings]\ngtk-application-prefer-dark-theme=0\n")
    with qtbot.waitSignal(appearance.palette_changed, timeout=10_000):
        new.replace(file)  # as desktops write: a new file under the old name
    second = appearance.palette.name
    with qtbot.waitSignal(appearance.palette_changed, timeout=10_000):
        file.write_text("[Settings]\ngtk-theme-name=Yaru-dark\n")

    assert (first, second, appearance.palette.name) == ("dark", "light", "dark")
    qapp.setPalette(before)
    qapp.setStyleSheet("")
