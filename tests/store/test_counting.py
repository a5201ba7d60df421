"""What a search found in numbers, what hits answer, and everything one person said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talkreader.domain.counts import Count
from talkreader.domain.grammar import parse_query
from tests.store.pages import Said, make_note, make_page

LAMP = (
    Said("Who lit the lamp?", "Wren", "2021-09-14 20:16"),
    Said("I lit it 道歉", "燕子", "2021-09-15 08:00", answers=0),
    Said("Thank you", "Wren", "2021-10-01 09:00", answers=1),
    Said("And the oil of the lamp?", "Old Oak", "2022-01-01 10:00", answers=0, display="🌳 oak"),
)
OIL = (
    Said("沒有燈油了，道歉", "燕子", "2022-02-02 10:00"),
    Said("Then the lamp goes out", "Wren", None, answers=0),
    Said("燈也沒有了", "Old Oak", "2022-02-03 11:00", answers=0),
)


@pytest.fixture
def filled(library):
    library.pages.save(make_page(LAMP))
    library.pages.save(
        make_page(OIL, title="讨论:燈油", heading="燈油", site="zhwiki", language="zh")
    )
    return library


def pairs(counts) -> dict[str, int]:
    return {count.value: count.number for count in counts}


def test_hits_are_counted_by_author_year_page_and_language(filled):
    facets = filled.facets(parse_query("lamp OR 道歉 OR 燈"))

    assert pairs(facets.authors) == {"Wren": 2, "燕子": 2, "Old Oak": 2}
    # the heading 燈油 stands where its first comment does
    assert facets.years == (Count("2022", 4), Count("2021", 3))
    assert pairs(facets.pages) == {"Talk:Lighthouse": 4, "讨论:燈油": 4}
    assert pairs(facets.languages)["zh"] == 3 + 1
    assert (facets.counted, facets.complete) == (8, True)


@pytest.mark.parametrize("text", ["lamp", "道歉", "from:Wren", "from:Wren lamp", "燈 -道歉", ""])
def test_narrowing_by_an_author_year_or_language_finds_as_many_as_were_counted(filled, text):
    facets = filled.facets(parse_query(text))

    assert facets.counted == filled.count(parse_query(text))
    for count in facets.authors:
        assert filled.count(parse_query(f'{text} from:"{count.value}"')) == count.number
    for count in facets.years:
        year = int(count.value)
        narrowed = f"{text} after:{year} before:{year + 1}"
        assert filled.count(parse_query(narrowed)) == count.number
    for count in facets.languages:
        assert filled.count(parse_query(f"{text} lang:{count.value}")) == count.number


def test_of_many_people_those_who_said_most_are_named_under_all_their_names(library):
    said = [Said("oil", f"Keeper {number:02}", "2021-09-14") for number in range(40)] * 2
    # once under each shown name: nobody else said as much
    said += [Said("oil", "Wren", "2021-09-15", display=f"wren {place}") for place in range(3)]

    for title in ("Talk:Lighthouse", "Talk:Lamp"):
        library.pages.save(make_page(said, title=title))
        authors = library.facets(parse_query("oil")).authors
        times = 1 if title == "Talk:Lighthouse" else 2
        assert authors[0] == Count("Wren", 3 * times)
        assert authors[1:] == tuple(Count(f"Keeper {place:02}", 2 * times) for place in range(29))
        said[0] = Said("oil", "Wren", "2021-09-14")
        said[40] = Said("oil", "Wren", "2021-09-14")
        said[-1] = said[-2] = Said("oil", "Keeper 00", "2021-09-14")


def test_nothing_found_has_no_facets(filled):
    facets = filled.facets(parse_query("lighthousekeeping"))

    assert facets.counted == 0
    assert (facets.authors, facets.years, facets.pages, facets.languages) == ((), (), (), ())


def test_a_hit_knows_the_comment_it_answers(filled):
    hits = filled.search(parse_query("lamp"))

    answered = filled.answered(hits)

    assert {hit.snippet: answered.get(hit.id) for hit in hits} == {
        "And the oil of the lamp?": ("Wren", "Who lit the lamp?"),
        "Who lit the lamp?": None,
        "The lamp": None,
        "Then the lamp goes out": ("燕子", "沒有燈油了，道歉"),
    }


def test_notes_answer_nobody(filled):
    filled.notes.add(make_note("oil"))

    hits = filled.search(parse_query("oil"))

    assert hits[0].note
    assert hits[0].id not in filled.answered(hits)


def test_a_profile_says_when_where_and_with_whom(filled):
    wren = filled.profile("wren")

    assert (wren.total, wren.found, wren.undated) == (3, 3, 1)
    assert wren.first == datetime(2021, 9, 14, 20, 16, tzinfo=UTC)
    assert wren.last == datetime(2021, 10, 1, 9, 0, tzinfo=UTC)
    assert wren.months == (Count("2021-09", 1), Count("2021-10", 1))
    assert [(p.title, p.section, p.number) for p in wren.pages] == [
        ("Talk:Lighthouse", "", 2),
        ("讨论:燈油", "", 1),
    ]
    assert [(p.title, p.section, p.number) for p in wren.sections] == [
        ("Talk:Lighthouse", "The lamp", 2),
        ("讨论:燈油", "燈油", 1),
    ]
    assert (wren.page_count, wren.section_count) == (2, 2)
    assert pairs(wren.answers) == {"燕子": 2}
    assert pairs(wren.answered_by) == {"燕子": 1, "Old Oak": 1}
    assert pairs(wren.names) == {"Wren": 3}


def test_a_shown_name_leads_to_the_same_person(filled):
    oak = filled.profile("🌳 oak")

    assert (oak.found, pairs(oak.names)) == (1, {"Old Oak": 1, "🌳 oak": 1})
    assert filled.profile("Old_Oak").found == 2


@pytest.mark.parametrize("name", ["User:Old_Oak", "user: old oak", "用户:Old Oak"])
def test_a_name_copied_with_its_namespace_leads_to_the_same_person(filled, name):
    assert filled.profile(name).found == 2


def test_a_profile_is_narrowed_by_words(filled):
    wren = filled.profile("Wren", parse_query("lamp -out").root)

    assert (wren.total, wren.found) == (3, 1)
    assert wren.months == (Count("2021-09", 1),)
    assert [p.title for p in wren.pages] == ["Talk:Lighthouse"]
    assert wren.answers == ()
    assert pairs(wren.answered_by) == {"燕子": 1, "Old Oak": 1}


def test_nobody_of_this_name_has_an_empty_profile(filled):
    nobody = filled.profile("Nobody")

    assert (nobody.total, nobody.found, nobody.first) == (0, 0, None)
    assert (nobody.pages, nobody.answers, nobody.names) == ((), (), ())


def test_an_index_written_in_many_batches_becomes_one_piece_that_finds_the_same(library):
    with library.pages.bulk() as bulk:
        for number in range(60):
            said = [f"word{number} number{n} 道歉" for n in range(200)]
            bulk.save(make_page(said, title=f"Talk:Page {number}", heading="!"))

    with library._archive.reading() as connection:
        pieces = connection.execute("SELECT count(DISTINCT segid) FROM words_idx").fetchone()[0]
    assert pieces == 1
    assert library.count(parse_query("道歉")) == 12_000
    assert library.count(parse_query("word59 道歉")) == 200


def test_of_very_many_hits_the_newest_are_counted(filled, monkeypatch):
    monkeypatch.setattr("talkreader.store.search.counting.LOOKED_AT", 3)

    facets = filled.facets(parse_query("lamp OR 道歉 OR 燈"))

    assert (facets.counted, facets.complete) == (3, False)
    assert facets.years == (Count("2022", 3),)
    # and no others: of all eight four are in Chinese
    assert pairs(facets.languages) == {"zh": 3}
