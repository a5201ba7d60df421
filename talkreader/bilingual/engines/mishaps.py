"""What goes wrong with a model, whatever runs it, said alike."""

from __future__ import annotations

import os

from talkreader.domain.errors import MachineError

_REASON = 200  # characters of what a library says: some say a page


def unloadable(path: str, error: Exception) -> MachineError:
    """Return what to raise when a model cannot be loaded."""
    return MachineError(
        "The model {path} cannot be loaded ({reason}); it may be cut off or made for"
        " another version.",
        path=path, reason=shortened(str(error)),
    )  # fmt: skip


def untranslatable(path: str, reason: str) -> MachineError:
    """Return what to raise when a model has no translation for something."""
    return MachineError(
        "The model {path} cannot translate this ({reason}).", path=path, reason=shortened(reason)
    )


def shortened(words: str) -> str:
    """Return words on one line, as many as a sentence has room for."""
    line = " ".join(words.split())
    return line if len(line) <= _REASON else f"{line[:_REASON]}…"


def threads() -> int:
    """Return how many threads a model may take: one is left for the window."""
    return max(1, (os.cpu_count() or 1) - 1)
