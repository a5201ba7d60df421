from __future__ import annotations

import pytest

from talkreader.domain.body import BlockKind, MarkKind
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from tests.parsing.pages import sign, wikitext


def body(text: str, language: str = "en") -> str:
    """Return the body of the one comment that the text is, signed by Ada."""
    page = wikitext(f"{text} {sign('Ada')}", language)
    assert [comment.author for comment in page.comments] == ["Ada"]
    return page.comments[0].body.text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("See [[Lamp|the lamp]] and [[Stair]]s.", "See the lamp and Stairs."),
        ("At [https://example.org/x the site] or https://example.org/y.", "At the site or https://example.org/y."),
        ("'''Bold''' and ''thin'' and '''''both'''''.", "Bold and thin and both."),
        ("It&nbsp;is &lt;here&gt;.", "It\u00a0is <here>."),
        ("One<br />two.", "One\ntwo."),
        ("A<!-- not this -->B.", "AB."),
        ("Write <nowiki>[[this]]</nowiki> so.", "Write [[this]] so."),
        ("[[Category:Lamps]]Lit.", "Lit."),
        ("[[رده:چراغ]]Lit. [[Kategória:Lámpa]]", "Lit."),
        ("[[:Category:Lamps]] are lit.", "Category:Lamps are lit."),
        ("As -{zh-hans:内存;zh-hant:記憶體}- says.", "As 内存 says."),
        ("-{创造}-。", "创造。"),
        ("{{ping|Bo}} yes.", "@Bo: yes."),
        ("{{tl|ping}} is a template.", "{{ping}} is a template."),
        ("{{done}}", "Done"),
        ("{{Q|42}} is it.", "Q42 is it."),
        ("In {{diff|Talk:X|prev|123|this edit}}.", "In this edit."),
        ("{{unknown box|some words|more}}", "some words more"),
        ("A fact.<ref>A book.</ref>", "A fact.[1]"),
    ],
)  # fmt: skip
def test_markup_is_shown_as_a_reader_sees_it(source: str, shown: str) -> None:
    assert body(source) == shown


def test_links_bold_and_code_are_marked_where_they_stand() -> None:
    page = wikitext(f"See '''the [[Lamp room|lamp]]''' and <code>x</code>. {sign('Ada')}")

    text = page.comments[0].body.text
    marks = {(m.kind, text[m.start : m.end], m.target) for m in page.comments[0].body.marks}
    assert marks == {
        (MarkKind.BOLD, "the lamp", ""),
        (MarkKind.LINK, "lamp", "Lamp room"),
        (MarkKind.CODE, "x", ""),
    }


def test_bullets_and_numbers_inside_a_comment_are_blocks_of_it() -> None:
    page = wikitext(f":Reasons:\n:* one\n:* two\n:So be it. {sign('Ada')}")

    (comment,) = page.comments
    assert comment.level == 2
    assert [(b.kind, b.depth) for b in comment.body.blocks] == [
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.BULLET, 1),
        (BlockKind.BULLET, 1),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_cells_of_a_table_are_numbered() -> None:
    page = wikitext(f"{{|\n! Lamp !! Oil\n|-\n| North || 3\n|}}\nThat is all. {sign('Ada')}")

    cells = [b for b in page.comments[0].body.blocks if b.kind is BlockKind.CELL]
    text = page.comments[0].body.text
    assert [(text[c.start : c.end], c.column) for c in cells] == [
        ("Lamp", 0),
        ("Oil", 1),
        ("North", 0),
        ("3", 1),
    ]
    assert cells[0].row < cells[2].row


def test_a_closed_box_is_known_and_its_closer_speaks() -> None:
    page = wikitext(
        f"{{{{archive top|result=Kept. {sign('Cy')}}}}}\nKeep. {sign('Ada')}\n"
        "{{archive bottom}}\n"
        f"Later. {sign('Bo')}"
    )

    assert [comment.author for comment in page.comments] == ["Cy", "Ada", "Bo"]
    assert [bool(comment.box) for comment in page.comments] == [True, True, False]


def test_an_outdented_comment_begins_anew() -> None:
    page = wikitext(f"A. {sign('Ada')}\n:B. {sign('Bo')}\n{{{{outdent}}}} C. {sign('Cy')}")

    assert [comment.level for comment in page.comments] == [1, 2, 1]
    assert page.comments[2].body.text == "C."


def test_a_signature_kept_on_a_user_page_signs() -> None:
    page = wikitext("Yes. {{User:Ada/signature}} 10:00, 4 May 2023 (UTC)")

    assert page.comments[0].author == "Ada"


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize("given", ["10:00, 4 May 2023 (UTC)", "time=10:00, 4 May 2023 (UTC)"])
def test_a_signature_on_a_user_page_may_be_given_its_date(given: str, detail: bool) -> None:
    text = f"Yes. {{{{User:Ada/signature|{given}}}}}\n:No. {sign('Bo')}"
    page = parse(RawPage(Form.WIKITEXT, text, language="en"), detail=detail)

    assert [(c.author, c.body.text) for c in page.comments] == [("Ada", "Yes."), ("Bo", "No.")]
    assert page.comments[0].timestamp == page.comments[1].timestamp


def test_a_page_of_ones_own_that_is_no_signature_does_not_sign() -> None:
    page = wikitext(f"{{{{User:Ada/thanks}}}} [[Lamp|it is]] out. {sign('Ada')}")

    assert page.comments[0].body.text == "it is out."


def test_a_line_under_a_signature_is_not_its_line() -> None:
    page = wikitext(f"{{{{resolved}}}} {sign('Ada')}\nIt is out.\n\nIs it? {sign('Bo')}")

    assert [(c.author, c.body.text) for c in page.comments] == [
        ("Ada", "Resolved"),
        ("Bo", "It is out.\nIs it?"),
    ]


def test_the_source_of_a_comment_is_where_it_stands_in_the_page() -> None:
    text = f"== Lamp ==\n\nOut.\n\nStill ''out''. {sign('Ada')}\n\nUnsigned."
    page = wikitext(text)

    source = page.comments[0].source
    assert source is not None
    assert text[source.start : source.end] == f"Out.\n\nStill ''out''. {sign('Ada')}"


def test_a_label_of_a_link_may_begin_on_the_next_line() -> None:
    page = wikitext(
        ":Oil.\n:The lamp is out. [[User:Ada|Ada]] ([[User talk:Ada|\ntalk]]) "
        "10:00, 4 May 2023 (UTC)\n"
    )

    (comment,) = page.comments
    assert comment.author == "Ada"
    assert comment.body.text == "Oil.\nThe lamp is out."
    assert "[[" not in page.text


@pytest.mark.parametrize("detail", [False, True])
def test_the_attributes_of_a_tag_may_go_on_in_the_next_line(detail: bool) -> None:
    text = (
        '<div style="padding: 1.1em; background:#FFF\n; width:95%;"><span\n style="color:red">'
        f"Lit.</span></div>\n: So a <b and\nc > d. {sign('Ada')}\n"
    )

    page = parse(RawPage(Form.WIKITEXT, text, language="en"), detail=detail)

    assert [comment.body.text for comment in page.comments] == ["Lit.\nSo a <b and\nc > d."]
    assert page.raw.text == text


def test_a_page_that_a_tool_took_the_links_from_is_signed_by_its_dates() -> None:
    page = wikitext(
        "== Lamp ==\nOut. --Ada 10:00, 4 May 2023 (UTC)\n:Why? --Bo 10:01, 4 May 2023 (UTC)\n"
        "::Rust. --Ada 10:02, 4 May 2023 (UTC)"
    )

    assert [comment.author for comment in page.comments] == ["Ada", "Bo", "Ada"]
    assert [comment.level for comment in page.comments] == [1, 2, 3]


CODE = (
    "Look:\n<syntaxhighlight lang='python'>\ndef f():\n    return [[1]]\n\nx = 2\n"
    "</syntaxhighlight>\n"
    "and <pre>\na\n b\n</pre> so. [[User:Ada]] 10:00, 4 May 2023 (UTC)\n"
    ":<source>\nint a;\nint b;\n</source> [[User:Bo]] 10:01, 4 May 2023 (UTC)\n"
    ":* Read: <poem>\nrose\n'''thorn'''\n</poem> [[User:Ada]] 10:02, 4 May 2023 (UTC)\n"
)


@pytest.mark.parametrize("detail", [True, False])
def test_lines_of_code_and_poems_stay_lines_also_inside_a_list(detail: bool) -> None:
    page = parse(RawPage(Form.WIKITEXT, CODE, language="en"), detail=detail)

    assert [comment.body.text for comment in page.comments] == [
        "Look:\ndef f():\n    return [[1]]\n\nx = 2\nand\na\n b\nso.",
        "int a;\nint b;",
        "Read:\nrose\nthorn",
    ]
    assert [comment.level for comment in page.comments] == [1, 2, 3]


def test_line_breaks_in_nowiki_are_spaces_and_an_open_pre_changes_no_later_line() -> None:
    text = "<nowiki>a\nb</nowiki> <pre> c\n\nd\ne [[User:Ada]] 10:00, 4 May 2023 (UTC)\n"
    page = parse(RawPage(Form.WIKITEXT, text, language="en"))

    assert page.comments[0].body.text.endswith("d e")
    assert page.comments[0].body.text.startswith("a b")


@pytest.mark.parametrize("detail", [True, False])
def test_a_shortcut_in_capitals_is_shown_though_a_language_has_its_name(detail: bool) -> None:
    text = f"[[MOS:COLOR]], [[CAT:LAMPS]] and [[BAR:X|bar]].[[mos:Lamp]] {sign('Ada')}\n"
    page = parse(RawPage(Form.WIKITEXT, text, language="en"), detail=detail)

    assert page.comments[0].body.text == "MOS:COLOR, CAT:LAMPS and bar."


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize(
    ("language", "category", "file"),
    [
        ("ta", "பகுப்பு", "படிமம்"), ("is", "Flokkur", "Mynd"), ("az", "Kateqoriya", "Şəkil"),
        ("ur", "زمرہ", "فائل"), ("kk", "Санат", "Сурет"), ("zh", "分類", "圖片"),
        ("sv", "Kategori", "Fil"),
    ],
)  # fmt: skip
def test_files_and_categories_are_known_by_the_words_of_all_languages(
    language: str, category: str, file: str, detail: bool
) -> None:
    text = (
        f"Out[[{file}:Lamp.jpg|20px]]. [[{file}:Lamp.jpg|thumb|burnt]][[{category}:Lamps]] "
        f"[[:{category}:Lamps|all]] [[Media:Storm.ogg|hear]] {sign('Ada')}"
    )
    page = parse(RawPage(Form.WIKITEXT, text, language=language), detail=detail)

    assert page.comments[0].body.text == "Out. burnt all hear"


@pytest.mark.parametrize("detail", [True, False])
def test_an_english_word_before_a_colon_is_no_file_though_it_is_one_elsewhere(detail: bool) -> None:
    text = f"See [[Class:Lamp|the lamp]], [[Figure:Oil|the oil]]. {sign('Ada')}"
    page = parse(RawPage(Form.WIKITEXT, text, language="en"), detail=detail)

    assert page.comments[0].body.text == "See the lamp, the oil."


@pytest.mark.parametrize("detail", [True, False])
def test_a_template_on_a_user_page_that_is_given_more_than_a_date_signs_for_nobody(
    detail: bool,
) -> None:
    quoted = "{{User:Ada/quote|The wick is short.|10:00, 4 May 2023 (UTC)}}"
    text = f"Hear: {quoted} and cut it. {sign('Bo')}"
    page = parse(RawPage(Form.WIKITEXT, text, language="en"), detail=detail)

    (comment,) = page.comments
    assert comment.author == "Bo"
    assert "The wick is short." in comment.body.text
