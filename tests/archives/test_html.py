"""Saved web pages: which page of which wiki they are."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from talkreader.archives import Hints, open_bytes, open_text
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import Form, RawPage

CONFIG = {
    "wgPageName": "User_talk:Ida_Holm",
    "wgNamespaceNumber": 3,
    "wgRevisionId": 88,
    "wgArticleId": 12,
    "wgAction": "view",
    "wgPageContentLanguage": "zh",
    "wgUserVariant": "zh-tw",
}
COMMENT = {
    "id": "c-Per_Lund-20200503104000-Bridge",
    "type": "comment",
    "level": 1,
    "author": "Per Lund",
    "timestamp": "20200503104000",
    "replies": [],
}
BODY = '<h2>Bridge</h2><p>Yes. <a href="/wiki/User:Per_Lund">Per Lund</a> 10:40 (UTC)</p>'


WAYBACK = (
    '<link rel="canonical" href="https://web.archive.org/web/20210914id_/'
    'https://b.example/w/index.php?title=Talk:A">'
)


def saved(config: object = CONFIG, head: str = "", body: str = BODY) -> str:
    script = f"<script>RLCONF={json.dumps(config)};RLSTATE={{}};</script>" if config else ""
    return f"<!DOCTYPE html>\n<html lang='en'><head>{script}{head}</head><body>{body}</body></html>"


def read(text: str, hints: Hints | None = None) -> RawPage:
    (page,) = open_text(text, hints).pages()
    return page


def test_script_variables_name_page_revision_and_language() -> None:
    page = read(saved(head='<link rel="canonical" href="https://zh.bridges.example/wiki/X">'))

    assert page.form is Form.HTML
    assert page.title == "User talk:Ida Holm"
    assert (page.namespace, page.page_id, page.revision.id) == (3, 12, 88)
    assert (page.language, page.variant) == ("zh", "zh-tw")
    assert (page.site, page.base_url) == ("zh.bridges.example", "https://zh.bridges.example")


def test_database_name_wins_over_the_host() -> None:
    page = read(
        saved(
            {**CONFIG, "wgDBname": "bridgewiki"}, '<link rel="canonical" href="//b.example/wiki/X">'
        )
    )

    assert page.site == "bridgewiki"


@pytest.mark.parametrize(
    "script",
    [
        'mw.config.set({"wgPageName":"Talk:Old_bridge","wgNamespaceNumber":1});',
        'RLCONF={"wgBreakFrames":!1,"wgPageName":"Talk:Old_bridge","wgNamespaceNumber":1};',
        'var wgPageName="Talk:Old_bridge", wgNamespaceNumber=1;',
    ],
)
def test_variables_are_read_as_each_age_wrote_them(script: str) -> None:
    page = read(saved(None, f"<script>{script}</script>"))

    assert (page.title, page.namespace) == ("Talk:Old bridge", 1)


@pytest.mark.parametrize(
    "words", ['myRLCONF={"wgPageName":"No"};', 'var awgPageName="No";', 'amw.config.set({"a":1})']
)
def test_words_that_only_end_like_a_variable_are_none(words: str) -> None:
    script = f'{words} var wgPageName="Talk:Old_bridge";'

    assert read(saved(None, f"<script>{script}</script>")).title == "Talk:Old bridge"


def test_of_two_places_the_first_element_in_the_page_tells() -> None:
    first, second = (f'<link rel="canonical" href="//{host}.example/wiki/X">' for host in "ab")

    assert read(f"<html><head>{first}{second}</head><body><p>Hi</p></body></html>").site == (
        "a.example"
    )


def test_thread_tree_is_read_once_though_listed_twice() -> None:
    inner = {"id": "h-Sub", "type": "heading", "level": 0, "replies": [COMMENT]}
    outer = {"id": "h-Bridge", "type": "heading", "level": 0, "replies": [inner]}

    page = read(saved({**CONFIG, "wgDiscussionToolsPageThreads": [outer, inner]}))

    (top,) = page.threads
    (sub,) = top.replies
    (comment,) = sub.replies
    assert (top.id, sub.id, comment.id) == ("h-Bridge", "h-Sub", COMMENT["id"])
    assert (comment.author, comment.level) == ("Per Lund", 1)
    assert comment.timestamp == datetime(2020, 5, 3, 10, 40, tzinfo=UTC)


def test_parsoid_page_names_itself_in_its_head() -> None:
    page = read(
        '<!DOCTYPE html><html about="https://b.example/wiki/Special:Redirect/revision/77"><head>'
        '<meta property="mw:pageId" content="9"/><meta property="mw:pageNamespace" content="1"/>'
        '<meta property="dc:modified" content="2021-09-17T20:16:03.000Z"/>'
        '<link rel="dc:isVersionOf" href="//b.example/wiki/Talk%3AOld_bridge%2FArchive"/>'
        '<base href="//b.example/wiki/"/></head><body lang="da" class="ns-1"></body></html>'
    )

    assert page.title == "Talk:Old bridge/Archive"
    assert (page.site, page.namespace, page.page_id, page.language) == ("b.example", 1, 9, "da")
    assert page.revision.id == 77
    assert page.revision.timestamp == datetime(2021, 9, 17, 20, 16, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("head", "title", "site"),
    [
        ('<link rel="canonical" href="https://en.m.b.example/wiki/Talk:A_%26_B">',
         "Talk:A & B", "en.b.example"),
        (WAYBACK, "Talk:A", "b.example"),
        ("<!-- Page saved with SingleFile\n url: https://b.example/wiki/Talk:A \n-->",
         "Talk:A", "b.example"),
        ("<title>Talk:A - B - Bridges</title>", "Talk:A - B", ""),
    ],
)  # fmt: skip
def test_page_without_variables_is_known_by_its_addresses(head: str, title: str, site: str) -> None:
    page = read(saved(None, head))

    assert (page.title, page.site) == (title, site)


def test_heading_names_the_page_where_nothing_else_does() -> None:
    assert read(saved(None, body='<h1 id="firstHeading">Talk:<i>Bro</i></h1>')).title == "Talk:Bro"


def test_fragment_takes_its_site_from_its_links_unless_a_hint_names_it() -> None:
    fragment = '<div class="mw-parser-output"><a href="//b.example/wiki/User:X">X</a></div>'

    assert read(fragment).site == "b.example"
    assert read(fragment, Hints(site="bridgewiki", title="Talk:A")).key == ("bridgewiki", "Talk:A")


def test_page_saved_while_editing_gives_its_wikitext() -> None:
    box = '<textarea id="wpTextbox1">\n== A ==\n&lt;b&gt; [[User:X]]</textarea>'

    page = read(saved({**CONFIG, "wgAction": "edit"}, body=box))

    assert page.form is Form.WIKITEXT
    assert page.text.strip() == "== A ==\n<b> [[User:X]]"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"wgAction": "history"}, "is the history of “User talk:Ida Holm”"),
        ({"wgAction": "info"}, "is the page information of"),
        ({"wgPageContentModel": "flow-board"}, "is a Structured Discussions board"),
    ],
)
def test_page_that_holds_no_discussion_is_refused(change: dict[str, str], words: str) -> None:
    with pytest.raises(NotAnArchive, match=words):
        read(saved({**CONFIG, **change}))


def test_declared_charset_is_used() -> None:
    text = saved(None, '<meta charset="big5"><title>x</title>', "<p>測試</p>")

    (page,) = open_bytes(text.encode("big5"), "page.html").pages()

    assert "測試" in page.text


def test_xhtml_with_an_xml_declaration_is_read() -> None:
    page = read('<?xml version="1.0" encoding="UTF-8"?>\n' + saved())

    assert page.title == "User talk:Ida Holm"


@pytest.mark.parametrize("piece", ["RLCONF={", "<!-- a -->", 'wgA="', "<div ", " - a", "[["])
def test_pages_made_to_be_slow_are_read_at_once(piece: str) -> None:
    # time that grows with the square of this would be hours
    page = read("<!DOCTYPE html>" + piece * 20_000)

    assert page.form is Form.HTML
    assert (page.site, page.title, page.threads) == ("", "", ())


def test_depth_without_end_does_not_break_the_reading() -> None:
    deep = saved(None, body="<div>" * 50_000)

    assert read(deep).text == deep


def test_broken_addresses_in_a_saved_page_are_no_trouble() -> None:
    text = (
        '<!DOCTYPE html><html><head><title>Talk:A</title><base href="http://[x">'
        '<link rel="canonical" href="http://[x"></head><body>'
        '<h1 id="firstHeading">Talk:A</h1><p>Words</p></body></html>'
    )

    (page,) = open_bytes(text.encode(), "page.html").pages()

    assert (page.title, page.site) == ("Talk:A", "")
