"""What can go wrong in the world (files, disks, other people's data), as exceptions.

::

    TalkreaderError
    ├── ArchiveError            a file cannot be opened or understood
    │   ├── NotAnArchive        it is something else: a picture, a PDF, an empty file
    │   └── DamagedArchive      it is cut off or broken; what came before was kept
    ├── LibraryError            the library folder cannot be used
    │   ├── LibraryTooNew       a later version of the program made it
    │   ├── LibraryNotWritable  read-only folder or file, or the disk is full
    │   ├── LibraryDamaged      SQLite says the file is malformed
    │   └── ChangedElsewhere    another window of the library did something since
    ├── QueryError              a search that cannot be understood; knows the place
    ├── ExportError             the export cannot be written
    ├── MachineError            a translation machine cannot be used, or has died
    ├── WorkerLost              a process that worked for us died
    └── Cancelled               the person asked to stop; not a failure

Our own bugs stay plain exceptions. A message is a template and its parameters, so that the window
can show it in the person's language while a log and the command line show it in English.
"""

from __future__ import annotations


class TalkreaderError(Exception):
    """One clear sentence: what happened, where, and what to do next.

    ``template`` is English with ``{name}`` fields, one of the strings that the interface
    translations know; ``params`` fill it. ``str(error)`` is the finished English sentence.
    """

    def __init__(self, template: str, **params: object) -> None:
        self.template = template
        self.params = params
        super().__init__(template.format(**params) if params else template)


class ArchiveError(TalkreaderError):
    """A file cannot be opened or understood."""


class NotAnArchive(ArchiveError):
    """The file is something else: empty, a picture, a PDF, a program."""


class DamagedArchive(ArchiveError):
    """The file is cut off or broken; the pages read before that place are good and were kept."""


class LibraryError(TalkreaderError):
    """The library folder cannot be used."""


class LibraryTooNew(LibraryError):
    """A later version of talkreader made this library; it is left untouched."""


class LibraryNotWritable(LibraryError):
    """The library cannot be written: read-only, or the disk is full."""


class LibraryDamaged(LibraryError):
    """SQLite cannot read the library file."""


class ChangedElsewhere(LibraryError):
    """What an undo would take back was changed in another window since."""


class QueryError(TalkreaderError):
    """A search that cannot be understood; ``start``, ``end`` are code points into the query."""

    def __init__(self, template: str, start: int, end: int, **params: object) -> None:
        self.start = start
        self.end = end
        super().__init__(template, **params)


class ExportError(TalkreaderError):
    """The export cannot be written."""


class MachineError(TalkreaderError):
    """A translation machine that the person added cannot be used, or has died at work."""


class WorkerLost(TalkreaderError):
    """A process that worked for us died, or made a mistake; what it gave before is good."""


class Cancelled(TalkreaderError):
    """The person asked to stop."""

    def __init__(self) -> None:
        super().__init__("Cancelled")
