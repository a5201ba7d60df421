"""A search finds what a scan of all texts finds, whatever their scripts and what parts them."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.store import open_library
from talkreader.store.search.evaluating import Text, evaluate
from talkreader.store.values.folding import fold
from tests.store.pages import Said, make_closed, make_page, moment

CHINESE = "道歉基金会會封禁裡里"
PIECES = st.sampled_from([*CHINESE, *"。，（ 　\n-3ｗ", "WMF", "wmf", "lamp", "Café"])
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)
TERMS = st.lists(PIECES, min_size=1, max_size=6).map("".join)


@pytest.fixture(scope="module", params=["open", "closed"])
def folder(tmp_path_factory, request) -> Path:
    folder: Path = tmp_path_factory.mktemp("property")
    if request.param == "closed":
        make_closed(folder / "library")
    return folder


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), terms=st.lists(TERMS, max_size=8))
def test_chinese_search_is_the_same_as_a_scan(folder, texts, terms):
    _compare_with_scan(folder, texts, [re.sub(rf"[^{CHINESE}]", "", t) for t in terms])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), terms=st.lists(TERMS, max_size=8))
def test_a_mixed_word_is_found_wherever_it_stands_whole(folder, texts, terms):
    joined = [re.sub(r"[\s。，（　-]", "", term) for term in terms]
    _compare_with_scan(folder, texts, [*joined, "WMF基金", "基金3"])


PHRASES = st.lists(PIECES, min_size=1, max_size=6).map("".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), phrases=st.lists(PHRASES, max_size=8))
@example(texts=["基金，道歉", "道歉，基金", "基，道歉", "金道歉"], phrases=["金，道歉", "基 道"])
def test_a_phrase_reaches_across_what_stands_between_words_and_not_further(folder, texts, phrases):
    phrases = [phrase for phrase in phrases if re.search(r"\w", phrase)]
    with open_library(folder / "library") as library:
        info = library.pages.save(make_page(texts, title=str(uuid4()), heading="!"))
        for query in (parse_query(f'"{phrase}"', page=info.id) for phrase in phrases):
            fits = evaluate(query.root)
            expected = {number for number, text in enumerate(texts) if fits(Text(text, fold(text)))}
            assert {hit.index for hit in library.search(query)} == expected, query.text


ASKED = st.recursive(
    st.sampled_from(["道", "歉", "会", "道歉", "wmf", "lamp", "la*", "before:2022"]),
    lambda inner: st.one_of(
        inner.map("-({})".format),
        st.tuples(inner, inner).map("({0[0]} {0[1]})".format),
        st.tuples(inner, inner).map("({0[0]} OR {0[1]})".format),
    ),
    max_leaves=5,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), asked=st.lists(ASKED, min_size=1, max_size=8))
def test_single_characters_words_and_dates_go_together_in_any_way(folder, texts, asked):
    years = [f"{2020 + number % 4}-06-01" for number in range(len(texts))]
    said = [Said(text, "Wren", year) for text, year in zip(texts, years, strict=True)]
    with open_library(folder / "library") as library:
        info = library.pages.save(make_page(said, title=str(uuid4()), heading="!"))
        for query in (parse_query(f"from:Wren {one}", page=info.id) for one in asked):
            fits = evaluate(query.root)
            expected = {
                number
                for number, (text, year) in enumerate(zip(texts, years, strict=True))
                if fits(Text(text, fold(text), frozenset({"wren"}), moment=moment(year)))
            }
            assert {hit.index for hit in library.search(query)} == expected, query.text
            assert library.count(query) == len(expected)


def _compare_with_scan(folder: Path, texts: list[str], terms: list[str]) -> None:
    """Every term is found in exactly the texts that LIKE finds, Latin words as whole words."""
    scan = sqlite3.connect(":memory:")
    scan.execute("CREATE TABLE said (n INTEGER, text TEXT)")
    scan.executemany("INSERT INTO said VALUES (?, ?)", enumerate(map(fold, texts)))
    with open_library(folder / "library") as library:
        info = library.pages.save(make_page(texts, title=str(uuid4()), heading="!"))
        for term in filter(None, terms):
            hits = library.search(parse_query(f'"{term}"', page=info.id))
            liked = scan.execute("SELECT n, text FROM said WHERE text LIKE ?", (f"%{fold(term)}%",))
            whole = re.compile(rf"(?<![a-z0-9]){re.escape(fold(term))}(?![a-z0-9])")
            if not fold(term)[0].isascii():
                whole = re.compile(rf"{re.escape(fold(term))}(?![a-z0-9])")
            if not fold(term)[-1].isascii():
                whole = re.compile(whole.pattern.removesuffix("(?![a-z0-9])"))
            expected = {n for n, text in liked if whole.search(text)}
            assert {hit.index for hit in hits} == expected, term
            for hit in hits:
                body = texts[hit.index or 0]
                assert all(
                    fold(body[m.start : m.end]).startswith(fold(term)[0]) for m in hit.matches
                )
                assert hit.matches
    scan.close()
