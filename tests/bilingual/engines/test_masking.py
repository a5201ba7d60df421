"""What a machine must not touch is cut out and put back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from talkreader.bilingual.engines.masking import STYLES, kept_spans, mask
from talkreader.domain.body import Body, Mark, MarkKind, Span


@pytest.mark.parametrize(
    "kept",
    [
        "[[Talk:Tea|the page]]",
        "{{ping|Ada}}",
        "~~~~",
        "https://tea.example.org/a?b=1",
        "ada@tea.example.org",
        "WP:TEA",
        "User:林小滿",
        "20:16",
        "2021-09-14",
        "1,024",
        "123456",
    ],
)
def test_links_templates_addresses_and_long_numbers_are_kept(kept: str):
    masked = mask(f"See {kept} today.")

    assert masked.pieces == ("See ", " today.")
    assert masked.restored == (kept,)


def test_words_and_short_numbers_go_to_the_machine():
    assert mask("Two of 12 libraries answered.").restored == ()


@pytest.mark.parametrize("style", STYLES)
def test_a_machine_that_moves_the_marks_gets_everything_put_back(style: str):
    masked = mask("Ask [[User:Ada]] at 20:16 today.")
    first, second = (style.format(number) for number in masked._numbers())

    assert masked.marked(style) == f"Ask {first} at {second} today."
    back = masked.unmarked(f"今天{second}问{first}。", style)
    assert back == "今天20:16问[[User:Ada]]。"


def test_marks_come_back_with_full_width_signs_and_spaces():
    masked = mask("Ask [[User:Ada]].")

    assert masked.unmarked("问［ 1 ］。", "[{}]") == "问[[User:Ada]]。"
    assert masked.unmarked("问【１】。", "[{}]") == "问[[User:Ada]]。"


@pytest.mark.parametrize("answer", ["问。", "问[1][1]。", "问[11]。"])
def test_a_mark_that_is_missing_or_twice_is_noticed(answer: str):
    assert mask("Ask [[User:Ada]].").unmarked(answer, "[{}]") is None


def test_numbers_of_the_text_are_no_marks():
    masked = mask("As [1] and [2] say, ask [[User:Ada]].")

    assert masked.marked("[{}]") == "As [1] and [2] say, ask [3]."


def test_terms_of_the_glossary_come_back_in_the_other_language():
    glossary = {"notability": "关注度", "note": "注"}

    masked = mask("Notability is not a notebook.", glossary=glossary)

    assert masked.restored == ("关注度",)
    assert masked.pieces == ("", " is not a notebook.")


def test_chinese_terms_need_no_space_around_them():
    assert mask("他是马甲吗？", glossary={"马甲": "sockpuppet"}).restored == ("sockpuppet",)


def test_names_that_the_page_marks_are_kept_and_words_of_links_are_not():
    body = Body(
        "@Ada see the rules and Talk of tea",
        marks=(
            Mark(1, 4, MarkKind.PING, "Ada"),
            Mark(9, 18, MarkKind.LINK, "Rules"),
            Mark(23, 34, MarkKind.LINK, "Talk_of_tea"),
            Mark(0, 3, MarkKind.BOLD),
        ),
    )

    assert kept_spans(body) == (Span(1, 4), Span(23, 34))


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 10)), max_size=4))
def test_what_is_cut_out_and_put_back_is_the_text(text: str, places: list[tuple[int, int]]):
    keep = [
        Span(start, min(start + size, len(text))) for start, size in places if start <= len(text)
    ]

    masked = mask(text, keep)

    whole = masked.pieces[0] + "".join(
        value + piece for value, piece in zip(masked.restored, masked.pieces[1:], strict=True)
    )
    assert whole == text


@example("X11111", "[{}]")
@example("X11111", "X{}X")
@given(st.text(alphabet="ab 12[]X😀中"), st.sampled_from(STYLES))
def test_a_machine_that_changes_nothing_gives_the_text_back(words: str, style: str):
    text = f"{words} [[Tea]] {words}"
    masked = mask(text)

    assert masked.unmarked(masked.marked(style), style) == text
