"""Zip files that are cut off: what stands before the cut is read."""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.archives import open_bytes
from talkreader.domain.errors import DamagedArchive

from .build import WIKITEXT, numbered


class Pipe(io.BytesIO):
    """A file in which nobody can go back: sizes are written behind the contents then."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise OSError


def zipped(files: dict[str, bytes], *, method: int, piped: bool) -> tuple[bytes, dict[str, int]]:
    """A zip file, and at which byte each of its files has come to its end."""
    out = Pipe() if piped else io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    whole = out.getvalue()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        starts = {info.filename: info.header_offset for info in archive.infolist()}
        sizes = {info.filename: info.compress_size for info in archive.infolist()}
    return whole, {name: starts[name] + 30 + len(name.encode()) + sizes[name] for name in files}


def text(number: int) -> bytes:
    noise = hashlib.sha512(bytes([number])).hexdigest()
    return f"{WIKITEXT}:{noise} [[User:Ida Holm]] 10:{number:02}, 3 May 2020 (UTC)\n".encode()


def read(data: bytes) -> tuple[list[str], str]:
    found, said = list[str](), ""
    try:
        for page in open_bytes(data, "saved.zip").pages():
            found.append(page.origin.member)
    except DamagedArchive as damage:
        said = str(damage)
    return found, said


@given(
    cut=st.integers(1, 10**6),
    method=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]),
    piped=st.booleans(),
)
@settings(max_examples=40)
def test_files_before_the_cut_are_read(cut: int, method: int, piped: bool) -> None:
    if piped:
        method = zipfile.ZIP_DEFLATED
    files = {f"übersicht {n}.wiki": text(n) for n in range(6)}
    whole, ends = zipped(files, method=method, piped=piped)
    cut = min(ends.values()) + cut % (len(whole) - min(ends.values()) - 1)

    found, said = read(whole[:cut])

    before = [name for name, end in ends.items() if end <= cut]
    assert found[: len(before)] == before
    assert len(found) <= len(before) + 1  # of the last one the beginning is text as well
    assert f"pages kept: {len(found)}" in said


def test_the_list_of_a_zip_file_within_one_that_is_cut_off_is_not_taken_for_its_own() -> None:
    inner, _ = zipped({"inner.wiki": text(9)}, method=zipfile.ZIP_STORED, piped=False)
    files = {"a.wiki": text(1), "dump.xml.gz": gzip.compress(numbered(3)), "in.zip": inner}
    whole, _ = zipped(files, method=zipfile.ZIP_STORED, piped=False)

    found, said = read(whole[:-60])

    assert found == ["a.wiki", "dump.xml.gz", "dump.xml.gz", "dump.xml.gz"]
    assert "pages kept: 4" in said


def test_a_file_that_is_damaged_costs_no_other() -> None:
    files = {f"{n}.wiki": text(n) * 9 for n in range(5)}
    whole, ends = zipped(files, method=zipfile.ZIP_DEFLATED, piped=True)
    broken = bytearray(whole[: ends["4.wiki"]])
    for place in range(ends["1.wiki"] + 60, ends["1.wiki"] + 90):
        broken[place] ^= 0xFF

    found, _ = read(bytes(broken))

    assert [name for name in found if name != "2.wiki"] == ["0.wiki", "1.wiki", "3.wiki", "4.wiki"]


@pytest.mark.parametrize("sign", [b"PK\x03\x04" + b"\0" * 26, b"PK\x03\x04"])
def test_headers_without_end_are_not_followed_for_ever(sign: bytes) -> None:
    whole, _ = zipped({"a.wiki": text(1)}, method=zipfile.ZIP_STORED, piped=False)

    found, said = read(whole[:-60] + sign * 50_000)

    assert found == ["a.wiki"]
    assert said


def test_a_bomb_without_a_list_is_stopped() -> None:
    whole, _ = zipped(
        {"a.wiki": text(1), "b.wiki": b"a" * 90_000_000}, method=zipfile.ZIP_DEFLATED, piped=True
    )

    found, said = read(whole[:-60])

    assert found[0] == "a.wiki"
    assert said
