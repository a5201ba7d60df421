"""Containers: zip, WACZ, WARC and MHTML; what is in them, and what hostile ones do."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import zipfile
import zlib
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.archives import Hints, open_bytes
from talkreader.domain.errors import ArchiveError, DamagedArchive, NotAnArchive
from talkreader.domain.page import Form, RawPage

from .build import PLAINTEXT, WIKITEXT, export, page, revision

HTML = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talk:Old bridge - Wiki'
    '</title></head><body><h1 id="firstHeading">Talk:Old bridge</h1><div id="mw-content-text">'
    '<p>In 1911. <a href="/wiki/User:Per_Lund">Per Lund</a> 10:40, 3 May 2020 (UTC)</p></div>'
    "</body></html>"
)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def record(kind: str, address: str, body: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <{address}>\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def answer(body: bytes, kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def warc(*bodies: bytes) -> bytes:
    info = record("warcinfo", "x", b"software: test")
    return info + b"".join(
        record("response", f"https://wiki.example/wiki/Talk:{n}", body)
        for n, body in enumerate(bodies)
    )


def read(data: bytes, name: str = "box") -> tuple[list[RawPage], dict[str, ArchiveError | None]]:
    left: dict[str, ArchiveError | None] = {}
    pages = list(open_bytes(data, name).pages(left.__setitem__))
    return pages, left


def test_zip_gives_the_pages_of_all_its_files_and_names_what_is_left_out() -> None:
    dump = export([page("Diskussion:A", revision("A")), page("Diskussion:B", revision("B"))])
    data = zipped(
        {
            "saved/Talk_Old bridge.html": HTML.encode(),
            "saved/Talk_Old bridge_files/skin.css": b"p { color: red }",
            "dump.xml.bz2": bz2.compress(dump),
            "picture.dat": b"\x89PNG\r\n\x1a\n" + bytes(90),
            "Talk_Old bridge.txt": PLAINTEXT.encode(),
        }
    )

    pages, left = read(data)

    assert [p.title for p in pages] == [
        "Talk:Old bridge", "Diskussion:A", "Diskussion:B", "Talk:Old bridge",
    ]  # fmt: skip
    assert pages[1].origin.path == "box"
    assert pages[1].origin.member == "dump.xml.bz2"
    assert "bzip2" in pages[1].origin.container
    assert left["saved/Talk_Old bridge_files/skin.css"] is None
    assert isinstance(left["picture.dat"], NotAnArchive)


def test_damaged_member_of_a_zip_stops_no_other() -> None:
    data = bytearray(zipped({"a.txt": PLAINTEXT.encode(), "b.txt": PLAINTEXT.encode()}, 0))
    data[data.index(b"Bridge opening") + 3] ^= 1  # the checksum of the first no longer fits

    pages, left = read(bytes(data))

    assert [p.origin.member for p in pages] == ["b.txt"]
    assert isinstance(left["a.txt"], DamagedArchive)


def test_cut_off_zip_is_damaged() -> None:
    data = zipped({"a.txt": PLAINTEXT.encode()})

    with pytest.raises(DamagedArchive, match="cut off or damaged"):
        read(data[:-30])


def test_zip_bomb_is_not_unpacked() -> None:
    data = zipped({"a.txt": bytes(80_000_000), "b.txt": PLAINTEXT.encode()})

    pages, left = read(data)

    assert len(pages) == 1
    assert "not trusted" in str(left["a.txt"])


def test_zip_inside_a_zip_and_inside_a_packing_is_refused() -> None:
    inner = zipped({"a.txt": PLAINTEXT.encode()})

    with pytest.raises(NotAnArchive, match="container inside a container"):
        read(zipped({"inner.zip": inner}))
    with pytest.raises(NotAnArchive, match="inside another packing"):
        read(gzip.compress(inner))


def test_names_that_climb_out_are_only_names() -> None:
    pages, _ = read(zipped({"../../etc/\x1bTalk_Old.txt": PLAINTEXT.encode()}))

    assert pages[0].origin.member == "../../etc/\N{REPLACEMENT CHARACTER}Talk_Old.txt"


def test_chinese_names_without_a_mark_are_read() -> None:
    data = zipped({"Talk_XXXX.wiki": WIKITEXT.encode()})
    data = data.replace(b"XXXX", "条目".encode("gb18030"))

    pages, _ = read(data)

    assert pages[0].title == "Talk:条目"


def test_office_documents_and_empty_zips_are_refused() -> None:
    with pytest.raises(NotAnArchive, match="Office document"):
        read(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    with pytest.raises(NotAnArchive, match="nothing in it"):
        read(zipped({"folder/": b""}))


def test_zip_with_a_password_says_so() -> None:
    data = bytearray(zipped({"a.txt": PLAINTEXT.encode()}))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + offset] |= 1

    with pytest.raises(NotAnArchive, match="password"):
        read(bytes(data))


def test_wacz_gives_the_pages_of_its_warc_only() -> None:
    data = zipped(
        {
            "datapackage.json": b"{}",
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n{"url": "https://x"}\n',
            "archive/data.warc.gz": gzip.compress(warc(answer(HTML.encode()))),
        }
    )

    pages, _ = read(data)

    assert [(p.title, p.site) for p in pages] == [("Talk:Old bridge", "wiki.example")]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (HTML.encode(), ""),
        (gzip.compress(HTML.encode()), "Content-Encoding: gzip\r\n"),
        (zlib.compress(HTML.encode()), "Content-Encoding: deflate\r\n"),
        (
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML.encode()), HTML.encode()),
            "Transfer-Encoding: chunked\r\n",
        ),
    ],
)
def test_warc_answers_are_unpacked(body: bytes, more: str) -> None:
    for data in (warc(answer(body, more=more)), gzip.compress(warc(answer(body, more=more)))):
        pages, _ = read(data)

        assert [(p.title, p.form, p.text) for p in pages] == [("Talk:Old bridge", Form.HTML, HTML)]


def test_warc_leaves_out_what_is_no_page_and_reads_on() -> None:
    broken = answer(b"\x1f\x8bnonsense", more="Content-Encoding: gzip\r\n")
    picture = answer(b"\x89PNG", "image/png")
    missing = answer(HTML.encode()).replace(b"200 OK", b"404 Not Found")

    pages, left = read(warc(broken, picture, missing, answer(HTML.encode())))

    assert len(pages) == 1
    assert "cannot be unpacked" in str(left["https://wiki.example/wiki/Talk:0"])


def test_cut_off_warc_gives_the_pages_before_the_cut() -> None:
    data = warc(answer(HTML.encode()), answer(HTML.encode()))
    pages = open_bytes(data[:-200], "box").pages()

    assert next(pages).title == "Talk:Old bridge"
    with pytest.raises(DamagedArchive, match="before that place: 1"):
        next(pages)


def test_warc_without_a_web_page_is_refused() -> None:
    with pytest.raises(NotAnArchive, match="without a web page"):
        read(warc(answer(b"\x89PNG", "image/png")))


@given(st.integers(min_value=0), st.binary(max_size=40))
def test_broken_containers_never_raise_anything_else(cut: int, junk: bytes) -> None:
    for whole in (warc(answer(HTML.encode())), zipped({"a.txt": PLAINTEXT.encode()})):
        place = cut % len(whole)
        for data in (whole[:place], whole[:place] + junk + whole[place + len(junk) :]):
            with suppress(ArchiveError):
                assert isinstance(read(data), tuple)


def mhtml(charset: str = "", parts: int = 1) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Talk:Old bridge"
    message["Snapshot-Content-Location"] = "https://wiki.example/wiki/Talk:Old_bridge"
    message.make_related()
    for _ in range(parts):
        part = EmailMessage()
        part.set_content(HTML, subtype="html", cte="quoted-printable")
        part["Content-Location"] = "https://wiki.example/wiki/Talk:Old_bridge"
        if not charset:
            part.replace_header("Content-Type", "text/html")
        message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["", "utf-8"])
def test_mhtml_gives_the_page_with_its_address(charset: str) -> None:
    pages, _ = read(mhtml(charset))

    assert [(p.title, p.site) for p in pages] == [("Talk:Old bridge", "wiki.example")]
    assert "In 1911." in pages[0].text


def test_cut_off_mhtml_warns_and_one_without_a_page_is_damaged() -> None:
    whole = mhtml()

    pages, _ = read(whole[: whole.index(b"</body>")])

    assert any("ends in the middle" in warning for warning in pages[0].warnings)
    with pytest.raises(DamagedArchive, match="without a web page"):
        read(mhtml(parts=0) + b"\r\n")


def test_hints_reach_the_files_in_a_container() -> None:
    archive = open_bytes(zipped({"a.txt": b"Words. Ida (talk) 09:12, 3 May 2020 (UTC)\n"}), "box")
    hinted = open_bytes(
        zipped({"a.txt": b"Words. Ida (talk) 09:12, 3 May 2020 (UTC)\n"}), "box", Hints(site="x")
    )

    assert [p.site for p in archive.pages()] == [""]
    assert [p.site for p in hinted.pages()] == ["x"]


@given(place=st.integers(0, 10**6), size=st.integers(1, 3))
@settings(max_examples=30)
def test_a_line_of_an_mhtml_file_that_is_damaged_costs_that_line(place: int, size: int) -> None:
    body = HTML.replace("In 1911.", "In 1911. " + "Words. " * 400)
    packed = base64.encodebytes(body.encode())
    place %= len(packed) - size - 4
    head = (
        b"From: <Saved>\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )

    (found,) = open_bytes(
        head + packed[:place] + packed[place + size :] + b"\r\n--B--\r\n", "a.mhtml"
    ).pages()

    told = any("damaged, and left out" in warning for warning in found.warnings)
    assert len(body) - len(found.text) < 200
    assert told is (found.text != body)
