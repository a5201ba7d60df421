"""Pages that are one unit of a translation each, put together to the page that they translate.

The Translate extension keeps what stands at ``<!--T:3-->`` of "Page" in Chinese on the page
"Translations:Page/3/zh" (namespace 1198, mediawiki.org, Help:Extension:Translate). In a library
they are one page, "Translations:Page/zh", with the units' marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from talkreader.domain.page import Form, PageKey, RawPage
from talkreader.domain.subpages import CHINESE_CODES, translation_title
from talkreader.ingest.messages import Message, PageRead

MARK = "<!--T:"
_NAMESPACE = 1198
_TITLE = re.compile(r"[^:]+:(?P<base>.+)/(?P<number>[\w-]{1,40})/(?P<language>[a-z-]+)")


class UnitPages:
    """Gathers the unit pages of one archive; of those in Chinese pages are made."""

    def __init__(self) -> None:
        self._units: dict[tuple[str, str], dict[str, RawPage]] = {}
        self._originals: dict[str, PageKey] = {}
        self._read: set[str] = set()

    def take(self, raw: RawPage) -> bool:
        """Return True for a unit page, which stands for nothing by itself."""
        if not _is_of_translations(raw):
            if MARK in raw.text:
                self._originals[raw.title] = raw.key
            return False
        named = _TITLE.fullmatch(raw.title)
        if named is None or raw.form is not Form.WIKITEXT:
            return False
        if named["language"] in CHINESE_CODES:
            units = self._units.setdefault((named["base"], named["language"]), {})
            units[named["number"]] = raw
        return True

    def heard(self, messages: Iterator[Message]) -> Iterator[Message]:
        """Yield the messages; which pages are kept is told by them."""
        for message in messages:
            if isinstance(message, PageRead) and message.page.title in self._originals:
                self._read.add(message.page.title)
            yield message

    def pages(self, is_stored: Callable[[PageKey], bool]) -> Iterator[RawPage]:
        """Yield the translations of pages that are kept, or that ``is_stored`` knows."""
        for (base, language), units in self._units.items():
            key = self._originals.get(base)
            if key is not None and (base in self._read or is_stored(key)):
                last = max(units.values(), key=lambda raw: raw.revision.id or 0)
                text = "\n\n".join(_marked(number, raw.text) for number, raw in units.items())
                title = translation_title(base, language)
                yield replace(last, title=title, text=text, language=language, page_id=None)


def is_translation(raw: RawPage) -> bool:
    """Return True for a page that was put together from its units."""
    return _is_of_translations(raw) and MARK in raw.text


def _is_of_translations(raw: RawPage) -> bool:
    if raw.namespace is None:
        return raw.title.startswith("Translations:")
    return raw.namespace == _NAMESPACE


def _marked(number: str, text: str) -> str:
    """Return a unit with its mark, where the extension puts it."""
    mark, words = f"<!--T:{number}-->", text.strip()
    if re.fullmatch(r"=+[^\n]+=+", words):
        return f"{words} {mark}"
    return f"{mark}\n{words}"
