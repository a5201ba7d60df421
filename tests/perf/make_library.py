"""Make a library of any size: ``python tests/perf/make_library.py FOLDER COMMENTS``.

Invented words by Zipf's law, half of them followed by one of three words that go with them (so that
phrases come back), 30 % Chinese, in comments of some 550 bytes; pages of all lengths, a
few far longer than the others; 50,000 people to a million comments, the busiest of whom wrote one
in thirty. The pages are made as the parser would give them, so that a million comments take
minutes: how long parsing takes, ``bench_parsing.py`` says. The same seed makes the same library.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.body import BlockSpan, Body, Span
from talkreader.domain.page import Form, Origin, RawPage
from talkreader.domain.thread import Comment, Evidence, ParsedPage, Section, Signature
from talkreader.store import open_library
from tests.perf.make_dump import CHINESE_SHARE, START, Vocabulary

MINUTES = 18 * 525_600
NAMESPACES = {"Talk": 1, "User talk": 3, "Wikipedia": 4, "Wikipedia talk": 5}


class LibraryMaker:
    """Makes pages; ``people`` are their names, the busiest first."""

    def __init__(self, seed: int, comments: int) -> None:
        self.chance = Random(seed)  # noqa: S311  reproducible, not secret
        self.words = Vocabulary(self.chance)
        self.together = {chinese: self._companions(chinese=chinese) for chinese in (False, True)}
        count = max(200, comments // 20)
        self.people = [
            self.words.han(self.chance.randint(2, 5))
            if self.chance.random() < CHINESE_SHARE
            else " ".join(self.words.latin(self.chance.choice((1, 2)))).capitalize()
            for _ in range(count)
        ]
        self.number = 0

    def pages(self) -> Iterator[ParsedPage]:
        """Yield pages without end."""
        while True:
            yield self._page(chinese=self.chance.random() < CHINESE_SHARE)

    def _companions(self, *, chinese: bool) -> dict[str, list[str]]:
        """Return the words that like to follow each word."""
        words = self.words.han(120_000) if chinese else ""
        pool = [words[i : i + 2] for i in range(0, len(words), 2)] or self.words.latin(60_000)
        return {word: self.chance.choices(pool, k=3) for word in dict.fromkeys(pool)}

    def _flowing(self, words: list[str], *, chinese: bool) -> list[str]:
        """Return the words, every second one replaced by one that goes with the word before."""
        companions = self.together[chinese]
        for place in range(1, len(words)):
            if self.chance.random() < 0.5:
                words[place] = self.chance.choice(companions.get(words[place - 1], words[place:]))
        return words

    def text(self, *, chinese: bool) -> str:
        """Return what somebody says."""
        size = int(self.chance.lognormvariate(4.8 if chinese else 5.9, 0.9)) + 4
        if chinese:
            run, parts = self.words.han(size + size % 2), []
            pairs = [run[i : i + 2] for i in range(0, len(run), 2)]
            run = "".join(self._flowing(pairs, chinese=True))
            while run:
                length = self.chance.randint(6, 24)
                parts.append(run[:length] + "，")
                run = run[length:]
            return "".join(parts)[:-1] + "。"
        words = self._flowing(self.words.latin(max(3, size // 6)), chinese=False)
        for place in range(12, len(words), 13):
            words[place] += "."
        if self.chance.random() < 0.2:
            words.insert(len(words) // 2, "–")  # a dash, as people write it
        return " ".join(words).capitalize() + "."

    def _person(self) -> str:
        return self.people[int(len(self.people) * self.chance.random() ** 3)]

    def _page(self, *, chinese: bool) -> ParsedPage:
        chance = self.chance
        self.number += 1
        wanted = min(2000, int(chance.lognormvariate(3.0, 1.1)) + 1)
        moment = START + timedelta(minutes=chance.randrange(MINUTES))
        pieces: list[str] = []
        length = 0
        sections = [Section(0, None, 0, None, Span(0, 0))]
        comments: list[Comment] = []
        left = 0
        open_at: list[int] = []
        for index in range(wanted):
            if not left:
                left = int(chance.lognormvariate(1.4, 0.8)) + 1
                heading = self._heading(chinese=chinese)
                line = f"== {heading} ==\n"
                sections.append(
                    Section(len(sections), heading, 2, None, Span(length, length + len(line)))
                )
                pieces.append(line)
                length += len(line)
                open_at = []
            left -= 1
            body = self.text(chinese=chinese if chance.random() < 0.93 else not chinese)
            name = self._person()
            signed = f" {name} {moment:%Y-%m-%d %H:%M} (UTC)\n"
            end = length + len(body)
            depth = min(len(open_at), max(0, len(open_at) + chance.choice((-2, -1, 0, 0, 0))))
            del open_at[depth:]
            comments.append(
                Comment(
                    index=index,
                    section=len(sections) - 1,
                    parent=open_at[-1] if open_at else None,
                    level=depth + 1,
                    level_evidence=Evidence.MARKUP,
                    signatures=(
                        Signature(name, moment, signed, Span(end, end + len(signed)), name),
                    ),
                    body=Body(body, (BlockSpan(0, len(body)),), ()),
                    span=Span(length, end + len(signed)),
                )
            )
            open_at.append(index)
            pieces += (body, signed)
            length = end + len(signed)
            moment += timedelta(minutes=int(chance.lognormvariate(6, 2)) % 100_000)
        name = self.words.han(4) if chinese else " ".join(self.words.latin(2)).capitalize()
        space = chance.choice(list(NAMESPACES))
        text = "".join(pieces)
        raw = RawPage(
            Form.WIKITEXT,
            text,
            title=f"{space}:{name} {self.number}",
            site="zhwiki" if chinese else "enwiki",
            namespace=NAMESPACES[space],
            language="zh" if chinese else "en",
            origin=Origin(path="made", sha256=hashlib.sha256(text.encode()).hexdigest()),
            namespaces=NAMESPACES,
        )
        return ParsedPage(raw, text, tuple(sections), tuple(comments), ())

    def _heading(self, *, chinese: bool) -> str:
        if chinese:
            return self.words.han(self.chance.randint(3, 12))
        return " ".join(self.words.latin(self.chance.randint(2, 7))).capitalize()


def fill(folder: Path, comments: int, seed: int = 1) -> None:
    """Make a library in a folder, and say what it took."""
    maker = LibraryMaker(seed, comments)
    spent = size = 0.0
    stored = 0
    with open_library(folder) as library, library.pages.bulk() as bulk:
        pages = maker.pages()
        while stored < comments:
            batch = list(islice(pages, 200))
            start = time.process_time()
            for page in batch:
                bulk.save(page)
            bulk.expect(stored / comments)  # as an import does, which knows the size of its file
            spent += time.process_time() - start
            stored += sum(len(page.comments) for page in batch)
            size += sum(len(c.body.text.encode()) for page in batch for c in page.comments)
        start = time.process_time()
        bulk.commit()
        spent += time.process_time() - start
    path = folder / "archive.sqlite"
    print(
        f"{stored} comments, {size / 1e6:.1f} MB of text on {maker.number} pages:"
        f" {1e6 * spent / stored:.0f} µs of CPU each;"
        f" archive.sqlite is {path.stat().st_size / size:.2f} of the text's bytes,"
        f" {datetime.now(UTC):%H:%M} UTC"
    )


def main() -> int:
    """Make a library; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("comments", type=int)
    words.add_argument("--seed", type=int, default=1)
    wanted = words.parse_args()
    fill(wanted.folder, wanted.comments, wanted.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
