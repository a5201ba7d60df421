"""XML from other programs, read so that it can neither grow in memory nor reach out for a file."""

from __future__ import annotations

from typing import Any


class NotWellFormed(ValueError):
    """What is no XML, or none that is taken; its words are the parser's."""


def strict_root(data: bytes) -> Any:
    """Return the root element (lxml's), without comments and processing instructions.

    No entity is resolved. Raises NotWellFormed: the bytes are no XML, or nested over 256 deep.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise NotWellFormed(str(error) or type(error).__name__) from error
    return root


def has_document_type(root: Any) -> bool:
    """Say whether the document of a root element has a document type."""
    return bool(root.getroottree().docinfo.doctype)


def local_name(node: Any) -> str:
    """Return an element's name without its namespace; "" for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
