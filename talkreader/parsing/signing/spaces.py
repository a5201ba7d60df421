"""The words that a wiki chose itself for its users' pages, as its signatures show them."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from talkreader.domain.page import Form, RawPage
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.language.links import link_target
from talkreader.parsing.language.names import USER, USER_TALK, UserLinks, is_interwiki, normalise

_LINK = re.compile(r"\[\[:?([^\[\]|{}<>\n]{1,300})[|\]]")
_HREF = re.compile(r"<a\b[^<>]*?\shref=(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})')[^<>]*>")
_MARKUP = re.compile(r"<[^<>]*>|\[\[(?:[^\[\]|\n]*\|)?|\]\]")
_NEAR = {Form.WIKITEXT: 200, Form.HTML: 600}  # characters of source between the two links
_REACH = 100  # visible characters from a link to the date
_LONGEST_WORD = 60
_FEWEST = 2  # people, lest two pages about one thing be taken for a person's


def learnt_spaces(
    raw: RawPage, users: UserLinks, stamps: TimestampFinder, *, alone: bool
) -> dict[str, int]:
    """Return the namespaces of users that a page shows and no table has; empty as a rule.

    A signature has two links to pages of one name, a user's and a user's talk page, right before
    a date. Two people must sign with the same words; with ``alone``, on a page that nobody else
    signs, one is enough. Source: MediaWiki's message "signature",
    ``[[{{ns:user}}:$1|$2]] ([[{{ns:user_talk}}:$1|talk]])``.
    """
    people: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    near = _NEAR.get(raw.form, 0)
    for (_, end, title), (start, until, other) in pairwise(_links(raw)):
        if start - end > near:
            continue
        own, name = _parted(title)
        talk, same = _parted(other)
        if not name or name != same or own == talk:
            continue
        known = [users.user_of(page) is not None for page in (title, other)]
        if all(known) or is_interwiki(own) or is_interwiki(talk):
            continue
        if _dated(raw.text[until : until + near], stamps):
            people[own, talk].add(name)
    spaces: dict[str, int] = {}
    for (own, talk), names in people.items():
        if alone or len(names) >= _FEWEST:
            spaces |= {own: USER, talk: USER_TALK}
    return spaces


def _links(raw: RawPage) -> Iterator[tuple[int, int, str]]:
    """Yield where the links of a page's source begin and end, and the titles they lead to."""
    if raw.form is Form.WIKITEXT:
        for link in _LINK.finditer(raw.text):
            yield link.start(), link.end(), link[1]
    elif raw.form is Form.HTML:
        for link in _HREF.finditer(raw.text):
            address = html.unescape(link[1] or link[2])
            title = link_target(address) or unquote(address.rpartition("/")[2])
            yield link.start(), link.end(), title


def _parted(title: str) -> tuple[str, str]:
    """Return a title's namespace, case folded, and the user that it names; "" for no user's."""
    space, colon, name = title.partition(":")
    space = " ".join(space.replace("_", " ").casefold().split())
    name = name.partition("#")[0].strip()
    if not colon or not 0 < len(space) <= _LONGEST_WORD or "/" in name:
        return "", ""
    return space, normalise(name)


def _dated(source: str, stamps: TimestampFinder) -> bool:
    """Say whether a date follows in the line of a link."""
    words = _MARKUP.sub("", html.unescape(source.partition("\n")[0]))
    return any(stamp.start <= _REACH for stamp in stamps.find(words))
