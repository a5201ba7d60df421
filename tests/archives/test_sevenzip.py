"""7z archives: one file in each, packed in one of several ways, whole or not."""

from __future__ import annotations

import io
import random
from collections import deque

import py7zr
import pytest

from talkreader.archives import open_bytes
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.source import source_of_bytes
from talkreader.domain.errors import DamagedArchive

from .test_bzip2_blocks import invented
from .test_xmldump import read_to_the_end

METHODS: dict[str, dict[str, int]] = {
    "LZMA2": {"id": py7zr.FILTER_LZMA2, "preset": 1},
    "LZMA": {"id": py7zr.FILTER_LZMA, "preset": 6},
    "BZip2": {"id": py7zr.FILTER_BZIP2},
}


def packed_by(method: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w", filters=[METHODS[method]]) as archive:
        archive.writestr(data, "dump.xml")
    return file.getvalue()


@pytest.mark.parametrize("method", METHODS)
def test_7z_of_any_usual_method_is_read(method: str) -> None:
    data = invented(40)

    found, lost, said = read_to_the_end(packed_by(method, data))

    assert [one.title for one in found] == [f"Diskussion:Side {n}" for n in range(40)]
    assert (lost, said) == ([], "")
    assert {one.origin.member for one in found} == {"dump.xml"}


@pytest.mark.parametrize("method", METHODS)
def test_7z_that_is_cut_off_gives_the_pages_before_the_cut(method: str) -> None:
    """Its table of contents is at its end."""
    data = packed_by(method, invented(400))

    for end, least in ((len(data) * 3 // 4, 180), (len(data) - 30, 390)):
        found, _, said = read_to_the_end(data[:end])

        titles = [one.title for one in found]
        assert titles == [f"Diskussion:Side {n}" for n in range(len(titles))]
        assert len(titles) >= least
        assert "get the whole file again" in said


@pytest.mark.parametrize("method", METHODS)
def test_7z_that_is_damaged_gives_the_pages_before(method: str) -> None:
    data = bytearray(packed_by(method, invented(400)))
    for at in range(len(data) * 3 // 4, len(data) * 3 // 4 + 300):
        data[at] ^= 0x55

    found, _, said = read_to_the_end(bytes(data))

    assert [one.title for one in found][:180] == [f"Diskussion:Side {n}" for n in range(180)]
    assert "get the whole file again" in said


def test_7z_whose_sum_is_wrong_is_told() -> None:
    noise = random.Random(1).randbytes(3_000)  # noqa: S311 - no secret
    data = bytearray(packed_by("LZMA2", noise))  # which cannot be packed, and stands as it is
    data[data.index(noise[1_000:1_010])] ^= 1
    stream = Unpacked(source_of_bytes(bytes(data), "x.7z").open(), "x.7z", lambda: None)

    with pytest.raises(DamagedArchive, match="its sum is wrong"):
        deque(iter(stream.read, b""), maxlen=0)


def test_7z_by_several_methods_that_is_damaged_is_told() -> None:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w") as archive:  # it has a filter for programs before LZMA2
        archive.writestr(invented(40), "dump.xml")
    data = bytearray(file.getvalue())
    assert len(list(open_bytes(bytes(data), "dump.7z").pages())) == 40
    data[len(data) // 2] ^= 0x55

    with pytest.raises(DamagedArchive, match="damaged after"):
        open_bytes(bytes(data), "dump.7z")


def test_7z_that_is_nothing_but_a_beginning_is_called_damaged() -> None:
    packed = packed_by("LZMA2", invented(2))

    with pytest.raises(DamagedArchive, match="again"):
        open_bytes(packed[:40], "stump")
