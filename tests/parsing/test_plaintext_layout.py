"""Headings, levels and furniture of text copies, by the tools that make them."""

from __future__ import annotations

import pytest

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import Evidence, ParsedPage
from talkreader.parsing import parse
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.plaintext.blocks import plaintext_blocks
from talkreader.parsing.plaintext.lines import unwrapped
from talkreader.parsing.plaintext.loss import holds_only_headings
from tests.parsing.pages import plaintext

STAMP = "10:00, 4 May 2023 (UTC)"


def headings(page: ParsedPage) -> list[str | None]:
    return [section.heading for section in page.sections[1:]]


@pytest.mark.parametrize(
    "label", ["Edit", "[edit]", "[edit source]", "[edit | edit source]", " Edit"]
)
def test_an_edit_label_shows_a_heading(label: str) -> None:
    page = plaintext(
        f"Lamps{label}\n\nOut. Ada (talk) {STAMP}\n\nOil{label}\n\nIn. Bo (talk) {STAMP}"
    )

    assert headings(page) == ["Lamps", "Oil"]
    assert [comment.section for comment in page.comments] == [1, 2]


def test_a_heading_may_truly_end_in_the_labels_word() -> None:
    page = plaintext(
        f"How to Edit[edit]\n\nOut. Ada (talk) {STAMP}\n\nOil[edit]\n\nIn. Bo (talk) {STAMP}"
    )

    assert headings(page) == ["How to Edit", "Oil"]


def test_an_edit_label_on_the_next_line_shows_a_heading_but_a_menu_does_not() -> None:
    page = plaintext(
        f"Open menu\nTalk:Lamps\nLanguage\nEdit\nLamps\nEdit\nOut. Ada (talk) {STAMP}\n"
        f"Oil\nEdit\nIn. Bo (talk) {STAMP}"
    )

    assert headings(page) == ["Lamps", "Oil"]


@pytest.mark.parametrize(
    "contents",
    [
        "Contents\n1\tLamps\n1.1\tOil\n2\tWicks\n",
        "Contents\n\n    1 Lamps\n        1.1 Oil\n    2 Wicks\n",
        "Contents hide\n\nBeginning\nLamps\n2 comments\n1.1Oil\n3 comments\nWicks\n0 comments\n",
    ],
)
def test_contents_show_which_bare_lines_are_headings(contents: str) -> None:
    page = plaintext(
        f"{contents}\nLamps\nOut. Ada (talk) {STAMP}\nOil\nIn. Bo (talk) {STAMP}\nWicks\n"
        f"Burnt. Cy (talk) {STAMP}"
    )

    assert headings(page) == ["Lamps", "Oil", "Wicks"]
    assert [section.level for section in page.sections[1:]] == [2, 3, 2]


def test_contents_with_language_rules_name_the_heading_of_either_script() -> None:
    page = plaintext(
        "目录\n1\t关于-{zh-hans:网络;zh-hant:網路}-\n\n關於\n关于網路\n"
        "好。--阿明（留言） 2023年5月4日 (四) 08:15 (UTC)",
        "zh",
    )

    assert headings(page) == ["关于網路"]


def test_the_lines_on_the_latest_comment_are_nobodys_words() -> None:
    page = plaintext(
        f"Lamps\nLatest comment: 4 May 2023\n1 comment\n1 person in discussion\n\n"
        f"Out. Ada (talk) {STAMP}\nReply\nIn. Bo (talk) {STAMP}\nReply"
    )

    assert headings(page) == ["Lamps"]
    assert [comment.body.text for comment in page.comments] == ["Out.", "In."]


def test_indentation_of_four_columns_gives_the_levels() -> None:
    page = plaintext(
        f"Out. Ada (talk) {STAMP}\n\n    Yes. Bo (talk) {STAMP}\n\n"
        f"        No. Cy (talk) {STAMP}\n\n"
        f"    Perhaps. Dee (talk) {STAMP}"
    )

    assert [comment.level for comment in page.comments] == [1, 2, 3, 2]
    assert [comment.parent for comment in page.comments] == [None, 0, 1, 0]
    assert {comment.level_evidence for comment in page.comments} == {Evidence.MARKUP}


def test_lynx_indents_by_seven_and_six_columns_from_a_margin_of_three() -> None:
    page = plaintext(
        f"   Out. Ada (talk) {STAMP}\n\n          Yes. Bo (talk) {STAMP}\n\n"
        f"                No. Cy (talk) {STAMP}\n\n          + Perhaps. Dee (talk) {STAMP}"
    )

    assert [comment.level for comment in page.comments] == [1, 2, 3, 3]
    assert page.comments[3].body.text == "Perhaps."


def test_a_signed_line_at_an_odd_column_does_not_hide_the_levels_of_all_others() -> None:
    rows = [f"   Out. Ada (talk) {STAMP}", f"          Yes. Bo (talk) {STAMP}"]
    odd = [f"Sign so: Ada (talk) {STAMP}", f"     They said. Bo (talk) {STAMP}"]
    page = plaintext("\n\n".join([*rows * 2, *odd, *rows]))

    assert {comment.level_evidence for comment in page.comments} == {Evidence.MARKUP}
    levels = [comment.level for comment in page.comments]
    assert [*levels[:4], *levels[6:]] == [1, 2, 1, 2, 1, 2]


def test_bullets_inside_a_post_do_not_deepen_it() -> None:
    page = plaintext(
        f"Out. Ada (talk) {STAMP}\n\n    Two reasons:\n\n        wick\n        oil\n\n"
        f"    That is all. Bo (talk) {STAMP}"
    )

    assert [comment.level for comment in page.comments] == [1, 2]
    assert page.comments[1].body.text == "Two reasons:\nwick\noil\nThat is all."


def test_bullets_alone_prove_no_level() -> None:
    page = plaintext(f"Out. Ada (talk) {STAMP}\n\n  • Yes. Bo (talk) {STAMP}")

    assert {comment.level_evidence for comment in page.comments} == {Evidence.INFERRED}
    assert page.comments[1].body.text == "  • Yes."


def test_lines_broken_at_a_fixed_width_are_one_line_again() -> None:
    words = (
        "The lamp of the northern tower has been dark for a week and nobody knows why " * 4
    ).split()
    rows, row = [], "  "
    for word in [*words, "--Ada", "(talk)", *STAMP.split()]:
        if len(row) + 1 + len(word) > 60:
            rows.append(row)
            row = "  "
        row += f" {word}"
    page = plaintext("\n".join([*rows, row]))

    assert len(rows) > 4
    assert [comment.author for comment in page.comments] == ["Ada"]
    assert page.comments[0].body.text.split() == words


def test_signed_lines_of_one_length_are_not_broken_lines() -> None:
    page = plaintext(
        "\n".join(
            f"The lamp of the northern tower is dark. Keeper{n} (talk) 10:0{n}, 4 May 2023 (UTC)"
            for n in range(8)
        )
    )

    assert len(page.comments) == 8


def test_lines_alone_that_open_discussions_are_headings_where_a_copy_marks_none() -> None:
    page = plaintext(
        f"Intro.\n\nLamps\n\nThe lamp is out. Ada (talk) {STAMP}\n\nOil\n\n"
        f"There is none. Bo (talk) {STAMP}\n\nWicks\n\nBurnt. Cy (talk) {STAMP}"
    )

    assert headings(page) == ["Lamps", "Oil", "Wicks"]


def test_breaking_marks_keep_every_offset() -> None:
    text = "\n".join(
        ["  wick and oil and glass and wick and oil and glass and wick"] * 5 + ["  end"]
    )

    assert unwrapped(text).count("\n") == 0
    assert len(unwrapped(text)) == len(text)


def test_link_numbers_of_lynx_are_no_words() -> None:
    links = "".join(f"   {n}. file:///page/{n}\n" for n in range(1, 7))
    page = plaintext(
        "   [1]Out of [2]oil, [3]wick and [4]glass. --[5]Ada ([6]talk) "
        f"{STAMP}\n\nReferences\n\n{links}"
    )

    assert page.comments[0].author == "Ada"
    assert page.comments[0].body.text.strip() == "Out of oil, wick and glass."


def test_an_outdent_on_the_line_begins_another_comment() -> None:
    page = plaintext(f"Out. Ada (talk) {STAMP}[reply] ┌────┘Still out. Bo (talk) {STAMP}[reply]")

    assert [comment.body.text for comment in page.comments] == ["Out.", "┌────┘Still out."]


def test_an_outdent_behind_a_date_begins_another_comment() -> None:
    page = plaintext(f"Out. Ada (talk) {STAMP} ┌─┘Still out. Bo (talk) {STAMP}")

    assert [comment.author for comment in page.comments] == ["Ada", "Bo"]
    assert page.comments[1].body.text == "┌─┘Still out."


def test_menus_above_the_title_are_no_comments_words() -> None:
    text = f"Jump to content\nLog in\nTalk:Lamps\nOut. Ada (talk) {STAMP}"
    page = parse(RawPage(Form.PLAINTEXT, text, title="Talk:Lamps", language="en"))

    assert page.comments[0].body.text == "Out."
    assert page.text == text


def test_a_copy_of_closed_sections_is_known_as_such() -> None:
    stamps = TimestampFinder("en")

    closed = plaintext_blocks("Talk:Lamps\nLamps\nOil\nReturn to “Lamps”.", "", stamps)
    opened = plaintext_blocks(f"Talk:Lamps\nLamps\nOut. Ada (talk) {STAMP}\nOil", "", stamps)

    unsigned = plaintext_blocks("Talk:Lamps\nLamps\n" + "The lamp is out. " * 20, "", stamps)

    assert holds_only_headings(closed, stamps)
    assert not holds_only_headings(unsigned, stamps)
    assert not holds_only_headings(opened, stamps)
