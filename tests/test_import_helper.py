"""A second process takes pages off the reader's hands, and nothing is lost when it dies."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path

import pytest

from talkreader import ingest
from talkreader.domain.importing import Skip
from talkreader.domain.page import Form, RawPage
from talkreader.ingest import helper as helping
from talkreader.ingest.helper import Helpers, most_helpers, start_helpers
from talkreader.ingest.messages import BytesRead, Message, Packed, PageSkipped
from talkreader.store import Library, open_library
from tests.test_ingest import dump, let_rest, signed

needs_two = pytest.mark.skipif(not most_helpers(), reason="there is no second core, or no fork")


LONG = 4_000_000


def page(number: int) -> RawPage:
    return RawPage(Form.WIKITEXT, "x" * helping._BATCH, title=f"Talk:P{number}", page_id=number)


def understand(raw: RawPage) -> Iterator[Message]:
    if len(raw.text) < LONG:
        yield BytesRead(raw.page_id or 0)
    else:
        yield PageSkipped(Skip.NAMESPACE, raw.text)


def unpacked(message: Message) -> list[Message]:
    assert isinstance(message, Packed)
    made: list[Message] = pickle.loads(message.parcel)  # noqa: S301  our own process wrote it
    return made


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

        assert everything(library) == expected
        let_rest(file)
        ingest.import_files([file], library)
        again = ingest.import_files([file], library)
    assert (report.new_pages, report.skipped) == (150, whole.skipped)
    assert (report.comments, report.new) == (whole.comments, whole.new)
    assert (again.known_files, again.known_pages) == (1, 150)


@pytest.fixture(params=[1, 2])
def helpers(request: pytest.FixtureRequest) -> Iterator[Helpers]:
    """One helper, then two, that say the numbers of pages, and what long ones say."""
    _mine, theirs = Pipe()
    started = start_helpers(lambda: understand, theirs, request.param)
    assert started is not None
    yield started
    started.close()


@needs_two
def test_helpers_make_something_of_all_pages(helpers: Helpers) -> None:
    made: list[Message] = []
    for number in range(1, 8):
        assert helpers.take(page(number))
        made += helpers.made(understand)
    made += helpers.made(understand, all_of_it=True)

    told = [message for one in made for message in unpacked(one)]
    assert sorted(told) == [BytesRead(number) for number in range(1, 8)]
    if len(helpers.pids) == 1:
        assert told == sorted(told)


@needs_two
def test_helpers_and_a_reader_that_all_have_much_to_say_do_not_wait_for_each_other(
    helpers: Helpers,
) -> None:
    made: list[Message] = []
    for number in range(1, 9):
        helpers.take(replace(page(number), text="x" * LONG))
        made += helpers.made(understand)
    made += helpers.made(understand, all_of_it=True)

    assert len(made) == 8


@needs_two
def test_pages_that_do_not_fill_a_batch_are_understood_in_the_end_or_at_once_when_asked(
    helpers: Helpers,
) -> None:
    short = RawPage(Form.WIKITEXT, "short", title="Talk:A", page_id=7)

    assert helpers.take(short)
    assert list(helpers.made(understand)) == []
    (last,) = helpers.made(understand, all_of_it=True)
    for _page in range(helping._AHEAD * len(helpers.pids)):
        assert helpers.take(short, at_once=True)
    first, *_more = helpers.made(understand)

    assert unpacked(last) == unpacked(first) == [BytesRead(7)]


@needs_two
def test_the_pages_of_helpers_that_died_are_understood_by_the_reader(helpers: Helpers) -> None:
    for pid in helpers.pids:
        os.kill(pid, signal.SIGSTOP)
    short = RawPage(Form.WIKITEXT, "short", title="Talk:A")
    for number in (1, 2):
        helpers.take(replace(short, page_id=number), at_once=True)
    helpers.take(replace(short, page_id=3))
    for pid in helpers.pids:
        os.kill(pid, signal.SIGKILL)

    made = list(helpers.made(understand, all_of_it=True))

    assert sorted(made) == [BytesRead(1), BytesRead(2), BytesRead(3)]
    assert not helpers.take(page(4))
    assert list(helpers.made(understand)) == []


@needs_two
def test_where_one_of_two_helpers_died_the_other_goes_on() -> None:
    _mine, theirs = Pipe()
    two = start_helpers(lambda: understand, theirs, 2)
    assert two is not None
    os.kill(two.pids[0], signal.SIGKILL)

    made: list[Message] = []
    taken = 0
    for number in range(1, 8):
        taken += two.take(page(number))
        made += two.made(understand)
    made += two.made(understand, all_of_it=True)
    two.close()

    told = [m for one in made for m in (unpacked(one) if isinstance(one, Packed) else [one])]
    assert sorted(told) == [BytesRead(number) for number in range(1, 8)]
    assert taken == 7
