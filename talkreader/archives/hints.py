"""What the person or the command line says about a file."""

from __future__ import annotations

from talkreader.domain.page import Form
from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """Words about a file from outside of it; each counts only where the archive says nothing.

    ``title`` is the full page title, ``site`` a database name or host, ``language`` a MediaWiki
    code. ``form`` settles what a text without certain marks is; None: look for yourself.
    """

    title: str = ""
    site: str = ""
    language: str = ""
    form: Form | None = None
