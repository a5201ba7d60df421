"""Count the proportions of talk pages: ``python tests/perf/measure_pages.py FILE_OR_FOLDER...``.

What `make_dump.py` imitates, for real pages and for its own. One line for each file that has
comments, then one for all of them: bytes of wikitext for each comment; which part of them stands
in comments, and which part is read as their text; bytes of a signature with its date and how many
of the signatures are made by hand; links and templates for each comment; comments that hold a
template, a tag or a table; and how many people speak for each comment of a page.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from talkreader import parsing
from talkreader.archives import open_archive
from talkreader.domain.thread import Comment, ParsedPage

LINK = re.compile(r"(?:<[a-z]+[^<>]*>|'{2,})*\[\[")
LONGEST = 400
ODD = re.compile(r"\{\{|\{\||<[a-z]")


def signed(words: str, comment: Comment) -> str:
    """Return the end of a comment's source from the first link that names its author."""
    signature = comment.signatures[-1]
    words = words[: words.rfind(signature.raw) + len(signature.raw)]
    low = max(words.rfind("\n") + 1, len(words) - LONGEST)
    start = (signature.author or "")[:4].casefold().replace("_", " ")
    for match in LINK.finditer(words, low):
        if start and start in words[match.start() : match.end() + 60].casefold().replace("_", " "):
            return words[match.start() :]
    return signature.raw


def count(page: ParsedPage, wikitext: str) -> Counter[str]:
    """Return the sums of one page."""
    sums = Counter(pages=1, comments=len(page.comments), bytes=len(wikitext.encode()))
    authors = set()
    for comment in page.comments:
        span = comment.source or comment.span
        words = wikitext[span.start : span.end]
        end = signed(words, comment)
        body = words.removesuffix(end)
        authors.add(comment.signatures[-1].author)
        sums["inside"] += len(words.encode())
        sums["text"] += len(comment.body.text.encode())
        sums["signature"] += len(end.encode())
        sums["handmade"] += bool(re.search("<|''", end))
        sums["links"] += body.count("[[")
        sums["templates"] += body.count("{{")
        sums["odd"] += bool(ODD.search(body))
    sums["people"] = len(authors)
    return sums


def sums_of(file: Path) -> Counter[str]:
    """Return the sums of the pages of a file that have comments."""
    sums: Counter[str] = Counter()
    for raw in open_archive(file).pages():
        page = parsing.parse(raw, detail=False)
        if page.comments:
            sums += count(page, raw.text)
    return sums


def told(sums: Counter[str]) -> str:
    """Return the proportions in words."""
    said, size = sums["comments"], sums["bytes"]
    return (
        f"{said:7} comments, {size / said:5.0f} bytes each"
        f", inside {sums['inside'] / size:.2f}, text {sums['text'] / size:.2f}"
        f"; signature {sums['signature'] / said:4.0f}, handmade {sums['handmade'] / said:.2f}"
        f"; links {sums['links'] / said:.2f}, templates {sums['templates'] / said:.2f}"
        f", odd {sums['odd'] / said:.2f}; people {sums['people'] / said:.2f}"
    )


def files(places: list[Path]) -> Iterator[Path]:
    """Yield the files named, and those of folders that hold wikitext."""
    for place in places:
        if place.is_dir():
            yield from sorted(place.rglob("*.wikitext"))
        else:
            yield place


def main() -> int:
    """Print the proportions; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("places", nargs="+", type=Path)
    total: Counter[str] = Counter()
    for file in files(words.parse_args().places):
        sums = sums_of(file)
        if sums["comments"]:
            print(f"{told(sums)}  {file.parent.name}/{file.name}", flush=True)
        total += sums
    if total["comments"]:
        print(f"{told(total)}  all {total['pages']} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
