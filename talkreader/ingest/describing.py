"""What a person knows of a page and its file does not say: the page is read again with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError
from talkreader.domain.page import PageInfo, PageKey, RawPage
from talkreader.domain.progress import Progress

if TYPE_CHECKING:
    from talkreader.archives import Hints
    from talkreader.store import Library


def describe_page(
    library: Library, page_id: int, hints: Hints, progress: Progress | None = None
) -> PageInfo:
    """Return a stored page as what the person says it is, where its file says nothing itself.

    All copies of it that came in the same file are described so; with them go the notes, the
    corrections and the place in it, unless there are copies from elsewhere. Where the library has
    this very text under that title already, that page is returned.

    Raises: KeyError: there is no page of this id; LibraryError; Cancelled.
    """
    from talkreader import parsing

    info = library.pages.get(page_id)
    copies = library.pages.versions(info.key)
    own = [copy for copy in copies if _same_file(copy, info)]
    known = _said_by_file(library, info, hints, progress or Progress())
    strays = _strays(library, info)  # while they can be told by where they stand
    now = info
    for copy in own:
        raw = library.pages.contents(copy.id).raw
        raw = replace(
            raw,
            title=known.title,
            site=known.site,
            language=known.language,
            namespace=raw.namespace if known.namespace is None else known.namespace,
        )
        described = library.pages.describe(copy.id, parsing.parse(raw, library.known_labels()))
        if copy.id == page_id:
            now = described
    if len(own) == len(copies) and now.key != info.key:
        library.rename_page(info.key, now.key, strays)
    return now


def join_copies(
    library: Library, one: int, other: int, progress: Progress | None = None
) -> PageInfo:
    """Make two stored pages, of which one names no site, copies of one page; return the first.

    The copy that was imported last is the current one, and the notes of both stand on it.

    Raises: KeyError: there is no such page; LibraryError; Cancelled.
    """
    from talkreader.archives import Hints
    from talkreader.store.pages.cutting import copied

    infos = library.pages.get(one), library.pages.get(other)
    unnamed, named = sorted(infos, key=lambda info: bool(info.site))
    became, files = unnamed, set[tuple[str, str]]()
    for copy in library.pages.versions(unnamed.key):
        file = copy.origin.path, copy.origin.member
        if file in files:
            continue  # it was described with the others of its file
        files.add(file)
        its = unnamed if _same_file(copy, unnamed) else copy
        hints = Hints(named.title, named.site, named.language, its.form)
        described = describe_page(library, its.id, hints, progress)
        became = described if its is unnamed else became
    if (named.imported, named.id) > (unnamed.imported, unnamed.id):
        with library.pages.bulk() as writer:
            writer.meet(named.id, copied(library.pages.contents(named.id).raw))
    return library.pages.get(became.id if one == unnamed.id else one)


def use_copy(library: Library, page: int) -> PageInfo:
    """Make a stored copy the current one of its page, whatever it lacks; return it.

    Raises: KeyError: there is no such page; LibraryError.
    """
    from talkreader.store.pages.cutting import copied

    raw = library.pages.contents(page).raw
    with library.pages.bulk() as writer:
        writer.meet(page, copied(raw), wanted=True)
    return library.pages.get(page)


def _strays(library: Library, info: PageInfo) -> list[tuple[str, str]]:
    """Return the notes and names of comments that a page has, though the notes name another.

    Only pages without a title take in notes of each other.
    """
    if info.title:
        return []
    names = {comment.name for comment in library.pages.contents(info.id).parsed().comments} - {""}
    return [
        (note.id, target.comment)
        for note in library.notes_for(info.key, names)
        for target in note.targets
        if target.comment in names
        and not target.title
        and PageKey(target.site, target.title) != info.key
    ]


def _same_file(one: PageInfo, other: PageInfo) -> bool:
    return (one.origin.path, one.origin.member) == (other.origin.path, other.origin.member)


def _said_by_file(library: Library, info: PageInfo, hints: Hints, progress: Progress) -> RawPage:
    """Return the page as its file gives it with what the person says."""
    from talkreader import archives

    path = Path(info.origin.path)
    try:
        if path.is_file():
            for raw in archives.open_archive(path, progress, hints).pages():
                return raw
    except (ArchiveError, OSError):
        pass  # it has changed, or gone: the library has its text
    source = library.pages.contents(info.id).source
    return next(archives.open_text(source, hints).pages())
