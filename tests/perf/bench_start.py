"""How long the program takes from the start of its process to a painted window.

Beside it, in turn: a bare PySide6 window. With a page: until its first screen is painted. "ready":
until the first key is taken. Printed are medians in seconds: until painted, the least CPU of that,
and the CPU of the whole process. On an X server of its own when there is Xvfb, then offscreen.

Run: python tests/perf/bench_start.py [number of runs, 7 by default]
"""

from __future__ import annotations

import json
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TALKREADER_SHARED", ROOT.parent / "shared"))
AIM_RATIO, AIM_SECONDS = 1.5, 0.35
BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.painted)

    def painted(self):
        print('{"cpu": %s}' % time.process_time(), flush=True)
        QApplication.exit(0)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds and those of CPU until painted, those with the end, MiB at the peak."""

    wall: float
    cpu: float
    whole: float
    memory: float


def start(command: Sequence[str], variables: dict[str, str]) -> Start:
    """Start a process that prints a line when it is painted, and wait until it has ended."""
    began = perf_counter()
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        wall = perf_counter() - began
        process.stdout.read()
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not line:
        raise SystemExit(f"{' '.join(command)[:200]} ended with status {process.returncode}")
    whole = used.ru_utime + used.ru_stime
    return Start(wall, json.loads(line)["cpu"], whole, used.ru_maxrss / 1024)


def cases() -> dict[str, list[str]]:
    """Return what is started, by its name; the library has the pages from an earlier start."""
    program = [sys.executable, "-m", "talkreader"]
    found = {
        "bare PySide6 window": [sys.executable, "-c", BARE],
        "talkreader, empty": program,
        "talkreader, empty, ready": program,
    }
    pages = {"our sample": ROOT / "seeds" / "lighthouse-fund.txt"}
    for given in sorted(SHARED.glob("seeds/*.txt"))[:1]:
        pages["the given page"] = given
    for name, file in pages.items():
        found[f"talkreader, {name}"] = [*program, str(file)]
        found[f"talkreader, {name}, ready"] = [*program, str(file)]
    return found


def measure(variables: dict[str, str], runs: int) -> None:
    """Start everything in turn, and print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        commands = cases()
        settings = {
            "TALKREADER_CONFIG": folder,
            "TALKREADER_LIBRARY": f"{folder}/library",
            # an installed program is compiled, whatever the environment of the tests says
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
        }
        found: dict[str, list[Start]] = {name: [] for name in commands}
        for number in range(runs + 1):
            for name, command in commands.items():
                until = "ready" if name.endswith("ready") else "1"
                chosen = {**settings, **variables, "TALKREADER_EXIT_AFTER_PAINT": until}
                one = start(command, chosen)
                if number:  # the first start compiles, imports the page, and fills the caches
                    found[name].append(one)
    titles = ("wall", "ratio", "CPU", "ratio", "least", "+ end", "ratio")
    print(f"{'':<34}" + "".join(f"{title:>8}" for title in titles) + f"{'memory':>11}")
    bare: Start | None = None
    for name, starts in found.items():
        middle = Start(
            *(statistics.median(getattr(one, what) for one in starts) for what in Start.__slots__)
        )
        bare = bare or middle
        print(
            f"{name:<34}{middle.wall:>8.3f}{middle.wall / bare.wall:>8.2f}{middle.cpu:>8.3f}"
            f"{middle.cpu / bare.cpu:>8.2f}{min(one.cpu for one in starts):>8.3f}"
            f"{middle.whole:>8.3f}{middle.whole / bare.whole:>8.2f}{middle.memory:>7.0f} MiB"
        )


@contextmanager
def x_server() -> Iterator[str]:
    """Lend the name of the display of an X server; "" when there is no Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        yield ""
        return
    reading, writing = os.pipe()
    words = [
        program,
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1600x1000x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        ready, _, _ = select.select([reading], [], [], 20)
        number = os.read(reading, 20).decode().strip() if ready else ""
        try:
            yield f":{number}" if number else ""
        finally:
            server.terminate()
            os.close(reading)


def main() -> None:
    """Print the figures of each platform."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"medians of {runs} starts; aim with a page: {AIM_RATIO} x bare, {AIM_SECONDS} s\n")
    with x_server() as display:
        if display:
            print("Xvfb")
            measure({"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}, runs)
            print()
    print("offscreen")
    measure({"QT_QPA_PLATFORM": "offscreen"}, runs)


if __name__ == "__main__":
    main()
