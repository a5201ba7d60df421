from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import Evidence, ParsedPage, WarningKind
from talkreader.parsing import parse
from tests.parsing.pages import html, plaintext, sign, wikitext


def uncovered(page: ParsedPage) -> str:
    """Return what of a page's text lies in no heading, comment or prose."""
    place, left = 0, []
    for item in page.items():
        left.append(page.text[place : item.span.start])
        place = max(place, item.span.end)
    return "".join([*left, page.text[place:]]).strip()


def test_reply_indented_by_colon_hangs_under_the_comment_above() -> None:
    page = wikitext(
        f"First. {sign('Ada')}\n:Second. {sign('Bo', '10:05, 4 May 2023 (UTC)')}\n"
        f"::Third. {sign('Ada', '10:07, 4 May 2023 (UTC)')}\n"
        f":Fourth. {sign('Cy', '10:09, 4 May 2023 (UTC)')}"
    )

    assert [comment.level for comment in page.comments] == [1, 2, 3, 2]
    assert [comment.parent for comment in page.comments] == [None, 0, 1, 0]
    assert {comment.level_evidence for comment in page.comments} == {Evidence.MARKUP}


def test_a_body_ends_before_its_signature() -> None:
    page = wikitext(f"The lamp is out. --{sign('Ada')}")

    assert page.comments[0].body.text == "The lamp is out."
    assert page.comments[0].author == "Ada"


def test_paragraphs_and_bullets_before_the_signature_belong_to_one_comment() -> None:
    page = wikitext(f"Two reasons:\n* one\n* two\nThat is all. {sign('Ada')}")

    assert len(page.comments) == 1
    assert page.comments[0].body.text == "Two reasons:\none\ntwo\nThat is all."


def test_a_link_target_wins_over_the_label() -> None:
    page = wikitext("Yes. [[User:Ada Lovelace|✉ the keeper]] 10:00, 4 May 2023 (UTC)")

    assert page.comments[0].author == "Ada Lovelace"
    assert page.comments[0].display_name == "✉ the keeper"


@pytest.mark.parametrize(
    ("signature", "shown"),
    [
        ("[[User:Ada|— The keeper]]", "The keeper"),
        ("[[User:Ada|The]][[User talk:Ada|Keeper]]", "TheKeeper"),
        ("[[User:Ada|A]][[User talk:Ada|da]]", None),
        ("[[User talk:Ada|☎]] [[User:Ada|The keeper]] ([[User talk:Ada|talk]])", "The keeper"),
        ("[[User talk:Ada|talk]] [[User:Ada|ada]]", None),
        ("[[User talk:Ada|☎]]", "☎"),
    ],
)
def test_the_name_shown_is_the_label_without_signs_and_talk_links(
    signature: str, shown: str | None
) -> None:
    page = wikitext(f"Out. {signature} 10:00, 4 May 2023 (UTC)")

    assert page.comments[0].author == "Ada"
    assert page.comments[0].display_name == shown


@pytest.mark.parametrize(("written", "name"), [("თოლია", "თოლია"), ("ada", "Ada"), ("ßen", "ßen")])
def test_a_name_begins_with_a_capital_where_its_script_has_one(written: str, name: str) -> None:
    page = wikitext(f"Out. [[User:{written}]] 10:00, 4 May 2023 (UTC)")

    assert [comment.author for comment in page.comments] == [name]


def test_user_pages_are_known_by_the_words_of_all_languages() -> None:
    page = wikitext(
        "好。[[用戶:阿明|阿明]]（[[使用者討論:阿明|對話]]） 2023年5月4日 (四) 08:15 (UTC)", "zh"
    )

    assert page.comments[0].author == "阿明"


def test_an_unsigned_template_signs() -> None:
    page = wikitext("Me too. {{unsigned|Bo|10:00, 4 May 2023 (UTC)}}")

    assert (page.comments[0].author, page.comments[0].body.text) == ("Bo", "Me too.")


def test_a_date_without_a_name_is_nobodys_signature() -> None:
    page = wikitext("It broke at 10:00, 4 May 2023 (UTC) and stayed so.")

    assert page.comments == ()
    assert page.prose[0].body.text.startswith("It broke")


def test_signatures_in_comments_and_nowiki_are_not_signatures() -> None:
    page = wikitext(f"<!-- {sign('Ada')} --> <nowiki>{sign('Bo')}</nowiki> Seen. {sign('Cy')}")

    assert [comment.author for comment in page.comments] == ["Cy"]


def test_a_signature_in_a_quotation_is_somebody_elses() -> None:
    page = wikitext(f"He wrote <blockquote>No. {sign('Bo')}</blockquote> I disagree. {sign('Ada')}")

    assert [comment.author for comment in page.comments] == ["Ada"]


def test_words_after_the_last_comment_of_a_section_are_prose() -> None:
    page = wikitext(
        f"== Lamp ==\nOut. {sign('Ada')}\n\nAn unsigned remark.\n\n== Next ==\nYes. {sign('Bo')}"
    )

    assert [prose.body.text for prose in page.prose] == ["An unsigned remark."]
    assert page.comments[1].body.text == "Yes."


def test_an_impossible_date_signs_nothing_and_loses_nothing() -> None:
    page = wikitext(f"Odd. {sign('Ada', '10:00, 31 February 2023 (UTC)')}")

    assert page.comments == ()
    assert uncovered(page) == ""


def test_two_signatures_on_a_line_are_one_comment_of_the_first() -> None:
    page = wikitext(f"A. {sign('Ada')} amended {sign('Ada', '10:30, 4 May 2023 (UTC)')}")

    (comment,) = page.comments
    assert len(comment.signatures) == 2
    assert comment.name == "c-Ada-20230504100000"
    assert WarningKind.SEVERAL_SIGNATURES in {warning.kind for warning in comment.warnings}


@pytest.mark.parametrize("read", [wikitext, html])
def test_two_people_on_two_lines_of_one_paragraph_are_two(
    read: Callable[[str], ParsedPage],
) -> None:
    link = (
        (lambda name: f"[[User:{name}|{name}]]")
        if read is wikitext
        else (lambda name: f'<a href="/wiki/User:{name}">{name}</a>')
    )
    page = read(
        f"It is out. {link('Ada')} 10:00, 4 May 2023 (UTC) \n"
        f"It is on. {link('Bo')} 10:05, 4 May 2023 (UTC)\n"
        f"And out again. {link('Bo')} 10:06, 4 May 2023 (UTC)"
    )

    assert [(c.author, c.body.text) for c in page.comments] == [
        ("Ada", "It is out."),
        ("Bo", "It is on. Bo 10:05, 4 May 2023 (UTC) And out again."),
    ]


def test_subsections_lie_in_the_section_above() -> None:
    page = wikitext(f"== A ==\n=== A1 ===\nYes. {sign('Ada')}\n== B ==\nNo. {sign('Bo')}")

    assert [(s.heading, s.level, s.parent) for s in page.sections] == [
        (None, 0, None),
        ("A", 2, None),
        ("A1", 3, 1),
        ("B", 2, None),
    ]
    assert [comment.section for comment in page.comments] == [2, 3]


def test_html_and_wikitext_of_one_page_hold_the_same_discussion() -> None:
    stamp = "10:05, 4 May 2023 (UTC)"
    link = '<a href="/wiki/User:{0}">{0}</a> (<a href="/wiki/User_talk:{0}">talk</a>) {1}'
    rendered = html(
        '<h2><span class="mw-headline" id="Lamp">Lamp</span>'
        '<span class="mw-editsection">[<a href="#">edit</a>]</span></h2>'
        f"<p>First <b>light</b>. {link.format('Ada', stamp)}\n</p>"
        f"<dl><dd>Second. {link.format('Bo', stamp)}"
        f"<ul><li>Third. {link.format('Cy', stamp)}</li></ul></dd></dl>"
    )
    source = wikitext(
        f"== Lamp ==\nFirst '''light'''. {sign('Ada', stamp)}\n:Second. {sign('Bo', stamp)}\n"
        f":*Third. {sign('Cy', stamp)}"
    )

    def facts(page: ParsedPage) -> list[object]:
        return [(c.author, c.timestamp, c.level, c.parent, c.body.text) for c in page.comments]

    assert facts(rendered) == facts(source)
    assert [s.heading for s in rendered.sections] == [s.heading for s in source.sections]
    assert rendered.comments[0].body.marks == source.comments[0].body.marks


def test_a_text_copy_gives_names_on_evidence_only() -> None:
    page = plaintext(
        "LampEdit\n\n"
        "It is out. --Ada (talk) 10:00, 4 May 2023 (UTC)[]\n"
        "Is it?-- 10:05, 4 May 2023 (UTC)[]\n"
        "Yes, it is out. Bo Li (talk) 10:06, 4 May 2023 (UTC)[]\n"
        "谢谢 小灯塔（留言） 2023年5月4日 (四) 10:15 (UTC)[]\n\n"
        "StairsEdit\n\n"
        "They creak. Ada 11:00, 4 May 2023 (UTC)[]\n"
    )

    assert [comment.author for comment in page.comments] == ["Ada", None, "Bo Li", "小灯塔", "Ada"]
    assert [section.heading for section in page.sections] == [None, "Lamp", "Stairs"]
    assert page.comments[1].body.text == "Is it?"
    assert WarningKind.NAME_NOT_KEPT in {warning.kind for warning in page.comments[1].warnings}


def test_parents_in_a_text_copy_are_marked_as_inferred() -> None:
    page = plaintext(
        "LampEdit\n\nOut. --Ada (talk) 10:00, 4 May 2023 (UTC)\n\n"
        "Why? --Bo (talk) 10:05, 4 May 2023 (UTC)\nRust. --Ada (talk) 10:06, 4 May 2023 (UTC)\n\n"
        "A new matter. --Cy (talk) 12:00, 4 May 2023 (UTC)\n"
    )

    assert [comment.parent for comment in page.comments] == [None, 0, 1, None]
    assert {comment.level_evidence for comment in page.comments} == {Evidence.INFERRED}
    assert all(0 < comment.confidence < 1 for comment in page.comments)


_MARKUP = """== H == | : | * | # | ; | {{ | }} | [[ | ]] | <b> | </b> | <blockquote> | </blockquote>
 | <!-- | --> | {| | || | |} | |- | ''' | -{ | }- | <nowiki> | </nowiki> | <ref> | </ref> | <li>
 | <pre> | </pre> | &nbsp; | <br> | <p> | </p> | <table><td> | text | 中文 | {{od}} | {{tq|"""
_PIECES = st.sampled_from(
    [
        *(piece for piece in re.split(r"\s\|\s", _MARKUP)),
        *("\n", "\n\n", " ", "|", "\x00", "\ue005", "{{unsigned|Cy|10:00, 4 May 2023 (UTC)}}"),
        sign("Ada"),
        sign("Bo", "2023年5月4日 (四) 08:15 (UTC)"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=8), max_size=40), st.sampled_from(list(Form)))
def test_any_text_is_understood_without_loss(pieces: list[str], form: Form) -> None:
    page = parse(RawPage(form, "".join(pieces), title="Talk:X"))

    assert uncovered(page) == ""
    for comment in page.comments:
        assert page.text[comment.span.start : comment.span.end].strip()
        assert comment.parent is None or comment.parent < comment.index


@pytest.mark.parametrize(
    "piece", ["{{", "[[", "-{", "<ref>", "<nowiki>", "[http://a ", "<!--", "''"]
)
def test_unclosed_markup_costs_no_more_than_its_length(piece: str) -> None:
    # half a megabyte of openings took minutes when each one looked for its own end
    text = f"{sign('Ada')} {piece} " * (200_000 // (len(piece) + 60))

    page = wikitext(text)

    assert page.comments


@pytest.mark.parametrize("depth", [10, 400, 3000])
def test_elements_nested_beyond_reason_keep_their_words(depth: int) -> None:
    page = html("<div>" * depth + "words" + "</div>" * depth)

    assert "words" in page.text


def test_unsigned_words_are_not_poured_into_the_mouth_of_who_answers_them() -> None:
    page = wikitext(
        "Why was the lamp painted green last summer?\n\n"
        f":Because the red ran out. {sign('Ada')}\n::I see. {sign('Bo')}"
    )

    assert page.prose[0].body.text == "Why was the lamp painted green last summer?"
    assert [comment.body.text for comment in page.comments] == [
        "Because the red ran out.",
        "I see.",
    ]
    assert [comment.parent for comment in page.comments] == [None, 0]


@pytest.mark.parametrize("inside", ["* one reason for it\n* another reason", "{|\n| a cell\n|}"])
def test_lists_and_tables_inside_a_post_stay_in_it(inside: str) -> None:
    page = wikitext(f":Here is what I think of the lamp:\n{inside}\n:That is all. {sign('Ada')}")

    assert len(page.comments) == 1
    assert page.comments[0].body.text.startswith("Here is what I think")
    assert page.prose == ()


def test_a_copy_of_closed_sections_says_that_it_holds_headings_only() -> None:
    page = plaintext("Talk:Lamp\n\nLamp\n\nStairs\n\nOil and wick\n")

    assert [warning.kind for warning in page.warnings] == [WarningKind.ONLY_HEADINGS]
