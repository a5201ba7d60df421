"""The badge beside a translation: who made it, or where it was found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.machine import DraftFlag
from talkreader.domain.records import dataclass
from talkreader.ui.marking import QT_TRANSLATE_NOOP

BETWEEN = " · "
"""What stands between the things that a badge says."""

_WORDS = {
    PairOrigin.PERSON: (
        QT_TRANSLATE_NOOP("origins", "reviewed"),
        QT_TRANSLATE_NOOP("origins", "You wrote or confirmed this translation."),
    ),
    PairOrigin.MEMORY: (
        QT_TRANSLATE_NOOP("origins", "memory {percent} %"),
        QT_TRANSLATE_NOOP(
            "origins", "From your translation memory; so much of the original is the same."
        ),
    ),
    PairOrigin.MACHINE: (
        QT_TRANSLATE_NOOP("origins", "machine draft"),
        QT_TRANSLATE_NOOP("origins", "Made by a machine on this computer and read by nobody."),
    ),
    PairOrigin.FILE: (
        QT_TRANSLATE_NOOP("origins", "from a second file"),
        QT_TRANSLATE_NOOP("origins", "Found in the file that you opened as the translation."),
    ),
    PairOrigin.SUBPAGE: (
        QT_TRANSLATE_NOOP("origins", "from a subpage"),
        QT_TRANSLATE_NOOP("origins", "Found on the page's subpage in the other language."),
    ),
}
_ARCHIVE = (
    QT_TRANSLATE_NOOP("origins", "from the archive"),
    QT_TRANSLATE_NOOP("origins", "A person's translation, found on this page and lined up."),
)


_FLAGS = {
    DraftFlag.REPETITION: QT_TRANSLATE_NOOP("origins", "it repeats itself"),
    DraftFlag.LOST_NUMBER: QT_TRANSLATE_NOOP("origins", "a number is missing"),
    DraftFlag.ODD_LENGTH: QT_TRANSLATE_NOOP("origins", "its length is odd"),
    DraftFlag.UNTRANSLATED: QT_TRANSLATE_NOOP("origins", "it is not translated"),
    DraftFlag.EMPTY: QT_TRANSLATE_NOOP("origins", "it is empty"),
    DraftFlag.IN_PIECES: QT_TRANSLATE_NOOP("origins", "it was translated in pieces"),
}


@dataclass(frozen=True, slots=True)
class OriginBadge:
    """``word`` is shown, ``hint`` says more under the mouse."""

    word: str
    hint: str


def origin_badge(pair: Pair) -> OriginBadge:
    """Return the badge of a pair, in the language of the window."""
    word, hint = (
        QCoreApplication.translate("origins", text) for text in _WORDS.get(pair.origin, _ARCHIVE)
    )
    flags = [QCoreApplication.translate("origins", _FLAGS[flag]) for flag in pair.flags]
    word = BETWEEN.join([word, *flags])
    if pair.origin is PairOrigin.MACHINE:
        hint = f"{hint}\n{pair.machine}"
    return OriginBadge(word.replace("{percent}", str(int(pair.score * 100))), hint)


def origin_words() -> dict[str, str]:
    """Return the words of all origins by their values, in the language of the window."""
    return {
        origin.value: QCoreApplication.translate("origins", _WORDS.get(origin, _ARCHIVE)[0])
        .replace("{percent} %", "")
        .replace("{percent}%", "")
        .strip()
        for origin in PairOrigin
    }
