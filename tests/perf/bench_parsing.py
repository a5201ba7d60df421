"""Measure what reading pages costs: ``python tests/perf/bench_parsing.py [MEGABYTES]``.

Prints ratios, each against something measured in the same run: time for twice the page; bulk
wikitext against mwparserfromhell on the same pages; HTML against lxml's own parse. CPU time, best
of several. ``--profile`` prints where the time of the bulk goes instead.
"""

from __future__ import annotations

import argparse
import cProfile
import html
import pstats
import re
import sys
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import lxml.html
import mwparserfromhell

from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from tests.perf.make_dump import Page, PageMaker

SIZES = (1, 2, 4, 8)
INLINE = (
    (re.compile(r"\[\[([^\[\]|]*)\|([^\[\]]*)\]\]"), r'<a href="/wiki/\1" title="\1">\2</a>'),
    (re.compile(r"\[\[([^\[\]|]*)\]\]"), r'<a href="/wiki/\1" title="\1">\1</a>'),
    (re.compile(r"'''(.*?)'''"), r"<b>\1</b>"),
    (re.compile(r"''(.*?)''"), r"<i>\1</i>"),
)


def seconds(action: Callable[[], object], times: int = 3) -> float:
    """Return the least CPU time that an action takes."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best


def sample(megabytes: float) -> list[Page]:
    """Return generated talk pages of so many megabytes in all."""
    size, pages = 0, []
    for page in PageMaker(7).pages():
        if size >= megabytes * 1e6:
            return pages
        if page.namespace:
            pages.append(page)
            size += len(page.text.encode())
    return pages


def as_html(wikitext: str) -> str:
    """Return a page as a wiki would show it, as far as the generated pages go."""
    out: list[str] = []
    for line in wikitext.split("\n"):
        marks = len(line) - len(line.lstrip(":*#"))
        text = html.escape(line[marks:], quote=False)
        text = re.sub(r"&lt;(/?(?:code|s|span|sup|small|blockquote)\b.*?)&gt;", r"<\1>", text)
        for pattern, shown in INLINE:
            text = pattern.sub(shown, text)
        heading = re.fullmatch(r"(={2,6})\s*(.*?)\s*\1", text)
        if heading:
            level = len(heading[1])
            out.append(f'<h{level}><span class="mw-headline">{heading[2]}</span></h{level}>')
        elif marks:
            out.append("<dl><dd>" * marks + text + "</dd></dl>" * marks)
        elif text:
            out.append(f"<p>{text}</p>")
    body = "\n".join(out)
    return f'<html><body><div class="mw-parser-output">{body}</div></body></html>'


def as_text(wikitext: str) -> str:
    """Return a page as a copy without markup."""
    text = re.sub(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]", r"\1", wikitext)
    text = re.sub(r"<[^<>]*>|'{2,}|^[:*#]+", "", text, flags=re.MULTILINE)
    return re.sub(r"^=+\s*(.*?)\s*=+$", r"\1[edit]", text, flags=re.MULTILINE)


def growth(pages: list[Page]) -> None:
    """Print the time of one page of 1, 2, 4 and 8 MB in each form."""
    whole = "\n".join(page.text for page in pages)
    forms: dict[Form, Callable[[str], str]] = {
        Form.WIKITEXT: str,
        Form.HTML: as_html,
        Form.PLAINTEXT: as_text,
    }
    for form, convert in forms.items():
        text = convert(whole)
        before = 0.0
        for size in SIZES:
            piece = text.encode()[: size * 1_000_000].decode("utf-8", "ignore")
            raw = RawPage(form, piece, title="Talk:Lighthouse", language="en")
            spent = seconds(lambda raw=raw: parse(raw), times=2)  # type: ignore[misc]  mypy cannot infer a lambda's default
            ratio = f"{spent / before:.2f} x half of it" if before else ""
            print(f"  {form:9} {size} MB {spent:7.2f} s {size / spent:6.1f} MB/s   {ratio}")
            before = spent


def bulk(pages: list[Page]) -> None:
    """Print the cost of a dump's pages against mwparserfromhell, and of HTML against lxml."""
    raws = [RawPage(Form.WIKITEXT, page.text, page.title, language="en") for page in pages]
    size = sum(len(page.text.encode()) for page in pages) / 1e6
    found = sum(len(parse(raw).comments) for raw in raws)
    ours = seconds(lambda: [parse(raw) for raw in raws])
    print(f"  wikitext {len(pages)} pages, {size:.1f} MB, {found} comments: {size / ours:.1f} MB/s")
    print(f"  {1e6 * ours / found:.0f} µs a comment")
    few = list(islice(pages, max(1, len(pages) // 4)))
    part = sum(len(page.text.encode()) for page in few) / 1e6
    theirs = seconds(lambda: [mwparserfromhell.parse(page.text) for page in few], times=1)
    print(
        f"  mwparserfromhell alone: {part / theirs:.1f} MB/s = {theirs / part * size / ours:.1f} x"
    )
    shown = [as_html(page.text) for page in pages]
    weight = sum(len(page.encode()) for page in shown) / 1e6
    floor = seconds(lambda: [lxml.html.document_fromstring(page) for page in shown])
    webs = [RawPage(Form.HTML, page, "Talk:A", language="en") for page in shown]
    spent = seconds(lambda: [parse(raw) for raw in webs])
    print(f"  html {weight:.1f} MB: {weight / spent:.1f} MB/s = {spent / floor:.2f} x lxml's parse")


def profile(pages: list[Page], form: Form) -> None:
    """Print where the time goes."""
    convert = {Form.WIKITEXT: str, Form.HTML: as_html, Form.PLAINTEXT: as_text}[form]
    raws = [RawPage(form, convert(page.text), page.title, language="en") for page in pages]
    watch = cProfile.Profile()
    watch.runcall(lambda: [parse(raw) for raw in raws])
    pstats.Stats(watch).sort_stats("tottime").print_stats(25)


def main() -> int:
    """Measure and print; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("megabytes", type=float, nargs="?", default=10)
    words.add_argument("--profile", choices=[form.value for form in Form])
    wanted = words.parse_args()
    pages = sample(wanted.megabytes)
    if wanted.profile:
        profile(pages, Form(wanted.profile))
        return 0
    print("bulk")
    bulk(pages)
    print("one long page")
    growth(pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
