"""The users whom a text copy's page calls by name: what people write after "@" is a user name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

_MENTION = re.compile(
    r"@([^@:：,，()\[\]\n]{2,40}(?: \([A-Z]+\))?)[:：]|@\[?([^\s@:：,，\[\]]{2,40})"
    r"|\b(?:User|user|用户|用戶|使用者):([^\s\]|,，。、:/]{2,40})"
)
# As templates write several: "@Ada, Bo, and Cy:", "@甲、乙和丙：".
_LIST = re.compile(r"@([^@:：()\[\]\n]{5,200})[:：]")
_COMMA = re.compile(r"\s*[,،，、]\s*")
_AND = re.compile(
    r"(?:^|\s+)(?:and|&|et|und|y|e|i|en|og|och|ja|és|ve|a|și|và|dan|kaj|и|і|та|و)\s+"
    r"|(?<=..)(?:[和与與及]|、)(?=..)"
)
_SPACES = ("ser:", "用户:", "用戶:", "使用者:")  # without one of them the pattern asks for "@"
_LONGEST = 40
_WORDS = 4  # a longer run before a colon is a sentence
_SHORTEST = 3  # a label of fewer letters is the beginning of too many names


class Mentions:
    """Knows the names that the page's words call, and which of them a signature's label means.

    ``listed`` are those called together with others, by a template as a rule.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        self.listed: Counter[str] = Counter()
        for text in texts:
            if "@" in text or (":" in text and any(word in text for word in _SPACES)):
                self._learn(text)
        self._by_fold: defaultdict[str, set[str]] = defaultdict(set)
        self._without_figures: defaultdict[str, set[str]] = defaultdict(set)
        for name in self.counts | self.listed:
            folded = fold(name)
            self._by_fold[folded].add(name)
            stem = folded.rstrip("0123456789")
            if stem != folded:
                self._without_figures[stem].add(name)

    def _learn(self, text: str) -> None:
        for match in _MENTION.finditer(text):
            if match[1] and _listed(match[1]):
                continue  # "@Ada and Bo:" are two
            name = (match[1] or match[2] or match[3]).strip()
            if match[1] and len(name.split()) > _WORDS:
                name = name.split()[0]
            name = name.rstrip(".,;:!?\"'”’»" if "(" in name else ".,;:!?\"'”’»)）")
            if len(name) > 1:
                self.counts[name] += 1
        if "@" in text:
            for match in _LIST.finditer(text):
                self.listed.update(_listed(match[1]))

    def user_of(self, label: str, signers: Collection[str]) -> str | None:
        """Return the user that a label stands for, if the page calls one and it is only one.

        "Ten Gallon Hat" is @TenGallonHat; "Ada" is @Ada1815 and "THE NEW LampLighter" is
        @LampLighter, unless a person of that name signs, too (``signers``).
        """
        folded = fold(label)
        if not folded or label in self.counts:
            return None
        spelled = self._by_fold.get(folded, set()) - {label}
        if spelled:
            return _only(spelled)
        if len(folded) >= _SHORTEST:
            called = self._without_figures.get(folded, ())
            numbered = _only([name for name in called if name not in signers])
            if numbered is not None:
                return numbered
        given, bracket, user = label.rstrip(")").rpartition(" (")
        if bracket and given and (user in self.counts or user in self.listed):
            return user  # "Ada Byron (LampLighter)"
        last = label.rpartition(" ")[2]
        if last != label and last in self.counts and last not in signers and _coined(last):
            return last
        return None


def _listed(words: str) -> list[str]:
    """Return the names in the words between "@" and a colon; none unless all look like names."""
    *names, last = _COMMA.split(words.strip())
    joined = _AND.split(last, maxsplit=1)
    if len(joined) < 2:
        return []  # a sentence has commas, too: "@Ada, as I said:"
    names += [name for name in joined if name]
    return names if len(names) > 1 and all(map(_may_be_name, names)) else []


def _may_be_name(words: str) -> bool:
    return 1 < len(words) <= _LONGEST and len(words.split()) <= _WORDS and not words[0].islower()


def fold(name: str) -> str:
    """Return a name's letters and figures alone, without case."""
    folded = name.casefold()
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def _only(names: Collection[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _coined(word: str) -> bool:
    """Say whether a word is a coined name: figures in it, or a capital inside."""
    return len(word) > _SHORTEST and (
        any(char.isdigit() for char in word)
        or (word[1:] != word[1:].lower() and not word.isupper())
    )
