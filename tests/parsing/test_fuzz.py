from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from talkreader.domain.page import Form, RawPage
from tests.perf.fuzz_parsing import Maker, corpus, failure, interrupt

STAMP = "10:00, 4 May 2023 (UTC)"
KNOWN = [
    # crashed or took quadratic time once
    (Form.HTML, "<div>" * 5000),
    (Form.HTML, "<table><tr><td>" * 3000),
    (Form.HTML, '<b><a href="x">' * 3000),
    (Form.WIKITEXT, "{{" * 2400 + "}}" * 1200),
    (Form.WIKITEXT, "{{x|" + "{{{" * 3000 + "}}}" * 3000 + "}}"),
    (Form.WIKITEXT, "<style>" * 6000),
    (Form.WIKITEXT, "三010年1月1日0:00(U)"),
    (Form.PLAINTEXT, "İİİİtalk7:19 3May2023(C)"),
    (Form.PLAINTEXT, f"A {'~' * 40_000}x A {STAMP}"),
    (Form.PLAINTEXT, f"a{' ' * 40_000}b A (talk) {STAMP}"),
    (
        Form.HTML,
        "-<f>م2021年9月8日0:00(CS)\n<e>5:20 1أكتوبر2019(ت ع م)<h2><n>2021年9月7日3:12(C)<table >",
    ),
    (Form.WIKITEXT, "[[User:b]]8:32,5Janar2020(C) \n[[User:M]]2:01 3Novembe2020(C)"),
    (Form.WIKITEXT, "[[User:A" + ":" * 40_000 + " [[b]] " + STAMP),
    (Form.WIKITEXT, "* [http:" + "/" * 40_000 + " [[User:A]] " + STAMP),
    (Form.WIKITEXT, "* http:" + "/" * 40_000 + " [[User:A]] " + STAMP),
    (Form.WIKITEXT, "[http://y " + "ur" * 11_000 + "] [[User:A]] " + STAMP),
    (Form.WIKITEXT, "[[http://?title=User_talk:2&;d2025年1月5日(三)8:00(C)"),
    (Form.WIKITEXT, "<span></span>&nbsp<i ></i>; " + STAMP),
    (Form.WIKITEXT, "http://''[[:'' " + STAMP),
    (Form.WIKITEXT, "{{a|" * 20 + "<div>" * 2800 + "}}" * 20),
    (Form.WIKITEXT, "{{a|{{b}}" + "<a " * 6000 + "}}"),
    (Form.PLAINTEXT, f"Contents\n{'-{' * 10_000}a\n\na\nA (talk) {STAMP}"),
    # the like, which never did
    (Form.WIKITEXT, "{{a|{{b}}" + "[http://a " * 1700 + "}}"),
    (Form.WIKITEXT, "{{a|{{b}}" + "<a b='x'><a b='>" * 250 + "}}"),
    (Form.WIKITEXT, "* http://" + "a//b" * 10_000 + " [[User:A]] " + STAMP),
    (Form.HTML, "<ul><li>" * 5000),
    (Form.HTML, "<a " * 15_000),
    (Form.WIKITEXT, "{" * 25_000),
    (Form.WIKITEXT, "[[" * 2400 + "]]" * 1200),
    (Form.WIKITEXT, "[[File:a|" * 5000),
    (Form.WIKITEXT, "[http://a " * 5000),
    (Form.WIKITEXT, "-{zh-hans:" * 4000),
    (Form.WIKITEXT, "{{unsigned|" * 4000),
    (Form.WIKITEXT, "<!--" * 10_000),
    (Form.WIKITEXT, "<nowiki>" * 5000),
    (Form.WIKITEXT, "<ref name=" * 5000),
    (Form.WIKITEXT, "{|\n|" * 8000),
    (Form.WIKITEXT, "'" * 40_000),
    (Form.WIKITEXT, ";" + "a:" * 20_000),
    (Form.WIKITEXT, "=" * 40_000),
    (Form.WIKITEXT, f"[[User:A]] {STAMP} " * 1000),
    (Form.PLAINTEXT, f"A (talk) {STAMP} " * 1300),
    (Form.PLAINTEXT, "[edit]" * 8000),
    (Form.PLAINTEXT, f"a{'-' * 40_000} A (talk) {STAMP}"),
    (Form.PLAINTEXT, "a\n" * 20_000),
    (Form.MARKDOWN, "[" * 3000),
    (Form.MARKDOWN, "[a](" * 2000),
    (Form.MARKDOWN, "> " * 3000 + "a"),
    (Form.MARKDOWN, "|a" * 3000 + "\n" + "|-" * 3000),
    (Form.MARKDOWN, "***a** " * 2000),
    (Form.MARKDOWN, "<div>\n\n" * 2000),
]


@pytest.fixture(autouse=True)
def _interrupted() -> Iterator[None]:
    """Let a page that takes too long be interrupted, as the runner does."""
    before = signal.signal(signal.SIGPROF, interrupt)
    yield
    signal.signal(signal.SIGPROF, before)


def test_a_letter_that_folds_to_two_is_no_trouble_in_any_language() -> None:
    page = RawPage(Form.PLAINTEXT, "İİİİtalk7:19 3May2023(C)", title="User talk:A", language="ar")

    assert failure(page) == ""


@pytest.mark.parametrize(("form", "text"), KNOWN)
def test_a_page_that_is_all_brackets_is_read_at_once_and_loses_nothing(
    form: Form, text: str
) -> None:
    assert failure(RawPage(form, text, title="Talk:Lighthouse", language="en")) == ""


@pytest.mark.parametrize("language", ["en", "zh", "lzh", ""])
@pytest.mark.parametrize("form", list(Form))
def test_mutated_pages_are_read_and_lose_nothing(form: Form, language: str) -> None:
    maker = Maker(corpus(shared=None))

    for number in range(40):
        text = maker.make(number).text
        raw = RawPage(form, text, title="Talk:Lighthouse", language=language)
        assert failure(raw) == "", f"input {number}"
