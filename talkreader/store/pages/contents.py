"""What a stored page says."""

from __future__ import annotations

import json
import sqlite3

from talkreader.domain.page import PageInfo, RawPage
from talkreader.domain.records import dataclass
from talkreader.domain.thread import Comment, PageWarning, ParsedPage, Prose, Section
from talkreader.store.pages.rest import Rest
from talkreader.store.values.gaps import put_back
from talkreader.store.values.rows import (
    COMMENT,
    PROSE,
    row_to_comment,
    row_to_prose,
    row_to_section,
    rows_to_raw,
    rows_to_warnings,
    unpack_text,
)

_ITEMS = (
    "SELECT id, idx, section, minute, start, end, text FROM item WHERE page = ? AND kind = ?"
    " ORDER BY idx"
)
_OLD_ITEMS = (
    "SELECT id, idx, section, start, end, text, extra FROM item WHERE page = ? AND kind = ?"
    " ORDER BY idx"
)
"""As a version wrote them that had no ``rest`` of a page."""


@dataclass(frozen=True, slots=True)
class PageContents:
    """A page as it was saved: ``comments[i].index == i``, ``sections[i].index == i``.

    ``text`` is what the spans count in (`ParsedPage.text`), ``raw`` the page as the archive held it
    with its source. Bodies have no blocks and marks when the page was saved without detail; they
    are worked out from ``raw`` then.
    """

    info: PageInfo
    raw: RawPage
    text: str
    sections: tuple[Section, ...]
    comments: tuple[Comment, ...]
    prose: tuple[Prose, ...]
    warnings: tuple[PageWarning, ...]

    @property
    def source(self) -> str:
        """The page's own text: wikitext, HTML or plain text."""
        return self.raw.text

    def parsed(self) -> ParsedPage:
        """Return the page as it was given to `Pages.save`."""
        parts = (self.sections, self.comments, self.prose)
        return ParsedPage(self.raw, self.text, *parts, warnings=self.warnings)


def read_contents(connection: sqlite3.Connection, info: PageInfo) -> PageContents:
    """Return all that is stored of a page."""
    shared, own, source, text, gaps, rest, warnings = connection.execute(
        "SELECT context.data, raw, source, text, gaps, rest, warnings FROM page JOIN context"
        " ON context.id = page.context WHERE page.id = ?",
        (info.id,),
    ).fetchone()
    raw = rows_to_raw(info, shared, own, unpack_text(source))
    sections = connection.execute(
        "SELECT idx, heading, level, parent, start, end, source_start, source_end"
        " FROM section WHERE page = ? ORDER BY idx",
        (info.id,),
    )
    if rest is None:
        comments = tuple(map(row_to_comment, connection.execute(_OLD_ITEMS, (info.id, COMMENT))))
        prose = tuple(map(row_to_prose, connection.execute(_OLD_ITEMS, (info.id, PROSE))))
    else:
        said = Rest(rest)
        comments = said.comments(connection.execute(_ITEMS, (info.id, COMMENT)))
        prose = said.prose(connection.execute(_ITEMS, (info.id, PROSE)))
    if text is not None:
        plain = unpack_text(text)
    elif gaps is not None:
        plain = put_back(unpack_text(gaps), comments, prose)
    else:
        plain = raw.text
    return PageContents(
        info=info,
        raw=raw,
        text=plain,
        sections=tuple(map(row_to_section, sections)),
        comments=comments,
        prose=prose,
        warnings=rows_to_warnings(json.loads(warnings)[1]),
    )
