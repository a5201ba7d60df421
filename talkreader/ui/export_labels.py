"""The words that an export or a citation adds, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from talkreader import exporting
from talkreader.domain.hit import HitKind
from talkreader.ui import words
from talkreader.ui.document.origins import origin_words
from talkreader.ui.marking import QT_TRANSLATE_NOOP


def export_labels() -> exporting.Labels:
    """Return the words an export adds, in the language of the window."""

    def say(text: str) -> str:
        return QCoreApplication.translate("export", text)

    return exporting.Labels(
        language=say(QT_TRANSLATE_NOOP("export", "en")),
        name_not_kept=words.word(words.NAME_NOT_KEPT),
        unsigned=words.word(words.KINDS[HitKind.PROSE]),
        time_unknown=words.word(words.NO_TIME),
        reply_inferred=say(QT_TRANSLATE_NOOP("export", "reply inferred")),
        answers=say(QT_TRANSLATE_NOOP("export", "answers {name}")),
        before_first_heading=words.word(words.TOP_OF_PAGE),
        notes=say(QT_TRANSLATE_NOOP("export", "Notes")),
        discussion=say(QT_TRANSLATE_NOOP("export", "Discussion")),
        tags=say(QT_TRANSLATE_NOOP("export", "Tags: {tags}")),
        section=say(QT_TRANSLATE_NOOP("export", "section “{heading}”")),
        copy_hash=say(QT_TRANSLATE_NOOP("export", "copy {sha256}")),
        quote=say(QT_TRANSLATE_NOOP("export", "“{words}”")),
        note_on_page=say(QT_TRANSLATE_NOOP("export", "(the whole page)")),
        note_on_section=say(QT_TRANSLATE_NOOP("export", "(the whole section)")),
        note_on_comment=say(QT_TRANSLATE_NOOP("export", "(the whole comment)")),
        highlight=say(QT_TRANSLATE_NOOP("export", "Highlights")),
        colors={color.value: words.word(name) for color, name in words.COLORS.items()},
        origins=origin_words(),
        exact=say(QT_TRANSLATE_NOOP("export", "exact")),
        moved=say(QT_TRANSLATE_NOOP("export", "moved")),
        moved_from=say(QT_TRANSLATE_NOOP("export", "moved from {page}")),
        guessed=say(QT_TRANSLATE_NOOP("export", "guessed")),
        lost=say(QT_TRANSLATE_NOOP("export", "lost")),
    )
