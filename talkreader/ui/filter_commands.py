"""The commands that narrow a page to some of its comments; one of them holds at a time."""

from __future__ import annotations

from talkreader.ui.command import VIEW
from talkreader.ui.command import row as _c
from talkreader.ui.marking import QT_TRANSLATE_NOOP

SHOW_ONLY = QT_TRANSLATE_NOOP("commands", "Sho&w only")
"""The menu that they stand in."""
FILTER_COMMANDS = (
    _c(
        "only_hits",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "&Only comments with hits"),
        letters="O",
        check=True,
    ),
    _c(
        "only_person",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Only comments by the same &person"),
        letters="Shift+O",
        check=True,
    ),
    _c("only_noted", VIEW, QT_TRANSLATE_NOOP("commands", "Only comments with &notes"), check=True),
    _c("only_new", VIEW, QT_TRANSLATE_NOOP("commands", "Only n&ew comments"), check=True),
    _c(
        "no_assent",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "&Hide comments that only agree or thank"),
        letters="I",
        check=True,
    ),
)
