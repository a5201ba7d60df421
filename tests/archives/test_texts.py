"""Plain text and wikitext: which of the two a text is, and what its title is."""

from __future__ import annotations

import pytest

from talkreader.archives import open_bytes, open_text
from talkreader.archives.pages.plaintext import find_title
from talkreader.archives.pages.wikitext import title_of_file
from talkreader.archives.sniff import Kind, sniff_text

from .build import PLAINTEXT, SIMPLIFIED, WIKITEXT

HTML_IN_WIKITEXT = (
    '<div style="border:1px solid"><p>Welcome to <b>my page</b></p></div>\n' * 10
    + "[[User:Ida Holm|Ida]] 10:40, 3 May 2020 (UTC)\n"
)
MARKDOWN = """## Oil

We need oil. [Ida](https://b.example/wiki/User:Ida_Holm "User:Ida Holm")
([talk](https://b.example/wiki/User_talk:Ida_Holm)) 10:40, 3 May 2020 (UTC)

See [this](https://b.example/w/index.php?title=Oil_(fuel)&oldid=9).
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (WIKITEXT, Kind.WIKITEXT),
        (PLAINTEXT, Kind.PLAINTEXT),
        (SIMPLIFIED, Kind.PLAINTEXT),
        (HTML_IN_WIKITEXT, Kind.WIKITEXT),
        (PLAINTEXT * 5 + "He wrote [[bridge]] and {{cite}} by mistake.\n", Kind.PLAINTEXT),
        ("{{Talk header}}\n{{old}}\nNothing here yet.", Kind.WIKITEXT),
        ("[[File:Bridge.jpg|thumb]]\nA picture. --[[User:Ida Holm|Ida]]", Kind.WIKITEXT),
        (":one\n::two\n:three", Kind.WIKITEXT),
        ("<p>Hello <a href='/wiki/User:X'>X</a></p>", Kind.HTML),
        ("<h2>Hello</h2><p>No links here</p>", Kind.HTML),
        ("<!-- saved -->\n<!DOCTYPE html><p>x", Kind.HTML),
        ('  {"query": {}}', Kind.API_JSON),
        ('[{"id": 1}]', Kind.API_JSON),
        ('\ufeff<?xml version="1.0"?>\n<mediawiki version="0.3">', Kind.XML_EXPORT),
        ("<api><query/></api>", Kind.API_XML),
        ("A word.", Kind.PLAINTEXT),
        (MARKDOWN, Kind.MARKDOWN),
        ("---\ntitle: x\n---\n" + MARKDOWN, Kind.MARKDOWN),
        ("---\ntitle: x\n---\n" + WIKITEXT, Kind.WIKITEXT),
        ('<div class="mw-parser-output">\n\n' + MARKDOWN + "</div>", Kind.MARKDOWN),
        (MARKDOWN + "[[a]] [[b]]\n", Kind.WIKITEXT),
        (PLAINTEXT + "See [a](x) and [b](y).", Kind.PLAINTEXT),
    ],
)
def test_form_is_told_by_the_marks_in_the_text(text: str, kind: Kind) -> None:
    assert sniff_text(text).kind is kind


CHROME = "Jump to content\nMain menu\nRecent changes\n"
BODY = "Bridge\nIt is old. Ida Holm (talk) 09:12, 3 May 2020 (UTC)\nIt is not: look.\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (PLAINTEXT, "Talk:Old bridge"),
        ("Diskussion:Alte Brücke\n" + BODY, "Diskussion:Alte Brücke"),
        ("\n\n讨论:老桥\n" + BODY, "讨论:老桥"),
        (CHROME + "Talk:Old bridge\n" + BODY, "Talk:Old bridge"),
        (CHROME + "使用者討論:老橋\n" + BODY, "使用者討論:老橋"),
        (CHROME + "Keskustelu:Silta\n" + BODY + "Palaa sivulle ”Silta”.\n", "Keskustelu:Silta"),
        (CHROME + "Overleg:Brug\n" + BODY + 'Terug naar de pagina "Brug".', "Overleg:Brug"),
        (CHROME + "讨论:老桥\n" + BODY + "返回到“老桥”页面。\n", "讨论:老桥"),
        (CHROME + BODY, ""),
        (CHROME + "Talk:Old bridge\nTalk:New bridge\n" + BODY, ""),
        ("Note: this was moved.\n" + BODY, ""),
        ("Warning:do not edit this.\n" + BODY, ""),
        ("Ida said:yes 09:12, 3 May 2020 (UTC)\n", ""),
        ("https://bridges.example/wiki/A\n" + BODY, ""),
        (BODY + 'Return to "Old bridge" page.', ""),
    ],
)
def test_title_is_taken_from_a_copy_only_when_it_is_sure(text: str, title: str) -> None:
    assert find_title(text)[0] == title


def test_address_at_the_end_gives_title_and_site() -> None:
    tail = "Retrieved from “https://b.example/w/index.php?title=Talk:Old_%C3%98_bridge&oldid=9”\n"

    (page,) = open_text(CHROME + BODY + tail).pages()

    assert (page.title, page.site) == ("Talk:Old Ø bridge", "b.example")
    assert page.base_url == "https://b.example"


def test_title_line_stays_in_the_text() -> None:
    (page,) = open_text(PLAINTEXT).pages()

    assert (page.title, page.text) == ("Talk:Old bridge", PLAINTEXT)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("/home/ida/Talk:Old_bridge.wiki", "Talk:Old bridge"),
        ("Talk%3AOld_bridge%2FArchive_1.txt.gz", "Talk:Old bridge/Archive 1"),
        ("Talk_Old_bridge.txt", "Talk:Old bridge"),
        ("User_talk_Ida Holm.wikitext", "User talk:Ida Holm"),
        ("讨论：老桥.txt", "讨论:老桥"),
        ("index.php?title=Talk:Old_bridge&action=raw", "Talk:Old bridge"),
        ("page.txt", ""),
        ("raw.wiki", ""),
        ("Talk_Old bridge - Bridges.txt", ""),
        ("2020-05-03 10:40.txt", ""),
        ("pasted text", ""),
    ],
)
def test_file_name_is_a_title_only_with_a_namespace(name: str, title: str) -> None:
    assert title_of_file(name) == title


def test_wikitext_takes_its_title_from_the_file_name() -> None:
    (page,) = open_bytes(WIKITEXT.encode(), "Talk_Old_bridge.wiki").pages()

    assert page.title == "Talk:Old bridge"


FRONT = """---
title: "User_talk:Ida Holm"
author: 'A saver of pages'
source: https://b.example/wiki/User_talk:Ida_Holm
tags: [a, b]
---

"""


@pytest.mark.parametrize("text", [MARKDOWN, WIKITEXT, SIMPLIFIED])
def test_front_matter_names_the_page_and_is_nobody_s_words(text: str) -> None:
    (page,) = open_text(FRONT + text).pages()

    assert page.title == "User talk:Ida Holm"
    assert page.text == text
    assert (page.origin.offset, page.origin.line) == (len(FRONT), 8)


def test_front_matter_of_markdown_and_of_a_copy_names_the_wiki() -> None:
    for text in (MARKDOWN, SIMPLIFIED):
        (page,) = open_text(FRONT.replace("title:", "name:") + text).pages()

        assert (page.site, page.base_url) == ("b.example", "https://b.example")


@pytest.mark.parametrize("text", ["---\nA line.\n---\nMore.", "----\na: b\n----\n", "---\na: b\n"])
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    (page,) = open_text(text).pages()

    assert page.text == text


def test_the_wiki_of_markdown_is_the_one_that_its_links_lead_to() -> None:
    (page,) = open_bytes(MARKDOWN.encode(), "Talk_Oil.md").pages()

    assert (page.title, page.site) == ("Talk:Oil", "b.example")


ESCAPED = (
    "== Oil ==\n&lt;div style=&quot;width: 100%&quot;&gt;&#039;&#039;Lit&#x27;&#39;&lt;/div&gt;"
    " R&amp;amp;D --[[User:Ida Holm|&lt;b&gt;Ida&lt;/b&gt;]] 10:40, 3 May 2020 (UTC)\n"
)


def test_wikitext_that_a_program_escaped_for_html_is_read_as_it_was() -> None:
    (page,) = open_text(ESCAPED).pages()

    assert page.text == (
        "== Oil ==\n<div style=\"width: 100%\">''Lit''</div>"
        " R&amp;D --[[User:Ida Holm|<b>Ida</b>]] 10:40, 3 May 2020 (UTC)\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        ESCAPED + 'Somebody wrote "lamp" here.\n',
        ESCAPED + "<br>\n",
        ESCAPED + "A&nbsp;B\n",
        ESCAPED + "Fish & chips\n",
        "Write &lt;div&gt; and &quot;so&quot;. [[User:Ida Holm]] 10:40, 3 May 2020 (UTC)\n",
    ],
)
def test_wikitext_that_speaks_of_tags_stays_as_it_is(text: str) -> None:
    (page,) = open_text(text).pages()

    assert page.text == text
