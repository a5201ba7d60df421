"""Translation machines that a person adds, and the drafts they make."""

from __future__ import annotations

from enum import StrEnum

from talkreader.domain.records import dataclass


class MachineKind(StrEnum):
    """What runs the machine."""

    ARGOS = "argos"
    CTRANSLATE2 = "ctranslate2"
    GGUF = "gguf"
    LIBRETRANSLATE = "libretranslate"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine on the person's disk: a package or folder, and the languages it goes between.

    ``source`` and ``target`` are language codes ("en", "zh"); ``name`` is what a badge shows. Of
    LibreTranslate ``path`` is its port on this computer.
    """

    kind: MachineKind
    path: str
    source: str
    target: str
    name: str


class DraftFlag(StrEnum):
    """What a reader should know of a machine's words; none of it makes them right."""

    REPETITION = "repetition"
    LOST_NUMBER = "lost-number"
    ODD_LENGTH = "odd-length"
    UNTRANSLATED = "untranslated"
    EMPTY = "empty"
    IN_PIECES = "in-pieces"


@dataclass(frozen=True, slots=True)
class Draft:
    """A machine's words for a text; never a person's translation.

    ``machine`` is the name of what made it. ``flags`` in the order of `DraftFlag`.
    """

    text: str
    machine: str
    flags: tuple[DraftFlag, ...] = ()
