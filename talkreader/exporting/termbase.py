"""A glossary for other programs, and theirs for us: CSV, and TBX for what translators use."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from talkreader.domain.errors import ExportError
from talkreader.domain.glossary import Term
from talkreader.exporting.table import table
from talkreader.exporting.xmltext import xml_text

_HEAD = ("en", "zh-hans", "zh-hant", "note")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def terms_to_csv(terms: Sequence[Term]) -> str:
    """Return the terms as a table; the head is fixed for programs."""
    return table(
        list(_HEAD),
        ([term.english, term.simplified, term.traditional, term.note] for term in terms),
    )


def terms_from_csv(text: str) -> list[Term]:
    """Return the terms of a table with a column ``en`` and one of ``zh-hans`` or ``zh-hant``.

    Rows without both languages are left out. Raises ExportError: the columns are not there.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if "en" not in names or not {"zh-hans", "zh-hant"} & names.keys():
        raise ExportError(
            "This table holds no glossary: its first line must name the columns en and zh-hans or"
            " zh-hant."
        )
    return list(_terms(
        {each: (row.get(names[each]) or "").strip() for each in _HEAD if each in names}
        for row in reader
    ))  # fmt: skip


def _terms(rows: Iterator[dict[str, str]]) -> Iterator[Term]:
    for row in rows:
        english, simplified = row.get("en", ""), row.get("zh-hans", "")
        traditional = row.get("zh-hant", "")
        if english and (simplified or traditional):
            yield Term(english, simplified, traditional, row.get("note", ""), own=True)


def terms_to_tbx(terms: Sequence[Term]) -> bytes:
    """Return the terms as TBX (the MARTIF form of ISO 30042:2008), an entry for each."""
    root = ET.Element("martif", {"type": "TBX", _LANG: "en"})
    header = ET.SubElement(root, "martifHeader")
    description = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(description, "p").text = "talkreader"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        entry = ET.SubElement(body, "termEntry", {"id": f"t{number}"})
        if term.note:
            ET.SubElement(entry, "note").text = xml_text(term.note)
        for language, words in (
            ("en", term.english),
            ("zh-Hans", term.simplified),
            ("zh-Hant", term.traditional),
        ):
            if words:
                group = ET.SubElement(entry, "langSet", {_LANG: language})
                tig = ET.SubElement(group, "tig")
                ET.SubElement(tig, "term").text = xml_text(words)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data
