"""What a search finds."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from talkreader.domain.body import Span
from talkreader.domain.grammar import parse_query
from talkreader.domain.query import HitKind, Order, Query
from talkreader.store import open_library
from tests.store.pages import Said, make_note, make_page

SAID = (
    Said("We say 道歉 to all, and to WMF基金会.", "Wren", "2021-09-14 20:16"),
    Said("他被封禁了，基金沒有道歉。", "燕子", "2022-01-02 03:04", answers=0),
    Said("The keeper's CAFÉ was banned in 3月份", "Old Oak", "2022-06-01 10:00", display="🌳 oak"),
    Said("No lamp, no oil", None, None, display="anon"),
)


@pytest.fixture
def found(library):
    library.pages.save(make_page(SAID, prose="一些說明 about ships"))

    def search(text: str, **options: object) -> list[int | str]:
        """Comments by index, other hits by kind."""
        hits = library.search(parse_query(text, **options))
        assert library.count(parse_query(text, **options)) == len(hits)
        return [h.index if h.kind is HitKind.COMMENT else h.kind.value for h in hits]

    return search


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("道歉", [1, 0]),
        ("基金", [1, 0]),
        ("封禁", [1]),
        ("封禁了", [1]),
        ("金", [1, 0]),
        ("金 lamp", []),
        ("金 歉", [0, 1]),
        ("金 -封", [0]),
        ("金 wmf", [0]),
        ("wmf -封", [0]),
        ("道歉 -封", [0]),
        ("-金 -lamp", [2, "prose"]),
        ("金 OR 月", [0, 1, 2]),
        ("金 OR lamp", [0, 1, "heading", 3]),
        ("金 from:Wren", [0]),
        ("金 after:2022", [1]),
        ("-(金 封) 道歉", [0]),
        ("-(金 OR 月) lamp", ["heading", 3]),
        ("WMF基金", [0]),
        ("沒有", [1]),
        ("没有", [1]),
        ("說明", ["prose"]),
        ("3月", [2]),
        ("cafe", [2]),
        ("ＣＡＦＥ", [2]),
        ("caf", []),
        ("caf*", [2]),
        ('"keeper\'s cafe"', [2]),
        ('"cafe keeper"', []),
        ("lamp", ["heading", 3]),
        ("道歉 -wmf", [1]),
        ("-道歉", [2, "prose", "heading", 3]),
        ("封禁 OR cafe", [2, 1]),
        ("(封禁 | cafe) 道歉", [1]),
        ("from:wren", [0]),
        ("from:Old_Oak", [2]),
        ('from:"🌳 Oak"', [2]),
        ("from:old*", [2]),
        ("from:anon", [3]),
        ("from:nobody", []),
        ("-from:Wren 道歉", [1]),
        ("reply-to:Wren", [1]),
        ("after:2022", [2, 1]),
        ("after:2022-01-02 before:2022-01-03", [1]),
        ("before:2022", ["prose", "heading", 0]),
        ("-after:2022 道歉", [0]),
        ("封禁 OR before:2022", [1, "prose", "heading", 0]),
        ("in:lighthouse cafe", [2]),
        ('in:"the lamp" cafe', [2]),
        ("in:elsewhere cafe", []),
        ("site:examplewiki 封禁", [1]),
        ("ns:1 封禁", [1]),
        ("ns:讨论 封禁", [1]),
        ("ns:talk 封禁", [1]),
        ("ns:4 封禁", []),
        ("lang:zh", [1, "prose", 0]),
        ("lang:en -lang:zh", [2, "heading", 3]),
        (r"/ban+ed/", [2]),
        (r"/封.了/ 道歉", [1]),
        ("，", [1, 3, 0]),
    ],
)
def test_a_query_finds(found, text, expected):
    assert sorted(map(str, found(text))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    ("limit", "most"), [("filters._MANY", 0), ("places._MOST", 0), ("places._MOST", 1)]
)
def test_a_place_is_found_whether_there_are_few_or_many_of_its_name(
    library, monkeypatch, limit, most
):
    monkeypatch.setattr(f"talkreader.store.search.{limit}", most)
    library.pages.save(make_page(["oil of the first"], title="Lamps", heading="Wick"))
    library.pages.save(make_page(["oil of the second", "wick"], title="Ships", heading="A lamp"))
    library.pages.save(make_page(["oil of the third"], title="Ships 2", heading="Wick"))

    hits = library.search(parse_query("in:lamp oil"))

    assert {hit.title for hit in hits} == {"Lamps", "Ships"}
    assert len(library.search(parse_query("in:ship oil"))) == 2


def test_a_place_that_came_after_a_search_is_found_and_one_that_went_is_not(library):
    library.pages.save(make_page(["oil"], title="Lamps"))
    assert len(library.search(parse_query("in:lamps oil"))) == 1

    other = library.pages.save(make_page(["oil"], title="More lamps"))
    assert len(library.search(parse_query("in:lamps oil"))) == 2

    library.pages.forget(other.id)
    assert len(library.search(parse_query("in:lamps oil"))) == 1


def test_a_page_in_the_place_of_one_that_was_shown_has_its_own_names(library):
    said = [Said("oil", "Wren")]
    gone = library.pages.save(make_page(said, title="Lamps", heading="Wick"))
    assert [hit.title for hit in library.search(parse_query("oil"))] == ["Lamps"]

    library.pages.forget(gone.id)
    said = [Said("oil", "Kestrel")]
    came = library.pages.save(make_page(said, title="Ships", site="otherwiki", heading="Mast"))

    assert came.id == gone.id
    (hit,) = library.search(parse_query("oil"))
    assert (hit.site, hit.title, hit.section) == ("otherwiki", "Ships", "Mast")
    assert (hit.author, hit.comment) == ("Kestrel", "c-Kestrel-20210914201600")


def test_the_newest_comes_first_and_what_has_no_date_last(found):
    assert found("道歉 OR cafe OR oil") == [2, 1, 0, 3]


def test_the_oldest_comes_first_when_asked(found):
    assert found("道歉 OR cafe", order=Order.OLDEST) == [0, 1, 2]


def test_page_order_is_the_order_of_the_page(found):
    assert found("道歉 OR cafe OR lamp", order=Order.PAGE) == ["heading", 0, 1, 2, 3]


def test_the_most_relevant_comes_first_when_asked(library):
    library.pages.save(make_page(["oil " + "and words " * 30, "oil oil oil"]))

    hits = library.search(parse_query("oil", order=Order.RELEVANCE))

    assert [hit.index for hit in hits] == [1, 0]


def test_a_search_in_one_page_stays_there(library):
    library.pages.save(make_page(["oil"], title="A"))
    other = library.pages.save(make_page(["oil"], title="B"))

    hits = library.search(parse_query("oil", page=other.id))

    assert [hit.title for hit in hits] == ["B"]


def test_pages_of_hits_follow_each_other_without_gap(library):
    library.pages.save(make_page([f"oil {n}" for n in range(30)]))
    library.notes.add(make_note("oil"))

    pages = [library.search(parse_query("oil", limit=7, offset=n)) for n in range(0, 35, 7)]

    together = [hit for page in pages for hit in page]
    assert [len(page) for page in pages] == [7, 7, 7, 7, 3]
    assert together == library.search(parse_query("oil", limit=100))


def test_a_hit_says_where_it_is_and_what_matched(library):
    info = library.pages.save(make_page([Said("x " * 100 + "的道歉 and 道歉\n" + "y " * 200)]))

    (hit,) = library.search(parse_query("道歉"))

    assert (hit.page, hit.site, hit.title) == (info.id, "examplewiki", "Talk:Lighthouse")
    assert (hit.section, hit.comment) == ("The lamp", "c-Wren-20210914201600")
    assert hit.matches == (Span(201, 203), Span(208, 210))
    assert [hit.snippet[m.start : m.end] for m in hit.marks] == ["道歉", "道歉"]
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert "\n" not in hit.snippet


@pytest.mark.parametrize(
    ("body", "term", "matched"),
    [
        ("the cafe\u0301 and caf\u00e9s", "café", "cafe\u0301"),
        ("in\u200bvisible, visible", "visible", "visible"),
        ("道\u200b歉", "道歉", "道\u200b歉"),
        ("snow_ball", "ball", "ball"),
        ("基金WMF基金", "wmf", "WMF"),
    ],
)
def test_marks_and_invisible_characters_do_not_hide_a_word(library, body, term, matched):
    library.pages.save(make_page([body]))

    (hit,) = library.search(parse_query(term))

    assert [body[m.start : m.end] for m in hit.matches] == [matched]


def test_old_versions_are_not_found(library):
    library.pages.save(make_page(["first words"]))
    library.pages.save(make_page(["second thoughts"]))

    assert library.count(parse_query("first")) == 0
    assert library.count(parse_query("second")) == 1
    assert library.count(parse_query("from:Wren")) == 1


def test_a_character_that_comes_again_in_a_text_is_found_once_and_forgotten_with_it(tmp_path):
    with open_library(tmp_path) as library:
        library.pages.save(make_page(["好好好，很好。"], title="Talk:Stays"))
        info = library.pages.save(make_page(["好不好？好！", "好"], title="Talk:Goes"))
        before = [library.count(parse_query(one)) for one in ("好", "不", "很")]
        library.pages.forget(info.id)
        after = [library.count(parse_query(one)) for one in ("好", "不", "很")]
        hits = library.search(parse_query("好"))
    with closing(sqlite3.connect(tmp_path / "archive.sqlite")) as connection:
        told = connection.execute(
            "SELECT count(*) FROM singles WHERE singles MATCH '好'"
        ).fetchone()

    assert before == [3, 1, 1]
    assert after == [1, 0, 1]
    assert len(hits) == 1
    assert told == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "道歉", "没有", "3月", "cafe", "caf*", "lamp", "-道歉", "封禁 OR cafe", "from:Old_Oak",
        "from:old*", "from:anon", "reply-to:Wren", "after:2022", "before:2022 wmf", "in:lighthouse",
        '"the lamp"', "in:elsewhere", "site:examplewiki", "ns:1", "lang:zh", "/ban+ed/", "has:note",
    ],
)  # fmt: skip
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST, Order.PAGE])
def test_a_search_in_an_older_version_finds_what_it_found_when_it_was_current(library, text, order):
    old = library.pages.save(make_page(SAID, prose="一些說明 about ships"))
    query = parse_query(text, page=old.id, order=order)
    before = library.search(query)

    library.pages.save(make_page(["other words"]))

    after = library.search(query)
    assert sorted(after, key=str) == sorted(before, key=str)
    assert library.count(query) == len(before)
    dated = [hit for hit in before if hit.timestamp]
    assert [hit for hit in after if hit.timestamp] == dated


def test_notes_are_found_by_their_words_and_tags(library):
    library.pages.save(make_page(SAID))
    note = make_note("此處值得引用", tags=["quotes/早期"])
    library.notes.add(note)

    for text in ("值得", "此处", "tag:quotes", "tag:quotes/早期", "has:note"):
        hits = library.search(parse_query(text))
        assert (hits[0].kind, hits[0].note, hits[0].index) == (HitKind.NOTE, note.id, 0)
    assert library.count(parse_query("tag:quote")) == 0


def test_comments_with_a_note_are_found(library):
    library.pages.save(make_page(SAID))
    library.notes.add(make_note(tags=["x"]))

    for text in ("道歉 has:note", "道歉 tag:x"):
        hits = library.search(parse_query(text))
        assert [hit.index for hit in hits if hit.kind is HitKind.COMMENT] == [0]
    left = library.search(parse_query("道歉 -has:note"))
    assert [hit.index for hit in left if hit.kind is HitKind.COMMENT] == [1]


def test_suggestions_are_people_pages_sections_and_tags(library):
    library.pages.save(make_page([*SAID, *SAID[:1]]))
    library.notes.add(make_note(tags=["Quotes"]))

    assert library.suggest("from", "") == ["Wren", "Old Oak", "anon", "燕子", "🌳 oak"]
    assert library.suggest("from", "old_") == ["Old Oak"]
    assert library.suggest("in", "light") == ["Talk:Lighthouse"]
    assert library.suggest("in", "the") == ["The lamp"]
    assert library.suggest("tag", "q") == ["Quotes"]
    assert library.suggest("site", "ex") == ["examplewiki"]
    assert library.suggest("lang", "z") == ["zh"]
    assert library.suggest("before", "2") == []


def test_interrupting_when_nothing_runs_does_no_harm(library):
    library.interrupt()

    assert library.search(Query()) == []


def test_the_beginning_of_a_word_can_be_ordered_by_relevance_too(library):
    library.pages.save(make_page(["oilskin " + "and words " * 30, "oil oil oil"]))

    hits = library.search(parse_query("oi*", order=Order.RELEVANCE))

    assert [hit.index for hit in hits] == [1, 0]


def test_relevance_weighs_a_text_against_the_usual_length_of_the_library(tmp_path):
    twice = "oil and oil " + "wick " * 18
    for usual, first in (("x " * 20, "oil lamp"), ("x " * 400, twice.strip())):
        folder = tmp_path / first[:5].strip()
        with open_library(folder) as library:
            said = [usual.strip()] * 40
            library.pages.save(make_page([*said, "oil lamp", twice.strip()]))
            hits = library.search(parse_query("oil", order=Order.RELEVANCE))
            assert hits[0].snippet == first


def test_the_likeliest_of_many_people_who_wrote_little_are_suggested_first(library, monkeypatch):
    monkeypatch.setattr("talkreader.store.search.suggesting._FEW", 30)
    often = [Said("again", f"Tern {n:02d}") for n in range(25) for _ in range(16)]
    seldom = [Said("once", f"~2025-{n:02d}") for n in range(40)]
    library.pages.save(make_page([*seldom, *often, *seldom[33:35], seldom[34]]))

    # enough wrote much
    assert library.suggest("from", "tern")[:2] == ["Tern 00", "Tern 01"]
    assert library.suggest("from", "~2025")[:3] == ["~2025-34", "~2025-33", "~2025-00"]
    assert len(library.suggest("from", "~2025")) == 20
