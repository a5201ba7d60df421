"""Answers of the web API, in JSON, in XML and shown as a page."""

from __future__ import annotations

import json
from html import escape

import pytest

from talkreader.archives import open_bytes, open_text
from talkreader.archives.document import Loss
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import Form, RawPage

from .build import WIKITEXT, export, page, revision

TITLE = "Talk:Old bridge"
HTML = '<div class="mw-parser-output"><p><a href="/wiki/User:Ida_Holm">Ida</a></p></div>'
OLD = {"revid": 1, "timestamp": "2019-01-01T00:00:00Z", "user": "Per Lund", "content": "old"}
NEW = {"revid": 2, "timestamp": "2020-05-03T10:40:00Z", "user": "Ida Holm"}


def read(answer: object) -> list[RawPage]:
    return list(open_text(json.dumps(answer)).pages())


def query(*revisions: object) -> dict[str, object]:
    found = {"pageid": 3, "ns": 1, "title": TITLE, "revisions": list(revisions)}
    return {"batchcomplete": True, "query": {"pages": [found]}}


@pytest.mark.parametrize(
    "content",
    [
        {"slots": {"main": {"contentmodel": "wikitext", "content": WIKITEXT}}},
        {"slots": {"main": {"contentmodel": "wikitext", "*": WIKITEXT}}},
        {"content": WIKITEXT},
        {"*": WIKITEXT},
    ],
)
@pytest.mark.parametrize("as_object", [True, False])
def test_query_gives_wikitext_in_every_format(content: dict[str, object], as_object: bool) -> None:
    found = {"pageid": 3, "ns": 1, "title": TITLE, "revisions": [{**NEW, **content}]}

    (one,) = read({"query": {"pages": {"3": found} if as_object else [found]}})

    assert (one.form, one.text, one.title) == (Form.WIKITEXT, WIKITEXT, TITLE)
    assert (one.namespace, one.page_id, one.revision.id) == (1, 3, 2)
    assert one.revision.contributor == "Ida Holm"


def test_query_with_several_revisions_gives_the_latest() -> None:
    (one,) = read(query({**NEW, "content": "new"}, OLD))

    assert one.text == "new"


def test_query_with_a_hidden_text_says_so() -> None:
    (one,) = read(query({**NEW, "texthidden": True}))

    assert one.text == ""
    assert "removed from public view" in one.warnings[0]


def test_query_that_goes_on_elsewhere_says_so() -> None:
    (one,) = read({**query(OLD), "continue": {"rvcontinue": "x"}})

    assert one.warnings == ("The wiki sent only a part of its answer in this file",)


@pytest.mark.parametrize("wrap", [str, lambda text: {"*": text}])
def test_parse_gives_html_and_else_wikitext(wrap: object) -> None:
    assert callable(wrap)
    about = {"title": TITLE, "pageid": 3, "revid": 12}

    (html,) = read({"parse": {**about, "text": wrap(HTML), "wikitext": wrap(WIKITEXT)}})
    (wikitext,) = read({"parse": {**about, "wikitext": wrap(WIKITEXT)}})

    assert (html.form, html.text, html.title) == (Form.HTML, HTML, TITLE)
    assert (wikitext.form, wikitext.text, wikitext.revision.id) == (Form.WIKITEXT, WIKITEXT, 12)


def test_rest_gives_source_or_html() -> None:
    about = {"id": 3, "key": "x", "title": TITLE,
             "latest": {"id": 12, "timestamp": "2020-05-03T10:40:00Z"}}  # fmt: skip

    (source,) = read({**about, "source": WIKITEXT})
    (html,) = read({**about, "html": HTML})

    assert (source.form, source.text, source.revision.id) == (Form.WIKITEXT, WIKITEXT, 12)
    assert (html.form, html.text, html.page_id) == (Form.HTML, HTML, 3)


def test_export_inside_json_is_read_as_an_export() -> None:
    dump = export([page(TITLE, revision(WIKITEXT))]).decode()

    for value in (dump, {"*": dump}):
        (one,) = read({"query": {"export": value}})
        assert (one.text, one.site) == (WIKITEXT, "bridgewiki")


def thread(name: str, *replies: object, **more: object) -> dict[str, object]:
    kind = "heading" if name.startswith("h-") else "comment"
    level = {"headingLevel": more.pop("heading", 2)} if kind == "heading" else {}
    return {
        "id": name,
        "type": kind,
        "html": f"[{name}]",
        "replies": list(replies),
        **level,
        **more,
    }


def test_thread_items_become_one_page_with_nested_lists_and_nothing_twice() -> None:
    sub = thread("h-sub", thread("c-3"), heading=3)
    items = [
        thread("h-", heading=None, othercontent="<p>Lead</p>", html=""),
        thread("h-top", thread("c-1", thread("c-2")), sub),
        sub,
        thread("h-bare", othercontent='<h2 id="x"></h2><p>Unsigned</p>'),
    ]

    (one,) = read({"discussiontoolspageinfo": {"threaditemshtml": items}})

    assert one.form is Form.HTML
    assert one.text.count("[c-3]") == 1
    assert '<h2 id="h-bare">[h-bare]</h2>\n<p>Unsigned</p>' in one.text
    order = [one.text.index(word) for word in ("Lead", "[h-top]", "[c-1]", "[c-2]", "[h-sub]")]
    assert order == sorted(order)
    assert '<dl><dd><span data-mw-thread-id="c-2"></span>[c-2]</dd></dl>' in one.text
    assert '<h3 id="h-sub">[h-sub]</h3>' in one.text
    assert [mark.id for mark in one.threads] == ["h-", "h-top", "h-bare"]


def test_xml_answer_is_read_like_the_json() -> None:
    answer = (
        '<?xml version="1.0"?><api batchcomplete=""><query><pages><page pageid="3" ns="1"'
        f' title="{TITLE}"><revisions><rev revid="2" user="Ida Holm"><slots><slot role="main"'
        f' xml:space="preserve">{escape(WIKITEXT)}</slot></slots></rev></revisions></page></pages>'
        "</query></api>"
    )

    (one,) = open_text(answer).pages()

    assert (one.text, one.title, one.namespace, one.revision.id) == (WIKITEXT, TITLE, 1, 2)


def test_xml_answer_with_a_document_type_is_refused() -> None:
    with pytest.raises(NotAnArchive, match="declares a document type"):
        list(open_text('<!DOCTYPE api [<!ENTITY a "b">]><api><query/></api>').pages())


def test_answer_shown_as_a_web_page_is_read_as_the_answer() -> None:
    shown = json.dumps(query({**NEW, "content": WIKITEXT}), indent=4)
    coloured = escape(shown).replace("Talk:", '<span class="s2">Talk:</span>')

    (one,) = open_text(
        f'<!DOCTYPE html><html><body><pre class="api-pretty-content">{coloured}</pre></body></html>'
    ).pages()

    assert (one.form, one.text, one.title) == (Form.WIKITEXT, WIKITEXT, TITLE)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"error": {"code": "missingtitle", "info": "No such page."}}, r"error.*No such page"),
        ({"revisions": [{"id": 1}], "latest": "x"}, "is the history of a page"),
        ({"flow": {"view-topic": {}}}, "about Structured Discussions"),
        ({"query": {"threads": {"1": {}}}}, "LiquidThreads"),
        ({"query": {"pages": [{"title": "A", "missing": True}]}}, "without the text of a page"),
        ({"parse": {"title": "A", "links": []}}, "without the page's text"),
        ({"discussiontoolspageinfo": {"transcludedfrom": {}}}, "without the comments"),
        ({"name": "x", "version": 3}, "no answer of a wiki"),
        ([{"id": 1}], "no answer of a wiki"),
    ],
)
def test_answer_without_a_page_is_refused_with_what_to_ask_for(answer: object, words: str) -> None:
    with pytest.raises(NotAnArchive, match=words):
        read(answer)


def test_cut_answer_is_called_damaged_at_its_place() -> None:
    with pytest.raises(DamagedArchive, match=r"broken JSON \(line 1, column 59"):
        list(open_text(json.dumps(query(OLD))[:60]).pages())


def test_answer_nested_without_end_is_refused() -> None:
    with pytest.raises(NotAnArchive, match="nested deeper"):
        list(open_text('{"query":' + "[" * 100_000).pages())


def test_an_answer_cut_within_a_character_can_be_kept() -> None:
    found = {**NEW, "user": "Ida \udc00", "content": f"Cut \ud83d {WIKITEXT}"}

    (one,) = read(query(found))

    one.text.encode()
    assert one.text == f"Cut \N{REPLACEMENT CHARACTER} {WIKITEXT}"
    assert one.revision.contributor == "Ida \N{REPLACEMENT CHARACTER}"


def test_a_number_without_end_is_told_as_broken_json() -> None:
    with pytest.raises(DamagedArchive):
        list(open_text('{"query": ' + "9" * 5000 + "}").pages())


def test_pages_of_which_an_answer_has_no_text_are_told() -> None:
    pages = [
        {"title": "Talk:A", "ns": 1, "revisions": [{"slots": {"main": {"content": "Words"}}}]},
        {"title": "Talk:Gone", "ns": 1, "missing": True},
        {"title": "Talk:Late", "ns": 1},
    ]
    lost = list[Loss]()

    data = json.dumps({"query": {"pages": pages}}).encode()
    found = list(open_bytes(data, "answer.json").pages(lose=lost.append))

    assert [page.title for page in found] == ["Talk:A"]
    assert [(loss.title, str(loss.error)) for loss in lost] == [
        ("Talk:Gone", "The wiki has no page of this title"),
        ("Talk:Late", "The answer has no text of this page; ask the wiki for it again"),
    ]
