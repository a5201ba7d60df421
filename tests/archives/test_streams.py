"""Dumps of many packed streams, of which one is damaged."""

from __future__ import annotations

import bz2
import gzip
import lzma

from hypothesis import given, settings
from hypothesis import strategies as st

from .build import numbered
from .test_xmldump import read_to_the_end


def multistream(count: int, each: int = 3) -> tuple[bytes, list[bytes]]:
    """A dump of so many pages, and the streams of its multistream form: head, pages, foot."""
    data = numbered(count)
    first, last = data.index(b"<page>"), data.rindex(b"</mediawiki>")
    one_by_one = [piece + b"</page>\n" for piece in data[first:last].split(b"</page>\n")[:-1]]
    parts = [b"".join(one_by_one[at : at + each]) for at in range(0, count, each)]
    return data, [data[:first], *parts, data[last:]]


PACK = {"bzip2": bz2.compress, "gzip": gzip.compress, "xz": lzma.compress}


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


def test_many_beginnings_of_streams_are_not_tried_without_end() -> None:
    _, parts = multistream(3)
    fake = b"BZh91AY&SY" * 20_000

    found, _, said = read_to_the_end(bz2.compress(parts[0] + parts[1]) + fake)

    assert len(found) == 3
    assert said
