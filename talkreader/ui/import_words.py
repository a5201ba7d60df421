"""Words for what became of an import, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from talkreader.domain.importing import ImportReport, Notice, RunState, Skip
from talkreader.domain.progress import ProgressReport
from talkreader.ui import words
from talkreader.ui.marking import QT_TRANSLATE_NOOP

LONGEST = 30
"""Characters of the name of a file, where there is other news beside it."""

SKIPPED = {
    Skip.NO_DISCUSSION: QT_TRANSLATE_NOOP("imports", "Pages without a discussion (articles)"),
    Skip.BOARD: QT_TRANSLATE_NOOP(
        "imports", "Structured Discussions boards (what was said there is not in the file)"
    ),
    Skip.NAMESPACE: QT_TRANSLATE_NOOP("imports", "Pages of other namespaces"),
    Skip.NOT_SINCE: QT_TRANSLATE_NOOP("imports", "Pages not changed since the date"),
    Skip.OLDER: QT_TRANSLATE_NOOP("imports", "Pages older than what is stored"),
    Skip.UNREADABLE: QT_TRANSLATE_NOOP("imports", "Pages that are broken or too large"),
    Skip.OTHER_FILE: QT_TRANSLATE_NOOP("imports", "Files that are no pages (pictures, scripts)"),
    Skip.REFUSED: QT_TRANSLATE_NOOP("imports", "Files that could not be read"),
}
OF_ONE = {
    Skip.NO_DISCUSSION: QT_TRANSLATE_NOOP("imports", "No discussion in it"),
    Skip.BOARD: QT_TRANSLATE_NOOP("imports", "A Structured Discussions board, without its posts"),
    Skip.NAMESPACE: QT_TRANSLATE_NOOP("imports", "Of another namespace"),
    Skip.NOT_SINCE: QT_TRANSLATE_NOOP("imports", "Not changed since the date"),
    Skip.OLDER: QT_TRANSLATE_NOOP("imports", "Older than what is stored"),
    Skip.UNREADABLE: QT_TRANSLATE_NOOP("imports", "Broken or too large"),
    Skip.OTHER_FILE: QT_TRANSLATE_NOOP("imports", "No page (picture, script, part of a page)"),
    Skip.REFUSED: QT_TRANSLATE_NOOP("imports", "Could not be read"),
}
STATES = {
    RunState.RUNNING: QT_TRANSLATE_NOOP("imports", "cut short"),
    RunState.DONE: QT_TRANSLATE_NOOP("imports", "done"),
    RunState.STOPPED: QT_TRANSLATE_NOOP("imports", "stopped"),
    RunState.FAILED: QT_TRANSLATE_NOOP("imports", "failed"),
}


class _Counted(QObject):
    """Words with a number; a class, for lupdate sees plurals only in ``self.tr``."""

    def pages(self, count: int) -> str:
        return _apart(self.tr("%n page(s)", "", count), count)

    def comments(self, count: int) -> str:
        return _apart(self.tr("%n comment(s)", "", count), count)

    def amount(self, pages: int, comments: int) -> str:
        said = self.tr("{pages}, {comments}")
        return said.format(pages=self.pages(pages), comments=self.comments(comments))

    def kinds(self, new: int, changed: int, known: int, aside: int) -> list[str]:
        told = (
            (self.tr("%n new", "", new), new),
            (self.tr("%n changed", "", changed), changed),
            (self.tr("%n as stored before", "", known), known),
            (self.tr("%n put aside", "", aside), aside),
        )
        return [_apart(said, count) for said, count in told if count]

    def nothing_new(self, count: int) -> str:
        return _apart(self.tr("Nothing new: %n page(s) as stored before.", "", count), count)

    def seconds_left(self, count: int) -> str:
        return self.tr("%n second(s) left", "", count)

    def minutes_left(self, count: int) -> str:
        return self.tr("%n minute(s) left", "", count)

    def hours_left(self, count: int, minutes: int) -> str:
        said = self.tr("{hours} h {minutes} min left")
        return said.format(hours=count, minutes=minutes)


def warnings_beside(report: ImportReport) -> list[Notice]:
    """Return the warnings of a report that are not told of a file already."""
    told = {fate.error.template for fate in report.fates if fate.error is not None}
    return [one for one in report.warnings if one.template not in told]


def _apart(said: str, count: int) -> str:
    """Return words with a number whose thousands stand apart, as in the report."""
    return said.replace(str(count), number(count), 1)


def word(text: str) -> str:
    """Return one of the words above in the language of the window."""
    return QCoreApplication.translate("imports", text)


def number(count: int) -> str:
    """Return a number with its thousands apart."""
    return f"{count:,}"


def pages(count: int) -> str:
    """Return "3 pages"."""
    return _Counted().pages(count)


def comments(count: int) -> str:
    """Return "40 comments"."""
    return _Counted().comments(count)


def why(skip: Skip) -> str:
    """Return why nothing came from a file."""
    return word(OF_ONE[skip])


def amount(report: ImportReport | ProgressReport) -> str:
    """Return "3 pages, 40 comments"."""
    pages = report.pages if isinstance(report, ProgressReport) else report.page_count
    return _Counted().amount(pages, report.comments)


def imported(report: ImportReport) -> str:
    """Return the sentence on the pages of an import: how many, and which of them are new."""
    new, changed, known = report.new_pages, report.changed_pages, report.known_pages
    aside = report.aside_pages
    if not (new or changed or aside):
        return _Counted().nothing_new(known)
    say = QCoreApplication.translate
    if not (changed or known or aside):
        said = say("imports", QT_TRANSLATE_NOOP("imports", "Imported {amount}."))
    else:
        said = say("imports", QT_TRANSLATE_NOOP("imports", "Imported {amount}: {kinds}."))
    kinds = words.listed(_Counted().kinds(new, changed, known, aside))
    return said.format(amount=amount(report), kinds=kinds)


def short(name: str) -> str:
    """Return the name of a file as far as there is room for it: how it begins, and how it ends."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST // 2]}…{name[-LONGEST // 2 :]}"


def left(seconds: float | None) -> str:
    """Return how long it will take still, "" when that is not known."""
    if seconds is None:
        return ""
    counted = _Counted()
    if seconds < 50:
        return counted.seconds_left(max(1, round(seconds / 5) * 5))
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return counted.minutes_left(minutes)
    return counted.hours_left(minutes // 60, minutes % 60)


def rows(report: ImportReport) -> list[tuple[str, str]]:
    """Return what is to be told of an import, line by line: what, and how much."""
    say = QCoreApplication.translate
    comments = say("imports", QT_TRANSLATE_NOOP("imports", "Comments"))
    pages = say("imports", QT_TRANSLATE_NOOP("imports", "New pages"))
    told = [
        (pages, report.new_pages),
        (say("imports", QT_TRANSLATE_NOOP("imports", "Changed pages")), report.changed_pages),
        (
            say("imports", QT_TRANSLATE_NOOP("imports", "Pages as stored before")),
            report.known_pages,
        ),
        (
            say("imports", QT_TRANSLATE_NOOP("imports", "Copies put aside (cut off or empty)")),
            report.aside_pages,
        ),
        (comments, report.comments),
    ]
    if not report.dry:
        told += [
            (say("imports", QT_TRANSLATE_NOOP("imports", "New comments")), report.new),
            (say("imports", QT_TRANSLATE_NOOP("imports", "Edited comments")), report.edited),
            (say("imports", QT_TRANSLATE_NOOP("imports", "Comments that are gone")), report.gone),
        ]
    told.append(
        (
            say("imports", QT_TRANSLATE_NOOP("imports", "Pages with their whole history")),
            report.histories,
        )
    )
    told += [(word(SKIPPED[why]), count) for why, count in report.skipped.items()]
    needed = (pages, comments)  # even when there are none
    return [(what, number(count)) for what, count in told if count or what in needed]
