"""The words that a wiki chose itself for its users' pages, as its signatures show them."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from talkreader.domain.page import Form, RawPage
from talkreader.parsing.blocks.blocks import LINKS, Block
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.language.names import USER, USER_TALK, UserLinks, is_interwiki, normalise

_LINK = re.compile(r"\[\[:?([^\[\]|{}<>\n]{1,300})[|\]]")
_MARKUP = re.compile(r"<[^<>]*>|\[\[(?:[^\[\]|\n]*\|)?|\]\]")
_NEAR = 200  # characters of source between the two links, and between them and the date
_REACH = 100  # visible characters from a link to the date
_LONGEST_WORD = 60
_NO_USERS = frozenset(
    "template file image media category help project portal module mediawiki draft book talk"
    " timedtext".split()
)
"""What MediaWiki and its extensions call pages of other kinds on every wiki."""
_FEWEST = 2  # people, lest two pages about one thing be taken for a person's


def learnt_spaces(
    raw: RawPage,
    blocks: Sequence[Block],
    users: UserLinks,
    stamps: TimestampFinder,
    *,
    alone: bool,
) -> dict[str, int]:
    """Return the namespaces of users that blocks of a page show and no table has; few have any.

    ``blocks`` are those with dates that nobody signs. A signature has two links to pages of one
    name, a user's and a user's talk page, right before a date, of which the first does not show its
    title: a list of templates does, with the day each was deleted. Two people must sign with the
    same words; with ``alone``, on a page that nobody else signs, one is enough. Source: MediaWiki's
    message "signature", ``[[{{ns:user}}:$1|$2]] ([[{{ns:user_talk}}:$1|talk]])``.
    """
    people: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    last: Block | None = None
    for block in blocks:
        if block is not last:
            text, links = _links(raw, block)
            for found, name in _pairs(text, links, users, stamps):
                people[found].add(name)
        last = block
    spaces: dict[str, int] = {}
    for (own, talk), names in people.items():
        if alone or len(names) >= _FEWEST:
            spaces |= {own: USER, talk: USER_TALK}
    return spaces


_Link = tuple[int, int, str, str]
"""Where a link begins and ends, the title that it leads to, and its label ("" none)."""


def _links(raw: RawPage, block: Block) -> tuple[str, list[_Link]]:
    """Return the links of a block, with the text that they stand in: wikitext as it is written."""
    if raw.form is Form.WIKITEXT and block.source is not None:
        text = raw.text[slice(*block.source)]
        return text, [
            (link.start(), link.end(), link[1], text[link.end() : text.find("]]", link.end())])
            if link[0].endswith("|")
            else (link.start(), link.end(), link[1], "")
            for link in _LINK.finditer(text)
        ]
    links = sorted(mark for mark in block.marks if mark.kind in LINKS)
    return block.text, [
        (mark.start, mark.end, _title(mark.target), block.text[mark.start : mark.end])
        for mark in links
    ]


def _title(target: str) -> str:
    """Return the title in a link's target; that of an address on another wiki is its last part."""
    return unquote(target.rpartition("/")[2]) if "/" in target else target


def _pairs(
    text: str, links: Sequence[_Link], users: UserLinks, stamps: TimestampFinder
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the words of two links before a date that may be of a user, and the name of both."""
    for (_, end, title, label), (start, until, other, _) in pairwise(links):
        own, name = _parted(title)
        talk, same = _parted(other)
        if not name or name != same or own == talk or start - end > _NEAR:
            continue
        if own in _NO_USERS or not label or _parted(_MARKUP.sub("", label))[0] == own:
            continue
        known = [users.user_of(page) is not None for page in (title, other)]
        if all(known) or is_interwiki(own) or is_interwiki(talk):
            continue
        if _dated(text[until : until + _NEAR], stamps):
            yield (own, talk), name


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
