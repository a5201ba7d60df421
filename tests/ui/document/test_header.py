from dataclasses import replace

import pytest

from talkreader.domain.thread import Evidence, PageWarning, WarningKind
from talkreader.ui.document.builder import summary_names
from talkreader.ui.document.header import (
    Times,
    badges,
    display_name,
    mostly_inferred,
    shown_author,
    shown_time,
    time_hint,
)
from tests.ui.pages import make_comment


def test_a_lost_name_is_said_to_be_lost() -> None:
    assert shown_author(make_comment(0, "x", author=None)) == "name not kept"


def test_time_is_shown_in_utc_and_as_signed_on_request() -> None:
    signature = make_comment(1, "x").signatures[0]

    assert shown_time(signature) == "2023-03-04 10:00 UTC"
    assert shown_time(signature, Times.SIGNED) == "10:00, 04 March 2023 (UTC)"
    local = signature.timestamp.astimezone()
    assert shown_time(signature, Times.LOCAL) == f"{local:%Y-%m-%d %H:%M}"


def test_an_impossible_date_is_shown_as_it_was_signed() -> None:
    signature = replace(make_comment(0, "x").signatures[0], timestamp=None, raw="31 February")

    assert shown_time(signature) == "31 February"


def test_the_words_of_the_signature_are_one_hover_away() -> None:
    assert "10:00, 04 March 2023 (UTC)" in time_hint(make_comment(1, "x"))


def test_an_inferred_place_is_marked_and_one_from_markup_is_not() -> None:
    inferred = make_comment(0, "x", evidence=Evidence.INFERRED)

    assert [badge.word for badge in badges(inferred)] == ["inferred"]
    assert badges(make_comment(0, "x")) == []


def test_how_sure_an_inferred_place_is_stands_in_its_hint() -> None:
    comment = replace(make_comment(0, "x", evidence=Evidence.INFERRED), confidence=0.64)

    [badge] = badges(comment)

    assert "64 %" in badge.hint


def test_an_inferred_place_takes_a_sign_when_the_page_has_said_it() -> None:
    [badge] = badges(make_comment(0, "x", evidence=Evidence.INFERRED), told=True)

    assert (badge.word, badge.quiet) == ("≈", True)


def test_a_few_inferred_places_need_no_notice() -> None:
    sure = [make_comment(number, "x") for number in range(8)]
    unsure = [make_comment(8 + number, "x", evidence=Evidence.INFERRED) for number in range(2)]

    assert not mostly_inferred([*sure, *unsure])
    assert mostly_inferred([*sure[:2], *unsure])
    assert not mostly_inferred([])


@pytest.mark.parametrize("kind", [kind for kind in WarningKind if kind != "name-not-kept"])
def test_every_warning_has_words_and_shows_its_detail(kind: WarningKind) -> None:
    [badge] = badges(make_comment(0, "x", warnings=(PageWarning(kind, "the detail"),)))

    assert badge.word
    assert badge.caution
    assert badge.hint.endswith("\nthe detail")


def test_a_second_signature_is_named() -> None:
    comment = make_comment(0, "x")
    second = make_comment(1, "x", author="Tomasz Wolny").signatures[0]

    [badge] = badges(replace(comment, signatures=(*comment.signatures, second)))

    assert badge.word == "also signed by Tomasz Wolny"


def test_a_display_name_is_shown_when_it_differs() -> None:
    comment = make_comment(0, "x")
    signature = replace(comment.signatures[0], display_name="Ada!")

    same = replace(comment.signatures[0], display_name="Ada Fenwick")
    assert display_name(comment) == ""
    assert display_name(replace(comment, signatures=(same,))) == ""
    assert display_name(replace(comment, signatures=(signature,))) == "signs as Ada!"


def test_two_names_and_a_count_stand_for_folded_replies() -> None:
    assert summary_names(["A"]) == "A"
    assert summary_names(["A", "B"]) == "A, B"
    assert summary_names(["A", None, "C", "D"]) == "A, name not kept, +2"


def test_a_comment_in_a_box_says_what_the_box_says() -> None:
    boxed = replace(make_comment(0, "x"), box="Kept. Mirela K.")
    assert badges(boxed, opens_box=True)[0].word == "box: Kept. Mirela K."
    [badge] = badges(boxed)

    assert badge.word == "in a box"
    assert "Kept. Mirela K." in badge.hint


def test_a_user_name_with_its_namespace_is_no_other_name() -> None:
    comment = make_comment(0, "x", author="Ada")
    plain = replace(comment.signatures[0], display_name="User:Ada")
    other = replace(comment.signatures[0], display_name="Countess")

    assert display_name(replace(comment, signatures=(plain,))) == ""
    assert display_name(replace(comment, signatures=(other,))) == "signs as Countess"
