"""Answers of a wiki's web API in XML (``format=xml``), read as the JSON they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

from talkreader.archives.answers.apijson import pages_of_answer
from talkreader.archives.document import Document
from talkreader.archives.text.cutoff import with_warning
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)

# Elements whose children are a list, not fields
_LISTS = frozenset({"pages", "revisions", "slots", "threaditemshtml", "replies"})


def read(document: Document) -> Iterator[RawPage]:
    """The pages of the answer in the file."""
    from lxml import etree

    data = document.read_all()
    # a page's own text has its "<" escaped, so this can only be the file's
    if _DOCTYPE.search(data[:4096]):
        raise NotAnArchive(
            "{path} declares a document type, which no answer of a wiki does and which can be"
            " used to attack a reader; save the answer again from the wiki itself",
            path=document.path,
        )
    try:
        root = _root(data)
    except etree.XMLSyntaxError as error:
        if (error.lineno or 0) >= len(data.splitlines()):  # it breaks off
            yield from _whole_ones(document, data, error.msg or "")
        raise DamagedArchive(
            "{path} is cut off or broken XML ({reason}); save the answer again",
            path=document.path,
            reason=error.msg or "",
        ) from error
    yield from pages_of_answer(document, _value(root))


def _root(data: bytes, *, recover: bool = False) -> Any:
    """The outermost element; ``recover``: of what breaks off, as far as it goes."""
    from lxml import etree

    parser = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=recover,
    )
    return etree.fromstring(data, parser)


def _whole_ones(document: Document, data: bytes, reason: str) -> Iterator[RawPage]:
    """The pages of an answer that breaks off, and the beginning of the last one; then the error."""
    root = _root(data, recover=True)
    pages: list[RawPage] = []
    if root is not None:
        with suppress(NotAnArchive):
            pages.extend(pages_of_answer(document, _value(root)))
    if not pages:
        return
    yield from pages[:-1]
    yield replace(pages[-1], warnings=with_warning(pages[-1].warnings, cut=True))
    raise DamagedArchive(
        "{path} is cut off or broken XML ({reason}); pages kept: {count}; save the answer again"
        " for the rest",
        path=document.path,
        reason=reason,
        count=len(pages),
    )


def _value(element: Any) -> object:
    """The JSON that an element (of lxml, whose types are private) stands for."""
    fields: dict[str, object] = {str(name): str(value) for name, value in element.attrib.items()}
    children = list(element)
    if element.text and (element.text.strip() or not children):
        fields["*"] = element.text
    for child in children:
        if child.tag == "slot":
            fields[str(child.get("role", "main"))] = _value(child)
        elif child.tag in _LISTS and child.tag != "slots":
            fields[str(child.tag)] = [_value(item) for item in child]
        else:
            fields[str(child.tag)] = _value(child)
    return fields
