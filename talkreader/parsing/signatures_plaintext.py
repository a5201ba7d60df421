"""Who signed, in a text copy: links are gone, so the name is what stands before the talk label.

A name is taken only on evidence: a dash before it, a name the page shows elsewhere, or a
sentence's end before it. Without evidence the copy lost the name; no words are taken for it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talkreader.parsing.blocks import Block
from talkreader.parsing.signature_shapes import LONGEST, labels, shared_endings
from talkreader.parsing.signatures import FoundSignature
from talkreader.parsing.timestamps import Stamp, TimestampFinder

_LONGEST_NAME = 85
_DASH = re.compile(
    r"(?:--+|—+|–+|―+|⸺|~{1,5}|[-−]{2,}|(?<=[\s.!?。！？)）\"”])[-−](?=\s|\w))[\s~\-]*"
)
_SENTENCE = re.compile(
    r"[.!?…。！？；;:：](?:[\"'”’」』)）\]]*)(?:\s+|(?<=[。！？；：…])|(?<=[.!?;:]))|[)）\"”」』\]]\s+|\n"
)
_GROUP = re.compile(r"[\s|·•/,\-–—]*[(（\[]([^()（）\[\]]{0,80})[)）\]]\s*$")
_TAIL = re.compile(r"\s*\[[^\[\]\n]{0,20}\]")
_MENTION = re.compile(
    r"@\[?([^\s@:：,，\[\]]{2,40})|\b(?:User|user|用户|用戶|使用者):([^\s\]|,，。、:]{2,40})"
)


@dataclass(slots=True)
class _Candidate:
    """The words before a stamp, which may end in a name; ``labelled``: a talk label follows."""

    text: str
    floor: int
    end: int
    labelled: bool

    @property
    def words(self) -> str:
        return self.text[self.floor : self.end]


class TextSignatures:
    """Finds the signatures of a text copy; reads the whole page first to learn its names."""

    def __init__(self, blocks: Sequence[Block], stamps: TimestampFinder) -> None:
        self._stamps = stamps
        self._known: Counter[str] = Counter()
        self._suffixes: defaultdict[str, set[str]] = defaultdict(set)
        self._endings: dict[str, bool] = {}
        for block in blocks:
            if not block.is_heading:
                self._learn(block.text)
        self._shared = shared_endings(self._endings)

    def __call__(self, block: Block) -> Iterator[FoundSignature]:
        """Yield the signatures of a block, in order."""
        floor = 0
        for stamp in self._stamps.find(block.text):
            candidate = _candidate(block.text, floor, stamp)
            start, name = self._name(candidate)
            tail = _TAIL.match(block.text, stamp.end)
            end = tail.end() if tail else stamp.end
            if name is None and not candidate.labelled and _goes_on(block.text, end):
                continue
            floor = end
            yield FoundSignature(start, end, name, None, stamp, stamp.warnings)

    def _learn(self, text: str) -> None:
        for match in _MENTION.finditer(text):
            self._known[match[1] or match[2]] += 0
        floor = 0
        for stamp in self._stamps.find(text):
            candidate = _candidate(text, floor, stamp)
            floor = stamp.end
            words = candidate.words
            self._endings[words.rstrip()[-LONGEST:]] = candidate.labelled
            dash = _last_dash(words)
            if dash is not None:
                name = words[dash:].strip()
                if (
                    name
                    and len(name) <= _LONGEST_NAME
                    and not _SENTENCE.search(name + "\n", 0, len(name))
                ):
                    self._known[name] += 1
            elif (
                candidate.labelled
                and not words[:-_LONGEST_NAME].strip()
                and not _SENTENCE.search(words)
            ):
                self._known[_without_greeting(words.strip())] += 1
            if candidate.labelled:
                self._learn_suffixes(words)

    def _learn_suffixes(self, words: str) -> None:
        tokens = words.split()
        for size in range(1, min(5, len(tokens)) + 1):
            before = tokens[-size - 1] if size < len(tokens) else ""
            self._suffixes[" ".join(tokens[-size:])].add(before)

    def _name(self, candidate: _Candidate) -> tuple[int, str | None]:
        """Return where the signature begins, and the name if there is evidence for one."""
        words = candidate.words
        end = candidate.end
        stripped = words.rstrip()
        shared = self._shared.get(stripped[-LONGEST:])
        if shared and shared in stripped:
            at = stripped.rindex(shared)
            return candidate.floor + _dash_start(stripped, at), shared
        dash = _last_dash(words)
        if dash is not None:
            name = words[dash:].strip()
            begin = candidate.floor + _dash_start(words, dash)
            if not name:
                return begin, None
            cut = self._cut(name, labelled=True)
            if cut is not None:
                if cut == name:
                    return begin, name
                return end - len(words) + words.rstrip().rindex(cut), cut
        cut = self._cut(stripped.lstrip(), labelled=candidate.labelled)
        if cut is None:
            return candidate.floor + len(stripped), None
        return candidate.floor + len(stripped) - len(cut), cut

    def _cut(self, words: str, *, labelled: bool) -> str | None:
        """Return the name that words end in; None without evidence."""
        if not words:
            return None
        words = _without_greeting(words)
        if words in self._known or (labelled and len(words) <= 40 and not _SENTENCE.search(words)):
            return words
        known = [name for name in self._known if name and _ends_in(words, name)]
        if known:
            return max(known, key=len)
        tail = words[_last_sentence(words) :].strip()
        if labelled:
            repeated = [
                suffix for suffix in _suffixes_of(words) if len(self._suffixes.get(suffix, ())) > 1
            ]
            if repeated:
                return max(repeated, key=len)
        return _plausible(tail, labelled=labelled)


def _candidate(text: str, floor: int, stamp: Stamp) -> _Candidate:
    """Return the words before a stamp, without the labels between name and date."""
    end = stamp.start
    labelled = False
    while end > floor:
        words = text[floor:end].rstrip(" \t\u00a0,，·•|")
        group = _GROUP.search(words)
        if group and _is_label(group[1]):
            end = floor + group.start()
            labelled = True
            continue
        bare = _bare_label(words)
        if bare is None:
            break
        end = floor + bare
        labelled = True
    return _Candidate(text, floor, end, labelled)


def _is_label(inside: str) -> bool:
    words = [word.strip().casefold() for word in re.split(r"[|·•/,、・\-–—\s]+", inside)]
    if not any(words):
        return bool(re.search(r"\S", inside)) or inside == ""
    whole = inside.strip().casefold()
    return whole in labels() or any(word in labels() for word in words)


def _bare_label(words: str) -> int | None:
    """Return where a label without brackets begins at the end of the words, if there is one."""
    stripped = words.rstrip(")）] ")
    tail = stripped[-25:].casefold()
    for size in range(len(tail), 1, -1):
        label = tail[-size:]
        if label in labels():
            start = len(stripped) - size
            latin = label[0].isascii() or ord(label[0]) < 0x2E80
            if latin and stripped == words:
                return None  # "we should talk": a plain word
            if not latin or (start and not stripped[start - 1].isalnum()):
                return start
    return None


def _last_dash(words: str) -> int | None:
    """Return where the words after the last dash begin; None without a dash near the end."""
    found = None
    for match in _DASH.finditer(words):
        if len(words) - match.end() <= _LONGEST_NAME:
            found = match.end()
    return found


def _dash_start(words: str, end: int) -> int:
    return len(words[:end].rstrip("-–—―⸺~−\u00a0 \t"))


def _last_sentence(words: str) -> int:
    end = 0
    for match in _SENTENCE.finditer(words):
        if match.end() < len(words):
            end = match.end()
    if words[-1:] in ".!?…。！？":
        return len(words)
    return end


def _suffixes_of(words: str) -> list[str]:
    tokens = words.split()
    return [" ".join(tokens[-size:]) for size in range(1, min(5, len(tokens)) + 1)]


def _ends_in(words: str, name: str) -> bool:
    if not words.endswith(name) or len(name) < 2:
        return False
    before = words[-len(name) - 1 : -len(name)]
    return not before or not (before.isascii() and before.isalnum() and name[0].isalnum())


def _plausible(tail: str, *, labelled: bool) -> str | None:
    """Return a sentence's tail if it can be a name: short, and not a sentence itself."""
    tail = tail.strip(" \u00a0'\"*|")
    tokens = tail.split()
    if not tokens or len(tail) > 40:
        return tokens[-1] if labelled and tokens else None
    if len(tokens) <= (4 if labelled else 3):
        if labelled or tail[0].isupper() or not tail[0].isascii():
            return tail
        return None
    return tokens[-1] if labelled else None


def _without_greeting(words: str) -> str:
    """Return what follows the last space after a Chinese word: 谢谢 Name（留言）.

    Chinese sets no spaces inside a sentence, so a name begins there.
    """
    before, space, name = words.rstrip().rpartition(" ")
    return name if space and before.strip() and _han(before.rstrip()) else words


def _han(token: str) -> bool:
    return "\u3400" <= token[-1] <= "\u9fff"


def _goes_on(text: str, end: int) -> bool:
    """Say whether a sentence goes on after the date, which then signs nothing."""
    return len(text[end:].strip()) > 30
