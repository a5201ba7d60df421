"""The versions of a page's comments: from its full history, or from the copies in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from talkreader import anchoring, reading
from talkreader.domain.page import ChangeKind, CommentChange, PageInfo, Revision
from talkreader.domain.versions import CommentHistory, fold_versions

if TYPE_CHECKING:
    from talkreader.domain.thread import Comment
    from talkreader.reading import ReadingPage
    from talkreader.store import Library

Name = tuple[str, int]


def histories_of(
    library: Library, page: ReadingPage, stopped: Callable[[], object] = lambda: None
) -> list[CommentHistory]:
    """Return what became of each comment of a page, in page order, and then of those now gone.

    Where no dump with all revisions was imported, the copies are compared one after the other:
    then a version's revision is the copy that had it first. ``stopped`` may raise to end it.
    """
    key = page.info.key
    changes = library.history.of_page(key)
    if not changes:
        copies = library.pages.versions(key)
        changes = _from_copies(library, copies, stopped)
    by_name: dict[Name, list[CommentChange]] = {}
    for change in changes:
        by_name.setdefault((change.comment, change.occurrence), []).append(change)
    found = []
    for name, comment in zip(_names(page.comments), page.comments, strict=True):
        own = by_name.pop(name, [])
        versions = fold_versions(own, comment.body.text)
        found.append(CommentHistory(*name, comment.index, versions))
    for name, own in by_name.items():
        found.append(CommentHistory(*name, None, fold_versions(own, None)))
    return found


def _from_copies(
    library: Library, copies: Sequence[PageInfo], stopped: Callable[[], object]
) -> list[CommentChange]:
    changes: list[CommentChange] = []
    older: ReadingPage | None = None
    ids: list[Name] = []
    for info in copies:
        stopped()
        newer = reading.open_page(library, info.id)
        names = _names(newer.comments)
        made = Revision(info.revision.id, info.revision.timestamp or info.imported)
        if older is None:
            changes += [CommentChange(*name, ChangeKind.FIRST, made) for name in names]
            older, ids = newer, names
            continue
        exact = older.info.form is newer.info.form
        difference = anchoring.compare(older.comments, newer.comments, exact=exact)
        for before, after in difference.edited:
            names[after] = ids[before]
            text = older.comments[before].body.text
            changes.append(CommentChange(*ids[before], ChangeKind.EDITED, made, text))
        for before in difference.gone:
            text = older.comments[before].body.text
            changes.append(CommentChange(*ids[before], ChangeKind.REMOVED, made, text))
        was = {(c.comment, c.occurrence) for c in changes if c.kind is ChangeKind.REMOVED}
        for after in difference.new:
            kind = ChangeKind.RESTORED if names[after] in was else ChangeKind.FIRST
            changes.append(CommentChange(*names[after], kind, made))
        older, ids = newer, names
    return changes


def _names(comments: Sequence[Comment]) -> list[Name]:
    counts: Counter[str] = Counter()
    names = []
    for comment in comments:
        name = comment.name
        names.append((name, counts[name]))
        counts[name] += 1
    return names
