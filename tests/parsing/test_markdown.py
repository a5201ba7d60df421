"""Markdown, as people save it from a rendered page."""

from __future__ import annotations

import pytest

from talkreader.domain.body import BlockKind
from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import Evidence, ParsedPage
from talkreader.parsing import parse

ADA = '[Ada](https://b.example/wiki/User:Ada "User:Ada") ([talk](https://b.example/wiki/User_talk:Ada))'
BO = "[Bo the keeper](https://b.example/wiki/User:Bo)"


def said(text: str) -> ParsedPage:
    return parse(RawPage(Form.MARKDOWN, text, "Talk:Lamp", language="en"))


def test_the_link_tells_who_signed_and_headings_part_the_page():
    page = said(
        f"## Oil\n\nWe need **oil**. {ADA} 10:00, 4 May 2023 (UTC)\n\n"
        f"Not yet. {BO} 11:00, 4 May 2023 (UTC)\n\n## Wick\n\nLong. {ADA} 12:00, 4 May 2023 (UTC)\n"
    )

    assert [(c.author, c.display_name) for c in page.comments] == [
        ("Ada", None), ("Bo", "Bo the keeper"), ("Ada", None),
    ]  # fmt: skip
    assert [page.sections[c.section].heading for c in page.comments] == ["Oil", "Oil", "Wick"]
    assert page.comments[0].body.text == "We need oil."


def test_without_indentation_the_answer_is_inferred_and_says_so():
    page = said(
        f"## Oil\n\nWe need oil. {ADA} 10:00, 4 May 2023 (UTC)\n\n"
        f"Ada, not yet. {BO} 11:00, 4 May 2023 (UTC)\n"
    )

    assert page.comments[1].level_evidence is Evidence.INFERRED
    assert page.comments[1].parent == 0


def test_indentation_that_a_program_kept_as_html_is_used():
    page = said(
        f"## Oil\n\nWe need oil. {ADA} 10:00, 4 May 2023 (UTC)\n\n"
        f"<dl><dd>\n\nNot yet. {BO} 11:00, 4 May 2023 (UTC)\n\n</dd></dl>\n\n"
        f"Now. {ADA} 12:00, 4 May 2023 (UTC)\n"
    )

    assert [(c.level, c.level_evidence) for c in page.comments] == [
        (1, Evidence.MARKUP), (2, Evidence.MARKUP), (1, Evidence.MARKUP),
    ]  # fmt: skip


def test_words_deep_inside_quotations_are_kept():
    page = said("> " * 60 + f"deep words\n\nMine. {ADA} 10:00, 4 May 2023 (UTC)\n")

    assert "deep words" in page.text


@pytest.mark.parametrize(
    "heading",
    [
        '## Oil[[edit](/w/index.php?title=Talk:Lamp&action=edit&section=1 "Edit section: Oil")]',
        '## Oil\\[[edit](/w/index.php?title=Talk:Oil&action=edit&section=1 "Edit section: Oil")\\]',
        '## Oil[[edit](/w/index.php?title=Talk:Lamp&action=edit&section=1 "Edit\nsection: Oil")]',
        (
            "Oil[[edit](/w/index.php?title=Talk:Lamp&veaction=edit&section=1) | [edit source]"
            "(/w/index.php?title=Talk:Lamp&action=edit&section=1)]\n---"
        ),
    ],
)
def test_the_link_that_edits_a_section_is_no_word_of_its_heading(heading: str) -> None:
    page = said(f"{heading}\n\nWe need oil. {ADA} 10:00, 4 May 2023 (UTC)\n")

    assert [section.heading for section in page.sections] == [None, "Oil"]
    assert page.comments[0].body.text == "We need oil."


def test_indented_answers_are_no_code() -> None:
    page = said(
        f"## Oil\n\nWe need oil. {ADA} 10:00, 4 May 2023 (UTC) \n\n"
        f"    Not yet. {BO} 11:00, 4 May 2023 (UTC)\n"
        f"    When? {ADA} 12:00, 4 May 2023 (UTC)\n\n"
        f"Now. {BO} 13:00, 4 May 2023 (UTC)\n"
    )

    assert [(c.author, c.body.text) for c in page.comments] == [
        ("Ada", "We need oil."), ("Bo", "Not yet."), ("Ada", "When?"), ("Bo", "Now."),
    ]  # fmt: skip


def test_code_stays_code_where_no_answer_is_indented() -> None:
    page = said(f"So:\n\n    lamp = 1\n    oil  = 2\n\nis it. {ADA} 10:00, 4 May 2023 (UTC)\n")

    assert BlockKind.CODE in [block.kind for block in page.comments[0].body.blocks]


def test_definitions_are_the_levels_of_answers() -> None:
    page = said(
        f"## Oil\n\nWe need oil. {ADA} 10:00, 4 May 2023 (UTC)\n\n"
        f":   Not yet. {BO} 11:00, 4 May 2023 (UTC)\n\n"
        f"    :   When?\n\n        Today? {ADA} 12:00, 4 May 2023 (UTC)\n"
        f":   No. {BO} 13:00, 4 May 2023 (UTC)\n\n"
        f"1. One. {ADA} 14:00, 4 May 2023 (UTC)\n\n"
        f"   :   Two. {BO} 15:00, 4 May 2023 (UTC)\n\n"
        f"Now. {ADA} 16:00, 4 May 2023 (UTC)\n"
    )

    assert [(c.level, c.parent) for c in page.comments] == [
        (1, None), (2, 0), (3, 1), (2, 0), (2, 0), (3, 4), (1, None),
    ]  # fmt: skip
    assert page.comments[2].body.text == "When?\nToday?"
    assert {c.level_evidence for c in page.comments} == {Evidence.MARKUP}


def test_what_stands_in_a_fence_is_code_as_it_is_written_where_answers_are_indented_too() -> None:
    page = said(
        f"## Oil\n\nSo: {ADA} 10:00, 4 May 2023 (UTC)\n\n:   No. {BO} 11:00, 4 May 2023 (UTC)\n\n"
        "~~~~ text\n```\n- item\n:   word\n~~~~\n\n```\n1. one\n```\n\n"
        f"Yes. {ADA} 12:00, 4 May 2023 (UTC)\n"
    )

    assert [comment.author for comment in page.comments] == ["Ada", "Bo", "Ada"]
    assert page.comments[2].body.text == "```\n- item\n:   word\n1. one\nYes."


def test_code_with_brackets_stays_code() -> None:
    page = said(f"So:\n\n    lamp = oil[0](wick)\n\nis it. {ADA} 10:00, 4 May 2023 (UTC)\n")

    assert page.comments[0].body.text == "So:\nlamp = oil[0](wick)\nis it."
