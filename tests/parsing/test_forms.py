"""One page in the forms that a real MediaWiki gives it: each is the same discussion."""

from __future__ import annotations

from pathlib import Path

import pytest

from talkreader import archives
from talkreader.archives import Hints
from talkreader.domain.thread import Evidence, ParsedPage
from talkreader.parsing import parse

PAGES = {"seed-en": "en", "zh": "zh"}
FORMS = [
    "api-exportnowrap.xml",
    "api-parse-fv1.json",
    "api-parse-fv2.json",
    "api-query-export.json",
    "api-query-fv1.json",
    "api-query-fv2.json",
    "api-query-jsonfm.html",
    "api-query-noslots-fv1.json",
    "api-query.xml",
    "minerva-desktop.html",
    "minerva-mobile.html",
    "monobook.html",
    "parsoid-rest.html",
    "printable.html",
    "render.html",
    "rest-source.json",
    "rest-with_html.json",
    "special-export-current.xml",
    "special-export-history.xml",
    "timeless.html",
    "vector-2022.html",
    "vector-legacy.html",
]


def opened(path: Path, language: str) -> ParsedPage:
    (raw,) = archives.open_archive(path, hints=Hints(language=language)).pages()
    return parse(raw)


def facts(page: ParsedPage) -> list[object]:
    """Who said it, when, under which heading, answering whom, how deep."""
    return [
        (c.author, c.timestamp, page.sections[c.section].heading, c.parent, c.level)
        for c in page.comments
    ]


def words(page: ParsedPage) -> list[str]:
    return ["".join(comment.body.text.split()) for comment in page.comments]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("page", PAGES)
def test_every_form_of_a_page_is_the_same_discussion(shared: Path, page: str, form: str) -> None:
    folder = shared / "samples" / "mediawiki-1.39" / page

    source = opened(folder / "raw.wiki", PAGES[page])
    other = opened(folder / form, PAGES[page])

    assert facts(other) == facts(source)
    assert len(source.comments) >= 13


@pytest.mark.parametrize("form", FORMS)
def test_bodies_are_the_same_words_in_every_form(shared: Path, form: str) -> None:
    # on the page "zh" the wiki had no template "Ping", so its rendered forms show a red link
    folder = shared / "samples" / "mediawiki-1.39" / "seed-en"

    assert words(opened(folder / form, "en")) == words(opened(folder / "raw.wiki", "en"))


@pytest.mark.parametrize("page", PAGES)
def test_markdown_that_pandoc_made_is_the_same_people_at_the_same_minutes(
    shared: Path, page: str
) -> None:
    folder = shared / "samples" / "mediawiki-1.39" / page

    source = opened(folder / "raw.wiki", PAGES[page])
    copy = opened(folder / "render.pandoc-gfm.md", PAGES[page])

    # pandoc has no marks for MediaWiki's indentation: who answers whom is inferred
    assert [said[:3] for said in facts(copy)] == [said[:3] for said in facts(source)]
    assert {comment.level_evidence for comment in copy.comments} == {Evidence.INFERRED}
