"""Searches inside a version that is not current: the index does not know it, so it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from talkreader.domain.correction import Correction
from talkreader.domain.page import PageInfo
from talkreader.domain.query import Hit, HitKind, Order, Query
from talkreader.domain.replaying import Part, apply_corrections
from talkreader.domain.thread import Comment, ParsedPage, Prose, Section, Signature
from talkreader.store.pages.contents import PageContents
from talkreader.store.search.evaluating import Text, evaluate
from talkreader.store.search.matching import Finder
from talkreader.store.search.snippets import snippet
from talkreader.store.values.folding import fold, fold_name


def find_in_contents(
    query: Query, contents: PageContents, corrections: Sequence[Correction] = ()
) -> list[Hit]:
    """Return all hits in one page, in the order that the query asks for; notes play no part.

    The page is searched as it is corrected. Relevance is newest first here: one page is short.
    """
    matches, finder = evaluate(query.root), Finder(query.root)
    corrected = apply_corrections(contents.parsed(), corrections)
    page = corrected.page
    found = [
        _hit(finder, contents, page, item, corrected.parts)
        for item in page.items()
        if not (isinstance(item, Section) and item.heading is None)
        and matches(text_of(contents.info, page.sections, page.comments, item))
    ]
    if query.order is Order.PAGE:
        return found
    # what has no date is the oldest, as in the index
    found.sort(
        key=lambda hit: hit.timestamp.timestamp() if hit.timestamp else 0.0,
        reverse=query.order is not Order.OLDEST,
    )
    return found


def first_names(comment: Comment) -> frozenset[str]:
    """Return who wrote a comment, by the names of its first signature or a correction, folded."""
    return _names(replace(comment, signatures=comment.signatures[:1]))


def _names(comment: Comment) -> frozenset[str]:
    if comment.corrected_author is not None:
        return frozenset({fold_name(comment.corrected_author)} - {""})
    return frozenset(_folded_names(comment.signatures))


def _folded_names(signatures: tuple[Signature, ...]) -> Iterator[str]:
    for signature in signatures:
        for name in (signature.author, signature.display_name):
            if name is not None:
                yield fold_name(name)


def _words(item: Section | Comment | Prose) -> str:
    return (item.heading or "") if isinstance(item, Section) else item.body.text


def _section(sections: Sequence[Section], item: Section | Comment | Prose) -> Section:
    return item if isinstance(item, Section) else sections[item.section]


def text_of(
    info: PageInfo,
    sections: Sequence[Section],
    comments: Sequence[Comment],
    item: Section | Comment | Prose,
) -> Text:
    """Return a heading, comment or piece of prose as the fields of a query ask about it."""
    section: Section | None = _section(sections, item)
    places = [fold_name(info.title)]
    while section is not None:
        places.append(fold_name(section.heading or ""))
        section = None if section.parent is None else sections[section.parent]
    people = answered = frozenset[str]()
    moment = None
    if isinstance(item, Comment):
        people, moment = _names(item), item.timestamp
        if item.parent is not None:
            answered = _names(comments[item.parent])
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


def _hit(
    finder: Finder,
    contents: PageContents,
    page: ParsedPage,
    item: Section | Comment | Prose,
    parts: Sequence[Sequence[Part]],
) -> Hit:
    words = _words(item)
    matches = finder.matches(words)
    cut, marks, _shown = snippet(words, matches)
    comment = item if isinstance(item, Comment) else None
    index = page.prose.index(item) if isinstance(item, Prose) else item.index
    moved = False
    if comment is not None:
        index = parts[comment.index][0].copy
        moved = words != contents.comments[index].body.text
    kinds = {Section: HitKind.HEADING, Comment: HitKind.COMMENT, Prose: HitKind.PROSE}
    return Hit(
        kind=kinds[type(item)],
        page=contents.info.id,
        site=contents.info.site,
        title=contents.info.title,
        section=_section(page.sections, item).heading or "",
        comment=contents.comments[index].name if comment else "",
        index=index,
        author=comment.author if comment else None,
        timestamp=comment.timestamp if comment else None,
        snippet=cut,
        marks=marks,
        matches=matches,
        now=comment.index if comment and moved else None,
    )
