"""The versions of one comment: what stood there, since when, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from talkreader.domain.page import ChangeKind, CommentChange, Revision


@dataclass(frozen=True, slots=True)
class CommentVersion:
    """One version of a comment, made by a revision or first found in a copy.

    ``before`` and ``text`` are the words before and after; ``before`` is None for the first one,
    ``text`` None when the comment was taken away. A restored one has the words that were taken.
    """

    kind: ChangeKind
    revision: Revision
    before: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class CommentHistory:
    """All versions of a comment, the oldest first.

    ``index`` is its place on the page that was asked about, None when it is not there any more.
    ``comment`` and ``occurrence`` as in `CommentChange`.
    """

    comment: str
    occurrence: int
    index: int | None
    versions: tuple[CommentVersion, ...]


def fold_versions(changes: Sequence[CommentChange], now: str | None) -> tuple[CommentVersion, ...]:
    """Return the versions of one comment from its changes, the oldest first.

    A change tells the words before it, or that they stand there later; ``now`` are those that
    stand there in the end, None when that is not known.
    """
    after = now
    found: list[CommentVersion] = []
    for change in reversed(changes):
        text = None if change.kind is ChangeKind.REMOVED else after
        before: str | None = None
        if change.kind in (ChangeKind.EDITED, ChangeKind.REMOVED):
            before = after = after if change.text is None else change.text
        found.append(CommentVersion(change.kind, change.revision, before, text))
    return tuple(_with_known_words(found[::-1]))


def _with_known_words(versions: list[CommentVersion]) -> list[CommentVersion]:
    """Let a version that restored a comment tell what was taken away before."""
    taken: str | None = None
    told = []
    for version in versions:
        if version.kind is ChangeKind.REMOVED:
            taken = version.before
        elif version.kind is ChangeKind.RESTORED:
            told.append(replace(version, before=taken))
            continue
        told.append(version)
    return told
