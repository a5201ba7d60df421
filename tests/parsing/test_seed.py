"""The first user: the seed document against its truth, set by hand."""

from __future__ import annotations

import json
from pathlib import Path

from talkreader import archives
from talkreader.domain.thread import Evidence, ParsedPage
from talkreader.parsing import parse


def seed(shared: Path) -> ParsedPage:
    path = next((shared / "seeds").glob("*.txt"))
    (raw,) = archives.open_archive(path).pages()
    return parse(raw)


def test_the_seed_is_understood_exactly(shared: Path) -> None:
    truth = json.loads((shared / "seeds" / "expected.json").read_text(encoding="utf-8"))
    page = seed(shared)

    expected = [
        (section["heading"], comment["author"], comment["timestamp"], comment["text"])
        for section in truth["sections"]
        for comment in section["comments"]
    ]
    found = [
        (
            page.sections[comment.section].heading,
            comment.author,
            comment.timestamp.strftime("%Y-%m-%dT%H:%MZ") if comment.timestamp else None,
            comment.body.text,
        )
        for comment in page.comments
    ]

    assert [s.heading for s in page.sections] == [s["heading"] for s in truth["sections"]]
    assert found == expected
    assert len(found) == 35
    assert sum(author is None for _, author, _, _ in found) == 8


def test_no_line_of_the_seed_is_lost(shared: Path) -> None:
    path = next((shared / "seeds").glob("*.txt"))
    page = seed(shared)

    shown = page.text.split("\n")
    lost = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
        and line.rstrip() not in shown
        and line.rstrip().removesuffix("Edit") not in shown
    ]

    assert lost == []


def test_replies_of_the_seed_are_inferred_and_marked(shared: Path) -> None:
    page = seed(shared)

    assert {comment.level_evidence for comment in page.comments} == {Evidence.INFERRED}
    assert any(comment.parent is not None for comment in page.comments)


def test_most_replies_of_the_seed_are_those_of_the_truth(shared: Path) -> None:
    """The seven others are new questions in a list, or answers to all, which no mark tells."""
    truth = json.loads((shared / "seeds" / "expected.json").read_text(encoding="utf-8"))
    page = seed(shared)

    agree, base = 0, 0
    for section in truth["sections"]:
        for place, comment in enumerate(section["comments"]):
            parent = page.comments[base + place].parent
            agree += comment.get("reply_to") == (None if parent is None else parent - base)
        base += len(section["comments"])

    assert base == 35
    assert agree >= 28
