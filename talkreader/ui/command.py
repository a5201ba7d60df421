"""What a command is, and the menus that commands stand in."""

from __future__ import annotations

from typing import NamedTuple

from talkreader.ui.marking import QT_TRANSLATE_NOOP

FILE = QT_TRANSLATE_NOOP("commands", "&File")
EDIT = QT_TRANSLATE_NOOP("commands", "&Edit")
VIEW = QT_TRANSLATE_NOOP("commands", "&View")
GO = QT_TRANSLATE_NOOP("commands", "&Go")
ANNOTATE = QT_TRANSLATE_NOOP("commands", "&Annotate")
TRANSLATION = QT_TRANSLATE_NOOP("commands", "T&ranslation")
TOOLS = QT_TRANSLATE_NOOP("commands", "&Tools")
HELP = QT_TRANSLATE_NOOP("commands", "&Help")
MENUS = (FILE, EDIT, VIEW, GO, ANNOTATE, TRANSLATION, TOOLS, HELP)


class Command(NamedTuple):
    """One command. ``letters`` are bare keys that act in the reading pane only.

    ``icon`` is the name of a drawing in resources/icons. ``rule``: a line above it in the menu.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    rule: bool = False


def row(  # noqa: PLR0913 - a row of a table
    id_: str,
    menu: str,
    text: str,
    keys: str = "",
    letters: str = "",
    icon: str = "",
    *,
    check: bool = False,
    rule: bool = False,
) -> Command:
    """Return a command; keys and letters are parted by spaces."""
    return Command(id_, menu, text, tuple(keys.split()), tuple(letters.split()), icon, check, rule)
