"""A codebook goes to other programs and comes back the same; what is none is refused."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.code import Code, CodeUse, clean_tag
from talkreader.domain.errors import ExportError
from talkreader.exporting.codebook import codebook_to_csv, codebook_to_qdc, read_codebook
from talkreader.exporting.qda_project import qdpx

BOOK = [
    Code("vote", "#aa3300", "Says yes or no.\nAlso by a template."),
    Code("vote/反对", "", "投反对票。"),
    Code("fund", "#00aa33"),
]


def test_a_codebook_is_nested_as_the_standard_says():
    root = ET.fromstring(codebook_to_qdc(BOOK))  # noqa: S314 - our own
    space = "{urn:QDA-XML:codebook:1.0}"

    assert root.tag == f"{space}CodeBook"
    vote = root.find(f"{space}Codes/{space}Code[@name='vote']")
    assert vote is not None
    assert vote.get("color") == "#aa3300"
    assert vote.findtext(f"{space}Description") == "Says yes or no.\nAlso by a template."
    assert [code.get("name") for code in vote.findall(f"{space}Code")] == ["反对"]


def test_a_codebook_comes_back_as_it_went():
    assert read_codebook(codebook_to_qdc(BOOK)) == BOOK


def test_a_table_comes_back_as_it_went_and_counts_notes():
    book = [CodeUse(code, 3, 5) for code in BOOK]
    written = codebook_to_csv(book)

    assert written.splitlines()[0] == "\ufeffcode,color,definition,notes"
    assert read_codebook(written.encode()) == BOOK


def test_the_codebook_of_a_project_is_read():
    assert read_codebook(qdpx([], BOOK)) == BOOK


def test_what_another_program_calls_its_columns_is_understood():
    data = "Tag,Description,number of highlights\nvote,Says yes,3\n,nothing,0\n"
    assert read_codebook(data.encode()) == [Code("vote", "", "Says yes")]


def test_a_category_of_another_program_becomes_a_level_and_a_slash_a_hyphen():
    data = b"""<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
    <Code guid="1" name="Votes, all" isCodable="false"><Code guid="2" name="yes/no" color="#FF0000"
    isCodable="true"/><Code guid="3" name="" isCodable="true"/></Code></Codes><Sets/></CodeBook>"""
    assert read_codebook(data) == [Code("Votes all"), Code("Votes all/yes-no", "#ff0000")]


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in files.items():
            packed.writestr(name.replace("_", "."), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>no</body></html>",
        b"<CodeBook",
        b'<!DOCTYPE x [<!ENTITY a "b">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>',
        b"<CodeBook><Codes></Codes></CodeBook>",
        b"english,chinese\nvote,x\n",
        "code\n投票，赞成与反对".encode("gb18030"),
        b"code\n\n",
        b"PK\x03\x04 broken",
        _zip(readme_txt=b"hello"),
    ],
)
def test_what_is_no_codebook_is_refused_with_a_sentence(data: bytes):
    with pytest.raises(ExportError, match=r"codebook|UTF-8"):
        read_codebook(data)


WORD = st.text("ab 投,/#-='", max_size=6)
CODE = st.builds(
    Code,
    st.text("ab投-=+@ /", min_size=1, max_size=8).map(clean_tag).filter(bool),
    st.sampled_from(["", "#00aa33"]),
    st.text("ab投 ,;", max_size=9).map(str.strip),
)


@given(st.lists(CODE, min_size=1, max_size=5, unique_by=lambda code: code.tag))
def test_any_table_comes_back_as_it_went(codes: list[Code]):
    written = codebook_to_csv([CodeUse(code) for code in codes])
    assert read_codebook(written.encode()) == codes


@given(WORD)
def test_a_clean_tag_stays_as_it_is(text: str):
    assert clean_tag(clean_tag(text)) == clean_tag(text)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16", "utf-8"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    evil = (
        '<!DOCTYPE x [<!ENTITY a "evil">]><CodeBook><Codes><Code name="&a;&a;"/></Codes></CodeBook>'
    )

    with pytest.raises(ExportError, match="no codebook"):
        read_codebook(evil.encode(encoding))


def test_codes_nested_so_that_their_names_multiply_are_refused() -> None:
    below = '<Code name="b"/>' * 1000
    text = f'<CodeBook><Codes><Code name="{"a" * 50_000}">{below}</Code></Codes></CodeBook>'

    with pytest.raises(ExportError, match="2000 characters"):
        read_codebook(text.encode())


def test_an_unknown_encoding_and_a_damaged_project_are_no_codebook() -> None:
    packed = bytearray(qdpx([], BOOK))
    packed[60:200] = bytes(140)

    for data in (b'<?xml version="1.0" encoding="klingon"?><CodeBook/>', bytes(packed)):
        with pytest.raises(ExportError):
            read_codebook(data)


@pytest.mark.parametrize("sign", [";", "\t", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_of_any_country_s_spreadsheet_is_read(sign: str, encoding: str):
    text = f"code{sign}color{sign}definition\n投票/赞成{sign}#00aa33{sign}yes, or so\n"
    data = text.replace("yes, or so", '"yes, or so"').encode(encoding)

    assert read_codebook(data) == [Code("投票/赞成", "#00aa33", "yes, or so")]
