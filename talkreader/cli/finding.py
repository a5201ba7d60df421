"""Searches on the command line, and everything one person said."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from talkreader.cli.common import (
    DONE,
    NOT_UNDERSTOOD,
    counted,
    fail,
    hint,
    library_of,
    name_of,
    point,
    print_json,
)
from talkreader.domain.errors import QueryError

if TYPE_CHECKING:
    from talkreader.domain.query import Query
    from talkreader.store import Library

ORDERS = ("newest", "oldest", "relevance", "page")
_DIGITS = 18  # what the database counts with
_ALIKE = 5
STYLES = ("text", "markdown", "bibtex", "csl-json")


def add_search_options(parser: argparse.ArgumentParser) -> None:
    """Give ``search`` its words and options."""
    parser.add_argument("query", nargs="+", metavar="QUERY")
    parser.add_argument("--limit", type=whole, default=50, help="how many are shown (50)")
    parser.add_argument("--offset", type=whole, default=0, help="how many are left out before them")
    parser.add_argument("--order", choices=ORDERS, default="newest")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--count", action="store_true", help="only how many there are")
    what.add_argument("--facets", action="store_true", help="how many by person, year, page …")
    what.add_argument("--cite", choices=STYLES, help="whole texts with their sources")


def add_person_options(parser: argparse.ArgumentParser) -> None:
    """Give ``person`` its name and words."""
    parser.add_argument("name", metavar="NAME", help="a user name, or the name that is shown")
    # with a default, for argparse would else call it required where the name is missing
    parser.add_argument("query", nargs="*", metavar="QUERY", default=[],
                        help="only comments that match")  # fmt: skip


def whole(text: str) -> int:
    """Return a number of hits. Raises: ArgumentTypeError."""
    if not text.isdecimal() or len(text) > _DIGITS:
        raise argparse.ArgumentTypeError(f"“{text}” is no number of hits")
    return int(text)


def search(arguments: argparse.Namespace) -> int:
    """Search the library."""
    from talkreader.domain.query import Order
    from talkreader.exporting.threads_json import facets_json, hits_json
    from talkreader.exporting.width import printable

    query = _understood(arguments.query)
    if query is None:
        return NOT_UNDERSTOOD
    order = Order(arguments.order)
    query = replace(query, order=order, limit=arguments.limit, offset=arguments.offset)
    as_json = arguments.format == "json"
    with library_of(arguments) as library:
        if arguments.count:
            print(library.count(query))
        elif arguments.facets:
            facets = facets_json(library.facets(query))
            if as_json:
                print_json(facets)
            else:
                _print_counts(facets)
        elif arguments.cite:
            print(printable(_cited(library, query, arguments.cite)))
        else:
            hits = library.search(query)
            rows = hits_json(hits)
            if as_json:
                print_json(rows)
            else:
                bare = {info.id: name_of(info) for info in library.pages.all() if not info.title}
                _print_hits(rows, [bare.get(hit.page, "") for hit in hits])
    return DONE


def person(arguments: argparse.Namespace) -> int:
    """Show what somebody said, in numbers."""
    from talkreader.exporting.threads_json import profile_json
    from talkreader.exporting.width import printable

    query = _understood(arguments.query)
    if query is None:
        return NOT_UNDERSTOOD
    words = query.root if arguments.query else None
    with library_of(arguments) as library:
        profile = profile_json(library.profile(arguments.name, words))
        alike = [] if profile["total"] else library.suggest("from", arguments.name)
    if arguments.format == "json":
        print_json(profile)
        return DONE
    if alike:
        names = ", ".join(f"“{name}”" for name in alike[:_ALIKE])
        print(printable(f"talkreader: nobody here is called so, but {names}"), file=sys.stderr)
    said = counted(int(str(profile["total"])), "comment")
    said = f"{profile['comments']} of {said}" if words else said
    span = f", {profile['first']} to {profile['last']}" if profile["first"] else ""
    print(printable(f"{profile['name']}: {said}{span}"))
    lists = ("names", "months", "pages", "sections", "answers", "answered_by")
    _print_counts({name: profile[name] for name in lists})
    return DONE


def _understood(words: Sequence[str]) -> Query | None:
    """Return the search; None when it is none: then it was told why, and where."""
    from talkreader.domain.grammar import parse_query

    text = " ".join(words)
    try:
        query = parse_query(text)
    except QueryError as error:
        fail(error)
        point(error, text)
        return None
    hint(query)
    return query


def _cited(library: Library, query: Query, style: str) -> str:
    from talkreader import reading
    from talkreader.exporting import QuotationStyle, quotation

    quotations = reading.quotations_of(library, library.search(query))
    return quotation(quotations, QuotationStyle(style)).rstrip("\n")


def _print_hits(rows: Iterable[dict[str, Any]], files: Iterable[str]) -> None:
    from talkreader.exporting.width import printable

    for row, file in zip(rows, files, strict=True):
        place = " › ".join(filter(None, (str(row["page"] or file), row["section"])))
        print(printable(f"{row['timestamp'] or '':17} {row['author'] or '—'}  {place}"))
        print(printable(f"    {row['snippet']}"))


def _print_counts(lists: dict[str, Any]) -> None:
    from talkreader.exporting.width import printable

    for name, counts in lists.items():
        if not isinstance(counts, list) or not counts:
            continue
        print(f"\n{name.replace('_', ' ')}:")
        for count in counts:
            words = " › ".join(
                str(value) for key, value in count.items() if value and key != "comments"
            )
            print(printable(f"{count['comments']:8}  {words}"))
