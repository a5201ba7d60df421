"""An export of one page that breaks off gives the beginning of that page, and says so."""

from __future__ import annotations

import bz2
import gzip
import re
from collections.abc import Callable
from xml.sax.saxutils import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.page import CUT_SHORT

from .build import WIKITEXT, export, page, revision
from .test_xmldump import read_to_the_end

TEXT = "".join(f"{WIKITEXT}{number} <b>å</b> & \U0001f600\n" for number in range(30))
ALONE = export([page("Diskussion:Bro", revision(TEXT))])
BEGUN = ALONE.index(b"== Bridge")


@given(place=st.integers(BEGUN + 1, ALONE.index(b"</page>") - 1))
def test_the_only_page_is_given_as_far_as_it_goes(place: int) -> None:
    (found,), lost, said = read_to_the_end(ALONE[:place])

    # without half a character, entity, tag or "]]>"
    text = ALONE[BEGUN:place].decode(errors="ignore").partition("<")[0]
    assert found.text.rstrip("]") == unescape(re.sub(r"&[a-z]*\Z", "", text)).rstrip("]")
    assert found.warnings == (CUT_SHORT,)
    assert (found.title, found.site, found.page_id) == ("Diskussion:Bro", "bridgewiki", 5)
    assert found.revision.id == 1
    assert (lost, said) == ([], "")


@pytest.mark.parametrize(
    "pack", [gzip.compress, lambda data: bz2.compress(data, 1)], ids=["gzip", "bzip2"]
)
def test_a_packed_export_that_breaks_off_gives_the_beginning_of_its_only_page(
    pack: Callable[[bytes], bytes],
) -> None:
    words = " ".join(f"{7919 * n % 100003:x}" for n in range(150_000))
    packed = pack(export([page("Diskussion:Bro", revision(words))]))

    (found,), lost, said = read_to_the_end(packed[: len(packed) * 9 // 10], "dump.xml")

    assert words.startswith(found.text)
    assert len(found.text) > len(words) // 3
    assert found.warnings == (CUT_SHORT,)
    assert (lost, said) == ([], "")


def test_of_a_history_that_breaks_off_the_latest_whole_revision_is_given() -> None:
    data = export(
        [
            page(
                "Diskussion:Bro",
                revision("one", 1, "2020-05-03T10:00:00Z"),
                revision("one two", 2, "2020-05-03T11:00:00Z"),
                revision("one two three", 3, "2020-05-03T12:00:00Z"),
            )
        ]
    )

    (found,), _, _ = read_to_the_end(data[: data.index(b" three")])

    assert (found.text, found.revision.id, found.warnings) == ("one two", 2, (CUT_SHORT,))


def test_before_its_text_begins_there_is_nothing_to_give() -> None:
    found, _, said = read_to_the_end(ALONE[:BEGUN])

    assert found == []
    assert "cut off or broken" in said


def test_of_a_removed_text_nothing_is_given() -> None:
    data = export([page("Diskussion:Bro", revision("", attributes='deleted="deleted"'))])

    found, _, said = read_to_the_end(data[: data.index(b"</revision>")])

    assert found == []
    assert "cut off or broken" in said


def test_what_is_broken_within_the_page_is_not_taken_for_its_end() -> None:
    broken = ALONE[: BEGUN + 200] + b"<\0" + ALONE[BEGUN + 200 :]

    found, _, said = read_to_the_end(broken)

    assert found == []
    assert "cut off or broken" in said


def test_of_several_pages_the_last_one_is_whole_or_is_left_out() -> None:
    data = export([page("Diskussion:Bro", revision(TEXT)), page("Diskussion:Vej", revision(TEXT))])

    found, _, said = read_to_the_end(data[:-200])

    assert [one.title for one in found] == ["Diskussion:Bro"]
    assert found[0].warnings == ()
    assert "pages kept from before that place: 1" in said
