"""The statement of the reference page and its Chinese translation, with the truth set by hand."""

from __future__ import annotations

import json
from pathlib import Path

from talkreader.bilingual import Lexicon, find_pairs


def test_statement_and_its_translation_are_paired_exactly(shared: Path, lexicon: Lexicon) -> None:
    truth = json.loads((shared / "seeds" / "expected.json").read_text(encoding="utf-8"))
    bodies = [c["text"] for section in truth["sections"] for c in section["comments"]]
    sections = [i for i, section in enumerate(truth["sections"]) for _ in section["comments"]]
    parents = [None, *range(len(bodies) - 1)]

    pairs = find_pairs(bodies, parents=parents, sections=sections, lexicon=lexicon)

    assert [(p.source.text, p.target.text) for p in pairs if p.source and p.target] == [
        (couple["en"], couple["zh"]) for couple in truth["pairs"]["sentences"]
    ]


def test_discussions_in_one_language_hold_no_translations(shared: Path, lexicon: Lexicon) -> None:
    for case in sorted((shared / "conformance" / "cases").iterdir()):
        bodies: list[str] = []
        parents: list[int | None] = []
        for section in json.loads((case / "expected.json").read_text(encoding="utf-8")):
            waiting = [(comment, None) for comment in section["comments"]]
            while waiting:
                comment, parent = waiting.pop()
                waiting += [(reply, len(bodies)) for reply in comment["replies"]]
                bodies.append(comment["text"])
                parents.append(parent)

        assert find_pairs(bodies, parents=parents, lexicon=lexicon) == (), case.name
