"""An answer of the API that breaks off or is broken gives the pages that are whole."""

from __future__ import annotations

import json
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.archives import open_bytes
from talkreader.archives.answers.jsonsalvage import closed
from talkreader.domain.errors import DamagedArchive
from talkreader.domain.page import CUT_SHORT

from .build import WIKITEXT
from .test_xmldump import read_to_the_end

TEXTS = {f"Talk:Side {n}": f"{WIKITEXT}{n} “å” \\ \U0001f600 \n" * 3 for n in range(4)}


def query(form: int) -> bytes:
    """An answer with four pages, as formatversion 1 or 2 writes it."""
    pages = [
        {
            "pageid": n + 1,
            "ns": 1,
            "title": title,
            "revisions": [{"revid": 9, "slots": {"main": {"*" if form == 1 else "content": text}}}],
        }
        for n, (title, text) in enumerate(TEXTS.items())
    ]
    held = {str(page["pageid"]): page for page in pages} if form == 1 else pages
    return json.dumps(
        {"batchcomplete": True, "query": {"pages": held}}, ensure_ascii=form == 1
    ).encode()


@given(form=st.sampled_from([1, 2]), place=st.integers(200, 10**5))
def test_an_answer_that_is_cut_off_gives_its_whole_pages(form: int, place: int) -> None:
    data = query(form)
    place = 200 + place % (len(data) - 200)
    ends = [len(data[:place].split(mark)) - 1 for mark in (b"]}, ", b"]}]}", b"]}}}")]

    found, _, said = read_to_the_end(data[:place], "answer.json")

    whole = {one.title: one.text for one in found if CUT_SHORT not in one.warnings}
    assert len(whole) >= sum(ends)
    assert whole.items() <= TEXTS.items()
    for one in found[len(whole) :]:  # one at most, the last
        assert TEXTS[one.title].startswith(one.text)
        assert one is found[-1]
    assert "cut off or broken JSON" in said
    assert not found or f"pages kept: {len(found)}" in said


@pytest.mark.parametrize("form", [1, 2])
def test_an_answer_that_is_broken_in_one_page_gives_the_others(form: int) -> None:
    data = query(form)
    place = data.index(b'"Talk:Side 1"') + 150

    found, _, said = read_to_the_end(data[:place] + b'"\0}' + data[place:], "answer.json")

    assert [one.title for one in found] == ["Talk:Side 0", "Talk:Side 2", "Talk:Side 3"]
    assert "pages kept: 3" in said


def test_a_parsed_page_that_is_cut_off_gives_its_beginning_and_says_so() -> None:
    html = '<div class="mw-parser-output"><h2>Lamp</h2>' + "<p>Does it burn?</p>" * 40 + "</div>"
    data = json.dumps({"parse": {"title": "Talk:Lamp", "pageid": 3, "text": html}}).encode()

    (page,), _, said = read_to_the_end(data[:500], "answer.json")

    assert (page.title, page.warnings) == ("Talk:Lamp", (CUT_SHORT,))
    assert html.startswith(page.text)
    assert "pages kept: 1" in said


@pytest.mark.parametrize(
    "data", [b'{"query": {"pages": [{"pa', b'{"parse": {"title": "Talk:Lamp", ', b'{"query": nul']
)
def test_an_answer_that_is_cut_off_before_a_text_is_called_damaged(data: bytes) -> None:
    with pytest.raises(DamagedArchive, match="save the answer again"):
        list(open_bytes(data, "answer.json").pages())


def test_an_answer_in_xml_that_is_cut_off_gives_its_whole_pages_and_the_beginning_of_one() -> None:
    pages = "".join(
        f'<page pageid="{n}" ns="1" title="{title}"><revisions><rev revid="9"><slots>'
        f'<slot contentmodel="wikitext" role="main" xml:space="preserve">{escape(text)}</slot>'
        "</slots></rev></revisions></page>"
        for n, (title, text) in enumerate(TEXTS.items())
    )
    data = f'<?xml version="1.0"?><api batchcomplete=""><query><pages>{pages}</pages></query></api>'
    place = data.index("Talk:Side 2") + 400

    found, _, said = read_to_the_end(data[:place].encode(), "answer.xml")

    assert [one.text for one in found[:2]] == list(TEXTS.values())[:2]
    assert found[1].warnings == ()
    assert TEXTS["Talk:Side 2"].startswith(found[2].text)
    assert found[2].warnings == (CUT_SHORT,)
    assert "pages kept: 3" in said


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner),
)


@given(
    value=st.lists(JSON, min_size=1),
    place=st.integers(1, 10**4),
    plain=st.booleans(),
)
def test_what_is_closed_is_the_beginning_of_what_was_there(
    value: list[object], place: int, plain: bool
) -> None:
    text = json.dumps(value, ensure_ascii=plain)
    text = text[: 1 + place % (len(text) - 1)]

    found = closed(text)

    whole = sum(
        json.dumps(value[: n + 1], ensure_ascii=plain)[:-1] + "," in text for n in range(len(value))
    )
    if found is None:
        assert whole == 0
    else:
        assert isinstance(found.value, list)
        assert found.value[:whole] == value[:whole]
        assert len(found.value) <= whole + 1
