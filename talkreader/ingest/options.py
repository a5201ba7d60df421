"""How the files of an import are to be read."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from talkreader.domain.importing import Choice
from talkreader.domain.records import dataclass

if TYPE_CHECKING:
    from talkreader.archives import Hints


@dataclass(frozen=True, slots=True)
class Options:
    """How files are to be read.

    ``alone``: each file is opened to be read, so that its only page counts whatever it is.
    ``dry``: pages are counted, and nothing is stored. ``reported``: what became of them is kept
    however little they are, for they are imported, and not only opened.
    """

    hints: Hints | None = None
    choice: Choice = field(default_factory=Choice)
    alone: bool = False
    dry: bool = False
    reported: bool = False
