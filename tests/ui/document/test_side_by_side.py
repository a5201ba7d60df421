from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.thread import Comment
from talkreader.ui.document.positions import Range
from talkreader.ui.document.side_by_side import Home, Pairs, rows_of
from tests.ui.pages import PAIRED, as_page, make_bilingual_page, make_comment


def home(comment: Comment) -> Home:
    return Home(comment.index, comment.body)


def _shown(text: str, rows: list) -> list[str]:
    words = []
    for row in rows:
        if row.across is not None:
            words.append(text[row.across.start : row.across.end])
        else:
            words.append("|".join(side.text if side else "" for side in (row.left, row.right)))
    return words


def test_sentences_stand_beside_their_translations_and_the_rest_across() -> None:
    page = make_bilingual_page()
    comment = page.comments[0]

    rows = rows_of(home(comment), page.pairs)

    assert _shown(comment.body.text, rows) == [
        "A word before.",
        *("|".join(pair) for pair in PAIRED),
        "中文版:",
        "So much for today.",
    ]


@given(st.sets(st.integers(0, 40), max_size=12))
def test_every_word_is_shown_once_whatever_is_paired(edges: set[int]) -> None:
    text = "".join(chr(ord("a") + number % 26) for number in range(40))
    cuts = sorted(edges)
    segments = [Segment(0, low, high, "en", text[low:high]) for low, high in pairwise(cuts)]
    pairs = [
        Pair(left, right, PairOrigin.SAME_POST, 1.0)
        for left, right in zip(segments[::3], segments[1::3], strict=False)
    ]

    rows = rows_of(home(make_comment(0, text)), pairs)

    letters = "".join(_shown(text, rows)).replace("|", "")
    assert sorted(letters) == sorted(text)


def test_a_pair_that_does_not_fit_the_text_is_not_used() -> None:
    page = make_bilingual_page()
    wrong = replace(page.pairs[0].source, text="other words")

    pairs = Pairs(page.comments, [replace(page.pairs[0], source=wrong, target=None)])

    assert list(pairs.of(0)) == []


def test_a_sentence_finds_its_partner_both_ways() -> None:
    page = make_bilingual_page()
    source, target = page.pairs[1].source, page.pairs[1].target

    pairs = Pairs(page.comments, page.pairs)

    left, right = Range(0, source.start, source.end), Range(0, target.start, target.end)
    assert pairs.partners(0, source.start) == (left, right)
    assert pairs.partners(0, target.end - 1) == (right, left)
    assert pairs.partners(0, 0) is None


def test_a_translation_in_a_reply_is_shown_beside_the_source() -> None:
    page = as_page([make_comment(0, "Good."), make_comment(1, "好。", parent=0, level=2)])
    source = Segment(0, 0, 5, "en", "Good.")
    target = Segment(1, 0, 2, "zh-hans", "好。")
    pair = Pair(source, target, PairOrigin.REPLY, 1.0)

    rows = rows_of(home(page.comments[0]), Pairs(page.comments, [pair]).of(0))

    assert _shown("Good.", rows) == ["Good.|好。"]


@pytest.mark.parametrize("missing", ["source", "target"])
def test_a_sentence_without_translation_has_an_empty_side(missing: str) -> None:
    page = make_bilingual_page()
    pair = replace(page.pairs[0], **{missing: None})

    rows = rows_of(home(page.comments[0]), [pair])

    [row] = [row for row in rows if row.across is None]
    assert (row.left is None, row.right is None) == (missing == "source", missing == "target")


def test_a_sentence_that_is_in_two_pairs_is_shown_once() -> None:
    page = make_bilingual_page()
    comment = page.comments[0]
    longer = replace(page.pairs[0].source, end=page.pairs[0].source.end + 5, text="")

    rows = rows_of(
        home(comment), [*page.pairs, replace(page.pairs[0], source=longer), page.pairs[1]]
    )

    assert _shown(comment.body.text, rows) == _shown(
        comment.body.text, rows_of(home(comment), page.pairs)
    )
