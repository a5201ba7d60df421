"""Coding projects, read back from their zip and XML."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from talkreader.domain.code import Code
from talkreader.domain.note import AnchorState, Color, Note, Placed, Target
from talkreader.domain.page import PageKey
from talkreader.exporting import CodedPage, Discussion, Labels, qdpx

from .build import comment, prose, section

KEY = PageKey("teawiki", "Talk:Tea")
WORDS = "The green leaves 绿茶 come first."
PAGE = Discussion(
    (section(0, None, 0), section(1, "Leaves")),
    (comment(0, WORDS, section=1), comment(1, "And water.", section=1, parent=0, level=2)),
    (prose("A page about tea.", 0),),
)
NS = {"q": "urn:QDA-XML:project:1.0"}
TIME = datetime(2022, 2, 2, 3, 4, 5, tzinfo=UTC)


def note(number: int = 1, **changes: object) -> Note:
    made = Note(
        id=f"0f6b1f5e-7a7b-4c7e-9d8a-{number:012}",
        targets=(Target(*KEY, "Leaves", "c-Ada-20200301090500", 0, 4, 9, "green"),),
        color=None,
        text="",
        tags=("leaf",),
        created=TIME,
        modified=TIME,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def placed(note: Note, start: int = 4, end: int = 9, comment: int | None = 0) -> Placed:
    state = AnchorState.LOST if comment is None else AnchorState.EXACT
    return Placed(note, 0, state, comment, start, end)


def packed(*places: Placed, codes: tuple[Code, ...] = ()) -> bytes:
    return qdpx([CodedPage(KEY, PAGE, places)], codes)


def xml(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("project.qde"))


def text_of(data: bytes) -> str:
    """Return the text of the only source, from the place that its path names."""
    (source,) = xml(data).iterfind("q:Sources/q:TextSource", NS)
    name = source.get("plainTextPath").replace("internal://", "Sources/")
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def coded(data: bytes) -> list[tuple[str, list[str]]]:
    """Return the words of each selection and the names of its codes."""
    root, text = xml(data), text_of(data)
    names = {code.get("guid"): code.get("name") for code in root.iterfind(".//q:Code", NS)}
    return [
        (
            text[int(part.get("startPosition")) : int(part.get("endPosition"))],
            [names[code.get("targetGUID")] for code in part.iterfind("q:Coding/q:CodeRef", NS)],
        )
        for part in root.iterfind(".//q:PlainTextSelection", NS)
    ]


def test_a_project_has_the_page_as_text_and_the_coded_words_at_their_positions():
    data = packed(placed(note()), placed(note(2, tags=("茶", "leaf")), 17, 19))

    assert coded(data) == [("green", ["leaf"]), ("绿茶", ["茶", "leaf"])]
    assert text_of(data) == (
        f"A page about tea.\n\nLeaves\n\nAda · 2020-03-01 09:05 UTC\n{WORDS}\n\n"
        "Ada · 2020-03-01 09:05 UTC\nAnd water.\n\n"
    )


def test_positions_count_characters_and_not_bytes_or_utf_16():
    page = Discussion((section(0, None, 0),), (comment(0, "😀 tea"),))

    assert coded(qdpx([CodedPage(KEY, page, [placed(note(), 2, 5)])])) == [("tea", ["leaf"])]


def test_codes_keep_hierarchy_colour_and_definition():
    codes = (Code("plant/leaf", "#12ab34", "Any part that is steeped."),)

    root = xml(packed(placed(note(tags=("plant/leaf/tip",))), codes=codes))

    (leaf,) = root.iterfind("q:CodeBook/q:Codes/q:Code[@name='plant']/q:Code", NS)
    assert (leaf.get("name"), leaf.get("color")) == ("leaf", "#12ab34")
    assert leaf.findtext("q:Description", namespaces=NS) == "Any part that is steeped."
    assert [code.get("name") for code in leaf.iterfind("q:Code", NS)] == ["tip"]


def test_a_tag_with_odd_slashes_is_a_code_of_its_own():
    root = xml(packed(placed(note(tags=("/", "a//b", "c/")))))

    names = [code.get("name") for code in root.iterfind("q:CodeBook/q:Codes/q:Code", NS)]
    assert names == ["/", "a//b", "c/"]


def test_a_highlight_is_a_code_of_its_colour_so_that_it_is_not_lost():
    labels = Labels(highlight="标记", colors={"green": "绿色"})
    data = qdpx([CodedPage(KEY, PAGE, [placed(note(color=Color.GREEN))])], labels=labels)

    (color,) = xml(data).iterfind(".//q:Code[@name='标记']/q:Code", NS)
    codings = xml(data).findall(".//q:CodeRef", NS)

    assert color.get("name") == "绿色"
    assert color.get("guid") in {coding.get("targetGUID") for coding in codings}
    assert len(codings) == 2


def test_a_remark_is_a_memo_on_its_words():
    root = xml(packed(placed(note(text="Why **green**?", tags=()))))

    (reference,) = root.iterfind(".//q:PlainTextSelection/q:NoteRef", NS)
    (memo,) = root.iterfind("q:Notes/q:Note", NS)
    assert reference.get("targetGUID") == memo.get("guid")
    assert memo.findtext("q:PlainTextContent", namespaces=NS) == "Why **green**?"


def test_a_lost_note_is_a_memo_that_quotes_its_words_and_tags():
    root = xml(packed(placed(note(text="Gone?"), comment=None)))

    (memo,) = root.iterfind("q:Notes/q:Note", NS)
    content = memo.findtext("q:PlainTextContent", namespaces=NS)
    assert root.find(".//q:PlainTextSelection", NS) is None
    assert "“green”" in content
    assert "#leaf" in content
    assert content.endswith("Gone?")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(*KEY, "Leaves", "c-Ada-20200301090500"), f"Ada · 2020-03-01 09:05 UTC\n{WORDS}"),
        (Target(*KEY, "Leaves"), "Leaves"),
    ],
)
def test_a_note_without_a_selection_is_about_its_whole_comment_or_heading(
    target: Target, words: str
):
    place = placed(note(targets=(target,)), 0, 0, 0 if target.comment else None)

    assert coded(packed(place)) == [(words, ["leaf"])]


def test_the_same_notes_give_the_same_file_again():
    assert packed(placed(note())) == packed(placed(note()))


def test_parts_stand_in_the_order_of_the_standard():
    root = xml(packed(placed(note(text="Why?", color=Color.BLUE))))

    assert [etree.QName(part).localname for part in root] == [
        *("Users", "CodeBook", "Sources", "Notes"),
    ]
    (selection,) = root.iterfind(".//q:PlainTextSelection", NS)
    parts = [etree.QName(part).localname for part in selection]
    assert parts == ["Coding", "Coding", "NoteRef"]


@given(st.text(), st.text(min_size=1), st.integers(0, 40), st.integers(0, 40))
def test_any_words_and_tags_give_a_project_that_can_be_read(
    words: str, tag: str, start: int, length: int
):
    page = Discussion((section(0, None, 0),), (comment(0, words),))
    start = min(start, len(words))
    end = min(start + length, len(words))
    data = qdpx([CodedPage(KEY, page, [placed(note(tags=(tag,), text=tag), start, end)])])

    (expected,) = [words[start:end]] if start < end else [words]
    ((found, codes),) = coded(data)
    assert found.endswith(expected.encode(errors="replace").decode())
    assert len(codes) == 1
