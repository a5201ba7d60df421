"""Citations and links."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from talkreader.domain.note import Target
from talkreader.exporting import (
    CitationStyle,
    Source,
    citation,
    permalink,
    source_of_comment,
    source_of_target,
)

from .build import comment

SOURCE = Source(
    site="teawiki",
    title="Talk:Tea",
    section="Leaves",
    comment="c-Ada_L.-20200301090500",
    author="Ada L.",
    timestamp=datetime(2020, 3, 1, 9, 5, tzinfo=UTC),
    base_url="https://tea.example.org/wiki/Main_Page",
    sha256="0123456789abcdef" * 4,
)
LINK = "https://tea.example.org/wiki/Special:GoToComment/c-Ada_L.-20200301090500"


def test_a_citation_says_who_when_where_and_which_copy():
    assert citation(SOURCE) == (
        f"Ada L., 2020-03-01 09:05 UTC, section “Leaves”, Talk:Tea, teawiki, {LINK}, "
        "copy 0123456789ab"
    )


@pytest.mark.parametrize(
    ("style", "cited"),
    [
        (CitationStyle.TEXT, "copy 0123456789ab (tea_*.wiki)"),
        (CitationStyle.MARKDOWN, "copy 0123456789ab (tea\\_\\*.wiki)"),
    ],
)
def test_a_citation_names_the_file_of_the_copy(style: CitationStyle, cited: str) -> None:
    assert citation(replace(SOURCE, copy="tea_*.wiki"), style).endswith(f", {cited}")
    assert citation(replace(SOURCE, copy="tea.wiki", sha256=""), style).count("tea.wiki") == 0


def test_a_markdown_citation_is_a_link_and_its_words_are_escaped():
    cited = citation(replace(SOURCE, section="a *b* [c]"), CitationStyle.MARKDOWN)

    assert cited == (
        "[Ada L., 2020-03-01 09:05 UTC, section “a \\*b\\* \\[c\\]”, Talk:Tea, teawiki]"
        f"({LINK}), copy 0123456789ab"
    )


def test_what_is_not_known_is_left_out_or_said_to_be_lost():
    bare = Source("", "Talk:Tea", comment="c--")

    assert citation(bare) == "name not kept, time unknown, Talk:Tea"
    assert citation(Source("teawiki", "Talk:Tea"), CitationStyle.MARKDOWN) == "Talk:Tea, teawiki"


def test_a_link_quotes_what_an_address_cannot_hold():
    source = replace(
        SOURCE, comment="c-茶/a_b?-20200301090500", author="茶/a b?", base_url="//tea.example.org"
    )

    assert permalink(source) == (
        "https://tea.example.org/wiki/Special:GoToComment/c-%E8%8C%B6%2Fa_b%3F-20200301090500"
    )


@pytest.mark.parametrize(
    "base_url",
    ["", "javascript://x/%0aalert(1)", "https://a@evil.example", "file:///etc", "http://[", "a b"],
)
def test_there_is_no_link_without_an_address_of_a_wiki(base_url: str):
    assert permalink(replace(SOURCE, base_url=base_url)) == ""


@pytest.mark.parametrize(
    "lost",
    [{"author": None}, {"timestamp": None}, {"comment": "c--20200301090500"}, {"comment": ""}],
)
def test_there_is_no_link_to_a_comment_whose_name_is_not_whole(lost: dict[str, object]):
    assert permalink(replace(SOURCE, **lost)) == ""


def test_a_target_knows_its_author_and_minute_by_the_name():
    target = Target("teawiki", "Talk:Tea", "Leaves", "c-Ada-L_B-20200301090500")

    source = source_of_target(target)
    assert (source.author, source.timestamp) == ("Ada-L B", SOURCE.timestamp)
    assert source_of_target(Target("w", "T")).timestamp is None


def test_a_comment_is_cited_with_the_page_it_is_on():
    source = source_of_comment(comment(0, author="Ada L."), replace(SOURCE, comment="", author="?"))

    assert source == SOURCE
