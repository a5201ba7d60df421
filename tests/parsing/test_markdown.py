"""Markdown, as people save it from a rendered page."""

from __future__ import annotations

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
