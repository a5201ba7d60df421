"""Packed files: found by their first bytes, streamed, and held to limits."""

from __future__ import annotations

import bz2
import gc
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path

import py7zr
import pytest
import zstandard

from talkreader.archives import open_archive, open_bytes
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.source import source_of_file
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

from .build import WIKITEXT, numbered


def seven_zip(data: bytes) -> bytes:
    file = io.BytesIO()
    with py7zr.SevenZipFile(
        file, "w", filters=[{"id": py7zr.FILTER_LZMA2, "preset": 1}]
    ) as archive:
        archive.writestr(data, "dump.xml")
    return file.getvalue()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "lzma": lambda data: lzma.compress(data, format=lzma.FORMAT_ALONE),
    "zstd": zstandard.compress,
    "7z": seven_zip,
}


def kept(pages: Iterator[RawPage]) -> tuple[int, str]:
    """How many pages came before the damage, and what was said of it."""
    count = 0
    try:
        for _ in pages:
            count += 1
    except DamagedArchive as damage:
        return count, str(damage)
    pytest.fail("nothing was said of the damage")


@pytest.mark.parametrize("name", PACKERS)
def test_packed_export_is_read_whatever_its_extension(name: str, tmp_path: Path) -> None:
    file = tmp_path / "archive.dat"
    file.write_bytes(PACKERS[name](numbered(30)))

    archive = open_archive(file)

    assert archive.description == f"MediaWiki XML export 0.11, {name}"
    assert archive.size == file.stat().st_size
    assert [page.title for page in archive.pages()] == [f"Diskussion:Side {n}" for n in range(30)]


@pytest.mark.parametrize("name", ["bzip2", "zstd", "gzip", "xz"])
def test_streams_that_follow_each_other_are_one_file(name: str) -> None:
    whole = numbered(30)
    packed = PACKERS[name](whole[:9000]) + PACKERS[name](whole[9000:])

    assert len(list(open_bytes(packed, "multistream").pages())) == 30


def test_packed_text_in_a_second_packing_is_read() -> None:
    archive = open_bytes(gzip.compress(bz2.compress(WIKITEXT.encode())), "twice")

    assert archive.description == "wikitext, gzip, bzip2"
    assert next(archive.pages()).text == WIKITEXT


@pytest.mark.parametrize("name", ["gzip", "bzip2", "xz", "lzma", "zstd"])
def test_pages_before_the_cut_are_kept(name: str) -> None:
    packed = PACKERS[name](numbered(6000))

    count, message = kept(open_bytes(packed[: len(packed) * 3 // 4], "cut").pages())

    assert 1000 < count < 6000
    assert f"pages kept from before that place: {count}" in message
    assert message.startswith("cut is cut off or broken at byte ")


@pytest.mark.parametrize("name", ["gzip", "xz", "lzma"])
def test_cut_in_the_first_read_still_gives_the_pages_before_it(name: str) -> None:
    packed = PACKERS[name](numbered(40))

    count, _ = kept(open_bytes(packed[:-200], "cut").pages())

    assert count > 2


@pytest.mark.parametrize("name", ["xz", "lzma", "zstd", "gzip", "bzip2"])
def test_pages_before_flipped_bits_are_kept(name: str) -> None:
    packed = bytearray(PACKERS[name](numbered(6000)))
    packed[len(packed) // 2] ^= 0xFF
    packed[len(packed) // 2 + 1] ^= 0xFF

    count, _ = kept(open_bytes(bytes(packed), "flipped").pages())

    assert 500 < count < 6000


@pytest.mark.parametrize("name", PACKERS)
def test_file_cut_near_its_start_is_called_damaged(name: str) -> None:
    packed = PACKERS[name](numbered(10))

    with pytest.raises(DamagedArchive, match=r"get the (whole )?file again"):
        open_bytes(packed[:40], "stump")


def test_7z_of_several_files_asks_to_be_unpacked() -> None:
    file = io.BytesIO()
    with py7zr.SevenZipFile(file, "w") as archive:
        archive.writestr(b"one", "a.txt")
        archive.writestr(b"two", "b.txt")

    with pytest.raises(NotAnArchive, match="7z archive of 2 files; unpack it"):
        open_bytes(file.getvalue(), "many.7z")


def test_7z_names_the_file_inside() -> None:
    page = next(open_bytes(seven_zip(numbered(1)), "dump.7z").pages())

    assert (page.origin.path, page.origin.member) == ("dump.7z", "dump.xml")


@pytest.mark.parametrize("name", ["gzip", "bzip2", "xz", "zstd", "7z"])
def test_bomb_is_stopped_by_its_ratio(name: str) -> None:
    bomb = b"<mediawiki><page><title>A</title><revision><text>" + b"a" * 75_000_000

    with pytest.raises(DamagedArchive, match="more than 800 times its size"):
        list(open_bytes(PACKERS[name](bomb), "bomb").pages())


def test_packing_in_packing_without_end_is_refused() -> None:
    packed = WIKITEXT.encode()
    for _ in range(6):
        packed = gzip.compress(packed)

    with pytest.raises(NotAnArchive, match="packed more than 4 times"):
        open_bytes(packed, "onion")


def test_packed_nothing_is_refused() -> None:
    with pytest.raises(NotAnArchive, match="unpacks to nothing"):
        open_bytes(gzip.compress(b""), "nothing.gz")


def test_a_file_that_breaks_at_once_is_given_back(tmp_path: Path) -> None:
    path = tmp_path / "dump.xml.7z"
    path.write_bytes(b"7z\xbc\xaf\x27\x1c" + b"words " * 9)
    raw = source_of_file(path).open()

    with pytest.raises(DamagedArchive):
        Unpacked(raw, path.name, lambda: None)

    assert raw.closed


@pytest.mark.parametrize(("name", "kind"), [("bzip2", bz2.BZ2File), ("gzip", gzip.GzipFile)])
def test_an_archive_that_was_read_holds_no_unpacker_though_no_circles_are_looked_for(
    name: str, kind: type[object]
) -> None:
    packed = PACKERS[name](numbered(30))
    gc.collect()
    gc.disable()
    try:
        archive = open_bytes(packed, "dump")
        pages = [page.title for page in archive.pages()]
        left = [one for one in gc.get_objects() if isinstance(one, kind)]
    finally:
        gc.enable()

    assert len(pages) == 30
    assert left == []
