"""The commands that keep a library well: backups, mending a damaged file, reading pages anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from talkreader.cli.common import (
    DONE,
    NOT_UNDERSTOOD,
    counted,
    find_page,
    library_of,
    name_of,
    page_row,
    print_json,
)
from talkreader.domain.errors import LibraryError


def back_up(arguments: argparse.Namespace) -> int:
    """Copy the notes now, unless the last copy is the same; print where the copy is."""
    with library_of(arguments, read_only=False) as library:
        library.back_up()
        newest = library.backups()[-1]
    if arguments.format == "json":
        print_json({"backup": str(newest.path), "made": newest.made.isoformat()})
    else:
        print(newest.path)
    return DONE


def restore(arguments: argparse.Namespace) -> int:
    """Make the notes what a backup holds; without one named, list the backups."""
    from talkreader.store.notes.comparing import count_notes

    with library_of(arguments, read_only=arguments.backup is None) as library:
        copies = library.backups()
        if arguments.backup is None:
            counts = [count_notes(copy.path) for copy in copies]
            rows = [
                {
                    "backup": str(copy.path),
                    "made": copy.made.isoformat(),
                    "why": copy.why.value,
                    "notes": count,
                }
                for copy, count in zip(copies, counts, strict=True)
            ]
            if arguments.format == "json":
                print_json(rows)
            else:
                for copy, count in zip(copies, counts, strict=True):
                    held = "not readable" if count is None else counted(count, "note")
                    print(f"{copy.made:%Y-%m-%d %H:%M} UTC  {held}  {copy.path}")
            return DONE
        wanted = Path(arguments.backup)
        found = [copy.path for copy in copies if wanted in (copy.path, Path(copy.path.name))]
        if not found and not wanted.is_file():
            raise LibraryError(
                "There is no backup {backup}; talkreader restore lists them", backup=wanted
            )
        before = library.restore(found[0] if found else wanted)
        notes = len(library.notes.all())
    if arguments.format == "json":
        print_json({"notes": notes, "before": str(before.path) if before else None})
    else:
        kept = f"; as they were before: {before.path}" if before else ""
        print(f"{counted(notes, 'note')} restored{kept}")
    return DONE


def repair(arguments: argparse.Namespace) -> int:
    """Put all that can be read of damaged notes into a new file, and keep the damaged one."""
    from talkreader.folders import default_folder
    from talkreader.store import open_library, salvage_notes

    folder = arguments.library or default_folder()
    if not (folder / "notes.sqlite").is_file():
        raise LibraryError("There are no notes in {folder}", folder=folder)
    done = salvage_notes(folder)
    open_library(folder).close()
    if arguments.format == "json":
        print_json(
            {
                "notes": done.notes,
                "from_journal": done.from_journal,
                "from_backup": done.from_backup,
                "damaged": done.damaged,
                "kept": None if done.kept is None else str(done.kept),
            }
        )
        return DONE
    if done.kept is None:
        print(f"The notes are sound ({counted(done.notes, 'note')}): nothing was changed")
        return DONE
    are = "is" if done.notes == 1 else "are"
    print(f"{counted(done.notes, 'note')} {are} there again; the old file is {done.kept}")
    if done.damaged:
        print(f"Not all could be read of: {', '.join(done.damaged)}")
        journal = counted(done.from_journal, "note")
        print(f"{journal} came from the journal, {done.from_backup} from a backup")
    return DONE


def reread(arguments: argparse.Namespace) -> int:
    """Understand the named pages anew from their stored texts, or all; print which are different.

    The exit status says whether all could be understood.
    """
    from talkreader import ingest

    with library_of(arguments, read_only=False) as library:
        named = [find_page(library, words).id for words in arguments.page]
        done = ingest.read_again(library, named or library.pages.listed("title").ids)
        changed, failed = map(library.pages.some, (done.changed, done.failed))
    if arguments.format == "json":
        print_json(
            {
                "understood": done.pages,
                "changed": [page_row(info) for info in changed],
                "failed": [page_row(info) for info in failed],
            }
        )
    else:
        for words, infos in (("different now", changed), ("not understood", failed)):
            for info in infos:
                print(f"{words}: {name_of(info)} ({counted(info.comments, 'comment')})")
        copies = counted(done.pages, "stored copy").replace("copys", "copies")
        print(f"{copies} understood anew, {len(done.changed)} of them different now")
    return NOT_UNDERSTOOD if done.failed else DONE
