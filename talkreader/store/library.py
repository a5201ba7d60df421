"""A library: one folder with an archive that can be made again, and notes that cannot."""

from __future__ import annotations

import os
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from talkreader.domain.errors import LibraryDamaged, LibraryNotWritable
from talkreader.domain.page import PageKey
from talkreader.store.files import backup
from talkreader.store.files.backup import Backup, Why
from talkreader.store.files.connections import Connections, has_room, worldly_errors
from talkreader.store.files.schema import ARCHIVE, NOTES
from talkreader.store.notes.corrections import Corrections, put_correction
from talkreader.store.notes.journal import Journal
from talkreader.store.notes.memory import Memory
from talkreader.store.notes.notes import Notes, put_note
from talkreader.store.pages.history import History
from talkreader.store.pages.pages import Pages
from talkreader.store.search.functions import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from sqlite3 import Connection

    from talkreader.domain.counts import Answered, Facets, Profile
    from talkreader.domain.hit import Quote
    from talkreader.domain.note import Note, Target
    from talkreader.domain.query import Hit, Node, Query
    from talkreader.domain.said import Said
    from talkreader.store.notes.codes import Codes
    from talkreader.store.notes.comparing import Compared
    from talkreader.store.notes.journal import Put
    from talkreader.store.notes.merging import Merging
    from talkreader.store.notes.salvage import Salvage
    from talkreader.store.notes.terms import Terms
    from talkreader.store.notes.translations import Translations
    from talkreader.store.pages.imports import Imports
    from talkreader.store.search.corrected import Corrected
    from talkreader.store.search.counting import Counting
    from talkreader.store.search.noted import Place as NotePlace
    from talkreader.store.search.noted_sections import SectionPlace
    from talkreader.store.search.searching import Search
    from talkreader.store.search.suggesting import Suggestions


def _put_later(module: str, name: str) -> Put:
    """Return a function of a module of ``notes`` that is imported when it is called."""

    def put(connection: Connection, subject: str, state: str | None) -> None:
        function: Put = getattr(import_module(f"talkreader.store.notes.{module}"), name)
        function(connection, subject, state)

    return put


class Library:
    """The pages, notes and searches of one folder; may be used by several threads at once.

    Any number of threads read, one at a time writes. Close it when done, or use ``with``.
    """

    def __init__(
        self, folder: Path, *, read_only: bool, busy: Callable[[], object] | None = None
    ) -> None:
        self.folder = folder
        connect = partial(Connections, prepare=prepare, read_only=read_only, busy=busy)
        self._archive = connect(folder / ARCHIVE.file, ARCHIVE, full_sync=False)
        try:
            # what a person wrote is on the disk before they see it as saved
            self._notes = connect(folder / NOTES.file, NOTES, full_sync=True)
        except BaseException:
            self._archive.close()
            raise
        self.writable = not read_only
        self.pages = Pages(self._archive)
        self.history = History(self._archive)
        puts = {
            "note": put_note,
            "correction": put_correction,
            "translation": _put_later("translations", "put_translation"),
            "term": _put_later("terms", "put_term"),
            "code": _put_later("codes", "put_code"),
        }
        journal = Journal(self._notes, puts)
        self.notes = Notes(self._notes, journal)
        self.corrections = Corrections(self._notes, journal)
        self.memory = Memory(self._notes)
        self._journal = journal

    # what a page is read without is imported when it is asked for: the window opens sooner

    @cached_property
    def imports(self) -> Imports:
        """What became of each import."""
        from talkreader.store.pages.imports import Imports

        return Imports(self._archive)

    @cached_property
    def translations(self) -> Translations:
        """The person's translations: the translation memory."""
        from talkreader.store.notes.translations import Translations

        return Translations(self._notes, self._journal)

    @cached_property
    def terms(self) -> Terms:
        """The person's glossary."""
        from talkreader.store.notes.terms import Terms

        return Terms(self._notes, self._journal)

    @cached_property
    def codes(self) -> Codes:
        """The person's codebook."""
        from talkreader.store.notes.codes import Codes

        return Codes(self._notes, self._journal)

    @cached_property
    def merging(self) -> Merging:
        """Takes in the notes of other libraries."""
        from talkreader.store.notes.merging import Merging

        return Merging(self._notes, self._journal)

    @cached_property
    def _corrected(self) -> Corrected:
        from talkreader.store.search.corrected import Corrected

        return Corrected(self._notes)

    @cached_property
    def _search(self) -> Search:
        # most of the store's code is about searching: the window opens without it
        from talkreader.store.search.searching import Search

        return Search(self._archive, self._notes, self._corrected)

    @cached_property
    def _counting(self) -> Counting:
        from talkreader.store.search.counting import Counting

        return Counting(self._archive, self._notes, self._corrected)

    @cached_property
    def _suggestions(self) -> Suggestions:
        from talkreader.store.search.suggesting import Suggestions

        return Suggestions(self._archive, self._notes, self._corrected)

    def search(self, query: Query) -> list[Hit]:
        """Return the hits of a query from its offset on, as many as its limit.

        Notes stand first; in the order of the pages, at what they are about. Raises `Cancelled`
        when `interrupt` is called.
        """
        return self._search.hits(query)

    def count(self, query: Query) -> int:
        """Return how many hits a query has in all, whatever its limit and offset."""
        return self._search.count(query)

    def notes_found(self, query: Query) -> list[str]:
        """Return the ids of the notes that a query finds, all of them, whatever its limit."""
        return self._search.notes_found(query)

    def quotes(self, hits: Iterable[Hit]) -> list[Quote]:
        """Return the whole texts of hits, in their order, each with what names its copy."""
        return self._search.quotes(hits)

    def facets(self, query: Query) -> Facets:
        """Return a search's hits by author, year, page and language; notes are not counted."""
        return self._counting.facets(query)

    def said(self, query: Query | None, stopped: Callable[[], object]) -> list[Said]:
        """Return who said what when in all current pages, or what a query finds of it.

        Only the newest 100,000 hits are looked at. ``stopped`` may raise to end it.
        """
        return self._counting.said(query, stopped)

    def answered(self, hits: Iterable[Hit]) -> dict[int, Answered]:
        """Return the comments that hits answer, by the hit's id; the others are left out."""
        return self._counting.answered(hits)

    def profile(self, name: str, words: Node | None = None) -> Profile:
        """Return what the people of this name said, or that of it in which ``words`` match."""
        from talkreader.domain.query import AllOf
        from talkreader.store.search.profiling import Profiling

        profiling = Profiling(self._archive, self._notes, self._corrected)
        return profiling.profile(name, words or AllOf())

    def suggest(self, field: str, prefix: str) -> list[str]:
        """Return up to 20 values for ``field:`` that begin like this, the likeliest first."""
        return self._suggestions.suggest(field, prefix)

    def known_labels(self) -> Mapping[str, str]:
        """Return the users behind the labels of signatures, looked up as they are asked for."""
        from talkreader.store.pages.labels import KnownLabels

        return KnownLabels(self._archive)

    def interrupt(self) -> None:
        """Stop the searches that are running in any thread; they raise `Cancelled`."""
        self._archive.interrupt()

    def notes_for(
        self, key: PageKey, names: Iterable[str], headings: Iterable[str] = ()
    ) -> list[Note]:
        """Return the notes of a page, and those whose comment or section was moved to it.

        ``names`` are those of the page's comments, ``headings`` of its sections. A note of another
        page is one of them when that page does not hold its comment or section any more, or is not
        in the library.
        """
        from talkreader.store.values.folding import fold_name

        notes = self.notes.for_page(key)
        away = self.notes.about_comments(key, names)
        sections = self.notes.about_sections(key) if key.title else []
        if sections:
            here = {fold_name(heading) for heading in headings}
            sections = [each for each in sections if fold_name(each[1].section) in here]
        if not away and not sections:
            return notes
        from talkreader.store.search.noted import NotedPlaces

        with self._archive.reading() as connection:
            places = NotedPlaces(connection, self._notes)
            moved = [
                note
                for note, target in away
                if places.place(target).index is None or not target.names_page
            ]
            for note, target in sections:
                there = places.section_today(target)
                if there is not None and there.page and there.key == key:
                    moved.append(note)
        known = {note.id for note in notes}
        for note_id in dict.fromkeys(moved):
            if note_id not in known:
                notes.append(self.notes.get(note_id))
        return notes

    def rename_page(
        self, old: PageKey, new: PageKey, strays: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Make what a person has on one page be about another: it turned out to be that.

        ``strays``: notes (by id) and the names of the comments that they have on this page, though
        they name another one without a title.
        """
        from talkreader.store.notes.renaming import rename_page

        rename_page(self._notes, old, new, strays)

    def place_of(self, target: Target) -> NotePlace:
        """Return where a note's target is on its own page; page 0 when the library has none.

        Pages without a title are told apart by their comments.
        """
        from talkreader.store.search.noted import NotedPlaces

        with self._archive.reading() as connection:
            return NotedPlaces(connection, self._notes).place(target)

    def pages_with(self, target: Target) -> list[int]:
        """Return the ids of the other pages of its site that hold a comment of a target's name."""
        from talkreader.store.search.noted import NotedPlaces

        with self._archive.reading() as connection:
            places = NotedPlaces(connection, self._notes).elsewhere(target)
        return list(dict.fromkeys(place.page for place in places))

    def sections_today(self, targets: Iterable[Target]) -> list[SectionPlace | None]:
        """Return where the sections of notes on whole sections are, as their comments tell it.

        None: it is there still under its heading, or nothing is known of it, or the target is about
        something else. Its page is 0 when its comments are known and gone.
        """
        from talkreader.store.search.noted import NotedPlaces

        with self._archive.reading() as connection:
            places = NotedPlaces(connection, self._notes)
            return [places.section_today(target) for target in targets]

    def back_up(self, why: Why = Why.ASKED, *, spare: Path | None = None) -> Backup | None:
        """Return a new copy of the notes; None when the last one is the same.

        The library does so by itself before the first change after a day: see `back_up_when_due`.
        Copies before the last ten are deleted, but for ``spare``.
        """
        with self._notes.reading() as connection, worldly_errors(self._notes.path):
            return backup.make_backup(connection, self._notes.path, why, spare=spare)

    def back_up_when_due(self) -> None:
        """Make the copy that the first change after a day would wait for; from any thread.

        Nothing happens when the last copy is younger, or the same, or the library only read.
        """
        self._notes.back_up_when_due()

    def backups(self) -> list[Backup]:
        """Return the copies of the notes, oldest first."""
        return backup.list_backups(self._notes.path)

    def restore(self, copy: Path) -> Backup | None:
        """Make the notes what a copy holds; also other windows on this library see it.

        Returns the copy of the notes as they were before, None when there is one already. Raises
        LibraryError: the copy cannot be read, or the notes not written; nothing was changed then.
        """
        before = self.back_up(Why.RESTORE, spare=copy)
        self._notes.replace_content(copy)
        return before

    def compare_backup(self, copy: Path) -> Compared:
        """Return how the notes of a copy differ from those of now. Raises: LibraryError."""
        from talkreader.store.notes.comparing import compare

        with self._notes.reading() as connection, worldly_errors(copy):
            return compare(connection, copy)

    def repair(self) -> Salvage:
        """Make the notes all that can be read of them; other windows see it too.

        A damaged file is kept beside them, a sound one stays. Raises LibraryError: as it was.
        """
        from talkreader.store.notes.salvage import salvage_open

        with worldly_errors(self._notes.path):
            return salvage_open(self._notes, prepare)

    def check(self) -> list[str]:
        """Return what SQLite finds wrong with the files, in its own words; empty: sound."""
        found = []
        for part in (self._archive, self._notes):
            try:
                with part.reading() as connection:
                    rows = connection.execute("PRAGMA integrity_check").fetchall()
            except LibraryDamaged as error:  # so damaged that it cannot even be checked
                rows = [(str(error.__cause__),)]
            found += [f"{part.path.name}: {row[0]}" for row in rows if row[0] != "ok"]
        return found

    def close(self) -> None:
        """Close the files; nothing may use the library any more."""
        self._archive.close()
        self._notes.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_library(
    folder: Path, *, read_only: bool = False, busy: Callable[[], object] | None = None
) -> Library:
    """Return the library of a folder, made when there is none.

    One in a folder or file that cannot be written, or on a full disk, is opened for reading
    (``writable`` says so).
    ``busy`` is called again and again while one of an earlier version is brought up to date.

    Raises: LibraryTooNew, LibraryNotWritable, LibraryDamaged.
    """
    if not read_only:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryNotWritable(
                "There can be no library in {folder}: choose a folder that can be written.",
                folder=folder,
            ) from error
        read_only = not all(os.access(path, os.W_OK) for path in (folder, *_there(folder)))
    try:
        return Library(folder, read_only=read_only, busy=busy)
    except LibraryNotWritable:
        if read_only or len(_there(folder)) < 2 or has_room(folder / NOTES.file):
            raise
        return Library(folder, read_only=True)


def _there(folder: Path) -> list[Path]:
    files = (folder / schema.file for schema in (ARCHIVE, NOTES))
    return [path for path in files if path.exists() and path.stat().st_size]
