"""Comments that stand inside others in another form; names and short comments that were changed."""

from __future__ import annotations

import pytest

from talkreader.domain.note import AnchorState

from .build import ADA, BO, find, page, target_on, words_at

KETTLE = "The kettle was rinsed at noon, as the rules want."
CUPS = "Nobody told the gardener about the cups."


@pytest.mark.parametrize(
    "signature",
    [
        "--Ada (talk) 09:05, 1 March 2020 (UTC)",
        "— Ada（留言） 2020年3月1日 (日) 09:05 (UTC)",
        "Ada 9:05, 1 mar 2020 (CET)",
    ],
)
def test_a_comment_inside_another_is_found_by_the_signature_in_its_words(signature: str) -> None:
    target = target_on(page((ADA, KETTLE), (BO, CUPS)), "kettle")
    now = page((BO, f"Somebody said:\n{KETTLE} {signature}\n{CUPS}"))

    placed = find(target, now)

    assert (placed.state, words_at(placed, now)) == (AnchorState.MOVED, "kettle")


@pytest.mark.parametrize(
    "signature",
    [
        "",
        "--Ada (talk) 10:05, 1 March 2020 (UTC)",
        "--Ada (talk) 09:05, 1 March 2021 (UTC)",
        "--Eve (talk) 09:05, 1 March 2020 (UTC)",
    ],
)
def test_words_of_a_deleted_comment_that_another_person_says_are_not_its_own(
    signature: str,
) -> None:
    target = target_on(page((ADA, KETTLE), (BO, CUPS)), "kettle")
    now = page((BO, f"Somebody said:\n{KETTLE} {signature}\n{CUPS}"))

    assert find(target, now).state is AnchorState.LOST


def test_while_a_comment_is_there_a_quotation_of_it_is_not_taken_for_it() -> None:
    target = target_on(page((ADA, KETTLE), (BO, CUPS)), "kettle")
    quoted = f"{KETTLE} --Ada (talk) 09:05, 1 March 2020 (UTC)\n{CUPS}"
    now = page((ADA, "I take all of it back."), (BO, quoted))

    assert find(target, now).state is AnchorState.LOST


def test_words_after_the_signature_are_not_the_comments() -> None:
    target = target_on(page((ADA, KETTLE), (BO, CUPS)), "kettle")
    now = page((BO, f"Ada wrote 09:05, 1 March 2020 something else.\n{KETTLE}\n{CUPS}"))

    assert find(target, now).state is AnchorState.LOST


def test_a_label_with_a_small_first_letter_is_the_same_user() -> None:
    before = page(("c-ada-20200301090500", "Done."), (BO, CUPS))
    now = page((ADA, "• Done."), (BO, CUPS))

    placed = find(target_on(before, "Done"), now)

    assert words_at(placed, now) == "Done"


def test_words_in_most_of_a_short_comment_stay_when_its_beginning_was_edited() -> None:
    before = page((ADA, "An unsigned remark was left by"))
    now = page((ADA, "Sections: no unsigned remark was left by"))

    placed = find(target_on(before, "by"), now)

    assert words_at(placed, now) == "by"
    assert placed.start == len("Sections: no unsigned remark was left ")


def test_of_a_short_comment_that_was_mostly_rewritten_a_word_is_lost() -> None:
    before = page((ADA, "An unsigned remark was left by"))
    now = page((ADA, "Whatever you want, it stands near by"))

    assert find(target_on(before, "by"), now).state is AnchorState.LOST


def test_the_last_words_before_a_signature_are_found_whatever_stands_before_them() -> None:
    target = target_on(page((ADA, "[[Box]]\nIt is."), (BO, CUPS)), "is")
    now = page((BO, f"A box of words.\nIt is. --Ada (talk) 09:05, 1 March 2020 (UTC)\n{CUPS}"))

    placed = find(target, now)

    assert (placed.state, words_at(placed, now)) == (AnchorState.MOVED, "is")


def test_of_a_long_quote_in_a_list_another_entry_is_not_it() -> None:
    name = "Map_of_the_harbour_and_the_lighthouse.svg"
    entries = [f"See the big one: [{name}|thumb|190x190px| With 190px images]"]
    entries += [f"[{name}|thumb|{size}x{size}px| With {size}px images]" for size in (300, 450)]
    target = target_on(page((ADA, "\n".join(entries))), name)
    now = page((ADA, "\n".join(entries[1:])))

    assert find(target, now).state is AnchorState.LOST
