"""Small pages for the tests of parsing."""

from __future__ import annotations

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import ParsedPage
from talkreader.parsing import parse


def wikitext(text: str, language: str = "en", title: str = "Talk:Lighthouse") -> ParsedPage:
    """Return a page of wikitext, understood."""
    return parse(RawPage(Form.WIKITEXT, text, title=title, language=language))


def html(body: str, language: str = "en", title: str = "Talk:Lighthouse") -> ParsedPage:
    """Return a page of HTML, understood; ``body`` is the parser's output."""
    page = f'<html><body><div class="mw-parser-output">{body}</div></body></html>'
    return parse(RawPage(Form.HTML, page, title=title, language=language))


def plaintext(text: str, language: str = "en") -> ParsedPage:
    """Return a text copy, understood."""
    return parse(RawPage(Form.PLAINTEXT, text, language=language))


def sign(name: str, stamp: str = "10:00, 4 May 2023 (UTC)") -> str:
    """Return a signature in wikitext."""
    return f"[[User:{name}|{name}]] ([[User talk:{name}|talk]]) {stamp}"
