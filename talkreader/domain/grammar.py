"""The words a person types into a search, understood.

::

    query  = every { OR every }          OR is also written | or ｜
    every  = one { one }                 an AND between them is allowed
    one    = "-" one | "(" query ")" | field ":" value | phrase | regex | word
    phrase = "…" or “…” or 「…」          regex = /…/          word = letters, with * at its end

After ``in:`` an equals sign asks for the whole title or heading: ``in:="Talk:Lamp"`` is not its
archives. Full-width signs mean what their narrow forms mean. What looks like an address, a time of
day or the title of a page (``http://…``, ``12:30``, ``WP:OA2021``) is a word; any other unknown
field is a mistake, and never searched for in silence. A title whose beginning is next to a field
(``Form:Ada``) is searched for, with a hint.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from unicodedata import normalize

from talkreader.domain.body import Span
from talkreader.domain.errors import QueryError
from talkreader.domain.mistyped import meant, nearest
from talkreader.domain.query import (
    FIELDS,
    AllOf,
    AnyOf,
    Chip,
    Filter,
    Node,
    Not,
    Order,
    Phrase,
    Query,
    Regex,
    Word,
)

_QUOTES = {'"': '"', "“": "”“", "”": "”“", "「": "」", "『": "』", "＂": "＂"}
_PLAIN = r"""[^\s()（）|｜"“”「」『』＂]"""
# parentheses that are part of it: Lamp_(disambiguation)
_RUN = re.compile(rf"{_PLAIN}(?:{_PLAIN}|\({_PLAIN}*\))*")
_FIELD = re.compile(r"([A-Za-z][A-Za-z-]*)[:：]")
_EXACT = re.compile(rf"=(?=[{''.join(_QUOTES)}])")
_REGEX = re.compile(r"/((?:[^/\\]|\\.|/(?![\s)）]|$))+)/(?=[\s)）]|$)")
_OR = re.compile(r"(?:OR(?![^\s()（）])|[|｜])")
_AND = re.compile(r"AND(?![^\s()（）])")
_MINUS = re.compile(r"[-－](?=[^\s)）|｜])")
MOST_PARTS, MOST_DEEP = 250, 10
"""Words and fields of a search, and parentheses within each other: SQLite takes not many more."""
_NOTHING_BESIDE = "There is nothing to search for beside {sign}."
_DATE = re.compile(
    r"(\d{4})年?(?:[-/.]?(\d{1,2})月?(?:[-/.]?(\d{1,2})日?)?)?$|(\d{4})(\d\d)(\d\d)$"
)
# Beginnings of titles that people write small; what begins with a capital is taken for a title.
_TITLE_PREFIXES = frozenset(
    "talk user wp wt wikipedia project file image template tl help category portal draft module"
    " special mediawiki media meta commons wikt wikidata mailto http https ftp urn doi isbn".split()
)


def first_moment(value: str) -> datetime:
    """Return the first moment of a year, month or day, in UTC.

    ``2021``, ``2021-09``, ``2021-9-14``, ``2021/09/14``, ``20210914`` and ``2021年9月14日`` are
    understood. Raises ValueError for what is no date.
    """
    found = _DATE.match(value.strip())
    if found is None:
        raise ValueError(f"not a date: {value}")
    parts = found.groups()
    year, month, day = (int(part or 1) for part in (parts[3:] if parts[3] else parts[:3]))
    return datetime(year, month, day, tzinfo=UTC)


def composed(words: str) -> str:
    """Return words with each letter and its accent as one, as wikis write them; macOS parts them.

    Without that, й would be и with an accent.
    """
    return words if words.isascii() else normalize("NFC", words)


def parse_query(
    text: str,
    *,
    order: Order = Order.NEWEST,
    page: int | None = None,
    limit: int = 50,
    offset: int = 0,
) -> Query:
    """Return the search that a text asks for; an empty text asks for everything.

    Raises: QueryError: with the place of the mistake.
    """
    parser = _Parser(text)
    root = parser.whole()
    hints = tuple(parser.hints)
    return Query(root, tuple(parser.chips), text, order, page, limit, offset, hints)


def closed(text: str) -> str:
    """Return a search to which more can be added: with the quotation mark that is missing.

    Raises: QueryError: as `parse_query`.
    """
    parser = _Parser(text)
    parser.whole()
    return text.rstrip() + parser.open_mark if parser.open_mark else text


@dataclass(slots=True)
class _Parser:
    text: str
    place: int = 0
    chips: list[Chip] = field(default_factory=list)
    hints: list[QueryError] = field(default_factory=list)
    negated: bool = False
    depth: int = 0
    open_mark: str = ""

    def whole(self) -> Node:
        """Return the node of the whole text."""
        self._space()
        if self.place == len(self.text):
            return AllOf()
        node = self._query()
        if self.place < len(self.text):
            raise QueryError("This parenthesis closes nothing.", self.place, self.place + 1)
        return node

    def _space(self) -> None:
        while self.place < len(self.text) and self.text[self.place].isspace():
            self.place += 1

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.place)
        if found is not None:
            self.place = found.end()
        return found

    def _query(self) -> Node:
        nodes = [self._every("OR")]
        while found := self._take(_OR):
            self._space()
            nodes.append(self._every(found.group()))
        return nodes[0] if len(nodes) == 1 else AnyOf(tuple(nodes))

    def _every(self, before: str) -> Node:
        """Return what stands up to the next OR; ``before`` is the sign that needs it."""
        start = self.place
        nodes: list[Node] = []
        while self.place < len(self.text) and self.text[self.place] not in ")）":
            if _OR.match(self.text, self.place):
                break
            if sign := _AND.match(self.text, self.place):
                raise QueryError(_NOTHING_BESIDE, *sign.span(), sign=sign.group())
            nodes.append(self._one())
            self._space()
            and_sign = self._take(_AND)
            self._space()
            if and_sign and self._is_end():
                raise QueryError("There is nothing after AND.", and_sign.start(), and_sign.end())
        if not nodes:
            raise QueryError(
                _NOTHING_BESIDE,
                max(0, start - len(before)),
                min(len(self.text), start + 1),
                sign=before,
            )
        return nodes[0] if len(nodes) == 1 else AllOf(tuple(nodes))

    def _is_end(self) -> bool:
        return (
            self.place == len(self.text)
            or self.text[self.place] in ")）"
            or _OR.match(self.text, self.place) is not None
        )

    def _one(self) -> Node:
        excluded = False
        while self._take(_MINUS):
            excluded = not excluded
        if excluded:
            self.negated = not self.negated
            node = self._one()
            self.negated = not self.negated
            return Not(node)
        character = self.text[self.place]
        if character in "(（":
            return self._group()
        start = self.place
        if character in _QUOTES:
            phrase = self._quoted()
            return self._chip(Phrase(phrase), start, "phrase", phrase)
        if regex := self._take(_REGEX):
            return self._regex(regex)
        if (name := _FIELD.match(self.text, start)) and self._is_field(name):
            return self._filter(name)
        return self._word()

    def _chip(self, node: Node, start: int, name: str, value: str) -> Node:
        if len(self.chips) == MOST_PARTS:
            raise QueryError(
                "A search has {count} words and fields at most; a longer text is found in"
                " quotation marks.",
                start,
                self.place,
                count=MOST_PARTS,
            )
        self.chips.append(Chip(Span(start, self.place), name, value, self.negated))
        return node

    def _group(self) -> Node:
        start = self.place
        self.place += 1
        self._space()
        if self.depth == MOST_DEEP:
            raise QueryError("Too many parentheses stand in each other here.", start, start + 1)
        if self.place < len(self.text) and self.text[self.place] in ")）":
            raise QueryError("There is nothing in these parentheses.", start, self.place + 1)
        if self.place == len(self.text):
            raise QueryError("This parenthesis is not closed.", start, start + 1)
        self.depth += 1
        node = self._query()
        self.depth -= 1
        if self.place == len(self.text):
            raise QueryError("This parenthesis is not closed.", start, start + 1)
        self.place += 1
        return node

    def _quoted(self) -> str:
        start = self.place
        closing = _QUOTES[self.text[start]]
        end = start + 1
        while end < len(self.text) and self.text[end] not in closing:
            end += 1
        self.place = min(end + 1, len(self.text))
        words = composed(self.text[start + 1 : end].strip())
        if end == len(self.text):
            if not words:
                raise QueryError("This quotation mark is not closed.", start, start + 1)
            # somebody who is typing has not come to its end yet
            sentence = "This quotation mark is not closed; all behind it was taken for one phrase."
            self.hints.append(QueryError(sentence, start, start + 1))
            self.open_mark = closing[0]
        elif not words:
            raise QueryError("There is nothing between these quotation marks.", start, end + 1)
        return words

    def _regex(self, found: re.Match[str]) -> Node:
        pattern = found.group(1)
        try:
            re.compile(pattern, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            place = found.start() + 1 + (getattr(error, "pos", 0) or 0)
            raise QueryError(
                "This regular expression has a mistake: {reason}.",
                place,
                max(place + 1, found.end()),
                reason=getattr(error, "msg", "it is too large"),
            ) from error
        return self._chip(Regex(pattern), found.start(), "regex", pattern)

    def _word(self) -> Node:
        start = self.place
        if self._take(_RUN) is None:
            self.place += 1  # a closing quotation mark with no beginning: looked for as it is
        word = composed(self.text[start : self.place])
        bare = word.rstrip("*＊")
        node = Word(bare, prefix=True) if bare and bare != word else Word(word)
        return self._chip(node, start, "", word)

    def _is_field(self, name: re.Match[str]) -> bool:
        """Return True for a field; False when it is a word with a colon in it.

        Raises: QueryError: it looks like a field, and there is none of this name.
        """
        word = name.group(1)
        if word.lower() in FIELDS:
            return True
        after = self.text[name.end() : name.end() + 1]
        if not after or after in " /" or word.lower() in _TITLE_PREFIXES:
            return False
        if word != word.lower() or len(word) <= 2:  # it looks like a title
            if other := meant(word):
                hint = QueryError(
                    "“{name}:” is no field and was searched for as a word; did you mean {other}: ?",
                    *name.span(),
                    name=word,
                    other=other,
                )
                self.hints.append(hint)
            return False
        if other := nearest(word):
            raise QueryError(
                "There is no field “{name}:”; did you mean {other}: ?",
                *name.span(),
                name=word,
                other=other,
            )
        raise QueryError(
            "There is no field “{name}:”; put it in quotation marks to search for the words.",
            *name.span(),
            name=word,
        )

    def _filter(self, name: re.Match[str]) -> Node:
        self.place = name.end()
        key = name.group(1).lower()
        if exact := self._take(_EXACT):
            value = exact.group() + self._quoted()
        elif self.place < len(self.text) and self.text[self.place] in _QUOTES:
            value = self._quoted()
        elif found := self._take(_RUN):
            value = composed(found.group())
        else:
            raise QueryError("{name}: needs a value after the colon.", *name.span(), name=key)
        self._check(key, value, name.end())
        return self._chip(Filter(key, value), name.start(), key, value)

    def _check(self, key: str, value: str, start: int) -> None:
        place = (start, self.place)
        if key in ("after", "before"):
            try:
                first_moment(value)
            except ValueError as error:
                raise QueryError(
                    "“{value}” is no date; write it like 2021, 2021-09 or 2021-09-14.",
                    *place,
                    value=value,
                ) from error
        if key == "has" and value.lower() not in ("note", "notes"):
            raise QueryError("has: knows only “note”, not “{value}”.", *place, value=value)
        if key == "lang" and not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z-]+)?", value):
            raise QueryError(
                "“{value}” is no language code; write it like zh or en.", *place, value=value
            )
