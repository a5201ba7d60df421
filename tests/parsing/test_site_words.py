"""Words for users' pages that a wiki chose for itself: its signatures tell which they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from talkreader.domain.page import Form, RawPage
from talkreader.domain.thread import ParsedPage
from talkreader.parsing import parse
from tests.parsing.pages import html, wikitext


def bulk(text: str, language: str = "en") -> ParsedPage:
    """Return a page of wikitext, understood as an import does."""
    return parse(RawPage(Form.WIKITEXT, text, title="Talk:X", language=language), detail=False)


def signed(name: str, minute: int, *, talk: bool = True, rendered: bool = False) -> str:
    """Return a signature on a wiki whose users are keepers."""
    stamp = f"10:{minute:02}, 4 May 2023 (UTC)"
    if rendered:
        own = f'<a href="/wiki/Keeper:{name}">{name[0]}. of the coast</a>'
        other = f'<a href="/w/index.php?title=Keeper_chat:{name}&amp;action=edit&amp;redlink=1">'
        return f"{own} ({other}chat</a>) {stamp}" if talk else f"{own} {stamp}"
    link = f"[[Keeper:{name}|{name[0]}. of the coast]]"
    return f"{link} ([[Keeper chat:{name}|chat]]) {stamp}" if talk else f"{link} {stamp}"


def authors(page: ParsedPage) -> list[str | None]:
    return [comment.author for comment in page.comments]


@pytest.mark.parametrize("read", [wikitext, bulk])
def test_a_wikis_own_word_for_its_users_is_learnt_from_its_signatures(
    read: Callable[[str], ParsedPage],
) -> None:
    page = read(
        f"The wick is short. {signed('Cora', 1, talk=False)}\n"
        f":I cut it. {signed('Ada', 2)}\n"
        f"::Thanks. {signed('Bo', 3)}\n"
    )

    assert authors(page) == ["Cora", "Ada", "Bo"]
    assert [comment.parent for comment in page.comments] == [None, 0, 1]


def test_it_is_learnt_from_a_saved_page_too() -> None:
    said = [signed("Ada", 1, rendered=True), signed("Bo", 2, rendered=True)]
    page = html(f"<p>The wick is short. {said[0]}</p><dl><dd>I cut it. {said[1]}</dd></dl>")

    assert authors(page) == ["Ada", "Bo"]
    first, second = (comment.timestamp for comment in page.comments)
    assert first is not None
    assert second is not None
    assert second - first == timedelta(minutes=1)


@pytest.mark.parametrize("read", [wikitext, bulk])
def test_two_pages_about_one_thing_before_a_date_sign_nothing(
    read: Callable[[str], ParsedPage],
) -> None:
    page = read(
        "Ada wrote. [[User:Ada|Ada]] ([[User talk:Ada|talk]]) 09:00, 4 May 2023 (UTC)\n\n"
        "The box [[Stencil:Wick]] ([[Stencil chat:Wick|chat]]) 10:00, 4 May 2023 (UTC)\n\n"
        "as [[:fr:Bo|Bo]] ([[:de:Bo|Bo]]) wrote it 11:00, 4 May 2023 (UTC)\n\n"
        "and [[:fr:Cora|Cora]] ([[:de:Cora|Cora]]) at 12:00, 4 May 2023 (UTC)"
    )

    assert authors(page) == ["Ada"]


@pytest.mark.parametrize(
    ("link", "language", "stamp"),
    [
        ("Wikipedista:Ada", "cs", "4. 5. 2023, 10:01 (CEST)"),
        ("Diskuse s wikipedistkou:Ada", "cs", "4. 5. 2023, 10:01 (CEST)"),
        ("Usuário(a):Ada", "pt", "10h01min de 4 de maio de 2023 (UTC)"),
        ("Usuário(a) Discussão:Ada", "pt", "10h01min de 4 de maio de 2023 (UTC)"),
    ],
)
def test_the_words_that_large_wikis_chose_are_known(link: str, language: str, stamp: str) -> None:
    page = wikitext(f"A word. [[{link}|Ada]] {stamp}", language)

    assert authors(page) == ["Ada"]


@pytest.mark.parametrize(
    ("own", "talk", "label"),
    [
        ("Template", "Template talk", "|Wick"),
        ("File", "File talk", "|Wick.jpg"),
        ("Draft", "Draft talk", "|a draft"),
        ("Stencil", "Stencil chat", ""),
        ("Stencil", "Stencil chat", "|Stencil:Wick"),
    ],
)
def test_a_list_of_pages_of_one_kind_with_dates_signs_nothing(
    own: str, talk: str, label: str
) -> None:
    lines = [
        f"* [[:{own}:{name}{label.replace('Wick', name)}]] ([[{talk}:{name}|talk]]) gone 10:00,"
        " 4 May 2023 (UTC)\n"
        for name in ("Wick", "Oil")
    ]
    for read in (wikitext, bulk):
        page = read(
            "Gone are: [[User:Ada|Ada]] ([[User talk:Ada|talk]]) 09:00, 4 May 2023 (UTC)\n\n"
            + "".join(lines)
        )

        assert authors(page) == ["Ada"]


def test_a_list_of_templates_on_a_saved_page_signs_nothing() -> None:
    lines = [
        f'<li><a href="/wiki/Template:{name}">Template:{name}</a> (<a href="/wiki/Template_talk:'
        f'{name}">talk</a>) gone 10:00, 4 May 2023 (UTC)</li>'
        for name in ("Wick", "Oil")
    ]

    assert authors(html(f"<ul>{''.join(lines)}</ul>")) == []
