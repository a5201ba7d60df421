"""What a person wrote on a note, in a report that others open."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from talkreader.exporting.remark import closed, remark_html


def test_markdown_reads_as_it_does_in_the_editor() -> None:
    written = "Is **this** the [rule](https://example.org)?\n- one\n- two"
    made = html.fromstring(f"<div>{remark_html(written)}</div>")

    assert [each.text for each in made.iter("strong")] == ["this"]
    assert [each.text for each in made.iter("li")] == ["one", "two"]
    (link,) = made.iter("a")
    assert (link.get("href"), link.get("rel")) == ("https://example.org", "noreferrer")


def test_a_line_ends_where_the_person_ended_it() -> None:
    assert "one<br" in remark_html("one\ntwo")


PIECES = [
    *("<script>", "<img src=x onerror=y>", "![a](http://x.org/a.png)", "[a](javascript:b)"),
    *("<a href='data:x'>", "&#106;avascript:", "**", "\n", "> ", "`", "text", "\0", "|-|"),
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_nothing_in_it_runs_or_is_loaded(text: str) -> None:
    made = html.fromstring(f"<div>{remark_html(text)}</div>")

    assert {each.tag for each in made.iter()}.isdisjoint({"script", "img", "iframe", "style"})
    for link in made.iter("a"):
        assert link.get("href", "").startswith(("http://", "https://", "#")), link.get("href")
    assert not [name for each in made.iter() for name in each.attrib if name.startswith("on")]


OPENERS = [
    *("```", "~~~", "<!--", "-->", "<script>", "<pre>", "<?", "<!X", "<div>", "text", "\\"),
    *("\n", "\n\n", "- ", "> ", "    ", "1. ", "\t", "# ", "---", "| a |", "[x]: y", "\r"),
]


@given(st.lists(st.sampled_from(OPENERS), max_size=8).map("".join))
@example("~~~")
@example("say\n```python\nx = 1")
@example("<!-- to do")
def test_nothing_of_it_goes_on_into_the_note_after_it(text: str) -> None:
    blocks = MarkdownIt("commonmark").parse(f"{closed(text)}\n\n> Quote\n\nWho")

    assert [(block.type, block.level) for block in blocks[-8:]] == [
        ("blockquote_open", 0),
        ("paragraph_open", 1),
        ("inline", 2),
        ("paragraph_close", 1),
        ("blockquote_close", 0),
        ("paragraph_open", 0),
        ("inline", 1),
        ("paragraph_close", 0),
    ]


@given(
    st.lists(st.sampled_from(["*a*", "`b`", "- c", "\n", "<b>d</b>", "~~e~~", "> "])).map("".join)
)
def test_what_ends_by_itself_stays_as_it_is(text: str) -> None:
    assert closed(text) == text
