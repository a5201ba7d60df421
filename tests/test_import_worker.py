"""The processes of a large import: nothing is lost or left when one of them ends."""

from __future__ import annotations

import os
import queue
import select
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path

import pytest

from talkreader import ingest
from talkreader.domain.errors import Cancelled, LibraryNotWritable, NotAnArchive, WorkerLost
from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress
from talkreader.ingest import worker
from talkreader.ingest.messages import BytesRead, PageRead
from talkreader.ingest.options import Options
from talkreader.store import Library, open_library
from tests.test_ingest import dump, let_rest, signed

needs_fork = pytest.mark.skipif(
    not hasattr(os, "pidfd_open") or (os.cpu_count() or 1) < 2,
    reason="a second process reads where there is a second core and fork",
)
MUCH = "An article. " * 100_000
SOON = 5_000  # milliseconds


def everything(library: Library) -> list[tuple[object, ...]]:
    """Return all that is stored, but for numbers given in the order of arrival."""
    stored = []
    for info in sorted(library.pages.all(), key=lambda one: one.title):
        contents = library.pages.contents(info.id)
        said = [replace(comment, id=0) for comment in contents.comments]
        stored.append((info.title, info.comments, contents.source, tuple(said)))
    return stored


def test_a_large_file_gives_the_same_as_one_that_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dump.xml"
    pages = {
        f"Talk:P{n}": "\n\n".join(
            signed(f"Word{n} {m} " + "x" * 200, f"U{m}", m) for m in range(20)
        )
        for n in range(150)
    }
    pages["Lamp"] = "An article. " * 10_000
    file.write_text(dump(pages), "utf-8")

    with open_library(tmp_path / "one") as library:
        whole = ingest.import_files([file], library)
        expected = everything(library)
    monkeypatch.setattr(ingest, "LARGE", 0)
    with open_library(tmp_path / "two") as library:
        report = ingest.import_files([file], library)
        came = [info.title for info in sorted(library.pages.all(), key=lambda one: one.id)]

        assert everything(library) == expected
        let_rest(file)
        ingest.import_files([file], library)
        again = ingest.import_files([file], library)
    assert came == [f"Talk:P{n}" for n in range(150)]
    assert (report.new_pages, report.skipped) == (150, whole.skipped)
    assert (report.comments, report.new) == (whole.comments, whole.new)
    assert (again.known_files, again.known_pages) == (1, 150)


def long_dump(folder: Path, *, said: bool = False) -> Path:
    """Return a dump whose reader is far from its end when the first page is stored.

    ``said``: and it will not come to it while nothing more is stored.
    """
    pages = {"Talk:P0": signed("Word.")}
    pages.update((f"Lamp {n}", signed(MUCH) if said else MUCH) for n in range(36 if said else 16))
    file = folder / "long.xml"
    file.write_text(dump({**pages, "Talk:P1": signed("Another.")}), "utf-8")
    return file


def below(pid: int) -> list[int]:
    """Return the processes that a process has made."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def understanding() -> int:
    """Return the process that understands pages for this one."""
    (pid,) = [child for child in below(os.getpid()) if below(child)]
    return pid


@needs_fork
@pytest.mark.parametrize("which", ["reads", "understands"])
def test_a_process_that_dies_is_told_and_another_import_goes_on_where_it_stopped(
    which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "LARGE", 0)
    file = long_dump(tmp_path)
    died: list[int] = []

    def kill(_info: PageInfo) -> None:
        pid = understanding()
        died.extend(below(pid) if which == "reads" else [pid])
        os.kill(died[0], signal.SIGKILL)

    with open_library(tmp_path / "library") as library:
        with pytest.raises(WorkerLost, match="ended unexpectedly"):
            ingest.import_files([file], library, on_page=kill)
        stored = [info.title for info in library.pages.all()]
        ingest.import_files([file], library)
        whole = everything(library)
    with open_library(tmp_path / "at once") as library:
        ingest.import_files([file], library)
        assert whole == everything(library)
    assert died
    assert stored == ["Talk:P0"]


@needs_fork
@pytest.mark.parametrize("ends", ["is stopped", "cannot store", "dies"])
def test_no_process_goes_on_when_the_one_it_works_for_ends(
    ends: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "LARGE", 0)
    progress = Progress()
    watched: list[int] = []

    def end(_info: PageInfo) -> None:
        pid = understanding()
        watched.extend(os.pidfd_open(one) for one in below(pid))
        if ends == "dies":
            os.kill(pid, signal.SIGKILL)
        elif ends == "cannot store":
            raise LibraryNotWritable("no room")
        else:
            progress.cancel()

    file = long_dump(tmp_path, said=True)
    with (
        open_library(tmp_path / "library") as library,
        # what is raised is kept, and with it whatever waits for its end
        pytest.raises((Cancelled, LibraryNotWritable, WorkerLost)) as raised,
    ):
        ingest.import_files([file], library, progress, on_page=end)

    assert raised.value
    poll = select.poll()
    poll.register(watched[0], select.POLLIN)
    assert poll.poll(SOON)  # it can be read once the process has ended
    os.close(watched[0])


@pytest.fixture
def interrupt() -> Iterator[None]:
    """What happens on an interrupt is afterwards what it was before."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupt")
def test_on_a_single_core_the_process_that_understands_reads_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(30)}), "utf-8")
    open_library(tmp_path / "library").close()
    here, there = Pipe(duplex=False)
    told: list[object] = []

    def listen() -> None:
        with worker._parcels(here, 4) as parcels:
            told.extend(worker._told(parcels, Progress()))

    listening = threading.Thread(target=listen)
    listening.start()
    worker._work(there, (file,), Options(), tmp_path / "library")
    there.close()
    listening.join()
    here.close()

    pages = [one.page.title for one in told if isinstance(one, PageRead)]
    assert pages == [f"Talk:P{n}" for n in range(30)]
    assert told[-1] == BytesRead(file.stat().st_size)


def told_of(work: object) -> object:
    """Return what one process tells another, which hands on what it was told to this one."""
    there, here = queue.Queue[bytes | None](), queue.Queue[bytes | None]()

    class Pipe(list[bytes]):
        def __init__(self, way: queue.Queue[bytes | None]) -> None:
            self.send_bytes = way.put

    worker._send_from(Pipe(there), work)
    there.put(None)
    worker._send_from(Pipe(here), lambda sender: sender.send_all(worker._unpacked(there)))
    here.put(None)
    return list(worker._told(here, Progress()))


def test_a_mistake_of_the_program_in_one_process_is_told_through_the_others() -> None:
    def fail(sender: worker._Sender) -> None:
        sender.send(BytesRead(7))
        raise ValueError("no such thing")

    with pytest.raises(WorkerLost, match="ValueError: no such thing"):
        told_of(fail)


def test_what_is_wrong_with_a_file_is_told_through_all_processes() -> None:
    def refuse(sender: worker._Sender) -> None:
        raise NotAnArchive("{path} is a picture", path="a.png")

    with pytest.raises(NotAnArchive, match=r"a\.png is a picture"):
        told_of(refuse)


def test_what_one_process_found_comes_out_of_the_other_in_its_order() -> None:
    numbers = [BytesRead(number) for number in range(5_000)]

    assert told_of(lambda sender: sender.send_all(numbers)) == numbers
