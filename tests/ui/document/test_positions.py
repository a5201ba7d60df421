from hypothesis import given
from hypothesis import strategies as st

from talkreader.ui.document.positions import Kind, Places, Range, code_points, units

texts = st.text(st.sampled_from("ab 图𠮷🙂\n"), max_size=30)


@given(texts, st.data())
def test_code_points_and_utf16_units_are_turned_into_each_other(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert units(text, start, end) == len(text[start:end].encode("utf-16-le")) // 2
    assert code_points(text, start, units(text, start, end)) == end


def _places(text: str, *runs: tuple[int, int, int]) -> Places:
    places = Places()
    places.open(Kind.COMMENT, 0, text, 0)
    for start, end, at in runs:
        places.add(start, end, at)
    places.close(1000)
    return places


@given(texts.filter(bool), st.data())
def test_an_offset_goes_to_the_document_and_comes_back(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    # the second half stands first, as a column of a table may
    places = _places(text, (cut, len(text), 10), (0, cut, 200))
    offset = data.draw(st.integers(0, len(text) - 1))

    [(low, high)] = places.ranges(0, offset, offset + 1)

    assert places.offset_at(low) == (0, offset)
    assert places.selected(low, high) == [Range(0, offset, offset + 1)]


def test_words_of_two_paragraphs_are_two_places_but_one_selection() -> None:
    places = _places("one\ntwo", (0, 3, 10), (4, 7, 14))

    assert places.ranges(0, 1, 6) == [(11, 13), (14, 16)]
    assert places.selected(11, 16) == [Range(0, 1, 6)]


def test_words_with_others_between_them_stay_apart() -> None:
    places = _places("one and two", (0, 3, 10), (8, 11, 14), (4, 7, 40))

    assert places.selected(10, 17) == [Range(0, 0, 3), Range(0, 8, 11)]


def test_a_header_line_is_nobodys_body() -> None:
    places = _places("one", (0, 3, 10))

    assert places.offset_at(4) is None
    assert places.offset_at(60) is None
    assert places.selected(0, 9) == []


def test_words_shown_twice_are_found_at_both_places() -> None:
    places = _places("one two", (0, 7, 10))
    places.open(Kind.COMMENT, 1, "x", 1000)
    places.add_echo(0, "one two", (4, 7), 1010)
    places.close(1100)

    assert places.ranges(0, 4, 7) == [(14, 17), (1010, 1013)]
    assert places.offset_at(1011) == (0, 5)
