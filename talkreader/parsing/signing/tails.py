"""The words before each date of a text copy, and the reply links that stand behind the dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.dates.timestamps import Stamp, TimestampFinder, may_hold_dates
from talkreader.parsing.language.languages import related
from talkreader.parsing.signing.labels import Stripped, strip_labels

_REACH = 130
_BRACKET = re.compile(r"\s*(?:[^\W\d_]{1,12})?\[[^\[\]\n]{0,20}\]\s*$")
_LONGEST_REST = 30
_SPACES = "\u00a0\u2007\u2009\u202f\u3000"


@dataclass(slots=True)
class Tail:
    """The words of a line up to a date: ``words`` begin at ``floor`` in the block's text.

    ``end`` is where the signature ends, with the reply link behind it. ``marked``: there is such a
    link. ``goes_on``: the line goes on with other words. ``own`` are the labels of the page's
    language for a talk page.
    """

    words: str
    floor: int
    stamp: Stamp
    end: int
    marked: bool
    goes_on: bool
    own: frozenset[str]
    learnt: frozenset[str] = frozenset()
    _label: Stripped | None = None

    @property
    def label(self) -> Stripped:
        """What stands between name and date."""
        if self._label is None:
            self._label = strip_labels(self.words, self.learnt, self.own)
        return self._label

    def learn(self, endings: frozenset[str]) -> None:
        """Take these words for labels too."""
        self.learnt = endings
        self._label = None

    @property
    def core(self) -> str:
        """The words without the labels behind them."""
        return self.words[: self.label.end]

    @property
    def lost(self) -> bool:
        """True where the copy shows the gap that a lost name left: "ok.  (talk)"."""
        gap = self.words[self.label.end :]
        return self.label.certain and gap[:2].isspace() and len(gap[:2]) > 1


def tails_of(blocks: Sequence[Block], stamps: TimestampFinder) -> dict[int, list[Tail]]:
    """Return the tails of all blocks that hold dates, by the block's identity."""
    found: dict[int, list[Stamp]] = {}
    rests: Counter[str] = Counter()
    for block in blocks:
        silent = block.is_heading or not may_hold_dates(block.text)
        dates = [] if silent else list(stamps.find(block.text))
        if dates:
            found[id(block)] = dates
            rests[block.text[dates[-1].end :].strip()] += 1
    mark, own = _reply_mark(rests), _own_labels(stamps.language)
    return {
        id(block): _tails(block.text, found[id(block)], mark, own)
        for block in blocks
        if id(block) in found
    }


def _reply_mark(rests: Counter[str]) -> str | None:
    """Return the reply link that most dates of a page have behind them; None without one."""
    total = sum(rests.values())
    rests = Counter({rest: count for rest, count in rests.items() if 0 < len(rest) < _LONGEST_REST})
    if not rests:
        return None
    rest, count = rests.most_common(1)[0]
    bracket = _BRACKET.match(rest)
    if bracket or (count > 2 and count > 0.4 * total and rest[0].isalnum()):
        return rest
    return None


@lru_cache(maxsize=16)
def _own_labels(language: str) -> frozenset[str]:
    """Return how a language calls a talk page, behind a name, case folded."""
    return frozenset(word.casefold() for item in related(language)[:1] for word in item.talk)


def _tails(text: str, dates: list[Stamp], mark: str | None, own: frozenset[str]) -> list[Tail]:
    tails = []
    floor = 0
    for place, stamp in enumerate(dates):
        stop = dates[place + 1].start if place + 1 < len(dates) else len(text)
        rest = text[stamp.end : stop]
        end, marked = stamp.end, False
        if mark is not None and rest.lstrip().startswith(mark):
            end, marked = stamp.end + rest.index(mark) + len(mark), True
        elif bracket := re.match(r"\s*\[[^\[\]\n]{0,20}\]\s*$", rest):
            end, marked = stamp.end + len(bracket[0].rstrip()), True
        elif mark is not None and rest.rstrip().endswith(mark):
            marked = place + 1 == len(dates)
        begin = max(floor, stamp.start - _REACH)
        goes_on = len(text[end:stop].strip()) > _LONGEST_REST
        words = _plain_spaces(text[begin : stamp.start])
        tails.append(Tail(words, begin, stamp, end, marked, goes_on, own))
        floor = end
    return tails


def _plain_spaces(words: str) -> str:
    if not words.isascii():
        for char in _SPACES:
            if char in words:
                words = words.replace(char, " ")
    return words
