"""A codebook for other programs, and theirs for us: REFI-QDA (.qdc) and tables (CSV).

Source: REFI-QDA Standard 1.5, Codebook Exchange (qdasoftware.org). Of a project (.qdpx, .qde) the
codebook in it is read.
"""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence

from talkreader.domain.code import Code, CodeUse, clean_tag
from talkreader.domain.errors import ExportError
from talkreader.exporting.refi import code_elements
from talkreader.exporting.strictxml import (
    NotWellFormed,
    has_document_type,
    local_name,
    strict_root,
)
from talkreader.exporting.table import plain, rows_of, table

NAMESPACE = "urn:QDA-XML:codebook:1.0"
HEAD = ("code", "color", "definition", "notes")
_NAMES = {
    "code": ("code", "tag", "name", "code name"),
    "color": ("color", "colour"),
    "definition": ("definition", "description", "memo", "comment"),
}
_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST = 2000  # of a tag with all above it: what is nested must not multiply
_MOST = 64 * 1024 * 1024  # a codebook of thousands of codes is some hundred kilobytes


def codebook_to_qdc(codes: Iterable[Code]) -> bytes:
    """Return the codes as a REFI-QDA codebook, each under the one it stands under."""
    root = ET.Element("CodeBook", {"xmlns": NAMESPACE, "origin": "talkreader"})
    ET.SubElement(root, "Codes").extend(code_elements(codes))
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def codebook_to_csv(book: Sequence[CodeUse]) -> str:
    """Return the codes as a table with the number of notes; the head is fixed for programs."""
    return table(list(HEAD), map(row_of, book))


def row_of(use: CodeUse) -> tuple[str, str, str, int]:
    """Return what a table says of a code, in the order of `HEAD`."""
    return use.code.tag, use.code.color, use.code.definition, use.notes


def read_codebook(data: bytes) -> list[Code]:
    """Return the codes of a codebook in any of the forms; a slash in a name becomes a hyphen.

    Raises ExportError: it is none, or holds no code.
    """
    if data.startswith(b"PK\x03\x04"):
        data = _project_in(data)
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    codes = dict[str, Code]()
    for code in _from_xml(text) if text.startswith(b"<") else _from_csv(data):
        codes.setdefault(code.tag, code)
    if not codes:
        raise ExportError("This codebook holds no code.")
    return list(codes.values())


def _not_a_codebook() -> ExportError:
    return ExportError(
        "This is no codebook: give a REFI-QDA file (.qdc, .qdpx) or a table (CSV) whose first line"
        " names the column code."
    )


def _project_in(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = [name for name in packed.namelist() if name.lower().endswith((".qde", ".qdc"))]
            if not names or packed.getinfo(names[0]).file_size > _MOST:
                raise _not_a_codebook()
            return packed.read(names[0])
    except (
        zipfile.BadZipFile,
        zlib.error,  # damaged inside
        EOFError,  # cut off
        NotImplementedError,  # what zipfile says to a way of packing that it does not know
        RuntimeError,  # and to a password
    ) as error:
        raise _not_a_codebook() from error


def _from_xml(data: bytes) -> Iterator[Code]:
    try:
        root = strict_root(data)
    except NotWellFormed as error:
        raise _not_a_codebook() from error
    if has_document_type(root):  # the standard has none, an attack does
        raise _not_a_codebook()
    book = next((each for each in root.iter() if local_name(each) == "CodeBook"), None)
    tops = [each for each in (() if book is None else book) if local_name(each) == "Codes"]
    if book is None or not tops:
        raise _not_a_codebook()
    waiting = [("", each) for top in reversed(tops) for each in reversed(top)]
    while waiting:
        above, each = waiting.pop()
        if local_name(each) != "Code":
            continue
        name = clean_tag(each.get("name", "").replace("/", "-"))
        tag = "/".join(filter(None, (above, name)))
        if len(tag) > _LONGEST:
            raise ExportError(
                "A code of this codebook has a name of more than {limit} characters, with what it"
                " stands under; shorten it in the program that wrote the file.",
                limit=_LONGEST,
            )
        if name:
            said = next((part.text for part in each if local_name(part) == "Description"), "")
            yield Code(tag, _color(each.get("color", "")), (said or "").strip())
        waiting += [(tag, below) for below in reversed(each)]


def _from_csv(data: bytes) -> Iterator[Code]:
    reader = rows_of(data)
    try:
        there = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
        columns = {
            column: next((there[name] for name in names if name in there), None)
            for column, names in _NAMES.items()
        }
        if columns["code"] is None:
            raise _not_a_codebook()
        for row in reader:
            told = {
                column: plain(row.get(name)) if name is not None else ""
                for column, name in columns.items()
            }
            tag = clean_tag(told["code"])
            if tag:
                yield Code(tag, _color(told["color"]), told["definition"])
    except csv.Error as error:
        raise _not_a_codebook() from error


def _color(text: str) -> str:
    return text.lower() if _COLOR.fullmatch(text) else ""
