"""Every XML that is written can be read, whatever a damaged file put into the text."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from talkreader.exporting.odt import Paragraph, odt
from talkreader.exporting.xmltext import xml_text


@given(st.text(st.characters(codec=None)))
def test_whatever_a_text_holds_xml_can_hold_what_is_left(text: str):
    root = ET.Element("a")
    root.text = xml_text(text)

    read = ET.fromstring(ET.tostring(root, encoding="utf-8"))  # noqa: S314  our own

    assert len(read.text or "") <= len(text)
    assert xml_text(read.text or "") == (read.text or "")


def test_a_title_with_two_spaces_stays_words_in_a_text_document():
    with zipfile.ZipFile(BytesIO(odt("A  title\x0b", [Paragraph("words")]))) as packed:
        meta = ET.fromstring(packed.read("meta.xml"))  # noqa: S314  our own

    (title,) = (element for element in meta.iter() if element.tag.endswith("}title"))
    assert (title.text, len(title)) == ("A  title\ufffd", 0)
