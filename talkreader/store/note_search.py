"""Notes that a query finds: the same grammar, over words a person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from talkreader.domain.note import Note
from talkreader.domain.query import (
    AllOf,
    AnyOf,
    Filter,
    Hit,
    HitKind,
    Node,
    Phrase,
    Query,
    Regex,
    Word,
)
from talkreader.store.evaluating import Text, evaluate
from talkreader.store.folding import fold, fold_name
from talkreader.store.matching import Finder, snippet
from talkreader.store.noted import NotedPlaces, Place


def asks_for_notes(node: Node) -> bool:
    """Return True when a query can mean notes: it has words, ``tag:`` or ``has:``."""
    match node:
        case Word() | Phrase() | Regex():
            return True
        case Filter(name, _value):
            return name in ("tag", "has")
        case AllOf(nodes) | AnyOf(nodes):
            return any(map(asks_for_notes, nodes))
        case _:
            return False


def words_of(note: Note) -> str:
    """Return what of a note is searched: its text; its quotes when it has none."""
    return note.text or "\n".join(target.exact for target in note.targets)


def find_notes(query: Query, noted: NotedPlaces) -> Iterator[Hit]:
    """Yield the notes that match, the one written last first."""
    if not asks_for_notes(query.root):
        return
    notes = noted.notes()
    if not notes:
        return
    matches, finder = evaluate(query.root), Finder(query.root)
    for note in notes:
        place = noted.place(note.targets[0])
        if query.page not in (None, place.page):
            continue
        words = words_of(note)
        if matches(_as_text(note, words)):
            yield _hit(note, words, finder, place)


def _hit(note: Note, text: str, finder: Finder, place: Place) -> Hit:
    target = note.targets[0]
    matches = finder.matches(text)
    cut, marks, _shown = snippet(text, matches)
    return Hit(
        kind=HitKind.NOTE,
        page=place.page,
        site=target.site,
        title=target.title,
        section=target.section,
        comment=target.comment,
        index=place.index,
        author=_author(note) or None,
        timestamp=note.modified,
        snippet=cut,
        marks=marks,
        matches=matches,
        note=note.id,
    )


def _author(note: Note) -> str:
    """Return who wrote the comment that the note is about, from the comment's name."""
    name = note.targets[0].comment
    return name.removeprefix("c-").rpartition("-")[0].replace("_", " ")


def _as_text(note: Note, words: str) -> Text:
    """Return a note as a query asks about it; it has no namespace and answers nobody."""
    return Text(
        text=words,
        folded=fold("\n".join((words, *note.tags))),
        people=frozenset({fold_name(_author(note))}),
        places=tuple(f"{fold_name(t.title)}\n{fold_name(t.section)}" for t in note.targets),
        sites=tuple(fold_name(t.site) for t in note.targets),
        moment=note.modified,
        tags=tuple(map(fold_name, note.tags)),
        noted=True,
    )
