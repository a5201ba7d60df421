"""The command ``history``: what the revisions of a page did to its comments."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from talkreader.cli.common import DONE, NOT_UNDERSTOOD, fail, find_page, library_of, print_json
from talkreader.domain.errors import ExportError
from talkreader.domain.page import ChangeKind, CommentChange

_WORDS = {
    ChangeKind.FIRST: "first seen",
    ChangeKind.EDITED: "edited",
    ChangeKind.REMOVED: "removed",
    ChangeKind.RESTORED: "restored",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give ``history`` its options."""
    parser.add_argument("page", metavar="PAGE", help="its number or its title")
    parser.add_argument("--comment", metavar="NAME", help="one comment: c-Author-20210914201600")


def show(arguments: argparse.Namespace) -> int:
    """Show the changes of comments; return the exit status."""
    with library_of(arguments) as library:
        info = find_page(library, arguments.page)
        changes = library.history.of_page(info.key)
    if not changes:
        error = ExportError(
            "No history of “{page}” in this library; import an export with all revisions",
            page=info.title,
        )
        return fail(error)
    if arguments.comment:
        changes = [change for change in changes if change.comment == arguments.comment]
    if arguments.format == "json":
        print_json([_row(change) for change in changes])
    else:
        print("\n".join(_lines(changes)))
    return DONE if changes else NOT_UNDERSTOOD


def _row(change: CommentChange) -> dict[str, object]:
    moment = change.revision.timestamp
    return {
        "comment": change.comment,
        "occurrence": change.occurrence,
        "change": change.kind,
        "revision": change.revision.id,
        "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None,
        "contributor": change.revision.contributor,
        "summary": change.revision.comment,
        "text_before": change.text,
    }


def _lines(changes: Sequence[CommentChange]) -> list[str]:
    """Return the changes comment by comment, in the order in which these were first seen."""
    by_comment: dict[tuple[str, int], list[CommentChange]] = {}
    for change in changes:
        by_comment.setdefault((change.comment, change.occurrence), []).append(change)
    lines = []
    for (name, occurrence), own in by_comment.items():
        lines.append(name + (f" ({occurrence + 1})" if occurrence else ""))
        lines += map(_line, own)
    return lines


def _line(change: CommentChange) -> str:
    revision = change.revision
    moment = f"{revision.timestamp:%Y-%m-%d %H:%M}" if revision.timestamp else "time not known"
    line = f"    {_WORDS[change.kind]:10} {moment}  by {revision.contributor or '—'}"
    line += f"  (revision {revision.id})" if revision.id else ""
    if change.text is not None:
        words = " ".join(change.text.split())
        line += f"\n               before: {words if len(words) < 300 else words[:299] + '…'}"
    return line
