"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# no window of a test needs a screen, and none may appear on a person's own
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# how long an example takes says how busy the machine is; benchmarks are in tests/perf
settings.register_profile("talkreader", deadline=None)
settings.load_profile("talkreader")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the project's own sample archives."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference data beside the project; a test that asks for it is skipped without.

    The data belongs to other projects and is tested in place, so it is not part of this one.
    """
    folder = Path(os.environ.get("TALKREADER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the reference data (TALKREADER_SHARED) is not on this machine")
    return folder
