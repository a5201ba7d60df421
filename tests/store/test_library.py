"""Opening a library: new, old, newer, read-only, damaged, full; and being killed."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from talkreader.domain.errors import (
    Cancelled,
    LibraryDamaged,
    LibraryNotWritable,
    LibraryTooNew,
)
from talkreader.domain.grammar import parse_query
from talkreader.domain.page import PageKey
from talkreader.domain.thread import ParsedPage
from talkreader.store import Library, open_library
from talkreader.store.files.connections import worldly_errors
from tests.store.pages import make_note, make_page

FILES = ("archive.sqlite", "notes.sqlite")


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def save_all(library: Library, pages: Iterable[ParsedPage]) -> None:
    with library.pages.bulk() as bulk:
        for page in pages:
            bulk.save(page)


def test_what_was_saved_is_there_after_opening_again(tmp_path):
    note = make_note()
    with open_library(tmp_path) as library:
        info = library.pages.save(make_page(["about 道歉"]))
        library.notes.add(note)

    with open_library(tmp_path) as library:
        assert library.pages.all() == [info]
        assert library.notes.all() == [note]
        assert library.count(parse_query("道歉")) == 1


def test_opening_an_up_to_date_library_imports_nothing_heavy(tmp_path):
    open_library(tmp_path).close()
    code = (
        "import sys, pathlib; from talkreader.store import open_library;"
        "library = open_library(pathlib.Path(sys.argv[1])); library.pages.all();"
        "from talkreader.domain.grammar import parse_query; library.search(parse_query('道歉'));"
        "library.close();"
        "print([m for m in ('sqlite_utils', 'opencc', 'click', 'zstandard') if m in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def test_making_a_library_does_not_load_numpy_and_leaves_it_to_others(tmp_path):
    (tmp_path / "numpy.py").write_text("print('loaded')\nfloat16 = int\n", "utf-8")
    code = (
        "import sys, pathlib; from talkreader.store import open_library;"
        "open_library(pathlib.Path(sys.argv[1])).close();"
        "print('sqlite_utils' in sys.modules, 'numpy' in sys.modules);"
        "import numpy"
    )
    path = os.pathsep.join([str(tmp_path), *sys.path])

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "library")],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": path},
    )  # fmt: skip

    assert done.stdout.split("\n") == ["True False", "loaded", ""]


@pytest.mark.parametrize("file", FILES)
def test_a_newer_library_is_left_untouched(tmp_path, file):
    open_library(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = digests(tmp_path)

    with pytest.raises(LibraryTooNew, match=r"later version .*format 99"):
        open_library(tmp_path)

    assert digests(tmp_path) == before


def test_a_library_opened_for_reading_answers_and_refuses_to_write(tmp_path):
    with open_library(tmp_path) as library:
        library.pages.save(make_page(["about 道歉"]))
        note = make_note()
        library.notes.add(note)
    before = digests(tmp_path)

    with open_library(tmp_path, read_only=True) as library:
        assert not library.writable
        assert library.count(parse_query("道歉 has:note")) == 1
        with pytest.raises(LibraryNotWritable):
            library.pages.save(make_page(["more"]))
        with pytest.raises(LibraryNotWritable):
            library.notes.delete(note.id)

    assert {name: digests(tmp_path)[name] for name in FILES} == {n: before[n] for n in FILES}


def test_there_is_no_library_to_read_where_none_was_made(tmp_path):
    with pytest.raises(LibraryNotWritable, match="no library in"):
        open_library(tmp_path, read_only=True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(LibraryNotWritable, match="choose a folder"):
        open_library(tmp_path / "file" / "library")


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_is_told(tmp_path, file):
    (tmp_path / file).write_bytes(b"this is no database, " * 400)

    with pytest.raises(LibraryDamaged, match=f"{file} is damaged"):
        open_library(tmp_path)


def test_a_full_disk_is_told_and_harms_nothing(tmp_path):
    with open_library(tmp_path) as library:
        info = library.pages.save(make_page(["about 道歉"]))
        with library._archive.writing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")

        with pytest.raises(LibraryNotWritable, match="disk is full"):
            library.pages.save(make_page(["長 text " * 5000] * 20, title="Talk:Big"))

        assert library.pages.all() == [info]
        assert library.count(parse_query("道歉")) == 1
        assert library.count(parse_query("text")) == 0
    assert integrity(tmp_path / FILES[0]) == "ok"


def test_a_bulk_import_on_a_full_disk_keeps_what_was_complete(tmp_path):
    with open_library(tmp_path) as library:
        with library._archive.writing() as connection:
            connection.execute("PRAGMA max_page_count = 400")

        pages = (make_page([f"道歉 {n} " * 50] * 20, title=f"Talk:{n}") for n in range(2_000))
        with pytest.raises(LibraryNotWritable, match="disk is full"):
            save_all(library, pages)

        stored = library.pages.all()
        assert stored
        assert library.count(parse_query("道歉")) == 20 * len(stored)
    assert integrity(tmp_path / FILES[0]) == "ok"


KILLED = """
import pathlib, sys
from talkreader.store import open_library
from tests.store.pages import make_page, make_note
library = open_library(pathlib.Path(sys.argv[1]))
number = 0
with library.pages.bulk() as bulk:
    while True:
        bulk.save(make_page([f"道歉 {number} {n}" for n in range(40)], title=f"Talk:{number}"))
        if number % 5 == 0:
            library.notes.add(make_note(f"note {number}"))
            print(number, flush=True)
        number += 1
"""


@pytest.mark.parametrize("after", [1, 4, 30, 60])
def test_a_kill_leaves_complete_pages_and_every_note(tmp_path, after):
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, cwd=root, text=True
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(after)]
        process.send_signal(signal.SIGKILL)

    for file in FILES:
        assert integrity(tmp_path / file) == "ok"
    with open_library(tmp_path) as library:
        pages = library.pages.all()
        assert library.count(parse_query("道歉")) == 40 * len(pages)
        for page in pages[:3] + pages[-3:]:
            assert len(library.pages.contents(page.id).comments) == 40
        notes = {note.text for note in library.notes.all()}
        assert {f"note {number}" for number in told} <= notes


def test_threads_read_while_another_writes(library):
    library.pages.save(make_page(["oil"]))
    done = threading.Event()
    seen: list[int] = []

    def read() -> None:
        while not done.is_set():
            seen.append(library.count(parse_query("oil")))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    with library.pages.bulk() as bulk:
        for number in range(200):
            bulk.save(make_page(["oil"] * 5, title=f"Talk:{number}"))
    done.set()
    for reader in readers:
        reader.join()

    assert library.count(parse_query("oil")) == 1001
    # whole pages only, however many batches there were
    assert {(count - 1) % 5 for count in seen} == {0}


def test_a_search_that_runs_can_be_interrupted(library):
    library.pages.save(make_page([f"{'a' * 21} {n}" for n in range(400)]))
    raised: list[BaseException] = []

    def search() -> None:
        try:
            library.count(parse_query(r"/(a+)+$/ /(a|aa)+$/"))
        except Cancelled as error:
            raised.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    while thread.is_alive():
        library.interrupt()
        thread.join(0.05)

    assert len(raised) == 1


def test_two_libraries_on_one_folder_see_each_other(tmp_path):
    with open_library(tmp_path) as one, open_library(tmp_path) as other:
        one.notes.add(make_note("from one"))
        other.notes.add(make_note("from the other"))

        texts = [
            note.text for note in one.notes.for_page(PageKey("examplewiki", "Talk:Lighthouse"))
        ]

        assert sorted(texts) == ["from one", "from the other"]


def test_a_full_disk_is_told_as_such_by_whatever_met_it(tmp_path):
    with (
        pytest.raises(LibraryNotWritable, match="The disk is full"),
        worldly_errors(tmp_path / "notes.sqlite"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")
    with (
        pytest.raises(LibraryNotWritable, match="check the rights of its folder"),
        worldly_errors(tmp_path / "notes.sqlite"),
    ):
        raise OSError(errno.EROFS, "Read-only file system")
    with (
        pytest.raises(LibraryNotWritable, match="The disk refused"),
        worldly_errors(tmp_path / "notes.sqlite"),
    ):
        raise OSError(errno.EIO, "Input/output error")


def test_damaged_notes_without_a_backup_are_to_be_repaired_and_an_archive_imported(tmp_path):
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "broken").write_bytes(b"no database at all" * 100)
    with closing(sqlite3.connect(tmp_path / "broken")) as broken:
        for name, advice in (("notes.sqlite", "talkreader repair"), ("archive.sqlite", "import")):
            with (
                pytest.raises(LibraryDamaged, match=f"has no backup: .*{advice}"),
                worldly_errors(tmp_path / name),
            ):
                broken.execute("SELECT * FROM sqlite_schema")
