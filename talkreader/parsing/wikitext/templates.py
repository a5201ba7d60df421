"""What templates show: families known in English and Chinese wikis, others by their parameters."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from talkreader.domain.resources import resource
from talkreader.parsing.blocks.blocks import fold_space
from talkreader.parsing.blocks.brackets import brackets_of
from talkreader.parsing.language.scripts import one_script
from talkreader.parsing.wikitext.mask import BREAK

_DEEPEST = 40
_BRACES = re.compile(r"\{\{|\}\}")
# in nested calls: what only a tree tells apart (tags, variables, tables, addresses, headings, and
# brackets that stand alone); each alternative begins with a plain character, to skip to one
_HARD = re.compile(
    r"<|#|://|==|\n=|\{(?<!\{\{)(?!\{)|\}(?<!\}\})(?!\})|\[(?<!\[\[)(?!\[)|\](?<!\]\])(?!\])"
    r"|\{\{(?=[{\[|}\s])|\}\}\}|\[\[(?=[\[\s|\]{])|\]\]\]"
)
_NESTED = re.compile(r"\{\{|\[\[|\}\}|\]\]|[|=]")
_LONGEST_KNOWN = 1000  # characters of a call that is remembered: a line asks for its own twice
_MOST_OPEN, _MOST_MARKS = 20, 600
# an hour, and behind it a zone
_SIGNED = re.compile(r"\d[:.hH時时点點]\d\d.{0,60}[(（][^()（）]{1,12}[)）]")
_TREE_LIMIT = 20_000  # a longer call is a box around half a page; its bars are taken as they come


class Show(Enum):
    """How a template appears on the page."""

    NOTHING = auto()
    FIRST = auto()
    LAST = auto()
    PING = auto()
    UNSIGNED = auto()
    SEPARATOR = auto()
    QUOTE = auto()
    INLINE_QUOTE = auto()
    NAME = auto()
    TEXT = auto()
    USER = auto()
    ITEM = auto()
    DIFF = auto()
    BOX_BEGIN = auto()
    BOX_END = auto()
    OTHER = auto()


@dataclass(slots=True)
class Template:
    """One template call: its name case folded, its title as written, its parameters as wikitext."""

    name: str
    title: str
    positional: tuple[str, ...]
    named: dict[str, str]

    def get(self, place: int, default: str = "") -> str:
        """Return the parameter at a place, counted from 1, however it was written."""
        if str(place) in self.named:
            return self.named[str(place)]
        return self.positional[place - 1] if place <= len(self.positional) else default

    @property
    def given(self) -> Sequence[str]:
        """All parameters, those without a name first."""
        return [*self.positional, *self.named.values()]

    @property
    def shown(self) -> Sequence[str]:
        """The parameters that a template of any name shows, as a rule.

        Those by number in their order, then those in which somebody signs.
        """
        if not self.named:
            return self.positional
        numbered = dict(enumerate(self.positional, 1))
        signed = []
        for key, words in self.named.items():
            if key.isdecimal():
                numbered[int(key)] = words
            elif "[[" in words and _SIGNED.search(words):
                signed.append(words)
        return [*[numbered[place] for place in sorted(numbered)], *signed]


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Show], dict[str, str]]:
    """Return the families by template name, and the words that some templates stand for."""
    data = json.loads(resource("templates.json").read_text(encoding="utf-8"))
    families: dict[str, Show] = {}
    for show, names in data["families"].items():
        for name in names:
            families.setdefault(one_script(name), Show[show.upper()])
    return families, {one_script(name): words for name, words in data["words"].items()}


@lru_cache(maxsize=1000)
def family(name: str) -> Show:
    """Return how a template of this name appears; OTHER when no family has it."""
    families, words = _table()
    folded = one_script(name)
    if folded in words:
        return Show.TEXT
    return families.get(folded, Show.OTHER)


def fixed_text(name: str) -> str:
    """Return the words that a template of the TEXT family shows."""
    return _table()[1][one_script(name)]


@lru_cache(maxsize=1)
def vote_words() -> frozenset[str]:
    """Return the words that templates stand for, case folded: "done", "support", "保留"."""
    return frozenset(word.casefold().rstrip(":… ") for word in _table()[1].values())


def split(text: str) -> Template | None:
    """Return the call that ``{{…}}`` writes; None when it is no template (a variable, a function).

    Nested calls and links keep their bars. Where tags, variables, tables or addresses stand among
    them, or a bracket does not close, mwparserfromhell reads the call, unless it is all tags.
    """
    return _known_split(text) if len(text) < _LONGEST_KNOWN else _split(text)


def _split(text: str) -> Template | None:
    inside = text[2:-2]
    if inside.startswith(("{", "#")) or not inside.strip():
        return None
    if ("[[" in inside or "{{" in inside) and len(text) < _TREE_LIMIT and not _deep(text):
        return _split_nested(text)
    return _split_by_bars(inside)


_known_split = lru_cache(maxsize=500)(_split)


def _deep(text: str) -> bool:
    """Say whether calls nest deeper than on any real page; the tree would overflow the stack."""
    if text.count("{{") <= _DEEPEST:
        return False
    depth = 0
    for brace in _BRACES.finditer(text):
        depth += 1 if brace[0] == "{{" else -1
        if depth > _DEEPEST:
            return True
    return False


def _split_nested(text: str) -> Template | None:
    inside = text[2:-2]
    parts = None if _HARD.search(inside) else _own_bars(inside)
    if parts is not None:
        return _template(parts[0][0], parts[1:])
    return _split_by_bars(inside) if _is_crowded(inside) else _split_by_tree(text)


def _split_by_bars(inside: str) -> Template | None:
    name, *parts = inside.split("|")
    return _template(name, [part.partition("=") for part in parts])


def _is_crowded(text: str) -> bool:
    """Say whether a call holds more tags, or open ones, than on any real page.

    A tree takes time by the square of them: a page of "<a <a <a " would take a quarter of a minute.
    """
    tags = text.count("<")
    return tags > text.count(">") + _MOST_OPEN or tags + text.count("[") > _MOST_MARKS


def _own_bars(inside: str) -> list[tuple[str, str, str]] | None:
    """Return the parts between the bars that are no nested call's, each with its first "=".

    None when the brackets do not pair, a link stands in a link, or the name has a bracket.
    """
    parts: list[tuple[str, str, str]] = []
    waiting: list[str] = []
    start, equals = 0, -1
    for match in _NESTED.finditer(inside):
        mark = match[0]
        if mark in {"{{", "[["}:
            if mark == "[[" and waiting and waiting[-1] == "]]":
                return None
            waiting.append("}}" if mark == "{{" else "]]")
        elif mark in {"}}", "]]"}:
            if not waiting or waiting.pop() != mark:
                return None
            if not parts and not start:
                return None
        elif waiting:
            continue
        elif mark == "=":
            equals = match.start() if equals < start else equals
        else:
            parts.append(_part(inside, start, equals, match.start()))
            start = match.end()
    parts.append(_part(inside, start, equals, len(inside)))
    return None if waiting else parts


def _part(inside: str, start: int, equals: int, end: int) -> tuple[str, str, str]:
    if not start or equals < start:
        return inside[start:end], "", ""
    return inside[start:equals], "=", inside[equals + 1 : end]


def _split_by_tree(text: str) -> Template | None:
    import mwparserfromhell

    found = mwparserfromhell.parse(text, skip_style_tags=True).nodes
    if len(found) != 1 or not hasattr(found[0], "params"):
        return None
    parts = [
        (str(item.name), "=", str(item.value)) if item.showkey else (str(item.value), "", "")
        for item in found[0].params
    ]
    return _template(str(found[0].name), parts)


_SUBST = re.compile(r"^(?:safesubst|subst|substituer)\s*:\s*", re.IGNORECASE)
_SPACE = re.compile(r"(?:^(?:template|模板|样板|樣板)\s*:)|\s+", re.IGNORECASE)


def _template(name: str, parts: list[tuple[str, str, str]]) -> Template | None:
    positional: list[str] = []
    named: dict[str, str] = {}
    for key, equals, value in parts:
        stripped = key.replace(BREAK, " ").strip()
        # a link or a sentence before "=" is text with an equals sign in it, not a name
        if equals and len(stripped) <= 30 and not re.search(r"[\[<{]|://", stripped):
            named[stripped.casefold()] = value.replace(BREAK, " ").strip()
        else:
            positional.append((key + equals + value).replace(BREAK, " "))
    folded = name.replace(BREAK, " ").replace("_", " ").strip()
    title = _SPACE.sub(" ", _SUBST.sub("", folded)).strip()
    return Template(title.casefold(), title, tuple(positional), named) if title else None


@lru_cache(maxsize=300)
def family_of(name: str) -> Show:
    """Return how a call appears that begins with these words, as the page writes them."""
    call = split(f"{{{{{name}}}}}")
    return Show.OTHER if call is None or ":" in call.title else family(call.name)


_PLAIN = re.compile(r"\{\{([^{}\[\]<>:|#\n][^{}\[\]<>:|\n]*)(?:\|[^{}\[\]<>\n]*)?\}\}(?!\})")
_MARKUP = re.compile("''|&|//|__|-\\{")


def first_call(text: str) -> tuple[int, Show]:
    """Return where the call ends that begins a text, and its family.

    (0, `Show.OTHER`) where none does with nothing but words, apostrophes and addresses in it.
    """
    call = _PLAIN.match(text)
    return (call.end(), family_of(call[1])) if call else (0, Show.OTHER)


def words_alone(source: str) -> str | None:
    """Return what a page shows of a box, or of a template that shows nothing; None for others.

    None, too, for a call with more than plain words in it.
    """
    match = _PLAIN.fullmatch(source)
    if match is None or _MARKUP.search(source):
        return None
    call = split(source)
    if call is None or ":" in call.title:
        return None
    show = family(call.name)
    if show is not Show.OTHER:
        return "" if show is Show.NOTHING else None
    return fold_space(" ".join(call.shown)).strip(" ")


def stands_alone(line: str) -> bool:
    """Say whether a line is one template with a box of its own, not words of a sentence."""
    end = brackets_of(line).end_of("{{", 0)
    if end < 0 or line[end:].strip(" \t\ue000"):
        return False
    call = split(line[:end])
    if call is None or ":" in call.title:
        return False
    return family(call.name) in (Show.OTHER, Show.TEXT, Show.BOX_BEGIN, Show.BOX_END)
