"""A glossary out and in again."""

from __future__ import annotations

from io import BytesIO

import pytest
from translate.storage import tbx

from talkreader.domain.errors import ExportError
from talkreader.domain.glossary import Term
from talkreader.exporting import terms_from_csv, terms_to_csv, terms_to_tbx

TERMS = [
    Term("notability", "关注度", "關注度", "a guideline, too", own=True),
    Term("tea", "", "茶", own=True),
]


def test_a_table_comes_back_as_it_was():
    assert terms_from_csv(terms_to_csv(TERMS)) == TERMS


def test_a_table_of_another_program_needs_two_columns_in_any_order():
    text = "Remark,ZH-Hans,EN\nx,茶,tea\ny,,nothing\n"

    assert terms_from_csv(text) == [Term("tea", "茶", "", own=True)]


@pytest.mark.parametrize("text", ["", "en\ntea\n", "a,b\n1,2\n"])
def test_a_table_without_the_columns_says_which_it_needs(text: str):
    with pytest.raises(ExportError, match="zh-hans"):
        terms_from_csv(text)


def test_the_translate_toolkit_reads_the_terms_we_write():
    store = tbx.tbxfile(BytesIO(terms_to_tbx(TERMS)))

    assert [(unit.source, unit.target) for unit in store.units] == [
        ("notability", "关注度"),
        ("tea", "茶"),
    ]
