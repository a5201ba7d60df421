"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# no window of a test needs a screen, and none may appear on a person's own
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long an example takes says how busy the machine is; benchmarks are in tests/perf. A check
# draws the same examples every time: what it says must depend on the sources alone. New ones are
# looked for with --hypothesis-profile=explore.
settings.register_profile(
    "explore", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=1000
)
settings.register_profile(
    "talkreader", settings.get_profile("explore"), max_examples=100, derandomize=True
)
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
