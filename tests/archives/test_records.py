"""Records, one to a line: WikiConv, ConvoKit, lists of revisions."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest

from talkreader.archives import open_bytes
from talkreader.archives.answers import jsonlines
from talkreader.archives.document import Loss
from talkreader.archives.posts import Post, wikitext_of
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage


def lines(*records: dict[str, object]) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def read(data: bytes) -> list[RawPage]:
    return list(open_bytes(data, "records.jsonl").pages())


def action(number: int, kind: str = "ADDITION", **more: object) -> dict[str, object]:
    return {
        "id": f"{number}.0.0",
        "user_text": f"User {number}",
        "timestamp": f"2001-03-03T01:5{number}:00Z",
        "content": f"Words {number}.\n",
        "parent_id": None,
        "replyTo_id": None,
        "conversation_id": "1.0.0",
        "page_title": "Talk:Old bridge",
        "type": kind,
        "rev_id": number,
        **more,
    }


def test_wikiconv_answers_stand_below_what_they_answer() -> None:
    (found,) = read(lines(action(1), action(2), action(3, replyTo_id="1.0.0")))

    assert found.title == "Talk:Old bridge"
    assert found.text == (
        "Words 1. [[User:User 1|User 1]] 01:51, 3 March 2001 (UTC)\n"
        ":Words 3. [[User:User 3|User 3]] 01:53, 3 March 2001 (UTC)\n\n"
        "Words 2. [[User:User 2|User 2]] 01:52, 3 March 2001 (UTC)\n"
    )


def test_wikiconv_actions_are_folded_into_what_stood_there_in_the_end() -> None:
    (found,) = read(
        lines(
            action(1),
            action(2),
            action(3, "MODIFICATION", parent_id="1.0.0", content="Better words.\n"),
            action(4, "DELETION", parent_id="2.0.0"),
            action(5, replyTo_id="1.0.0"),
        )
    )

    assert found.text == (
        "Better words. [[User:User 1|User 1]] 01:51, 3 March 2001 (UTC)\n"
        ":Words 5. [[User:User 5|User 5]] 01:55, 3 March 2001 (UTC)\n"
    )


def test_convokit_utterances_make_a_page_of_each_conversation() -> None:
    said = {"speaker": "Ada", "conversation_id": "c1", "reply_to": None, "timestamp": 983584437}
    (found,) = read(
        lines(
            {"id": "a", "text": "First.", "meta": {"page_title": "Talk:X"}, **said},
            {
                **said,
                "id": "b",
                "text": "Second.",
                "reply_to": "a",
                "timestamp": "983584500.0",
                "meta": {"page_title": "Talk:X"},
            },
        )
    )

    assert found.title == "Talk:X"
    assert found.text == (
        "First. [[User:Ada|Ada]] 01:53, 3 March 2001 (UTC)\n"
        ":Second. [[User:Ada|Ada]] 01:55, 3 March 2001 (UTC)\n"
    )


def test_revisions_give_the_latest_text_of_each_page() -> None:
    def one(number: int, text: str) -> dict[str, object]:
        return {
            "page_title": "Talk:Y", "page_namespace": "1", "rev_id": str(number), "text": text,
            "timestamp": f"2001-02-1{number}T00:00:00Z", "user_text": "Ada", "comment": "*",
        }  # fmt: skip

    (found,) = read(lines(one(2, "new"), one(1, "old")))

    assert (found.text, found.namespace, found.revision.id) == ("new", 1, 2)


def test_lines_that_are_no_record_are_told() -> None:
    (found,) = read(lines(action(1)) + b"{broken\n")

    assert any("Line 2" in warning for warning in found.warnings)


def test_each_broken_line_is_told_with_its_number_and_pages_with_theirs() -> None:
    data = lines(action(1), action(2)) + b'{"id": \n\n' + lines(action(3, page_title="Talk:B"))
    data += b"[]\n" + lines(action(4))
    lost = list[Loss]()

    found = list(open_bytes(data, "records.jsonl").pages(lose=lost.append))

    assert [(page.title, page.origin.line) for page in found] == [
        ("Talk:Old bridge", 1),
        ("Talk:B", 5),
    ]
    assert [(loss.line, str(loss.error)) for loss in lost] == [
        (3, "This line is no JSON object and was left out"),
        (6, "This line is no JSON object and was left out"),
    ]
    assert not any("Line" in warning for page in found for warning in page.warnings)


def test_lines_of_pages_are_right_in_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonlines, "_IN_MEMORY", 2_000)
    data = lines(*(action(n % 10, page_title=f"Talk:{n}") for n in range(60)))

    found = list(open_bytes(data, "records.jsonl").pages())

    assert {page.title: page.origin.line for page in found} == {
        f"Talk:{n}": n + 1 for n in range(60)
    }


def test_a_line_that_no_record_has_is_left_out_and_the_next_one_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jsonlines, "_MAX_LINE", 300_000)
    data = lines(action(1), action(2, content="x" * 700_000), action(3, page_title="Talk:B"))
    lost = list[Loss]()

    found = list(open_bytes(data, "records.jsonl").pages(lose=lost.append))

    assert [page.title for page in found] == ["Talk:Old bridge", "Talk:B"]
    assert [loss.line for loss in lost] == [2]


def test_records_behind_a_packed_stream_that_is_damaged_are_read() -> None:
    parts = [bytearray(gzip.compress(lines(action(n, page_title=f"Talk:{n}")))) for n in range(5)]
    parts[2][len(parts[2]) // 2] ^= 0xFF
    stream = open_bytes(b"".join(parts), "records.jsonl.gz").pages(lose=(lost := []).append)
    found = []

    with pytest.raises(DamagedArchive, match="is damaged after"):
        found.extend(iter(lambda: next(stream), None))

    assert [page.title for page in found] == ["Talk:0", "Talk:1", "Talk:3", "Talk:4"]
    assert any("Bytes" in str(loss.error) for loss in lost)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_records_that_a_shell_of_windows_wrote_are_read(encoding: str) -> None:
    data = lines(*(action(n) for n in range(300)))

    (found,) = read(data.decode().replace("\n", "\r\n").encode(encoding))

    assert found.text.count("Words ") == 300


def test_nothing_but_broken_lines_is_damaged() -> None:
    with pytest.raises((DamagedArchive, NotAnArchive)):
        read(b'{"replyTo_id": \n{"x\n')


def test_a_cut_off_file_gives_what_came_before_the_cut() -> None:
    whole = gzip.compress(lines(*(action(n % 8, page_title=f"Talk:{n}") for n in range(900))), 0)
    pages = open_bytes(whole[:-3000], "records.jsonl.gz").pages()

    assert next(pages).title == "Talk:0"
    with pytest.raises(DamagedArchive, match="cut off"):
        list(pages)


def test_a_large_file_gives_the_same_pages_as_a_small_one(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [
        action(number % 8, id=f"{number}", page_title=f"Talk:P{number % 50}")
        for number in range(400)
    ]
    data = lines(*records)
    whole = {found.title: found.text for found in read(data)}
    monkeypatch.setattr(jsonlines, "_IN_MEMORY", 1000)

    parted = {found.title: found.text for found in read(data)}

    assert len(whole) == 50
    assert parted == whole


def test_posts_that_answer_in_a_circle_are_all_kept() -> None:
    moment = datetime(2001, 1, 1, tzinfo=UTC)
    posts = [Post("a", "Ada", moment, "One.", "b"), Post("b", "Bo", moment, "Two.", "a")]

    text = wikitext_of(posts)

    assert "One." in text
    assert "Two." in text


def test_headings_addresses_and_own_signatures_are_kept() -> None:
    moment = datetime(2001, 1, 1, tzinfo=UTC)
    posts = [
        Post("h", "Ada", moment, "== Bridge ==\n"),
        Post("a", "192.0.2.7", moment, "One.\n\nMore.", "h"),
        Post("b", "Bo", moment, "Two. Bo 10:40, 3 May 2020 (UTC)", "a"),
        Post("c", "", None, "Three.", "b", heading="Unused"),
    ]

    assert wikitext_of(posts) == (
        "== Bridge ==\n\n"
        "One.\n\nMore. [[Special:Contributions/192.0.2.7|192.0.2.7]] 00:00, 1 January 2001 (UTC)\n"
        ":Two. Bo 10:40, 3 May 2020 (UTC)\n"
        "::Three.\n"
    )


def test_a_record_cut_within_a_character_is_read_like_the_others() -> None:
    pages = read(lines(action(1, content="Cut \ud83d"), action(2, user_text="\ude00 User")))

    assert pages[0].text.count("\N{REPLACEMENT CHARACTER}") == 3  # the name is there twice
    pages[0].text.encode()
