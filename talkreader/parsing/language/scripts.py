"""Simplified and Traditional Chinese as one: a browser may show a page in either."""

from __future__ import annotations

import json
from functools import lru_cache

from talkreader.domain.resources import resource


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table = json.loads(resource("fold.json").read_text(encoding="utf-8"))
    pairs = zip(table["from"], table["to"], strict=True)
    return {ord(one): other for one, other in pairs if ord(one) > 0x2E7F}


def one_script(text: str) -> str:
    """Return a text case folded, its Chinese in Simplified characters, one for one."""
    if text.isascii():
        return text.casefold()
    return text.casefold().translate(_table())
