"""A raw page understood: the one way in to this room."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import PageWarning, ParsedPage, WarningKind
from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.html.blocks import html_blocks
from talkreader.parsing.html.tree_check import check_tree
from talkreader.parsing.language.names import UserLinks
from talkreader.parsing.signing.signatures import LinkedSignatures
from talkreader.parsing.threads import Threads, assemble

_NOBODY: Mapping[str, str] = MappingProxyType({})
_FEW = 3
_TAIL = 15  # characters that may follow a signature's date on its line


def parse(raw: RawPage, known: Mapping[str, str] = _NOBODY, *, detail: bool = True) -> ParsedPage:
    """Return the discussion that a page holds; never raises, whatever the text.

    ``known`` gives the user behind a signature's label, as other pages showed it; a page without
    links asks it for its own labels (case folded, Chinese in Simplified), and lists it never.
    Without ``detail``, bodies have neither blocks nor marks, which is less work and much
    less to keep; all else is the same, to the letter.
    """
    stamps = TimestampFinder(raw.language or "en")
    with _undisturbed():
        threads, warnings = _threads(raw, stamps, known, detail=detail)
    return ParsedPage(
        raw=raw,
        text=threads.text,
        sections=tuple(threads.sections),
        comments=tuple(threads.comments),
        prose=tuple(threads.prose),
        warnings=warnings,
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no circles meanwhile: a page has none, and the search takes a tenth of the time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _threads(
    raw: RawPage, stamps: TimestampFinder, known: Mapping[str, str], *, detail: bool
) -> tuple[Threads, tuple[PageWarning, ...]]:
    if raw.form is Form.PLAINTEXT:
        return _plaintext(raw, stamps, known, detail=detail)
    if raw.form is Form.MARKDOWN:
        return _markdown(raw, stamps, known, detail=detail), ()
    return _marked_up(raw, stamps, known, detail=detail)


def _marked_up(
    raw: RawPage, stamps: TimestampFinder, known: Mapping[str, str], *, detail: bool
) -> tuple[Threads, tuple[PageWarning, ...]]:
    users = UserLinks(raw.namespaces, raw.title)
    blocks = _blocks(raw, users, detail=detail)
    signatures = LinkedSignatures(users, stamps)
    threads = assemble(blocks, signatures, detail=detail)
    nobody = signatures.nobody
    if nobody and not raw.namespaces:
        from talkreader.parsing.signing.spaces import learnt_spaces

        spaces = learnt_spaces(raw, nobody, users, stamps, alone=not threads.comments)
        if spaces:
            users = UserLinks(spaces, raw.title)
            blocks = _blocks(raw, users, detail=detail)
            threads = assemble(blocks, LinkedSignatures(users, stamps), detail=detail)
    threads = _unlinked(threads, blocks, stamps, known, detail=detail)
    return threads, check_tree(raw, threads.comments) if raw.form is Form.HTML else ()


def _unlinked(
    threads: Threads,
    blocks: list[Block],
    stamps: TimestampFinder,
    known: Mapping[str, str],
    *,
    detail: bool,
) -> Threads:
    """Return the threads of blocks, found without links where a tool took them."""
    if not threads.comments and _lost_its_links(blocks, stamps):
        from talkreader.parsing.signing.plaintext import TextSignatures

        threads = assemble(blocks, TextSignatures(blocks, stamps, known), detail=detail)
    return threads


def _markdown(
    raw: RawPage, stamps: TimestampFinder, known: Mapping[str, str], *, detail: bool
) -> Threads:
    from talkreader.parsing.html.markdown import markdown_blocks
    from talkreader.parsing.replies import infer

    variant = raw.variant or "zh-hans"
    blocks = markdown_blocks(raw.text, raw.title, raw.base_url, variant, detail=detail)
    signatures = LinkedSignatures(UserLinks(raw.namespaces, raw.title), stamps)
    threads = assemble(blocks, signatures, detail=detail)
    return infer(_unlinked(threads, blocks, stamps, known, detail=detail), blocks)


def _blocks(raw: RawPage, users: UserLinks, *, detail: bool) -> list[Block]:
    variant = raw.variant or "zh-hans"
    if raw.form is Form.HTML:
        return html_blocks(raw.text, raw.title, raw.base_url, variant, detail=detail)
    if detail:
        from talkreader.parsing.wikitext.blocks import wikitext_blocks

        return wikitext_blocks(raw.text, variant)
    from talkreader.parsing.wikitext.bulk_blocks import bulk_blocks

    return bulk_blocks(raw.text, users, variant)


def _lost_its_links(blocks: list[Block], stamps: TimestampFinder) -> bool:
    """Say whether a page is signed, but by dates alone: a tool took its links (WikiExtractor)."""
    signed = 0
    for block in blocks:
        for stamp in stamps.find(block.text):
            line_end = block.text.find("\n", stamp.end)
            rest = block.text[stamp.end : line_end if line_end >= 0 else None]
            signed += len(rest.strip()) <= _TAIL
            if signed >= _FEW:
                return True
    return False


def _plaintext(
    raw: RawPage, stamps: TimestampFinder, known: Mapping[str, str], *, detail: bool
) -> tuple[Threads, tuple[PageWarning, ...]]:
    from talkreader.parsing.plaintext.blocks import plaintext_blocks
    from talkreader.parsing.plaintext.loss import holds_only_headings
    from talkreader.parsing.replies import infer
    from talkreader.parsing.signing.plaintext import TextSignatures

    blocks = plaintext_blocks(raw.text, raw.title, stamps)
    threads = infer(assemble(blocks, TextSignatures(blocks, stamps, known), detail=detail), blocks)
    if not threads.comments and holds_only_headings(blocks, stamps):
        return threads, (PageWarning(WarningKind.ONLY_HEADINGS),)
    return threads, ()
