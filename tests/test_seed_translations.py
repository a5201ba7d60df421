"""The sample discussion in two languages: every translation in it is found, and nothing else.

`seed_translations.tsv` is the truth, sentence by sentence: where it stands, English, Chinese.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path

import pytest

from talkreader import ingest, pairing
from talkreader.bilingual import Lexicon, convert_in_place, find_pairs, open_lexicon
from talkreader.domain.bilingual import PairOrigin, Segment
from talkreader.domain.thread import ParsedPage

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "perf"))

from bench_alignment import Block, Links, found_links, perturbed, true_links  # noqa: E402

Row = tuple[str, str, str]
POST = 4
"""Sentences of a post."""


@pytest.fixture(scope="module")
def truth() -> list[Row]:
    lines = (ROOT / "seed_translations.tsv").read_text("utf-8").splitlines()
    return [
        (origin, english, chinese)
        for origin, english, chinese in (line.split("\t") for line in lines)
    ]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dictionary")


@pytest.fixture(scope="module")
def lexicon(cache: Path) -> Lexicon:
    return open_lexicon(cache)


def page(seeds: Path, name: str) -> ParsedPage:
    (found,) = ingest.understand(seeds / name)
    return found


def test_every_translation_of_the_page_is_found_where_it_stands_and_no_other(
    seeds: Path, cache: Path, truth: list[Row]
) -> None:
    found = {
        (p.origin.value, *sorted((p.source.text, p.target.text)))
        for p in pairing.pairs_of(page(seeds, "night-ferry.wiki"), cache)
        if p.source and p.target
    }

    headings = {("section", "A new name for the old ship", "舊船的新名字")}
    assert found == headings | {(o, *sorted((e, c))) for o, e, c in truth if o != "subpage"}


def test_the_subpage_is_paired_by_its_units(seeds: Path, cache: Path, truth: list[Row]) -> None:
    pairs = pairing.pairs_between(
        page(seeds, "night-ferry-rules.wiki"),
        page(seeds, "night-ferry-rules-zh.wiki"),
        PairOrigin.SUBPAGE,
        cache,
    )

    assert [(p.source.text, p.target.text) for p in pairs if p.source and p.target] == [
        (english, chinese) for origin, english, chinese in truth if origin == "subpage"
    ]


@pytest.mark.parametrize("script", ["zh-hans", "zh-tw"])
def test_most_links_are_right_when_much_is_left_out_and_merged(
    script: str, truth: list[Row], lexicon: Lexicon
) -> None:
    right = found = true = 0
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311 - no secret
        english = perturbed([row[1] for row in truth], chance, 0.12, " ")
        texts = [convert_in_place(row[2], script) for row in truth]
        chinese = perturbed(texts, chance, 0.12, "")
        links, truly = found_links(english, chinese, lexicon), true_links(english, chinese)
        right += len(links & truly)
        found += len(links)
        true += len(truly)

    assert 2 * right / (found + true) >= 0.95


@pytest.mark.parametrize("script", ["zh-hans", "zh-tw"])
def test_most_links_of_posts_in_both_languages_are_right_and_hardly_any_wrong(
    script: str, truth: list[Row], lexicon: Lexicon
) -> None:
    right = found = true = 0
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311 - no secret
        for at in range(0, len(truth) - POST + 1, POST):
            rows = truth[at : at + POST]
            english = perturbed([row[1] for row in rows], chance, 0.12, " ")
            texts = [convert_in_place(row[2], script) for row in rows]
            chinese = perturbed(texts, chance, 0.12, "")
            links, truly = _links_of_post(english, chinese, lexicon), true_links(english, chinese)
            right += len(links & truly)
            found += len(links)
            true += len(truly)

    assert 2 * right / (found + true) >= 0.95
    assert right / found >= 0.98


def _links_of_post(english: list[Block], chinese: list[Block], lexicon: Lexicon) -> Links:
    """Return which paragraphs of a post, the English before the Chinese ones, are paired."""
    paragraphs = [text for _numbers, text in (*english, *chinese)]
    starts = list(accumulate((len(text) + 2 for text in paragraphs), initial=0))

    def blocks(side: Segment) -> range:
        return range(bisect_right(starts, side.start) - 1, bisect_right(starts, side.end - 1))

    return {
        (left, right - len(english))
        for pair in find_pairs(["\n\n".join(paragraphs)], parents=[None], lexicon=lexicon)
        if pair.source is not None and pair.target is not None
        for left in blocks(pair.source)
        for right in blocks(pair.target)
    }
