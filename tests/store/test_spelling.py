"""Words that are written in several ways, or with vowel signs, are found as a reader takes them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from talkreader.domain.grammar import parse_query
from talkreader.store import open_library
from talkreader.store.search.evaluating import Text, evaluate
from talkreader.store.values.folding import fold
from talkreader.store.values.spelling import apart, spellings
from tests.store.pages import Said, make_note, make_page

JOINED = "cœur coeur Straße STRASSE oﬃce office œ oe classe laß STRAẞE Œ lamp".split()
SIGNED = ["की", "के", "क", "हिन्दी", "हिन्द", "हन्द", "में", "कि", " lamp", "กา", "ක්", "基金"]
BETWEEN = st.sampled_from([" ", ", ", "-", "", "। "])


def texts(words: list[str]) -> st.SearchStrategy[str]:
    return st.lists(
        st.tuples(st.sampled_from(words), BETWEEN).map("".join), min_size=1, max_size=8
    ).map("".join)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spelling")


def is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")


def has_word(text: str, word: str, *, prefix: bool) -> bool:
    """Scan a text for a word in the simplest way."""
    text, word = apart(fold(text)), apart(fold(word))
    for found in re.finditer(f"(?={re.escape(word)})", text):
        start, end = found.start(), found.start() + len(word)
        before = start and is_letter(text[start - 1]) and not is_chinese(text[start - 1])
        after = end < len(text) and is_letter(text[end]) and not is_chinese(text[end])
        if not before and (prefix or not after):
            return True
    return False


def is_chinese(character: str) -> bool:
    return character in "基金กา"


def compare(folder: Path, texts: list[str], words: list[str], *, prefix: bool) -> None:
    with open_library(folder / "library") as library:
        info = library.pages.save(make_page(texts, title=str(uuid4()), heading="!"))
        for word in words:
            query = parse_query(f"{word}*" if prefix else word, page=info.id)
            expected = {n for n, text in enumerate(texts) if has_word(text, word, prefix=prefix)}
            hits = library.search(query)
            assert {hit.index for hit in hits} == expected, query.text
            assert library.count(query) == len(expected)
            missing = parse_query(f"-{query.text}", page=info.id)
            others = {hit.index for hit in library.search(missing) if hit.kind == "comment"}
            assert others == set(range(len(texts))) - expected
            fits = evaluate(query.root)
            assert {n for n, text in enumerate(texts) if fits(Text(text, fold(text)))} == expected
            for hit in hits:
                shown = [texts[hit.index or 0][m.start : m.end] for m in hit.matches]
                assert shown
                assert all(apart(fold(one)).startswith(apart(fold(word))) for one in shown)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=st.lists(texts(JOINED), min_size=1, max_size=6), prefix=st.booleans())
def test_a_word_is_found_whether_its_letters_are_joined_or_not(folder, said, prefix):
    compare(folder, said, ["cœur", "coeur", "strasse", "office", "lass", "lamp"], prefix=prefix)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=st.lists(texts(SIGNED), min_size=1, max_size=6), prefix=st.booleans())
@example(said=["हिन्दी में", "हान्दा", "की", "के"], prefix=False)
def test_a_word_with_vowel_signs_is_found_and_no_other(folder, said, prefix):
    compare(folder, said, ["की", "क", "हिन्दी", "हिन्द", "में", "lamp"], prefix=prefix)


def test_a_phrase_with_vowel_signs_is_found_as_it_is_written(folder):
    said = ["हिन्दी में चर्चा", "हिन्दी मे चर्चा", "हान्दी में चर्चा", "हिन्दीं, में"]
    with open_library(folder / "library") as library:
        info = library.pages.save(make_page(said, title=str(uuid4()), heading="!"))

        hits = library.search(parse_query('"हिन्दी में"', page=info.id))

    assert [hit.index for hit in hits] == [0]


def test_letters_whose_accent_stands_apart_are_the_letters_of_the_wiki(tmp_path):
    with open_library(tmp_path / "library") as library:
        library.pages.save(make_page([Said("мой", "Андрей"), Said("мои", "Андреи"), "が", "か"]))
        asked = [unicodedata.normalize("NFD", one) for one in ("мой", '"мой"', "が", "from:Андрей")]

        found = [[hit.index for hit in library.search(parse_query(one))] for one in asked]

    assert found == [[0], [0], [2], [0]]


def test_a_note_is_found_whether_its_letters_are_joined_or_not(tmp_path):
    with open_library(tmp_path / "library") as library:
        library.pages.save(make_page(["oil"]))
        library.notes.add(make_note("Le cœur de la STRASSE"))

        found = [library.count(parse_query(one)) for one in ("coeur", "cœur", "straße", "coeu")]

    assert found == [1, 1, 1, 0]


def test_many_pairs_of_letters_are_few_ways_to_write_them():
    assert spellings("lamp") == ("lamp",)
    assert spellings("Cœur") == ("cœur", "coeur")
    assert spellings("strasse") == ("strasse", "straße")
    assert len(spellings("ss " * 30)) == 2
