"""Looking a word up where it stands: the glossary first, then the dictionary, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from talkreader.bilingual.characters import HAN, fold
from talkreader.bilingual.glossary import Glossary
from talkreader.bilingual.lexicon import Entry, Lexicon, named
from talkreader.bilingual.stems import STOP_WORDS
from talkreader.domain.body import Span
from talkreader.domain.glossary import Term

_HAN_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_REACH = 64  # characters on both sides of a place that may belong to its word
_FEW = 8  # entries of a look-up from English
_MARKS = {"a": "āáǎàa", "e": "ēéěèe", "i": "īíǐìi", "o": "ōóǒòo", "u": "ūúǔùu", "ü": "ǖǘǚǜü"}
_BRACKETS = re.compile(r"\s?\[([A-Za-z0-9:\s,·]+)\]")
_BOTH = re.compile(f"([{HAN}]+)\\|([{HAN}]+)")
_VARIANT = re.compile(
    rf"(?:old |erhua |Japanese )?variant of ([{HAN}]+)(?:\|[{HAN}]+)?(?:\[([^\]]*)\])?"
)
_MEASURE = re.compile(r"\s*\(CL:[^()]*\)")  # of no use between two words
_SYLLABLE = re.compile(r"([A-Za-zÜü:]+)([1-5])")


@dataclass(frozen=True, slots=True)
class LookUp:
    """What a word is: ``text[span.start:span.end]``.

    ``chinese``: the word is Chinese, and ``entries`` tell its senses; else they are the Chinese
    words for it. ``term`` is the glossary's, None when it has none.
    """

    span: Span
    word: str
    chinese: bool
    term: Term | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of a Chinese text, word by word: no translation. ``meaning`` "" when not known."""

    span: Span
    word: str
    pinyin: str
    meaning: str


class Dictionary:
    """A lexicon and a glossary together."""

    def __init__(self, lexicon: Lexicon, glossary: Glossary) -> None:
        self._lexicon = lexicon
        self.glossary = glossary

    def at(self, text: str, offset: int) -> LookUp | None:
        """Return the word at a character of a text; None where there is none that is known.

        Of a Chinese run the words are cut by longest match from its start, the glossary's first.
        """
        if not 0 <= offset < len(text):
            return None
        left, right = max(0, offset - _REACH), min(len(text), offset + _REACH)
        for run in _HAN_RUN.finditer(text, left, right):
            if run.start() <= offset < run.end():
                for span in self._cut(text, run.start(), run.end()):
                    if span.start <= offset < span.end:
                        return self._chinese(text, span)
                return None
        for word in _WORD.finditer(text, left, right):
            if word.start() <= offset < word.end():
                return self._english(text, offset, Span(word.start(), word.end()))
        return None

    def look_up(self, words: str) -> LookUp | None:
        """Return what was typed, as one word or else its first that is known."""
        words = words.strip()
        for offset in range(len(words)):
            found = self.at(words, offset)
            if found is not None:
                return found
        return None

    def gloss(self, text: str) -> list[Gloss]:
        """Return the words of the Chinese in a text, in order, each with its first senses."""
        return [
            self._gloss(text, span)
            for run in _HAN_RUN.finditer(text)
            for span in self._cut(text, run.start(), run.end())
        ]

    def _cut(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Yield the words of a Chinese run; a character that is none is a span of its own."""
        at = start
        while at < end:
            word = self._lexicon.longest_at(text, at)
            term = self.glossary.chinese_at(text, at)
            stop = max(word.end if word else 0, term.span.end if term else 0, at + 1)
            yield Span(at, min(stop, end))
            at = stop

    def _chinese(self, text: str, span: Span) -> LookUp | None:
        word = text[span.start : span.end]
        term = self.glossary.named(word)
        likely = _likely_first(word, self._lexicon.entries(word))
        entries = tuple(map(self._lexicon.resolved, likely))
        if term is None and not entries:
            return None
        return LookUp(span, word, True, term, entries)

    def _english(self, text: str, offset: int, span: Span) -> LookUp | None:
        found = self.glossary.at(text, offset)
        term = found.term if found else None
        word = text[span.start : span.end]
        entries: tuple[Entry, ...] = ()
        if word.lower() not in STOP_WORDS:
            entries = self._lexicon.chinese_for(word, _FEW)
        if found is not None:
            span = found.span
        if term is None and not entries:
            return None
        return LookUp(span, text[span.start : span.end], False, term, entries)

    def _gloss(self, text: str, span: Span) -> Gloss:
        found = self._chinese(text, span)
        word = text[span.start : span.end]
        if found is None:
            return Gloss(span, word, "", "")
        pinyin = tone_marks(found.entries[0].pinyin) if found.entries else ""
        if found.term is not None:
            return Gloss(span, word, pinyin, found.term.english)
        entry = found.entries[0]
        plain = [each for each in entry.senses if not each.startswith("CL:") and not named(each)]
        traditional = same_script(entry, word) != entry.simplified or is_traditional(word)
        meaning = "; ".join(
            sense_words(_MEASURE.sub("", sense), traditional=traditional) for sense in plain[:2]
        )
        return Gloss(span, word, tone_marks(entry.pinyin), meaning)


def _likely_first(word: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a word, what a reader most likely met first.

    The dictionary orders by pinyin. Here those in the word's own script come first where the word
    shows it, common words before names, of one character the particle (le5 before liao3), and what
    has more senses. What calls itself a variant of another of them says so no more: the other one
    stands there, with the script that Simplified 从 and 后 have no sign of.
    """
    tells = is_traditional(word)
    kept = []
    for entry in entries:
        senses = [sense for sense in entry.senses if not _named_among(sense, entry, entries)]
        if senses or not entry.senses:
            kept.append(replace(entry, senses=tuple(senses)))
    return sorted(
        kept or entries,
        key=lambda entry: (
            tells and entry.traditional != word,
            entry.pinyin[:1].isupper(),
            not (len(word) == 1 and entry.pinyin.endswith("5")),
            -len(entry.senses),
        ),
    )


def _named_among(sense: str, entry: Entry, entries: Sequence[Entry]) -> Entry | None:
    """Return which of the entries a "variant of 從|从[cong2]" means; None when it is no such."""
    found = _VARIANT.match(sense)
    if found is None:
        return None
    form, pinyin = found.groups()
    same = [each for each in entries if each.traditional == form and each != entry]
    return next((each for each in same if each.pinyin == pinyin), same[0] if same else None)


def tone_marks(pinyin: str) -> str:
    """Return pinyin with its tones as marks: "dao4 qian4" is "dào qiàn".

    Source: the rules of Hanyu Pinyin, GB/T 16159: a or e takes the mark, else o of ou, else the
    last vowel.
    """
    return _SYLLABLE.sub(lambda found: _marked(found[1], int(found[2])), pinyin)


def sense_words(sense: str, *, traditional: bool = False) -> str:
    """Return a sense for reading: pinyin with marks, of "甲|乙" the one in the reader's script.

    Source: the format of CC-CEDICT entries.
    """
    plain = _BRACKETS.sub(lambda found: f" ({tone_marks(found[1])})", sense)
    return _BOTH.sub(lambda found: found[1 if traditional else 2], plain)


def measure_words(sense: str, *, traditional: bool = False) -> str | None:
    """Return the measure words that a sense lists, for reading; None when it is another sense."""
    if not sense.startswith("CL:"):
        return None
    listed = sense.removeprefix("CL:").split(",")
    return ", ".join(sense_words(word, traditional=traditional) for word in listed)


def _marked(syllable: str, tone: int) -> str:
    plain = syllable.replace("u:", "ü").replace("U:", "Ü").replace("v", "ü")
    low = plain.lower()
    vowels = [at for at, letter in enumerate(low) if letter in _MARKS]
    if not vowels:
        return plain
    at = next((at for at in vowels if low[at] in "ae"), None)
    if at is None:
        at = low.find("ou") if "ou" in low else vowels[-1]
    mark = _MARKS[low[at]][tone - 1]
    return plain[:at] + (mark if plain[at].islower() else mark.upper()) + plain[at + 1 :]


def is_traditional(word: str) -> bool:
    """Return whether a word shows that it is in Traditional characters."""
    return fold(word) != word


def same_script(entry: Entry, word: str) -> str:
    """Return an entry's headword in the script of a word, Simplified where they do not differ."""
    if word == entry.traditional or (word != entry.simplified and is_traditional(word)):
        return entry.traditional
    return entry.simplified
