"""Searches inside a version that is not current: the index does not know it, so it is read."""

from __future__ import annotations

from collections.abc import Iterator

from talkreader.domain.page import PageInfo
from talkreader.domain.query import Hit, HitKind, Order, Query
from talkreader.domain.thread import Comment, Prose, Section, Signature
from talkreader.store.contents import PageContents
from talkreader.store.evaluating import Text, evaluate
from talkreader.store.folding import fold, fold_name
from talkreader.store.matching import Finder, snippet


def find_in_contents(query: Query, contents: PageContents) -> list[Hit]:
    """Return all hits in one page, in the order that the query asks for; notes play no part.

    Relevance is newest first here: one page is short.
    """
    matches, finder = evaluate(query.root), Finder(query.root)
    found = [
        _hit(finder, contents, item)
        for item in contents.parsed().items()
        if not (isinstance(item, Section) and item.heading is None)
        and matches(_as_text(contents, item))
    ]
    if query.order is Order.PAGE:
        return found
    # what has no date is the oldest, as in the index
    found.sort(
        key=lambda hit: hit.timestamp.timestamp() if hit.timestamp else 0.0,
        reverse=query.order is not Order.OLDEST,
    )
    return found


def _names(signatures: tuple[Signature, ...]) -> frozenset[str]:
    return frozenset(_folded_names(signatures))


def _folded_names(signatures: tuple[Signature, ...]) -> Iterator[str]:
    for signature in signatures:
        for name in (signature.author, signature.display_name):
            if name is not None:
                yield fold_name(name)


def _words(item: Section | Comment | Prose) -> str:
    return (item.heading or "") if isinstance(item, Section) else item.body.text


def _section(contents: PageContents, item: Section | Comment | Prose) -> Section:
    return item if isinstance(item, Section) else contents.sections[item.section]


def _as_text(contents: PageContents, item: Section | Comment | Prose) -> Text:
    info: PageInfo = contents.info
    section: Section | None = _section(contents, item)
    places = [fold_name(info.title)]
    while section is not None:
        places.append(fold_name(section.heading or ""))
        section = None if section.parent is None else contents.sections[section.parent]
    people = answered = frozenset[str]()
    moment = None
    if isinstance(item, Comment):
        people, moment = _names(item.signatures), item.timestamp
        if item.parent is not None:
            answered = _names(contents.comments[item.parent].signatures)
    return Text(
        text=_words(item),
        folded=fold(_words(item)),
        people=people,
        answered=answered,
        places=tuple(places),
        sites=(fold_name(info.site),),
        namespace=info.namespace,
        language=info.language,
        moment=moment,
    )


def _hit(finder: Finder, contents: PageContents, item: Section | Comment | Prose) -> Hit:
    words = _words(item)
    matches = finder.matches(words)
    cut, marks, _shown = snippet(words, matches)
    comment = item if isinstance(item, Comment) else None
    index = contents.prose.index(item) if isinstance(item, Prose) else item.index
    kinds = {Section: HitKind.HEADING, Comment: HitKind.COMMENT, Prose: HitKind.PROSE}
    return Hit(
        kind=kinds[type(item)],
        page=contents.info.id,
        site=contents.info.site,
        title=contents.info.title,
        section=_section(contents, item).heading or "",
        comment=comment.name if comment else "",
        index=index,
        author=comment.author if comment else None,
        timestamp=comment.timestamp if comment else None,
        snippet=cut,
        marks=marks,
        matches=matches,
    )
