"""Notes as W3C Web Annotations, out and in again."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.errors import ExportError
from talkreader.domain.note import Color, Note, Target
from talkreader.exporting import FormatId, export_notes, import_notes

NOTE = Note(
    id="0f6b1f5e-7a7b-4c7e-9d8a-1b2c3d4e5f60",
    targets=(
        Target(
            "teawiki", "Talk:Tea/茶", "Leaves", "c-Ada-20200301090500", 1, 4, 9, "green", "a ", " b"
        ),
    ),
    color=Color.GREEN,
    text="**Why** green?",
    tags=("leaf", "茶"),
    created=datetime(2022, 2, 2, 3, 4, 5, tzinfo=UTC),
    modified=datetime(2022, 2, 3, 3, 4, 5, 678, tzinfo=UTC),
)


def annotation(note: Note = NOTE) -> dict[str, object]:
    exported = json.loads(export_notes([note], {}, FormatId.JSONLD))
    (found,) = exported["first"]["items"]
    assert isinstance(found, dict)
    return found


def test_an_export_names_the_context_of_the_w3c_and_counts_its_notes():
    exported = json.loads(export_notes([NOTE, NOTE], {}, FormatId.JSONLD))

    assert exported["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (exported["type"], exported["total"]) == ("AnnotationCollection", 2)


def test_a_note_has_both_selectors_of_the_data_model():
    (target,) = annotation()["target"]

    assert target["selector"] == [
        {"type": "TextPositionSelector", "start": 4, "end": 9},
        {"type": "TextQuoteSelector", "exact": "green", "prefix": "a ", "suffix": " b"},
    ]
    assert target["source"] == "urn:talkreader:page:teawiki:Talk%3ATea%2F%E8%8C%B6"


def test_tags_and_the_remark_are_bodies_with_a_purpose():
    found = [(body["purpose"], body["value"]) for body in annotation()["body"]]

    assert found == [("tagging", "leaf"), ("tagging", "茶"), ("commenting", "**Why** green?")]


def test_the_colour_is_a_style_that_other_programs_can_draw():
    record = annotation()

    assert record["talkreader:color"] == "green"
    assert record["target"][0]["styleClass"] == "green"
    assert ".green { background: green; }" in record["stylesheet"]["value"]


def test_a_note_on_a_page_has_no_selector():
    note = Note(NOTE.id, (Target("w", "T"),), None, "x", (), NOTE.created, NOTE.created)

    assert "selector" not in annotation(note)["target"][0]
    assert import_notes(export_notes([note], {}, FormatId.JSONLD)) == [note]


texts = st.text(max_size=30)
targets = st.builds(
    Target,
    site=texts,
    title=texts,
    section=texts,
    comment=texts,
    occurrence=st.integers(0, 9),
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    exact=texts,
    prefix=texts,
    suffix=texts,
).filter(lambda t: bool(t.end or t.exact or t.prefix or t.suffix) or t.start == 0)
times = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive bounds and adds the zone
notes = st.builds(
    Note,
    id=st.uuids().map(str),
    targets=st.lists(targets, min_size=1, max_size=3).map(tuple),
    color=st.none() | st.sampled_from(Color),
    text=texts,
    tags=st.lists(texts, max_size=3).map(tuple),
    created=times,
    modified=times,
)


@given(st.lists(notes, max_size=4))
def test_what_was_exported_comes_back_identical(exported: list[Note]):
    assert import_notes(export_notes(exported, {}, FormatId.JSONLD)) == exported


def test_a_single_annotation_and_a_list_are_read_too():
    record = annotation()

    assert import_notes(json.dumps(record)) == [NOTE]
    assert import_notes(json.dumps([record, record])) == [NOTE, NOTE]


def test_a_time_without_a_zone_is_utc_and_no_change_means_never_modified():
    record = annotation() | {"created": "2022-02-02T03:04:05"}
    del record["modified"]

    (note,) = import_notes(json.dumps(record))
    assert note.created == note.modified == NOTE.created


def test_several_remarks_become_one():
    bodies = [{"type": "TextualBody", "value": text} for text in ("one", "two")]

    (note,) = import_notes(json.dumps(annotation() | {"body": bodies}))
    assert note.text == "one\n\ntwo"


def test_what_is_not_json_is_refused_with_one_sentence():
    with pytest.raises(ExportError, match="this is not JSON"):
        import_notes("<html>")
    with pytest.raises(ExportError, match="this is not JSON"):
        import_notes("[" * 100_000)


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "urn:uuid:nonsense"},
        {"id": None},
        {"target": []},
        {"target": {"source": "https://example.org/"}},
        {"target": {"source": "urn:talkreader:page:a:b", "selector": "x"}},
        {
            "target": {
                "source": "urn:talkreader:page:a:b",
                "selector": {"type": "TextPositionSelector", "start": -1},
            }
        },
        {"created": "yesterday"},
        {"created": 7},
        {"talkreader:color": "mauve"},
        {"body": [{"purpose": "tagging", "value": 7}]},
    ],
)
def test_an_annotation_that_is_no_note_is_refused_by_its_number(broken: dict[str, object]):
    with pytest.raises(ExportError, match="Annotation 2 cannot be read"):
        import_notes(json.dumps([annotation(), annotation() | broken]))


@pytest.mark.parametrize("data", ["null", "7", "[7]", '{"items": [null]}', '"x"'])
def test_json_of_another_kind_is_refused(data: str):
    with pytest.raises(ExportError, match="Annotation 1 cannot be read"):
        import_notes(data)
