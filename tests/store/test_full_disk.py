"""A library on a disk without a byte to spare, which is a small one of its own for this test."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALONE = ["unshare", "--user", "--map-root-user", "--mount"]
FILL = """
import json, sys
from pathlib import Path
from talkreader.domain.errors import LibraryError
from talkreader.store import open_library
from tests.store.pages import make_note
from tests.store.test_full_disk import fill_up
disk = Path(sys.argv[1])
kept, said = [], ""
(disk / "other").write_bytes(b"x" * 400_000)
with open_library(disk / "library") as library:
    try:
        while True:
            note = make_note("long " * 300)
            library.notes.add(note)
            kept.append(note.id)
    except LibraryError as error:
        said = str(error)
fill_up(disk / "rest")
with open_library(disk / "library") as library:
    there = [note.id for note in library.notes.all()]
    writable = library.writable
(disk / "rest").unlink()
(disk / "other").unlink()
with open_library(disk / "library") as library:
    again = library.writable
print(json.dumps([said, sorted(kept) == sorted(there), len(kept), writable, again]))
"""
MAKE = """
import json, sys
from pathlib import Path
from talkreader.domain.errors import LibraryError
from talkreader.store import open_library
from tests.store.test_full_disk import fill_up
disk = Path(sys.argv[1])
said = []
fill_up(disk / "other")
for _ in range(2):
    try:
        open_library(disk / "library").close()
    except LibraryError as error:
        said.append(str(error))
(disk / "other").unlink()
with open_library(disk / "library") as library:
    print(json.dumps([said, library.writable]))
"""


def fill_up(file: Path) -> None:
    """Write until the disk takes no more."""
    with file.open("wb", buffering=0) as rest, suppress(OSError):
        while True:
            rest.write(b"x" * 4096)


def can_mount() -> bool:
    if shutil.which(ALONE[0]) is None:
        return False
    tried = subprocess.run([*ALONE, "true"], check=False, capture_output=True)
    return tried.returncode == 0


mountable = pytest.mark.skipif(
    not can_mount(), reason="this system lets nobody mount a disk for themselves"
)


def on_small_disk(tmp_path: Path, source: str) -> list[object]:
    """Run a program on a disk of two megabytes; return what it prints."""
    script = tmp_path / "script.py"
    script.write_text(source)
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = f'mount -t tmpfs -o size=2m tmpfs "{disk}" && exec "$@"'
    ran = subprocess.run(
        [*ALONE, "sh", "-c", mount, "sh", sys.executable, str(script), str(disk)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )

    assert ran.returncode == 0, ran.stderr
    found: list[object] = json.loads(ran.stdout)
    return found


@mountable
def test_notes_on_a_full_disk_can_be_read_and_written_again_when_there_is_room(
    tmp_path: Path,
) -> None:
    said, all_there, count, writable, again = on_small_disk(tmp_path, FILL)

    assert "disk is full" in str(said)
    assert (all_there, writable, again) == (True, False, True)
    assert isinstance(count, int)
    assert count > 10


@mountable
def test_a_library_that_a_full_disk_did_not_let_be_made_says_why_and_is_made_later(
    tmp_path: Path,
) -> None:
    said, writable = on_small_disk(tmp_path, MAKE)

    assert isinstance(said, list)
    assert len(said) == 2
    assert all("disk is full" in one for one in said), said
    assert writable
