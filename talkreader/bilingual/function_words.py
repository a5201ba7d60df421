"""Small words that no dictionary lines up, but that translations keep: not is 不 or 没有."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import log
from operator import or_

from talkreader.bilingual.marks import WeightTable


@dataclass(frozen=True, slots=True)
class _Kind:
    """English words, what says them in Chinese (one character, or several), and how surely.

    ``kept``: part of the English sentences with one whose translation has one; ``added``: the same
    of those without. Counted in 18,000 sentences of manuals and message catalogues.
    """

    english: frozenset[str]
    chinese: frozenset[str]
    longer: tuple[str, ...]
    kept: float
    added: float


def _kind(english: str, chinese: str, kept: float, added: float) -> _Kind:
    words = chinese.split()
    return _Kind(
        frozenset(english.split()),
        frozenset(word for word in words if len(word) == 1),
        tuple(word for word in words if len(word) > 1),
        kept,
        added,
    )


_KINDS = (
    _kind(
        "not no never cannot without none nothing neither nor nobody fails failed failure invalid "
        "incorrect unknown unable unsupported unexpected unavailable",
        "不 没 无 未 非 勿 莫 失败 别",
        0.94,
        0.04,
    ),
    _kind("i i'm i've i'll i'd me my mine myself we us our ours we're we've", "我 咱", 0.75, 0.012),
    _kind("you your yours yourself you're you'll you've", "你 您", 0.8, 0.004),
    _kind("he him his she her they them their theirs it its", "他 她 它 其", 0.57, 0.025),
    _kind("or either", "或 还是", 0.91, 0.003),
    _kind("and both", "和 与 及 并 以 、 且 同", 0.88, 0.1),
    _kind("all every each everyone any everything", "全 每 各 都 所有 任何 一切", 0.85, 0.03),
    _kind("this these that those", "这 该 此 那 本", 0.73, 0.1),
    _kind(
        "must should need needs needed required requires require ought", "必 应 须 需 要", 0.9, 0.06
    ),
    _kind("can could may might able allow allows possible", "可 能 会 允许", 0.85, 0.08),
    _kind("more most less least better best", "更 最 较 比 多 少", 0.75, 0.06),
    _kind("only just merely", "只 仅 唯 才", 0.8, 0.004),
    _kind("because since therefore thus due", "因 故 既 由于 所以", 0.65, 0.008),
    _kind("if unless", "如 若 假 要是 除非 的话 是否", 0.85, 0.04),
    _kind("what which who where whose how why whom", "哪 谁 何 怎 什么 多少 几", 0.5, 0.012),
    _kind("same other another others different", "同 另 其他 其它 别的", 0.85, 0.022),
    _kind("before after until while during when once", "前 后 时 当 直到 期间", 0.8, 0.075),
    _kind("in on at into inside within", "在 中 里 内 上", 0.63, 0.12),
    _kind("from", "从 自 由", 0.62, 0.035),
    _kind("but however although though yet", "但 却 然而 不过 虽 可是", 0.72, 0.002),
    _kind("also too again", "也 还 又 再 亦", 0.65, 0.018),
)
_WORD = re.compile(r"[a-z]+(?:['’](?:m|ve|ll|d|re|t))?")


def of_english(sentence: str) -> int:
    """Return which kinds of small words a sentence has, a bit for each."""
    words = set(_WORD.findall(sentence.lower().replace("’", "'")))
    if any(word.endswith("n't") for word in words):
        words.add("not")
    return sum(
        1 << place for place, kind in enumerate(_KINDS) if not kind.english.isdisjoint(words)
    )


def of_chinese(sentence: str) -> int:
    """Return the same of a Chinese sentence, given in Simplified characters."""
    return sum(
        1 << place
        for place, kind in enumerate(_KINDS)
        if not kind.chinese.isdisjoint(sentence) or any(word in sentence for word in kind.longer)
    )


_PSEUDO_SENTENCES = 20.0  # of other text that the text's own counts are mixed with
_COMMON = 0.05  # part of those that has a kind


class FunctionWords:
    """Weighs the small words of couples of sentences: who has a "not" and who has none."""

    def __init__(self, english: Sequence[int], chinese: Sequence[int]) -> None:
        self._english = english
        self._chinese = chinese
        self._seen: dict[tuple[int, int], float] = {}
        self._table = [_weights(kind, _share(1 << n, english)) for n, kind in enumerate(_KINDS)]

    def ratio(self, e0: int, e1: int, c0: int, c1: int) -> float:
        """Return the logarithm of how much more likely the words are in translations."""
        both = reduce(or_, self._english[e0:e1]), reduce(or_, self._chinese[c0:c1])
        found = self._seen.get(both)
        if found is None:
            left, right = both
            found = self._seen[both] = sum(
                weights[left >> place & 1][right >> place & 1]
                for place, weights in enumerate(self._table)
            )
        return found


def _share(bit: int, english: Sequence[int]) -> float:
    having = sum(1 for kinds in english if kinds & bit)
    return (having + _PSEUDO_SENTENCES * _COMMON) / (len(english) + _PSEUDO_SENTENCES)


def _weights(kind: _Kind, share: float) -> WeightTable:
    """Return what one kind says in a text of whose English sentences this part has it."""
    told = kind.added + (kind.kept - kind.added) * share
    return (
        (log((1 - kind.added) / (1 - told)), log(kind.added / told)),
        (log((1 - kind.kept) / (1 - told)), log(kind.kept / told)),
    )
