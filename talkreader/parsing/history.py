"""Many revisions of a page folded into the changes of its comments.

Only sections that a revision changed are understood, so that the work is in proportion to what was
written and not to the pages' sizes times their revisions. Comments are told apart by
DiscussionTools' name for them and, of the same name, by their words.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from talkreader.domain.page import ChangeKind, CommentChange, Form, RawPage, Revision
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.page import parse

_HEADING = re.compile(r"^(?==)(?=.*=[ \t]*(?:<!--.*-->)?[ \t]*$)", re.MULTILINE)


@dataclass(slots=True)
class _Live:
    """A comment that stands on the page, or that stood there."""

    name: str
    occurrence: int
    text: str


class HistoryFold:
    """Takes the revisions of one page in order; `changes` is what they did to its comments."""

    def __init__(self, title: str, language: str, namespaces: Mapping[str, int]) -> None:
        self._raw = RawPage(
            Form.WIKITEXT, "", title=title, language=language, namespaces=namespaces
        )
        self._stamps = TimestampFinder(language or "en")
        self._sections: dict[bytes, list[list[_Live]]] = {}
        self._seen: Counter[str] = Counter()
        self._gone: dict[str, list[_Live]] = defaultdict(list)
        self._changes: list[CommentChange] = []
        self._removals: dict[tuple[str, int], int] = {}

    def add(self, revision: Revision, text: str) -> None:
        """Take the next revision."""
        found: dict[bytes, list[str]] = defaultdict(list)
        for section in _split(text):
            digest = hashlib.blake2b(section.encode("utf-8", "replace"), digest_size=16).digest()
            found[digest].append(section)
        kept: dict[bytes, list[list[_Live]]] = {}
        left: list[_Live] = []
        for digest, copies in self._sections.items():
            stays = min(len(copies), len(found.get(digest, ())))
            if stays:
                kept[digest] = copies[:stays]
            left += [live for copy in copies[stays:] for live in copy]
        pool = _Pool(left)
        fresh: list[tuple[list[_Live | None], list[tuple[str, str]], bytes]] = []
        for digest, sections in found.items():
            for section in sections[len(kept.get(digest, ())) :]:
                said = self._said(section)
                # those that only moved are taken first, whatever section they are in now
                fresh.append(([pool.take(name, words) for name, words in said], said, digest))
        for lives, said, digest in fresh:
            copy = [
                live or self._place(pool, name, words, revision)
                for live, (name, words) in zip(lives, said, strict=True)
            ]
            kept.setdefault(digest, []).append(copy)
        for live in pool.rest():
            self._remove(live, revision)
        self._sections = kept

    def changes(self) -> tuple[CommentChange, ...]:
        """Return all changes so far, in their order."""
        return tuple(self._changes)

    def _said(self, section: str) -> list[tuple[str, str]]:
        """Return name and words of the comments in a section."""
        if next(self._stamps.find(section), None) is None:
            return []
        page = parse(replace(self._raw, text=section), detail=False)
        return [(comment.name, comment.body.text) for comment in page.comments]

    def _place(self, pool: _Pool, name: str, words: str, revision: Revision) -> _Live:
        """Return the comment that now stands there: edited, come back, or new."""
        live = pool.take_any(name)
        if live is not None:
            self._tell(live, ChangeKind.EDITED, revision, live.text)
            live.text = words
            return live
        back = self._gone.get(name)
        if back:
            live = next((one for one in back if one.text == words), back[-1])
            back.remove(live)
            self._restore(live, words, revision)
            return live
        live = _Live(name, self._seen[name], words)
        self._seen[name] += 1
        self._tell(live, ChangeKind.FIRST, revision)
        return live

    def _remove(self, live: _Live, revision: Revision) -> None:
        self._removals[live.name, live.occurrence] = len(self._changes)
        self._tell(live, ChangeKind.REMOVED, revision, live.text)
        self._gone[live.name].append(live)

    def _restore(self, live: _Live, words: str, revision: Revision) -> None:
        removal = self._removals.pop((live.name, live.occurrence))
        if live.text == words:
            # the words stand there again: no need to keep them twice
            self._changes[removal] = replace(self._changes[removal], text=None)
        live.text = words
        self._tell(live, ChangeKind.RESTORED, revision)

    def _tell(
        self, live: _Live, kind: ChangeKind, revision: Revision, text: str | None = None
    ) -> None:
        self._changes.append(CommentChange(live.name, live.occurrence, kind, revision, text))


class _Pool:
    """Comments that stood in the sections which a revision changed."""

    def __init__(self, lives: list[_Live]) -> None:
        self._by_name: dict[str, list[_Live]] = defaultdict(list)
        for live in lives:
            self._by_name[live.name].append(live)

    def take(self, name: str, words: str) -> _Live | None:
        """Take out the comment of this name with these words."""
        lives = self._by_name.get(name, [])
        for live in lives:
            if live.text == words:
                lives.remove(live)
                return live
        return None

    def take_any(self, name: str) -> _Live | None:
        """Take out the first comment of this name."""
        lives = self._by_name.get(name)
        return lives.pop(0) if lives else None

    def rest(self) -> list[_Live]:
        """Return those that nobody took."""
        return [live for lives in self._by_name.values() for live in lives]


def _split(text: str) -> list[str]:
    """Return the sections of a text, each from its heading on, and what stands before the first."""
    starts = [match.start() for match in _HEADING.finditer(text)]
    places = [0, *(start for start in starts if start), len(text)]
    return [text[a:b] for a, b in pairwise(places) if b > a]
