"""Words with where they come from."""

from __future__ import annotations

import json

from talkreader.exporting import QuotationStyle, Source, quotation

TEA = Source("teawiki", "Talk:Tea", section="Leaves")
POT = Source("teawiki", "Talk:Pot")


def test_words_are_quoted_before_their_source():
    assert quotation([("Warm it first.", TEA)], QuotationStyle.TEXT) == (
        "“Warm it first.”\n— section “Leaves”, Talk:Tea, teawiki"
    )


def test_a_source_without_words_is_a_citation():
    assert quotation([("  ", POT)], QuotationStyle.TEXT) == "Talk:Pot, teawiki"
    assert quotation([("", POT)], QuotationStyle.MARKDOWN) == "Talk:Pot, teawiki"


def test_markdown_quotes_every_line_and_its_signs_stay_signs():
    text = quotation([("one *star*\ntwo", POT)], QuotationStyle.MARKDOWN)

    assert text == "> one \\*star\\*\n>\n> two\n>\n> — Talk:Pot, teawiki"


def test_a_source_cited_twice_is_one_reference():
    cited = [("one", TEA), ("two", POT), ("three", TEA)]

    assert quotation(cited, QuotationStyle.BIBTEX).count("@misc{") == 2
    items = json.loads(quotation(cited, QuotationStyle.CSL_JSON))
    assert [item["title"] for item in items] == ["Leaves", "Talk:Pot"]
