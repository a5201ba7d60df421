"""XML exports: every schema, the latest revision, what is missing, what is hostile."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.archives import open_archive, open_bytes
from talkreader.archives.document import Loss
from talkreader.archives.exports import xmldump
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import Form, RawPage

from .build import SITEINFO, WIKITEXT, export, numbered, page, revision


def pages(data: bytes) -> list[RawPage]:
    return list(open_bytes(data, "dump.xml").pages())


def test_page_carries_all_that_the_export_says() -> None:
    (found,) = pages(export([page("Diskussion:Bro", revision(WIKITEXT, number=31))]))

    assert (found.form, found.text, found.title) == (Form.WIKITEXT, WIKITEXT, "Diskussion:Bro")
    assert (found.site, found.base_url) == ("bridgewiki", "https://bridges.example")
    assert (found.namespace, found.page_id, found.language) == (1, 5, "da")
    assert found.namespaces == {"": 0, "Diskussion": 1, "Broer": 4}
    assert found.revision.id == 31
    assert found.revision.timestamp == datetime(2020, 5, 3, 10, 40, tzinfo=UTC)
    assert (found.revision.contributor, found.revision.comment) == ("Ida Holm", "more")


@pytest.mark.parametrize("version", ["0.3", "0.5", "0.10", "0.11"])
def test_description_names_the_schema(version: str) -> None:
    archive = open_bytes(export([page("A", revision("a"))], version=version), "dump")

    assert archive.description == f"MediaWiki XML export {version}"


def test_old_schema_takes_site_and_namespace_from_what_it_has() -> None:
    siteinfo = SITEINFO.replace("<dbname>bridgewiki</dbname>", "")

    found = pages(
        export([page(title, revision("a"), namespace=None) for title in
                ("Diskussion:Bro", "Bro", "Film: en bro")], siteinfo)
    )  # fmt: skip

    assert {one.site for one in found} == {"bridges.example"}
    assert [one.namespace for one in found] == [1, 0, 0]


def test_latest_revision_is_taken_by_time_whatever_the_order() -> None:
    history = [
        revision("second", 2, "2021-01-01T00:00:00Z"),
        revision("third", 3, "2022-01-01T00:00:00Z"),
        revision("first", 1, "2020-01-01T00:00:00Z"),
    ]

    (found,) = pages(export([page("A", *history)]))

    assert (found.text, found.revision.id) == ("third", 3)


def test_of_revisions_of_one_second_the_last_is_taken() -> None:
    (found,) = pages(export([page("A", revision("one", 1), revision("two", 2))]))

    assert found.text == "two"


def test_hidden_latest_text_gives_the_one_before_and_says_so() -> None:
    hidden = revision("", 2, "2022-01-01T00:00:00Z", 'deleted="deleted"')

    (found,) = pages(export([page("A", revision("shown", 1), hidden)]))

    assert found.text == "shown"
    assert found.warnings == (
        "The latest text was removed from public view; an older one is shown",
    )


def test_page_whose_only_text_is_hidden_is_told() -> None:
    (found,) = pages(export([page("A", revision("", attributes='deleted="deleted"'))]))

    assert found.text == ""
    assert found.warnings == ("The text of this page was removed from public view on the wiki",)


def test_contributor_without_account_is_named_by_address() -> None:
    named = "<username>Ida Holm</username><id>7</id>"

    (found,) = pages(export([page("A", revision("a").replace(named, "<ip>192.0.2.7</ip>"))]))

    assert found.revision.contributor == "192.0.2.7"


def test_text_of_another_slot_is_not_the_page() -> None:
    extra = "<content><role>extra</role><text>no</text></content><sha1>"
    mixed = revision("yes").replace("</revision>", extra + "x</sha1></revision>")

    (found,) = pages(export([page("A", mixed)]))

    assert found.text == "yes"


@pytest.mark.parametrize("attributes", ['bytes="81"', 'id="9"', 'location="tt:1"'])
def test_stub_dump_says_that_it_has_no_text(attributes: str) -> None:
    stub = revision("", attributes=attributes)

    with pytest.raises(NotAnArchive, match="there is no text in this file"):
        pages(export([page("A", stub)]))


def test_empty_page_is_no_stub() -> None:
    (found,) = pages(export([page("A", revision("", attributes='bytes="0"'))]))

    assert (found.text, found.warnings) == ("", ())


def test_boards_alone_are_refused_and_among_pages_are_told() -> None:
    board = page("Topic:X", revision("{}").replace("wikitext<", "flow-board<"))

    with pytest.raises(NotAnArchive, match="Structured Discussions boards"):
        pages(export([board]))
    first, second = pages(export([page("A", revision("a")), board]))
    assert first.warnings == ()
    assert second.text == ""
    assert "Structured Discussions board" in second.warnings[0]


def test_text_that_is_no_wikitext_is_given_as_it_is() -> None:
    (found,) = pages(export([page("A.js", revision("a()").replace("wikitext<", "javascript<"))]))

    assert (found.form, found.text) == (Form.PLAINTEXT, "a()")
    assert found.warnings == ("The text of this page is not wikitext but javascript",)


def test_broken_file_gives_the_pages_before_the_break() -> None:
    stream = open_bytes(numbered(40)[:60_000] + b"<<", "dump.xml").pages()
    found = []

    with pytest.raises(DamagedArchive) as caught:
        found.extend(iter(lambda: next(stream), None))

    assert len(found) > 20
    assert f"pages kept from before that place: {len(found)}" in str(caught.value)


def test_broken_pages_are_left_out_and_the_pages_after_them_are_read() -> None:
    data = numbered(40).replace(b"Side 10</title>", b"Side 10</titel>")
    data = data.replace(b"<title>Diskussion:Side 30", b"<title>Diskussion:Side \x0130")
    stream, found = open_bytes(data, "dump.xml").pages(), []

    with pytest.raises(DamagedArchive) as caught:
        found.extend(iter(lambda: next(stream), None))

    titles = [one.title for one in found]
    assert titles == [f"Diskussion:Side {n}" for n in range(40) if n not in {10, 30}]
    for one in found:
        assert data[one.origin.offset :].startswith(b"<page><title>" + one.title.encode())
        assert data[: one.origin.offset].count(b"\n") == one.origin.line - 1
    assert {(one.site, one.language) for one in found} == {("bridgewiki", found[0].language)}
    lines = [data[: data.index(b"Side " + name)].count(b"\n") + 1 for name in (b"10<", b"\x01")]
    assert f"left out: {lines[0]} ?, {lines[1]} ?; pages kept: 38" in str(caught.value)


@given(
    place=st.integers(0, 10**6), size=st.integers(1, 200), chunk=st.sampled_from([7, 64, 1 << 16])
)
def test_a_byte_that_is_wrong_costs_one_page(place: int, size: int, chunk: int) -> None:
    data = bytearray(numbered(9))
    first, last = data.index(b"<page>", data.index(b"</page>")), data.rindex(b"</page>")
    place = first + place % (last - first)
    data[place : place + size] = b"\x01" * len(data[place : place + size])
    found = set()

    with pytest.MonkeyPatch.context() as patch, suppress(DamagedArchive):
        patch.setattr(xmldump, "CHUNK", chunk)
        for page in open_bytes(bytes(data), "dump.xml").pages():
            found.add(page.title)

    # what is overwritten may reach into the next one
    assert len(found) >= (8 if size == 1 else 7)


def test_exports_that_follow_each_other_are_read_through() -> None:
    other = export([page("Talk:B", revision("b"))], SITEINFO.replace("bridgewiki", "otherwiki"))

    found = pages(numbered(200) + other)

    assert len(found) == 201
    assert (found[0].site, found[-1].site) == ("bridgewiki", "otherwiki")


def test_offset_and_line_lead_to_the_page() -> None:
    data = numbered(30)

    for found in pages(data):
        assert data[found.origin.offset :].startswith(b"<page><title>" + found.title.encode())
        assert data[: found.origin.offset].count(b"\n") == found.origin.line - 1


@pytest.mark.parametrize("name", ["UTF-16", "GB18030", "ISO-8859-1"])
def test_declared_encoding_is_honoured(name: str) -> None:
    text = "Åbning af broen" if name == "ISO-8859-1" else "讨论 Åbning"
    body = export([page("A", revision(text))]).decode()

    (found,) = pages(f'<?xml version="1.0" encoding="{name}"?>\n{body}'.encode(name))

    assert found.text == text


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE mediawiki [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE mediawiki SYSTEM "file:///etc/hostname">',
    ],
)
def test_document_type_is_refused_before_it_can_do_anything(doctype: str) -> None:
    with pytest.raises(NotAnArchive, match="declares a document type"):
        pages(b'<?xml version="1.0"?>' + doctype.encode() + export([page("A", revision("a"))]))


def test_export_without_a_page_is_refused() -> None:
    with pytest.raises(NotAnArchive, match="without a page"):
        pages(export([]))


def read_to_the_end(data: bytes, name: str = "dump.xml") -> tuple[list[RawPage], list[Loss], str]:
    """The pages, what was lost between them, and what was said in the end."""
    found, lost, said = list[RawPage](), list[Loss](), ""
    stream = open_bytes(data, name).pages(lose=lost.append)
    try:
        found.extend(iter(lambda: next(stream, None), None))
    except DamagedArchive as damage:
        said = str(damage)
    return found, lost, said


def test_page_of_more_text_than_a_page_can_have_is_left_out_and_the_next_one_read() -> None:
    huge = page("Huge", revision("word\n" * 4_000_000))
    data = export([page("A", revision("a")), huge, page("B", revision("b"))])

    found, lost, said = read_to_the_end(data)

    assert [one.title for one in found] == ["A", "B"]
    assert [(loss.title, loss.pages) for loss in lost] == [("Huge", 1)]
    assert "more than 16 MB of text" in str(lost[0].error)
    assert said == ""
    for one in found:
        assert data[one.origin.offset :].startswith(b"<page><title>" + one.title.encode())
        assert data[: one.origin.offset].count(b"\n") == one.origin.line - 1


def test_page_that_is_too_large_is_told_where_nobody_listens_for_losses() -> None:
    stream = open_bytes(
        export([page("Huge", revision("word " * 4_000_000)), page("B", revision("b"))]), "dump"
    ).pages()

    assert next(stream).title == "B"
    with pytest.raises(DamagedArchive, match="the page “Huge” has more than 16 MB"):
        next(stream)


def test_text_without_an_end_is_not_kept(tmp_path: Path) -> None:
    small = export([page("A", revision("a"))])
    large = export([page("A", revision("a")), page("Huge", revision("word " * 20_000_000))])
    peaks = []
    for data in (small, large):
        file = tmp_path / "dump.xml"
        file.write_bytes(data)
        archive = open_archive(file)
        tracemalloc.start()
        with suppress(DamagedArchive):
            assert len(list(archive.pages())) == 1
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()

    assert peaks[1] - peaks[0] < 50_000_000  # of 100


@pytest.mark.parametrize(
    "hostile",
    [b"<a " + b"x" * 3_000_000, b"<a>" * 60 + b"<title>", b"<!-- " + b"-" * 3_000_000],
)
def test_what_has_no_end_costs_its_page(hostile: bytes) -> None:
    first, second = page("A", revision("a")).encode(), page("B", revision("b")).encode()
    data = export([]).replace(
        b"</mediawiki>", first + b"<page>" + hostile + second + b"</mediawiki>"
    )

    found, lost, _ = read_to_the_end(data)

    assert [one.title for one in found] == ["A", "B"]
    assert len(lost) == 1


@pytest.mark.parametrize("size", [100_000, 600_000, 1_000_000])
def test_what_is_long_and_ends_costs_nothing(size: int) -> None:
    """Since its version 2.6, expat does not say where it is while it waits for more of a token."""
    comment = "<!-- " + "<page>\n" * (size // 7) + " -->"
    data = export([page("A", revision("a " * 600_000)), comment, page("B", revision("b"))])

    found, lost, said = read_to_the_end(data)

    assert [one.title for one in found] == ["A", "B"]
    assert data[found[1].origin.offset :].startswith(b"<page><title>B<")
    assert data[: found[1].origin.offset].count(b"\n") == found[1].origin.line - 1
    assert (lost, said) == ([], "")
