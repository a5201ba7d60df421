"""Every file of the reference data opens to its form and title, or to a refusal that fits."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from talkreader.archives import open_archive
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import Form

ROOT = Path(os.environ.get("TALKREADER_SHARED", Path(__file__).parents[2].parent / "shared"))

if not ROOT.is_dir():
    pytest.skip(
        "the reference data (TALKREADER_SHARED) is not on this machine", allow_module_level=True
    )

CASES = sorted(ROOT.glob("conformance/cases/*/page.*"))
WIKI = ROOT / "samples/mediawiki-1.39"
COPIES = sorted(
    [*ROOT.glob("samples/browser-copies/*/*.txt"), *WIKI.glob("*/*.txt")],
)

HTML = ("minerva-desktop.html", "minerva-mobile.html", "monobook.html", "parsoid-rest.html",
        "printable.html", "timeless.html", "vector-2022.html", "vector-legacy.html",
        "rest-with_html.json", "api-parse-fv1.json", "api-parse-fv2.json")  # fmt: skip
SOURCE = ("api-exportnowrap.xml", "api-query-export.json", "api-query-fv1.json",
          "api-query-fv2.json", "api-query-jsonfm.html", "api-query-noslots-fv1.json",
          "api-query.xml", "rest-source.json", "special-export-current.xml",
          "special-export-history.xml")  # fmt: skip
TITLES = {"seed-en": "Talk:Office actions/September 2021 statement", "zh": "Talk:地区词"}

REFUSED = {
    "samples/flow/flow-board.html": "Structured Discussions",
    "samples/flow/flow-topic-render.html": "Structured Discussions",
    "samples/lqt/lqt-api-threads.json": "LiquidThreads",
    "samples/mediawiki-1.39/dump/stub-full.xml": "stub dump",
    "samples/mediawiki-1.39/dump/multistream-index.txt.bz2": "index of a dump",
    "samples/mediawiki-1.39/seed-en/history.html": "history of",
    "samples/mediawiki-1.39/zh/rest-history.json": "history of",
}

DUMPS = {
    "current-0.10.xml": 5, "current-0.11.xml": 5, "current-0.11.xml.bz2": 5,
    "current-0.11.xml.gz": 5, "current-0.11.xml.xz": 5, "current-0.11.xml.zst": 5,
    "current-ns1.xml": 2, "full-0.11.xml": 5, "full-0.11.xml.7z": 5, "multistream.xml.bz2": 5,
}  # fmt: skip


def label(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", CASES, ids=label)
def test_case_opens_in_the_form_its_name_tells(path: Path) -> None:
    known = json.loads((path.parent / "wiki.json").read_text())
    forms = {".txt": Form.PLAINTEXT, ".html": Form.HTML}

    (page,) = open_archive(path).pages()

    assert page.form is forms.get(path.suffix, Form.WIKITEXT)
    assert page.title in {known["title"], "" if path.suffix in {".html", ".wikitext"} else None}
    if path.suffix == ".xml":
        assert page.key == (known["site"], known["title"])


def test_parsoid_cases_know_their_titles() -> None:
    for path in CASES:
        if path.name == "page.html" and path.read_bytes().startswith(b"<!DOCTYPE"):
            (page,) = open_archive(path).pages()
            assert page.title == json.loads((path.parent / "wiki.json").read_text())["title"]


@pytest.mark.parametrize("folder", TITLES)
@pytest.mark.parametrize("name", [*HTML, *SOURCE])
def test_page_of_one_wiki_is_the_same_page_in_every_form(folder: str, name: str) -> None:
    (page,) = open_archive(WIKI / folder / name).pages()

    assert page.title == TITLES[folder]
    assert page.form is (Form.HTML if name in HTML else Form.WIKITEXT)
    if page.form is Form.WIKITEXT:
        raw = (WIKI / folder / "raw.wiki").read_text().rstrip("\n")
        assert page.text.rstrip("\n") == raw


@pytest.mark.parametrize("path", COPIES, ids=label)
def test_copy_is_plain_text_with_its_title_in_any_script(path: Path) -> None:
    (page,) = open_archive(path).pages()

    assert page.form is Form.PLAINTEXT
    if not path.name.startswith("raw."):
        converted = {"讨论:地区词", "討論:地區詞"} if ".zh-" in path.name else set()
        assert page.title in {TITLES[path.parent.name], *converted}


@pytest.mark.parametrize("folder", TITLES)
def test_thread_items_keep_every_comment_once(folder: str) -> None:
    (page,) = open_archive(WIKI / folder / "api-discussiontoolspageinfo.json").pages()

    assert page.form is Form.HTML
    # of the 12 on the Chinese page, DiscussionTools' own answer has lost one
    assert page.text.count("(UTC)") == {"seed-en": 35, "zh": 11}[folder]


@pytest.mark.parametrize("name", DUMPS)
def test_dump_gives_all_its_pages(name: str) -> None:
    pages = list(open_archive(WIKI / "dump" / name).pages())

    assert len(pages) == DUMPS[name]
    assert {page.site for page in pages} == {"talk"}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_by_name(name: str) -> None:
    with pytest.raises(NotAnArchive, match=REFUSED[name]):
        list(open_archive(ROOT / name).pages())


def test_old_export_is_the_same_in_every_packing() -> None:
    folder = ROOT / "samples/pywikibot-xml"
    names = ("xml.7z", "xml.bz2", "xml.gz", "xml.lzma", "xml.xz")
    paths = [*(folder / f"article-pyrus.{name}" for name in names)]

    pages = [
        next(open_archive(path).pages()) for path in (*paths, folder / "article-pyrus-utf16.xml")
    ]

    assert {page.key for page in pages} == {("en.wikipedia.org", "Pyrus")}
    assert len({page.text for page in pages}) == 1


def test_seed_knows_its_title() -> None:
    (path,) = ROOT.glob("seeds/*.txt")

    (page,) = open_archive(path).pages()

    assert (page.form, page.title) == (Form.PLAINTEXT, TITLES["seed-en"])
