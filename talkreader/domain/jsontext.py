"""JSON that others wrote: what no file and no database could keep is made whole when it is read."""

from __future__ import annotations

import json
import re

from talkreader.domain.halves import whole

_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_DECODER = json.JSONDecoder()


def value_at(text: str, start: int = 0) -> tuple[object, int]:
    r"""Return the JSON value that begins at ``start`` of a file's text, and where it ends.

    A text cut between the halves of ``"\ud83d\ude00"`` leaves one of them: U+FFFD stands for it.
    Raises: JSONDecodeError: there is none; RecursionError: it is nested too deeply.
    """
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise json.JSONDecodeError(str(error), text, start) from error
    if _ESCAPED_HALF.search(text, start, end):
        # the pairs are characters now, and what is left of halves is alone
        value = json.loads(whole(json.dumps(value, ensure_ascii=False)))
    return value, end


def loads(text: str | bytes) -> object:
    """Return the JSON value that is all of a text, or of bytes in UTF-8; else as `value_at`."""
    if isinstance(text, bytes):
        text = text.decode("utf-8-sig", errors="replace")
    start = len(text) - len(text.lstrip(" \t\r\n"))
    value, end = value_at(text, start)
    if text[end:].strip(" \t\r\n"):
        raise json.JSONDecodeError("Extra data", text, end)
    return value
