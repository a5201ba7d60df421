"""Translations in a page, on its language subpages and in a second file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from talkreader import ingest, pairing, reading
from talkreader.archives import Hints
from talkreader.bilingual import decision_of
from talkreader.domain.bilingual import Pair, PairOrigin, Segment, translated_headings
from talkreader.domain.correction import CorrectionKind
from talkreader.domain.thread import ParsedPage
from talkreader.store import Library, open_library

ENGLISH = """== The harbour wall ==
The harbour wall will be closed for repairs from 3 May. Fishing boats land at the old pier.

* Bring your own rope.
* Children stay behind the fence. [[User:Grey Heron|Grey Heron]] 10:00, 1 May 2020 (UTC)
:I agree with the plan for the boats. [[User:Crane|Crane]] 11:30, 1 May 2020 (UTC)
"""
CHINESE = """== 港口围墙 ==
港口围墙将于5月3日起关闭维修。渔船在旧码头靠岸。

* 请自带绳子。
* 孩子们留在栅栏后面。 [[User:Grey Heron|Grey Heron]] 10:00, 1 May 2020 (UTC)
:我同意关于船的计划。 [[User:Crane|Crane]] 11:30, 1 May 2020 (UTC)
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dictionary")


def page_of(text: str, folder: Path, name: str) -> ParsedPage:
    file = folder / name
    file.write_text(text, "utf-8")
    (page,) = ingest.understand(file)
    return page


def texts(pairs: tuple[Pair, ...]) -> dict[str, str]:
    return {p.source.text: p.target.text for p in pairs if p.source and p.target}


def test_translations_are_paired_in_the_words_of_the_comments(
    library: Library, seeds: Path, cache: Path
) -> None:
    (info,) = ingest.import_path(seeds / "lighthouse-fund.wiki", library).pages
    page = pairing.with_pairs(reading.open_page(library, info.id), cache)

    assert len(page.pairs) >= 5
    for pair in page.pairs:
        for side in (pair.source, pair.target):
            assert side is not None
            assert side.comment is not None
            assert page.comments[side.comment].body.text[side.start : side.end] == side.text


def test_a_second_file_is_aligned_with_the_first_comment_by_comment(
    tmp_path: Path, cache: Path
) -> None:
    page = page_of(ENGLISH, tmp_path, "wall.wiki")
    other = page_of(CHINESE, tmp_path, "wall-zh.wiki")

    pairs = pairing.pairs_between(page, other, PairOrigin.FILE, cache)

    found = texts(pairs)
    assert found["Fishing boats land at the old pier."] == "渔船在旧码头靠岸。"
    assert found["Bring your own rope."] == "请自带绳子。"
    assert found["I agree with the plan for the boats."] == "我同意关于船的计划。"
    assert {p.origin for p in pairs} == {PairOrigin.FILE}
    sources = {p.source.text: p.source.comment for p in pairs if p.source}
    assert sources["Fishing boats land at the old pier."] == 0
    assert sources["I agree with the plan for the boats."] == 1
    assert {p.target.comment for p in pairs if p.target} == {None}


def test_a_file_in_the_same_language_translates_nothing(tmp_path: Path, cache: Path) -> None:
    page = page_of(ENGLISH, tmp_path, "wall.wiki")

    assert pairing.pairs_between(page, page, PairOrigin.FILE, cache) == ()


@pytest.mark.parametrize(("title", "other"), [("Wall", "Wall/zh"), ("Wall/zh", "Wall")])
def test_a_language_subpage_is_found_from_either_side(
    title: str, other: str, library: Library, tmp_path: Path, cache: Path
) -> None:
    ids = {}
    for name, text in (("Wall", ENGLISH), ("Wall/zh", CHINESE)):
        file = tmp_path / f"{name.replace('/', '-')}.wiki"
        file.write_text(text, "utf-8")
        hints = Hints(title=f"Talk:{name}", site="examplewiki")
        (info,) = ingest.import_path(file, library, hints=hints).pages
        ids[name] = info.id

    page = pairing.with_pairs(reading.open_page(library, ids[title]), cache, library)

    assert {p.origin for p in page.pairs} == {PairOrigin.SUBPAGE}
    both = {side.text for p in page.pairs for side in (p.source, p.target) if side}
    assert {"Bring your own rope.", "请自带绳子。"} <= both
    assert other in ids


MARKED = """== The pier == <!--T:1-->

<!--T:2-->
Zorblax quimby frod, snark boojum.

<!--T:3-->
The harbour wall will be closed for repairs. [[User:Crane|Crane]] 11:30, 1 May 2020 (UTC)
"""
MARKED_CHINESE = """== 码头 == <!--T:1-->

<!--T:2-->
雨声。

<!--T:3-->
港口围墙将关闭维修。 [[User:Crane|Crane]] 11:30, 1 May 2020 (UTC)
"""


def test_paragraphs_with_the_number_of_one_unit_are_paired_whatever_their_words(
    tmp_path: Path, cache: Path
) -> None:
    page = page_of(MARKED, tmp_path, "pier.wiki")
    other = page_of(MARKED_CHINESE, tmp_path, "pier-zh.wiki")

    pairs = pairing.pairs_between(page, other, PairOrigin.SUBPAGE, cache)

    assert texts(pairs) == {
        "The pier": "码头",
        "Zorblax quimby frod, snark boojum.": "雨声。",
        "The harbour wall will be closed for repairs.": "港口围墙将关闭维修。",
    }
    for pair in pairs:
        assert pair.source is not None
        if pair.source.comment is not None:
            body = page.comments[pair.source.comment].body.text
            assert body[pair.source.start : pair.source.end] == pair.source.text


def test_a_heading_is_known_by_the_anchor_that_its_translation_keeps(
    tmp_path: Path, cache: Path
) -> None:
    english = "== Zorblax ==\nThe harbour is closed.\n\n== Quimby ==\nThe boats stay out.\n"
    chinese = '<span id="Quimby"></span>\n== 甲乙丙 ==\n船只留在外面。\n'
    page, other = (page_of(t, tmp_path, n) for t, n in ((english, "a.wiki"), (chinese, "b.wiki")))

    found = texts(pairing.pairs_between(page, other, PairOrigin.SUBPAGE, cache))

    assert found == {"Quimby": "甲乙丙", "The boats stay out.": "船只留在外面。"}


def test_a_persons_decision_is_replayed_when_the_page_comes_again_with_small_changes(
    library: Library, tmp_path: Path, cache: Path
) -> None:
    english = "The boats stay out. Nobody complains about the harbour wall. "
    chinese = "船只留在外面。没有人抱怨港口围墙。"
    signature = " [[User:Crane|Crane]] 11:30, 1 May 2020 (UTC)\n"
    file = tmp_path / "wall.wiki"
    hints = Hints(title="Talk:Wall", site="examplewiki")
    file.write_text(f"== Wall ==\n{english}\n\n{chinese}{signature}", "utf-8")
    (info,) = ingest.import_path(file, library, hints=hints).pages
    page = reading.open_page(library, info.id)
    text = page.comments[0].body.text
    sides = [
        Segment(0, text.index(words), text.index(words) + len(words), language, words)
        for words, language in (("The boats stay out.", "en"), ("没有人抱怨港口围墙。", "zh-hans"))
    ]
    data = decision_of(page, Pair(*sides, PairOrigin.PERSON, 1.0))
    assert data is not None
    library.corrections.add(page.info.key, CorrectionKind.PAIR, data)

    newer = f"== Wall ==\nHello. {english.replace('boats', 'boat')}\n\n{chinese}"
    file.write_text(newer.replace("抱怨港口", "抱怨旧港口") + signature, "utf-8")
    (info,) = ingest.import_path(file, library, hints=hints).pages
    again = pairing.with_pairs(reading.open_page(library, info.id), cache, library)

    own = [pair for pair in again.pairs if pair.origin is PairOrigin.PERSON]
    assert texts(tuple(own)) == {"The boat stay out.": "没有人抱怨旧港口围墙。"}


def test_nothing_is_aligned_across_headings_that_both_pages_have_alike(
    tmp_path: Path, cache: Path
) -> None:
    english = "== Zorblax ==\nThe harbour is closed.\n\n== Quimby ==\nZorblax.\n"
    chinese = "== 甲乙 ==\n\n== 丙丁 ==\n港口关闭了。\n"
    page, other = (page_of(t, tmp_path, n) for t, n in ((english, "a.wiki"), (chinese, "b.wiki")))

    found = texts(pairing.pairs_between(page, other, PairOrigin.FILE, cache))

    assert found["Quimby"] == "丙丁"
    assert "The harbour is closed." not in found


UNIT_PAGES = {
    "Talk:Pier": MARKED,
    "Talk:Pier/zh": "== 码头 ==\n雨声。\n\n港口围墙将关闭维修。\n",
    "Translations:Talk:Pier/2/zh": "雨声。",
    "Translations:Talk:Pier/1/zh": "== 码头 ==",
    "Translations:Talk:Pier/2/fr": "La pluie.",
    "Translations:Talk:Quay/1/zh": "没有原文。",
}


def import_dump(texts_: dict[str, str], folder: Path, library: Library) -> dict[str, int]:
    """Import an export of these pages; return the ids of those that were stored."""
    spaces = {"Talk": 1, "Translations": 1198}
    body = "".join(
        f"<page><title>{title}</title><ns>{spaces[title.split(':')[0]]}</ns><id>{number}</id>"
        f"<revision><id>{number}</id><model>wikitext</model><format>text/x-wiki</format>"
        f"<text>{escape(text)}</text></revision></page>"
        for number, (title, text) in enumerate(texts_.items(), 1)
    )
    file = folder / "pier.xml"
    file.write_text(
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" '
        f'xml:lang="en"><siteinfo><dbname>examplewiki</dbname></siteinfo>{body}</mediawiki>',
        "utf-8",
    )
    return {info.key.title: info.id for info in ingest.import_path(file, library).pages}


def test_unit_pages_of_an_archive_are_the_translation_of_their_page(
    library: Library, tmp_path: Path, cache: Path
) -> None:
    ids = import_dump(UNIT_PAGES, tmp_path, library)

    assert set(ids) == {"Talk:Pier", "Talk:Pier/zh", "Translations:Talk:Pier/zh"}
    page = pairing.with_pairs(reading.open_page(library, ids["Talk:Pier"]), cache, library)
    assert texts(page.pairs) == {
        "The pier": "码头",
        "Zorblax quimby frod, snark boojum.": "雨声。",
    }
    assert {pair.origin for pair in page.pairs} == {PairOrigin.SUBPAGE}


@pytest.mark.parametrize("title", ["Talk:Pier/zh", "Translations:Talk:Pier/zh"])
def test_a_translated_page_is_paired_by_its_unit_pages(
    title: str, library: Library, tmp_path: Path, cache: Path
) -> None:
    ids = import_dump(UNIT_PAGES, tmp_path, library)

    page = pairing.with_pairs(reading.open_page(library, ids[title]), cache, library)

    assert texts(page.pairs)["雨声。"] == "Zorblax quimby frod, snark boojum."
    assert {p.source.prose for p in page.pairs if p.source and p.source.text == "雨声。"} == {0}


def test_unit_pages_without_their_page_are_left_out(library: Library, tmp_path: Path) -> None:
    texts_ = {"Translations:Talk:Quay/1/zh": "没有原文。", "Talk:Harbour": "Words."}

    assert set(import_dump(texts_, tmp_path, library)) == {"Talk:Harbour"}


ENGLISH_COPY = """Night ferry

Winter timetable[edit]
From 1 November the night ferry leaves at 22:15 instead of 23:00.
Bicycles travel free of charge on weekdays.
Grey Heron (talk) 10:00, 1 October 2023 (UTC)
Who decided this? Students come from the evening school at half past ten.
Crane (talk) 11:30, 1 October 2023 (UTC)

Lost property[edit]
A green umbrella was found on deck three.
Old Pilot (talk) 08:00, 2 October 2023 (UTC)

Ticket prices[edit]
A return ticket will cost 14 euros from January. Children under six pay nothing.
Grey Heron (talk) 09:00, 3 October 2023 (UTC)
"""
CHINESE_COPIES = (
    """概览
本页由志愿者翻译。
冬季时刻表[编辑]
从11月1日起，夜间渡轮的开船时间由23:00改为22:15。
平日携带自行车免费。
Grey Heron（留言） 2023年10月1日 (日) 10:00 (UTC)
这是谁决定的？学生们十点半才从夜校过来。
Crane（留言） 2023年10月1日 (日) 11:30 (UTC)
票价[编辑]
从一月起，往返票价为14欧元。六岁以下儿童免费。
Grey Heron（留言） 2023年10月3日 (二) 09:00 (UTC)
""",
    """概覽
本頁由志願者翻譯。
冬季時刻表[編輯]
從11月1日起，夜間渡輪的開船時間由23:00改為22:15。
平日攜帶腳踏車免費。
Grey Heron（留言） 2023年10月1日 (日) 10:00 (UTC)
這是誰決定的？學生們十點半才從夜校過來。
Crane（留言） 2023年10月1日 (日) 11:30 (UTC)
票價[編輯]
從一月起，往返票價為14歐元。六歲以下兒童免費。
Grey Heron（留言） 2023年10月3日 (二) 09:00 (UTC)
""",
)


@pytest.mark.parametrize("chinese", CHINESE_COPIES, ids=["simplified", "traditional"])
def test_copies_without_indentation_and_with_other_sections_are_paired(
    chinese: str, tmp_path: Path, cache: Path
) -> None:
    page = page_of(ENGLISH_COPY, tmp_path, "ferry.txt")
    other = page_of(chinese, tmp_path, "ferry-zh.txt")

    found = texts(pairing.pairs_between(page, other, PairOrigin.FILE, cache))

    lines = chinese.splitlines()
    assert found["From 1 November the night ferry leaves at 22:15 instead of 23:00."] == lines[3]
    assert found["Bicycles travel free of charge on weekdays."] == lines[4]
    assert (
        found["Who decided this?"]
        + found["Students come from the evening school at half past ten."]
        == lines[6]
    )
    assert (
        found["A return ticket will cost 14 euros from January."]
        + found["Children under six pay nothing."]
        == lines[9]
    )
    assert "A green umbrella was found on deck three." not in found
    assert lines[1] not in found.values()


SIBLINGS = """== The harbour wall ==
The harbour wall will be closed for repairs in October. The boats stay out until November.
[[User:Crane|Crane]] 11:30, 1 May 2020 (UTC)

== 港口围墙 ==
港口围墙将于十月关闭维修。船只在外面停留到十一月。 [[User:Crane|Crane]] 11:40, 1 May 2020 (UTC)

== Other things ==
Nobody complains. [[User:Heron|Heron]] 12:30, 1 May 2020 (UTC)
"""


def test_headings_of_sections_that_translate_each_other_do_so_too(
    tmp_path: Path, cache: Path
) -> None:
    page = page_of(SIBLINGS, tmp_path, "siblings.wiki")

    found = pairing.pairs_of(page, cache)

    assert texts(found)["The harbour wall will be closed for repairs in October."]
    assert translated_headings(found) == {1: "港口围墙", 2: "The harbour wall"}
    assert {pair.origin for pair in found} == {PairOrigin.SECTION}


def test_headings_in_one_language_translate_nothing(tmp_path: Path, cache: Path) -> None:
    page = page_of(SIBLINGS.replace("港口围墙 ==", "Again =="), tmp_path, "again.wiki")

    found = pairing.pairs_of(page, cache)

    assert found
    assert translated_headings(found) == {}
