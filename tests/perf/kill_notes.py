"""Kill a program that annotates at random moments: ``python tests/perf/kill_notes.py [TIMES]``.

The program says what it is about to do, does it, and says the state of all notes after it was kept.
After each kill (SIGKILL) the file must be sound, and hold exactly the state that was said last: not
a letter differs. Only the one note of an act that was under way may be as it was or as that act
makes it, nothing between.
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
from typing import Any

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


def state_of(note):
    return [note.text, note.color, list(note.tags)]
def say(**what):
    print(json.dumps(what), flush=True)
def state():
    return {note.id: state_of(note) for note in library.notes.all()}
say(state=state())
while True:
    act = dice.choice(("add", "add", "edit", "tag", "recolour", "delete", "undo", "redo"))
    if len(known) > 40:
        act = "delete"
    chosen = dice.choice(list(known.values())) if known else None
    if act in ("undo", "redo"):
        say(act=act)
        getattr(library.notes, act)()
    elif act == "add" or chosen is None:
        new = make_note("note " + str(dice.random()) + " words" * dice.randrange(200))
        say(act=act, note=new.id, after=state_of(new))
        library.notes.add(new)
    elif act == "delete":
        say(act=act, note=chosen.id, after=None)
        library.notes.delete(chosen.id)
    else:
        if act == "edit":
            new = replace(chosen, text=chosen.text + str(dice.random()))
        elif act == "tag":
            new = replace(chosen, tags=(*chosen.tags, str(dice.random())))
        else:
            new = replace(chosen, color=dice.choice(list(Color)))
        say(act=act, note=new.id, after=state_of(new))
        library.notes.update(new)
    known = {note.id: note for note in library.notes.all()}
    say(state=state())
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
        first = process.stdout.readline()
        killer = threading.Timer(dice.uniform(0.0, 0.5), process.kill)
        killer.start()
        said = [first, *(line for line in process.stdout if line.endswith("\n"))]
        killer.join()
    with open_library(folder) as library:
        problems = library.check()
        notes = {n.id: [n.text, n.color, list(n.tags)] for n in library.notes.all()}
    if problems:
        return len(said), problems[0]
    lines = [json.loads(line) for line in said]
    acknowledged = [number for number, line in enumerate(lines) if "state" in line]
    if not acknowledged:
        return 0, ""
    told = lines[acknowledged[-1]]["state"]
    under_way = lines[acknowledged[-1] + 1 :]
    return len(acknowledged) - 1, difference(told, json.loads(json.dumps(notes)), under_way)


def difference(told: dict[str, Any], found: dict[str, Any], under_way: list[Any]) -> str:
    """Return what the file holds otherwise than was said and was under way; "" for nothing."""
    differ = [key for key in told.keys() | found.keys() if told.get(key) != found.get(key)]
    if not differ:
        return ""
    if not under_way:
        return f"{len(differ)} notes differ, and nothing was under way"
    act = under_way[-1]
    if len(differ) > 1:
        return f"{len(differ)} notes differ by one {act['act']}"
    if "note" in act and (differ[0] != act["note"] or found.get(differ[0]) != act["after"]):
        return f"{act['act']} left something between"
    return ""


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
