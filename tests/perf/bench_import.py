"""What importing a dump costs, in CPU time against bz2 alone: ``bench_import.py [DUMP] [--mb N]``.

Without a dump one of N megabytes of XML (200) is made first. Every step runs in a process of its
own; CPU is user and system time of that process and those it started. Read the ratios: wall times
say little on a machine that has other work. mwparserfromhell, which takes long, reads the first
part of the pages: its time over them is compared with ours over the same, and by the byte with
ours from the packed file. A plain line scan (`line_scan`), then with one table and one index in one
transaction, says what the least is that any import of the same dump costs in this language.
"""

from __future__ import annotations

import argparse
import bz2
import gc
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from time import monotonic, thread_time
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from talkreader.domain.thread import ParsedPage
    from tests.perf.line_scan import Comment

MWPH_BYTES = 6_000_000
_LOOK = 0.3  # seconds between two looks at the memory, which take time from both cores
WORKER = 50_000, 20, 100  # how seldom the process that reads for an import looks for circles


def cpu() -> float:
    """Return the CPU seconds of this process and its ended children."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, kinds))


def floor(dump: Path) -> dict[str, float]:
    """Decompress, and nothing else."""
    size = 0
    with bz2.open(dump) as file:
        while data := file.read(1 << 16):
            size += len(data)
    return {"xml": size}


def scan(dump: Path) -> dict[str, float]:
    """The least that finds comments of two languages and their text (`line_scan`)."""
    return {"found": sum(len(found) for _title, found in _scanned(dump))}


def scan_rows(dump: Path) -> dict[str, float]:
    """The same, and a row for each, with no more safety than a spreadsheet has."""
    with closing(sqlite3.connect("")) as library:
        _scan_into(library, dump, index=False)
    return {}


def scan_index(dump: Path) -> dict[str, float]:
    """The same, and an index of words: all in one transaction, its pieces not joined."""
    with closing(sqlite3.connect("")) as library:
        _scan_into(library, dump, index=True)
    return {}


def _scan_into(library: sqlite3.Connection, dump: Path, *, index: bool) -> None:
    from talkreader.store.values.columns import columns

    library.execute("PRAGMA journal_mode = OFF")
    library.execute("PRAGMA synchronous = OFF")
    library.execute("CREATE TABLE item (page TEXT, author TEXT, time TEXT, level INT, text TEXT)")
    library.execute(
        "CREATE VIRTUAL TABLE words USING fts5(txt, content='', columnsize=0, tokenize='ascii')"
    )
    library.execute("INSERT INTO words (words, rank) VALUES ('hashsize', 67108864)")
    number = 0
    for title, found in _scanned(dump):
        library.executemany(
            "INSERT INTO item VALUES (?,?,?,?,?)",
            [(title, one["author"], one["timestamp"], one["level"], one["text"]) for one in found],
        )
        if index:
            library.executemany(
                "INSERT INTO words (rowid, txt) VALUES (?,?)",
                [
                    (key, columns(one["text"], "").tokens)
                    for key, one in enumerate(found, number + 1)
                ],
            )
            number += len(found)
    library.commit()


def _scanned(dump: Path) -> Iterator[tuple[str, list[Comment]]]:
    """Yield the title of each page with the comments that a line scan finds on it."""
    from xml.parsers import expat

    from tests.perf.line_scan import scan as scanned

    pieces: list[str] = []
    pages: list[tuple[str, list[Comment]]] = []
    title = ""

    def start(name: str, _attributes: dict[str, str]) -> None:
        parser.CharacterDataHandler = pieces.append if name in {"text", "title"} else None

    def end(name: str) -> None:
        nonlocal title
        if name == "title":
            title = "".join(pieces)
        elif name == "text":
            waiting = [one for section in scanned("".join(pieces)) for one in section["comments"]]
            for one in waiting:
                waiting += one["replies"]
            pages.append((title, waiting))
        pieces.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    with bz2.open(dump) as file:
        while data := file.read(1 << 16):
            parser.Parse(data)
            yield from pages
            pages.clear()


def parse(dump: Path) -> dict[str, float]:
    """Comments and their text."""
    from talkreader import parsing
    from talkreader.archives import open_archive

    gc.set_threshold(*WORKER)
    comments = text = wikitext = 0
    for raw in open_archive(dump).pages():
        page = parsing.parse(raw, detail=False)
        comments += len(page.comments)
        text += sum(len(comment.body.text.encode()) for comment in page.comments)
        wikitext += len(raw.text.encode())
    return {"comments": comments, "text": text, "wikitext": wikitext}


def rows(dump: Path) -> dict[str, float]:
    """The same, and rows, without the index of words and what it takes of a text."""
    from talkreader import parsing
    from talkreader.archives import open_archive
    from talkreader.store import open_library
    from talkreader.store.index import indexing
    from talkreader.store.pages import bulk, cutting
    from talkreader.store.values.columns import Columns

    gc.set_threshold(*WORKER)
    indexing.Indexer._write_words = lambda _self, _placed: None  # type: ignore[method-assign]
    bulk.BulkWriter.settle = lambda _self, _over: None  # type: ignore[method-assign]
    cutting.columns = lambda _text, _language: Columns("", "", "")
    compiled = not hasattr(cutting.cut, "__code__")  # nothing in it can be replaced then
    spent = 0.0
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder)) as library,
        library.pages.bulk() as writer,
    ):
        for raw in open_archive(dump).pages():
            page = parsing.parse(raw, detail=False)
            if page.comments:
                writer.save(page)
                spent += _words(page) if compiled else 0.0
    return {"watching": 2 * spent}


def _words(page: ParsedPage) -> float:
    """Return what it takes to cut the words of a page for the index."""
    from talkreader.store.values.columns import columns

    texts = [said.body.text for said in (*page.comments, *page.prose)]
    before = cpu()
    for text in texts:
        columns(text, page.raw.language)
    return cpu() - before


def whole(dump: Path) -> dict[str, float]:
    """An import as a person does it, with its index; memory of all its processes together."""
    from talkreader import ingest
    from talkreader.store import open_library

    with tempfile.TemporaryDirectory() as folder:
        peak, done = [0.0, 0.0], Event()
        watcher = Thread(target=_watch, args=(peak, done))
        watcher.start()
        began = monotonic()
        with open_library(Path(folder)) as library:
            report = ingest.import_path(dump, library)
        wall = monotonic() - began
        done.set()
        watcher.join()
        sizes = _sizes(Path(folder) / "archive.sqlite")
        facts = {"wall": wall, "peak": peak[0], "watching": peak[1], "pages": report.page_count}
        return {**facts, **sizes}


def _watch(peak: list[float], done: Event) -> None:
    while not done.wait(_LOOK):
        peak[0] = max(peak[0], sum(map(_resident, _tree(os.getpid()))))
    # looking through the pages of all processes is no part of an import
    peak[1] = thread_time()


def _tree(pid: int) -> list[int]:
    """Return a process and all below it."""
    found = [pid]
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = file.read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            found += _tree(child)
    return found


def _resident(pid: int) -> float:
    """Return the megabytes of memory that only this process has, and its share of the common."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _sizes(file: Path) -> dict[str, float]:
    with closing(sqlite3.connect(file)) as connection:
        index = connection.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'words%' OR name LIKE 'singles%'"
        ).fetchone()[0]
        text = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM item").fetchone()[0]
        source = connection.execute("SELECT sum(pgsize) FROM dbstat").fetchone()[0]
    return {"index": index, "indexed": text, "library": source}


def mwph(dump: Path) -> dict[str, float]:
    """mwparserfromhell.parse of the first pages, and ours."""
    import mwparserfromhell

    from talkreader import parsing
    from talkreader.archives import open_archive

    raws, size = [], 0
    for raw in open_archive(dump).pages():
        raws.append(raw)
        size += len(raw.text.encode())
        if size > MWPH_BYTES:
            break
    before = cpu()
    for raw in raws:
        mwparserfromhell.parse(raw.text)
    between = cpu()
    gc.set_threshold(*WORKER)
    for raw in raws:
        parsing.parse(raw, detail=False)
    return {"bytes": size, "seconds": between - before, "ours": cpu() - between}


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {
    "floor": floor, "scan": scan, "scan rows": scan_rows, "scan index": scan_index,
    "parse": parse, "rows": rows, "whole": whole, "mwph": mwph,
}  # fmt: skip


def step(name: str, dump: Path) -> dict[str, float]:
    """Run a step in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, str(dump), "--step", name],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Print the figures; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("dump", nargs="?", type=Path)
    words.add_argument("--mb", type=float, default=200)
    words.add_argument("--step", choices=STEPS)
    wanted = words.parse_args()
    if wanted.step:
        before = cpu()
        facts = STEPS[wanted.step](wanted.dump)
        used = cpu() - before - facts.pop("watching", 0.0)
        print(json.dumps({"cpu": used, **facts}))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        dump = wanted.dump
        if dump is None:
            dump = Path(folder) / "dump.xml.bz2"
            maker = Path(__file__).with_name("make_dump.py")
            subprocess.run([sys.executable, maker, dump, str(wanted.mb)], check=True)
        _print(dump)
    return 0


def _print(dump: Path) -> None:
    base = step("floor", dump)
    print(f"{base['xml'] / 1e6:.0f} MB of XML, bz2 alone {base['cpu']:.1f} s CPU\n", flush=True)
    least = step("scan", dump)
    told = f"{least['found']:.0f} comments, of two languages, nearly their text"
    print(f"a line scan        {least['cpu'] / base['cpu']:5.2f} x bz2   {told}", flush=True)
    for more in ("rows", "index"):
        least = step(f"scan {more}", dump)["cpu"] / base["cpu"]
        print(f"      with {more:8}{least:5.2f} x bz2", flush=True)
    parsed = step("parse", dump)
    told = f"{parsed['comments']:.0f} comments, {parsed['text'] / 1e6:.0f} MB of their text"
    print(f"comments and text  {parsed['cpu'] / base['cpu']:5.2f} x bz2   {told}", flush=True)
    print(f"with rows          {step('rows', dump)['cpu'] / base['cpu']:5.2f} x bz2", flush=True)
    done = step("whole", dump)
    share = done["wall"] / done["cpu"]
    print(f"with index         {done['cpu'] / base['cpu']:5.2f} x bz2   {done['cpu']:.1f} s CPU")
    print(f"wall time          {share:5.2f} x CPU   {done['wall']:.1f} s")
    print(f"peak memory        {done['peak']:5.0f} MB of all processes together")
    print(f"index              {done['index'] / done['indexed']:5.2f} x the text's bytes")
    print(f"library            {done['library'] / 1e6:5.0f} MB", flush=True)
    slow = step("mwph", dump)
    rate = slow["seconds"] / slow["bytes"]
    print(
        f"mwparserfromhell   {slow['seconds'] / slow['ours']:5.2f} x our parsing of the same pages"
    )
    whole_way = rate * parsed["wikitext"] / parsed["cpu"]
    print(f"                   {whole_way:5.2f} x our reading of the packed file")


if __name__ == "__main__":
    sys.exit(main())
