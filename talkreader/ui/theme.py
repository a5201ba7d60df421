"""Colours: palettes for light, dark and sepia, applied to the program, changed while it runs."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from talkreader.domain.color import Color

if TYPE_CHECKING:
    from talkreader.ui.desktop_scheme import DesktopScheme

STYLE = ("-style", "fusion")
"""What to begin an application with: the native styles ignore parts of a palette.

Words for QApplication and not ``setStyle``, with which PySide makes its class QStyle: 6 ms.
"""
READABLE = 4.5
"""The contrast that text needs at least. Source: WCAG 2.2, success criterion 1.4.3."""
DESKTOPS = ("xcb", "wayland")
"""Where a desktop may have a choice that Qt does not know."""
_LATER = 2000
"""Milliseconds after which the first page stands."""
OWN_FOCUS = "showsOwnFocus"
"""The dynamic property of a widget that shows by itself whether the keys go to it."""


class Theme(StrEnum):
    """What a person chooses; the values are what the settings file holds."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"


class Palette(NamedTuple):
    """Colours by what they are for, as ``#rrggbb`` (or ``#aarrggbb`` for translucent fills).

    ``page`` is the paper, ``window`` what lies around it. ``fills`` are laid under the words of a
    note; ``hit`` and ``current_hit`` are outlines, so that a search never looks like a note.
    ``guides`` are the lines of the levels from the outside in; ``people`` colour names.
    """

    name: str
    dark: bool
    page: str
    text: str
    muted: str
    window: str
    window_text: str
    button: str
    line: str
    inset: str
    link: str
    accent: str
    accent_text: str
    badge: str
    caution: str
    hit: str
    current_hit: str
    partner: str
    guides: tuple[str, ...]
    people: tuple[str, ...]
    fills: dict[Color, str]

    @property
    def fresh(self) -> str:
        """What marks the new: a green that words can be read on, on ``page`` and in its colour."""
        return self.people[2]

    @property
    def edge(self) -> str:
        """What draws boxes to tick and fields to type in: 3:1 against what lies around them."""
        return over(f"#f0{self.muted[1:]}", self.page)


LIGHT = Palette(
    name="light",
    dark=False,
    page="#fdfdfb",
    text="#1f2328",
    muted="#535a64",
    window="#f0f1f2",
    window_text="#1f2328",
    button="#fafafa",
    line="#d5d8dc",
    inset="#f1f3f5",
    link="#1a56b0",
    accent="#2f6fc4",
    accent_text="#ffffff",
    badge="#e9ecef",
    caution="#8a4b00",
    hit="#a3179b",
    current_hit="#d4006a",
    partner="#5590d0e8",
    guides=("#c3c9d1", "#b8cbe0", "#c5d3b9", "#dcc9b2", "#d3c0dc"),
    people=(
        "#a8322d",
        "#1f5fa8",
        "#2c7031",
        "#7a3e9d",
        "#8a5300",
        "#00707a",
        "#a3286f",
        "#4a5a1f",
        "#4549b0",
        "#8c4030",
        "#276b58",
        "#6d5566",
    ),
    fills={
        Color.YELLOW: "#a8ffdd33",
        Color.GREEN: "#9085dd77",
        Color.BLUE: "#907cc0f5",
        Color.PINK: "#90f59ac5",
        Color.ORANGE: "#98ffb366",
    },
)

DARK = Palette(
    name="dark",
    dark=True,
    page="#1b1e22",
    text="#dde1e6",
    muted="#a8b1bb",
    window="#24282d",
    window_text="#dde1e6",
    button="#2d3238",
    line="#3c434b",
    inset="#25292f",
    link="#82b4f5",
    accent="#3a76c8",
    accent_text="#ffffff",
    badge="#323840",
    caution="#eab16a",
    hit="#e288dc",
    current_hit="#ff7ab8",
    partner="#554f86c6",
    guides=("#4b535d", "#3f5873", "#4a5c3f", "#66533c", "#5b4769"),
    people=(
        "#f0938d",
        "#8ab8f0",
        "#8fcf93",
        "#cda3ea",
        "#e3b56c",
        "#74cdd4",
        "#ee97c6",
        "#b9c97e",
        "#b0b3f7",
        "#e5a595",
        "#85ccb6",
        "#ccb0c4",
    ),
    fills={
        Color.YELLOW: "#a06b5700",
        Color.GREEN: "#60338a3c",
        Color.BLUE: "#682f6fae",
        Color.PINK: "#70a83c75",
        Color.ORANGE: "#68b05a18",
    },
)

SEPIA = LIGHT._replace(
    name="sepia",
    page="#f5eddc",
    text="#33291d",
    muted="#5f5443",
    window="#ebe1cb",
    window_text="#33291d",
    button="#f4ecd9",
    line="#d3c7ad",
    inset="#eee4ce",
    link="#1850a6",
    accent="#8a5a24",
    badge="#eadfc7",
    caution="#853f00",
    hit="#8f1487",
    current_hit="#b8005c",
    partner="#55b08d4a",
    guides=("#cbbfa5", "#b9bda9", "#bfc59c", "#d8bf92", "#cdb4b0"),
)
"""Paper for long hours: the names keep their colours, which are readable on it too."""

PALETTES = (LIGHT, DARK, SEPIA)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two opaque colours, from 1 (none) to 21.

    Source: WCAG 2.2, relative luminance.
    """
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(color: str) -> float:
    whole = QColor(color)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (whole.redF(), whole.greenF(), whole.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def over(fill: str, ground: str) -> str:
    """Return the opaque colour that shows when a translucent ``fill`` lies on ``ground``."""
    top, below = QColor(fill), QColor(ground)
    part = top.alphaF()
    mixed = (
        round(high * part + low * (1 - part))
        for high, low in zip(top.getRgb()[:3], below.getRgb()[:3], strict=True)  # type: ignore[index]  # the stub says object, it is a tuple of four
    )
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def qt_palette(palette: Palette) -> QPalette:
    """Return the same colours under the names that Qt's own widgets use."""
    role = QPalette.ColorRole
    made = QPalette()
    colors = {
        role.Window: palette.window,
        role.WindowText: palette.window_text,
        role.Base: palette.page,
        role.AlternateBase: palette.inset,
        role.Text: palette.text,
        role.Button: palette.button,
        role.ButtonText: palette.window_text,
        role.BrightText: palette.caution,
        role.ToolTipBase: palette.inset,
        role.ToolTipText: palette.text,
        role.PlaceholderText: palette.muted,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.accent_text,
        role.Accent: palette.accent,
        role.Link: palette.link,
        role.LinkVisited: palette.link,
        role.Light: palette.button,
        role.Midlight: palette.line,
        role.Mid: palette.line,
        role.Dark: palette.muted,
        role.Shadow: "#000000",
    }
    for key, color in colors.items():
        made.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(palette.muted))
    return made


def style_sheet(palette: Palette) -> str:
    """Return the few rules that a palette cannot say; all colours are the palette's."""
    return f"""
QToolTip {{ background: {palette.inset}; color: {palette.text};
            border: 1px solid {palette.line}; padding: 3px 6px; }}
QSplitter::handle, QMainWindow::separator {{ background: {palette.line}; }}
QMainWindow::separator {{ width: 1px; height: 1px; }}
QMenu::separator {{ background: {palette.line}; height: 1px; margin: 3px 6px; }}
"""


_EDGED = (
    "QCheckBox",
    "QRadioButton",
    "QLineEdit",
    "QAbstractSpinBox",
    "QPlainTextEdit",
    "QMenu",
)


def apply(app: QApplication, palette: Palette) -> None:
    """Give every widget of the application these colours, now."""
    app.setPalette(qt_palette(palette))
    edged = QPalette()
    # Fusion draws outlines 1.4 times darker than what lies around: in the dark nobody sees those
    edged.setColor(QPalette.ColorRole.Window, QColor(palette.edge).lighter(140))
    for name in _EDGED:
        app.setPalette(edged, name)  # type: ignore[arg-type]  # the stub says bytes, it takes words
    app.setStyleSheet(style_sheet(palette))


class Appearance(QObject):
    """Keeps the application in the theme a person chose; Auto follows the system while it runs."""

    palette_changed = Signal(object)
    """A `Palette`, after every widget has it."""

    def __init__(
        self,
        app: QApplication,
        theme: Theme = Theme.AUTO,
        *,
        only_colors: bool = False,
        desktop: DesktopScheme | None = None,
    ) -> None:
        """``only_colors``: without the style sheet, which makes widgets dearer, until `finish`.

        ``desktop`` is asked where Qt does not know whether it is dark.
        """
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._scheme = app.styleHints().colorScheme()
        self._desktop = desktop
        if self._scheme == Qt.ColorScheme.Unknown:
            self._ask_desktop()
        self._palette = self._wanted()
        if only_colors:
            app.setPalette(qt_palette(self._palette))
        else:
            apply(app, self._palette)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def finish(self) -> None:
        """Add what is not colours only."""
        apply(self._app, self._palette)

    def _ask_desktop(self) -> None:
        """Let the files of the desktop say what Qt does not know."""
        if self._desktop is None and self._app.platformName() in DESKTOPS:
            from talkreader.ui.desktop_scheme import DesktopScheme

            self._desktop = DesktopScheme(parent=self)
        if self._desktop is None:
            return
        self._desktop.changed.connect(lambda _dark: self._follow_system(self._scheme))
        QTimer.singleShot(_LATER, self._desktop, self._desktop.watch)

    @property
    def theme(self) -> Theme:
        """What was chosen."""
        return self._theme

    @property
    def palette(self) -> Palette:
        """The colours in use; for Auto, those of the moment."""
        return self._palette

    def use(self, theme: Theme) -> None:
        """Change to a theme, at once."""
        self._theme = theme
        self._change_to(self._wanted())

    def _wanted(self) -> Palette:
        if self._theme is Theme.AUTO:
            dark = self._scheme == Qt.ColorScheme.Dark
            if self._scheme == Qt.ColorScheme.Unknown and self._desktop is not None:
                dark = self._desktop.dark
            return DARK if dark else LIGHT
        return {Theme.DARK: DARK, Theme.SEPIA: SEPIA}.get(self._theme, LIGHT)

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._scheme = scheme
        if self._theme is Theme.AUTO:
            self._change_to(self._wanted())

    def _change_to(self, palette: Palette) -> None:
        if palette is self._palette:
            return
        self._palette = palette
        apply(self._app, palette)
        self.palette_changed.emit(palette)
