"""The command line's JSON: its fields are a contract."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.query import Hit, HitKind
from talkreader.domain.thread import Evidence, PageWarning, WarningKind
from talkreader.exporting.outline import Discussion
from talkreader.exporting.threads_json import hits_json, minute, pairs_json, threads

from .build import comment, prose, section


def test_a_comment_has_exactly_the_promised_fields():
    page = Discussion([section(0, "Tea")], [comment(0, "Hello", display_name="A. L.")])

    assert threads(page)[0]["comments"] == [
        {
            "author": "Ada",
            "display_name": "A. L.",
            "timestamp": "2020-03-01T09:05Z",
            "level": 1,
            "level_evidence": "markup",
            "text": "Hello",
            "name": "c-Ada-20200301090500",
            "warnings": [],
            "replies": [],
        }
    ]


def test_a_section_has_exactly_the_promised_fields():
    page = Discussion([section(0, None, 0)], [], [prose("A lead.", 3)])

    assert threads(page) == [{"heading": None, "level": 0, "comments": [], "prose": ["A lead."]}]


def test_replies_are_nested_in_what_they_answer():
    page = Discussion(
        [section(0, "Tea")],
        [
            comment(0, "a"),
            comment(1, "b", parent=0, level=2),
            comment(2, "c", parent=1, level=3),
            comment(3, "d", parent=0, level=2),
            comment(4, "e"),
        ],
    )

    first, last = threads(page)[0]["comments"]
    assert [reply["text"] for reply in first["replies"]] == ["b", "d"]
    assert [reply["text"] for reply in first["replies"][0]["replies"]] == ["c"]
    assert (last["text"], last["replies"]) == ("e", [])


def test_sub_sections_are_entries_of_their_own_in_page_order():
    page = Discussion(
        [section(0, None, 0), section(1, "Tea"), section(2, "Green tea", 3)],
        [comment(0, "a", section=1), comment(1, "b", section=2)],
    )

    found = [(s["heading"], s["level"], [c["text"] for c in s["comments"]]) for s in threads(page)]
    assert found == [(None, 0, []), ("Tea", 2, ["a"]), ("Green tea", 3, ["b"])]


def test_what_is_not_known_is_null():
    page = Discussion([section(0, "Tea")], [comment(0, author=None, timestamp=None)])

    record = threads(page)[0]["comments"][0]
    assert (record["author"], record["display_name"], record["timestamp"]) == (None, None, None)
    assert record["name"] == "c--"


def test_evidence_and_warnings_are_told():
    warnings = (
        PageWarning(WarningKind.LEVEL_SKIPPED),
        PageWarning(WarningKind.UNKNOWN_ZONE, "XYZT"),
    )
    page = Discussion(
        [section(0, "Tea")], [comment(0, evidence=Evidence.INFERRED, warnings=warnings)]
    )

    record = threads(page)[0]["comments"][0]
    assert record["level_evidence"] == "inferred"
    assert record["warnings"] == ["level-skipped", "unknown-zone: XYZT"]


def test_a_part_without_its_parents_or_sections_loses_no_comment():
    page = Discussion([], [comment(4, "orphan", parent=2, level=2, section=3)])

    assert [c["text"] for s in threads(page) for c in s["comments"]] == ["orphan"]


def test_a_very_long_chain_of_replies_is_nested_without_recursion():
    chain = [comment(0)]
    chain += [comment(n, parent=n - 1, level=n + 1) for n in range(1, 5000)]

    record = threads(Discussion([section(0, "Tea")], chain))[0]["comments"][0]
    depth = 1
    while record["replies"]:
        record = record["replies"][0]
        depth += 1
    assert depth == 5000


def test_times_are_in_utc_to_the_minute():
    taipei = timezone(timedelta(hours=8))

    assert minute(datetime(2021, 9, 15, 4, 16, 59, tzinfo=taipei)) == "2021-09-14T20:16Z"


def test_a_hit_has_exactly_the_promised_fields():
    hit = Hit(
        kind=HitKind.COMMENT,
        page=7,
        site="teawiki",
        title="Talk:Tea",
        section="Green",
        comment="c-Ada-20200301090500",
        index=3,
        author="Ada",
        timestamp=datetime(2020, 3, 1, 9, 5, tzinfo=UTC),
        snippet="a green leaf",
    )

    assert hits_json([hit]) == [
        {
            "site": "teawiki",
            "page": "Talk:Tea",
            "section": "Green",
            "comment": "c-Ada-20200301090500",
            "author": "Ada",
            "timestamp": "2020-03-01T09:05Z",
            "snippet": "a green leaf",
            "kind": "comment",
        }
    ]


def test_a_pair_has_exactly_the_promised_fields():
    source = Segment(0, 0, 3, "en", "Tea")
    target = Segment(0, 4, 5, "zh-hans", "茶")

    assert pairs_json([Pair(source, target, PairOrigin.SAME_POST, 0.87654321)], [comment(0)]) == [
        {
            "kind": "comment",
            "comment": "c-Ada-20200301090500",
            "source": {"lang": "en", "text": "Tea", "start": 0, "end": 3},
            "target": {"lang": "zh-hans", "text": "茶", "start": 4, "end": 5},
            "origin": "same-post",
            "score": 0.8765,
        }
    ]


def test_a_pair_with_one_side_belongs_to_that_side():
    target = Segment(1, 0, 1, "zh-hans", "茶")
    comments = [comment(0), comment(1, author="Bo")]

    record = pairs_json([Pair(None, target, PairOrigin.REPLY, 0.0)], comments)[0]
    assert (record["source"], record["comment"]) == (None, "c-Bo-20200301090500")


def test_a_pair_in_prose_names_no_comment():
    pair = Pair(Segment(None, 0, 3, "en", "Tea", prose=0), None, PairOrigin.SECTION, 0.0)

    (record,) = pairs_json([pair], [comment(0)])
    assert (record["kind"], record["comment"]) == ("prose", None)


def test_a_pair_of_headings_says_so():
    sides = (
        Segment(None, 0, 3, "en", "Tea", section=0),
        Segment(None, 0, 1, "zh", "茶", section=1),
    )

    (record,) = pairs_json([Pair(*sides, PairOrigin.SECTION, 0.5)], [comment(0)])
    assert (record["kind"], record["comment"]) == ("heading", None)


def test_the_answers_are_json():
    page = Discussion([section(0, "茶")], [comment(0, "好")], [prose("x", 9)])

    assert json.loads(json.dumps(threads(page))) == threads(page)
