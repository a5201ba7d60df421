"""The line above a comment: who, when, and how sure the page is about both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from talkreader.domain.records import dataclass
from talkreader.domain.thread import Comment, Evidence, Signature, WarningKind
from talkreader.ui.direction import isolated

_TITLE = 60
"""Characters of a box's title that are written out; all of it is shown on hover."""


class Times(StrEnum):
    """In which zone times are shown."""

    UTC = "utc"
    LOCAL = "local"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Badge:
    """A word in the header line, and the sentence that explains it on hover.

    ``quiet``: it stands on nearly every comment and must not shout.
    """

    word: str
    hint: str
    caution: bool = False
    quiet: bool = False


def shown_author(comment: Comment) -> str:
    """Return the author's name, or words saying that the copy lost it."""
    return shown_name(comment.author)


def shown_name(author: str | None) -> str:
    """Return the name, or words saying that the copy lost it."""
    return author or QCoreApplication.translate("header", "name not kept")


def shown_time(signature: Signature, times: Times = Times.UTC) -> str:
    """Return the moment in words; as signed where the date cannot exist."""
    moment = signature.timestamp
    if moment is None or times is Times.SIGNED:
        return signature.raw
    if times is Times.LOCAL:
        return f"{moment.astimezone():%Y-%m-%d %H:%M}"
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def time_hint(comment: Comment) -> str:
    """Return what hovering over the time shows: the words of the signature, and local time."""
    signature = comment.signatures[0]
    hint = QCoreApplication.translate("header", "Signed: {raw}").format(raw=signature.raw)
    if signature.timestamp is not None:
        utc = f"{signature.timestamp:%Y-%m-%d %H:%M}"
        hint += "\n" + QCoreApplication.translate("header", "UTC: {time}").format(time=utc)
        local = f"{signature.timestamp.astimezone():%Y-%m-%d %H:%M}"
        hint += "\n" + QCoreApplication.translate("header", "Your time: {time}").format(time=local)
    return hint


def display_name(comment: Comment) -> str:
    """Return "signs as X" when the page shows another name than the user name, else ""."""
    shown = comment.display_name
    if not shown or shown.rpartition(":")[2].strip() == comment.author:  # "User:Ada" is no other
        return ""
    return QCoreApplication.translate("header", "signs as {name}").format(name=isolated(shown))


def name_hint(comment: Comment) -> str:
    """Return why there is no name; "" when there is one."""
    if comment.author is not None:
        return ""
    return QCoreApplication.translate(
        "header",
        "Somebody signed here, but this copy of the page did not keep the name. "
        "A saved web page, wikitext or an XML export would.",
    )


def mostly_inferred(comments: Sequence[Comment]) -> bool:
    """Return True when so many places are inferred that it is said once, above all of them."""
    inferred = sum(comment.level_evidence is Evidence.INFERRED for comment in comments)
    return inferred > 1 and inferred * 2 >= len(comments)


def inferred_notice() -> str:
    """Return what is said above a page whose copy does not keep who answers whom."""
    return QCoreApplication.translate(
        "header",
        "This copy does not keep who answers whom. The order, the names and the times of the "
        "comments tell most of it; where a reply was placed that way, its line ends with ≈.",
    )


def badges(comment: Comment, *, told: bool = False, opens_box: bool = False) -> list[Badge]:
    """Return the words that say how sure the page is of this comment.

    ``told``: `inferred_notice` stands above the page, so that a sign is enough. ``opens_box``: it
    is the first one in its box, whose title is written out.
    """
    found = []
    if comment.corrected_author is not None:
        found.append(_author_corrected(comment))
    evidence = _evidence(comment, told=told)
    if evidence is not None:
        found.append(evidence)
    for warning in comment.warnings:
        word = _WARNINGS[warning.kind]()
        if word is None:
            continue
        hint = word.hint + (f"\n{warning.detail}" if warning.detail else "")
        found.append(Badge(word.word, hint, caution=True))
    if comment.box:
        found.append(_boxed(comment.box, opens=opens_box))
    found.extend(_also_signed(signature) for signature in comment.signatures[1:])
    return found


def _boxed(title: str, *, opens: bool) -> Badge:
    hint = QCoreApplication.translate("header", "It stands in a closed or collapsed box: {title}")
    word = QCoreApplication.translate("header", "in a box")
    if opens:
        short = title if len(title) <= _TITLE else f"{title[:_TITLE].rstrip()}…"
        word = QCoreApplication.translate("header", "box: {title}").format(title=short)
    return Badge(word, hint.format(title=title))


def _author_corrected(comment: Comment) -> Badge:
    signed = shown_name(comment.signatures[0].author)
    hint = QCoreApplication.translate("header", "You corrected the author; the copy says: {name}")
    return Badge(QCoreApplication.translate("header", "author corrected"), hint.format(name=signed))


def _also_signed(signature: Signature) -> Badge:
    word = QCoreApplication.translate("header", "also signed by {name}")
    hint = QCoreApplication.translate("header", "Signed: {raw}").format(raw=signature.raw)
    return Badge(word.format(name=shown_name(signature.author)), hint)


def _evidence(comment: Comment, *, told: bool) -> Badge | None:
    evidence = comment.level_evidence
    if evidence is Evidence.INFERRED:
        hint = QCoreApplication.translate(
            "header", "This copy does not say what is answered here; the place is inferred."
        )
        sure = QCoreApplication.translate("header", "How sure: {percent} %")
        hint += "\n" + sure.format(percent=round(comment.confidence * 100))
        word = "≈" if told else QCoreApplication.translate("header", "inferred")
        return Badge(word, hint, quiet=told)
    if evidence is Evidence.UNKNOWN:
        return Badge(
            QCoreApplication.translate("header", "place unknown"),
            QCoreApplication.translate("header", "This copy does not say what is answered here."),
        )
    if evidence is Evidence.CORRECTED:
        return Badge(
            QCoreApplication.translate("header", "corrected"),
            QCoreApplication.translate("header", "You corrected this comment."),
        )
    return None


def _level_skipped() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "level skipped"),
        QCoreApplication.translate(
            "header", "It is indented more than one step deeper than what it answers."
        ),
    )


def _unequal() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "uneven indentation"),
        QCoreApplication.translate("header", "Its paragraphs are indented differently."),
    )


def _ambiguous_time() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "time ambiguous"),
        QCoreApplication.translate(
            "header", "The clock was set back that night: the hour came twice."
        ),
    )


def _unknown_zone() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "time zone unknown"),
        QCoreApplication.translate(
            "header", "The signature's time zone is not known; UTC is assumed."
        ),
    )


def _impossible_date() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "impossible date"),
        QCoreApplication.translate("header", "No such day exists; the date is shown as signed."),
    )


def _weekday() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "weekday differs"),
        QCoreApplication.translate("header", "The day of the week does not fit the date."),
    )


def _unsigned() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "unsigned"),
        QCoreApplication.translate("header", "Somebody else added the signature."),
    )


def _several() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "several signatures"),
        QCoreApplication.translate("header", "It ends with more than one signature."),
    )


def _tree_disagrees() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "reply uncertain"),
        QCoreApplication.translate("header", "The saved thread tree and the indentation disagree."),
    )


def _only_headings() -> Badge:
    return Badge(
        QCoreApplication.translate("header", "only headings"),
        QCoreApplication.translate(
            "header", "This copy kept the headings of the page but none of its signed comments."
        ),
    )


def _no_badge() -> Badge | None:
    """Nothing: the name's own place already says that it was not kept."""
    return None


_WARNINGS: dict[WarningKind, Callable[[], Badge | None]] = {
    WarningKind.LEVEL_SKIPPED: _level_skipped,
    WarningKind.UNEQUAL_INDENTATION: _unequal,
    WarningKind.NAME_NOT_KEPT: _no_badge,
    WarningKind.AMBIGUOUS_TIME: _ambiguous_time,
    WarningKind.UNKNOWN_ZONE: _unknown_zone,
    WarningKind.IMPOSSIBLE_DATE: _impossible_date,
    WarningKind.WEEKDAY_DISAGREES: _weekday,
    WarningKind.UNSIGNED: _unsigned,
    WarningKind.SEVERAL_SIGNATURES: _several,
    WarningKind.TREE_DISAGREES: _tree_disagrees,
    WarningKind.ONLY_HEADINGS: _only_headings,
}
