"""Words for the nouns: warnings, forms, colours, times and errors in the person's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QObject

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.hit import HitKind
from talkreader.domain.note import AnchorState, Color
from talkreader.domain.page import Form, PageInfo
from talkreader.domain.thread import WarningKind
from talkreader.folders import log_file
from talkreader.ui.direction import isolated
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.shown_script import SHOWN

WARNINGS = {
    WarningKind.LEVEL_SKIPPED: QT_TRANSLATE_NOOP("words", "Indented by several levels at once"),
    WarningKind.UNEQUAL_INDENTATION: QT_TRANSLATE_NOOP("words", "Its lines are indented unequally"),
    WarningKind.NAME_NOT_KEPT: QT_TRANSLATE_NOOP("words", "The copy did not keep the name"),
    WarningKind.AMBIGUOUS_TIME: QT_TRANSLATE_NOOP("words", "The time can be read in two ways"),
    WarningKind.UNKNOWN_ZONE: QT_TRANSLATE_NOOP("words", "The time zone is not known"),
    WarningKind.IMPOSSIBLE_DATE: QT_TRANSLATE_NOOP("words", "The date cannot exist"),
    WarningKind.WEEKDAY_DISAGREES: QT_TRANSLATE_NOOP("words", "The weekday does not fit the date"),
    WarningKind.UNSIGNED: QT_TRANSLATE_NOOP("words", "Somebody else added the signature"),
    WarningKind.SEVERAL_SIGNATURES: QT_TRANSLATE_NOOP("words", "Signed more than once"),
    WarningKind.TREE_DISAGREES: QT_TRANSLATE_NOOP("words", "The wiki itself saw another thread"),
    WarningKind.ONLY_HEADINGS: QT_TRANSLATE_NOOP("words", "The copy kept only the headings"),
}
FORMS = {
    Form.PLAINTEXT: QT_TRANSLATE_NOOP("words", "plain text"),
    Form.WIKITEXT: QT_TRANSLATE_NOOP("words", "wikitext"),
    Form.HTML: QT_TRANSLATE_NOOP("words", "HTML"),
    Form.MARKDOWN: QT_TRANSLATE_NOOP("words", "Markdown"),
}
COLORS = {
    Color.YELLOW: QT_TRANSLATE_NOOP("words", "Yellow"),
    Color.GREEN: QT_TRANSLATE_NOOP("words", "Green"),
    Color.BLUE: QT_TRANSLATE_NOOP("words", "Blue"),
    Color.PINK: QT_TRANSLATE_NOOP("words", "Pink"),
    Color.ORANGE: QT_TRANSLATE_NOOP("words", "Orange"),
}
ANCHORS = {
    AnchorState.EXACT: "",
    AnchorState.MOVED: QT_TRANSLATE_NOOP("words", "moved with its words"),
    AnchorState.GUESSED: QT_TRANSLATE_NOOP("words", "place is a guess"),
    AnchorState.LOST: QT_TRANSLATE_NOOP("words", "words no longer found"),
}
KINDS = {
    HitKind.COMMENT: QT_TRANSLATE_NOOP("words", "Comment"),
    HitKind.NOTE: QT_TRANSLATE_NOOP("words", "Note"),
    HitKind.HEADING: QT_TRANSLATE_NOOP("words", "Heading"),
    HitKind.PROSE: QT_TRANSLATE_NOOP("words", "Text without a signature"),
    HitKind.TRANSLATION: QT_TRANSLATE_NOOP("words", "Translation"),
}
IN_PART = QT_TRANSLATE_NOOP("words", "some of its words no longer found")
MOVED_TO = QT_TRANSLATE_NOOP("words", "moved to {page}")
MOVED_FROM = QT_TRANSLATE_NOOP("words", "moved here from {page}")
NAME_NOT_KEPT = QT_TRANSLATE_NOOP("words", "name not kept")
TOP_OF_PAGE = QT_TRANSLATE_NOOP("words", "Top of the page")
UNTITLED = QT_TRANSLATE_NOOP("words", "Page without a title")
LIST = QT_TRANSLATE_NOOP("words", ", ")
COLON = QT_TRANSLATE_NOOP("words", "{what}: {said}")
NO_TIME = QT_TRANSLATE_NOOP("words", "time not known")
BUG = QT_TRANSLATE_NOOP(
    "words", "Something went wrong inside talkreader ({kind}). The details are in {log}."
)


MONTHS = QT_TRANSLATE_NOOP(
    "words",
    "January February March April May June July August September October November December",
)
DAY = QT_TRANSLATE_NOOP("words", "{day} {month} {year}")


class Counted(QObject):
    """Words with a number; a class, for lupdate sees plurals only in ``self.tr``."""

    def comments(self, count: int) -> str:
        """Return "3 comments"."""
        return self.tr("%n comment(s)", "", count)

    def notes(self, count: int) -> str:
        """Return "3 notes"."""
        return self.tr("%n note(s)", "", count)

    def replies_by(self, count: int, names: str) -> str:
        """Return "3 replies by A, B, +1"."""
        return self.tr("%n replies by {names}", "", count).replace("{names}", names)


def state_of_note(
    state: AnchorState, moved_to: str = "", moved_from: str = "", *, in_part: bool = False
) -> str:
    """Return how a note's place was found, "" when it is where it was; pages by their titles.

    ``in_part``: that is so of some of its words, and the others are lost.
    """
    if in_part:
        found = state_of_note(state, moved_to, moved_from)
        return " · ".join(filter(None, (found, word(IN_PART))))
    if moved_to:
        moved = word(MOVED_TO).format(page=moved_to)
        return f"{moved} · {word(ANCHORS[state])}" if state is AnchorState.GUESSED else moved
    if moved_from and state is AnchorState.MOVED:
        return word(MOVED_FROM).format(page=moved_from)
    return word(ANCHORS[state]) if ANCHORS[state] else ""


def comments(count: int) -> str:
    """Return "3 comments" in the language of the window."""
    return Counted().comments(count)


def notes(count: int) -> str:
    """Return "3 notes" in the language of the window."""
    return Counted().notes(count)


def replies_by(count: int, names: str) -> str:
    """Return "3 replies by A, B, +1" in the language of the window."""
    return Counted().replies_by(count, names)


def word(text: str) -> str:
    """Return one of the words above in the language of the window."""
    return QCoreApplication.translate("words", text)


def listed(parts: Iterable[str]) -> str:
    """Return the members of a list in a sentence: "A, B" with the language's own comma."""
    return word(LIST).join(parts)


def with_colon(what: str, said: str) -> str:
    """Return "Ada: no", with the language's own colon."""
    return word(COLON).format(what=what, said=said)


def author(name: str | None, shown: str | None = None) -> str:
    """Return what to call somebody: the name on the page, the user name, or "name not kept"."""
    return isolated(shown or name or word(NAME_NOT_KEPT))


def moment(time: datetime | None) -> str:
    """Return a time to the minute as a person reads it, always in UTC and always ISO-like."""
    return f"{time:%Y-%m-%d %H:%M}" if time else word(NO_TIME)


def here(time: datetime) -> str:
    """Return when something was done with the program: in the time of this computer."""
    return moment(time.astimezone())


def signed(name: str) -> str:
    """Return who signed when, as a comment's name tells it: "Ada · 2021-09-14 20:16"."""
    from talkreader.domain.thread import author_and_time

    who, when = author_and_time(name)
    return f"{author(who)} · {moment(when)}"


def day(time: date) -> str:
    """Return a day as it stands in a sentence or above a text: "1 May 2024".

    In lists, beside names and wherever a search may be made of it, a day is ISO 8601: it is read
    by column, and typed so after ``after:``.
    """
    month = word(MONTHS).split()[time.month - 1]
    return word(DAY).format(day=time.day, month=month, year=time.year)


def heading(text: str | None) -> str:
    """Return a heading on one line, or the words for what stands before the first one."""
    return SHOWN.words(" ".join(text.split())) if text else word(TOP_OF_PAGE)


def quoted(text: str) -> str:
    """Return words in the quotation marks of the person's language."""
    return QCoreApplication.translate("export", "“{words}”").replace("{words}", text)


def title(info: PageInfo) -> str:
    """Return the title of a page; its file's name when the copy has no title."""
    name = info.origin.path.replace("\\", "/").rsplit("/", 1)[-1]
    return info.title or name or word(UNTITLED)


def copy_of(info: PageInfo) -> str:
    """Return the copy that a page comes from: its file, what is in it, and the revision's day."""
    origin = info.origin
    name = origin.path.replace("\\", "/").rsplit("/", 1)[-1]
    from talkreader.ui.archive_words import kind_of_source

    parts = [name, origin.member, kind_of_source(origin.container)]
    if info.revision.timestamp is not None:
        parts.append(f"{info.revision.timestamp:%Y-%m-%d %H:%M} UTC")
    return " · ".join(filter(None, parts))


def _reason(error: TalkreaderError) -> dict[str, str]:
    """Return the words within an error, in the language of the window: why, and what it was."""
    from talkreader.ui.archive_words import archive_note

    said = {name: error.params.get(name) for name in ("reason", "what")}
    return {name: archive_note(text) for name, text in said.items() if isinstance(text, str)}


def bug(kind: str) -> str:
    """Return what to say of an exception of this class that is a fault of the program."""
    return word(BUG).format(kind=kind, log=log_file())


def sentence(error: Exception) -> str:
    """Return what an error says, in the language of the window."""
    if not isinstance(error, TalkreaderError):
        return bug(type(error).__name__)
    template = QCoreApplication.translate("errors", error.template)
    try:
        said = template.format(**{**error.params, **_reason(error)})
    except (KeyError, IndexError, ValueError):  # a translation with a field that does not exist
        said = str(error)
    if said[-1:].isalnum():  # with or without: where it was written, a stop seemed to be needless
        said += "." if said[-1:].isascii() else "。"
    return said
