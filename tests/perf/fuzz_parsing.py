"""Fuzz the parsing room: ``python tests/perf/fuzz_parsing.py START COUNT [--log FILE]``.

Input number n is made from n alone: a piece of a sample page (and of the reference data, when it
is there), mutated: cut, spliced, repeated, nested, with broken tags, odd characters and forged
markup. Each is parsed as one of the three forms and must not raise, not take over a second, and
leave no word outside the spans of headings, comments and prose; without detail it must come to the
same text, comments and spans. A failure is made small and printed. A run is resumed with the next
START; the counts are printed as it goes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.body import Body
from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import ParsedPage
from talkreader.parsing import parse

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 1.0  # seconds of CPU for one input, all of which are below 50 kB
LARGEST = 50_000
SUFFIXES = {".wiki": "wiki", ".wikitext": "wiki", ".html": "html", ".txt": "txt"}
FORMS = {"wiki": Form.WIKITEXT, "html": Form.HTML, "txt": Form.PLAINTEXT}
LANGUAGES = ["en", "zh", "", "de", "ar", "fa", "lzh", "th", "xx", "pt-br"]
STAMP = "10:00, 4 May 2023 (UTC)"
ATOMS = [
    "{{", "}}", "[[", "]]", "[", "]", "|", "||", "!!", "{|", "|}", "|-", "\n", "\n\n", ":", "*",
    "#", ";", "=", "==", "======", "'''", "''", "''''''", "<!--", "-->", "<nowiki>", "</nowiki>",
    "<pre>", "</pre>", "<ref>", "</ref>", "<ref name=", "-{", "}-", "-{zh-hans:", ";zh-hant:",
    "~~~~", "----", "<div>", "</div>", "<table>", "<tr><td>", "</table>", "<ul><li>", "</ul>",
    "<blockquote>", "</blockquote>", "<br/>", "<hr>", "<p>", "</p>", "<small>", "<s>", "<dl><dd>",
    "</dd></dl>", "<section>", "<script>", "</script>", "<style>", "<!DOCTYPE", "<![CDATA[", "<",
    ">", "&", "&#", "&#0;", "&#x110000;", "&#xd800;", "&#99999999999999999999;", "&nbsp;", "&lt;",
    "\x00", "\ud800", "\udfff", "\ue000", "\ue001", "\ue13c", "\uffff", "\U0010ffff", "\u200e",
    "\u2028", "\x85", "\x0c", "\x1b", "\r", "\t", " ", "\u3000", "\xa0", "\ufeff", "\u0130",
    "(UTC)", " (UTC)", "(CST)", "（UTC）", "(utc)", "2021", "1:1", "２０２１年", "31 February 2021",
    "99:99", STAMP, "2021年9月16日 (四) 21:45 (UTC)", "[[User:A|A]] " + STAMP,
    "[[User:", "[[Special:Contributions/", "{{unsigned|", "{{outdent}}", "{{collapse top}}",
    "{{collapse bottom}}", "{{tq|", "{{ping|", "(talk) " + STAMP, "[reply]", "[edit]", "Edit",
    "<span data-mw-comment-start='' id='c-A-2023'></span>", "<span data-mw-comment-end='c-A-2023'>",
    "<span data-mw-comment='{\"id\":'>", "<h2>", "</h2>", "<h2 id='x'>x</h2>",
    "<a href='./User:A'>",
    "<a href='/wiki/User:A' title='User:A'>A</a>", "</a>", "<div id='toc'>", "<a href='//[x'>",
    "<div class='mw-parser-output'>", "<li>", "<dd>", "<q>", "<i lang=en>UTC</i>", "([[UTC]])",
]  # fmt: skip
NESTS = [
    ("{{", "}}"), ("{{a|", "}}"), ("[[", "]]"), ("[[a|", "]]"), ("{|\n|", "\n|}"), ("''", "''"),
    ("<div>", "</div>"), ("<ul><li>", "</li></ul>"), ("<table><tr><td>", "</td></tr></table>"),
    ("<b>", "</b>"), ("-{", "}-"), ("{{{", "}}}"), ("<blockquote>", "</blockquote>"), ("<s>", ""),
    ("<dl><dd>", "</dd></dl>"), (":", ""), ("*", ""), ("<small>", ""), ("[[File:a|", "]]"),
    ("(", ")"),
    ("<ref>", "</ref>"), ("<!--", "-->"), ("{{unsigned|", "}}"), ("[http://a ", "]"), ("=", "="),
]  # fmt: skip


def reference_data() -> Path | None:
    """Return the folder of reference data beside the project, if there is one."""
    folder = Path(os.environ.get("TALKREADER_SHARED", ROOT.parent / "shared"))
    return folder if folder.is_dir() else None


def corpus(shared: Path | None) -> dict[str, list[str]]:
    """Return the pages that inputs are made of, by form: the project's own, and the shared ones."""
    pages: dict[str, list[str]] = {kind: [] for kind in FORMS}
    folders = [ROOT / "seeds"]
    if shared is not None:
        folders += [shared / "conformance" / "cases", shared / "samples", shared / "seeds"]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            kind = SUFFIXES.get(path.suffix)
            if kind and path.is_file():
                text = path.read_bytes().decode("utf-8", "replace")
                pages[kind].append(text)
    return pages


class Maker:
    """Makes input number n."""

    def __init__(self, pages: dict[str, list[str]]) -> None:
        self._pages = pages
        self._steps: list[Callable[[random.Random, str], str]] = [
            self._atom, self._atom, self._atom, self._cut, self._splice, self._repeat, self._nest,
            self._swap, self._delete, self._character,
        ]  # fmt: skip

    def make(self, number: int) -> RawPage:
        """Return the page of a number."""
        chance = random.Random(number)  # noqa: S311  reproducible, not secret
        kind = chance.choice(list(FORMS))
        source = kind if chance.random() < 0.9 else chance.choice(list(FORMS))
        text = self._piece(chance, source)
        for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
            text = chance.choice(self._steps)(chance, text)[:LARGEST]
        title = chance.choice(("", "Talk:Lighthouse", "User talk:A", text[:20]))
        language = chance.choice(LANGUAGES)
        return RawPage(FORMS[kind], text[:LARGEST], title=title, language=language)

    def _piece(self, chance: random.Random, kind: str) -> str:
        text = chance.choice(self._pages[kind])
        size = chance.choice((40, 200, 600, 600, 1500, 4000))
        if chance.random() < 0.002:
            size = LARGEST
        start = chance.randrange(max(1, len(text) - size))
        return text[start : start + size]

    @staticmethod
    def _atom(chance: random.Random, text: str) -> str:
        place = chance.randint(0, len(text))
        return text[:place] + chance.choice(ATOMS) + text[place:]

    @staticmethod
    def _cut(chance: random.Random, text: str) -> str:
        place = chance.randint(0, len(text))
        return text[place:] if chance.random() < 0.5 else text[:place]

    def _splice(self, chance: random.Random, text: str) -> str:
        place = chance.randint(0, len(text))
        return text[:place] + self._piece(chance, chance.choice(list(FORMS)))[:600] + text[place:]

    @staticmethod
    def _repeat(chance: random.Random, text: str) -> str:
        place = chance.randint(0, len(text))
        size = chance.choice((1, 3, 10, 40))
        piece = text[place : place + size] if chance.random() < 0.5 else chance.choice(ATOMS)
        times = chance.choice((2, 5, 20, 100)) if chance.random() < 0.98 else 10_000
        return text[:place] + piece * times + text[place:]

    @staticmethod
    def _nest(chance: random.Random, text: str) -> str:
        begin, end = chance.choice(NESTS)
        depth = chance.choice((2, 5, 30, 120)) if chance.random() < 0.98 else 3000
        first, last = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        return text[:first] + begin * depth + text[first:last] + end * depth + text[last:]

    @staticmethod
    def _swap(chance: random.Random, text: str) -> str:
        lines = text.split("\n")
        chance.shuffle(lines)
        return "\n".join(lines)

    @staticmethod
    def _delete(chance: random.Random, text: str) -> str:
        place = chance.randint(0, len(text))
        return text[:place] + text[place + chance.choice((1, 2, 5, 50)) :]

    @staticmethod
    def _character(chance: random.Random, text: str) -> str:
        place = chance.randint(0, len(text))
        return text[:place] + chr(chance.randrange(0x110000)) + text[place + 1 :]


class TooSlow(BaseException):
    """An input took so long that it was interrupted; not an Exception, so that nothing eats it."""


def interrupt(_number: int, _frame: FrameType | None) -> None:
    """Stop an input that takes too long."""
    raise TooSlow


def failure(raw: RawPage) -> str:
    """Return what is wrong with a page's parse; "" when nothing is."""
    signal.setitimer(signal.ITIMER_PROF, 4 * LIMIT)
    start = time.process_time()
    try:
        page = parse(raw)
        spent = time.process_time() - start
        bulk = parse(raw, detail=False)
    except TooSlow:
        return f"slow: over four seconds in {raw.form.value}"
    except Exception as error:  # noqa: BLE001  any exception is what is looked for
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
        if isinstance(error, RecursionError):
            where = raw.form.value  # its place is chance
        return f"{type(error).__name__} in {where}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if spent > LIMIT or time.process_time() - start - spent > LIMIT:
        return f"slow: over one second in {raw.form.value}"
    spans = [section.span for section in page.sections[1:]]
    spans += [comment.span for comment in page.comments]
    spans += [prose.span for prose in page.prose]
    place = 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if span.start < place:
            return "overlap: two spans claim the same words"
        if page.text[place : span.start].strip():
            return "loss: words outside all spans"
        place = span.end
    if page.text[place:].strip():
        return "loss: words after the last span"
    return difference(page, bulk)


def difference(detailed: ParsedPage, bulk: ParsedPage) -> str:
    """Return where a page without detail is another than with it; "" when they agree."""
    for name in ("text", "sections", "warnings"):
        if getattr(detailed, name) != getattr(bulk, name):
            return f"bulk: other {name}"
    for name in ("comments", "prose"):
        plain = tuple(replace(item, body=Body(item.body.text)) for item in getattr(detailed, name))
        if plain != getattr(bulk, name):
            return f"bulk: other {name}"
    return ""


def smallest(raw: RawPage, wanted: str) -> RawPage:
    """Return a page with the same failure from which no piece can be taken away."""
    text = raw.text
    size = len(text) // 2
    deadline = time.monotonic() + 60
    while size and time.monotonic() < deadline:
        place = 0
        while place < len(text) and time.monotonic() < deadline:
            shorter = text[:place] + text[place + size :]
            if failure(_with_text(raw, shorter)) == wanted:
                text = shorter
            else:
                place += size
        size //= 2
    return _with_text(raw, text)


def _with_text(raw: RawPage, text: str) -> RawPage:
    return RawPage(raw.form, text, title=raw.title, language=raw.language)


def main() -> int:
    """Run; return how many kinds of failure there were."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("start", type=int)
    words.add_argument("count", type=int)
    words.add_argument("--log", type=Path)
    words.add_argument("--small", action="store_true", help="make failures small (takes a minute)")
    wanted = words.parse_args()
    signal.signal(signal.SIGPROF, interrupt)
    maker = Maker(corpus(reference_data()))
    kinds: Counter[str] = Counter()
    began = time.process_time()
    for number in range(wanted.start, wanted.start + wanted.count):
        raw = maker.make(number)
        found = failure(raw)
        if found:
            kinds[found] += 1
            if kinds[found] == 1:
                raw = smallest(raw, found) if wanted.small else raw
                report = {"seed": number, "failure": found, "form": raw.form, "title": raw.title}
                report |= {"language": raw.language, "text": raw.text[:400], "size": len(raw.text)}
                line = json.dumps(report)
                print(line, flush=True)
                if wanted.log:
                    with wanted.log.open("a", encoding="utf-8") as out:
                        out.write(line + "\n")
        done = number - wanted.start + 1
        if done % 10_000 == 0 or done == wanted.count:
            rate = done / (time.process_time() - began)
            print(f"{done} inputs, next {number + 1}, {rate:.0f}/s, {dict(kinds)}", flush=True)
    return len(kinds)


if __name__ == "__main__":
    sys.exit(main())
