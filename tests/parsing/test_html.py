from __future__ import annotations

import time

import pytest

from talkreader.domain.body import BlockKind, MarkKind
from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import WarningKind
from talkreader.parsing import parse
from talkreader.parsing.html.blocks import html_blocks
from tests.parsing.pages import html

ADA = '<a href="/wiki/User:Ada">Ada</a> 10:00, 4 May 2023 (UTC)'


def test_edit_and_reply_links_are_not_words_of_the_page() -> None:
    page = html(
        '<div class="mw-heading"><h2 id="Lamp">Lamp</h2><span class="mw-editsection">[edit]</span>'
        f"</div><p>Out. {ADA}"
        '<span class="ext-discussiontools-init-replylink-buttons">[reply]</span></p>'
    )

    assert page.sections[1].heading == "Lamp"
    assert "edit" not in page.text
    assert "reply" not in page.text


def test_red_links_percent_signs_and_parsoid_links_name_their_user() -> None:
    page = html(
        '<p>A. <a href="/w/index.php?title=User:Ada_L&amp;action=edit&amp;redlink=1">x</a> '
        "10:00, 4 May 2023 (UTC)</p>"
        '<p>B. <a href="/wiki/User:%E5%B0%8F%E6%98%8E">y</a> 10:01, 4 May 2023 (UTC)</p>'
        '<p>C. <a rel="mw:WikiLink" href="./User_talk:Bo">z</a> 10:02, 4 May 2023 (UTC)</p>'
        '<p>D. <a href="/wiki/Special:Contributions/192.0.2.7">192.0.2.7</a>'
        " 10:03, 4 May 2023 (UTC)</p>"
    )

    assert [comment.author for comment in page.comments] == ["Ada L", "小明", "Bo", "192.0.2.7"]


@pytest.mark.parametrize(
    ("address", "kind", "target"),
    [
        ("/wiki/User:A_b#x_y", MarkKind.LINK, "User:A b#x y"),
        ("//en.example.org/wiki/User:A", MarkKind.LINK, "User:A"),
        ("https://en.m.example.org/wiki/%C3%84#%C3%84", MarkKind.LINK, "Ä#Ä"),
        ("HTTPS://me@EN.example.org:443/wiki/User:A", MarkKind.LINK, "User:A"),
        ("https://en.example.org/w/index.php?title=User:A", MarkKind.LINK, "User:A"),
        ("https://en.example.org/wiki/", MarkKind.EXTERNAL, None),
        ("https://en.example.org/wiki/%FF", MarkKind.EXTERNAL, None),
        ("https://en.example.org.evil.org/wiki/User:A", MarkKind.EXTERNAL, None),
        ("//zh.example.org/wiki/User:A", MarkKind.EXTERNAL, None),
        ("https://zh.example.org/w/index.php?title=User:A", MarkKind.EXTERNAL, None),
        ("//[x/wiki/User:A", MarkKind.EXTERNAL, None),
    ],
)
def test_a_link_leads_to_a_page_of_the_wiki_however_its_host_is_written(
    address: str, kind: MarkKind, target: str | None
) -> None:
    [block] = html_blocks(f'<p><a href="{address}">A</a></p>', base_url="https://en.example.org/x")

    assert [(mark.kind, mark.target) for mark in block.marks] == [(kind, target or address)]


COUNTESS = '<a href="/wiki/User:Ada">Countess</a> (<a href="/wiki/User_talk:Ada">talk</a>)'
BO = '<a href="/wiki/User:Bo">B</a><a href="/wiki/User_talk:Bo">o</a> 10:00, 9 May 2023 (UTC)'


@pytest.mark.parametrize(
    "signed",
    [
        ADA,
        f"<b>{ADA}</b>",
        f"<span><i>{COUNTESS}</i> 10:00, 4 May 2023 (UTC)</span>",
        f'<a href="/wiki/User:Bo">Bo</a> {ADA}',
        f"{ADA} and {BO}",
        "10:00, 4 May 2023 (UTC)",
    ],
)
def test_who_signs_does_not_hang_on_how_many_links_stand_far_before(signed: str) -> None:
    link, far = '<b><a href="/wiki/User:Cy">x</a></b>', "w" * 120
    few, many = (
        html(f"<p>{link * links}{'x' * (40 - links)}{far} {signed}</p>") for links in (2, 40)
    )

    assert [comment.signatures for comment in few.comments] == [
        comment.signatures for comment in many.comments
    ]


def test_a_self_link_signs_on_ones_own_talk_page() -> None:
    page = html(
        '<p>Here. <a class="mw-selflink selflink">Ada</a> 10:00, 4 May 2023 (UTC)</p>',
        title="User talk:Ada",
    )

    assert page.comments[0].author == "Ada"


def test_of_two_outputs_of_the_parser_the_longer_is_the_page() -> None:
    notice = '<div class="mw-parser-output"><p><b>A notice</b> above.</p></div>'
    signed = '<a href="/wiki/User:Ada">Ada</a> 10:00, 4 May 2023 (UTC)'
    talk = f'<div class="mw-parser-output"><p>Hi. {signed}</p><p>Ho. {signed}</p></div>'
    for body in (notice + talk, talk + notice, f"<div>{notice}</div><div>{talk}</div>"):
        page = parse(RawPage(Form.HTML, f"<html><body>{body}</body></html>"))

        assert len(page.comments) == 2
        assert "notice" not in page.text


def test_links_to_other_wikis_are_addresses_and_still_sign() -> None:
    text = (
        '<div class="mw-parser-output"><p>Hi. '
        '<a href="https://other.example/wiki/User:Ada">Ada</a> 10:00, 4 May 2023 (UTC)</p>'
        '<p>See <a href="https://here.example/wiki/Lamp">lamp</a>. '
        '<a href="/wiki/User:Bo">Bo</a> 10:01, 4 May 2023 (UTC)</p></div>'
    )
    page = parse(RawPage(Form.HTML, text, base_url="https://here.example"))

    assert [comment.author for comment in page.comments] == ["Ada", "Bo"]
    (lamp,) = page.comments[1].body.marks
    assert (lamp.kind, lamp.target) == (MarkKind.LINK, "Lamp")


def test_scripts_and_styles_are_dropped() -> None:
    page = html(f"<p><script>alert(1)</script><style>p{{}}</style>Out. {ADA}</p>")

    assert page.comments[0].body.text == "Out."


def test_a_definition_term_alone_parts_comments() -> None:
    page = html(f"<dl><dt>Votes</dt></dl><p>Yes. {ADA}</p>")

    assert page.comments[0].body.text == "Yes."
    assert [prose.body.text for prose in page.prose] == ["Votes"]


def test_a_line_break_ends_the_line_of_a_signature() -> None:
    page = html(f"<p>One. {ADA}<br>Two. {ADA.replace('Ada', 'Bo')}</p>")

    assert [(c.author, c.body.text) for c in page.comments] == [("Ada", "One."), ("Bo", "Two.")]


def test_words_after_the_signature_are_kept_apart_from_the_body() -> None:
    page = html(f"<p>One. {ADA} PS: two.</p>")

    assert (page.comments[0].body.text, page.comments[0].trailing) == ("One.", "PS: two.")


def test_parsoids_converter_choices_show_the_pages_script() -> None:
    rule = (
        "{&quot;twoway&quot;:[{&quot;l&quot;:&quot;zh-hans&quot;,&quot;t&quot;:&quot;内存&quot;},"
        "{&quot;l&quot;:&quot;zh-hant&quot;,&quot;t&quot;:&quot;記憶體&quot;}]}"
    )
    text = (
        '<div class="mw-parser-output"><p>关于<span typeof="mw:LanguageVariant" '
        f'data-mw-variant="{rule}"></span>。 {ADA}</p></div>'
    )

    simplified = parse(RawPage(Form.HTML, text, language="zh"))
    traditional = parse(RawPage(Form.HTML, text, language="zh", variant="zh-hant"))

    assert simplified.comments[0].body.text == "关于内存。"
    assert traditional.comments[0].body.text == "关于記憶體。"


def marked(name: str, body: str) -> str:
    """Return a paragraph with the markers that DiscussionTools leaves in a saved page."""
    return (
        f'<p><span data-mw-comment-start="" id="{name}"></span>{body}'
        f'<span data-mw-comment-end="{name}"></span></p>'
    )


def test_a_tree_that_agrees_is_no_warning() -> None:
    page = html(marked("c-Ada-20230504100000-Lamp", f"Out. {ADA}"))

    assert page.warnings == ()


def test_a_comment_that_the_pages_own_tree_drops_is_told() -> None:
    other = '<p>好。<a href="/wiki/User:Bo">Bo</a> 2023年5月4日 (四) 10:05 (UTC)</p>'

    page = html(marked("c-Ada-2023-05-04T10:00:00.000Z-Lamp", f"Out. {ADA}") + other)

    assert len(page.comments) == 2
    assert [(w.kind, w.detail) for w in page.warnings] == [
        (WarningKind.TREE_DISAGREES, "c-Bo-20230504100500")
    ]


def test_a_comment_that_only_the_pages_own_tree_has_is_told() -> None:
    page = html(marked("c-Ada-20230504100000-Lamp", "Out. No signature is left."))

    assert [warning.detail for warning in page.warnings] == ["c-Ada-20230504100000-Lamp"]


def test_headings_inside_headings_are_each_walked_once() -> None:
    def once(text: str) -> float:
        start = time.process_time()
        blocks = html_blocks(text)
        assert [block.kind for block in blocks if block.text] == [BlockKind.HEADING]
        return time.process_time() - start

    def cost(nested: int) -> float:
        text = "<h2>" * nested + "<i>word</i> " * 6000 + "</h2>" * nested
        return min(once(text) for _ in range(4))  # a busy machine doubles one of them

    assert cost(120) < 5 * cost(2)


def test_the_words_of_a_heading_are_those_of_its_headline() -> None:
    inner = '<h3>aside <span class="mw-headline">inner</span></h3>'
    for text, shown in (
        (f"<h2>left out <span class='mw-headline'>outer</span>{inner}</h2>", ["outer"]),
        (f"<h2><span class='mw-headline'>outer {inner}</span></h2>", ["inner", "outer"]),
        ("<h2>bare <h3>words</h3></h2>", ["words", "bare"]),
    ):
        assert [block.text for block in html_blocks(text) if block.is_heading] == shown


def test_a_block_inside_a_heading_is_part_of_its_one_line() -> None:
    page = html(f'<h2 id="x"><div>Lamp</div> and <div>oil</div></h2><p>Out. {ADA}</p>')

    assert [section.heading for section in page.sections] == [None, "Lamp and oil"]
    assert page.prose == ()


def test_a_mark_goes_on_in_each_block_that_its_element_holds() -> None:
    one, two = html_blocks("<small>\n<div>One</div> <div><i>two</i> three</div></small>")

    assert [(m.start, m.end, m.kind) for m in one.marks] == [(0, 3, MarkKind.SMALL)]
    assert [(m.start, m.end, m.kind) for m in two.marks] == [
        (0, 9, MarkKind.SMALL),
        (0, 3, MarkKind.ITALIC),
    ]


def test_white_space_folds_as_a_browser_shows_it_and_marks_stay_with_their_words() -> None:
    (block,) = html_blocks("<p>\n A <b> bold \n word </b>\tend <br> new <i>line</i> \n</p>")

    assert block.text == "A bold word end\nnew line"
    bold, italic = block.marks
    assert block.text[bold.start : bold.end].strip() == "bold word"
    assert block.text[italic.start : italic.end] == "line"


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    (block,) = html_blocks("<pre>if  x:\n    <b>y</b>\n</pre>")

    assert block.text == "if  x:\n    y"
    assert [block.text[m.start : m.end] for m in block.marks] == ["y"]


def test_what_scripts_and_old_skins_add_to_a_page_is_no_word_of_it() -> None:
    page = html(
        '<div class="editsection">[<a href="/e">edit</a>]</div><a name="A"></a><h2> Lamp </h2>'
        '<table class="mw-collapsible mw-made-collapsible"><tr><th><span class="'
        'mw-collapsible-toggle mw-collapsible-toggle-default"><a>Expand</a></span>'
        "Off topic</th></tr>"
        f"<tr><td><p>Out. {ADA}</p></td></tr></table>"
        '<div class="NavFrame"><a class="NavToggle">show</a><div class="NavHead">More</div>'
        f'<div class="NavContent"><p>On. {ADA}</p></div></div>'
    )

    assert [comment.box for comment in page.comments] == ["Off topic", "More"]
    for word in ("edit", "Expand", "show"):
        assert word not in page.text
