"""Which comments of two copies are the same: new, edited and gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from talkreader.anchoring import compare, compare_words
from talkreader.domain.body import Body, Span
from talkreader.domain.changes import PageChanges, PieceKind
from talkreader.domain.thread import Comment, Evidence, Signature

START = datetime(2024, 3, 1, 8, 0, tzinfo=UTC)


def said(index: int, author: str | None, text: str, minute: int | None = None) -> Comment:
    moment = START + timedelta(minutes=index if minute is None else minute)
    signature = Signature(author, moment, "", Span(0, 0))
    body = Body(text)
    return Comment(index, 0, None, 1, Evidence.MARKUP, (signature,), body, Span(0, 1))


OLD = [
    said(0, "Ada", "The ferry leaves at nine in the morning."),
    said(1, "Bo", "Then we should print a new timetable."),
    said(2, "Cy", "我觉得时刻表应该放在码头的入口处。"),
]


def test_the_same_copy_changes_nothing() -> None:
    assert not compare(OLD, OLD)


def test_comments_are_new_edited_and_gone() -> None:
    newer = [
        OLD[0],
        said(1, "Di", "Who pays for the printing?", 50),
        said(2, "Cy", "我觉得新的时刻表应该放在码头的入口处。", 2),
    ]

    assert compare(OLD, newer) == PageChanges(new=(1,), edited=((2, 2),), gone=(1,))


def test_two_comments_of_one_person_in_one_minute_are_told_apart_by_their_words() -> None:
    older = [said(0, "Ada", "Support the move.", 0), said(1, "Ada", "A question about boats?", 0)]
    newer = [
        said(0, "Ada", "A question about boats?", 0),
        said(1, "Ada", "Something never said before in here.", 0),
        said(2, "Ada", "Support the move.", 0),
    ]

    assert compare(older, newer) == PageChanges(new=(1,))


def test_a_corrected_time_does_not_make_a_comment_new() -> None:
    newer = [said(0, "Ada", "The ferry leaves at nine in the morning!", 90), *OLD[1:]]

    assert compare(OLD, newer) == PageChanges(edited=((0, 0),))


def test_a_lost_name_is_found_by_its_minute_and_words() -> None:
    newer = [OLD[0], said(1, None, "Then we should print a new timetable [sic]."), OLD[2]]

    assert compare(OLD, newer) == PageChanges(edited=((1, 1),))


def test_another_person_in_the_same_minute_is_somebody_else() -> None:
    newer = [OLD[0], said(1, "Di", "Then we should print a new timetable."), OLD[2]]

    assert compare(OLD, newer) == PageChanges(new=(1,), gone=(1,))


def test_another_form_of_the_page_is_not_an_edit() -> None:
    newer = [replace(OLD[0], body=Body("“The ferry” leaves at nine\nin the morning.")), *OLD[1:]]

    assert compare(OLD, newer).edited == ((0, 0),)
    assert not compare(OLD, newer, exact=False)


TEXTS = st.text(alphabet="ab 中文,.\n𠀀", max_size=30)


@given(TEXTS, TEXTS)
def test_the_pieces_of_a_comparison_are_both_texts(older: str, newer: str) -> None:
    pieces = compare_words(older, newer)

    assert "".join(p.text for p in pieces if p.kind is not PieceKind.ADDED) == older
    assert "".join(p.text for p in pieces if p.kind is not PieceKind.REMOVED) == newer


def test_words_and_chinese_characters_are_marked_one_by_one() -> None:
    pieces = compare_words("leaves at nine, 在2号码头", "leaves at ten, 在2号旧码头")

    changed = [(p.kind, p.text) for p in pieces if p.kind is not PieceKind.SAME]
    assert sorted(changed) == [
        (PieceKind.ADDED, "ten"),
        (PieceKind.ADDED, "旧"),
        (PieceKind.REMOVED, "nine"),
    ]


@given(st.lists(st.tuples(st.sampled_from(["Ada", "Bo", None]), TEXTS), max_size=8), st.data())
def test_every_comment_of_both_copies_is_accounted_for_once(
    rows: list[tuple[str | None, str]], data: st.DataObject
) -> None:
    older = [said(n, who, text, n % 3) for n, (who, text) in enumerate(rows)]
    kept = data.draw(st.permutations(range(len(older))))[: len(older) // 2 + 1]
    newer = [replace(older[at], index=n) for n, at in enumerate(kept)]

    changes = compare(older, newer)

    assert not changes.new
    assert len(changes.gone) == len(older) - len(newer)
