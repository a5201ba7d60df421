"""User names: which link target names a person, and how a name is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import unquote

from talkreader.parsing.language.languages import languages, words
from talkreader.parsing.language.links import link_target

USER = 2
USER_TALK = 3
SPECIAL = -1

_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e]")  # MediaWiki's titles have none of them
_WITHOUT_QUERY = re.compile(r"\?action=edit(?:&|&amp;)redlink=1$")
# Of Wikimedia's interwiki map, and its codes of languages that are not MediaWiki's.
_PROJECTS = frozenset(
    "m meta metawikipedia w wikipedia wikt wiktionary d wikidata c commons mw mediawiki b q s n "
    "v species voy wikivoyage wikibooks wikisource wikinews wikiquote wikiversity f metawiki "
    "commonswiki mediawikiwiki wikidatawiki wikispecies wikifunctions incubator outreach wmf "
    "foundation wikimania wikitech translatewiki betawiki test testwiki test2wiki simple minnan "
    "zh-yue zh-min-nan zh-classical be-x-old bat-smg fiu-vro roa-rup roa-tara cbk-zam map-bms "
    "nds-nl".split()
)


@lru_cache(maxsize=1)
def _namespace_words() -> dict[str, int]:
    """Return the words of all languages for the user, user talk and special namespaces."""
    rows = languages().values()
    table = dict.fromkeys(words(row.special for row in rows) | {"special"}, SPECIAL)
    table |= dict.fromkeys(words(row.user_talk for row in rows) | {"user talk", "ut"}, USER_TALK)
    return table | dict.fromkeys(words(row.user for row in rows) | {"user", "u"}, USER)


# Names that Wikimedia's sites configure for themselves, so MediaWiki's messages do not have them.
# Source: facts on DiscussionTools, section 8 (plwiki); the others as their wikis' siteinfo shows.
_SITE_WORDS = {
    "wikipedysta": USER, "wikipedystka": USER, "dyskusja wikipedysty": USER_TALK,
    "dyskusja wikipedystki": USER_TALK, "wikiskryba": USER, "wikireporter": USER,
    "dyskusja wikiskryby": USER_TALK, "dyskusja wikireportera": USER_TALK,
    "участник": USER, "участница": USER, "обсуждение участника": USER_TALK,
    "обсуждение участницы": USER_TALK, "wikipedista": USER, "wikipedistka": USER,
    "diskuse s wikipedistou": USER_TALK, "diskuse s wikipedistkou": USER_TALK,
    "usuário(a)": USER, "usuário(a) discussão": USER_TALK,
}  # fmt: skip


@lru_cache(maxsize=1)
def _contributions_words() -> frozenset[str]:
    return words(row.contributions for row in languages().values()) | {"contributions", "contribs"}


def is_interwiki(prefix: str) -> bool:
    """Say whether a prefix names another wiki: a language or a project of Wikimedia."""
    folded = prefix.strip().casefold()
    return folded in _PROJECTS or folded in languages()


def normalise(name: str) -> str:
    """Return a user name as MediaWiki writes it: spaces, first letter up, addresses in capitals."""
    if "_" in name or "  " in name or not name.isprintable() or name.strip(" ") != name:
        name = " ".join(_UNSEEN.sub("", name).replace("_", " ").split())
    if ":" in name and _is_address(name):
        return name.upper()
    first = name[:1]
    capital = first.upper()
    # those of Georgian are for words all in capitals, but a wiki that does not know begins with one
    if "\u10d0" <= first <= "\u10ff" or len(capital) > 1:
        return name
    return (first.lower() if "\u1c90" <= first <= "\u1cbf" else capital) + name[1:]


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def owner(title: str) -> str | None:
    """Return whose user page (or subpage) a title names; None for other pages."""
    space, colon, name = title.partition(":")
    number = _namespace_words().get(" ".join(space.casefold().split()))
    name = name.partition("/")[0].strip()
    return normalise(name) if colon and number in (USER, USER_TALK) and name else None


_SCHEMES = re.compile(r"(?:https?:|ftps?:|irc:|news:)?//")
# A page of MediaWiki's own, by its title or its address: "Special" is a word of every wiki.
_SPECIAL_PAGE = re.compile(r"(?:https?://[^/?#]+/wiki/)?Special:([^/?#%]+)(?:/[^?#]*)?$")
_LOUD = re.compile("[:%#=?&']")
# An address without a colon, or a place: the title in it, if there is one, has no namespace. Nor is
# it empty, as nothing but spaces would be.
_ELSEWHERE = re.compile(r"(?:https?:)?//(?:[A-Za-z0-9]++_?|[./?=&~,;!*()@$-])*+")


def may_lead_to_user(target: str) -> bool:
    """Say whether a link's target, a title or an address, may name a user; few do.

    A place on the page itself is its owner's, and so is no title at all.
    """
    if ":" in target and "//" not in target and "Special:" not in target:
        return True  # as most that may
    scheme = _SCHEMES.match(target) if "//" in target else None
    if _LOUD.search(target, scheme.end() if scheme else 0):
        special = _SPECIAL_PAGE.match(target) if "Special:" in target else None
        if special is None:
            return True
        return special[1].replace("_", " ").strip().casefold() in _contributions_words()
    return not target.replace("_", " ").strip()


class UserLinks:
    """Reads user names out of link targets, in the site's own words and in all languages'.

    ``namespaces`` are the site's names and aliases, if the archive tells; ``title`` is the page's
    own.
    """

    def __init__(self, namespaces: Mapping[str, int] | None = None, title: str = "") -> None:
        self._titles = _titles(tuple((namespaces or {}).items()))
        self._title = title

    @property
    def site(self) -> object:
        """What is the same for all pages of a site with the same words for its namespaces."""
        return self._titles

    def user_of(self, target: str) -> str | None:
        """Return the user that a link target names; None for any other page, and for subpages.

        Source: DiscussionTools takes User, User talk and Special:Contributions/NAME, no subpages.
        """
        user = self._titles.user_of(target)
        return self._titles.named(self._title) if user == _SELF else user

    def names_person(self, space: str, name: str) -> bool:
        """Say whether a namespace is of users, and a name in it is written as users' are."""
        return self._titles.names_person(space, name)


_ODD = re.compile("[#:/?]")  # in a name that is more than a name
# of an address that names a page
_PART = re.compile(r"[/=]([^/:=?#&]{1,60}):(?=([^/?#&][^?#&]*))")
_LONGEST_ADDRESS = 2_000  # characters: no title has more than 255 bytes
_MOST_PREFIXES = 2  # of a project, and of a language there: "w:de:"
_SELF = "#"  # no user can have this name
_MOST = 4_000


class _Titles:
    """Reads user names out of titles, with the words of one site; remembers what it read."""

    def __init__(self, namespaces: Iterable[tuple[str, int]]) -> None:
        self._words = {**_namespace_words(), **_SITE_WORDS}
        for word, number in namespaces:
            folded = word.casefold().replace("_", " ")
            if number in (USER, USER_TALK, SPECIAL):
                self._words[folded] = number
            elif folded in self._words and number >= 0 and word:
                del self._words[folded]
        self._cache: dict[str, str | None] = {}

    def user_of(self, target: str) -> str | None:
        """Return the user that a link target names; `_SELF` for a place on the page itself."""
        if ":" not in target and target[:1].isalnum() and "//" not in target:
            return None  # some page's title, as most are
        user = self._cache.get(target, "")
        if user == "":  # no user has this name: not met before
            if "//" in target and _ELSEWHERE.fullmatch(target):
                return None  # and not remembered: addresses are many, and seldom return
            if len(self._cache) >= _MOST:
                self._cache.clear()
            user = self._cache[target] = self._read(target)
        return user

    def names_person(self, space: str, name: str) -> bool:
        """Say whether a namespace is of users, and a name in it is written as users' are."""
        number = self._words.get(space.casefold())
        return number in (USER, USER_TALK) and not _ODD.search(name) and normalise(name) == name

    def _read(self, target: str) -> str | None:
        space, colon, name = target.partition(":")
        if colon and not _ODD.search(name) and space.casefold() in self._words:
            number = self._words[space.casefold()]
            if number in (USER, USER_TALK):  # as nearly all are
                return normalise(name) or None
        if "/" in target and ("//" in target or target[0] in "/."):
            # another wiki's page, or this one's by its address
            target = link_target(target) or self._in_path(target)
        if "?" in target:
            target = _WITHOUT_QUERY.sub("", target)
        page = target.partition("#")[0].replace("_", " ").strip()
        if target.startswith("#") or not page:
            return _SELF
        return self.named(page)

    def _in_path(self, address: str) -> str:
        """Return the user's page in an address; ":" without one.

        Each wiki chooses where its pages lie ($wgArticlePath): ``/title/User:Ada``, ``/User:Ada``.
        """
        for match in _PART.finditer(unquote(address[:_LONGEST_ADDRESS])):
            if self._words.get(" ".join(match[1].replace("_", " ").casefold().split())):
                return f"{match[1]}:{match[2]}"
        return ":"

    def named(self, page: str) -> str | None:
        """Return the user that a page's title names."""
        space, colon, name = page.lstrip(":").strip().partition(":")
        if not colon:
            return None
        number = self._words.get(" ".join(space.casefold().split()))
        for _ in range(_MOST_PREFIXES):
            if number is not None or not is_interwiki(space):
                break
            space, colon, name = name.lstrip(":").strip().partition(":")
            number = self._words.get(" ".join(space.casefold().split()))
        name = name.strip()
        if number == SPECIAL:
            command, slash, who = name.partition("/")
            if not slash or command.strip().casefold() not in _contributions_words():
                return None
            name = who.strip()
        elif number not in (USER, USER_TALK):
            return None
        if not name or ("/" in name and not _is_address(name.partition("/")[0])):
            return None
        if "/" in name:  # an address range's page
            return None
        return normalise(name)


@lru_cache(maxsize=8)
def _titles(namespaces: tuple[tuple[str, int], ...]) -> _Titles:
    """Return the reader for a site's namespaces."""
    return _Titles(namespaces)
