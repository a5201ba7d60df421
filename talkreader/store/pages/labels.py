"""Whose a signature's label is, as the library's pages with links tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talkreader.store.files.connections import Connections
from talkreader.store.values.folding import fold_name

# A label that is a user's name as well is theirs who signed with it more often.
_WHO = (
    "SELECT author FROM ("
    "SELECT author, comments, 1 AS shown FROM person"
    "  WHERE folded_display = :label AND author IS NOT NULL"
    " UNION ALL SELECT author, comments, 0 FROM person WHERE folded_author = :label)"
    " GROUP BY author ORDER BY sum(comments) DESC, max(shown) DESC, author LIMIT 1"
)
_SHOWN_BY = "SELECT count(DISTINCT author) FROM person WHERE folded_display = :label"


class KnownLabels(Mapping[str, str]):
    """The users behind labels, looked up one by one when asked: a library knows a million people.

    A label matches in any case and either Chinese script. One that several users show has no
    user. What was asked is remembered: take a new one for what was imported since.
    """

    def __init__(self, archive: Connections) -> None:
        self._archive = archive
        self._asked: dict[str, str | None] = {}

    def __getitem__(self, label: str) -> str:
        """Return the user who signs with a label. Raises KeyError: nobody, or several."""
        folded = fold_name(label)
        if folded not in self._asked:
            self._asked[folded] = self._ask(folded)
        user = self._asked[folded]
        if user is None:
            raise KeyError(label)
        return user

    def _ask(self, folded: str) -> str | None:
        if not folded:
            return None
        with self._archive.reading() as connection:
            values = {"label": folded}
            if connection.execute(_SHOWN_BY, values).fetchone()[0] > 1:
                return None
            row = connection.execute(_WHO, values).fetchone()
        return None if row is None else str(row[0])

    def __iter__(self) -> Iterator[str]:
        """Yield the labels, folded, that somebody shows instead of a name."""
        with self._archive.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT folded_display FROM person WHERE folded_display <> ''"
            ).fetchall()
        return iter([str(row[0]) for row in rows])

    def __len__(self) -> int:
        """Return how many labels there are."""
        return sum(1 for _ in self)
