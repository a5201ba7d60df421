"""A glossary for other programs, and theirs for us: CSV, and TBX for what translators use."""

from __future__ import annotations

import codecs
import csv
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from talkreader.domain.errors import ExportError
from talkreader.domain.glossary import Term
from talkreader.domain.incoming import Incoming, Reason, Refused
from talkreader.exporting.strictxml import NotWellFormed, local_name, strict_root
from talkreader.exporting.table import plain, rows_of, table
from talkreader.exporting.xmltext import xml_text

_TOLD = ("note", "term")
_HEAD = ("en", "zh-hans", "zh-hant", "note")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def terms_to_csv(terms: Sequence[Term]) -> str:
    """Return the terms as a table; the head is fixed for programs."""
    return table(
        list(_HEAD),
        ([term.english, term.simplified, term.traditional, term.note] for term in terms),
    )


def terms_from(data: bytes) -> Incoming[Term]:
    """Return the terms of a CSV or TBX file, and which of them cannot be used.

    Raises ExportError: it is neither.
    """
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    start = data[:4096].decode("utf-16" if wide else "utf-8-sig", errors="replace").lower()
    if "<martif" in start or "<tbx" in start:
        return terms_from_tbx(data)
    return terms_from_csv(data)


def terms_from_csv(data: bytes) -> Incoming[Term]:
    """Return the terms of a table with a column ``en`` and one of ``zh-hans`` or ``zh-hant``.

    Raises ExportError: the columns are not there, or it is no table.
    """
    try:
        return _terms_in_table(data)
    except csv.Error as error:
        raise ExportError(
            "This table cannot be read ({reason}); export it again as CSV.", reason=str(error)
        ) from error


def _terms_in_table(data: bytes) -> Incoming[Term]:
    reader = rows_of(data)
    names = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if "en" not in names or not {"zh-hans", "zh-hant"} & names.keys():
        raise ExportError(
            "This table holds no glossary: its first line must name the columns en and zh-hans or"
            " zh-hant."
        )
    return Incoming.of(_terms(
        {each: plain(row.get(names[each])) for each in _HEAD if each in names}
        for row in reader
    ))  # fmt: skip


def terms_from_tbx(data: bytes) -> Incoming[Term]:
    """Return the terms of a TBX file: MARTIF (ISO 30042:2008) or the ``tbx`` form of 2019.

    Of several terms of a language the first is taken. Raises ExportError: it is damaged.
    """
    try:
        root = strict_root(data)
    except NotWellFormed as error:
        raise ExportError(
            "These terms cannot be read ({reason}); the file may be cut off.", reason=str(error)
        ) from error
    entries = (node for node in root.iter() if local_name(node) in ("termEntry", "conceptEntry"))
    return Incoming.of(_terms(map(_row_of, entries)))


def _row_of(entry: Any) -> dict[str, str]:
    row: dict[str, str] = {}
    for node in entry.iter():
        words = " ".join("".join(node.itertext()).split()) if local_name(node) in _TOLD else ""
        if local_name(node) == "note":
            row.setdefault("note", words)
        elif local_name(node) == "term" and words:
            groups = (above for above in node.iterancestors() if above.get(_LANG))
            group = next(groups, None)
            row.setdefault(_column("" if group is None else group.get(_LANG)), words)
    return row


def _column(tag: str) -> str:
    """Return the column of a BCP 47 tag; "zh" alone is taken for Simplified, as most files are."""
    code = tag.lower().replace("_", "-")
    if code.startswith("zh"):
        is_traditional = any(part in code for part in ("hant", "tw", "hk", "mo"))
        return "zh-hant" if is_traditional else "zh-hans"
    return code.partition("-")[0]


def _terms(rows: Iterable[dict[str, str]]) -> Iterator[Term | Refused]:
    for number, row in enumerate(rows, 1):
        english, simplified = row.get("en", ""), row.get("zh-hans", "")
        traditional = row.get("zh-hant", "")
        if english and (simplified or traditional):
            yield Term(english, simplified, traditional, row.get("note", ""), own=True)
        else:
            words = english or simplified or traditional
            yield Refused(number, Reason.ONE_LANGUAGE if words else Reason.NO_WORDS, words)


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
