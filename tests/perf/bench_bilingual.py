"""What the dictionary and the alignment cost, beside reading its file in the same run.

Run: python tests/perf/bench_bilingual.py
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from talkreader import ingest
from talkreader.bilingual import find_pairs, open_lexicon
from talkreader.bilingual.lexicon import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "seeds" / "lighthouse-fund.wiki"


def median(work: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """Return the medians of wall and CPU time, in milliseconds."""
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = perf_counter(), process_time()
        work()
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
    return statistics.median(walls) * 1000, statistics.median(cpus) * 1000


def main() -> None:
    """Print a line for each."""
    (page,) = ingest.understand(SAMPLE)
    bodies = [comment.body.text for comment in page.comments]
    parents = [comment.parent for comment in page.comments]
    sections = [comment.section for comment in page.comments]
    with tempfile.TemporaryDirectory() as folder, open_lexicon(Path(folder)) as lexicon:
        file = Path(folder) / FILE_NAME

        def reopen() -> None:
            open_lexicon(Path(folder)).close()

        def align() -> None:
            find_pairs(bodies, parents=parents, sections=sections, lexicon=lexicon)

        def look_up() -> None:
            for word in lexicon.words("大家好，我代表基金会为没有早一点翻译表示道歉。"):
                lexicon.entries(word)

        print(f"{'':34}   wall ms    CPU ms     ratio")
        floor = median(file.read_bytes)[1]
        for name, work in (
            ("its file, only read", file.read_bytes),
            ("dictionary, opened again", reopen),
            ("words of a sentence looked up", look_up),
            (f"pairs of {len(bodies)} comments", align),
        ):
            wall, cpu = median(work)
            print(f"{name:34} {wall:9.2f} {cpu:9.2f} {cpu / floor:9.1f}")


if __name__ == "__main__":
    main()
