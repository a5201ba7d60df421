"""Where the files that come with the program lie."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of a file in ``resources/``, whether installed or run from a checkout.

    ``name`` uses "/" between folders. The file need not exist.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    folder = installed if installed.is_dir() else package.parent / "resources"
    return folder.joinpath(*name.split("/"))
