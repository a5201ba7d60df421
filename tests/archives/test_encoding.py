"""Encodings: every one that Chinese talk pages were ever saved in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.archives import open_bytes
from talkreader.archives.text.encoding import decode

from .build import SIMPLIFIED, TRADITIONAL

JAPANESE = (
    "この記事の名前について話し合いたいと思います。どうでしょうか。--山田 2021年9月16日 (木)\n" * 2
)
KOREAN = (
    "이 문서의 제목에 대해 토론하고 싶습니다. 의견을 주시기 바랍니다. --김철수 2021년 9월\n" * 2
)
GERMAN = "Ich finde, wir könnten den Abschnitt kürzen. Schöne Grüße aus Köln, Jörg\n" * 3
RUSSIAN = "Я думаю, что статью нужно переименовать. С уважением, Иван Петров\n" * 4

CASES = [
    *[(SIMPLIFIED, name) for name in ("gb18030", "gbk", "utf-8", "utf-8-sig")],
    *[(TRADITIONAL, name) for name in ("big5", "big5hkscs", "cp950", "gb18030", "gbk")],
    *[(JAPANESE, name) for name in ("cp932", "euc_jp")],
    (KOREAN, "cp949"),
    (GERMAN, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8-r"),
    *[
        (text, name)
        for text in (SIMPLIFIED, TRADITIONAL, GERMAN, RUSSIAN)
        for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
    ],
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_text_is_read_whatever_its_encoding(text: str, name: str) -> None:
    decoded = decode(text.encode(name))

    assert decoded.text == text
    assert decoded.warnings == ()


@pytest.mark.parametrize("name", ["gb18030", "utf-16-le"])
def test_file_in_a_chinese_encoding_opens_as_text(name: str) -> None:
    (page,) = open_bytes(SIMPLIFIED.encode(name), "copy.txt").pages()

    assert page.text == SIMPLIFIED


def test_declaration_decides_where_bytes_could_be_many_things() -> None:
    assert decode("Grüße".encode("cp1252"), "iso-8859-1").text == "Grüße"
    assert decode("讨论".encode("gbk"), "gb2312").text == "讨论"
    assert decode("Иван".encode("cp1251"), "windows-1251").text == "Иван"


def test_stale_declaration_yields_to_sound_utf_8() -> None:
    assert decode("讨论页".encode(), "gb2312").text == "讨论页"


def test_unknown_declaration_is_passed_over() -> None:
    assert decode(SIMPLIFIED.encode("gbk"), "x-no-such-thing").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gbk"), "rot13").text == SIMPLIFIED


def test_places_that_cannot_be_read_are_counted() -> None:
    data = TRADITIONAL.encode() + b"\xff\xfe bad " + TRADITIONAL.encode()[:-1] + b"\xe4"

    decoded = decode(data)

    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 3
    assert decoded.warnings[0].endswith(": 3")


def test_warning_reaches_the_page() -> None:
    (page,) = open_bytes(TRADITIONAL.encode() + b"\xff\n", "copy.txt").pages()

    assert page.warnings == ("Places that are not utf-8, shown as \ufffd: 1",)


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_8_comes_back_unchanged_but_for_lines_of_an_old_mac(text: str) -> None:
    lines = text if "\n" in text else text.replace("\r", "\n")

    assert decode(text.encode()).text == lines


@pytest.mark.parametrize("text", [SIMPLIFIED, GERMAN, "Plain words.\n" * 9])
@pytest.mark.parametrize("cut", [0, 1])
def test_zero_bytes_of_a_damaged_disk_are_no_other_encoding(text: str, cut: int) -> None:
    data = text.encode()
    place = data.index(b"\n") if b"\n" in data else 9
    damaged = data[:place] + b"\0\0\0" + data[place : len(data) - cut] + bytes(5000)

    decoded = decode(damaged)

    assert decoded.encoding == "utf-8"
    assert decoded.text.replace("\N{REPLACEMENT CHARACTER}", "")[:-1] in text
    assert "\0" not in decoded.text
    assert decoded.warnings
    assert list(open_bytes(damaged, "copy.txt").pages())


def test_lines_that_end_as_on_an_old_mac_are_lines() -> None:
    assert decode(b"one\rtwo\r\r").text == "one\ntwo\n\n"
    assert decode(b"one\r\ntwo\r").text == "one\r\ntwo\r"
