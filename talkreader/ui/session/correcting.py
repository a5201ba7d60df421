"""Correcting a page: who said it, what it answers, where one comment ends and another begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from talkreader.domain.correction import CorrectionKind
from talkreader.domain.errors import TalkreaderError
from talkreader.domain.hit import Hit
from talkreader.domain.thread import Comment, Evidence
from talkreader.reading import ReadingPage

if TYPE_CHECKING:
    from talkreader.store import Library

_QUOTE = 64
_UNSURE = {Evidence.INFERRED, Evidence.UNKNOWN}
_HEADING: dict[str, Any] = {"comment": "", "occurrence": 0}


class Correcting(QObject):
    """The corrections of the page being read. ``outdated``: the page must be read again.

    A comment that a split made has no name of its own in the copy: it is named by its split, and
    goes when that is taken back. ``failed`` carries an exception: nothing was changed then.
    """

    outdated = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.page: ReadingPage | None = None
        self._asked_for: tuple[str, ...] = ()
        self._names: dict[int, tuple[str, int]] | None = None
        self._originals: tuple[Comment, ...] = ()
        self._moved = False

    def place_of(self, hit: Hit, start: int = 0, end: int = 0) -> tuple[int, int, int]:
        """Return where words of a hit on this page stand now: comment, start and end."""
        if hit.now is not None:
            return hit.now, start, end
        return self._placed(hit.index or 0, start, end)

    def _placed(self, comment: int, start: int = 0, end: int = 0) -> tuple[int, int, int]:
        """Return where words of a comment of the copy stand now: comment, start and end.

        Searches know the copy as it was read; a split or a join has moved what comes after it.
        """
        page, same = self.page, (comment, start, end)
        if page is None or not self._moved:
            return same
        whole = self._read()[comment]
        for now in page.comments:
            if now.span.start >= whole.span.end or now.span.end <= whole.span.start:
                continue
            shift = now.body.text.find(whole.body.text)  # joined: all of it stands there
            if shift < 0:  # split: a part of it does
                shift = -whole.body.text.find(now.body.text)
            if start + shift >= 0 and end + shift <= len(now.body.text):
                return now.index, start + shift, end + shift
        return same

    def show_page(self, page: ReadingPage | None) -> None:
        """Turn to another page, or to the same one read again."""
        self.page = page
        self._names = None
        self._originals = ()
        self._asked_for = self._stored()
        self._moved = page is not None and any(
            made.kind in (CorrectionKind.SPLIT, CorrectionKind.MERGE)
            for made in self._library.corrections.for_page(page.info.key)
        )

    def check(self) -> None:
        """Ask for the page again when its corrections are others now: after undo or redo."""
        stored = self._stored()
        if stored != self._asked_for:
            self._asked_for = stored  # the page with them is on its way: to be asked for once
            self.outdated.emit()

    def can_correct(self, comment: int) -> bool:
        """Return whether corrections can speak of a comment."""
        return self._library.writable and self._target(comment) is not None

    def can_merge(self, comment: int) -> bool:
        """Return whether a comment has one before it in its section to be joined to."""
        page = self.page
        if page is None or not comment or not self.can_correct(comment):
            return False
        return page.comments[comment - 1].section == page.comments[comment].section

    def parents(self, comment: int) -> list[Comment]:
        """Return the comments that this one could answer, the nearest first."""
        page = self.page
        if page is None:
            return []
        section = page.comments[comment].section
        before = [other for other in page.comments[:comment] if other.section == section]
        return [other for other in reversed(before) if self._target(other.index) is not None]

    def can_reparent(self, comment: int) -> bool:
        """Return whether a comment could answer anything but what it answers now."""
        if self.page is None or not self.can_correct(comment):
            return False
        return self._is_news(comment, None) or bool(self.parents(comment))

    def set_author(self, comment: int, author: str | None) -> None:
        """Say who wrote a comment; None: nobody knows. What the page says already is no news."""
        if self.page is not None and self.page.comments[comment].author != author:
            self._add(comment, CorrectionKind.AUTHOR, {"author": author})

    def set_parent(self, comment: int, parent: int | None) -> bool:
        """Say what a comment answers; None: the heading. False when it cannot answer that.

        To choose what the page shows already confirms an inferred place, and else does nothing.
        """
        if parent is not None and parent not in {other.index for other in self.parents(comment)}:
            return False
        if not self._is_news(comment, parent):
            return True
        named = _HEADING if parent is None else self._target(parent)
        if named is None:
            return False
        data = {f"parent_{key}": value for key, value in named.items()}
        data["parent"] = data.pop("parent_comment")
        return self._add(comment, CorrectionKind.PARENT, data)

    def _is_news(self, comment: int, parent: int | None) -> bool:
        """Return whether it would change anything to say that a comment answers this one."""
        if self.page is None:
            return False
        said = self.page.comments[comment]
        level = 1 if parent is None else self.page.comments[parent].level + 1
        if (said.parent, said.level) != (parent, level):
            return True
        # the first comment of a section has no other place, however that was found
        return said.level_evidence in _UNSURE and bool(self.parents(comment))

    def split(self, comment: int, at: int, author: str | None) -> bool:
        """Give the words before ``at`` (code points of the body) to somebody else."""
        if self.page is None:
            return False
        text = self.page.comments[comment].body.text
        if not text[:at].strip() or not text[at:].strip():
            return False
        data = {"at": at, "quote": text[at : at + _QUOTE], "author": author}
        return self._add(comment, CorrectionKind.SPLIT, data)

    def merge(self, comment: int) -> bool:
        """Join a comment to the one before it."""
        return self.can_merge(comment) and self._add(comment, CorrectionKind.MERGE, {})

    def has_corrections(self, comment: int) -> bool:
        """Return whether there are corrections of a comment to be taken back."""
        return bool(self._of(comment))

    def take_back(self, comment: int) -> None:
        """Remove all corrections of a comment; each can be done again by undo."""
        for correction in self._of(comment):
            self._act(lambda correction=correction: self._library.corrections.delete(correction))
        self.check()

    def _of(self, comment: int) -> list[str]:
        target = self._target(comment)
        if self.page is None or target is None:
            return []
        made = [
            one
            for one in self._library.corrections.for_page(self.page.info.key)
            if not one.kind.about_translations
        ]
        found = [one.id for one in made if _about(one.data) == target]
        # what was said of a piece goes with the split that made it; found grows meanwhile
        for split in found:
            found += [one.id for one in made if one.data.get("split") == split]
        return found

    def _add(self, comment: int, kind: CorrectionKind, data: Mapping[str, Any]) -> bool:
        page, target = self.page, self._target(comment)
        if page is None or target is None:
            return False
        said = {**target, **data}
        done = self._act(lambda: self._library.corrections.add(page.info.key, kind, said))
        self.check()
        return done

    def _act(self, act: Any) -> bool:
        try:
            act()
        except TalkreaderError as error:
            self.failed.emit(error)
            return False
        return True

    def _stored(self) -> tuple[str, ...]:
        if self.page is None:
            return ()
        made = self._library.corrections.for_page(self.page.info.key)
        return tuple(made_.id for made_ in made if not made_.kind.about_translations)

    def _read(self) -> tuple[Comment, ...]:
        """Return the comments of the copy as they were read, without corrections.

        Their names and words are those of the page, unless something was split or joined.
        """
        if not self._originals and self.page is not None:
            stored = self._library.pages.contents
            page = self.page
            self._originals = stored(page.info.id).comments if self._moved else page.comments
        return self._originals

    def _target(self, comment: int) -> dict[str, Any] | None:
        """Return how a correction names a comment; None when it cannot."""
        split = self.page.pieces.get(comment) if self.page is not None else None
        if split is not None:
            return {**_HEADING, "split": split}
        name = self._name(comment)
        return None if name is None else {"comment": name[0], "occurrence": name[1]}

    def _name(self, comment: int) -> tuple[str, int] | None:
        """Return a comment's name and occurrence in the copy as it was read, without corrections.

        Its first signature's place in the text finds it there: joined comments are no longer
        counted among those of their name.
        """
        if self.page is None:
            return None
        if self._names is None:
            counts: Counter[str] = Counter()
            self._names = {}
            for original in self._read():
                name = original.name
                self._names[original.signatures[0].span.start] = (name, counts[name])
                counts[name] += 1
        signature = self.page.comments[comment].signatures[0]
        return self._names.get(signature.span.start) if len(signature.span) else None


def _about(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the part of a correction that names its comment."""
    named = {"comment": data.get("comment"), "occurrence": data.get("occurrence") or 0}
    return {**named, "split": data["split"]} if "split" in data else named
