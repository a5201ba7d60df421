"""What the files of REFI-QDA, the exchange standard of programs for coding texts, share.

Source: REFI-QDA Standard 1.5 (qdasoftware.org).
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from talkreader.domain.code import Code, levels, name_of
from talkreader.exporting.xmltext import xml_text

_IDS = uuid5(NAMESPACE_URL, "https://talkreader.invalid/qdpx")


def guid_of(*names: str) -> str:
    """Return an identifier that follows from names: the same thing has the same one again."""
    return str(uuid5(_IDS, "\0".join(name.encode(errors="replace").decode() for name in names)))


def code_guid(tag: str) -> str:
    """Return the identifier of a tag's code."""
    return guid_of("code", tag)


def element(name_: str, /, **attributes: str) -> ET.Element:
    """Return an element whose attributes hold what XML can hold."""
    return ET.Element(name_, {key: xml_text(value) for key, value in attributes.items()})


def code_elements(codes: Iterable[Code], tags: Iterable[str] = ()) -> list[ET.Element]:
    """Return the codes at the top, each with those below it: ``/`` parts the levels.

    ``tags`` are those that notes carry, also without an entry in the codebook.
    """
    known = {code.tag: code for code in codes}
    elements: dict[str, ET.Element] = {}
    top: list[ET.Element] = []
    for tag in [*known, *tags]:
        for level in levels(tag):
            if level in elements:
                continue
            elements[level] = _code(known.get(level) or Code(level))
            above = elements.get(level.rpartition("/")[0])
            if above is None:
                top.append(elements[level])
            else:
                above.append(elements[level])
    return top


def _code(code: Code) -> ET.Element:
    made = element("Code", guid=code_guid(code.tag), name=name_of(code.tag), isCodable="true")
    if code.color:
        made.set("color", code.color)
    if code.definition:
        ET.SubElement(made, "Description").text = xml_text(code.definition)
    return made
