"""Every command: its menu, words and keys. Menus, tool bar and key sheet are made from it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from talkreader.ui.command import (
    ANNOTATE,
    EDIT,
    FILE,
    GO,
    HELP,
    MENUS,
    TOOLS,
    TRANSLATION,
    VIEW,
    Command,
)
from talkreader.ui.command import row as _c
from talkreader.ui.filter_commands import FILTER_COMMANDS
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.translation_commands import TRANSLATION_COMMANDS

__all__ = ["COMMANDS", "MENUS", "TOOLS", "TRANSLATION", "VIEW", "Command", "menu_text"]

COMMANDS: tuple[Command, ...] = (
    _c("open", FILE, QT_TRANSLATE_NOOP("commands", "&Open…"), "Ctrl+O", icon="open"),
    _c("recent", FILE, QT_TRANSLATE_NOOP("commands", "Recent pa&ges…"), "Ctrl+R"),
    _c("paste_page", FILE, QT_TRANSLATE_NOOP("commands", "&Paste as page"), "Ctrl+V"),
    _c("sample", FILE, QT_TRANSLATE_NOOP("commands", "Open the &sample")),
    _c(
        "import",
        FILE,
        QT_TRANSLATE_NOOP("commands", "&Import a folder or a dump…"),
        "Ctrl+I",
        rule=True,
    ),
    _c("pause", FILE, QT_TRANSLATE_NOOP("commands", "Pa&use the import"), check=True),
    _c("cancel", FILE, QT_TRANSLATE_NOOP("commands", "&Cancel the import")),
    _c("imports", FILE, QT_TRANSLATE_NOOP("commands", "I&mports and their reports…")),
    _c("describe", FILE, QT_TRANSLATE_NOOP("commands", "Title and &wiki of this page…")),
    _c("use_copy", FILE, QT_TRANSLATE_NOOP("commands", "Make this the current cop&y")),
    _c("export", FILE, QT_TRANSLATE_NOOP("commands", "&Export…"), "Ctrl+Shift+E", rule=True),
    _c("share", FILE, QT_TRANSLATE_NOOP("commands", "S&hare notes…")),
    _c("merge", FILE, QT_TRANSLATE_NOOP("commands", "Ta&ke in notes…")),
    _c("print", FILE, QT_TRANSLATE_NOOP("commands", "Print or save as PD&F…"), "Ctrl+P"),
    _c("new_tab", FILE, QT_TRANSLATE_NOOP("commands", "&New tab"), "Ctrl+N", rule=True),
    _c("close_tab", FILE, QT_TRANSLATE_NOOP("commands", "Close &tab"), "Ctrl+W Ctrl+F4"),
    _c("reopen_tab", FILE, QT_TRANSLATE_NOOP("commands", "Open closed tab &again"), "Ctrl+Shift+N"),
    _c("quit", FILE, QT_TRANSLATE_NOOP("commands", "&Quit"), "Ctrl+Q"),
    _c("undo", EDIT, QT_TRANSLATE_NOOP("commands", "&Undo"), "Ctrl+Z"),
    _c("redo", EDIT, QT_TRANSLATE_NOOP("commands", "&Redo"), "Ctrl+Shift+Z Ctrl+Y"),
    _c("copy", EDIT, QT_TRANSLATE_NOOP("commands", "&Copy"), "Ctrl+C", rule=True),
    _c("cite_text", EDIT, QT_TRANSLATE_NOOP("commands", "Copy with &source"), "Ctrl+Alt+C"),
    _c("cite_markdown", EDIT, QT_TRANSLATE_NOOP("commands", "Copy as &Markdown quotation")),
    _c("cite_bibtex", EDIT, QT_TRANSLATE_NOOP("commands", "Copy reference as &BibTeX")),
    _c("cite_csl", EDIT, QT_TRANSLATE_NOOP("commands", "Copy reference as CSL-&JSON")),
    _c("copy_link", EDIT, QT_TRANSLATE_NOOP("commands", "Copy &link"), "Ctrl+Shift+C"),
    _c("select_all", EDIT, QT_TRANSLATE_NOOP("commands", "Select &all"), "Ctrl+A"),
    _c("find_page", EDIT, QT_TRANSLATE_NOOP("commands", "&Find in page"), "Ctrl+F", "/", rule=True),
    _c("find_library", EDIT, QT_TRANSLATE_NOOP("commands", "Find in librar&y"), "Ctrl+Shift+F"),
    _c("search_field", EDIT, QT_TRANSLATE_NOOP("commands", "Go to the search field"), "Ctrl+L"),
    _c("next_hit", EDIT, QT_TRANSLATE_NOOP("commands", "&Next hit"), "F3 Ctrl+G", icon="down"),
    _c(
        "previous_hit",
        EDIT,
        QT_TRANSLATE_NOOP("commands", "Pre&vious hit"),
        "Shift+F3 Ctrl+Shift+G",
        icon="up",
    ),
    _c(
        "side_by_side",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Side by &side"),
        "Ctrl+E",
        icon="sidebyside",
        check=True,
    ),
    _c(
        "by_time",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "By ti&me"),
        "Ctrl+T",
        check=True,
    ),
    _c("dictionary", VIEW, QT_TRANSLATE_NOOP("commands", "&Dictionary"), "Ctrl+D", check=True),
    *FILTER_COMMANDS,
    _c("left_pane", VIEW, QT_TRANSLATE_NOOP("commands", "&Left pane"), "F9", check=True),
    _c(
        "notes_pane",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "&Notes"),
        "Shift+F9",
        icon="notes",
        check=True,
    ),
    _c(
        "margin",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Notes in the mar&gin"),
        "Ctrl+Shift+L",
        check=True,
    ),
    _c(
        "toggle_fold",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Collapse or expand the &thread"),
        letters="Return Z",
        rule=True,
    ),
    _c(
        "fold_siblings",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Collapse or expand the threads &beside it"),
        letters="Shift+Return",
    ),
    _c(
        "fold_level",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Collapse or expand this le&vel everywhere"),
        letters="Ctrl+Return",
    ),
    _c("fold_all", VIEW, QT_TRANSLATE_NOOP("commands", "&Collapse all threads"), letters="Shift+Z"),
    _c("unfold_all", VIEW, QT_TRANSLATE_NOOP("commands", "&Expand all threads"), letters="Shift+X"),
    _c(
        "step_out",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Collapse, or &up to what it answers"),
        letters="Left",
    ),
    _c(
        "step_in",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Expand, or down to the &first reply"),
        letters="Right",
    ),
    _c("zoom_in", VIEW, QT_TRANSLATE_NOOP("commands", "Zoom &in"), "Ctrl++ Ctrl+=", rule=True),
    _c("zoom_out", VIEW, QT_TRANSLATE_NOOP("commands", "Zoom &out"), "Ctrl+-"),
    _c("zoom_reset", VIEW, QT_TRANSLATE_NOOP("commands", "Normal si&ze"), "Ctrl+0"),
    _c("full_screen", VIEW, QT_TRANSLATE_NOOP("commands", "Full sc&reen"), "F11", check=True),
    _c(
        "only_text",
        VIEW,
        QT_TRANSLATE_NOOP("commands", "Nothing but the te&xt"),
        "F8",
        check=True,
    ),
    _c("back", GO, QT_TRANSLATE_NOOP("commands", "&Back"), "Alt+Left", icon="back"),
    _c("forward", GO, QT_TRANSLATE_NOOP("commands", "&Forward"), "Alt+Right", icon="forward"),
    _c("go_to", GO, QT_TRANSLATE_NOOP("commands", "&Go to anything…"), "Ctrl+K"),
    _c("next", GO, QT_TRANSLATE_NOOP("commands", "&Next comment"), letters="J", rule=True),
    _c("previous", GO, QT_TRANSLATE_NOOP("commands", "&Previous comment"), letters="K"),
    _c("next_section", GO, QT_TRANSLATE_NOOP("commands", "Next &section"), letters="Shift+J"),
    _c(
        "previous_section",
        GO,
        QT_TRANSLATE_NOOP("commands", "Previous s&ection"),
        letters="Shift+K",
    ),
    _c("next_new", GO, QT_TRANSLATE_NOOP("commands", "Next ne&w comment"), letters="N"),
    _c(
        "previous_new",
        GO,
        QT_TRANSLATE_NOOP("commands", "Previous new comment"),
        letters="Shift+N",
    ),
    _c("next_sibling", GO, QT_TRANSLATE_NOOP("commands", "Next reply to the same"), "Alt+Down"),
    _c(
        "previous_sibling",
        GO,
        QT_TRANSLATE_NOOP("commands", "Previous reply to the same"),
        "Alt+Up",
    ),
    _c(
        "next_by_same",
        GO,
        QT_TRANSLATE_NOOP("commands", "Next comment by the sa&me person"),
        letters="]",
    ),
    _c(
        "previous_by_same",
        GO,
        QT_TRANSLATE_NOOP("commands", "Previous comment by the same person"),
        letters="[",
    ),
    _c("parent", GO, QT_TRANSLATE_NOOP("commands", "The comment it &answers"), letters="U"),
    _c(
        "parent_back",
        GO,
        QT_TRANSLATE_NOOP("commands", "Back to the &reply"),
        letters="Shift+U",
    ),
    _c(
        "next_tab",
        GO,
        QT_TRANSLATE_NOOP("commands", "Ne&xt tab"),
        "Ctrl+PgDown Ctrl+Tab",
        rule=True,
    ),
    _c(
        "previous_tab",
        GO,
        QT_TRANSLATE_NOOP("commands", "Previous &tab"),
        "Ctrl+PgUp Ctrl+Shift+Tab",
    ),
    _c("cycle_panes", GO, QT_TRANSLATE_NOOP("commands", "Next pane"), "F6", rule=True),
    _c("cycle_back", GO, QT_TRANSLATE_NOOP("commands", "Previous pane"), "Shift+F6"),
    _c("highlight", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Highlight the words"), letters="H"),
    _c("annotate", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Write a note"), letters="A"),
    _c(
        "annotate_section",
        ANNOTATE,
        QT_TRANSLATE_NOOP("commands", "Write a note on this se&ction"),
        letters="Shift+W",
    ),
    _c("annotate_page", ANNOTATE, QT_TRANSLATE_NOOP("commands", "Write a note on the p&age")),
    _c("tag", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Tags…"), letters="T"),
    _c("code", ANNOTATE, QT_TRANSLATE_NOOP("commands", "Cod&e the words…"), letters="C"),
    _c("codebook", ANNOTATE, QT_TRANSLATE_NOOP("commands", "Codeboo&k"), "Ctrl+B", check=True),
    _c("color_yellow", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Yellow"), letters="1", rule=True),
    _c("color_green", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Green"), letters="2"),
    _c("color_blue", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Blue"), letters="3"),
    _c("color_pink", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Pink"), letters="4"),
    _c("color_orange", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Orange"), letters="5"),
    _c(
        "show_note",
        ANNOTATE,
        QT_TRANSLATE_NOOP("commands", "&Show the note here"),
        letters="S",
        rule=True,
    ),
    _c(
        "next_note_here",
        ANNOTATE,
        QT_TRANSLATE_NOOP("commands", "&Next note on these words"),
        letters="X",
    ),
    _c("attach_note", ANNOTATE, QT_TRANSLATE_NOOP("commands", "&Re-attach to the selection")),
    _c(
        "hide_notes",
        ANNOTATE,
        QT_TRANSLATE_NOOP("commands", "H&ide all highlights"),
        "Ctrl+Shift+H",
        check=True,
    ),
    _c(
        "delete_note",
        ANNOTATE,
        QT_TRANSLATE_NOOP("commands", "&Delete the note"),
        letters="Del",
        icon="delete",
    ),
    *TRANSLATION_COMMANDS,
    _c(
        "profile",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "&Everything this person said…"),
        letters="P",
    ),
    _c("pictures", TOOLS, QT_TRANSLATE_NOOP("commands", "&Pictures…"), "Ctrl+Shift+D"),
    _c(
        "toggle_read",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "Mark as &read or not read"),
        letters="M",
    ),
    _c("read_all", TOOLS, QT_TRANSLATE_NOOP("commands", "Mark &all as read"), letters="Shift+M"),
    _c(
        "changes",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "&Changes between two copies…"),
        letters="D",
    ),
    _c(
        "versions",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "&Versions of the comment…"),
        letters="V",
    ),
    _c(
        "correct_author",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "Correct who &wrote it…"),
        letters="Shift+A",
        rule=True,
    ),
    _c(
        "correct_parent",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "Correct what it a&nswers…"),
        letters="Shift+P",
    ),
    _c(
        "split",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "Spl&it before the cursor…"),
        letters="Shift+S",
    ),
    _c(
        "join",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "&Join with the comment before"),
        letters="Shift+B",
    ),
    _c(
        "uncorrect",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "Take &back its corrections"),
        letters="Shift+R",
    ),
    _c(
        "source",
        TOOLS,
        QT_TRANSLATE_NOOP("commands", "S&ource of the comment"),
        "Ctrl+U",
        rule=True,
    ),
    _c("warnings", TOOLS, QT_TRANSLATE_NOOP("commands", "Warnin&gs of this page…")),
    _c("reread", TOOLS, QT_TRANSLATE_NOOP("commands", "&Understand this page anew")),
    _c("reread_all", TOOLS, QT_TRANSLATE_NOOP("commands", "Understand a&ll pages anew")),
    _c("backups", TOOLS, QT_TRANSLATE_NOOP("commands", "Bac&kups and repair…")),
    _c("palette", TOOLS, QT_TRANSLATE_NOOP("commands", "Co&mmands…"), "Ctrl+Shift+P", rule=True),
    _c("settings", TOOLS, QT_TRANSLATE_NOOP("commands", "&Settings…"), "Ctrl+,"),
    _c("keys", HELP, QT_TRANSLATE_NOOP("commands", "&Keys…"), "F1", "?"),
    _c("about", HELP, QT_TRANSLATE_NOOP("commands", "&About talkreader"), rule=True),
)
COLOR_COMMANDS = ("color_yellow", "color_green", "color_blue", "color_pink", "color_orange")


def menu_text(text: str) -> str:
    """Return a menu's or a command's words in the language of the window, with its ``&``."""
    return QCoreApplication.translate("commands", text)


def plain_text(text: str) -> str:
    """Return the words without the mark for the underlined letter.

    Chinese menus carry it at the end, in brackets: 打开(&O)… is 打开….
    """
    return unmarked(menu_text(text))


def unmarked(words: str) -> str:
    """Return translated words without the mark for the underlined letter."""
    if "(&" in words:
        import re

        words = re.sub(r"\(&.\)", "", words)
    return words.replace("&", "")


def plain_text_of(name: str) -> str:
    """Return the words of a command by its id, as `plain_text` does."""
    return next(plain_text(command.text) for command in COMMANDS if command.id == name)
