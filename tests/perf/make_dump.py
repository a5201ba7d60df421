"""Make a MediaWiki XML dump of any size: ``python tests/perf/make_dump.py OUT[.bz2] MEGABYTES``.

Recombines the comments of seeds/ with invented words: their lists, links, templates and tables of
votes stay, the words change; words by Zipf's law, 30 % of the pages Chinese, one page in twenty an
article without signatures. The same seed makes the same dump. In the proportions of real talk
pages, as ``measure_pages.py`` counts them: bytes for each comment and how many of them are read as
its text, what stands outside of comments, links and templates, how long signatures are and how
many are made by hand, and how many people speak on a page of so many comments. (It has
658 bytes a comment, .62 of them text, .87 of them in comments; the reference's ordinary pages have
489 to 916, their mean is 693, .42 to .75 and .63 to .98.)
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
PEOPLE = 15_000
HANDMADE_SHARE = 0.37  # of signatures
PEOPLE_ON_PAGE = 1.6, 0.72  # n comments are by 1.6 n ** 0.72 people
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


class Person(NamedTuple):
    """Somebody who signs, always in the same way."""

    name: str
    english: str
    chinese: str


class PageMaker:
    """Makes one page after the other."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311  reproducible, not secret
        self._words = Vocabulary(self._chance)
        self._shapes = shapes()
        self._people = [self._person() for _ in range(PEOPLE)]

    def _person(self) -> Person:
        chance = self._chance
        if chance.random() < 0.05:
            name = f"198.51.{chance.randrange(256)}.{chance.randrange(256)}"
        elif chance.random() < CHINESE_SHARE:
            name = self._words.han(chance.randint(2, 5))
        else:
            name = " ".join(self._words.latin(chance.choice((1, 2, 2)))).capitalize()
        if name[0].isdigit():
            page = f"[[Special:Contributions/{name}|{name}]]"
        elif chance.random() < HANDMADE_SHARE:
            signature = self._handmade(name)
            return Person(name, signature, signature)
        else:
            page = f"[[User:{name}|{name}]]"
        talk = f"[[User talk:{name}|"
        return Person(name, f"{page} ({talk}talk]])", f"{page}（{talk}留言]]）")

    def _handmade(self, name: str) -> str:
        chance, word = self._chance, self._words.latin
        color, half, rest = self._color(), name[:2], name[2:]
        label = chance.choice(
            (
                f"<span style=\"color:{color};font-family:serif\">'''{name}'''</span>",
                f'<span style="color:{color}">{half}</span><b style="color:navy">{rest}</b>',
                f'<b style="text-shadow:{color} 0.2em 0.2em 0.1em">{name}</b>',
                f"'''<font color=\"{color}\">{name}</font>'''",
                f"''{word(1)[0].capitalize()} {name}''",
                name,
            )
        )
        talk = f"[[User talk:{name}|"
        behind = chance.choice(
            (
                f"<sup>{talk}{word(1)[0]}]]</sup>",
                f' <sup>{talk}<span style="color:{color}">talk</span>]]</sup>',
                f" <small>({talk}talk]] · [[Special:Contributions/{name}|contribs]])</small>",
                f" {talk}<i style='color:{color}'>{' '.join(word(2))}</i>]]",
            )
        )
        return f"[[User:{name}|{label}]]{behind}"

    def _color(self) -> str:
        return f"#{self._chance.randrange(1 << 24):06x}"

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
        lines = self._banners()
        signers: list[Person] = []
        while len(signers) < wanted:
            level = self._chance.choice(("==", "==", "==", "==="))
            lines += ["", f"{level} {self._heading(chinese=chinese)} {level}", ""]
            closed = self._chance.random() < 0.04
            if closed:
                lines += ["{{archive top}}", ""]
            elif self._chance.random() < 0.55:
                lines += [*self._unsigned(chinese=chinese), ""]
                if self._chance.random() < 0.6:
                    continue
            depth = 0
            size = int(self._chance.lognormvariate(1.4, 0.8)) + 1
            for _ in range(min(wanted - len(signers), size)):
                signers.append(self._signer(signers))
                lines += self._comment(depth, moment, signers, chinese=chinese)
                moment += timedelta(minutes=int(self._chance.lognormvariate(6, 2)) % 100_000)
                depth = max(0, min(depth + self._chance.choice((-2, -1, 0, 1, 1, 1)), 8))
            if closed:
                lines.append("{{archive bottom}}")
        return "\n".join(lines).strip() + "\n"

    def _signer(self, before: list[Person]) -> Person:
        """Return who comments next: who spoke before speaks again, the more the more."""
        factor, power = PEOPLE_ON_PAGE
        new = factor * power * (len(before) + 1) ** (power - 1)
        if before and self._chance.random() >= new:
            return self._chance.choice(before)
        return self._people[int(len(self._people) * self._chance.random() ** 3)]

    def _banners(self) -> list[str]:
        """Return what stands above the discussions of a talk page."""
        word = self._words.latin
        lines = ["{{Talk header}}"] if self._chance.random() < 0.6 else []
        if self._chance.random() < 0.8:
            lines.append("{{WikiProject banner shell|class=C|1=")
            names = word(self._chance.randint(2, 6))
            lines += [f"{{{{WikiProject {name.capitalize()}|importance=low}}}}" for name in names]
            lines.append("}}")
        if self._chance.random() < 0.5:
            lines += ["{{User:Archive Bot/config", f"|archive = Talk:{word(1)[0]}/%(counter)d"]
            lines += ["|algo = old(90d)", "|counter = 3", "}}", "{{Archives|auto=yes}}"]
        return lines

    def _unsigned(self, *, chinese: bool) -> list[str]:
        """Return what stands below a heading and is nobody's comment."""
        kind = self._chance.random()
        if kind < 0.4:
            return ["{{" + "|".join(["Requested move", *self._words.latin(3)]) + "}}"]
        count = self._chance.randint(4, 24)
        sentences = [self._words.sentence(chinese=chinese) for _ in range(count)]
        if kind < 0.7:
            return ["{{quote|1=" + " ".join(sentences) + "}}"]
        return ["* " + sentence for sentence in sentences]

    def _heading(self, *, chinese: bool) -> str:
        if chinese:
            return self._words.han(self._chance.randint(3, 12))
        return " ".join(self._words.latin(self._chance.randint(2, 7))).capitalize()

    def _comment(
        self, depth: int, moment: datetime, signers: list[Person], *, chinese: bool
    ) -> list[str]:
        chinese = chinese if self._chance.random() < 0.93 else not chinese
        shape = self._chance.choice(self._shapes[chinese])
        lines = [self._words.reworded(line) for line in shape]
        size = sum(map(len, lines))
        wanted = int(self._chance.lognormvariate(4.35 if chinese else 5.35, 0.9))
        while size < wanted:
            more = self._words.sentence(chinese=chinese)
            if self._chance.random() < 0.08:
                more = self._words.reworded(
                    self._chance.choice(self._chance.choice(self._shapes[chinese]))
                )
                more = more.lstrip(":*# ")
            elif self._chance.random() < 0.8:
                more = f"{self._mark(chinese=chinese)} {more}"
            size += len(more) + 1
            if not depth and self._chance.random() < 0.1:
                lines += ["", more]
            else:
                lines[-1] += ("" if chinese else " ") + more
        if depth and self._chance.random() < 0.2:
            lines[0] = f"{{{{ping|{signers[-2 % len(signers)].name}}}}} {lines[0]}"
        mark = self._chance.choice(("*", ":", ":", ":", ":")) * depth
        marked = [mark + line if line or not mark else "" for line in lines]
        if mark:
            marked = [line for line in marked if line]
        marked[-1] += " " + self._signature(moment, signers[-1], chinese=chinese)
        return [*marked, ""] if not depth else marked

    def _mark(self, *, chinese: bool) -> str:
        """Return a link, a template, a tag or another mark, with words in it."""
        one, two = [self._words.han(n) for n in (4, 3)] if chinese else self._words.latin(2)
        page = " ".join(self._words.latin(3)).capitalize()
        address = "https://{}.example/{}/{}.html?id={}".format(*self._words.latin(4))
        marks = {
            f"[[{page}]]": 45,
            f"[[{page}#{two.capitalize()}|{one} {two}]]": 15,
            f"[[Wikipedia:{page}/{two.capitalize()}|{one}]]": 15,
            f"{{{{tl|{one}}}}}": 5,
            f"<ref>{{{{cite web|url={address}|title={page}|access-date=2019-05-01}}}}</ref>": 4,
            f"<span style=\"color:{self._color()}\">'''{one}'''</span>": 2,
            f"{{{{tq|{one} {two}}}}}": 5,
            f"[{address} {two}]": 15,
            address: 3,
            f"<small>{one}</small>": 3,
            f"<code>{one}</code>": 2,
            f"<s>{one} {two}</s>": 2,
            f"''{one}''": 9,
            f"'''{one}'''": 5,
        }
        return self._chance.choices(list(marks), list(marks.values()))[0]

    def _signature(self, moment: datetime, signer: Person, *, chinese: bool) -> str:
        clock = f"{moment:%H:%M}"
        if chinese:
            day = f"{moment.year}年{moment.month}月{moment.day}日 ({WEEKDAYS[moment.weekday()]})"
            date, words = f"{day} {clock} (UTC)", signer.chinese
        else:
            date = f"{clock}, {moment.day} {moment:%B %Y} (UTC)"
            words = signer.english
        if self._chance.random() < 0.02:
            return f"{{{{unsigned|{signer.name}|{date}}}}}"
        return f"{words} {date}"


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
