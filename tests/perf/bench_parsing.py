"""Measure what reading pages costs: ``python tests/perf/bench_parsing.py [MEGABYTES]``.

Prints ratios, each against something measured in the same run: wikitext, of a dump and of the
reference data where it is there, against mwparserfromhell on the same pages; a dump from bzip2 to
comments against bzip2 alone; HTML against lxml's own parse; time for twice the page. CPU time, the
least of several, taken in turn. ``--profile FORM`` prints where the time goes instead.
"""

from __future__ import annotations

import argparse
import bz2
import cProfile
import html
import json
import pstats
import re
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import lxml.html
import mwparserfromhell

from talkreader.archives import open_archive
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from tests.perf.fuzz_parsing import reference_data
from tests.perf.make_dump import Page, PageMaker, dump

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


def each(action: Callable[[RawPage], object], raws: list[RawPage]) -> Callable[[], None]:
    """Return an action that does something to each page and keeps none."""

    def run() -> None:
        for raw in raws:
            action(raw)

    return run


def bulk(raw: RawPage) -> object:
    """Read a page as an import does."""
    return parse(raw, detail=False)


def growth(pages: list[Page]) -> None:
    """Print the time of one page of 1, 2, 4 and 8 MB in each form."""
    whole = "\n".join(page.text for page in pages)
    forms: dict[Form, Callable[[str], str]] = {
        Form.WIKITEXT: str,
        Form.HTML: as_html,
        Form.PLAINTEXT: as_text,
    }
    for form, convert in forms.items():
        data = convert(whole).encode()
        if len(data) < SIZES[-1] * 1_000_000:  # one page still, not several one behind the other
            times = 1 + SIZES[-1] * 1_000_000 // len(data)
            data = convert("\n".join([whole] * times)).encode()
        before = [0.0, 0.0]
        for size in SIZES:
            piece = data[: size * 1_000_000].decode("utf-8", "ignore")
            raw = RawPage(form, piece, title="Talk:Lighthouse", language="en")
            spent = [seconds(each(action, [raw])) for action in (bulk, parse)]
            ratios = [now / half if half else 0.0 for now, half in zip(spent, before, strict=True)]
            print(
                f"  {form:9} {size} MB: bulk {size / spent[0]:4.1f} MB/s, {ratios[0]:.2f} x half of"
                f" it; in detail {size / spent[1]:4.1f} MB/s, {ratios[1]:.2f} x half of it"
            )
            before = spent


def wikitext(pages: list[Page]) -> None:
    """Print the cost of a dump's pages against mwparserfromhell on the same pages."""
    measure([RawPage(Form.WIKITEXT, page.text, page.title, language="en") for page in pages])


def measure(raws: list[RawPage]) -> None:
    """Print the cost of pages against mwparserfromhell on the same pages."""
    size = sum(len(raw.text.encode()) for raw in raws) / 1e6
    found = sum(len(parse(raw).comments) for raw in raws)
    print(f"  {len(raws)} pages, {size:.1f} MB, {found} comments")
    spent = {"bulk": float("inf"), "in detail": float("inf"), "mwparserfromhell": float("inf")}
    actions = (bulk, parse, lambda raw: mwparserfromhell.parse(raw.text))
    for _ in range(3):
        for name, action in zip(spent, actions, strict=True):
            spent[name] = min(spent[name], seconds(each(action, raws), times=1))
    for name, taken in spent.items():
        print(
            f"  {name:16} {size / taken:5.1f} MB/s, {1e6 * taken / found:4.0f} µs a comment,"
            f" mwparserfromhell takes {spent['mwparserfromhell'] / taken:.1f} x that"
        )


def pipeline(megabytes: float) -> None:
    """Print the cost of a dump, step by step, against stdlib bz2 on the same file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "dump.xml.bz2"
        with bz2.open(path, "wb") as out:
            for piece in dump(megabytes):
                out.write(piece)
        size = len(bz2.decompress(path.read_bytes())) / 1e6

        def unpack() -> None:
            with bz2.open(path) as file:
                while file.read(1 << 20):
                    pass

        def pages() -> None:
            for _ in open_archive(path).pages():
                pass

        def comments() -> None:
            for raw in open_archive(path).pages():
                parse(raw, detail=False)

        least = [float("inf")] * 3
        for _ in range(3):
            for place, action in enumerate((unpack, pages, comments)):
                least[place] = min(least[place], seconds(action, times=1))
    print(f"  {size:.1f} MB of XML, bz2 alone {size / least[0]:.1f} MB/s")
    print(f"  to pages    {least[1] / least[0]:.2f} x bz2")
    print(f"  to comments {least[2] / least[0]:.2f} x bz2, {size / least[2]:.1f} MB/s")


def web(name: str, raws: list[RawPage]) -> None:
    """Print the cost of saved pages against lxml's own parse."""
    weight = sum(len(raw.text.encode()) for raw in raws) / 1e6
    least = [float("inf")] * 3
    actions = (lambda raw: lxml.html.document_fromstring(raw.text), bulk, parse)
    for _ in range(5):
        for place, action in enumerate(actions):
            least[place] = min(least[place], seconds(each(action, raws), times=1))
    print(
        f"  {name}: {len(raws)} pages, {weight:.1f} MB: bulk {least[1] / least[0]:.2f} x,"
        f" in detail {least[2] / least[0]:.2f} x lxml's parse ({weight / least[1]:.1f} MB/s)"
    )


def real_pages(suffix: str, form: Form) -> list[RawPage]:
    """Return pages of the reference data in the wiki's own language; none where it is not."""
    shared = reference_data()
    if shared is None:
        return []
    cases = json.loads((shared / "conformance" / "cases.json").read_text(encoding="utf-8"))
    languages = {case["name"]: case["lang"] for case in cases if "lang" in case}
    return [
        replace(raw, language=languages.get(path.parent.name, "en"))
        for path in sorted((shared / "conformance").rglob(f"*{suffix}"))
        for raw in open_archive(path).pages()
        if raw.form is form
    ]


def profile(pages: list[Page], form: Form) -> None:
    """Print where the time goes."""
    convert = {Form.WIKITEXT: str, Form.HTML: as_html, Form.PLAINTEXT: as_text}[form]
    raws = [RawPage(form, convert(page.text), page.title, language="en") for page in pages]
    watch = cProfile.Profile()
    watch.runcall(each(bulk, raws))
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
    print("wikitext of a dump")
    wikitext(pages)
    print("a dump packed with bzip2")
    pipeline(wanted.megabytes)
    if real := real_pages(".wikitext", Form.WIKITEXT):
        print("wikitext of the reference data")
        measure(real)
    print("html")
    web("generated", [RawPage(Form.HTML, as_html(p.text), p.title, language="en") for p in pages])
    if saved := real_pages(".html", Form.HTML):
        web("reference data", saved)
    print("one long page")
    growth(pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
