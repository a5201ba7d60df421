"""A raw page understood: the one way in to this room."""

from __future__ import annotations

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import ParsedPage
from talkreader.parsing.blocks import Block
from talkreader.parsing.blocks_html import html_blocks
from talkreader.parsing.names import UserLinks
from talkreader.parsing.signatures import LinkedSignatures, SignatureFinder
from talkreader.parsing.threads import Threads, assemble
from talkreader.parsing.timestamps import TimestampFinder
from talkreader.parsing.tree_check import check_tree


def parse(raw: RawPage) -> ParsedPage:
    """Return the discussion that a page holds; never raises, whatever the text."""
    language = raw.language or "en"
    stamps = TimestampFinder(language)
    if raw.form is Form.PLAINTEXT:
        threads = _plaintext(raw, stamps)
    else:
        users = UserLinks(raw.namespaces, raw.title)
        threads = assemble(_blocks(raw), LinkedSignatures(users, stamps))
    return ParsedPage(
        raw=raw,
        text=threads.text,
        sections=tuple(threads.sections),
        comments=tuple(threads.comments),
        prose=tuple(threads.prose),
        warnings=check_tree(raw, threads.comments) if raw.form is Form.HTML else (),
    )


def _blocks(raw: RawPage) -> list[Block]:
    variant = raw.variant or "zh-hans"
    if raw.form is Form.HTML:
        return html_blocks(raw.text, raw.title, raw.base_url, variant)
    from talkreader.parsing.blocks_wikitext import wikitext_blocks

    return wikitext_blocks(raw.text, variant)


def _plaintext(raw: RawPage, stamps: TimestampFinder) -> Threads:
    from talkreader.parsing.blocks_plaintext import plaintext_blocks
    from talkreader.parsing.replies import infer
    from talkreader.parsing.signatures_plaintext import TextSignatures

    blocks = plaintext_blocks(raw.text, raw.title, stamps)
    find: SignatureFinder = TextSignatures(blocks, stamps)
    return infer(assemble(blocks, find), blocks)
