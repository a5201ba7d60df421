"""Comments that share one block, parted by line breaks alone, are as good as in their own."""

from __future__ import annotations

import pytest

from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse

SAID = [
    f"Number {n} needs ''more'' oil, see [[Lamp {n}]] and '''that [[key]]'''."
    f" [[User:Wren {n % 7}]] {n // 60:02d}:{n % 60:02d}, 3 May 2020 (UTC)"
    for n in range(150)
]


@pytest.mark.parametrize("around", ["{}", "<small>{}</small>"])
def test_comments_of_one_block_have_the_marks_that_they_have_in_blocks_of_their_own(around):
    apart = "\n\n".join(around.format(one) for one in SAID)
    whole = around.format("<br>".join(SAID))

    expected = parse(RawPage(Form.WIKITEXT, apart)).comments
    found = parse(RawPage(Form.WIKITEXT, whole)).comments

    assert len(expected) == len(found) == len(SAID)
    assert [one.body.text for one in found] == [one.body.text for one in expected]
    assert [one.body.marks for one in found] == [one.body.marks for one in expected]
    assert sum(len(one.body.marks) for one in found) >= 4 * len(SAID)
