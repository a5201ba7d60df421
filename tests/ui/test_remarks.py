"""Remarks as they read, on cards and paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from talkreader.ui.remarks import plain_remark


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Where does this **figure** come from?", "Where does this figure come from?"),
        ("See [the report](https://example.org).", "See the report."),
        ("First:\n\n- one\n- two", "First:\n• one\n• two"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("one *line*\nand another", "one line\nand another"),
        ("## Heading\n\ntext", "Heading\ntext"),
        ("`code` and ~~gone~~", "code and gone"),
        ("a plain line\nand another", "a plain line\nand another"),
        ("<b>not</b> HTML", "<b>not</b> HTML"),
        ("这是**重点**。", "这是重点。"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("***", "***"),
    ],
)
def test_signs_of_markdown_are_not_read(qapp: QGuiApplication, written: str, read: str) -> None:
    assert plain_remark(written) == read


@given(text=st.text(st.sampled_from("ab *_`#[]()<>~|\\-1.\n\t道!&"), max_size=40))
def test_a_remark_always_reads_as_something(qapp: QGuiApplication, text: str) -> None:
    assert bool(plain_remark(text).strip()) == bool(text.strip())
