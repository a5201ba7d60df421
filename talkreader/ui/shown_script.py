"""The script that Chinese titles are shown in: one for the whole program, as its language is."""

from __future__ import annotations

from functools import lru_cache


class ShownScript:
    """``script`` is "zh-hans", "zh-tw" or "zh-hk"; "" leaves everything as it was written."""

    def __init__(self) -> None:
        self.script = ""

    def words(self, text: str) -> str:
        """Return words for the eye; nothing that is kept or compared may be made of them."""
        return _converted(text, self.script) if self.script and not text.isascii() else text


SHOWN = ShownScript()


@lru_cache(maxsize=4096)
def _converted(text: str, script: str) -> str:
    from talkreader.bilingual import convert_in_place

    return convert_in_place(text, script)
