"""Translations out and in again, and those of other programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import factory

from talkreader.domain.errors import ExportError
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.exporting import translations_from, translations_to_tmx, translations_to_xliff

NOW = datetime(2024, 1, 1, tzinfo=UTC)
UNIT = Translation(
    id="0f6b1f5e-7a7b-4c7e-9d8a-1b2c3d4e5f60",
    source="We are sorry\nfor the delay.",
    target="我们为延误道歉。<b>",
    source_language="en",
    target_language="zh-hans",
    origin=TranslationOrigin.CONFIRMED,
    created=datetime(2022, 2, 2, 3, 4, 5, tzinfo=UTC),
    modified=datetime(2022, 2, 3, 3, 4, 5, tzinfo=UTC),
    site="teawiki",
    title="Talk:Tea/茶",
    comment="c-Ada-20200301090500",
    occurrence=1,
    start=4,
    end=31,
    machine="Argos en→zh 1.0",
)
OTHER_TMX = b"""<?xml version="1.0"?>
<tmx version="1.4"><header srclang="EN-US" segtype="sentence"/><body>
<tu><tuv xml:lang="EN-US"><seg>A <bpt i="1">b</bpt>big<ept i="1">b</ept> tea</seg></tuv>
<tuv xml:lang="ZH-TW"><seg>\xe5\xa4\xa7\xe8\x8c\xb6</seg></tuv></tu>
<tu><tuv xml:lang="EN-US"><seg>Nothing yet</seg></tuv><tuv xml:lang="ZH-TW"><seg> </seg></tuv></tu>
</body></tmx>"""


def test_our_own_memory_comes_back_as_it_was():
    assert translations_from(translations_to_tmx([UNIT]), NOW) == [UNIT]


@pytest.mark.parametrize("write", [translations_to_tmx, translations_to_xliff])
def test_the_translate_toolkit_reads_what_we_write(write):
    file = BytesIO(write([UNIT, replace(UNIT, id="another", source="Tea?", target="茶？")]))
    file.name = "memory.tmx" if write is translations_to_tmx else "memory.xlf"

    store = factory.getobject(file)

    assert [(unit.source, unit.target) for unit in store.units] == [
        (UNIT.source, UNIT.target),
        ("Tea?", "茶？"),
    ]


def test_xliff_keeps_words_languages_and_identity():
    (unit,) = translations_from(translations_to_xliff([UNIT]), NOW)

    assert (unit.id, unit.source, unit.target) == (UNIT.id, UNIT.source, UNIT.target)
    assert (unit.source_language, unit.target_language) == ("en", "zh-hans")
    assert unit.origin is TranslationOrigin.IMPORTED


def test_the_memory_of_another_program_comes_in_as_imported():
    (unit,) = translations_from(OTHER_TMX, NOW)

    assert (unit.source, unit.target) == ("A bbigb tea", "大茶")
    assert (unit.source_language, unit.target_language) == ("en-us", "zh-hant")
    assert unit.origin is TranslationOrigin.IMPORTED
    assert unit.created == NOW
    assert translations_from(OTHER_TMX, NOW)[0].id == unit.id


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"<html></html>", b"<tmx>", translations_to_tmx([UNIT])[:-40]],
)
def test_what_is_no_file_of_translations_says_so(data: bytes):
    with pytest.raises(ExportError, match="translations"):
        translations_from(data, NOW)


def test_entities_of_a_hostile_file_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = f"""<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]>
    <tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a&x;</seg></tuv>
    <tuv xml:lang="zh"><seg>b</seg></tuv></tu></body></tmx>""".encode()

    try:
        units = translations_from(data, NOW)
    except ExportError:
        units = []

    assert all("secret" not in unit.source for unit in units)


words = st.text(st.characters(codec="utf-8"), min_size=1).filter(
    lambda text: text.strip() and all(sign >= " " and sign not in "\ufffe\uffff" for sign in text)
)


@given(words, words)
def test_any_words_come_back(source: str, target: str):
    unit = replace(UNIT, source=source, target=target)

    assert translations_from(translations_to_tmx([unit]), NOW) == [unit]
    (other,) = translations_from(translations_to_xliff([unit]), NOW)
    assert (other.source, other.target) == (source, target)
