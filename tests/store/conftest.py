from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader.store import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened
