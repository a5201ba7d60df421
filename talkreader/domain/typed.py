"""Changes to a search as it is typed: narrowing it by a click, taking one of its parts away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from talkreader.domain.grammar import closed, parse_query
from talkreader.domain.query import AllOf, AnyOf, Chip, Node, Not, Word

_QUOTES = (('"', '"'), ("“", "”"), ("「", "」"), ("『", "』"))
_SIMPLE = re.compile(r'[^\s()（）|｜"“”「」『』＂*＊=/:：-][^\s()（）|｜"“”「」『』＂*＊]*\Z')
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SHORTEST = 3
"""Letters of the shortest beginning: one or two begin too many words to be meant."""
_TOGETHER = {"after": ("after", "before"), "before": ("after", "before")}


def written(value: str) -> str:
    """Return a value as it is typed after a colon: in quotation marks when it needs them."""
    if value[:1] == "=" and len(value) > 1:
        return "=" + written(value[1:])
    if _SIMPLE.match(value) and value not in ("OR", "AND"):
        return value
    for opening, closing in _QUOTES:
        # the plain ones and the typographic ones close each other
        if not set(opening + closing + ('"”“' if opening in '"“' else "")) & set(value):
            return f"{opening}{value}{closing}"
    return '"' + re.sub(r'["“”]', "", value) + '"'


def narrowed(text: str, field: str, value: str, *more: str) -> str:
    """Return a search narrowed to ``field:value``, instead of another value of that field.

    ``more`` are further fields and values, in turn: a year is ``after`` one and ``before`` the
    next. Raises QueryError when the text is no search.
    """
    fields = _TOGETHER.get(field, (field,))
    kept = without(text, lambda chip: chip.field in fields and not chip.negated)
    if isinstance(parse_query(kept).root, AnyOf):
        kept = f"({kept})"
    parts = (field, value, *more)
    filters = [f"{parts[i]}:{written(parts[i + 1])}" for i in range(0, len(parts), 2)]
    return " ".join((kept, *filters)).strip()


def without(text: str, unwanted: Callable[[Chip], bool]) -> str:
    """Return a search without some of its parts, and without what was only there for them.

    Raises QueryError when the text is no search.
    """
    text = closed(text)
    query = parse_query(text)
    if not any(map(unwanted, query.chips)):
        return text.strip()
    leaves = ("" if unwanted(c) else text[c.span.start : c.span.end] for c in query.chips)
    return _print(query.root, leaves)[1]


def _print(node: Node, leaves: Iterator[str]) -> tuple[type[Node], str]:
    """Return a node as it is typed, and what it is now that parts of it are gone."""
    match node:
        case Not(inner):
            kind, words = _print(inner, leaves)
            return Not, f"-{_as_one(kind, words)}" if words else ""
        case AllOf(nodes) | AnyOf(nodes):
            printed = [pair for part in nodes if (pair := _print(part, leaves))[1]]
            if len(printed) <= 1:
                return printed[0] if printed else (Word, "")
            between = " OR " if isinstance(node, AnyOf) else " "
            return type(node), between.join(_as_one(*pair) for pair in printed)
        case _:
            return type(node), next(leaves)


def _as_one(kind: type[Node], words: str) -> str:
    return f"({words})" if kind in (AllOf, AnyOf) else words


def as_beginnings(text: str) -> str:
    """Return a search for any words that begin as its words do: "lam oil" as ``lam* oil*``.

    Left as they are: what is looked for within words anyway (Chinese), short words and negated
    ones. Raises QueryError when the text is no search.
    """
    for chip in reversed(parse_query(text).chips):
        if chip.field == "" and not chip.negated and _begins_more(chip.value):
            text = f"{text[: chip.span.end]}*{text[chip.span.end :]}"
    return text


def _begins_more(word: str) -> bool:
    return len(word) >= _SHORTEST and word[-1].isalpha() and not _HAN.search(word)
