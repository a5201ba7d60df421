"""talkreader: open an offline archive of a wiki discussion and read it as a discussion."""

__version__ = "0.1.0"
