from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.body import Body, Span
from talkreader.domain.thread import Comment, Evidence, Prose, Section, Signature
from talkreader.exporting import ENGLISH, FormatId, export_bilingual, formats
from talkreader.exporting.two_languages import lines_of

TEXT = "Hello all.\nThe pier is closed. <Do not> come.\n码头关闭了。\nBye & thanks"


class Page:
    """A page of one comment, of which one sentence is translated in it and one by the memory."""

    def __init__(self, text: str = TEXT) -> None:
        day = datetime(2024, 5, 1, 10, tzinfo=UTC)
        signature = Signature("Ada", day, "1 May 2024", Span(0, 0))
        body = Body(text)
        self.sections = (
            Section(0, None, 0, None, Span(0, 0)),
            Section(1, "Pier", 2, None, Span(0, 0)),
        )
        self.comments = (
            Comment(0, 1, None, 1, Evidence.MARKUP, (signature,), body, Span(0, len(text))),
        )
        self.prose = ()
        self.pairs = (
            Pair(
                self.segment("The pier is closed.", "en"),
                self.segment("码头关闭了。", "zh-hans"),
                PairOrigin.SAME_POST,
                0.5,
            ),
            Pair(
                self.segment("<Do not> come.", "en"),
                Segment(None, 0, 4, "zh-hant", "請勿來。"),
                PairOrigin.MEMORY,
                0.87,
            ),
        )

    def segment(self, words: str, language: str) -> Segment:
        start = self.comments[0].body.text.index(words)
        return Segment(0, start, start + len(words), language, words)


def test_every_word_stands_in_one_line_and_translations_beside_theirs() -> None:
    page = Page()

    lines = lines_of(page.comments[0].body.text, 0, page.pairs)

    assert [(line.text, line.translation) for line in lines] == [
        ("Hello all.", ""),
        ("The pier is closed.", "码头关闭了。"),
        ("<Do not> come.", "請勿來。"),
        ("Bye & thanks", ""),
    ]


def test_a_table_says_of_each_translation_where_it_comes_from() -> None:
    text = export_bilingual(Page(), FormatId.CSV)

    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert [(row["source"], row["target"], row["origin"], row["score"]) for row in rows[1:3]] == [
        ("The pier is closed.", "码头关闭了。", "same-post", "0.5"),
        ("<Do not> come.", "請勿來。", "memory", "0.87"),
    ]
    assert rows[1]["target_language"] == "zh-hans"
    assert {row["author"] for row in rows} == {"Ada"}


def test_a_report_escapes_the_words_and_names_their_languages() -> None:
    text = export_bilingual(Page(), FormatId.HTML, "Talk:Pier")

    assert isinstance(text, str)
    assert "&lt;Do not&gt; come." in text
    assert '<span lang="zh-Hant">請勿來。</span>' in text
    assert "memory 87%" in text
    assert "<h2>Pier</h2>" in text


def test_a_text_document_is_a_sound_archive_with_all_words() -> None:
    data = export_bilingual(Page(), FormatId.ODT, "Talk:Pier", ENGLISH)

    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        tree = etree.fromstring(archive.read("content.xml"))
        for name in ("meta.xml", "META-INF/manifest.xml"):
            etree.fromstring(archive.read(name))
    words = "".join(tree.itertext())
    for text in ("The pier is closed.", "码头关闭了。", "<Do not> come.", "Bye & thanks", "Ada"):
        assert text in words


@given(st.text(max_size=60))
def test_any_text_makes_a_document_that_can_be_read(text: str) -> None:
    data = export_bilingual(Page(f"{TEXT}\n{text}"), FormatId.ODT)

    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        etree.fromstring(archive.read("content.xml"))


def test_only_some_formats_hold_two_languages() -> None:
    able = {form.id for form in formats() if form.bilingual}

    assert able == {FormatId.CSV, FormatId.HTML, FormatId.ODT}
    with pytest.raises(ValueError, match="two languages"):
        export_bilingual(Page(), FormatId.MARKDOWN)


@pytest.mark.parametrize("form", [FormatId.HTML, FormatId.CSV])
def test_a_draft_says_which_machine_made_it(form: FormatId) -> None:
    page = Page()
    page.pairs = (replace(page.pairs[1], origin=PairOrigin.MACHINE, machine="Argos en→zh 1.0"),)

    written = export_bilingual(page, form)

    assert isinstance(written, str)
    assert "Argos en→zh 1.0" in written
    assert ("[machine · Argos" in written) == (form is FormatId.HTML)


@pytest.mark.parametrize("form", [FormatId.HTML, FormatId.CSV, FormatId.ODT])
def test_text_without_a_signature_is_written_with_its_translation(form: FormatId) -> None:
    page = Page()
    lead = "The quay is new. Nobody knows why."
    page.prose = (Prose(1, Body(lead), Span(0, 0)),)
    page.pairs = (
        *page.pairs,
        Pair(
            Segment(None, 0, 16, "en", "The quay is new.", 0),
            Segment(None, 0, 6, "zh-hans", "码头是新的。"),
            PairOrigin.PERSON,
            1.0,
        ),
    )

    data = export_bilingual(page, form)

    if isinstance(data, bytes):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = "\n".join(etree.fromstring(archive.read("content.xml")).itertext())
    places = [data.index(words) for words in ("The quay is new.", "码头是新的。", "Nobody knows")]
    assert places == sorted(places)
    assert ("text without a signature" in data) == (form is not FormatId.CSV)
