"""Text that is nearly the same text: which of several alike is the note's own."""

from __future__ import annotations

import pytest

from talkreader.anchoring import make_target
from talkreader.domain.note import AnchorState

from .build import ADA, KEY, find, page, target_on, words_at

OTHER = "I have never rinsed a kettle in my life, and nobody has complained so far."


def test_of_addresses_in_a_list_a_deleted_one_is_not_taken_for_its_neighbour():
    lines = [f"https://example.org/story/{number},1-0.html" for number in (38244, 38267, 38290)]
    target = target_on(page((ADA, "\n".join(lines))), lines[1])

    assert find(target, page((ADA, "\n".join((lines[0], lines[2]))))).state is AnchorState.LOST


def test_words_that_every_line_of_a_list_has_are_not_moved_to_another_line():
    before = "\n".join(f"https://example.org/story/{n},1-0.html" for n in (38244, 38267, 38290))
    words = "story/38267"
    start = before.index(words)
    target = make_target(KEY, page((ADA, before)).comments[0], start, start + len("story/"))
    now = before.replace("example.org/story/38267", "example.net/38267")

    assert find(target, page((ADA, now))).state is AnchorState.LOST


def test_sentences_made_from_one_template_are_told_apart_by_their_numbers():
    made = "The counter says that you have {} edits on {}."
    one, other = made.format(5, "the one"), made.format(31, "another")
    target = target_on(page((ADA, f"I have looked. {one} I wonder. {other} Strange!")), one)

    now = page((ADA, f"I have looked. And it is so: {other} Strange!"))
    assert find(target, now).state is AnchorState.LOST


def test_a_full_stop_is_not_taken_for_that_of_another_sentence():
    before = page((ADA, "Kettles were rinsed in the spring. I agree."))
    text = before.comments[0].text
    target = make_target(KEY, before.comments[0], len(text) - 1, len(text))

    assert find(target, page((ADA, text.removesuffix(" I agree.")))).state is AnchorState.LOST


def test_of_two_places_that_each_kept_one_side_none_is_taken():
    rest = " and may your kettle sing whenever the evening is cold."
    target = target_on(page((ADA, f"Best wishes,{rest}")), "Best wishes,")
    now = page((ADA, f"Best wishes, Best wishes,{rest}"))

    assert find(target, now).state is AnchorState.LOST


def test_a_short_comment_is_found_whole_in_a_copy_that_shows_more_of_it():
    target = target_on(page((ADA, "Done.")), "Done.")
    now = page((ADA, "== Request ==\nDone."))

    assert words_at(find(target, now), now) == "Done."


def test_the_bullets_of_a_copied_page_do_not_count():
    target = target_on(page((ADA, "Keep")), "Keep")

    assert find(target, page((ADA, "  • Keep"))).state is not AnchorState.LOST


def test_a_copy_with_its_times_in_another_zone_keeps_its_notes():
    words = "nobody has complained so far"
    target = target_on(page(("c-Bo-20200301101000", OTHER)), words)
    now = page(("c-Bo-20200301181000", OTHER), ("c-Bo-20200302110000", "Yes."))

    placed = find(target, now)
    assert placed.state is not AnchorState.LOST
    assert words_at(placed, now) == words
    other_minute = page(("c-Bo-20200301181100", "Not so."), ("c-Bo-20200302110000", "Yes."))
    assert find(target, other_minute).state is AnchorState.LOST


def test_of_comments_of_one_minute_an_edited_one_is_not_taken_for_its_like():
    made = "Hello. The page {} that you began was proposed for deletion, for it has no sources."
    before = page((ADA, made.format("Kettle")), (ADA, made.format("Saucer")))
    now = page((ADA, made.format("Saucer")), (ADA, made.format("A quite other name")))

    assert find(target_on(before, before.comments[0].text), now).state is AnchorState.LOST


def test_of_two_lines_of_a_list_that_begin_alike_the_other_is_not_the_deleted_one() -> None:
    line = "background-image: url(data:image/svg+xml, the same drawing in the same size, {})"
    first, second = line.format("a tray"), line.format("a kettle")
    target = target_on(page((ADA, f"{first}\n{second}")), "svg+xml")

    assert find(target, page((ADA, second))).state is AnchorState.LOST
    now = page((ADA, f"So:\n{first}\n{second}"))
    assert words_at(find(target, now), now) == "svg+xml"
    assert find(target, now).start < now.comments[0].text.index(second)


def test_a_part_that_all_addresses_of_a_list_have_is_not_moved_to_the_next() -> None:
    lines = [f"http://www.example.org/web/article/0,1-0@2-3214,36-{n},0.html" for n in (382, 384)]
    before = page((ADA, "\n".join(["See:", *lines])))
    target = target_on(before, "0,1-0@2-3214")

    assert find(target, page((ADA, f"See:\n{lines[1]}"))).state is AnchorState.LOST
    now = page((ADA, f"Do see these:\n{lines[0]}"))
    assert words_at(find(target, now), now) == "0,1-0@2-3214"


TOLD = "the lamp on the tower was lit every night by its keeper"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In the old diary he says: {}! That was all.", "In her own diary she says; {}? So."),
        (
            "The first plan of the board says – {}, as it was.",
            "The second plan of the board said “{}” as it is.",
        ),
    ],
)
def test_the_twin_of_a_quotation_that_was_deleted_is_no_more_than_a_guess(
    first: str, second: str
) -> None:
    old = page((ADA, f"{first.format(TOLD)} We kept that. {second.format(TOLD)}"))
    new = page((ADA, f"We kept that. {second.format(TOLD)}"))

    found = find(target_on(old, TOLD), new)

    assert found.state in (AnchorState.GUESSED, AnchorState.LOST)


def test_a_sentence_that_was_moved_with_what_stands_beside_it_has_moved() -> None:
    old = page((ADA, f"We kept that. In the old diary he says: {TOLD}! That was all."))
    new = page((ADA, f"That was really all? In the old diary he says: {TOLD}! We kept that."))

    assert find(target_on(old, TOLD), new).state is AnchorState.MOVED
