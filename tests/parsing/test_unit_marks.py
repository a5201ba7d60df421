from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkreader.parsing.wikitext.unit_marks import anchor_before, marked_units, units_standing_in

PAGE = """<languages/>
<translate>
== Plan for the pier == <!--T:1-->

<!--T:2-->
The pier closes in May.

<!--T:note-3--> Boats land.
</translate>
Nobody's words.
<translate><!--T:4--> Questions?</translate> And more.
"""


def test_units_are_found_with_their_numbers_and_words() -> None:
    assert [(u.number, PAGE[u.start : u.end].strip()) for u in marked_units(PAGE)] == [
        ("1", "== Plan for the pier =="),
        ("2", "The pier closes in May."),
        ("note-3", "Boats land."),
        ("4", "Questions?"),
    ]


def test_wikitext_without_marks_has_no_units() -> None:
    assert marked_units("== Heading ==\n<!-- T:1 is not a mark --> Words.") == []


def test_the_empty_span_before_a_translated_heading_names_the_original() -> None:
    text = 'Lead.\n<span id="Plan_for_the_pier"></span>\n== 码头计划 ==\n'

    assert anchor_before(text, text.index("==")) == "Plan for the pier"
    assert anchor_before(text, len(text)) == ""


@given(
    st.lists(st.sampled_from(["<!--T:1-->", "== a ==", "\n", "words ", "</translate>", "<!--T:"]))
)
def test_units_stand_in_order_and_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)

    units = marked_units(text)

    assert len(units) == text.count("<!--T:1-->")
    for unit in units:
        assert 0 <= unit.start <= unit.end <= len(text)


def test_units_stand_where_a_page_without_marks_has_their_words() -> None:
    marked = "<!--T:2-->\nzwei\n\n<!--T:1-->\neins\n\n<!--T:3-->\nnicht da\n"
    shown = "== x ==\neins\n\nzwei\n"

    found = units_standing_in(shown, marked)

    assert [(unit.number, shown[unit.start : unit.end]) for unit in found] == [
        ("1", "eins"),
        ("2", "zwei"),
    ]
