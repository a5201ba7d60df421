"""Words with ordinary markup: what they show, without a look at each token.

Ordinary are links to pages, labelled links to plain addresses, bold and italic, tags that open and
close around a few words, entities. What a piece of text shows is then what is left of it when the
markup is split away. Whatever else a piece holds, nothing is said of it: `Inline` reads it.
"""

from __future__ import annotations

import html
import re

from talkreader.parsing.wikitext_words import BLOCK_TAGS

TRAIL = "a-zà-öø-ÿа-яё"
"""Letters that belong to the link before them."""

ENTITY = r"&(?:[a-zA-Z]+|#[0-9]+|#[xX][0-9a-fA-F]+);"
"""A character's name or number."""

_LONGEST = 20_000
# Tags that show what is inside them, and mean nothing for who wrote it (no "q", no "cite").
_PLAIN_TAGS = (
    "abbr|b|big|code|del|em|font|i|ins|kbd|mark|s|samp|small|span|strike|strong|sub|sup|tt|u|var"
)
_TAG = rf"<(?:/?(?:{_PLAIN_TAGS})|(?:{_PLAIN_TAGS})\s[^<>'&\[\]{{}}]*(?<!/))>"
_TAGS = re.compile(rf"<(/?)({_PLAIN_TAGS})[\s>]")
# An address that may lead to a user, or in which something looks like markup.
_LOUD = r"['&:%#=]"
_LOUD_SIGN = re.compile(_LOUD)
_ADDRESS = re.compile(r"//[^\s\[\]<>\"]*+")
_SCHEMES = "(?:https?:|ftps?:|irc:|news:)?//"
_RUNS = re.compile(r"'{2,}")


def _but(signs: str, *, quotes: bool) -> str:
    """Return the pattern of a run without these signs, and without two apostrophes in a row."""
    return rf"(?:[^{signs}']++|'(?!'))++" if quotes else rf"[^{signs}]++"


def _pattern(*, quotes: bool) -> re.Pattern[str]:
    """Return what splits a text into what it shows.

    Each alternative begins with a plain character, so that the engine skips to one of them.
    """
    page = _but(r"\[\]|{}<>\n:#", quotes=quotes)
    shown_page = _but(r"\[\]|{}<>\n:#&", quotes=quotes)
    label = _but(r"\[\]{}<>\n", quotes=quotes)
    return re.compile(
        rf"\[\[(?<!\[\[\[)(?!\s)(?:{page}\|({label})|({shown_page})(?<!\s))\]\]"
        rf"|\[(?<!\[\[){_SCHEMES}[^\s\[\]<>\"]+\s+(?!\s)({label})(?<!\s)\]"
        rf"|{_TAG}" + (r"|''(?<!''')'?(?!')" if quotes else "")
    )


_MARKUP = _pattern(quotes=False)
_MARKUP_AND_QUOTES = _pattern(quotes=True)
_ENTITY = re.compile(ENTITY)
_LEFT = re.compile(r"\[(?:\[|//|https?:|ftps?:|irc:|news:|mailto:)|</?[a-zA-Z]|''")

_BREAKS = "|".join(sorted(BLOCK_TAGS | {"br"}))
_ODD = re.compile(
    r"\[\[(?<!\[\[\[)(?=[^\[\]|{}<>\n]*[:#]|[^\[\]\n]*['<&{])"
    rf"([^\[\]|{{}}<>\n]+)(?:\|([^\[\]\n]*))?\]\]([{TRAIL}]*)"
    rf"|\[(?<!\[\[)({_SCHEMES}[^\s\[\]<>\"]++)([^\[\]<>{{}}\n]*)\]"
    r"|\{\{(?<!\{\{\{)[^{}\[\]<>:|\n]+(?:\|[^{}\[\]<>\n]*)?\}\}"
    rf"|https?://(?<![\[\]{TRAIL}]http://)(?<![\[\]{TRAIL}]https://)[^\s\[\]<>\"{{}}|]*{_LOUD}[^\s\[\]<>\"{{}}|]*"
    rf"|<(?:/?(?:{_BREAKS})|(?:{_BREAKS})[\s/][^<>]*)>"
)


def parted(text: str) -> list[tuple[str, re.Match[str] | None]] | None:
    """Return words as what they show and the markup behind that needs a look of its own, in turn.

    Such are links that may lead to a user or nowhere (groups 1 to 3: target, label, the letters
    behind; groups 4 and 5: address, label), calls of templates, tags that part lines. None when
    there is other markup.
    """
    pieces: list[tuple[str, re.Match[str] | None]] = []
    place = 0
    for match in _ODD.finditer(text):
        start = match.start()
        words = shown(text[place:start]) if place < start else ""
        if words is None:
            return None
        pieces.append((words, match))
        place = match.end()
    if not place:
        return None
    words = shown(text[place:])
    return None if words is None else [*pieces, (words, None)]


def shown(text: str) -> str | None:
    """Return what words with ordinary markup show; None when there is other markup.

    Space is not folded yet.
    """
    if "//" in text and (len(text) > _LONGEST or _holds_loud_address(text)):
        return None
    tags, quotes = "<" in text, "''" in text
    if (tags and not _balanced(text)) or (quotes and not _paired(text)):
        return None
    pieces = [text]
    if tags or quotes or "[" in text:
        pattern = _MARKUP_AND_QUOTES if quotes else _MARKUP
        pieces = list(filter(None, pattern.split(text)))
        text = "".join(pieces)
        if _LEFT.search(text):
            return None
    if "{{" in text:
        return None
    if "&" in text:  # markup in the middle of an entity parts it
        return "".join([_ENTITY.sub(_character, piece) for piece in pieces])
    return text


def _holds_loud_address(text: str) -> bool:
    # in two steps: each address is read once, however many "//" it holds
    return any(map(_LOUD_SIGN.search, _ADDRESS.findall(text)))


def _balanced(text: str) -> bool:
    """Say whether each tag of a text is closed in it, and each closing tag opened."""
    waiting: list[str] = []
    for closing, name in _TAGS.findall(text):
        if not closing:
            waiting.append(name)
        elif name in waiting:
            waiting.remove(name)
        else:
            return False
    return not waiting


def _paired(text: str) -> bool:
    """Say whether bold and italic end in a text, each as it began."""
    runs = list(map(len, _RUNS.findall(text)))
    return not (runs.count(2) % 2 or runs.count(3) % 2 or max(runs) > 3)


def _character(match: re.Match[str]) -> str:
    return html.unescape(match[0])
