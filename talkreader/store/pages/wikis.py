"""Which wiki a page is of, where its copies call that by other names.

A saved web page names the host of its wiki, an export the database. Both say from which host they
come, so that a copy of either kind belongs to the page that the library has under the other name.
"""

from __future__ import annotations

import sqlite3

from talkreader.store.pages.cutting import CutPage
from talkreader.store.pages.ties import signed_on
from talkreader.store.values.rows import host_of_raw


class Wikis:
    """Tells under which name the library has the page of a copy."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._named: dict[str, bool] = {}
        """Hosts, and whether a page has that name for its site: asked once, not for each page."""
        self._others: dict[str, bool] = {}
        """Hosts, and whether a page has any other name for its site."""

    def site_of(self, page: CutPage) -> str:
        """Return the site of a page: that of the copy, or the one that the library knows it by.

        The other name is taken for a page of the same title and host with a comment in common. One
        of the two names has to be the host: two databases of one host are two wikis, and a page
        that both of them may have is of neither.
        """
        site, host = page.site, page.host
        if not (site and host and page.title) or not self._may_be_known(site, host):
            return site
        rows = self._connection.execute(
            "SELECT id, site, raw FROM page WHERE folded = ? AND title = ? AND current"
            " AND site != ''",
            (page.columns[0], page.title),
        ).fetchall()
        if any(row[1] == site for row in rows):
            return site
        here = page.signed
        found = set[str]()
        for number, other, raw in rows:
            one_wiki = other == host or (site == host and host_of_raw(raw) == host)
            if one_wiki and not here.isdisjoint(signed_on(self._connection, number)):
                found.add(other)
        return found.pop() if len(found) == 1 else site

    def add(self, site: str) -> None:
        """Know that there is a page of this site."""
        if site in self._named:
            self._named[site] = True
        for host in self._others:
            self._others[host] = self._others[host] or site not in ("", host)

    def _may_be_known(self, site: str, host: str) -> bool:
        known = self._others if site == host else self._named
        if host not in known:
            where = "site > '' AND site < :host OR site > :host" if site == host else "site = :host"
            asked = f"SELECT 1 FROM page WHERE {where} LIMIT 1"  # noqa: S608
            known[host] = self._connection.execute(asked, {"host": host}).fetchone() is not None
        return known[host]
