"""The dictionary, made once for all tests of the room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talkreader.bilingual import Lexicon, open_lexicon


@pytest.fixture(scope="session")
def lexicon_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lexicon")


@pytest.fixture(scope="session")
def lexicon(lexicon_folder: Path) -> Iterator[Lexicon]:
    with open_lexicon(lexicon_folder) as opened:
        yield opened
