"""Dumps in many streams or pieces, of which one is damaged, missing or alone."""

from __future__ import annotations

import bz2
import gzip
import lzma

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from .build import export, numbered, page, revision
from .test_xmldump import read_to_the_end


def multistream(count: int, each: int = 3) -> tuple[bytes, list[bytes]]:
    """A dump of so many pages, and the streams of its multistream form: head, pages, foot."""
    data = numbered(count)
    first, last = data.index(b"<page>"), data.rindex(b"</mediawiki>")
    one_by_one = [piece + b"</page>\n" for piece in data[first:last].split(b"</page>\n")[:-1]]
    parts = [b"".join(one_by_one[at : at + each]) for at in range(0, count, each)]
    return data, [data[:first], *parts, data[last:]]


PACK = {
    "bzip2": bz2.compress,
    "gzip": gzip.compress,
    "xz": lzma.compress,
    "zstd": zstandard.ZstdCompressor(write_checksum=True).compress,
}


@given(
    kind=st.sampled_from(sorted(PACK)),
    which=st.integers(0, 6),
    place=st.integers(0, 10**6),
    size=st.sampled_from([1, 2, 50, 10**6]),
)
@settings(max_examples=60)
def test_a_stream_that_is_damaged_costs_its_own_pages_alone(
    kind: str, which: int, place: int, size: int
) -> None:
    _, parts = multistream(15)
    packed = [bytearray(PACK[kind](part)) for part in parts]
    broken = packed[which]
    place = place % len(broken)
    if which == 0:
        place = max(place, 18)  # a file is known by its first bytes
    for at in range(place, min(place + size, len(broken))):
        broken[at] ^= 0x55

    found, lost, said = read_to_the_end(b"".join(packed), "dump.xml.bz2")

    titles = [one.title for one in found]
    everything = {f"Diskussion:Side {n}" for n in range(15)}
    own = {f"Diskussion:Side {n}" for n in range(3 * which - 3, 3 * which)} & everything
    assert set(titles) | own == everything
    assert len(titles) == len(set(titles))
    if own - set(titles):
        assert said
        assert lost or which == 5  # behind the last pages nothing comes


def test_a_damaged_stream_is_told_with_its_place_and_the_page_before() -> None:
    _, parts = multistream(15)
    packed = [bz2.compress(part) for part in parts]
    broken = bytearray(packed[3])
    broken[len(broken) // 2] ^= 0xFF
    start = sum(map(len, packed[:3]))

    found, (loss,), said = read_to_the_end(b"".join((*packed[:3], broken, *packed[4:])))

    assert [one.title for one in found] == [
        f"Diskussion:Side {n}" for n in range(15) if n not in {6, 7, 8}
    ]
    assert {one.site for one in found} == {"bridgewiki"}
    assert (loss.title, loss.pages) == ("Diskussion:Side 5", 0)
    assert f"Bytes {start} to {start + len(broken)} of the packed file are damaged" in str(
        loss.error
    )
    assert "pages kept: 12" in said


def test_a_dump_whose_first_stream_is_damaged_gives_its_pages() -> None:
    _, parts = multistream(15)
    head = bytearray(bz2.compress(parts[0]))
    head[30] ^= 0xFF

    found, lost, said = read_to_the_end(bytes(head) + b"".join(map(bz2.compress, parts[1:])))

    assert len(found) == 15
    assert len(lost) == 1
    assert "pages kept: 15" in said


def test_a_stream_of_a_dump_alone_is_read() -> None:
    _, parts = multistream(15)

    found, lost, said = read_to_the_end(bz2.compress(parts[2]))

    assert [one.title for one in found] == [f"Diskussion:Side {n}" for n in (3, 4, 5)]
    assert (lost, said) == ([], "")


@pytest.mark.parametrize("kind", sorted(PACK))
@pytest.mark.parametrize("filled", [1, 30, 300_000])
def test_zeros_that_fill_a_block_behind_a_packed_file_are_no_damage(kind: str, filled: int) -> None:
    data, _ = multistream(3)

    found, lost, said = read_to_the_end(PACK[kind](data) + b"\0" * filled)

    assert (len(found), lost, said) == (3, [], "")


def test_a_zstd_file_with_frames_for_others_is_read() -> None:
    """As pzstd writes it: before each frame one that says how long it is."""
    _, parts = multistream(15)
    frames = map(PACK["zstd"], parts)
    data = b"".join(
        b"\x50\x2a\x4d\x18\4\0\0\0" + len(frame).to_bytes(4, "little") + frame for frame in frames
    )

    found, lost, said = read_to_the_end(data, "dump.xml.zst")

    assert (len(found), lost, said) == (15, [], "")


def test_many_beginnings_of_streams_are_not_tried_without_end() -> None:
    _, parts = multistream(3)
    fake = b"BZh91AY&SY" * 20_000

    found, _, said = read_to_the_end(bz2.compress(parts[0] + parts[1]) + fake)

    assert len(found) == 3
    assert said


def test_the_second_piece_of_a_file_that_was_split_is_read_from_its_first_whole_page() -> None:
    data = numbered(15)

    found, lost, said = read_to_the_end(data[data.index(b"Side 6</title>") + 300 :], "dump.xml.002")

    assert [one.title for one in found] == [f"Diskussion:Side {n}" for n in range(7, 15)]
    assert "its beginning is missing" in str(lost[0].error)
    assert "pages kept: 8" in said


def test_a_page_without_an_end_does_not_take_the_next_one() -> None:
    data = numbered(5).replace(
        b"</page>\n<page><title>Diskussion:Side 3", b"<page><title>Diskussion:Side 3"
    )

    found, (loss,), _ = read_to_the_end(data)

    assert [one.title for one in found] == [f"Diskussion:Side {n}" for n in (0, 1, 3, 4)]
    assert (loss.title, loss.pages) == ("Diskussion:Side 2", 1)


def test_an_export_that_does_not_say_that_it_is_no_utf_8_is_read_and_told() -> None:
    text = "大家好，我認為這個條目的名稱應該再討論一下，因為現在的譯名在我們這裡並不常用。" * 20
    data = export([page("讨论:桥", revision(text)), page("讨论:路", revision("路" * 50))])

    found, (loss,), said = read_to_the_end(data.decode().encode("gb18030"))

    assert [one.text for one in found] == [text, "路" * 50]
    assert "it was read as gb18030" in str(loss.error)
    assert said == ""


def test_a_byte_that_is_no_utf_8_does_not_change_the_encoding() -> None:
    data = export(
        [page("A", revision("Åbning " * 9)), page("B", revision("Å¤")), page("C", revision("å"))]
    )

    found, (loss,), _ = read_to_the_end(data.replace("¤".encode(), b"\xff"))

    assert [one.text for one in found] == ["Åbning " * 9, "å"]
    assert loss.title == "B"
