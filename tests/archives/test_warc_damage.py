"""Web archives of which a record is damaged: it costs its own page."""

from __future__ import annotations

import gzip

import pytest

from talkreader.archives import open_bytes
from talkreader.archives.document import Loss
from talkreader.domain.errors import DamagedArchive
from talkreader.domain.page import RawPage

from .test_containers import HTML, answer, record

ADDRESS = "https://wiki.example/wiki/Talk:"


def records(count: int = 5) -> list[bytes]:
    return [
        record(
            "response",
            f"{ADDRESS}{n}",
            answer(HTML.replace("Old bridge", f"Old bridge {n}").encode()),
        )
        for n in range(count)
    ]


def read(data: bytes) -> tuple[list[RawPage], list[Loss], str]:
    lost = list[Loss]()
    stream = open_bytes(data, "box.warc").pages(lose=lost.append)
    found = list[RawPage]()
    with pytest.raises(DamagedArchive) as caught:
        found.extend(iter(lambda: next(stream), None))
    return found, lost, str(caught.value)


def test_a_packed_record_that_is_damaged_costs_its_own_page() -> None:
    packed = [bytearray(gzip.compress(one)) for one in records()]
    packed[2][len(packed[2]) // 2] ^= 0xFF

    found, lost, said = read(b"".join(packed))

    assert len(found) == 4
    assert len(lost) == 1
    assert "broken in the middle" in said
    assert "pages kept: 4" in said


def test_a_record_whose_length_is_wrong_costs_its_own_page() -> None:
    parts = records()
    parts[1] = parts[1].replace(b"Content-Length: ", b"Content-Length: 9", 1)

    found, (loss,), said = read(b"".join(parts))

    assert len(found) == 4
    assert loss.title == f"{ADDRESS}1"
    assert "pages kept: 4" in said


def test_a_record_that_is_overwritten_costs_its_own_page() -> None:
    parts = records()
    parts[3] = b"\0" * len(parts[3])

    found, lost, _ = read(b"".join(parts))

    assert len(found) == 4
    assert len(lost) == 1


def test_a_cut_off_record_is_told_with_its_address() -> None:
    found, (loss,), said = read(b"".join(records())[:-40])

    assert len(found) == 4
    assert loss.title == f"{ADDRESS}4"
    assert "the last record is cut off" in said
