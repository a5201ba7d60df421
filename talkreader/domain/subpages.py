"""What the translations of a page are called on a wiki with the Translate extension."""

from __future__ import annotations

import re

CHINESE_CODES = ("zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk")
"""The codes of Chinese that pages are translated into."""

LANGUAGE_CODES = (*CHINESE_CODES, "en")

_UNITS = "Translations:"
_SUBPAGE = re.compile(rf"(?:{_UNITS})?(?P<base>.+)/(?P<language>{'|'.join(LANGUAGE_CODES)})")


def translation_title(title: str, language: str) -> str:
    """Return what the page is called that is made of a page's translated units."""
    return f"{_UNITS}{title}/{language}"


def base_title(title: str) -> tuple[str, str]:
    """Return the page that a title translates, and the language; itself and "" for any other."""
    parted = _SUBPAGE.fullmatch(title)
    return (parted["base"], parted["language"]) if parted else (title, "")
