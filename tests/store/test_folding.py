"""The index's tokens, made in one pass, are those of the two functions that searches rely on."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from talkreader.store.folding import (
    GAP,
    IGNORED,
    fold,
    index_columns,
    index_tokens,
    single_characters,
)

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text("ab1_ ,.\n的道歉聲明ุักกáé한국Ｗｍｆ·" + IGNORED, max_size=60),
)


@given(TEXTS)
def test_one_pass_gives_the_same_tokens(text):
    folded = fold(text)
    tokens, singles = index_columns(folded)

    # the index parts at what is ASCII and no letter or digit
    assert re.findall(r"[a-z0-9\x80-\U0010ffff]+", tokens) == index_tokens(folded).split()
    assert singles == single_characters(folded)


def test_words_beside_chinese_keep_their_gap():
    assert index_columns("wmf基金, wmf 基金") == (
        f"wmf 基金 金 {GAP} wmf {GAP} 基金 金",
        "基 金",
    )
