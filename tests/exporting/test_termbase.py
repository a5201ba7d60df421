"""A glossary out and in again."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from translate.storage import tbx

from talkreader.domain.errors import ExportError
from talkreader.domain.glossary import Term
from talkreader.domain.incoming import Reason, Refused
from talkreader.exporting import terms_from, terms_to_csv, terms_to_tbx

TERMS = [
    Term("notability", "关注度", "關注度", "a guideline, too", own=True),
    Term("tea", "", "茶", own=True),
]


def test_a_table_comes_back_as_it_was():
    assert list(terms_from(terms_to_csv(TERMS).encode()).items) == TERMS


def test_a_table_of_another_program_needs_two_columns_in_any_order():
    text = "Remark,ZH-Hans,EN\nx,茶,tea\ny,,nothing\n"

    incoming = terms_from(text.encode())

    assert list(incoming.items) == [Term("tea", "茶", "", own=True)]
    assert incoming.refused == (Refused(2, Reason.ONE_LANGUAGE, "nothing"),)


@pytest.mark.parametrize("text", ["", "en\ntea\n", "a,b\n1,2\n"])
def test_a_table_without_the_columns_says_which_it_needs(text: str):
    with pytest.raises(ExportError, match="zh-hans"):
        terms_from(text.encode())


def test_the_translate_toolkit_reads_the_terms_we_write():
    store = tbx.tbxfile(BytesIO(terms_to_tbx(TERMS)))

    assert [(unit.source, unit.target) for unit in store.units] == [
        ("notability", "关注度"),
        ("tea", "茶"),
    ]


def test_tbx_comes_back_as_it_was():
    assert list(terms_from(terms_to_tbx(TERMS)).items) == TERMS


NEWER = """<?xml version="1.0"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en"><text><body>
<conceptEntry id="c1">
<langSec xml:lang="en-GB"><termSec><term>block</term></termSec></langSec>
<langSec xml:lang="zh-TW"><termSec><term>封禁</term></termSec>
<termSec><term>封鎖</term></termSec></langSec>
<langSec xml:lang="de"><termSec><term>Sperre</term></termSec></langSec></conceptEntry>
<conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Nur</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def test_the_tbx_of_2019_is_read_and_an_entry_without_both_languages_refused():
    incoming = terms_from(NEWER.encode())

    assert incoming.items == (Term("block", "", "封禁", own=True),)
    assert incoming.refused == (Refused(2, Reason.NO_WORDS, ""),)


def test_entities_of_a_tbx_file_bring_nothing_in():
    evil = b"""<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/hostname">]>
    <martif type="TBX"><text><body><termEntry><langSet xml:lang="en"><tig><term>a&x;</term></tig>
    </langSet><langSet xml:lang="zh"><tig><term>b</term></tig></langSet></termEntry></body>
    </text></martif>"""

    assert [term.english for term in terms_from(evil).items] == ["a&x;"]


@pytest.mark.parametrize("data", [b"<martif><text>", b"<tbx>"])
def test_a_tbx_file_that_is_cut_off_is_told(data: bytes):
    with pytest.raises(ExportError, match="cut off"):
        terms_from(data)


def test_a_cell_longer_than_tables_have_is_refused_in_words() -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        terms_from(('en,zh-hans\n"' + "a" * 200_000 + '",x\n').encode())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_files_in_utf_16_are_read(encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    as_tbx = (mark + terms_to_tbx([TERMS[0]]).decode().replace("utf-8", "utf-16", 1)).encode(
        encoding
    )
    as_csv = (mark + terms_to_csv([TERMS[0]])).encode(encoding)

    assert [term.english for term in terms_from(as_tbx).items] == [TERMS[0].english]
    assert [term.english for term in terms_from(as_csv).items] == [TERMS[0].english]


@pytest.mark.parametrize("sign", [";", "\t", ","])
def test_a_table_of_any_country_s_spreadsheet_is_read(sign: str) -> None:
    text = f'en{sign}zh-hans\n"RfC, open"{sign}征求意见\n'

    (term,) = terms_from(text.encode("utf-8-sig")).items

    assert (term.english, term.simplified) == ("RfC, open", "征求意见")


def test_a_table_in_the_code_page_of_a_desktop_is_refused_and_not_read_as_noise() -> None:
    with pytest.raises(ExportError, match="CSV UTF-8"):
        terms_from("en,zh-hans\nRfC,征求意见\n".encode("gb18030"))


@pytest.mark.parametrize("english", ["=x", "+1", "-1", "@x", "'x", "- x"])
def test_a_term_that_looks_like_a_formula_comes_back_as_it_was(english: str) -> None:
    term = replace(TERMS[0], english=english)

    assert [each.english for each in terms_from(terms_to_csv([term]).encode()).items] == [english]
