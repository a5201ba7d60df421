"""Notes that a query finds: the same grammar, over words a person wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from talkreader.domain.note import Note
from talkreader.domain.query import (
    AllOf,
    AnyOf,
    Filter,
    Hit,
    HitKind,
    Node,
    Not,
    Phrase,
    Query,
    Regex,
    Word,
)
from talkreader.store.index.compiling import Sql
from talkreader.store.search.evaluating import Text, evaluate
from talkreader.store.search.matching import Finder
from talkreader.store.search.noted import NotedPlaces, Place
from talkreader.store.search.snippets import snippet
from talkreader.store.search.tags import tagged
from talkreader.store.values.folding import IGNORED, fold, fold_name, pieces
from talkreader.store.values.spelling import spellings


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
    """Yield the notes that match, the one written last first.

    The file says which notes may match; only those are read, and only as they are asked for.
    """
    for hit, _start in find_placed_notes(query, noted):
        yield hit


def find_placed_notes(query: Query, noted: NotedPlaces) -> Iterator[tuple[Hit, int]]:
    """Yield as `find_notes` does, each with where its words began in the comment, 0 for none."""
    if not asks_for_notes(query.root):
        return
    conditions = [] if (narrowed := _narrowed(query.root)) is None else [narrowed]
    if query.page is not None:
        names = json.dumps(noted.names_on(query.page))
        conditions.append((_ON_PAGE, (*noted.title_of(query.page), names)))
    may_match = noted.notes(_joined(" AND ", conditions))
    if (first := next(may_match, None)) is None:
        return  # most often: nothing is made ready for it
    matches, finder = evaluate(query.root), Finder(query.root)
    fields = frozenset(_fields(query.root))
    for note in chain([first], may_match):
        words = words_of(note)
        if matches(_as_text(note, words, fields)):
            place = noted.today(note.targets[0])
            if query.page in (None, place.page):
                yield _hit(note, words, finder, place, noted), note.targets[0].start


_ON_PAGE = (
    "id IN (SELECT note FROM target WHERE place = 0 AND site = ? AND (title = ?"
    " OR comment = '' OR comment IN (SELECT value FROM json_each(?))))"
)
_FIRST = 30
_CONTAINS = f"instr(replace(folded, char({ord(IGNORED)}), ''), ?)"


def _narrowed(node: Node) -> Sql | None:
    """Return a condition on the rows of notes that no match fails; None: any may match.

    A note's ``folded`` holds its words, its quotes and its tags, so it may hold too much for a
    word; `evaluate` says the rest.
    """
    match node:
        case Word(text) | Phrase(text):
            return _joined(" OR ", list(map(_containing, spellings(text))))
        case Filter("tag", value):
            ids, values = tagged(value)
            return f"id IN ({ids})", values
        case AllOf(nodes):
            known = [part for inner in nodes if (part := _narrowed(inner)) is not None]
            return _joined(" AND ", known) if known else None
        case AnyOf(nodes):
            parts_of = [_narrowed(inner) for inner in nodes]
            some = [part for part in parts_of if part is not None]
            return _joined(" OR ", some) if some and len(some) == len(parts_of) else None
        case _:
            return None


def _containing(folded: str) -> Sql:
    """Return the condition that a note holds these words; of a whole text the first ones."""
    found = [word for _run, word, _gap in islice(pieces(folded), _FIRST)] or [folded.strip()]
    return _joined(" AND ", [(_CONTAINS, (part.replace(IGNORED, ""),)) for part in found])


def _joined(word: str, conditions: Sequence[Sql]) -> Sql:
    text = word.join(f"({condition})" for condition, _values in conditions) or "1"
    return text, tuple(value for _condition, values in conditions for value in values)


def _fields(node: Node) -> Iterator[str]:
    match node:
        case Filter(name, _value):
            yield name
        case Not(inner):
            yield from _fields(inner)
        case AllOf(nodes) | AnyOf(nodes):
            for part in nodes:
                yield from _fields(part)
        case _:
            pass


def _hit(note: Note, text: str, finder: Finder, place: Place, noted: NotedPlaces) -> Hit:
    target = note.targets[0]
    # where the comment stands today, which may be an archive of the page
    _site, title = noted.title_of(place.page)
    matches = finder.matches(text)
    cut, marks, _shown = snippet(text, matches)
    return Hit(
        kind=HitKind.NOTE,
        page=place.page,
        site=target.site,
        title=title or target.title,
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


def _as_text(note: Note, words: str, fields: frozenset[str]) -> Text:
    """Return of a note what these fields of a query ask; it has no namespace, answers nobody."""
    names = "in" in fields or "site" in fields
    return Text(
        text=words,
        folded=fold("\n".join((words, *note.tags))),
        people=frozenset({fold_name(_author(note))}) if "from" in fields else frozenset(),
        places=tuple(f"{fold_name(t.title)}\n{fold_name(t.section)}" for t in note.targets)
        if names
        else (),
        sites=tuple(fold_name(t.site) for t in note.targets) if names else (),
        moment=note.modified,
        tags=tuple(map(fold_name, note.tags)) if "tag" in fields else (),
        noted=True,
    )
