"""Where the files that come with the program lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file in ``resources/``, whether installed or run from a checkout.

    ``name`` uses "/" between folders. The file need not exist.
    """
    return _folder().joinpath(*name.split("/"))


@cache
def _folder() -> Path:
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
