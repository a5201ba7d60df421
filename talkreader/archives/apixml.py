"""Answers of a wiki's web API in XML (``format=xml``), read as the JSON they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from talkreader.archives.apijson import pages_of_answer
from talkreader.archives.document import Document
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
    parser = etree.XMLParser(
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedArchive(
            "{path} is cut off or broken XML ({reason}); save the answer again",
            path=document.path,
            reason=error.msg or "",
        ) from error
    yield from pages_of_answer(document, _value(root))


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
