"""Files as disks, scripts and other programs leave them: read as far as they are there."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
from collections.abc import Callable

import pytest

from talkreader.archives import open_bytes
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import CUT_SHORT, Form

from .build import PLAINTEXT, SIMPLIFIED, WIKITEXT, export, page, revision
from .test_containers import HTML
from .test_cut_json import TEXTS, query
from .test_records import action, lines
from .test_xmldump import read_to_the_end

PARSED = json.dumps({"parse": {"title": "Talk:Lamp", "wikitext": WIKITEXT}}).encode()
ERROR = json.dumps({"error": {"code": "nosuch", "info": "no such page"}}).encode()


def test_zeros_in_a_file_cost_only_the_page_that_they_are_in() -> None:
    data = export(page(f"Talk:{n}", revision(WIKITEXT * 9)) for n in range(4))
    place = data.index(b"Talk:1") + 500

    found, _, _ = read_to_the_end(data[:place] + bytes(900) + data[place + 900 :])

    assert [one.title for one in found] == ["Talk:0", "Talk:2", "Talk:3"]


def test_zeros_in_records_cost_only_the_lines_that_they_are_in() -> None:
    data = lines(*(action(n) for n in range(5)))

    (found,), (loss,), _ = read_to_the_end(data[:300] + bytes(4096) + data[301:], "part.jsonl")

    assert found.text.count("(UTC)") == 4
    assert loss.line == 2 if data.index(b"\n") < 300 else 1


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("form", [Form.HTML, Form.WIKITEXT, Form.PLAINTEXT])
def test_a_packed_page_that_is_cut_off_gives_its_beginning_and_says_so(
    pack: Callable[[bytes], bytes], form: Form
) -> None:
    text = {Form.WIKITEXT: WIKITEXT, Form.PLAINTEXT: PLAINTEXT, Form.HTML: HTML}[form]
    chance = random.Random(3)  # noqa: S311 - no secret
    noise = " ".join("".join(chance.choices("abcdefgh", k=7)) for _ in range(40_000))
    whole = text.replace("</body>", f"<p>{noise}</p></body>") if form is Form.HTML else text + noise
    packed = pack(whole.encode())
    if pack is bz2.compress:  # whose blocks are given whole
        packed = bz2.compress(whole.encode(), 1)

    (found,), _, said = read_to_the_end(packed[: len(packed) * 2 // 3], "page")

    assert found.form is form
    assert whole.startswith(found.text.rstrip())
    assert CUT_SHORT in found.warnings
    assert "get the whole file again" in said


def test_a_file_of_noise_is_refused_though_it_has_zeros() -> None:
    with pytest.raises(NotAnArchive, match="not text"):
        open_bytes(bytes(range(1, 256)) * 9 + bytes(900), "noise")


@pytest.mark.parametrize("between", [b"", b"\n", b"\r\n\r\n"])
def test_answers_of_the_api_may_follow_each_other(between: bytes) -> None:
    found, lost, said = read_to_the_end(between.join([query(2), PARSED, query(1)]) + b"\n")

    assert [one.title for one in found] == [*TEXTS, "Talk:Lamp", *TEXTS]
    assert (lost, said) == ([], "")


def test_a_list_of_answers_is_read_and_one_without_a_page_is_told() -> None:
    found, (loss,), said = read_to_the_end(b"[" + b", ".join([ERROR, PARSED]) + b"]")

    assert [one.title for one in found] == ["Talk:Lamp"]
    assert "no such page" in str(loss.error)
    assert said == ""


def test_of_answers_that_follow_each_other_the_last_may_be_cut_off() -> None:
    found, _, said = read_to_the_end(PARSED + b"\n" + query(2)[:-300])

    assert [one.title for one in found[:4]] == ["Talk:Lamp", *list(TEXTS)[:3]]
    assert "cut off" in said


def test_a_list_of_answers_without_a_page_is_refused() -> None:
    with pytest.raises(NotAnArchive, match="no such page"):
        list(open_bytes(ERROR + b"\n" + ERROR, "answers.json").pages())


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "GB18030"])
def test_an_export_in_utf_8_that_says_otherwise_is_read_as_what_it_is(encoding: str) -> None:
    data = export([page("讨论:桥", revision(SIMPLIFIED))])

    (found,), (loss,), _ = read_to_the_end(
        f'<?xml version="1.0" encoding="{encoding}"?>\n'.encode() + data
    )

    assert (found.title, found.text) == ("讨论:桥", SIMPLIFIED)
    assert "is in UTF-8" in str(loss.error)


def test_an_export_that_says_in_which_encoding_it_is_is_read_in_it() -> None:
    text = "Åbning af broen " * 9
    data = export([page("Diskussion:Bro", revision(text))]).decode().encode("iso-8859-1")

    (found,), lost, _ = read_to_the_end(b'<?xml version="1.0" encoding="iso-8859-1"?>\n' + data)

    assert (found.text, lost) == (text, [])
