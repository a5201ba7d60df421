"""Tables (CSV) that spreadsheets open rightly and safely, and those that they write."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence

from talkreader.domain.errors import ExportError

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


def rows_of(data: bytes) -> csv.DictReader[str]:
    """Return the rows of a table by its head: separated as the spreadsheet's country does it.

    Raises ExportError: it is not in UTF-8 or UTF-16; csv.Error, while it is read: it is no table.
    """
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise ExportError(
            "This table is not in UTF-8, so that its words cannot be told: save it again as CSV"
            " UTF-8."
        ) from error
    head = text.partition("\n")[0]
    signs = sorted(",;\t", key=head.count, reverse=True)  # the first where none is there
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=signs[0])


def plain(cell: str | None) -> str:
    """Return the words of a cell, without the apostrophe that `table` may have put before them."""
    text = (cell or "").strip()
    return text[1:] if text[:1] == "'" and _cell(text[1:]) == text else text


# a call of a function, or of another program: cmd|'/C calc'!A0
_CALL = re.compile(r"\w\(|\|.*!", re.DOTALL)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    formula = text[:1] in {"=", "@", "\t", "\r"}
    if text[:1] in {"+", "-"} and not isinstance(value, int):
        # a list of a talk page begins so too, with a space: it is no formula unless it calls one
        formula = not text[1:2].isspace() or _CALL.search(text) is not None
    return f"'{text}" if formula else text
