"""talkreader: open an offline archive of a wiki discussion and read it as a discussion."""

from talkreader import compiled

__version__ = "0.1.0"

compiled.use()
