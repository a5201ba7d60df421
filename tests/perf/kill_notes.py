"""Kill a program that annotates at random moments: ``python tests/perf/kill_notes.py [TIMES]``.

The program says each act after it was kept. After each kill (SIGKILL) the file must be sound, and
hold every act that was said: the states of all notes are compared, one act that was under way may
be there or not.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

ANNOTATE = """
import json, random, sys
from dataclasses import replace
from pathlib import Path
from talkreader.domain.note import Color
from talkreader.store import open_library
from tests.store.pages import make_note
library = open_library(Path(sys.argv[1]))
dice = random.Random(sys.argv[2])
known = {note.id: note for note in library.notes.all()}
print(json.dumps({"begin": None}), flush=True)
while True:
    act = dice.choice(("add", "add", "edit", "tag", "recolour", "delete", "undo", "redo"))
    chosen = dice.choice(list(known.values())) if known else None
    if act == "undo":
        library.notes.undo()
    elif act == "redo":
        library.notes.redo()
    elif act == "add" or chosen is None:
        library.notes.add(make_note("note " + str(dice.random()) + " words" * dice.randrange(200)))
    elif act == "delete":
        library.notes.delete(chosen.id)
    elif act == "edit":
        library.notes.update(replace(chosen, text=chosen.text + str(dice.random())))
    elif act == "tag":
        library.notes.update(replace(chosen, tags=(*chosen.tags, str(dice.random()))))
    else:
        library.notes.update(replace(chosen, color=dice.choice(list(Color))))
    known = {note.id: note for note in library.notes.all()}
    state = {note.id: [note.text, note.color, list(note.tags)] for note in known.values()}
    print(json.dumps({"state": state}), flush=True)
    if len(known) > 40:
        library.notes.delete(dice.choice(list(known)))
        known = {note.id: note for note in library.notes.all()}
"""


def one_kill(folder: Path, number: int, dice: random.Random) -> tuple[int, str]:
    """Annotate, kill, open again; return how many acts were said, and what is wrong ("")."""
    from talkreader.store import open_library

    with subprocess.Popen(
        [sys.executable, "-c", ANNOTATE, str(folder), str(number)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        killer = threading.Timer(dice.uniform(0.0, 0.5), process.kill)
        killer.start()
        said = [line for line in process.stdout if line.endswith("\n")]
        killer.join()
    with open_library(folder) as library:
        problems = library.check()
        notes = {n.id: [n.text, n.color, list(n.tags)] for n in library.notes.all()}
    if problems:
        return len(said), problems[0]
    if not said:
        return 0, ""
    acknowledged = json.loads(said[-1])["state"]
    differ = [
        key
        for key in acknowledged.keys() | notes.keys()
        if acknowledged.get(key) != json.loads(json.dumps(notes.get(key)))
    ]
    # one act, and the tidying deletion beside it, may have been under way
    return len(said), "" if len(differ) <= 2 else f"{len(differ)} notes differ"


def main(times: int) -> int:
    """Kill so often; return 1 when anything was lost."""
    dice = random.Random(1)  # noqa: S311
    failed: list[str] = []
    acts = 0
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(times):
            said, wrong = one_kill(Path(folder), number, dice)
            acts += said
            if wrong:
                failed.append(f"kill {number}: {wrong}")
    seconds = time.perf_counter() - start
    print(f"{times} kills, {acts} acknowledged acts, {len(failed)} losses, {seconds:.0f} s")
    print("\n".join(failed))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
