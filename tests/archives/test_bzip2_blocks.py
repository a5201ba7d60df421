"""A damaged block of a bzip2 file costs that block alone, wherever its neighbours begin."""

from __future__ import annotations

import bz2
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.archives import open_archive
from talkreader.archives.document import Loss
from talkreader.archives.packed import unpacking
from talkreader.domain.errors import DamagedArchive

from .build import export, page, revision
from .test_xmldump import read_to_the_end

BLOCK = 100_000 - 19
"""Bytes of text in a block at the lowest level, where no byte comes four times in a row."""
_MARK = f"{0x314159265359:048b}"
_END = f"{0x177245385090:048b}"


def invented(count: int, seed: int = 7) -> bytes:
    """An export of so many pages, of about 7 kB each, whose words do not pack away to nothing."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = ["".join(chance.sample("abcdefghij", 6)) for _ in range(2_000)]
    data = export(
        page(f"Diskussion:Side {n}", revision(" ".join(chance.choices(words, k=1_000))))
        for n in range(count)
    )
    assert not re.search(rb"(.)\1\1\1", data)
    return data


TEXT = invented(80)
PACKED = bz2.compress(TEXT, 1)


def marks(data: bytes, mark: str = _MARK) -> list[int]:
    """The bits at which blocks begin."""
    bits = f"{int.from_bytes(data):0{8 * len(data)}b}"
    return [found.start() for found in re.finditer(mark, bits)]


def titles_outside(blocks: set[int], text: bytes = TEXT) -> set[str]:
    """The titles of the pages of which no byte is in one of these blocks."""
    spans = [(n * BLOCK, (n + 1) * BLOCK) for n in blocks]
    return {
        found[1].decode()
        for found in re.finditer(rb"<page><title>([^<]*)</title>.*?</page>", text, re.DOTALL)
        if not any(start < found.end() and found.start() < end for start, end in spans)
    }


def texts(data: bytes = TEXT) -> dict[str, str]:
    """The texts of the pages."""
    found, lost, said = read_to_the_end(data)
    assert (lost, said) == ([], "")
    return {one.title: one.text for one in found}


WHOLE = texts()
STARTS = marks(PACKED)
(STOP,) = marks(PACKED, _END)
COUNT = len(STARTS)


def flip(data: bytearray, start: int, end: int, at: int) -> None:
    data[start + at % (end - start)] ^= 1 << at % 8


def fill(data: bytearray, start: int, end: int, at: int) -> None:
    first = start + at % (end - start)
    data[first : first + 600] = bytes(len(data[first : min(first + 600, end)]))


def cut_out(data: bytearray, start: int, end: int, at: int) -> None:
    first = start + at % (end - start)
    del data[first : min(first + 1 + at % 777, end)]


def put_in(data: bytearray, start: int, end: int, at: int) -> None:
    place = start + at % (end - start)
    data[place:place] = b"1AY&SY" + bytes(range(at % 200))


DAMAGES: list[Callable[[bytearray, int, int, int], None]] = [flip, fill, cut_out, put_in]


def test_the_file_of_these_tests_is_cut_as_they_say() -> None:
    assert COUNT == -(-len(TEXT) // BLOCK) >= 5
    assert len(titles_outside({2})) < len(WHOLE) == 80


@given(
    which=st.sets(st.integers(0, COUNT - 1), min_size=1, max_size=3),
    damage=st.sampled_from(DAMAGES),
    at=st.integers(0, 10**6),
)
@settings(max_examples=40)
def test_every_page_that_lies_whole_in_sound_blocks_is_read(
    which: set[int], damage: Callable[[bytearray, int, int, int], None], at: int
) -> None:
    data = bytearray(PACKED)
    for n in sorted(which, reverse=True):
        last = STOP if n == COUNT - 1 else STARTS[n + 1]
        damage(data, STARTS[n] // 8 + 1, last // 8, at)

    found, lost, said = read_to_the_end(bytes(data), "dump.xml.bz2")

    read = [one.title for one in found]
    assert len(read) == len(set(read))
    assert titles_outside(which) <= set(read)
    assert said
    assert len(lost) <= 2 * len(which)
    for one in found:  # and nothing but what was there
        assert one.text == WHOLE[one.title]


def broken(*blocks: int) -> bytes:
    """The file with another bit in these blocks."""
    data = bytearray(PACKED)
    for n in blocks:
        flip(data, STARTS[n] // 8 + 40, STARTS[n] // 8 + 41, 0)
    return bytes(data)


def test_a_damaged_block_is_told_with_its_bytes_and_the_page_that_it_begins_in() -> None:
    found, (loss,), said = read_to_the_end(broken(2))

    read = [one.title for one in found]
    before = [title for title in WHOLE if title in titles_outside(set(range(2, COUNT)))]
    assert before == read[: len(before)]
    assert (loss.title, loss.pages) == (f"Diskussion:Side {len(before)}", 1)
    assert f"Bytes {STARTS[2] // 8} to {STARTS[3] // 8} of the packed file are damaged" in str(
        loss.error
    )
    assert {one.site for one in found} == {"bridgewiki"}
    assert f"pages kept: {len(read)}" in said


def test_damaged_blocks_beside_each_other_are_told_once() -> None:
    _, (loss,), _ = read_to_the_end(broken(1, 2))

    assert f"Bytes {STARTS[1] // 8} to {STARTS[3] // 8} " in str(loss.error)


def test_a_file_whose_first_block_is_damaged_is_read_from_the_second_on() -> None:
    found, (loss,), _ = read_to_the_end(broken(0))

    assert {one.title for one in found} == titles_outside({0})
    assert f"Bytes 0 to {STARTS[1] // 8} " in str(loss.error)


@pytest.mark.parametrize("quick", [False, True])
def test_a_file_whose_first_bytes_are_damaged_is_read(
    quick: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if quick:
        monkeypatch.setattr(unpacking, "LARGE", 1)
    file = tmp_path / "dump.xml.bz2"
    file.write_bytes(b"\0??\0" + PACKED[4:])

    titles, lost, _ = told(file)

    assert titles == list(WHOLE)
    assert len(lost) == 1


def test_a_file_whose_last_block_is_damaged_or_cut_off_gives_all_others() -> None:
    for data in (broken(COUNT - 1), PACKED[: STOP // 8 - 700]):
        found, lost, said = read_to_the_end(data)

        assert {one.title for one in found} == titles_outside({COUNT - 1})
        assert lost == []
        assert f"pages kept: {len(found)}" in said or f"that place: {len(found)};" in said


@given(
    bit=st.integers(0, 47),
    which=st.sampled_from([1, 2, 3, COUNT]),
    edge=st.integers(-2, 8),
    size=st.sampled_from([1, 6]),
)
@settings(max_examples=40)
def test_a_damaged_mark_costs_its_block_wherever_the_reading_paused(
    bit: int, which: int, edge: int, size: int
) -> None:
    """Bytes are read by 64 KiB: what stands before the stream moves where that ends."""
    place = (*STARTS, STOP)[which]
    before = bz2.compress(b"<!-- -->")
    before += bytes((place // 8 + edge + len(before)) * -1 % 65536)
    data = bytearray(before + PACKED)
    for at in range(bit, min(bit + size, 48)):
        data[len(before) + (place + at) // 8] ^= 0x80 >> (place + at) % 8

    found, _, said = read_to_the_end(bytes(data))

    read = [one.title for one in found]
    assert len(read) == len(set(read))
    assert titles_outside({which} - {COUNT}) <= set(read)
    assert said
    for one in found:
        assert one.text == WHOLE[one.title]


@pytest.mark.parametrize("level", [1, 9])
def test_what_looks_like_a_mark_within_a_block_is_none(level: int) -> None:
    # a block begins with which bytes its text has, one bit for each: these say what a mark says
    bits = [128 + n for n, bit in enumerate(_MARK) if bit == "1"]
    letters = "".join(bytes([0xC3, byte]).decode() for byte in bits)
    chance = random.Random(3)  # noqa: S311 - no secret
    text = export(
        page(f"Diskussion:Side {n}", revision("".join(chance.choices(letters, k=9_000))))
        for n in range(160)
    )
    data = bz2.compress(text, level)
    starts = marks(data)
    heads = [at for at in starts if not any(at - 400 < other < at for other in starts)]
    assert len(starts) == 2 * len(heads) >= 6
    broken = bytearray(data)
    broken[heads[1] // 8 + 200] ^= 4

    found, (loss,), _ = read_to_the_end(bytes(broken))

    whole = texts(text)
    assert len(found) > len(whole) / 2 if level == 1 else len(found) > len(whole) / 4
    assert all(one.text == whole[one.title] for one in found)
    assert f"Bytes {heads[1] // 8} to {heads[2] // 8} " in str(loss.error)


def told(path: Path) -> tuple[list[str], list[str], str]:
    """The titles of the pages, what was said of losses, and in the end."""
    titles, lost, said = list[str](), list[Loss](), ""
    try:
        titles.extend(one.title for one in open_archive(path).pages(lose=lost.append))
    except DamagedArchive as damage:
        said = str(damage)
    return titles, [str(loss.error) for loss in lost], said


@pytest.mark.parametrize("blocks", [(0,), (2,), (1, 4), (COUNT - 1,)])
def test_the_quick_reader_loses_no_more(
    blocks: tuple[int, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("indexed_bzip2", reason="the extra [fast] is not installed here")
    file = tmp_path / "dump.xml.bz2"
    file.write_bytes(broken(*blocks))
    expected = told(file)

    monkeypatch.setattr(unpacking, "LARGE", 1)

    assert told(file) == expected
    assert set(expected[0]) == titles_outside(set(blocks))


def test_a_stream_of_damaged_blocks_alone_is_not_tried_without_end() -> None:
    data = bz2.compress(TEXT[:150_000], 1) + b"BZh9" + b"1AY&SY?" * 50_000

    found, _, said = read_to_the_end(data)

    assert len(found) > 10
    assert said


def test_a_block_of_repetitions_is_read() -> None:
    text = export(
        page(f"Diskussion:Side {n}", revision("lang " * 99 + "a" * 3_000_000)) for n in range(4)
    )
    data = bytearray(bz2.compress(text + b"<!-- " + TEXT + b" -->", 1))
    data[-2] ^= 1

    found, _, said = read_to_the_end(bytes(data))

    assert [one.title for one in found] == [f"Diskussion:Side {n}" for n in range(4)]
    assert said
