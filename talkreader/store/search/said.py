"""Who said what when, in the whole library or what a search found there, without the words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from talkreader.domain.said import Said
from talkreader.store.pages.rest import Rest, read_rest
from talkreader.store.search.replayed import Replayed
from talkreader.store.values.rows import COMMENT, unpack
from talkreader.store.values.timekeys import moment_of

_SAID = (
    "SELECT item.page, item.idx, item.minute, ifnull(section.heading, ''), page.title, item.extra"
    " FROM item JOIN page ON page.id = item.page"
    " LEFT JOIN section ON section.page = item.page AND section.idx = item.section"
    " WHERE item.kind = ? AND page.current{} ORDER BY item.page, item.idx"
)
_OF_ROWS = " AND item.id IN (SELECT item FROM facet WHERE id IN (SELECT value FROM json_each(?)))"


def read_said(
    connection: sqlite3.Connection, corrected: Mapping[int, Replayed], rows: Iterable[int] | None
) -> Iterator[Said]:
    """Yield the comments of these rows (None: of the current pages), page by page in their order.

    Corrected pages come last, as they are now.
    """
    wanted = None if rows is None else set(rows)
    values: tuple[object, ...] = (COMMENT,)
    statement = _SAID.format("")
    if wanted is not None:
        values, statement = (COMMENT, json.dumps(sorted(wanted))), _SAID.format(_OF_ROWS)
    rest: Rest | None = None
    before = 0
    for page, index, minute, heading, title, extra in connection.execute(statement, values):
        if page in corrected:
            continue
        if page != before:
            rest, before = read_rest(connection, page), page
        if rest is None:
            parent, _level, _evidence, _confidence, signatures, *_rest = unpack(extra)
            author = signatures[0][0]
        else:
            author, parent = rest.author(index), rest.parents[index]
        yield Said(page, index, author, moment_of(minute), heading, parent, title)
    for page in sorted(corrected):
        now = corrected[page]
        for row, said in zip(now.ids, now.said, strict=True):
            if wanted is None or row in wanted:
                yield said
