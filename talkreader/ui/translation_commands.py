"""The commands of the menu "Translation"."""

from __future__ import annotations

from talkreader.ui.command import TRANSLATION, Command
from talkreader.ui.command import row as _c
from talkreader.ui.marking import QT_TRANSLATE_NOOP

TRANSLATION_COMMANDS: tuple[Command, ...] = (
    _c(
        "translate",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "&Translate the sentence…"),
        "Ctrl+Shift+T",
    ),
    _c("confirm_pair", TRANSLATION, QT_TRANSLATE_NOOP("commands", "&Confirm the translation")),
    _c(
        "break_pair",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "These do &not translate each other"),
        rule=True,
    ),
    _c("join_pair", TRANSLATION, QT_TRANSLATE_NOOP("commands", "&Join with the next pair")),
    _c("part_pair", TRANSLATION, QT_TRANSLATE_NOOP("commands", "&Part at the first sentence")),
    _c(
        "pair_before",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Pair with the sentence &before"),
    ),
    _c("pair_after", TRANSLATION, QT_TRANSLATE_NOOP("commands", "Pair with the sentence &after")),
    _c(
        "unfold_translation",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "&Unfold the translation here"),
        letters="E",
        rule=True,
    ),
    _c(
        "unfold_translations",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Unfold a&ll translations of the page"),
        letters="Shift+E",
    ),
    _c(
        "draft_comment",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "&Draft the comment by machine"),
        "Ctrl+Shift+M",
        rule=True,
    ),
    _c("draft_page", TRANSLATION, QT_TRANSLATE_NOOP("commands", "Draft the pa&ge by machine")),
    _c("add_machine", TRANSLATION, QT_TRANSLATE_NOOP("commands", "Add a translation &machine…")),
    _c("forget_machines", TRANSLATION, QT_TRANSLATE_NOOP("commands", "Forget the mach&ines")),
    _c(
        "copy_original",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Copy the &original of the comment"),
        rule=True,
    ),
    _c(
        "copy_translation",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Copy the t&ranslation of the comment"),
    ),
    _c(
        "next_script",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Show Chinese in the next &script"),
        "Ctrl+Shift+J",
        rule=True,
    ),
    _c(
        "memory",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Translation m&emory…"),
        "Ctrl+M",
        rule=True,
    ),
    _c("glossary", TRANSLATION, QT_TRANSLATE_NOOP("commands", "Glossar&y…"), "Ctrl+Shift+K"),
    _c(
        "translation_file",
        TRANSLATION,
        QT_TRANSLATE_NOOP("commands", "Take translations from a &file…"),
    ),
)
