"""A page without detail is the same discussion: text, people, times, levels, spans."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from talkreader.archives import open_archive
from talkreader.domain.errors import TalkreaderError
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.parsing.blocks.blocks import holds_pair
from talkreader.parsing.language.links import link_target
from talkreader.parsing.language.names import UserLinks
from talkreader.parsing.wikitext.mask import mask
from tests.perf.fuzz_parsing import ATOMS, ROOT, difference
from tests.perf.make_dump import PageMaker

STAMP = "10:00, 4 May 2023 (UTC)"
PIECES = [
    "words ", "it's ", " ", "[[Page]]", "[[ Page ]]", "[[Page|label]]s", "[[Page|''label'']]",
    "[[Page|]]", "[[Page#part]]", "[[#part]]", "[[:de:Seite]]", "[[Category:A]]", "[[fr:Page]]",
    "[[WP:ABC]]", "[[File:A.png|thumb|words]]", "[[User:Ana]]", "[[User:Ana|'''Ana''']]",
    "[[User:Ana|Ana]] ([[User talk:Ana|talk]]) ", "([[Benutzer:Bo|Bo]]) ", "[[User:Ana/page|A]]",
    "<sup>[[User talk:Ana|t]]</sup> ", "<span style='x'>[[User:Ana|A]]", "</span>", "<small>",
    "</small>", "<br>", "<ref>a</ref>", "{{ping|Bo}}", "{{tq|words}}", "{{User:Ana/sig}} ",
    "{{unsigned|Bo|" + STAMP + "}}", "https://example.org/wiki/User:Ana ",
    "[https://example.org/wiki/User:Ana Ana] ", "[mailto:a@b c]", "R&D", "&nbsp;",
    "-{zh-hans:A;zh-hant:B}-", "__TOC__", "M''", "'''''", "[", STAMP, STAMP + "\n",
    "2023年5月4日 (四) 10:00 (UTC)\n", "\n", "\n\n", "\n:", "\n::", "\n*", "\n#",
    "\n== Heading ==\n", "\n; term : words\n", "\n----\n", "维基 ",
    "[https://example.org words] ", "[https://example.org] ", "[https://example.org/a%20b a]",
    "[https://example.org <b>a</b>]", "https://example.org/a?b=c&amp;d ", "<code>a[0]</code> ",
    "<span title='x'>a</span>", "<span\n title='x'>", "<u>", "</u>", "<div class='x'>", "</div>",
    "&#91;", "&#39;",
    "{{u|Bo}}", "{{{1}}}", "[[User:Ana|<span>A</span>]]", "'''[[User:Ana]]'''", "[[Page|it's]]",
    "\n{|\n| a\n|}\n", "\n\n== H ==\n", "<nowiki>[[a]]</nowiki>", "<q>", "</q>",
    "\n{{Requested move|New  name | as it is}}\n", "\n{{Talk header}} \n", "{{outdent}} ",
    "\n:{{od|::}}words ", "\n{{outdent}}\n", "\n{{quote|1=words}}\n", "\n{{Box|it's ''so''}}\n",
    "\n{{Box|a=b|http://a?b=c|//d}}\n", "\n{{archive top|words}}\n", "[[Page a|b c]]d ",
]  # fmt: skip


def disagreement(raw: RawPage) -> str:
    return difference(parse(raw), parse(raw, detail=False))


@given(st.lists(st.sampled_from([*PIECES, *PIECES, *ATOMS]), max_size=40).map("".join))
@example(f"[''[ [[User:Ana]] {STAMP}")
@example(f"[[[Page]] [[User:Ana]] {STAMP}")
@example(f"words {{{{User:Ana/sig}}}} {STAMP}")
@example("{{User:Ana/thanks}}2")
@example(f"'[[Page|'label]] [[User:Ana]] {STAMP}")
@example(f"words <small>{{{{User:Ana/sig}}}}</small> {STAMP}")
@example(f"word <small> [[User:Ana]]</small> {STAMP}")
@example("{{Box|it's ''so''|R&amp;D}}")
@example(f"''[[Page]] [[User:Ana]]'' {STAMP}")
@example(f"Fixed by [https://example.org/?a=b]. [[User:Ana]] {STAMP}")
@example(f"<div>[https://example.org/a%20b <b>words</b>]</div> [[User:Ana]] {STAMP}")
@example(f"words [[User:Bo]] {{{{User:Ana/sig}}}} {STAMP}")
@example(f"{{{{{{1}}}}}} [https://a.org/b:c {{{{u|Bo}}}} d] [[User:Ana]] {STAMP}")
@example(f":words [[User:Ana]] {STAMP} [[#x]] {STAMP}\n:again [[User:Ana]] {STAMP}")
@example(f"words <sup>[[User:Ana|A]]</sup> {{{{tq|words}}}}\n\n::[[User:Bo]] {STAMP}" * 2)
@example(f"''words [[User:Bo|Bo'']] ''and'' [[User:Ana|''Ana'']] {STAMP}")
@example(f"a ''b [[User:Ana|A<br>'']] {STAMP}")
@example(
    f"{{{{Box|a}}}}\n{{{{Talk header}}}}\nit\n{{{{Box|b}}}}\n\n{{{{Box}}}}}}}} [[User:Ana]] {STAMP}"
)
@example(
    f":words [[User:Ana]] {STAMP}\n{{{{outdent}}}} words\nmore\n:{{{{od}}}}\n[[User:Bo]] {STAMP}"
)
@example(f"words [[User:Ana]] ([[User talk:Ana|t]])(t) {STAMP} 00:00, 10 July 2022 (UTC)")
@example(f"words (UTC) [[User:Ana]] (CST) {STAMP}")
@example(f"<small>words [[User:Ana|Ana]] {STAMP}</small>\n:more [http://a.org] and [http://b.org]")
@example(f"<q>[[User:Bo|B]] {STAMP}</q> words {{{{unsigned|Bo|{STAMP}}}}}\n[[User:Ana|A]] {STAMP}")
@example(f"[[Page|http://example.org/wiki/User:Bo]] and [[_|x]] [[Page?action=edit|y]] {STAMP}")
@example("=<r [[:>")
@example(f"words <span title=[[User:Bo|Bo]]>Ana</span> [[User:Ana]] {STAMP}")
@example("a. [[User:Ana|A]]-<big> [[User talk:Ana| t]] </big> ")
@example(
    f"words [[User:Ana|Ana]] ([[User talk:Ana|talk]]) {STAMP}\n\n"
    f"[[User:Bo|Bo]], [[User:Ana|Ana]] ([[User talk:Ana|talk]]) {STAMP}\n\n"
    f"'[[User:Ana|Ana]] ([[User talk:Ana|talk]]) {STAMP}\n\n"
    f"<b>[[User:Ana|Ana]] ([[User talk:Ana|talk]]) {STAMP}</b>"
)
@example(f"a [[Special:MyLanguage/A|b]] [[Special:Contributions/Bo|Bo]] (c) {STAMP}\n\n[[User:Bo]]")
@example(
    f"[https://a.org/wiki/Special:MyLanguage/User:Bo (b)] https://a.org/wiki/Special:X {STAMP}"
)
@example(f"[https://a.org/wiki/Special:Contributions/Bo (b)] {STAMP}\n\n[[Special:X#y|z]] {STAMP}")
@example(f"[[User:Bo|<b>B</b><i>{'o' * 200}</i>]]&nbsp;<sup>[[User talk:Bo|t]]</sup> {STAMP}")
@example("a  <br>b\n== c\u2028==\n==\u3000 d==")
@example(f"a <br> <u>b</u>&#32; ''c'' [[Category:A]] [http://a.org] [[User:Ana|A]] {STAMP}")
@example(f"'''a''' <u>b [[User:Ana|A]] {STAMP}\n:''a'' </u> [[Page|b]]s [[User:Ana|A]] {STAMP}")
@example("a\n== b ==\n=== ==\n==  ==\n==c===\n=======d=======\n== '''e''' ==\n<b>\n==f== \n</b>")
def test_a_page_without_detail_says_the_same(text: str) -> None:
    for form in Form:
        assert not disagreement(RawPage(form, text, title="User talk:Ana", language="en"))


def test_generated_pages_say_the_same_without_detail() -> None:
    maker = PageMaker(11).pages()
    for _ in range(40):
        page = next(maker)
        raw = RawPage(Form.WIKITEXT, page.text, title=page.title, language="en")
        assert not disagreement(raw)


def test_the_body_of_a_page_without_detail_is_text_alone() -> None:
    raw = RawPage(Form.WIKITEXT, f"Hello '''you'''. [[User:Ana|Ana]] {STAMP}")
    body = parse(raw, detail=False).comments[0].body
    assert (body.text, body.blocks, body.marks) == ("Hello you.", (), ())


def test_seeds_say_the_same_without_detail() -> None:
    for path in sorted((ROOT / "seeds").iterdir()):
        for raw in open_archive(path).pages():
            assert not disagreement(raw), path.name


@pytest.mark.parametrize("folder", ["conformance", "samples"])
def test_real_pages_say_the_same_without_detail(shared: Path, folder: str) -> None:
    seen = 0
    for path in sorted((shared / folder).rglob("*")):
        if path.suffix not in {".wikitext", ".wiki", ".html", ".txt"}:
            continue
        if path.stat().st_size > 200_000:  # the largest say what the others say, for minutes
            continue
        try:
            for raw in open_archive(path).pages():
                assert not disagreement(raw), path.name
                seen += 1
        except TalkreaderError:
            continue  # not a discussion
    assert seen


def test_a_signature_met_before_is_read_alike_where_no_further_tag_can_open() -> None:
    sign = f"[[User:Matma Rex|Matma Rex]] ([[User talk:Matma Rex|talk]]) {STAMP}"
    quoted = f"*<q>'''[[User:Bo]]''' {STAMP}</q>. {sign}"

    for text in (f"words {sign}", "<l><m>" * 120 + "\n" + quoted):
        assert disagreement(RawPage(Form.WIKITEXT, text, language="en")) == ""


def test_a_zone_whose_bracket_closes_behind_the_last_link_is_seen_alike() -> None:
    text = (
        "2018年0月3日(二)0:50(U)\n"
        "*[[User:z]]<small></small>2018年0月3日(二)1:36(U]]） 2021年9月20日(一)10:00(UTC)"
    )

    assert disagreement(RawPage(Form.WIKITEXT, text, language="de")) == ""


MASKED = [
    "a", "\u7ef4", "\n", "\n", "\ue000", "\ue1ff", "<!--", "-->", "<nowiki>", "</nowiki>", "<pre>",
    "<pre\n>", "</pre\n>", "<ref>", "</ref>", "<ref/>", "<poem>", "</poem>", "{{", "}}",
    "[[a|\nb]]", "''", "<nowiki/>",
]  # fmt: skip


@given(st.lists(st.sampled_from(MASKED), max_size=20).map("".join))
@example("a\n<pre\n>b</pre\n>c\n{{d\n<!--e\n-->}}\n<ref>f</ref>")
def test_each_line_with_masked_characters_has_a_place(text: str) -> None:
    masked, places = mask(text)
    begin = 0
    for line in masked.split("\n"):
        end = begin + len(line)
        private = any("\ue000" <= char <= "\ue1ff" for char in line)
        assert private == any(begin <= place < end for place in places)
        begin = end + 1
    assert places == sorted(places)


@given(st.text(alphabet="-{_a", max_size=8), st.integers(0, 120), st.text(alphabet="-{_a"))
@example("{", 0, "-")
def test_two_signs_side_by_side_are_found(before: str, times: int, behind: str) -> None:
    text = before * times + behind
    for pair, rarer in (("__", 0), ("-{", 1), ("-{", 0)):
        assert holds_pair(text, pair, rarer) == (pair in text)


ADDRESSES = [
    "https://", "http://", "//", "a.org", "/wiki/", "/w/index.php?title=", "/zh-tw/",
    "./", "&title=", "User:Ana", "User%3AAna", "User_talk:Ana", "_", "+", "%20", "#", "=", "?", "&",
    "/", "Ana", ":80",
]  # fmt: skip


@given(st.lists(st.sampled_from(ADDRESSES), max_size=8).map("".join))
@example("https://a.org/wiki/_")
@example("https://a.org/w/index.php?title=+")
def test_an_address_leads_to_whom_its_title_leads(address: str) -> None:
    title = link_target(address)
    assume("//" in address and "//" not in (title or "") and (title or "x")[0] not in "/.")
    users = UserLinks({}, "User talk:Bo")
    user = users.user_of(address)
    if title is None:  # of a wiki that keeps its pages elsewhere
        assert user is None or "User" in address
    else:
        assert user == users.user_of(title)
