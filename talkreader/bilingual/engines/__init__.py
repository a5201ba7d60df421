"""Machines that a person adds: read, run in a process of their own, and checked."""

from talkreader.bilingual.engines.drafting import draft
from talkreader.bilingual.engines.masking import kept_spans
from talkreader.bilingual.engines.packages import look_at
from talkreader.bilingual.engines.process import MachineProcess

__all__ = ["MachineProcess", "draft", "kept_spans", "look_at"]
