"""Our annotations read by an independent JSON-LD processor, and held against the W3C model.

The terms are written down here from the Web Annotation Vocabulary (2017), those that we use: the
tests fetch nothing. The rules are the MUSTs of the Web Annotation Data Model for what we write.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkreader.domain.note import Note, Target
from talkreader.exporting import FormatId, export_notes, import_notes
from tests.exporting.test_jsonld import NOTE, notes

jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is a development dependency")

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCTERMS = "http://purl.org/dc/terms/"


def _link(name: str) -> dict[str, str]:
    return {"@id": OA + name, "@type": "@id"}


def _chosen(name: str) -> dict[str, str]:
    return {"@id": OA + name, "@type": "@vocab"}


TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{
        name: OA + name
        for name in (
            *("Annotation", "SpecificResource", "TextualBody", "TextPositionSelector"),
            *("TextQuoteSelector", "commenting", "tagging", "highlighting", "exact", "prefix"),
            *("suffix", "styleClass"),
        )
    },
    "CssStylesheet": OA + "CssStyle",
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "body": _link("hasBody"),
    "target": _link("hasTarget"),
    "source": _link("hasSource"),
    "selector": _link("hasSelector"),
    "stylesheet": _link("styledBy"),
    "motivation": _chosen("motivatedBy"),
    "purpose": _chosen("hasPurpose"),
    "value": RDF + "value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "created": {"@id": DCTERMS + "created", "@type": XSD + "dateTime"},
    "modified": {"@id": DCTERMS + "modified", "@type": XSD + "dateTime"},
    "start": {"@id": OA + "start", "@type": XSD + "nonNegativeInteger"},
    "end": {"@id": OA + "end", "@type": XSD + "nonNegativeInteger"},
    "total": {"@id": AS + "totalItems", "@type": XSD + "nonNegativeInteger"},
    "startIndex": {"@id": AS + "startIndex", "@type": XSD + "nonNegativeInteger"},
    "first": {"@id": AS + "first", "@type": "@id"},
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}


def expanded(document: str) -> list[dict[str, Any]]:
    """Return the document as PyLD understands it; only the W3C's context may be asked for."""

    def load(url: str, _options: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        context = {"@context": TERMS}
        return {"contextUrl": None, "documentUrl": url, "document": context}

    options = {"documentLoader": load, "base": "urn:nothing:"}
    found = jsonld.expand(json.loads(document), options)
    assert isinstance(found, list)
    return found


def nodes(value: object, kind: str) -> Iterator[dict[str, Any]]:
    """Yield the nodes of a type, wherever they stand."""
    if isinstance(value, list):
        for each in value:
            yield from nodes(each, kind)
    elif isinstance(value, dict):
        if kind in value.get("@type", []):
            yield value
        for each in value.values():
            yield from nodes(each, kind)


def leaves(value: object) -> Iterator[str]:
    """Yield the values of a document without the names of its parts."""
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in ("@context", "@type", "type", "motivation", "purpose", "@language"):
                yield from leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each)
    else:
        yield str(value)


@settings(deadline=None, max_examples=40)
@given(st.lists(notes, max_size=3))
def test_a_processor_understands_every_word_of_an_export(exported: list[Note]) -> None:
    document = export_notes(exported, {}, FormatId.JSONLD)

    understood = expanded(document)

    said = set(leaves(json.loads(document)))
    vocabulary = {OA + name for name in ("commenting", "tagging", "highlighting")}
    assert said == set(leaves(understood)) - vocabulary


def test_a_word_that_the_context_does_not_know_would_be_found() -> None:
    document = json.loads(export_notes([NOTE], {}, FormatId.JSONLD))
    document["first"]["items"][0]["colour"] = "unheard of"

    assert "unheard of" not in set(leaves(expanded(json.dumps(document))))


@settings(deadline=None, max_examples=40)
@given(st.lists(notes, min_size=1, max_size=3))
def test_an_export_keeps_the_musts_of_the_model(exported: list[Note]) -> None:
    (collection,) = expanded(export_notes(exported, {}, FormatId.JSONLD))

    assert collection["@type"] == [AS + "OrderedCollection"]
    assert collection[AS + "totalItems"][0]["@value"] == len(exported)
    (page,) = collection[AS + "first"]
    assert page["@type"] == [AS + "OrderedCollectionPage"]
    found = page[AS + "items"][0]["@list"]
    assert len(found) == len(exported)
    for annotation in found:
        _holds(annotation)


def _holds(annotation: dict[str, Any]) -> None:
    assert annotation["@type"] == [OA + "Annotation"]
    assert re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", annotation["@id"])  # one IRI
    assert annotation[OA + "hasTarget"]
    motives = [each["@id"] for each in annotation[OA + "motivatedBy"]]
    assert set(motives) <= {OA + name for name in ("commenting", "tagging", "highlighting")}
    for moment in ("created", "modified"):
        (value,) = annotation[DCTERMS + moment]
        assert value["@type"] == XSD + "dateTime"
        assert datetime.fromisoformat(value["@value"]).tzinfo is not None
    for body in annotation.get(OA + "hasBody", []):
        assert body["@type"] == [OA + "TextualBody"]
        assert len(body[RDF + "value"]) == 1
    for target in annotation[OA + "hasTarget"]:
        assert target["@type"] == [OA + "SpecificResource"]
        (source,) = target[OA + "hasSource"]
        assert re.fullmatch(r"urn:[!-~]+", source["@id"])
    for selector in nodes(annotation, OA + "TextPositionSelector"):
        (start,), (end,) = selector[OA + "start"], selector[OA + "end"]
        assert min(start["@value"], end["@value"]) >= 0
    for selector in nodes(annotation, OA + "TextQuoteSelector"):
        assert len(selector[OA + "exact"]) == 1
        assert len(selector[OA + "prefix"]) == len(selector[OA + "suffix"]) == 1
    styles = annotation.get(OA + "styledBy", [])
    assert len(styles) <= 1
    for target in annotation[OA + "hasTarget"]:
        assert bool(target.get(OA + "styleClass")) == bool(styles)


def test_notes_of_any_size_come_back_the_same_through_the_processor_too() -> None:
    target = Target("teawiki", "Talk:Tea", "", "c-Ada-20200301090500", 0, 0, 3, "a<b", "", "")
    note = Note(NOTE.id, (target, target), None, "", (), NOTE.created, NOTE.modified)
    document = export_notes([NOTE, note], {}, FormatId.JSONLD)

    assert import_notes(document) == [NOTE, note]
    (collection,) = expanded(document)
    assert len(list(nodes(collection, OA + "Annotation"))) == 2
