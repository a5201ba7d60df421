"""Notes that a query finds: the same grammar, over words a person wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from talkreader.domain.grammar import first_moment
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
from talkreader.store import meta
from talkreader.store.folding import fold, fold_name
from talkreader.store.matching import find_matches, snippet, word_pattern
from talkreader.store.noted import NotedPlaces

Test = Callable[[Note, str], bool]
"""Does a note match? It is given the note and its folded words."""


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
    test = _test(query.root)
    for note in noted.notes():
        place = noted.place(note.targets[0])
        if query.page not in (None, place.page):
            continue
        text = words_of(note)
        if test(note, fold("\n".join((text, *note.tags)))):
            yield _hit(note, text, query.root, place.page, place.index)


def _hit(note: Note, text: str, root: Node, page: int, index: int | None) -> Hit:
    target = note.targets[0]
    matches = find_matches(text, root)
    cut, marks = snippet(text, matches)
    return Hit(
        kind=HitKind.NOTE,
        page=page,
        site=target.site,
        title=target.title,
        section=target.section,
        comment=target.comment,
        index=index,
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


def _test(node: Node) -> Test:
    match node:
        case Word(text) | Phrase(text):
            prefix = isinstance(node, Word) and node.prefix
            return _has(re.compile(word_pattern(text, prefix=prefix)))
        case Regex(pattern):
            sought = re.compile(pattern, re.IGNORECASE)
            return lambda note, _folded: sought.search(words_of(note)) is not None
        case Filter(name, value):
            return _filter(name, value)
        case Not(inner):
            excluded = _test(inner)
            return lambda note, folded: not excluded(note, folded)
        case AnyOf(nodes):
            some = list(map(_test, nodes))
            return lambda note, folded: any(test(note, folded) for test in some)
        case AllOf(nodes):
            every = list(map(_test, nodes))
            return lambda note, folded: all(test(note, folded) for test in every)


def _has(pattern: re.Pattern[str]) -> Test:
    return lambda _note, folded: pattern.search(folded) is not None


def _filter(name: str, value: str) -> Test:
    folded = fold_name(value)
    tests: dict[str, Callable[[Note], bool]] = {
        "from": lambda note: fold_name(_author(note)) == folded,
        "in": lambda note: any(
            folded in fold_name(t.title) or folded in fold_name(t.section) for t in note.targets
        ),
        "site": lambda note: any(folded in fold_name(t.site) for t in note.targets),
        "after": lambda note: note.modified >= first_moment(value),
        "before": lambda note: note.modified < first_moment(value),
        "lang": lambda note: (
            meta.language_token(value)
            in map(meta.language_token, meta.languages(fold(words_of(note)), ""))
        ),
        "has": lambda _note: True,
        "tag": lambda note: any(
            tag == folded or tag.startswith(folded + "/") for tag in map(fold_name, note.tags)
        ),
    }
    test = tests.get(name)
    # a note has no namespace and answers nobody
    return lambda note, _folded: test is not None and test(note)
