"""Whether a copy of a page breaks off: of an interrupted download, only the beginning is there."""

from __future__ import annotations

import re

from talkreader.domain.page import CUT_SHORT

_TAIL = 8192
"""Characters at the end of a web page in which its last tag stands: archives write notes after it.
"""
_LINE = 2000
"""Characters at the end of wikitext in which what was opened must be closed."""
_UNREAD = "\N{REPLACEMENT CHARACTER}"

_SCRIPT = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# of the elements whose end no writer of HTML may leave out
# (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags)
_CONTAINER = re.compile(r"<(/?)(div|section|ul|ol|dl|table|main|article)(?=[\s>/])", re.IGNORECASE)
# what MediaWiki and its skins write when the text of the page is over
_AFTERWARDS = re.compile(
    r"NewPP limit report|Saved in parser cache|Transclusion expansion time report"
    r"|<div[^>]{0,200}(?:class=[\"']?printfooter|id=[\"']?catlinks)"
)


def html_breaks_off(text: str) -> bool:
    """Return whether a web page ends before its text does.

    What has its last tag, or what a wiki writes after the text, is whole; else something is open
    still that must be closed.
    """
    if re.search(r"</(?:html|body)\s*>", text[-_TAIL:], re.IGNORECASE):
        return False
    if _AFTERWARDS.search(text):
        return False
    if text.rfind("<") > text.rfind(">"):
        return True
    left = _SCRIPT.sub("", text)
    opened: dict[str, int] = {}
    for end, name in _CONTAINER.findall(left):
        opened[name.lower()] = opened.get(name.lower(), 0) + (-1 if end else 1)
    return any(count > 0 for count in opened.values())


def wikitext_breaks_off(text: str) -> bool:
    """Return whether wikitext ends within a link, a template, a tag or a comment."""
    if text_breaks_off(text):
        return True
    if text.rfind("<!--") > text.rfind("-->"):
        return True
    last = text[-_LINE:]
    line = last[last.rfind("\n") + 1 :]
    if line.rfind("[[") > line.rfind("]]") or last.rfind("{{") > last.rfind("}}"):
        return True
    return re.search(r"</?[a-z][^<>\n]*\Z", line, re.IGNORECASE) is not None


def text_breaks_off(text: str) -> bool:
    """Return whether text ends within a character."""
    return text.endswith(_UNREAD)


def with_warning(warnings: tuple[str, ...], *, cut: bool) -> tuple[str, ...]:
    """Return what is said of a copy, and that it breaks off where it does."""
    return (*warnings, CUT_SHORT) if cut and CUT_SHORT not in warnings else warnings
