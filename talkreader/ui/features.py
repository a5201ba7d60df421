"""PySide6 without its look into the source of every module.

PySide6 lets a module choose other names for Qt's functions (`from __feature__ import snake_case`).
To see which module may, it reads the source of each one that is imported after it: 250 files, which
take 20 ms of a start, and whose text stays in memory. Nothing here chooses anything.
"""

from __future__ import annotations

import sys

import PySide6

assert PySide6.__file__  # noqa: S101 - imported for what it loads


def read_no_sources() -> None:
    """Let PySide6 take modules as in a frozen program, which has no sources that it could read.

    A PySide6 that does it another way is left as it is.
    """
    feature = sys.modules.get("PySide6.support.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - not in its stubs
