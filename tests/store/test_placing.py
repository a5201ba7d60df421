"""Ids in the order of time while it is not known yet which times will come."""

from __future__ import annotations

import random

import pytest

from talkreader.store import open_library
from talkreader.store.placing import Placing
from talkreader.store.zones import SCATTERED, read_zones

PAGES, PER_PAGE, BATCH = 500, 40, 1_000


def _pages(seed: int) -> list[list[int]]:
    """Return the minutes of pages, each some weeks, months or years long, as in a dump."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    pages = []
    for _ in range(PAGES):
        first = chance.randrange(10_000_000, 15_000_000)
        length = chance.choice((20_000, 200_000, 1_000_000))
        pages.append([first + chance.randrange(length) for _ in range(PER_PAGE)])
    return pages


@pytest.fixture(scope="module")
def placed(tmp_path_factory):
    """Give ids to the texts of imports; return how many came, were scattered, and the zones."""
    every = scattered = zones = 0
    for seed in range(4):
        with (
            open_library(tmp_path_factory.mktemp("placing")) as library,
            library._archive.writing() as connection,
        ):
            placing = Placing()
            waiting: list[int] = []
            for number, page in enumerate(_pages(seed), start=1):
                waiting += page
                if len(waiting) < BATCH and number < PAGES:
                    continue
                placing.expected = (PAGES - number) * PER_PAGE
                waiting.sort()
                keys = placing.keys(connection, waiting)
                assert len(set(keys)) == len(keys)
                connection.executemany(
                    "INSERT INTO facet (id, page, section, item, age) VALUES (?, 0, 0, 0, ?)",
                    list(zip(keys, waiting, strict=True)),
                )
                every += len(keys)
                scattered += sum(key >= SCATTERED for key in keys)
                waiting = []
            zones = max(zones, len(read_zones(connection)) - 1)
    return every, scattered, zones


def test_nearly_all_texts_of_an_import_find_room_in_few_zones(placed):
    every, scattered, zones = placed

    assert every == 4 * PAGES * PER_PAGE
    assert scattered < every / 20
    assert zones <= 3
