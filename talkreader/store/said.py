"""Who said what when, of a page or the whole library, without the words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from talkreader.domain.said import Said
from talkreader.store.rows import COMMENT, unpack
from talkreader.store.timekeys import moment_of

_ALL = (
    "SELECT item.page, item.idx, item.minute, ifnull(section.heading, ''), page.title, item.extra"
    " FROM item JOIN page ON page.id = item.page"
    " LEFT JOIN section ON section.page = item.page AND section.idx = item.section"
    " WHERE item.kind = ? AND page.current ORDER BY item.page, item.idx"
)


def read_said(connection: sqlite3.Connection) -> Iterator[Said]:
    """Yield every comment of the current pages, page by page in the order of the page."""
    for page, index, minute, heading, title, extra in connection.execute(_ALL, (COMMENT,)):
        parent, _level, _evidence, _confidence, signatures, *_rest = unpack(extra)
        author = signatures[0][0]
        yield Said(page, index, author, moment_of(minute), heading, parent, title)
