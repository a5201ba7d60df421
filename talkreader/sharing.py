"""Notes that go to another person's library, and those that come from one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from talkreader.domain.code import levels
from talkreader.domain.errors import ExportError, TalkreaderError
from talkreader.domain.note import Note
from talkreader.domain.page import PageKey

if TYPE_CHECKING:
    from talkreader.domain.page import RawPage
    from talkreader.exporting.bundle import Bundle
    from talkreader.store import Library
    from talkreader.store.notes.merging import Merged, Shared


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a bundle, or would come: the notes and codes, how many pages were stored."""

    notes: Merged
    pages: int = 0


def give(library: Library, notes: Sequence[Note], *, with_pages: bool) -> bytes:
    """Return a bundle of these notes; with the copies of the pages that they are about."""
    from talkreader.exporting.bundle import Bundle, pack_bundle, pages_of

    pages = [_copy_of(library, PageKey(*key)) for key in pages_of(notes)] if with_pages else []
    tags = {level for note in notes for tag in note.tags for level in levels(tag)}
    return pack_bundle(
        Bundle(
            tuple(notes),
            library.merging.history(note.id for note in notes),
            tuple(code for code in library.codes.all() if code.tag in tags),
            tuple(page for page in pages if page is not None),
        )
    )


def look(library: Library, data: bytes) -> Taken:
    """Return what `take` would do, and do nothing. Raises as it does."""
    bundle = _read(library, data)
    missing = sum(not _is_here(library, page) for page in bundle.pages)
    return Taken(library.merging.look(_shared(bundle), bundle.codes), missing)


def take(library: Library, data: bytes) -> Taken:
    """Take in a bundle, or annotations as JSON-LD; taking them in again changes nothing.

    A page is stored when the library has no copy of it; one undo takes back notes and codes.
    Raises: ExportError: it is neither; LibraryError. Nothing was taken in then.
    """
    bundle = _read(library, data)
    stored: list[int] = []
    try:
        for page in bundle.pages:
            stored += _store(library, page)
        merged = library.merging.merge(_shared(bundle), bundle.codes)
    except BaseException:
        # two files cannot be written as one: what was stored goes again, and should the machine
        # die before that, taking the bundle in once more ends with the same
        for page_id in stored:
            with suppress(TalkreaderError):
                library.pages.forget(page_id)
        raise
    return Taken(merged, len(stored))


def _read(library: Library, data: bytes) -> Bundle:
    from talkreader.exporting.bundle import Bundle, unpack_bundle

    if data[:2] == b"PK":
        return unpack_bundle(data)
    return Bundle(tuple(_at_home(library, _annotations(data))))


def _shared(bundle: Bundle) -> Iterator[Shared]:
    from talkreader.store.notes.merging import Shared

    for note in bundle.notes:
        yield Shared(note, bundle.history.get(note.id, frozenset()))


def _annotations(data: bytes) -> list[Note]:
    from talkreader.exporting import import_notes

    try:
        return import_notes(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ExportError(
            "This is neither a bundle of notes nor JSON-LD; choose a .talknotes or .jsonld file."
        ) from error


def _at_home(library: Library, notes: Iterable[Note]) -> Iterator[Note]:
    """Yield notes of web addresses on the library's own pages, where one has the title."""
    pages: dict[str, set[PageKey]] = {}
    for info in library.pages.all():
        pages.setdefault(info.title, set()).add(info.key)
    known = {key for keys in pages.values() for key in keys}
    for note in notes:
        targets = []
        for target in note.targets:
            same = pages.get(target.title, set())
            away = PageKey(target.site, target.title) not in known and "." in target.site
            site = next(iter(same)).site if away and len(same) == 1 else target.site
            targets.append(replace(target, site=site))
        yield replace(note, targets=tuple(targets))


def _copy_of(library: Library, key: PageKey) -> RawPage | None:
    current = [info for info in library.pages.versions(key) if info.current]
    return library.pages.contents(current[0].id).raw if current else None


def _is_here(library: Library, raw: RawPage) -> bool:
    """Say whether the library has a copy; of a page without a title that is one of its text."""
    if raw.title and raw.site:
        return bool(library.pages.versions(raw.key))
    if raw.title:
        from talkreader import parsing

        return library.pages.has_copy(parsing.parse(raw))
    from talkreader.store.pages.cutting import identity

    return library.pages.find_text(*identity(raw))[0] is not None


def _store(library: Library, raw: RawPage) -> list[int]:
    """Return the id of the page when it was stored, and nothing when it was there."""
    if _is_here(library, raw):
        return []
    from talkreader import parsing

    return [library.pages.save(parsing.parse(raw)).id]
