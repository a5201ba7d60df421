"""References for reference managers, read back by one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from talkreader.exporting import Source, bibtex, csl_json
from talkreader.exporting.references import reference_key

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


def _read(text: str) -> dict[str, str]:
    """Return the fields of the one entry, as a reference manager understands them."""
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    (entry,) = library.entries
    return {"type": entry.entry_type, "key": entry.key} | {
        field.key: str(field.value) for field in entry.fields
    }


def test_a_bibtex_entry_says_who_when_where_and_which_copy():
    entry = _read(bibtex(SOURCE))

    assert entry == {
        "type": "misc",
        "key": "Ada-L-20200301090500",
        "author": "Ada L.",
        "title": "Leaves",
        "howpublished": "Talk:Tea, teawiki",
        "date": "2020-03-01",
        "year": "2020",
        "month": "mar",
        "day": "1",
        "url": LINK,
        "note": "2020-03-01 09:05 UTC, copy 0123456789ab",
    }


@pytest.mark.parametrize("month", range(1, 13))
def test_the_month_of_an_entry_is_one_that_bibtex_knows(month: int):
    names = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    entry = bibtex(replace(SOURCE, timestamp=datetime(2020, month, 1, tzinfo=UTC)))

    assert f"  month = {names[month - 1]}," in entry.splitlines()


def test_bibtex_takes_signs_that_tex_would_act_on_as_signs():
    entry = _read(bibtex(replace(SOURCE, author="A_b & {C}", section="100 % \\of #1 $5")))

    assert entry["author"] == "A_b & {C}"
    assert entry["title"] == "100 % \\of #1 $5"


def test_chinese_names_stay_as_they_are_and_get_a_key_of_ascii():
    source = replace(SOURCE, author="林小滿", comment="c-林小滿-20200301090500", section="關於茶")

    assert _read(bibtex(source))["author"] == "林小滿"
    assert reference_key(source) == "u6797u5c0fu6eff-20200301090500"


def test_a_csl_item_is_a_post_in_the_page_it_stands_on():
    (item,) = json.loads(csl_json([SOURCE]))

    assert item == {
        "id": "Ada-L-20200301090500",
        "type": "post",
        "title": "Leaves",
        "author": [{"literal": "Ada L."}],
        "issued": {"date-parts": [[2020, 3, 1]]},
        "container-title": "Talk:Tea",
        "publisher": "teawiki",
        "URL": LINK,
        "note": "2020-03-01 09:05 UTC, copy 0123456789ab",
    }


def test_what_is_not_known_is_no_field_and_a_lost_name_is_told():
    bare = Source("", "Talk:Tea", comment="c--")

    (item,) = json.loads(csl_json([bare]))
    assert item == {"id": "page", "type": "post", "title": "Talk:Tea", "note": "name not kept"}
    assert "author" not in _read(bibtex(bare))
    (page,) = json.loads(csl_json([Source("teawiki", "Talk:Tea")]))
    assert page["type"] == "webpage"


@pytest.mark.parametrize("name", ["c-é-1", "c-e-1"])
def test_a_key_keeps_plain_letters(name: str):
    assert reference_key(Source("", "", comment=name)) == "e-1"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_give_one_entry_that_can_be_read(author: str, section: str):
    source = replace(SOURCE, author=author or None, section=section)

    entry = _read(bibtex(source))

    assert entry["type"] == "misc"
    assert "url" not in entry or entry["url"].startswith("https://tea.example.org/")
    assert json.loads(csl_json([source]))[0]["type"] == "post"


@pytest.mark.parametrize("title", ["open {", "closed }", "} turned {", "{{ two } one", "{a} fine"])
def test_braces_of_a_title_never_end_an_entry(title: str):
    entry = bibtex(replace(SOURCE, section=title))

    depth, ends = 0, []
    for place, sign in enumerate(entry):  # as BibTeX counts them, escaped or not
        depth += (sign == "{") - (sign == "}")
        if sign == "}" and not depth:
            ends.append(place)
    assert ends == [len(entry.rstrip()) - 1]
    assert _read(entry)["title"].strip("{}").replace("{", "").replace("}", "")
