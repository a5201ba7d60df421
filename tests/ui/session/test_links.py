"""Where links lead: to pages, sections and comments of the library, or nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from talkreader.domain.page import PageInfo, PageKey
from talkreader.ui.session.links import Destination, destination
from tests.ui.pages import make_info

HERE = make_info(page_id=1)
OTHER = replace(make_info(page_id=2), key=PageKey("harbourwiki", "Talk:Ferry/Archive 1"))
HOST = replace(make_info(page_id=3), key=PageKey("en.harbour.example", "Talk:Coast"))
NOWHERE = replace(make_info(page_id=4), key=PageKey("", "Talk:Pasted"))


def stored(key: PageKey) -> list[PageInfo]:
    return [info for info in (HERE, OTHER, HOST, NOWHERE) if info.key == key]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("#Moving_day", Destination(1, heading="Moving day")),
        ("Talk:Lighthouse gallery#Moving  day", Destination(1, heading="Moving day")),
        ("#c-Ada_Fenwick-20230304093000", Destination(1, comment="c-Ada_Fenwick-20230304093000")),
        (":talk:Ferry/Archive_1", Destination(2)),
        ("Talk:Ferry/Archive 1#第1节", Destination(2, heading="第1节")),
        ("Talk:Pasted", Destination(4)),
        ("https://en.m.harbour.example/wiki/Talk:Coast#Fog", Destination(3, heading="Fog")),
        ("//en.harbour.example/w/index.php?title=Talk:Coast&action=view", Destination(3)),
        ("https://elsewhere.example/wiki/Talk:Coast", None),
        ("https://example.org/ferry", None),
        ("https://[broken", None),
        ("Talk:Unknown", None),
        ("", None),
    ],
)
def test_a_link_leads_into_the_library_or_nowhere(
    target: str, expected: Destination | None
) -> None:
    assert destination(target, HERE, stored) == expected
