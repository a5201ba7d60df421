"""Tables (CSV) that spreadsheets open rightly and safely."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Excel takes a file without it for the local code page, and shows Chinese as noise.
_BYTE_ORDER_MARK = "\ufeff"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a CSV file's text (RFC 4180, with a byte order mark); None is an empty cell.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it: the words of a
    page are other people's, and ``=HYPERLINK(...)`` is a way out of the table.
    """
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


# a call of a function, or of another program: cmd|'/C calc'!A0
_CALL = re.compile(r"\w\(|\|.*!", re.DOTALL)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    formula = text[:1] in {"=", "@", "\t", "\r"}
    if text[:1] in {"+", "-"} and not isinstance(value, int):
        # a list of a talk page begins so too, with a space: it is no formula unless it calls one
        formula = not text[1:2].isspace() or _CALL.search(text) is not None
    return f"'{text}" if formula else text
