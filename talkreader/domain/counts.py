"""What a search found, counted: by whom, when, where; and everything one person said."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple


class Count(NamedTuple):
    """How many hits there are of one value; ``value`` is what the field of a query takes."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The hits of a search by their author, year, page and language, the largest number first.

    Years come newest first. ``counted`` hits were looked at, the newest; ``complete``: that is all
    of them. A text in two languages counts in both.
    """

    authors: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()
    pages: tuple[Count, ...] = ()
    languages: tuple[Count, ...] = ()
    counted: int = 0
    complete: bool = True


class Answered(NamedTuple):
    """The comment that a hit answers: who said it, and how it begins (one line)."""

    author: str | None
    words: str


class PlaceCount(NamedTuple):
    """How many comments somebody wrote on a page (``section`` "") or in one of its sections.

    ``file`` is the name of the file that a page without a title came in; ``site``: of its wiki.
    """

    page: int
    title: str
    section: str
    number: int
    file: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one person said, in numbers, or as much of it as has some words in it.

    ``total`` comments by the people of this name, ``found`` of them with the words (all, without
    words); everything else is about those. ``months`` are ("2021-09", comments), oldest first,
    without the empty ones; ``undated`` comments are in none of them. ``answers``: whom they answer;
    ``answered_by``: who answers them; both by name, the person's own name among them.
    ``names``: the user names and shown names they signed with.
    """

    name: str
    total: int = 0
    found: int = 0
    first: datetime | None = None
    last: datetime | None = None
    undated: int = 0
    months: tuple[Count, ...] = ()
    pages: tuple[PlaceCount, ...] = ()
    page_count: int = 0
    sections: tuple[PlaceCount, ...] = ()
    section_count: int = 0
    answers: tuple[Count, ...] = ()
    answered_by: tuple[Count, ...] = ()
    names: tuple[Count, ...] = field(default=())
