"""Measure re-anchoring on real pages: ``python tests/perf/measure_anchoring.py FOLDER [PER_PAIR]``.

FOLDER holds archives (it is searched for the files named below; those that are missing are left
out). Notes are put on random words of one copy and looked for in another: the next revision, an
edited copy, another form, an archive page with a section moved to it. The truth comes from the
texts alone (``difflib`` over their lines, then over the words of an edited line), never from what
is being measured.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lxml import etree

from talkreader import archives, parsing
from talkreader.anchoring import AnchorPage, anchor_page, make_target, place
from talkreader.domain.note import AnchorState, Note, Placed, Target
from talkreader.domain.page import Form, PageKey, RawPage
from talkreader.domain.thread import ParsedPage
from tests.anchoring.build import NOW
from tests.perf.anchoring_truth import Comparison, Truth, letters, words_of


def anchors(page: ParsedPage, key: PageKey | None = None) -> AnchorPage:
    """Return the page as anchoring sees it, under another title when one is given."""
    return anchor_page(key or page.raw.key, page.sections, page.comments)


def sample(
    old: AnchorPage, new: AnchorPage, count: int, seed: int
) -> Iterator[tuple[Target, Truth]]:
    """Yield targets on random words of the old page with the truth; half on changed lines."""
    dice = random.Random(seed)  # noqa: S311 - places, not secrets
    compared = Comparison(old, new)
    numbers = [n for n in range(len(compared.old)) if not compared.is_repeated(n)]
    changed = [n for n in numbers if n not in compared.same]
    key = PageKey(old.site, old.title)
    by_index = {comment.index: comment for comment in old.comments}
    for number in range(count if numbers else 0):
        pick = dice.choice(changed if changed and number % 2 else numbers)
        line = compared.old[pick]
        words = words_of(line.text)
        first = dice.randrange(len(words))
        last = min(len(words) - 1, first + int(dice.expovariate(1 / 8)))
        if dice.random() < 0.25:
            first, last = 0, len(words) - 1
        start, end = words[first][1], words[last][1] + len(words[last][0])
        if not letters(line.text[start:end]):
            continue
        target = make_target(key, by_index[line.comment], line.start + start, line.start + end)
        yield target, compared.truth(pick, start, end)


def judge(truth: Truth, placed: Placed | None, texts: dict[int, str]) -> str:
    """Return what became of a note, against the truth."""
    lost = placed is None or placed.state is AnchorState.LOST
    if truth.region is None:
        return "deleted: lost" if lost else "WRONG: deleted, put elsewhere"
    kind = "kept" if truth.whole else "edited"
    if placed is None or lost:
        return f"{kind}: lost"
    start, end = truth.region
    text = texts[truth.comment]
    if placed.comment != truth.comment or placed.end <= start or placed.start >= end:
        return f"WRONG: {kind}, put elsewhere"
    if not truth.whole:
        return "edited: found"
    there = letters(text[placed.start : placed.end])
    return "kept: found" if there == letters(text[start:end]) else "kept: other ends"


class Tally:
    """Counts verdicts and states, and keeps examples of what went wrong."""

    def __init__(self) -> None:
        self.rows: dict[str, Counter[str]] = defaultdict(Counter)
        self.examples: list[str] = []

    def measure(self, row: str, old: AnchorPage, new: AnchorPage, count: int, seed: int) -> None:
        """Put notes on one page and look for them in the other."""
        made = list(sample(old, new, count, seed))
        notes = [
            Note(str(number), (target,), None, "", (), NOW, NOW)
            for number, (target, _truth) in enumerate(made)
        ]
        found = {each.note.id: each for each in place(notes, new)}
        texts = {comment.index: comment.text for comment in new.comments}
        for note, (target, truth) in zip(notes, made, strict=True):
            placed = found.get(note.id)
            verdict = judge(truth, placed, texts)
            self.rows[row][verdict] += 1
            self.rows[row][f"state {placed.state.value if placed else 'lost'}"] += 1
            if verdict in ("WRONG", "kept: lost", "kept: other ends") or "WRONG" in verdict:
                self._keep_example(row, verdict, target, truth, placed, texts)

    def _keep_example(
        self,
        row: str,
        verdict: str,
        target: Target,
        truth: Truth,
        placed: Placed | None,
        texts: dict[int, str],
    ) -> None:
        def words(comment: int | None, start: int, end: int) -> str:
            text = texts.get(-1 if comment is None else comment, "")
            before, after = text[max(0, start - 25) : start], text[end : end + 25]
            return f"#{comment} {before!r}[{text[start:end]!r}]{after!r}"

        there = words(placed.comment, placed.start, placed.end) if placed else "-"
        state = placed.state if placed else "-"
        real = words(truth.comment, *truth.region) if truth.region else "deleted"
        self.examples.append(
            f"{row} | {verdict} | {target.comment} {target.prefix[-25:]!r}[{target.exact!r}]"
            f"{target.suffix[:25]!r}\n    truth {real}\n    found {state} {there}"
        )

    def print(self) -> None:
        """Print the table, and the examples to the standard error."""
        columns = (
            *("state exact", "state moved", "state guessed", "state lost"),
            *("kept: found", "kept: other ends", "kept: lost", "edited: found", "edited: lost"),
            *("deleted: lost", "WRONG"),
        )
        print(
            f"{'':28}", *(f"{column.replace('state ', ''):>10.10}" for column in columns), "right"
        )
        total: Counter[str] = Counter()
        for counts in self.rows.values():
            total += counts
        for name, counts in [*self.rows.items(), ("all", total)]:
            wrong = sum(n for verdict, n in counts.items() if verdict.startswith("WRONG"))
            cells = [wrong if column == "WRONG" else counts[column] for column in columns]
            kept = sum(counts[f"kept: {end}"] for end in ("found", "other ends", "lost"))
            right = f"{counts['kept: found'] / kept:.2%}" if kept else "-"
            print(f"{name:28.28}", *(f"{cell:>10}" for cell in cells), right)


def pages_of(path: Path) -> list[ParsedPage]:
    """Return the pages (for a history: the revisions) of a file, understood."""
    return [parsing.parse(raw) for raw in archives.open_archive(path).pages()]


def histories(folder: Path) -> Iterator[tuple[str, list[ParsedPage]]]:
    """Yield the revisions of each page of the files that hold histories, oldest first."""
    for path in sorted(folder.rglob("*.xml")):
        if path.read_bytes().count(b"<revision>") < 2 or "stub" in path.name:
            continue
        for raw in archives.open_archive(path).pages():
            texts = [text for text in _revisions(path, raw.title) if text.strip()]
            pages = [parsing.parse(replace(raw, text=text)) for text in texts]
            pages = [page for page in pages if page.comments]
            if len(pages) > 1:
                yield path.stem, pages


def _revisions(path: Path, title: str) -> list[str]:
    """Return the texts of all revisions of a page, oldest first, read without the program."""
    parser = etree.XMLParser(recover=True)
    for page in etree.parse(path, parser).getroot().iterfind("{*}page"):
        if page.findtext("{*}title") == title:
            return [each.findtext("{*}text") or "" for each in page.iterfind("{*}revision")]
    return []


def forms(folder: Path) -> Iterator[tuple[str, list[ParsedPage]]]:
    """Yield the forms of each page that is there in several."""
    names = ("page.wikitext", "page.html", "page.dt.html", "page.txt", "page.desktop.txt")
    for case in sorted(folder.rglob("wiki.json")):
        found = [case.with_name(name) for name in names if case.with_name(name).exists()]
        yield "forms of a page (kit)", [page for path in found for page in pages_of(path)[:1]]
    for raw in sorted(folder.rglob("raw.wiki")):
        copies = [raw, *(p for p in sorted(raw.parent.iterdir()) if p.name in _COPIES)]
        more = folder.rglob(f"browser-copies/{raw.parent.name}/*.clipboard.txt")
        pages = [page for path in [*copies, *sorted(more)] for page in pages_of(path)[:1]]
        yield f"forms ({raw.parent.name})", pages


_COPIES = (
    *("vector-2022.html", "vector-legacy.html", "parsoid-rest.html", "minerva-mobile.html"),
    *("render.html", "vector-2022.lynx.txt", "vector-legacy.w3m.txt", "api-parse-fv2.json"),
    *("raw.pandoc-plain.txt", "special-export-current.xml"),
)


def edited(raw: RawPage, seed: int, *, signatures: bool = False) -> RawPage:
    """Return a later revision of a page: lines gone, new and changed, as people edit.

    ``signatures``: lines of a text copy that only sign what stands above them go as others do.
    Then the words before them are somebody else's for whoever reads the copy.
    """
    dice = random.Random(seed)  # noqa: S311
    lines = raw.text.split("\n")
    words = [word for line in lines for word in _parted(line)[0].split() if word.isalpha()]
    new: list[str] = []
    for line in lines:
        roll = dice.random()
        if len(line) < 12 or line.startswith(("=", "{", "|", "<")) or not words:
            new.append(line)
        elif roll < 0.06:
            if not signatures and not _parted(line)[0]:
                new.append(line)
        elif roll < 0.14:
            new.append(_reworded(line, dice, words))
        elif roll < 0.18:
            new += [" ".join(dice.choices(words, k=dice.randint(4, 30))) + ".", line]
        elif roll < 0.22:
            new.append(_cut_sentence(line, dice))
        else:
            new.append(line)
    return replace(raw, text="\n".join(new))


def _reworded(line: str, dice: random.Random, stock: list[str]) -> str:
    """Return the line with some of its words gone, new or others; its signature stays."""
    body, mark, signature = _parted(line)
    words = re.findall(r"\S+\s*|\s+", body) if " " in body else list(body)
    found: list[str] = []
    for word in words:
        roll = dice.random()
        plain = word.strip().isalpha()
        if roll < 0.05 and plain:
            continue
        found.append(f"{dice.choice(stock)} " if roll < 0.08 and plain else word)
        if roll > 0.96 and plain:
            found.append(f"{dice.choice(stock)} ")
    return "".join(found) + mark + signature


def _cut_sentence(line: str, dice: random.Random) -> str:
    """Return the line without one of its sentences."""
    body, mark, signature = _parted(line)
    sentences = re.findall(r"[^.!?。！？]+[.!?。！？]*\s*", body)
    if len(sentences) > 1:
        del sentences[dice.randrange(1, len(sentences))]
    return "".join(sentences) + mark + signature


def _parted(line: str) -> tuple[str, str, str]:
    for mark in ("[[User", "[[user", "[[Special:Contrib"):
        body, found, signature = line.partition(mark)
        if found:
            return body, found, signature
    return (line, "", "") if not re.search(r"\d\d:\d\d", line) else ("", "", line)


def archived(page: ParsedPage, dice: random.Random) -> tuple[ParsedPage, ParsedPage] | None:
    """Return the page without one of its sections, and the archive page that has it now."""
    text = page.raw.text
    heads = [match.start() for match in re.finditer(r"^==[^=].*==\s*$", text, re.MULTILINE)]
    if len(heads) < 2:
        return None
    number = dice.randrange(len(heads))
    start, end = heads[number], [*heads[1:], len(text)][number]
    left = replace(page.raw, text=text[:start] + text[end:])
    moved = replace(page.raw, text=text[start:end], title=f"{page.raw.title}/Archive 1")
    return parsing.parse(left), parsing.parse(moved)


def main(folder: Path, per_pair: int) -> None:
    """Measure, and print the table."""
    tally = Tally()
    sources: list[ParsedPage] = []
    for name, pages in histories(folder):
        sources.append(pages[-1])
        for number, (old, new) in enumerate(pairwise(pages)):
            tally.measure(f"revisions ({name})", anchors(old), anchors(new), per_pair, number)
            tally.measure(f"back ({name})", anchors(new), anchors(old), per_pair, number)
    for path in [
        *folder.rglob("page.wikitext"),
        *folder.rglob("lighthouse-fund.wiki"),
        *folder.rglob("000_*.txt"),
    ]:
        sources += pages_of(path)[:1]
    for number, page in enumerate(sources):
        form = "wikitext" if page.raw.form is Form.WIKITEXT else "text copy"
        _measure_edited(tally, page, form, per_pair)
        split = archived(page, random.Random(number)) if form == "wikitext" else None  # noqa: S311
        if split is not None:
            left, moved = split
            key = page.raw.key
            tally.measure(
                "moved away: left behind", anchors(page, key), anchors(left, key), per_pair, 1
            )
            tally.measure(
                "moved to an archive", anchors(moved, key), _elsewhere(moved), per_pair, 2
            )
    for name, pages in forms(folder):
        key = PageKey("", "T")
        known = [anchors(page, key) for page in pages if page.comments]
        pairs = [*pairwise(known), *((known[0], other) for other in known[2:])]
        for old, new in [*pairs, *((new, old) for old, new in pairs)]:
            tally.measure(name, old, new, per_pair // 3, 3)
    tally.print()
    for example in tally.examples:
        print(example, file=sys.stderr)


def _measure_edited(tally: Tally, page: ParsedPage, form: str, per_pair: int) -> None:
    for seed in range(3):
        later = parsing.parse(edited(page.raw, seed))
        tally.measure(f"edited pages ({form})", anchors(page), anchors(later), per_pair, seed)
        if page.raw.form is not Form.WIKITEXT:
            unsigned = parsing.parse(edited(page.raw, seed, signatures=True))
            row = "edited, signatures gone"
            tally.measure(row, anchors(page), anchors(unsigned), per_pair, seed)


def _elsewhere(page: ParsedPage) -> AnchorPage:
    return anchors(page, PageKey(page.raw.site, f"{page.raw.title}/Archive 1"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 60)
