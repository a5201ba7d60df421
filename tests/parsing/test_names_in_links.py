"""Names as links write them: characters that stand for others, and where the link leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import ParsedPage
from talkreader.parsing import parse
from tests.parsing.pages import wikitext


def bulk(text: str) -> ParsedPage:
    """Return a page of wikitext, understood as an import does."""
    return parse(RawPage(Form.WIKITEXT, text, title="Talk:X", language="en"), detail=False)


def authors(page: ParsedPage) -> list[str | None]:
    return [comment.author for comment in page.comments]


@pytest.mark.parametrize("read", [wikitext, bulk])
@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("O&#39;Neil", "O'Neil"),
        ("Wick &#38; Oil", "Wick & Oil"),
        ("A&#61;B", "A=B"),
        ("Ada&#59; Bo", "Ada; Bo"),
        ("Ada &#34;Lamp&#34; Byron", 'Ada "Lamp" Byron'),
        ("&#39;&#39;Ada&#39;&#39;", "''Ada''"),
        ("%D0%90%D0%B4%D0%B0", "Ада"),
        ("50% oil", "50% oil"),
        ("Ada\u200e", "Ada"),
    ],
)
def test_a_name_is_what_the_characters_of_its_link_stand_for(
    read: Callable[[str], ParsedPage], written: str, name: str
) -> None:
    stamp = "10:01, 4 May 2023 (UTC)"
    page = read(
        f"Out. [[User:{written}|{written}]] ([[User talk:{written}|talk]]) {stamp}\n\n"
        f"On. [[User:{written}]] {stamp}\n\n"
        f"So. {{{{unsigned|{written}|{stamp}}}}}"
    )

    assert authors(page) == [name] * 3
    assert [comment.body.text for comment in page.comments] == ["Out.", "On.", "So."]


def test_a_link_without_a_label_shows_the_characters_that_its_title_stands_for() -> None:
    for read in (wikitext, bulk):
        page = read("See [[Oil &#38; wick]] and {{ping|O&#39;Neil}} yes. [[User:Ada]] 10:01, "
                    "4 May 2023 (UTC)")  # fmt: skip

        assert page.comments[0].body.text == "See Oil & wick and @O'Neil: yes."


@pytest.mark.parametrize("read", [wikitext, bulk])
@pytest.mark.parametrize(
    "target",
    [
        "w:de:Benutzer:Ada",
        ":w:en:User:Ada",
        ":m:User talk:Ada",
        "zh-yue:User:Ada",
        "simple:User:Ada",
        ":wikt:fr:Utilisateur:Ada",
        "metawiki:User:Ada",
    ],
)
def test_a_guest_signs_with_a_link_to_another_wiki_and_its_language(
    read: Callable[[str], ParsedPage], target: str
) -> None:
    assert authors(read(f"Out. [[{target}|Ada]] 10:01, 4 May 2023 (UTC)")) == ["Ada"]


@pytest.mark.parametrize("detail", [True, False])
@pytest.mark.parametrize(
    "href",
    [
        "/User:Ada",
        "/title/User:Ada",
        "/en/User_talk:Ada",
        "/w/User:Ada",
        "https://wiki.lamps.example/title/User:Ada",
        "https://lamps.example:8080/User%3AAda",
        "/title/Special:Contributions/Ada",
        "/web/20100101000000/https://lamps.example/title/User:Ada",
        "file:///home/keeper/lamps/User:Ada.html",
        "User:Ada.html",
        "User%3AAda.html",
        "../title/User:Ada.html",
        "index.php%3Ftitle=User:Ada.html",
        "index.php@title=User%3AAda&action=edit&redlink=1.html",
    ],
)
def test_a_saved_pages_links_name_users_wherever_its_wiki_keeps_its_pages(
    href: str, detail: bool
) -> None:
    body = f'<p>Out. <a href="{href}">Keeper</a> 10:01, 4 May 2023 (UTC)</p>'
    page = parse(RawPage(Form.HTML, f"<body>{body}</body>", language="en"), detail=detail)

    assert authors(page) == ["Ada"]


@pytest.mark.parametrize(
    "href", ["/title/Help:Ada", "/User:Ada/Lamps", "mailto:User:Ada", "/title/Lamps.html", "/"]
)
def test_other_links_of_a_saved_page_name_nobody(href: str) -> None:
    body = f'<p>Out. <a href="{href}">Keeper</a> 10:01, 4 May 2023 (UTC)</p>'

    assert authors(parse(RawPage(Form.HTML, f"<body>{body}</body>", language="en"))) == []


@pytest.mark.parametrize(
    "href",
    [
        "https://lamps.example/a%20b/oil.html",
        "https://lamps.example/Oil%3A_a_study.html",
        "//lamps.example/index.htm",
        "oil.html",
    ],
)
def test_an_address_that_ends_as_a_saved_page_does_is_kept_as_it_is(href: str) -> None:
    link = f'<a href="{href.replace("&", "&amp;")}">this</a>'
    signed = '<a href="/wiki/User:Ada">Ada</a> 10:01, 4 May 2023 (UTC)'
    page = parse(RawPage(Form.HTML, f"<body><p>See {link}. {signed}</p></body>", language="en"))

    assert [mark.target for mark in page.comments[0].body.marks] == [href]


@pytest.mark.parametrize("read", [wikitext, bulk])
def test_what_begins_as_a_character_in_a_link_and_does_not_end_so_is_kept(
    read: Callable[[str], ParsedPage],
) -> None:
    assert authors(read("Out. [[User:R&para|R]] 10:01, 4 May 2023 (UTC)")) == ["R&para"]
