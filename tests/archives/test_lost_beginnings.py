"""Files whose beginning is missing, as when a download was resumed wrongly: the rest is read."""

from __future__ import annotations

import gzip

import pytest

from talkreader.archives import open_bytes
from talkreader.domain.errors import NotAnArchive

from .build import numbered
from .test_bzip2_blocks import PACKED, STARTS, titles_outside
from .test_records import action, lines
from .test_streams import PACK, multistream
from .test_warc_damage import read, records
from .test_xmldump import read_to_the_end


@pytest.mark.parametrize("at", [1, 5, 100])
@pytest.mark.parametrize("kind", sorted(PACK))
def test_a_packed_file_is_known_by_the_streams_that_are_left(kind: str, at: int) -> None:
    _, parts = multistream(15)
    packed = [PACK[kind](part) for part in parts]
    data = b"".join(packed[2:])[at:]

    found, lost, said = read_to_the_end(data, "x.dat")

    expected = [f"Diskussion:Side {n}" for n in range(6, 15)]
    assert [one.title for one in found][-9:] == expected
    assert len(lost) == 1
    assert "pages kept:" in said


@pytest.mark.parametrize("at", [1, 100, STARTS[2] // 8 + 100])
def test_a_stream_of_bzip2_is_known_by_the_blocks_that_are_left(at: int) -> None:
    gone = {n for n, start in enumerate(STARTS) if start < 8 * at and at > 4}

    found, lost, _ = read_to_the_end(PACKED[at:], "dump.xml.bz2.002")

    assert {one.title for one in found} == titles_outside(gone)
    assert len(lost) == 1


@pytest.mark.parametrize("at", [1, 10, 200])
@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_is_known_by_the_records_that_are_left(at: int, packed: bool) -> None:
    parts = [gzip.compress(one) if packed else one for one in records()]

    found, lost, said = read(b"".join(parts)[at:])

    assert len(found) == 4
    assert len(lost) == 1
    assert "pages kept: 4" in said


@pytest.mark.parametrize("at", [1, 7, 60])
def test_records_are_known_by_the_lines_that_are_left(at: int) -> None:
    data = lines(*(action(n) for n in range(5)))

    (page,), (loss,), _ = read_to_the_end(data[at:], "part.jsonl")

    assert "said 0" not in page.text
    assert page.text.count("(UTC)") == 4
    assert loss.line == 1


def test_a_line_of_code_in_a_page_does_not_make_records_of_it() -> None:
    text = 'It says {{"a"}}\n{"conversation_id": 3}\nWhy? [[User:Ida Holm]] 09:12, 3 May 2020 (UTC)'

    (page,) = open_bytes(text.encode(), "page.txt").pages()

    assert page.text == text


@pytest.mark.parametrize("before", [b"ediawiki", b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n<mediawiki"])
def test_an_export_whose_first_tag_is_damaged_or_not_the_first_thing_is_read(before: bytes) -> None:
    data = numbered(9).replace(b"<mediawiki", before, 1)

    found, lost, _ = read_to_the_end(data)

    assert [one.title for one in found] == [f"Diskussion:Side {n}" for n in range(9)]
    if not before.endswith(b"<mediawiki"):
        assert "its beginning is missing" in str(lost[0].error)
    else:
        assert {one.site for one in found} == {"bridgewiki"}
        for one in found:
            assert data[one.origin.offset :].startswith(b"<page><title>" + one.title.encode())


def test_what_is_no_archive_is_refused_as_before() -> None:
    for data in (b"\x89PNG\r\n\x1a\n" + PACKED, bytes(300) + b"\1" * 900):
        with pytest.raises(NotAnArchive, match=r"PNG picture|not text"):
            open_bytes(data, "x")
