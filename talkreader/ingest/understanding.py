"""Understands pages, and cuts them into rows: the half of an import that is the most work."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError, TalkreaderError
from talkreader.domain.importing import Skip
from talkreader.domain.page import BOARD, CUT_SHORT, OF_THE_FORM, RawPage
from talkreader.domain.thread import ParsedPage
from talkreader.ingest.messages import (
    Began,
    Ended,
    Found,
    LonePage,
    Message,
    PageCounted,
    PageKnown,
    PageRead,
    PageSkipped,
    PageTrouble,
    Trouble,
)
from talkreader.ingest.options import Options
from talkreader.ingest.unit_pages import UnitPages, is_translation

if TYPE_CHECKING:
    from talkreader.store import Library

DETAILED = 20
"""So many pages of an import are stored with their marks; the rest get theirs when shown."""


class Understanding:
    """Says what becomes of each page that a reader found; ``library`` is only asked what it has."""

    def __init__(self, options: Options, library: Library) -> None:
        self._options = options
        self._pages = library.pages
        self._labels: Mapping[str, str] = library.known_labels()
        self._given = 0
        self._units = UnitPages()
        self._only: RawPage | None = None

    def messages(self, found: Iterable[Found]) -> Iterator[Message]:
        """Yield what becomes of what was found, in its order. Raises what the finding raises."""
        try:
            for one in found:
                yield from self.take(one)
        except ArchiveError:
            yield from self._all_read()
            raise
        yield from self._all_read()

    def take(self, one: Found) -> Iterator[Message]:
        """Yield what becomes of one thing that was found."""
        if isinstance(one, RawPage):
            yield from self._page(one)
        elif isinstance(one, LonePage):
            given = self._given
            yield from self._page(one.page)
            self._only = one.page if self._given == given else None
        else:
            if isinstance(one, Began | Ended):
                yield from self._all_read()
            yield one

    def _page(self, raw: RawPage) -> Iterator[Message]:
        if self._units.take(raw):
            yield PageSkipped(Skip.NO_DISCUSSION, raw.title)
        else:
            yield from self._units.heard(self._understood(raw))

    def _all_read(self) -> Iterator[Message]:
        """Yield what waited for the end of an archive."""
        units, self._units = self._units, UnitPages()
        only, self._only = self._only, None
        for raw in units.pages(lambda key: bool(self._pages.versions(key))):
            yield from self._understood(raw)
        # the only page of a file is shown whatever it is
        if only is not None:
            yield from self._give(only, self._parse(only))

    def _understood(self, raw: RawPage) -> Iterator[Message]:
        """Yield what becomes of a page."""
        unwanted = self._unwanted(raw)
        if unwanted is not None:
            yield PageSkipped(unwanted, raw.title)
            return
        from talkreader.store.pages.cutting import copied, identity

        if not raw.title:
            raw = self._as_described(raw)
        found, stored = self._pages.find_text(*identity(raw))
        if found is not None:
            self._given += 1
            yield PageKnown(found, copied(raw), raw.changes)
            return
        try:
            parsed = self._parse(raw)
        except Exception as bug:  # a page that cannot be understood must not stop the others
            logging.getLogger(__name__).exception("page %s", raw.title)
            trouble = _unexpected(raw, bug)
            yield PageTrouble(raw.title, raw.origin.line, trouble, member=raw.origin.member)
            return
        if not _worth_keeping(parsed):
            for sentence in raw.warnings:
                if sentence == CUT_SHORT or (_is_talk(raw) and sentence not in OF_THE_FORM):
                    place, trouble = (raw.title, raw.origin.line), Trouble("", sentence, {})
                    yield PageTrouble(*place, trouble, 0, raw.origin.member)
            yield PageSkipped(Skip.NO_DISCUSSION, raw.title)
            return
        yield from self._give(raw, parsed, stored=stored)

    def _as_described(self, raw: RawPage) -> RawPage:
        """Return a page without a title as the person said what it is when its file came before.

        Only when a comment is there that was there then: files are written over.
        """
        known = self._pages.titled_of(str(Path(raw.origin.path).resolve()), raw.origin.member)
        if known is None:
            return raw
        from talkreader.store.pages.cutting import cut

        described = replace(
            raw,
            title=known.title,
            site=raw.site or known.site,
            language=raw.language or known.language,
            namespace=known.namespace if raw.namespace is None else raw.namespace,
        )
        signed = cut(self._parse(described), detail=False).signed
        return raw if signed.isdisjoint(self._pages.signed_on(known.id)) else described

    def _give(self, raw: RawPage, parsed: ParsedPage, *, stored: bool = False) -> Iterator[Message]:
        from talkreader.store.pages.cutting import cut

        self._given += 1
        if self._options.dry:
            yield PageCounted(raw.title, len(parsed.comments), stored)
            return
        page = cut(parsed, detail=self._given <= DETAILED)
        yield PageRead(page, raw.origin.line, raw.warnings, raw.changes)

    def _parse(self, raw: RawPage) -> ParsedPage:
        from talkreader import parsing

        return parsing.parse(raw, self._labels, detail=self._given < DETAILED)

    def _unwanted(self, raw: RawPage) -> Skip | None:
        """Return why a page is not wanted, None when it is."""
        choice = self._options.choice
        if BOARD in raw.warnings:
            return Skip.BOARD
        if (
            choice.namespaces is not None
            and raw.namespace is not None
            and raw.namespace not in choice.namespaces
        ):
            return Skip.NAMESPACE
        changed = raw.revision.timestamp
        if choice.since is not None and changed is not None and changed < choice.since:
            return Skip.NOT_SINCE
        return None


def _unexpected(raw: RawPage, bug: Exception) -> Trouble:
    error = TalkreaderError(
        "The page “{title}” could not be understood ({reason}), which is a mistake of talkreader;"
        " the other pages were read",
        title=raw.title,
        reason=f"{type(bug).__name__}: {bug}",
    )
    return Trouble.of(error)


def _worth_keeping(page: ParsedPage) -> bool:
    """Say whether a page is a discussion, or the translation of one.

    A discussion has a comment, or is a talk page with words.
    """
    return (
        bool(page.comments)
        or (_is_talk(page.raw) and bool(page.text.strip()))
        or is_translation(page.raw)
    )


def _is_talk(raw: RawPage) -> bool:
    return raw.namespace is not None and raw.namespace > 0 and raw.namespace % 2 == 1
