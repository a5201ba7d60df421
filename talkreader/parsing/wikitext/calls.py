"""Calls of templates written as the page shows them."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from talkreader.domain.body import MarkKind, Span
from talkreader.parsing.blocks.blocks import TextBuilder
from talkreader.parsing.blocks.boxes import UNNAMED
from talkreader.parsing.language.letters import SENTENCE_ENDS
from talkreader.parsing.language.links import written_out
from talkreader.parsing.language.names import owner
from talkreader.parsing.wikitext import templates
from talkreader.parsing.wikitext.mask import unmask
from talkreader.parsing.wikitext.state import InlineState
from talkreader.parsing.wikitext.templates import Show, Template
from talkreader.parsing.wikitext.words import BOX_WORDS, TIME_WORDS

# or a guest's address; with a colon it is a page's title
_PLAIN_NAME = re.compile(r"(?:[^\[\]{}<>|#/:\n]|&#){1,85}|[0-9A-Fa-f:]{2,39}")
# a day, an hour and a zone
_DATE = re.compile(r"(?=.*\d[:.hH時时點点]\d\d)[^\[\]{}<>|\n]{10,60}[(（][^()（）]{1,12}[)）]")


class Calls(ABC):
    """Writes what a template shows into a builder."""

    state: InlineState
    builder: TextBuilder

    @abstractmethod
    def write(self, text: str, depth: int = 0) -> None:
        """Append what a reader sees of a piece of one line."""

    def show_call(self, call: Template, depth: int, *, signs: bool) -> None:
        """Append what a call shows; ``signs``: a date follows it."""
        show = templates.family(call.name)
        if ":" in call.title and self._own_signature(call, signs=signs):
            return
        if show is Show.TEXT:
            self.builder.add(templates.fixed_text(call.name) + " ")
            if len(call.get(1)) > 12:
                self.write(call.get(1), depth)
        elif show is Show.UNSIGNED or (show is Show.OTHER and _signs_for(call)):
            self._unsigned(call, depth)
        elif show is Show.PING:
            self._ping(call)
        elif show is Show.USER:
            self._user(call.get(1))
        elif show is Show.SEPARATOR:
            self.state.separator()
        elif show in (Show.BOX_BEGIN, Show.BOX_END):
            words = next((call.named[key] for key in BOX_WORDS if key in call.named), call.get(1))
            self.state.box(show, "" if words.strip() else UNNAMED)
            if show is Show.BOX_BEGIN:  # a closer's verdict, often signed
                self.write(words, depth)
                self.state.box_title()
        else:
            self._show_words(show, call, depth)

    def _show_words(self, show: Show, call: Template, depth: int) -> None:
        if show in (Show.QUOTE, Show.INLINE_QUOTE):
            start = self.builder.length
            self.write(call.get(1) or call.named.get("text", ""), depth)
            self.builder.quotes.append(Span(min(start, self.builder.length), self.builder.length))
        elif show is Show.NAME:
            self.builder.add("{{" + unmask("|".join(call.positional)) + "}}")
        elif show is Show.LAST and call.positional:
            self.write(call.get(2) or call.positional[-1], depth)
        elif show is Show.ITEM:  # of Wikidata: the page shows its label, too, which only it knows
            number = call.get(1).strip()
            self.builder.add(f"Q{number}" if number.isdigit() else unmask(number))
        elif show is Show.DIFF:
            self.write(call.get(4) or call.named.get("label", "") or "diff", depth)
        elif show is Show.FIRST:
            self.write(call.get(1), depth)
        elif show is Show.OTHER:
            for part in call.shown:
                self.write(part, depth)
                self.builder.add(" ")

    def _own_signature(self, call: Template, *, signs: bool) -> bool:
        """Append a signature that is kept on a page of one's own; False, and nothing, for others.

        A date follows it, or is given to it, and nothing else.
        """
        given = call.given
        date = given[0].strip() if len(given) == 1 and _is_date(given[0].strip()) else ""
        name = owner(call.title) if signs or date else None
        if name is None:
            return False
        start = self.builder.length
        self.builder.add(name)
        self.builder.mark(start, MarkKind.LINK, f"User:{name}")
        if date:
            self.builder.add(f" {date}")
        return True

    def _user(self, name: str) -> None:
        start, name = self.builder.length, _name(name)
        self.builder.add(name)
        self.builder.mark(start, MarkKind.PING, name)

    def _ping(self, call: Template) -> None:
        self.builder.add("@")
        for place, name in enumerate(call.positional):
            if place:
                self.builder.add(", ")
            self._user(name)
        self.builder.add(": ")

    def _unsigned(self, call: Template, depth: int) -> None:
        """Write the signature that the template stands for: a link to the user, then the date."""
        first, second = _name(call.get(1)), _name(call.get(2))
        second = second or next((call.named[key] for key in TIME_WORDS if key in call.named), "")
        user, date = (
            (second, first)
            if re.search(r"\d:\d\d", first) and not re.search(r"\d:\d\d", second)
            else (first, second)
        )
        begin = self.builder.length
        self.builder.add(" — ")
        start = self.builder.length
        if "[[" in user:
            self.write(user, depth)
        else:
            self.builder.add(user)
            self.builder.mark(start, MarkKind.LINK, f"User:{user}")
        self.builder.add(" ")
        if date:
            self.builder.add(
                date if re.search(r"[(（][^()（）]*[A-Za-z]", date) else f"{date} (UTC)"
            )
        self.builder.unsigned.append(Span(min(start, self.builder.length), self.builder.length))
        self.builder.inlines.append(Span(min(begin, self.builder.length), start))


def _name(words: str) -> str:
    """Return a parameter with the characters that stand for others written out."""
    return written_out(unmask(words)).strip()


def _signs_for(call: Template) -> bool:
    """Say whether a call of any name gives a user and a date, and no more.

    So do the templates for unsigned comments of all wikis, whatever they are called. A sentence
    is no user's name.
    """
    shown = call.shown
    if len(shown) != 2:
        return False
    one, other = shown[0].strip(), shown[1].strip()
    if _is_date(one):
        one, other = other, one
    named = _PLAIN_NAME.fullmatch(one) is not None and one[-1] not in SENTENCE_ENDS
    return named and _is_date(other)


def _is_date(words: str) -> bool:
    return words[-1:] in (")", "）") and _DATE.fullmatch(words) is not None
