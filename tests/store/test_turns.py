"""Turns: who asked first writes first, and who writes may begin again within."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from talkreader.store import open_library
from talkreader.store.files.turns import Turns
from tests.store.pages import make_page


def stand_in_line(turns: Turns, one: Thread) -> None:
    before = turns.wanted
    one.start()
    while turns.wanted == before:
        assert one.is_alive()


def test_who_asked_first_is_first_also_before_who_had_it_just_now() -> None:
    turns, order = Turns(), list[str]()

    def take(name: str) -> None:
        with turns:
            order.append(name)

    others = [Thread(target=take, args=(name,)) for name in ("second", "third")]
    with turns:
        for other in others:
            stand_in_line(turns, other)
    with turns:
        order.append("first again")
    for other in others:
        other.join()

    assert order == ["second", "third", "first again"]


def test_who_has_it_takes_it_again_and_gives_it_back_at_the_last_end() -> None:
    turns, taken = Turns(), Event()

    def take() -> None:
        with turns:
            taken.set()

    other = Thread(target=take)
    with turns:
        with turns:
            stand_in_line(turns, other)
        assert not taken.is_set()
    other.join()

    assert taken.is_set()


def test_a_page_is_saved_in_the_middle_of_a_batch_of_an_import(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        opened = Thread(target=lambda: library.pages.save(make_page(["words"], title="Talk:One")))

        with library.pages.bulk() as writer:
            for number in range(3):
                writer.save(make_page([f"words {number}"], title=f"Talk:{number}"))
            stand_in_line(library.pages._archive._writing, opened)
            writer.save(make_page(["the last"], title="Talk:Last"))
            opened.join(20)
            there = [info.title for info in library.pages.all()]

        assert "Talk:One" in there
        assert len(library.pages.all()) == 5
