"""Tags and the levels they stand under."""

from __future__ import annotations

import pytest

from talkreader.domain.code import levels


def test_a_tag_comes_after_those_it_stands_under():
    assert levels("plant/leaf/vein") == ["plant", "plant/leaf", "plant/leaf/vein"]


@pytest.mark.parametrize("tag", ["/help", "help/", "a//b", "/"])
def test_odd_slashes_part_nothing(tag: str):
    assert levels(tag) == [tag]
