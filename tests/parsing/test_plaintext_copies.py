"""One page, many copies: browsers, lynx, w3m and pandoc tell the same discussion as its wikitext.

Uses the reference data beside the project; `python -m tests.parsing.test_plaintext_copies` prints
the table of all copies.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from talkreader.domain.page import Form, RawPage
from talkreader.domain.resources import resource
from talkreader.domain.thread import Comment, Evidence, ParsedPage
from talkreader.parsing import parse
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.language.scripts import one_script
from talkreader.parsing.plaintext.blocks import plaintext_blocks
from talkreader.parsing.plaintext.loss import holds_only_headings

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = Path(os.environ.get("TALKREADER_SHARED", _ROOT.parent / "shared"))
_SAMPLES = _SHARED / "samples"
if not _SAMPLES.is_dir():
    pytest.skip("the reference copies are not on this machine", allow_module_level=True)

_PAGES = {
    "seed-en": ("en", "Talk:Office actions/September 2021 statement"),
    "zh": ("zh", "Talk:地区词"),
}
# A quotation with a signature cannot be told from a comment where all marks of it are lost.
_QUOTED = "2010-01-01"
_KEEPS_LEVELS = re.compile(r"^firefox\.|lynx|w3m")
_CLOSED = re.compile(r"nodt\.(clipboard|innertext)\.txt$|phone\.(clipboard|innertext)")


@dataclass(frozen=True)
class Copy:
    """One copy of a page, and what became of it."""

    site: str
    path: Path

    @property
    def closed(self) -> bool:
        return "minerva" in self.path.name and _CLOSED.search(self.path.name) is not None

    @property
    def bare(self) -> bool:
        """True for the conversion of wikitext that shows headings as mere paragraphs."""
        return self.path.name == "raw.pandoc-plain.txt"

    def read(self) -> RawPage:
        language, title = _PAGES[self.site]
        text = self.path.read_text(encoding="utf-8")
        return RawPage(Form.PLAINTEXT, text, title=title, language=language)


def _copies() -> list[Copy]:
    return [
        Copy(site, path)
        for site in _PAGES
        for folder in ("browser-copies", "mediawiki-1.39")
        for path in sorted((_SAMPLES / folder / site).glob("*.txt"))
    ]


def _wikitext(site: str) -> ParsedPage:
    language, title = _PAGES[site]
    text = (_SAMPLES / "mediawiki-1.39" / site / "raw.wiki").read_text(encoding="utf-8")
    return parse(RawPage(Form.WIKITEXT, text, title=title, language=language))


def _fold(text: str | None) -> str:
    """Return a text in Simplified letters: a browser may show the page in either script."""
    import json

    table = json.loads(resource("fold.json").read_text(encoding="utf-8"))
    letters = str.maketrans(table["from"], table["to"])
    return (text or "").translate(letters).casefold()


def _minutes(page: ParsedPage) -> list[str]:
    moments = [c.timestamp.isoformat() for c in page.comments if c.timestamp is not None]
    return [moment for moment in moments if not moment.startswith(_QUOTED)]


def _kept(page: ParsedPage) -> list[Comment]:
    return [
        comment
        for comment in page.comments
        if comment.timestamp is not None and comment.timestamp.year != int(_QUOTED[:4])
    ]


def _names(comment: Comment) -> set[str]:
    return {
        _fold(name).removeprefix("user:") for name in (comment.author, comment.display_name) if name
    }


OPEN = [copy for copy in _copies() if not copy.closed]


@pytest.mark.parametrize("copy", OPEN, ids=lambda copy: f"{copy.site}-{copy.path.name}")
def test_a_copy_names_the_users_themselves_once_the_page_is_known(copy: Copy) -> None:
    """What a library learnt from a form with links: each label's user."""
    reference = _wikitext(copy.site)
    known: dict[str, str] = {}
    for comment in reference.comments:
        assert comment.author is not None
        for label in (comment.author, comment.signatures[0].display_name or comment.author):
            known[one_script(label)] = comment.author

    page = parse(copy.read(), known)

    for truth, found in zip(_kept(reference), _kept(page), strict=True):
        if not copy.bare or "-{" not in copy.read().text[found.span.start : found.span.end]:
            assert found.author == truth.author


@pytest.mark.parametrize("copy", OPEN, ids=lambda copy: f"{copy.site}-{copy.path.name}")
def test_a_copy_holds_the_comments_of_its_page(copy: Copy) -> None:
    reference, page = _wikitext(copy.site), parse(copy.read())

    assert _minutes(page) == _minutes(reference)
    for truth, found in zip(_kept(reference), _kept(page), strict=True):
        if copy.bare and "-{" in copy.read().text[found.span.start : found.span.end]:
            continue  # the conversion left language rules inside the signature
        assert _names(found) & _names(truth), (found.author, truth.author)


@pytest.mark.parametrize(
    "copy",
    [copy for copy in OPEN if not copy.bare],
    ids=lambda copy: f"{copy.site}-{copy.path.name}",
)
def test_a_copy_has_the_sections_of_its_page(copy: Copy) -> None:
    reference, page = _wikitext(copy.site), parse(copy.read())

    expected = [_fold(reference.sections[c.section].heading) for c in _kept(reference)]
    found = [_fold(page.sections[c.section].heading) for c in _kept(page)]
    assert [_plain(heading) for heading in found] == [_plain(heading) for heading in expected]


def _plain(heading: str) -> str:
    return heading.replace("网路", "网络")  # a word the converter exchanges, not a letter


@pytest.mark.parametrize(
    "copy",
    [copy for copy in OPEN if _KEEPS_LEVELS.search(copy.path.name)],
    ids=lambda copy: f"{copy.site}-{copy.path.name}",
)
def test_a_copy_that_keeps_indentation_keeps_the_levels(copy: Copy) -> None:
    reference, page = _wikitext(copy.site), parse(copy.read())

    assert {comment.level_evidence for comment in page.comments} == {Evidence.MARKUP}
    assert [c.level for c in _kept(page)] == [c.level for c in _kept(reference)]


@pytest.mark.parametrize(
    "copy",
    [copy for copy in _copies() if copy.closed],
    ids=lambda copy: f"{copy.site}-{copy.path.name}",
)
def test_a_copy_of_closed_sections_is_known_as_such(copy: Copy) -> None:
    raw = copy.read()
    stamps = TimestampFinder(raw.language)

    assert parse(raw).comments == ()
    assert holds_only_headings(plaintext_blocks(raw.text, raw.title, stamps), stamps)


def main() -> None:
    """Print what every copy keeps of its page."""
    for copy in _copies():
        reference, page = _wikitext(copy.site), parse(copy.read())
        same = _minutes(page) == _minutes(reference)
        pairs = list(zip(_kept(reference), _kept(page), strict=False))
        names = sum(bool(_names(truth) & _names(found)) for truth, found in pairs)
        levels = sum(truth.level == found.level for truth, found in pairs)
        kind = page.comments[0].level_evidence.value if page.comments else "closed"
        print(
            f"{copy.site:8} {copy.path.name:48} comments {len(_kept(page))}/{len(_kept(reference))}"
            f" same {same!s:5} names {names} levels {levels} ({kind})"
        )


if __name__ == "__main__":
    main()
