"""Where a link of a page leads inside the library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Destination:
    """A page of the library, and what of it: a comment's name, or a heading; "" the page itself."""

    page: int
    comment: str = ""
    heading: str = ""


def destination(
    target: str, here: PageInfo, stored: Callable[[PageKey], Iterable[PageInfo]]
) -> Destination | None:
    """Return where a link leads; None when the library has no such page.

    ``target`` is a title with ``#anchor``, or an address, which names its wiki. A title alone is
    looked for on the wiki of the page that links, then among pages of no known wiki. ``stored``
    returns the copies of a page.
    """
    sites, title, anchor = _parts(target)
    if not title:
        return _at(here.id, anchor) if anchor and not sites else None
    if title == _plain(here.title) and (not sites or here.site in sites):
        return _at(here.id, anchor)
    for site in sorted(sites) if sites else (here.site, ""):
        found = [info for info in stored(PageKey(site, title)) if info.current]
        if found:
            return _at(found[-1].id, anchor)
    return None


def _parts(target: str) -> tuple[set[str], str, str]:
    """Return the names that its wiki could have (none: not said), the title and the anchor."""
    sites: set[str] = set()
    if "://" in target or target.startswith("//"):
        try:
            parts = urlsplit(target)
        except ValueError:  # "https://[broken": it leads nowhere, but it has been written
            return {target}, "", ""
        host = (parts.hostname or "").removeprefix("www.")
        sites = {host, host.replace(".m.", ".", 1)}
        path = parts.path
        for query in parts.query.split("&"):
            if query.startswith("title="):
                path = query.removeprefix("title=")
        title = unquote(path.removeprefix("/wiki/").removeprefix("/"))
        return sites, _plain(title), unquote(parts.fragment)
    title, _, anchor = target.partition("#")
    return sites, _plain(unquote(title)), unquote(anchor)


def _plain(title: str) -> str:
    """Return a title as MediaWiki compares it: spaces, and a capital first."""
    words = " ".join(title.replace("_", " ").removeprefix(":").split())
    return words[:1].upper() + words[1:]


def _at(page: int, anchor: str) -> Destination:
    if anchor.startswith("c-"):
        return Destination(page, comment=anchor)
    return Destination(page, heading=" ".join(anchor.replace("_", " ").split()))
