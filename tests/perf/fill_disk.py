"""Fill the disk in the middle of an import: ``fill_disk.py [DUMP] [--times 8]``.

The library is imported onto a small disk of its own (a tmpfs, mounted for this process alone), that
is too small at each of so many shares of what the whole import needs. The import must end with a
clear error, the library must be sound, its notes must be there and be read; more room is made, as
much as would fit or too little once more, and in the end the library must hold the very same as one
that was made in one go. What is written for a moment only (TMPDIR) is on the same disk.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.store import open_library
from tests.perf.kill_import import fingerprint, problems
from tests.store.pages import make_note

ALONE = ["unshare", "--user", "--map-root-user", "--mount"]
FULL = "disk is full"
BLOCK = 4096
ROOM = 3
"""So many times what is taken in the end is enough: what is written last is there twice a while."""


def run_import(dump: Path, disk: Path, library: str) -> tuple[int, str]:
    """Import; return the exit status and what was said to the person."""
    done = subprocess.run(
        [sys.executable, "-m", "talkreader", "import", str(dump), "--library", disk / library],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(disk)},
    )
    return done.returncode, done.stderr.strip()


def mount(disk: Path, size: int, *options: str) -> None:
    """Give a disk so many bytes."""
    rounded = -(-size // BLOCK) * BLOCK
    command = ["mount", "-t", "tmpfs", "-o", ",".join((*options, f"size={rounded}"))]
    subprocess.run([*command, "tmpfs", disk], check=True)


def taken(disk: Path) -> int:
    """Return the bytes that are taken on a disk."""
    facts = os.statvfs(disk)
    return (facts.f_blocks - facts.f_bfree) * facts.f_frsize


class Filler:
    """Imports onto disks that are too small; ``most`` is what the whole import takes."""

    def __init__(self, dump: Path, disk: Path) -> None:
        self.dump = dump
        self.disk = disk
        self.faults: list[str] = []
        self.whole: list[str] = []
        self.most = 0

    def make_whole(self) -> None:
        """Import once on a disk that is large enough."""
        mount(self.disk, 8 * 1024**3)
        status, said = run_import(self.dump, self.disk, "whole")
        if status:
            self.faults.append(f"the whole import ended with {status}: {said}")
        self.whole, self.most = fingerprint(self.disk / "whole"), taken(self.disk)
        subprocess.run(["umount", self.disk], check=True)

    def fill(self, share: float) -> None:
        """Fill a disk that has a share of what is needed, make room, and go on to the end."""
        size, notes = int(self.most * share), 0
        mount(self.disk, size)
        with open_library(self.disk / "library") as library:
            kept = make_note("written before the disk was full")
            library.notes.add(kept)
        for more in (0.2, 0.4, 1):
            status, said = run_import(self.dump, self.disk, "library")
            line = " ".join(said.split("\n")[-1:])
            print(f"  {size / 1e6:7.1f} MB: status {status}  {line}", flush=True)
            faults = problems(self.disk / "library")
            if status == 0 and share < 0.9 and more == 0.2:
                faults.append("the import ended as if there had been room")
            if status and FULL not in said:
                faults.append(f"it is not said that the disk is full: {said}")
            with open_library(self.disk / "library") as library:
                if [note.id for note in library.notes.all()] != [kept.id]:
                    faults.append("the note is gone")
                notes += 1
            self.faults += [f"at {share:.2f}: {fault}" for fault in faults]
            if status == 0:
                break
            size = int(size + more * (self.most * ROOM - size))
            mount(self.disk, size, "remount")
        else:
            self.faults.append(f"at {share:.2f}: it did not come to its end")
        if fingerprint(self.disk / "library") != self.whole:
            self.faults.append(f"at {share:.2f}: differs from the one made in one go")
        subprocess.run(["umount", self.disk], check=True)


def main() -> int:
    """Print what was found; return 1 when anything was wrong."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("dump", nargs="?", type=Path)
    words.add_argument("--times", type=int, default=8)
    words.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    wanted = words.parse_args()
    if wanted.alone is None:
        with tempfile.TemporaryDirectory() as base:
            dump = wanted.dump or Path(base) / "dump.xml.bz2"
            if wanted.dump is None:
                maker = Path(__file__).with_name("make_dump.py")
                subprocess.run([sys.executable, maker, dump, "10"], check=True)
            disk = Path(base) / "disk"
            disk.mkdir()
            again = [sys.executable, __file__, dump, "--times", str(wanted.times), "--alone", disk]
            return subprocess.run([*ALONE, *again], check=False).returncode
    filler = Filler(wanted.dump, wanted.alone)
    filler.make_whole()
    print(f"the whole import takes {filler.most / 1e6:.1f} MB of the disk")
    for time in range(wanted.times):
        filler.fill(0.2 + 0.75 * time / max(1, wanted.times - 1))
    print(json.dumps({"filled": wanted.times, "faults": len(filler.faults)}))
    print("\n".join(filler.faults))
    return bool(filler.faults)


if __name__ == "__main__":
    sys.exit(main())
