"""Structured Discussions and LiquidThreads: posts kept as records become talk pages."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from talkreader.archives import open_bytes
from talkreader.archives.answers.flow import moment_of_id
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

from .build import page, revision

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def read(data: bytes) -> list[RawPage]:
    return list(open_bytes(data, "thing").pages())


def name(minute: int) -> str:
    """An id that was given at 10:MM on 4 May 2023."""
    moment = datetime(2023, 5, 4, 10, minute, tzinfo=UTC)
    number, digits = int(moment.timestamp() * 1000) << 42, ""
    while number:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits


TOPIC, FIRST, REPLY = name(0), name(1), name(2)
PAGE = (
    "== The lamp ==\n\n"
    "Is it ''lit''? [[User:Ada|Ada]] 10:01, 4 May 2023 (UTC)\n"
    ":It is. [[Special:Contributions/192.0.2.7|192.0.2.7]] 10:02, 4 May 2023 (UTC)\n"
)


def post(parent: str | None, who: str, content: str, form: str = "wikitext") -> dict[str, object]:
    return {
        "articleTitle": "Topic:X",
        "replyToId": parent,
        "creator": {"name": who},
        "content": {"content": content, "format": form, "plaintext": content},
    }


def answer(**first: object) -> bytes:
    block = {
        "title": "Talk:Lamp",
        "posts": {TOPIC: ["r0"], REPLY: ["r2"], FIRST: ["r1"]},
        "revisions": {
            "r0": post(None, "Ada", "The lamp", "topic-title-html"),
            "r1": {**post(TOPIC, "Ada", "Is it ''lit''?"), **first},
            "r2": post(FIRST, "192.0.2.7", "<p>It is.</p>", "fixed-html"),
        },
    }
    return json.dumps({"flow": {"view-topiclist": {"result": {"topiclist": block}}}}).encode()


def test_an_api_answer_gives_its_topics_and_replies() -> None:
    (found,) = read(answer())

    assert (found.title, found.text) == ("Talk:Lamp", PAGE)


def test_a_hidden_post_is_left_out_and_its_replies_stay() -> None:
    (found,) = read(answer(content={}))

    assert "lit" not in found.text
    assert "It is." in found.text


def board(title: str = "Talk:Lamp", number: str = "b1") -> str:
    def revisions(text: str, flags: str, who: str) -> str:
        return (
            f'<revisions><revision id="x" flags="utf-8,{flags}" {who}>{text}</revision></revisions>'
        )

    return (
        f'<board id="{number}" title="{title}"><topic id="{TOPIC}"><post id="{TOPIC}">'
        + revisions("The lamp", "topic-title-wikitext", 'userid="5"')
        + f'<children><post id="{FIRST}">'
        + revisions("Is it ''lit''?", "wikitext", 'username="Ada"')
        + f'<children><post id="{REPLY}">'
        + revisions("It is.", "wikitext", 'userip="192.0.2.7"')
        + "</post></children></post></children></post></topic></board>"
    )


def flow_dump(*boards: str) -> bytes:
    head = '<mediawiki xmlns="http://www.mediawiki.org/xml/flow-1.0/" version="1.0" xml:lang="en">'
    return (head + "".join(boards) + "</mediawiki>").encode()


def test_a_flow_dump_gives_its_boards() -> None:
    pages = read(flow_dump(board(), board("Talk:Oil", "b2")))

    assert [found.title for found in pages] == ["Talk:Lamp", "Talk:Oil"]
    assert pages[0].text == PAGE


def test_a_flow_dump_that_repeats_a_board_ends_there() -> None:
    assert len(read(flow_dump(board(), board(), board("Talk:Oil", "b2")))) == 1


def test_a_cut_off_flow_dump_gives_the_boards_before_the_cut() -> None:
    pages = open_bytes(flow_dump(board(), board("Talk:Oil", "b2"))[:-200], "thing").pages()

    assert next(pages).title == "Talk:Lamp"
    with pytest.raises(DamagedArchive, match="from before that place: 1"):
        next(pages)


def test_entities_that_grow_are_not_unpacked() -> None:
    bomb = b'<!DOCTYPE m [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>' + flow_dump(board("&b;"))

    with pytest.raises(NotAnArchive, match="declares a document type"):
        read(bomb)


def test_an_id_is_a_time_and_what_is_none_is_not() -> None:
    assert moment_of_id(name(30)) == datetime(2023, 5, 4, 10, 30, tzinfo=UTC)
    assert moment_of_id("not an id") is None


def lqt(*pages: str) -> bytes:
    names = {1: "Talk", 90: "Thread", 91: "Thread talk", 92: "Summary", 93: "Summary talk"}
    listed = "".join(f'<namespace key="{key}">{said}</namespace>' for key, said in names.items())
    return (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">'
        f"<siteinfo><dbname>x</dbname><namespaces>{listed}</namespaces></siteinfo>"
        f"{''.join(pages)}</mediawiki>"
    ).encode()


def test_posts_of_liquidthreads_become_one_page_with_their_threads() -> None:
    data = lqt(
        page("Thread:Talk:Lamp/1/Oil/reply", revision("It is."), namespace=90),
        page("Thread:Talk:Lamp/1/Oil", revision("Is it lit?"), namespace=90),
        page("Talk:Lamp/1", revision(""), namespace=1),
        page("Thread:Talk:Wick/Length", revision("How long?"), namespace=90),
    )

    pages = {found.title: found.text for found in read(data)}

    who = "[[User:Ida Holm|Ida Holm]] 10:40, 3 May 2020 (UTC)"
    assert pages["Thread:Talk:Lamp/1"] == f"== Oil ==\n\nIs it lit? {who}\n:It is. {who}\n"
    assert pages["Thread:Talk:Wick"] == f"== Length ==\n\nHow long? {who}\n"
    assert set(pages) == {"Talk:Lamp/1", "Thread:Talk:Lamp/1", "Thread:Talk:Wick"}


def test_namespace_90_of_another_wiki_is_left_as_it_is() -> None:
    data = lqt(page("Thread:Talk:Lamp/Oil", revision("It is."), namespace=90))
    data = data.replace(b'<namespace key="92">Summary</namespace>', b"")

    assert [found.title for found in read(data)] == ["Thread:Talk:Lamp/Oil"]
