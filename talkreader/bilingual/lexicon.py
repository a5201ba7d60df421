"""The dictionary: Chinese words with their pinyin and English senses, and the way back."""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from talkreader.bilingual.characters import fold
from talkreader.bilingual.lexicon_file import FILE_NAME, MAGIC, build
from talkreader.bilingual.stems import stem

CREDIT = "CC-CEDICT, MDBG, CC BY-SA 4.0"
"""Whose work the entries are; shown wherever they are shown."""

_NO_LIMIT = 1 << 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``pinyin`` has tone numbers, as CC-CEDICT writes it ("dao4 qian4")."""

    traditional: str
    simplified: str
    pinyin: str
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the dictionary found at ``text[start:end]``, with all of its entries."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Lexicon:
    """CC-CEDICT, opened in milliseconds; blocks are read as words begin to need them.

    Made by `open_lexicon`. Reading from several threads is safe.
    """

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data
        head_end = len(MAGIC) + 12
        head_size = int(data[len(MAGIC) : head_end])
        self._base = head_end + head_size
        head = json.loads(data[head_end : self._base])
        self._chinese: dict[str, list[int]] = head["chinese"]
        self._english: dict[str, list[int]] = head["english"]
        self.size: int = head["size"]
        self._words: dict[str, dict[str, list[str]]] = {}
        self._longest: dict[str, int] = {}
        self._stems: dict[str, tuple[int, str, str]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; look-ups that need a new block fail afterwards."""
        if isinstance(self._data, mmap.mmap):
            self._data.close()

    def _lines(self, place: list[int]) -> Iterator[str]:
        offset, size = place
        block = self._data[self._base + offset : self._base + offset + size]
        return iter(block.decode().splitlines())

    def _block(self, first: str) -> dict[str, list[str]]:
        """Return the words that begin with one (Simplified) character, with their raw entries."""
        block = self._words.get(first)
        if block is None:
            block = {}
            for line in self._lines(self._chinese[first]) if first in self._chinese else ():
                key, _tab, rest = line.partition("\t")
                block.setdefault(key, []).append(rest)
            self._longest[first] = max(map(len, block), default=0)
            self._words[first] = block
        return block

    def entries(self, word: str) -> tuple[Entry, ...]:
        """Return the entries of a word in either script, an exact match of the script first."""
        key = fold(word)
        found = [_entry(raw) for raw in self._block(key[:1]).get(key, ())]
        found.sort(key=lambda entry: word not in (entry.traditional, entry.simplified))
        return tuple(found)

    def resolved(self, entry: Entry) -> Entry:
        """Return the entry with the senses of the word that a "see X" or "variant of X" names."""
        senses = list(entry.senses)
        for sense in entry.senses:
            target = named(sense)
            if target and target not in (entry.traditional, entry.simplified):
                senses += [more for other in self.entries(target) for more in other.senses]
        return Entry(
            entry.traditional, entry.simplified, entry.pinyin, tuple(dict.fromkeys(senses))
        )

    def longest_at(self, text: str, at: int) -> Match | None:
        """Return the longest word that starts at the offset, None when there is none."""
        if not 0 <= at < len(text):
            return None
        end = self._end_of_word(fold(text[at : at + 32]))
        if not end:
            return None
        return Match(at, at + end, self.entries(text[at : at + end]))

    def _end_of_word(self, folded: str) -> int:
        block = self._block(folded[:1])
        for size in range(min(self._longest[folded[:1]], len(folded)), 0, -1):
            if folded[:size] in block:
                return size
        return 0

    def words(self, text: str) -> list[str]:
        """Return the words of a text by longest match, Simplified; what is no word is left out."""
        folded = fold(text)
        found: list[str] = []
        at = 0
        while at < len(folded):
            size = self._end_of_word(folded[at : at + 32])
            if size:
                found.append(folded[at : at + size])
            at += size or 1
        return found

    def senses(self, word: str) -> Iterator[str]:
        """Return the senses of all entries of a word given in Simplified."""
        for raw in self._block(word[:1]).get(word, ()):
            yield from raw.split("\t")[3:]

    def _stem_row(self, word_stem: str) -> tuple[int, str, str]:
        row = self._stems.get(word_stem)
        if row is None:
            row = self._stems[word_stem] = self._read_stem(word_stem)
        return row

    def _read_stem(self, word_stem: str) -> tuple[int, str, str]:
        """Return a stem's line, found among those of its block without reading the others."""
        place = self._english.get(word_stem[:2])
        if place is None:
            return 0, "", ""
        start, end = self._base + place[0], self._base + place[0] + place[1]
        name = f"{word_stem}\t".encode()
        at = start - 1 if self._data[start : start + len(name)] == name else -1
        at = at if at >= 0 else self._data.find(b"\n" + name, start, end)
        if at < 0:
            return 0, "", ""
        stop = self._data.find(b"\n", at + 1, end)
        line = self._data[at + 1 : stop if stop >= 0 else end].decode()
        _name, count, words, common = line.split("\t")
        return int(count), words, common

    def frequency(self, word_stem: str) -> int:
        """Return how many entries have a sense with this stem (see `stems.stem`)."""
        return self._stem_row(word_stem)[0]

    def words_for(self, word_stem: str) -> list[str]:
        """Return the Chinese words that have a sense with this stem, the closest first."""
        return self._stem_row(word_stem)[1].split()

    def chinese_for(self, english: str, limit: int = 12) -> tuple[Entry, ...]:
        """Return the entries whose senses name an English word, the closest senses first.

        Of those that say just this the common words come first, and names last.
        """
        wanted = english.strip().lower()
        _count, closest, common = self._stem_row(stem(wanted))
        near = closest.split()[: limit or _NO_LIMIT]
        words = dict.fromkeys([*common.split(), *near])
        found = [entry for word in words for entry in self.entries(word)]
        exact = [entry for entry in found if any(_same(sense, wanted) for sense in entry.senses)]
        exact.sort(key=lambda entry: (entry.pinyin[:1].isupper(), not _is_measured(entry)))
        rest = [
            entry
            for entry in found
            if entry not in exact and any(wanted in sense.lower() for sense in entry.senses)
        ]
        return tuple((exact + rest)[: limit or _NO_LIMIT])


def _entry(raw: str) -> Entry:
    traditional, simplified, pinyin, *senses = raw.split("\t")
    return Entry(traditional, simplified, pinyin, tuple(senses))


def named(sense: str) -> str:
    """Return the word that "see 甲|乙[yi3]" or "variant of 甲" points to, Simplified; "" none."""
    for lead in ("see also ", "see ", "variant of ", "old variant of "):
        if sense.startswith(lead):
            word = sense.removeprefix(lead).split("[", 1)[0].split("|")[-1].strip()
            return "" if not word or word.isascii() or " " in word else word
    return ""


def _is_measured(entry: Entry) -> bool:
    return any(sense.startswith("CL:") for sense in entry.senses)


def _same(sense: str, wanted: str) -> bool:
    plain = sense.lower().split(" (")[0]
    return wanted in (plain, plain.removeprefix("to "))


def open_lexicon(cache_dir: Path) -> Lexicon:
    """Return the dictionary from its file in ``cache_dir``, made on the first call (some seconds).

    A file that is cut off or of another version is made anew; when the folder cannot be written
    the dictionary lives in memory for this run.
    """
    path = cache_dir / FILE_NAME
    data = _mapped(path)
    if data is None:
        content = build()
        try:
            _write(path, content)
        except OSError:
            return Lexicon(content)
        data = _mapped(path)
        if data is None:
            return Lexicon(content)
    return Lexicon(data)


def _mapped(path: Path) -> mmap.mmap | None:
    """Return the file's bytes, None unless it is a whole file of this version."""
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # ValueError: an empty file cannot be mapped
        return None
    if data[: len(MAGIC)] == MAGIC and data[-len(MAGIC) :] == MAGIC:
        return data
    data.close()
    return None


def _write(path: Path, content: bytes) -> None:
    """Put the file in its place whole, so that a second process never sees a part of it."""
    from tempfile import NamedTemporaryFile

    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=FILE_NAME, delete=False) as file:
        file.write(content)
    try:
        Path(file.name).replace(path)
    except OSError:
        Path(file.name).unlink()
        raise
