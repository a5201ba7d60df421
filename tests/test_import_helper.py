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
from talkreader.ingest.helper import can_help, start_helper
from talkreader.ingest.messages import BytesRead, Message, Packed, PageSkipped
from talkreader.store import Library, open_library
from tests.test_ingest import dump, let_rest, signed

needs_two = pytest.mark.skipif(not can_help(), reason="there is no second core, or no fork")


def page(number: int) -> RawPage:
    return RawPage(Form.WIKITEXT, "x" * helping._BATCH, title=f"Talk:P{number}", page_id=number)


def understand(raw: RawPage) -> Iterator[Message]:
    yield BytesRead(raw.page_id or 0)


def say_much(raw: RawPage) -> Iterator[Message]:
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


@needs_two
def test_a_helper_makes_something_of_all_pages_in_their_order() -> None:
    _mine, theirs = Pipe()
    helper = start_helper(lambda: understand, theirs)
    assert helper is not None

    made: list[Message] = []
    for number in range(1, 8):
        assert helper.take(page(number))
        made += helper.made(understand)
    made += helper.made(understand, all_of_it=True)
    helper.close()

    assert [message for one in made for message in unpacked(one)] == [
        BytesRead(number) for number in range(1, 8)
    ]


@needs_two
def test_a_helper_and_a_reader_that_both_have_much_to_say_do_not_wait_for_each_other() -> None:
    _mine, theirs = Pipe()
    helper = start_helper(lambda: say_much, theirs)
    assert helper is not None

    made: list[Message] = []
    for number in range(1, 5):
        helper.take(replace(page(number), text="x" * 4_000_000))
        made += helper.made(say_much)
    made += helper.made(say_much, all_of_it=True)
    helper.close()

    assert len(made) == 4


@needs_two
def test_pages_that_do_not_fill_a_batch_are_understood_in_the_end_or_at_once_when_asked() -> None:
    _mine, theirs = Pipe()
    helper = start_helper(lambda: understand, theirs)
    assert helper is not None
    short = RawPage(Form.WIKITEXT, "short", title="Talk:A", page_id=7)

    assert helper.take(short)
    assert list(helper.made(understand)) == []
    (last,) = helper.made(understand, all_of_it=True)
    assert helper.take(short, at_once=True)
    assert helper.take(short, at_once=True)
    first, *_more = helper.made(understand)
    helper.close()

    assert unpacked(last) == unpacked(first) == [BytesRead(7)]


@needs_two
def test_the_pages_of_a_helper_that_died_are_understood_by_the_reader() -> None:
    _mine, theirs = Pipe()
    helper = start_helper(lambda: understand, theirs)
    assert helper is not None
    os.kill(helper.pid, signal.SIGSTOP)
    short = RawPage(Form.WIKITEXT, "short", title="Talk:A", page_id=2)
    helper.take(replace(short, page_id=1), at_once=True)
    helper.take(short)
    os.kill(helper.pid, signal.SIGKILL)

    made = list(helper.made(understand, all_of_it=True))

    assert made == [BytesRead(1), BytesRead(2)]
    assert not helper.take(page(3))
    assert list(helper.made(understand)) == []
    helper.close()
