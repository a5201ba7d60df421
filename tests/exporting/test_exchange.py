"""Translations out and in again, and those of other programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage import factory

from talkreader.domain.errors import ExportError
from talkreader.domain.incoming import Reason, Refused
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
    assert translations_from(translations_to_tmx([UNIT]), NOW).items == (UNIT,)


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
    (unit,) = translations_from(translations_to_xliff([UNIT]), NOW).items

    assert (unit.id, unit.source, unit.target) == (UNIT.id, UNIT.source, UNIT.target)
    assert (unit.source_language, unit.target_language) == ("en", "zh-hans")
    assert unit.origin is TranslationOrigin.IMPORTED


def test_the_memory_of_another_program_comes_in_as_imported():
    incoming = translations_from(OTHER_TMX, NOW)
    (unit,) = incoming.items

    # what stands in bpt and ept is code of another format, and none of the words
    assert (unit.source, unit.target) == ("A big tea", "大茶")
    assert (unit.source_language, unit.target_language) == ("en", "zh-hant")
    assert incoming.refused == (Refused(2, Reason.NO_WORDS, "Nothing yet"),)
    assert unit.origin is TranslationOrigin.IMPORTED
    assert unit.created == NOW
    assert translations_from(OTHER_TMX, NOW).items[0].id == unit.id


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
        units = translations_from(data, NOW).items
    except ExportError:
        units = []

    assert all("secret" not in unit.source for unit in units)


words = st.text(st.characters(codec="utf-8"), min_size=1).filter(
    lambda text: text.strip() and all(sign >= " " and sign not in "\ufffe\uffff" for sign in text)
)


@given(words, words)
def test_any_words_come_back(source: str, target: str):
    unit = replace(UNIT, source=source, target=target)

    assert translations_from(translations_to_tmx([unit]), NOW).items == (unit,)
    (other,) = translations_from(translations_to_xliff([unit]), NOW).items
    assert (other.source, other.target) == (source, target)


def test_units_of_both_directions_keep_their_direction():
    other = replace(
        UNIT, id="7" * 8 + UNIT.id[8:], source="茶", target="Tea",
        source_language="zh-hans", target_language="en",
    )  # fmt: skip

    assert translations_from(translations_to_tmx([UNIT, other]), NOW).items == (UNIT, other)


def test_a_unit_in_three_languages_gives_two_of_their_own_identity():
    data = b"""<tmx version="1.4"><header srclang="en"/><body>
    <tu tuid="0f6b1f5e-7a7b-4c7e-9d8a-1b2c3d4e5f60"><tuv xml:lang="en"><seg>Tea</seg></tuv>
    <tuv xml:lang="zh-CN"><seg>\xe8\x8c\xb6</seg></tuv><tuv xml:lang="de"><seg>Tee</seg></tuv></tu>
    <tu><tuv xml:lang="en"><seg>Alone</seg></tuv></tu></body></tmx>"""

    incoming = translations_from(data, NOW)

    assert [unit.target for unit in incoming.items] == ["茶", "Tee"]
    assert len({unit.id for unit in incoming.items}) == 2
    assert incoming.refused == (Refused(2, Reason.ONE_LANGUAGE, "Alone"),)


def test_xliff_2_is_read():
    data = """<?xml version="1.0"?>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh-TW">
    <file id="f"><unit id="1"><segment><source>A <pc id="1">big</pc> tea</source>
    <target>大茶</target></segment></unit></file></xliff>"""

    (unit,) = translations_from(data.encode(), NOW).items

    assert (unit.source, unit.target) == ("A big tea", "大茶")
    assert (unit.source_language, unit.target_language) == ("en", "zh-hant")


def test_the_header_has_what_tmx_asks_for_and_segments_hold_no_inline_markup():
    root = etree.fromstring(translations_to_tmx([UNIT]))
    header = root.find("header")

    # TMX 1.4b, 4.3: the required attributes; level 2 adds inline markup, and our texts have none
    needed = {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    assert root.get("version") == "1.4"
    assert needed <= set(header.attrib)
    assert header.get("segtype") == "sentence"
    assert all(len(seg) == 0 for seg in root.iter("seg"))
    assert [len(list(unit.iter("tuv"))) for unit in root.iter("tu")] == [2]
