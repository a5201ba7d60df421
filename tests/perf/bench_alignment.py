"""How many links between two texts are right, on texts that are perturbed: F1 of links.

Run: python tests/perf/bench_alignment.py [--rate 0.12] [--seed 1] TRUTH.tsv...

A truth is a table with a line for each block (paragraph, heading, cell): English, tab, Chinese. On
either side ``rate`` of the blocks are deleted, then ``rate`` of the rest are merged with the next
one. A link joins an English with a Chinese block; it is right when both have words of one line of
the table. Truths are made from documents that exist in both languages, such as manuals whose pages
have the same paragraphs in the same order. Of a table with three columns the first one is skipped,
as in tests/seed_translations.tsv.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path
from time import process_time

from talkreader.bilingual import Lexicon, Passage, Piece, align_texts, open_lexicon
from talkreader.domain.bilingual import PairOrigin, Segment

Block = tuple[list[int], str]
Links = set[tuple[int, int]]


def perturbed(texts: list[str], chance: random.Random, rate: float, glue: str) -> list[Block]:
    """Return the blocks that are left, each with the numbers of those it was made from."""
    kept = [([number], text) for number, text in enumerate(texts) if chance.random() >= rate]
    blocks: list[Block] = []
    while kept:
        numbers, text = kept.pop(0)
        if kept and chance.random() < rate:
            others, more = kept.pop(0)
            numbers, text = numbers + others, text + glue + more
        blocks.append((numbers, text))
    return blocks


def true_links(english: list[Block], chinese: list[Block]) -> Links:
    """Return the links that there are."""
    where = {number: place for place, (numbers, _text) in enumerate(chinese) for number in numbers}
    return {
        (place, where[number])
        for place, (numbers, _text) in enumerate(english)
        for number in numbers
        if number in where
    }


def found_links(english: list[Block], chinese: list[Block], lexicon: Lexicon) -> Links:
    """Return the links that the pairs make."""
    texts = ["\n".join(text for _numbers, text in side) for side in (english, chinese)]
    pairs = align_texts(
        [Passage(Piece(0, texts[0]))],
        [Passage(Piece(0, texts[1]))],
        lexicon=lexicon,
        origin=PairOrigin.FILE,
    )
    starts = [
        list(accumulate((len(text) + 1 for _numbers, text in side), initial=0))
        for side in (english, chinese)
    ]

    def blocks(side: Segment, at: list[int]) -> range:
        return range(bisect_right(at, side.start) - 1, bisect_right(at, side.end - 1))

    return {
        (left, right)
        for pair in pairs
        if pair.source is not None and pair.target is not None
        for left in blocks(pair.source, starts[0])
        for right in blocks(pair.target, starts[1])
    }


def main() -> None:
    """Print a line for each truth, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truths", nargs="+", type=Path)
    parser.add_argument("--rate", type=float, default=0.12)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    totals = [0, 0, 0, 0.0]
    with tempfile.TemporaryDirectory() as folder, open_lexicon(Path(folder)) as lexicon:
        for file in arguments.truths:
            rows = [line.split("\t")[-2:] for line in file.read_text("utf-8").splitlines()]
            chance = random.Random(f"{file.name}{arguments.seed}")  # noqa: S311 - no secret
            english = perturbed([row[0] for row in rows], chance, arguments.rate, " ")
            chinese = perturbed([row[1] for row in rows], chance, arguments.rate, "")
            began = process_time()
            found = found_links(english, chinese, lexicon)
            seconds = process_time() - began
            truth = true_links(english, chinese)
            one = (len(found & truth), len(found), len(truth), seconds)
            totals = [total + more for total, more in zip(totals, one, strict=True)]
            print(f"{file.stem:36} {_line(*one)}")
    print(f"{'all':36} {_line(*totals)}")


def _line(right: float, found: float, true: float, seconds: float) -> str:
    precision, recall = right / max(found, 1), right / max(true, 1)
    f1 = 2 * right / max(found + true, 1)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {seconds:6.2f} s CPU"


if __name__ == "__main__":
    main()
