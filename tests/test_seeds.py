"""The sample archives: one discussion, whichever form it is opened from."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from talkreader import archives, parsing
from talkreader.domain.page import Form
from talkreader.domain.thread import Evidence, ParsedPage, Prose

ROOT = Path(__file__).resolve().parent.parent
FORMS = {
    "txt": Form.PLAINTEXT,
    "wiki": Form.WIKITEXT,
    "html": Form.HTML,
    "xml": Form.WIKITEXT,
    "json": Form.WIKITEXT,
}
MARKED = ["wiki", "html", "xml", "json"]  # the forms that keep the indentation


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return json.loads((ROOT / "tests" / "seeds_expected.json").read_text("utf-8"))


def opened(seeds: Path, form: str) -> ParsedPage:
    raw, *more = archives.open_archive(seeds / f"lighthouse-fund.{form}").pages()
    assert more == []
    return parsing.parse(raw)


def bare(text: str) -> str:
    """The text without white space and without the bullets that a copy spells out."""
    return re.sub(r"[\s•]+", "", text)


@pytest.mark.parametrize("form", FORMS)
def test_form_is_known_by_content(seeds: Path, form: str) -> None:
    assert opened(seeds, form).raw.form == FORMS[form]


@pytest.mark.parametrize("form", FORMS)
def test_sections_are_the_same(seeds: Path, form: str, truth: dict[str, Any]) -> None:
    sections = opened(seeds, form).sections

    assert [s.heading for s in sections] == [s["heading"] for s in truth["sections"]]
    if form != "txt":  # a copy does not say which heading is a sub-heading
        assert [s.level for s in sections] == [s["level"] for s in truth["sections"]]


@pytest.mark.parametrize("form", FORMS)
def test_times_and_places_are_the_same(seeds: Path, form: str, truth: dict[str, Any]) -> None:
    comments = opened(seeds, form).comments

    found = [(c.section, f"{c.timestamp:%Y-%m-%dT%H:%MZ}") for c in comments]
    assert found == [(c["section"], c["timestamp"]) for c in truth["comments"]]


@pytest.mark.parametrize("form", MARKED)
def test_authors_are_the_same(seeds: Path, form: str, truth: dict[str, Any]) -> None:
    comments = opened(seeds, form).comments

    found = [(c.author, c.display_name or c.author) for c in comments]
    assert found == [(c["author"], c["shown"]) for c in truth["comments"]]


def test_copy_has_the_names_that_the_page_shows(seeds: Path, truth: dict[str, Any]) -> None:
    comments = opened(seeds, "txt").comments

    assert [c.author for c in comments] == [c["shown"] for c in truth["comments"]]


@pytest.mark.parametrize("form", FORMS)
def test_bodies_are_the_same(seeds: Path, form: str, truth: dict[str, Any]) -> None:
    comments = opened(seeds, form).comments

    # a rendered page holds the words of its template for unsigned comments, wikitext does not
    said = [c["words_of_template"] if form in ("html", "txt") else "" for c in truth["comments"]]
    found = [bare(c.body.text).removesuffix(bare(w)) for c, w in zip(comments, said, strict=True)]
    assert found == [bare(c["text"]).rstrip("-") for c in truth["comments"]]


@pytest.mark.parametrize("form", MARKED)
def test_levels_and_parents_are_the_same(seeds: Path, form: str, truth: dict[str, Any]) -> None:
    comments = opened(seeds, form).comments

    for comment, expected in zip(comments, truth["comments"], strict=True):
        if not expected["outdent"]:  # it stands at the margin and answers what is above it
            found = (comment.level, comment.parent, comment.level_evidence)
            assert found == (expected["level"], expected["parent"], Evidence.MARKUP)


def test_outdented_reply_is_understood_alike_in_every_form(seeds: Path) -> None:
    found = {
        form: [c.parent for c in opened(seeds, form).comments if c.timestamp is not None]
        for form in MARKED
    }

    assert len({tuple(parents) for parents in found.values()}) == 1


@pytest.mark.parametrize("form", FORMS)
def test_lead_is_kept_as_prose(seeds: Path, form: str) -> None:
    page = opened(seeds, form)

    lead = [item for item in page.items() if isinstance(item, Prose) and item.section == 0]
    words = bare("".join(item.body.text for item in lead))
    assert "helpsvillagelibrariestoscan" in words
    assert "本页讨论灯塔基金的春季申请" in words


@pytest.mark.parametrize("word", ["道歉", "基金", "封禁"])
def test_commonest_words_of_the_language_are_in_the_sample(word: str, seeds: Path) -> None:
    assert word in (seeds / "lighthouse-fund.txt").read_text("utf-8")


def test_files_are_what_the_generator_writes() -> None:
    code = (
        "import sys; sys.path.insert(0, 'packaging'); import make_seeds\n"
        "stale = [p for p, t in make_seeds.outputs().items() if p.read_text('utf-8') != t]\n"
        "print(*stale, sep='\\n'); sys.exit(bool(stale))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, f"run packaging/make_seeds.py: {done.stdout}{done.stderr}"
