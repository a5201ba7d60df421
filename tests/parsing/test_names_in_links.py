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
