"""Notes and discussions in every format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from talkreader.domain.note import AnchorState, Color, Note, Target
from talkreader.domain.page import PageKey
from talkreader.domain.thread import Evidence
from talkreader.exporting import (
    CodedPage,
    Discussion,
    FormatId,
    Labels,
    Source,
    export_discussion,
    export_notes,
    formats,
    qdpx,
    source_of_target,
    threads,
    threads_text,
)

from .build import MOMENT, comment, prose, section

TARGET = Target(
    "teawiki", "Talk:Tea", "Leaves", "c-Ada-20200301090500", 0, 2, 9, "*green*\n# leaf", "a ", " b"
)
NOTE = Note(
    "0f6b1f5e-7a7b-4c7e-9d8a-1b2c3d4e5f60",
    (TARGET,),
    Color.PINK,
    "See **here**.",
    ("a b", "茶"),
    MOMENT,
    MOMENT,
)
PAGE = Discussion(
    [section(0, None, 0), section(1, "Tea *now*"), section(2, "茶", 3)],
    [
        comment(0, "First\nline <b>two</b>", section=1),
        comment(
            1, "=SUM(1)", section=1, parent=0, level=2, author=None, evidence=Evidence.INFERRED
        ),
        comment(2, "綠茶", section=2, trailing="(moved)"),
    ],
    [prose("A lead.", 1)],
)
EVIL = '<script>alert("x")</script>'


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_every_format_writes_what_it_says_it_holds():
    for each in formats():
        for holds, export in (
            (each.notes, lambda f: export_notes([NOTE], {}, f)),
            (each.discussion, lambda f: export_discussion(PAGE, f)),
        ):
            if holds and each.binary:
                assert qdpx([CodedPage(PageKey("teawiki", "Talk:Tea"), PAGE, [])])
            elif holds:
                assert export(each.id)
            else:
                with pytest.raises(ValueError, match="does not hold"):
                    export(each.id)
    assert {each.id for each in formats()} == set(FormatId)


def test_a_note_in_markdown_has_its_quote_citation_remark_and_tags():
    assert export_notes([NOTE], {}, FormatId.MARKDOWN) == (
        '---\ntitle: "Notes"\ntags:\n  - "a-b"\n  - "茶"\n---\n\n'
        "# Notes\n\n"
        "> \\*green\\*\n>\n> \\# leaf\n\n"
        "— Ada, 2020-03-01 09:05 UTC, section “Leaves”, Talk:Tea, teawiki\n\n"
        "See **here**.\n\n"
        "#a-b #茶\n\n"
        "---\n"
    )


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("vote", "vote"),
        ("process/vote", "process/vote"),
        ("a tag: of words!", "a-tag-of-words"),
        ("流程/投票 结果", "流程/投票-结果"),
        ("2021", "_2021"),
        ("2021/05", "_2021/05"),
        ("x-1_y", "x-1_y"),
        ("//a//", "a"),
        ("!?", ""),
        ("a\nb: c]", "a-b-c"),
    ],
)
def test_a_tag_is_written_as_obsidian_reads_it(tag: str, written: str):
    made = export_notes([replace(NOTE, tags=(tag,))], {}, FormatId.MARKDOWN)

    assert (f"\n\n#{written}\n\n---\n" in made) is bool(written)
    _before, head, _body = made.split("---\n", 2)
    assert head == 'title: "Notes"\n' + (f'tags:\n  - "{written}"\n' if written else "")


def test_a_note_whose_place_is_not_the_old_one_says_so():
    source = replace(source_of_target(TARGET), state=AnchorState.LOST)
    contexts = {(NOTE.id, 0): source}

    for each in (FormatId.MARKDOWN, FormatId.HTML):
        assert "(lost)" in export_notes([NOTE], contexts, each)
    assert rows(export_notes([NOTE], contexts, FormatId.CSV))[0]["state"] == "lost"


def test_notes_without_words_say_what_they_are_about():
    targets = (
        Target("w", "T"),
        Target("w", "T", "Leaves"),
        Target("w", "T", "Leaves", "c-Ada-20200301090500"),
    )
    written = export_notes([replace(NOTE, targets=targets)], {}, FormatId.HTML)

    for words in ("(the whole page)", "(the whole section)", "(the whole comment)"):
        assert written.count(words) == 1


def test_a_table_of_notes_has_a_row_for_each_target():
    found = rows(export_notes([replace(NOTE, targets=(TARGET, TARGET))], {}, FormatId.CSV))

    assert [row["target"] for row in found] == ["0", "1"]
    assert (found[0]["quote"], found[0]["tags"], found[0]["color"], found[0]["author"]) == (
        "*green*\n# leaf",
        "a b; 茶",
        "pink",
        "Ada",
    )


def test_a_table_begins_so_that_excel_reads_chinese_and_never_runs_a_page():
    text = export_discussion(PAGE, FormatId.CSV)

    assert text.startswith("\ufeff")
    assert rows(text)[2]["text"] == "'=SUM(1)"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("- a list", "- a list"),
        ("- a list (of two)\n- and | more", "- a list (of two)\n- and | more"),
        ("+ HYPERLINK(1)", "'+ HYPERLINK(1)"),
        ("- cmd|' /C calc'!A0", "'- cmd|' /C calc'!A0"),
        ("-1+cmd", "'-1+cmd"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a=1", "a=1"),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_marked(text: str, cell: str):
    page = Discussion([section(0, "Tea")], [comment(0, text)])

    assert rows(export_discussion(page, FormatId.CSV))[0]["text"] == cell


def test_threads_can_be_rebuilt_from_the_table():
    found = rows(export_discussion(PAGE, FormatId.CSV))

    assert [(r["kind"], r["index"], r["parent"]) for r in found] == [
        ("prose", "", ""),
        ("comment", "0", ""),
        ("comment", "1", "0"),
        ("comment", "2", ""),
    ]
    assert found[0]["text"] == "A lead."
    assert (found[3]["section"], found[3]["section_level"], found[3]["trailing"]) == (
        "茶",
        "3",
        "(moved)",
    )


def test_a_discussion_in_markdown_quotes_replies_deeper_and_escapes_the_page():
    assert export_discussion(PAGE, FormatId.MARKDOWN, "Talk:Tea") == (
        "# Talk:Tea\n\n"
        "## Top of the page\n\n"
        "A lead.\n\n"
        "## Tea \\*now\\*\n\n"
        "**Ada · 2020-03-01 09:05 UTC**\n\nFirst\n\nline \\<b\\>two\\</b\\>\n\n"
        "> **name not kept · 2020-03-01 09:05 UTC · reply inferred**\n>\n> \\=SUM(1)\n\n"
        "### 茶\n\n"
        "**Ada · 2020-03-01 09:05 UTC**\n\n綠茶\n\n(moved)\n"
    )


def test_json_and_text_are_those_of_the_command_line():
    assert json.loads(export_discussion(PAGE, FormatId.JSON)) == threads(PAGE)
    assert export_discussion(PAGE, FormatId.TEXT) == threads_text(PAGE)


def test_nothing_of_a_page_or_a_note_becomes_html():
    evil = comment(0, EVIL, author=EVIL, display_name=EVIL + "2", trailing=EVIL)
    page = Discussion([section(0, EVIL)], [evil], [prose(EVIL, 9)])
    note = replace(
        NOTE, targets=(Target(EVIL, EVIL, EVIL, "c", exact=EVIL),), text=EVIL, tags=(EVIL,)
    )

    for written in (
        export_discussion(page, FormatId.HTML, EVIL, Labels(language='"><script>')),
        export_notes([note], {}, FormatId.HTML),
    ):
        tree = lxml_html.document_fromstring(written)
        assert tree.xpath("//script") == []
        assert EVIL in tree.text_content()


def test_a_report_links_to_the_comment_on_the_wiki_and_loads_nothing():
    source = Source(
        "teawiki",
        "Talk:Tea",
        "Leaves",
        "c-Ada-20200301090500",
        "Ada",
        MOMENT,
        "https://tea.example.org",
    )

    tree = lxml_html.document_fromstring(
        export_notes([NOTE], {(NOTE.id, 0): source}, FormatId.HTML)
    )
    assert tree.xpath("//a/@href") == [
        "https://tea.example.org/wiki/Special:GoToComment/c-Ada-20200301090500"
    ]
    assert tree.xpath("//@src | //link") == []
    assert tree.xpath("//blockquote/@class") == ["pink"]


def test_the_words_of_an_export_can_be_translated():
    labels = Labels(language="zh-Hant", notes="筆記", name_not_kept="名字未保留")

    assert 'lang="zh-Hant"' in export_notes([], {}, FormatId.HTML, labels)
    assert "# 筆記" in export_notes([], {}, FormatId.MARKDOWN, labels)
    assert "名字未保留" in export_discussion(PAGE, FormatId.TEXT, labels=labels)


@given(st.text(), st.sampled_from([each.id for each in formats() if not each.binary]))
def test_no_words_break_an_export(text: str, format_id: FormatId):
    note = replace(NOTE, targets=(replace(TARGET, exact=text),), text=text, tags=(text,))
    page = Discussion([section(0, text)], [comment(0, text, author=text)], [prose(text, 9)])
    holds = next(each for each in formats() if each.id is format_id)

    if holds.notes:
        assert export_notes([note], {}, format_id)
    if holds.discussion:
        assert export_discussion(page, format_id, text)


@pytest.mark.parametrize("remark", ["~~~", "see:\n```", "<!-- to do"])
def test_a_note_that_leaves_something_open_does_not_swallow_the_next_one(remark: str):
    notes = [replace(NOTE, text=remark), NOTE]

    made = MarkdownIt("commonmark").render(export_notes(notes, {}, FormatId.MARKDOWN))

    assert made.count("<blockquote>") == 2
