"""Make a MediaWiki XML dump of any size: ``python tests/perf/make_dump.py OUT[.bz2] MEGABYTES``.

Recombines the comments of seeds/ with invented words: their lists, links, templates, tables of
votes and signatures stay, the words change. In proportion to what talk pages of Wikipedia are
like: some 40 comments of 700 bytes on a page, a few pages far longer, words by Zipf's law, 30 %
of the pages Chinese, one page in twenty an article without signatures. The same seed makes the
same dump.
"""

from __future__ import annotations

import argparse
import bz2
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CHINESE_SHARE = 0.3
ARTICLE_SHARE = 0.05
START = datetime(2004, 1, 1, tzinfo=UTC)
WEEKDAYS = "一二三四五六日"
SIGNED = re.compile(
    r"[ ]*(?:--[ ]*)?(?:\[\[(?:User|Special)[^\n]*?\(UTC\)|\{\{unsigned[^{}]*\}\})$", re.MULTILINE
)
LISTS = re.compile(r"^[:*#]*")
HAN = re.compile(r"[\u4e00-\u9fff]")
WORDS = re.compile(
    r"(?P<kept>\{\{[^{}|]*|</?\w[^<>]*>|https?://\S+|[A-Za-z]+:(?=\w)|\d+|User\b|Category\b)"
    r"|(?P<latin>[A-Za-z]{2,})|(?P<han>[\u4e00-\u9fff]+)"
)


class Page(NamedTuple):
    """A page of the dump."""

    title: str
    namespace: int
    text: str


class Vocabulary:
    """Invented words, the first ones far more often than the last (Zipf)."""

    def __init__(self, chance: Random, size: int = 20_000) -> None:
        self._chance = chance
        self._latin = [
            "".join(
                chance.choices(
                    "etaoinshrdlucmfwypvbgk", k=min(12, 2 + int(chance.gammavariate(2, 2)))
                )
            )
            for _ in range(size)
        ]
        self._han = [
            "".join(
                chr(0x4E00 + min(6000, int(25 * chance.paretovariate(0.45)) - 25)) for _ in "ab"
            )
            for _ in range(size)
        ]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(size)))

    def latin(self, count: int) -> list[str]:
        """Return invented words of a language with spaces."""
        return self._chance.choices(self._latin, cum_weights=self._weights, k=count)

    def han(self, length: int) -> str:
        """Return invented Chinese of a length."""
        count = (length + 1) // 2
        return "".join(self._chance.choices(self._han, cum_weights=self._weights, k=count))[:length]

    def reworded(self, text: str) -> str:
        """Return text with other words; markup, addresses and numbers stay."""
        words = self.latin(
            1 + text.count(" ") + text.count("|") + text.count("-") + text.count("/")
        )

        def replace(match: re.Match[str]) -> str:
            if match["kept"]:
                return match[0]
            if match["han"]:
                return self.han(len(match[0]))
            word = words.pop() if words else self.latin(1)[0]
            return word.capitalize() if match[0][0].isupper() else word

        return WORDS.sub(replace, text)

    def sentence(self, *, chinese: bool) -> str:
        """Return a plain sentence."""
        size = self._chance.randint(5, 24)
        if chinese:
            return f"{self.han(size)}，{self.han(size // 2 + 2)}。"
        return " ".join(self.latin(size)).capitalize() + "."


def shapes() -> tuple[list[list[str]], list[list[str]]]:
    """Return the comments of the seeds, English and Chinese, by line and without signature."""
    english: list[list[str]] = []
    chinese: list[list[str]] = []
    for path in sorted(SEEDS.glob("*.wiki")):
        for section in re.split(r"^=.*=$", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            place = 0
            for match in SIGNED.finditer(section):
                lines = section[place : match.start()].strip().split("\n")
                place = match.end()
                prefix = LISTS.match(lines[0])
                base = prefix[0] if prefix else ""
                lines = [line.removeprefix(base) for line in lines]
                (chinese if HAN.search(lines[0]) else english).append(lines)
    return english, chinese


class PageMaker:
    """Makes one page after the other."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311  reproducible, not secret
        self._words = Vocabulary(self._chance)
        self._shapes = shapes()
        self._people = [
            (" ".join(self._words.latin(self._chance.choice((1, 1, 2)))).capitalize(), False)
            for _ in range(2500)
        ] + [(self._words.han(self._chance.randint(2, 5)), True) for _ in range(1000)]

    def pages(self) -> Iterator[Page]:
        """Yield pages without end."""
        number = 0
        while True:
            number += 1
            chinese = self._chance.random() < CHINESE_SHARE
            name = self._words.han(4) if chinese else " ".join(self._words.latin(2)).capitalize()
            if self._chance.random() < ARTICLE_SHARE:
                yield Page(f"{name} {number}", 0, self._article(chinese=chinese))
            else:
                yield Page(f"Talk:{name} {number}", 1, self._talk(chinese=chinese))

    def _article(self, *, chinese: bool) -> str:
        count = int(self._chance.lognormvariate(3.5, 0.8))
        return "\n\n".join(self._words.sentence(chinese=chinese) for _ in range(count))

    def _talk(self, *, chinese: bool) -> str:
        wanted = min(2000, int(self._chance.lognormvariate(3.0, 1.1)) + 1)
        moment = START + timedelta(minutes=self._chance.randrange(18 * 525_600))
        lines: list[str] = []
        said = 0
        while said < wanted:
            level = self._chance.choice(("==", "==", "==", "==="))
            lines += ["", f"{level} {self._heading(chinese=chinese)} {level}", ""]
            depth = 0
            for _ in range(min(wanted - said, int(self._chance.lognormvariate(1.4, 0.8)) + 1)):
                lines += self._comment(depth, moment, chinese=chinese)
                moment += timedelta(minutes=int(self._chance.lognormvariate(6, 2)) % 100_000)
                depth = max(0, min(depth + self._chance.choice((-2, -1, 0, 1, 1, 1)), 8))
                said += 1
        return "\n".join(lines).strip() + "\n"

    def _heading(self, *, chinese: bool) -> str:
        if chinese:
            return self._words.han(self._chance.randint(3, 12))
        return " ".join(self._words.latin(self._chance.randint(2, 7))).capitalize()

    def _comment(self, depth: int, moment: datetime, *, chinese: bool) -> list[str]:
        chinese = chinese if self._chance.random() < 0.93 else not chinese
        shape = self._chance.choice(self._shapes[chinese])
        lines = [self._words.reworded(line) for line in shape]
        size = sum(map(len, lines))
        wanted = int(self._chance.lognormvariate(4.6 if chinese else 5.6, 0.9))
        while size < wanted:
            more = self._words.sentence(chinese=chinese)
            if self._chance.random() < 0.08:
                more = self._words.reworded(
                    self._chance.choice(self._chance.choice(self._shapes[chinese]))
                )
                more = more.lstrip(":*# ")
            size += len(more) + 1
            if not depth and self._chance.random() < 0.1:
                lines += ["", more]
            else:
                lines[-1] += ("" if chinese else " ") + more
        mark = self._chance.choice(("*", ":", ":", ":", ":")) * depth
        marked = [mark + line if line or not mark else "" for line in lines]
        if mark:
            marked = [line for line in marked if line]
        marked[-1] += " " + self._signature(moment, chinese=chinese)
        return [*marked, ""] if not depth else marked

    def _signature(self, moment: datetime, *, chinese: bool) -> str:
        clock = f"{moment:%H:%M}"
        if chinese:
            day = f"{moment.year}年{moment.month}月{moment.day}日 ({WEEKDAYS[moment.weekday()]})"
            date, word, talk = f"{day} {clock} (UTC)", "留言", "（[[User talk:{0}|留言]]）"
        else:
            date = f"{clock}, {moment.day} {moment:%B %Y} (UTC)"
            word, talk = "talk", " ([[User talk:{0}|talk]])"
        name, _ = self._people[int(len(self._people) * self._chance.random() ** 3)]
        kind = self._chance.random()
        if kind < 0.05:
            address = f"198.51.100.{self._chance.randrange(256)}"
            return f"[[Special:Contributions/{address}|{address}]]{talk.format(address)} {date}"
        if kind < 0.07:
            return f"{{{{unsigned|{name}|{date}}}}}"
        if kind < 0.15:
            label = (
                f"<span style=\"color:#0645ad\">'''{name[:1]}'''{self._words.latin(1)[0]}</span>"
            )
            return f"[[User:{name}|{label}]]<sup>[[User talk:{name}|{word}]]</sup> {date}"
        return f"[[User:{name}|{name}]]{talk.format(name)} {date}"


def dump(megabytes: float, seed: int = 1) -> Iterator[bytes]:
    """Yield an XML export of at least so many megabytes, page by page."""
    xml = (SEEDS / "lighthouse-fund.xml").read_text(encoding="utf-8")
    head = xml[: xml.index("<page>")].rstrip(" ").encode()
    yield head
    size = len(head)
    for number, page in enumerate(PageMaker(seed).pages(), 1):
        if size >= megabytes * 1e6:
            break
        data = _page_xml(number, page).encode()
        size += len(data)
        yield data
    yield b"</mediawiki>\n"


def _page_xml(number: int, page: Page) -> str:
    moment = START + timedelta(days=7300, seconds=number)
    return (
        f"  <page>\n    <title>{escape(page.title)}</title>\n    <ns>{page.namespace}</ns>\n"
        f"    <id>{number}</id>\n    <revision>\n      <id>{100_000 + number}</id>\n"
        f"      <timestamp>{moment:%Y-%m-%dT%H:%M:%SZ}</timestamp>\n      <contributor>\n"
        f"        <username>Ana Brook</username>\n        <id>58</id>\n      </contributor>\n"
        f"      <model>wikitext</model>\n      <format>text/x-wiki</format>\n"
        f'      <text bytes="{len(page.text.encode())}" xml:space="preserve">'
        f"{escape(page.text)}</text>\n    </revision>\n  </page>\n"
    )


def main() -> int:
    """Write a dump; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("out", type=Path, help="bzip2-compressed when its name ends in .bz2")
    words.add_argument("megabytes", type=float, help="of XML, uncompressed")
    words.add_argument("--seed", type=int, default=1)
    wanted = words.parse_args()
    packed = wanted.out.suffix == ".bz2"
    size = 0
    with bz2.open(wanted.out, "wb") if packed else wanted.out.open("wb") as out:
        for piece in dump(wanted.megabytes, wanted.seed):
            size += out.write(piece)
    print(f"{wanted.out}: {size / 1e6:.1f} MB of XML")
    return 0


if __name__ == "__main__":
    sys.exit(main())
