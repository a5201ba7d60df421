"""Finding the place of a note again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.anchoring import place
from talkreader.anchoring.match import name_parts
from talkreader.domain.note import AnchorState, Target
from talkreader.domain.page import PageKey

from .build import ADA, BO, KEY, find, note, page, target_on, words_at

LONG = (
    "The kettle should be rinsed before the first brew. Green leaves want cooler water, "
    "and black leaves want it boiling. Please do not leave them in the pot for an hour. "
    "I would rather we wrote this down in the guide than argue about it every spring."
)
OTHER = "I have never rinsed a kettle in my life, and nobody has complained so far."


def test_an_unchanged_text_is_exact():
    where = page((ADA, LONG), (BO, OTHER))

    placed = find(target_on(where, "Green leaves want cooler water"), where)
    assert (placed.state, placed.comment, placed.score) == (AnchorState.EXACT, 0, 1.0)
    assert words_at(placed, where) == "Green leaves want cooler water"


def test_words_with_a_sentence_put_before_them_are_moved():
    target = target_on(page((ADA, LONG)), "cooler water")
    now = page((ADA, "Let me begin anew, if I may. " + LONG))

    placed = find(target, now)
    assert placed.state is AnchorState.MOVED
    assert words_at(placed, now) == "cooler water"


def test_of_equal_words_the_ones_with_the_same_neighbours_are_found():
    target = target_on(page((ADA, LONG)), "leaves want it")
    now = page((ADA, LONG.replace("Green leaves want cooler", "Green leaves want it cooler")))

    placed = find(target, now)
    assert now.comments[0].text[placed.start :].startswith("leaves want it boiling")


def test_edited_words_are_guessed():
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water")
    now = page((ADA, LONG.replace("want cooler", "need somewhat cooler")))

    placed = find(target, now)
    assert placed.state is AnchorState.GUESSED
    assert words_at(placed, now) == "Green leaves need somewhat cooler water"
    assert 0 < placed.score < 1


def test_a_long_edited_quote_is_guessed_where_both_neighbours_changed():
    sentence = "Please do not leave them in the pot for an hour."
    target = target_on(page((ADA, LONG)), sentence)
    now = page((ADA, "All is new here! Please don't leave them in the pot for an hour. Bye now."))

    placed = find(target, now)
    assert placed.state is AnchorState.GUESSED
    assert words_at(placed, now) == "Please don't leave them in the pot for an hour."


def test_words_that_stay_where_they_were_beside_an_edit_are_exact():
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water")
    now = page((ADA, LONG.replace("boiling", "very hot indeed")))

    assert find(target, now).state is AnchorState.EXACT


def test_an_edited_quote_is_found_up_to_its_ends():
    sentence = "Please do not leave them in the pot for an hour."
    edited = "Please do not leave them in the old pot for an hour."
    target = target_on(page((ADA, LONG)), sentence)
    now = page((ADA, f"All of this is new here! {edited} Good evening to you all."))

    assert words_at(find(target, now), now) == edited


def test_a_long_deleted_sentence_is_not_put_on_another_that_is_half_like_it():
    sentence = "Please do not leave them in the pot for an hour."
    target = target_on(page((ADA, LONG)), sentence)
    now = page((ADA, LONG.replace(sentence, "") + " Please do ask me in the spring for my flour."))

    assert find(target, now).state is AnchorState.LOST


def test_a_text_deleted_from_one_comment_is_not_found_in_another_of_the_same_author():
    other = "c-Ada-20200302000000"
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water")

    assert find(target, page((ADA, LONG[:51]), (other, LONG))).state is AnchorState.LOST


def test_the_same_words_of_somebody_else_in_the_same_minute_are_not_taken():
    rule = "Old discussions are closed after fourteen days without an answer."
    target = target_on(page((ADA, f"I read it so: {rule} Or do you not?")), rule)
    now = page(("c-Bo-20200301090500", f"The page of rules says this. {rule} That is clear."))

    assert find(target, now).state is AnchorState.LOST


def test_a_comment_of_one_word_in_another_form_is_exact():
    target = target_on(page((ADA, "Thanks")), "Thanks")

    assert find(target, page((ADA, "\u00a0Thanks\n"))).state is AnchorState.EXACT


def test_a_deleted_sentence_is_lost_and_not_put_on_a_similar_one():
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water, ")
    now = page((ADA, LONG.replace("Green leaves want cooler water, ", "")), (BO, OTHER))

    assert find(target, now).state is AnchorState.LOST


def test_a_short_word_of_a_deleted_sentence_is_not_put_on_the_same_word_elsewhere():
    target = target_on(page((ADA, LONG)), "them")
    now = page((ADA, LONG.replace("Please do not leave them in the pot for an hour.", "")[:-1]))
    now = page((ADA, now.comments[0].text + " or ask them what they think of our old teapots."))

    assert find(target, now).state is AnchorState.LOST


def test_a_text_deleted_from_one_comment_is_not_found_in_anothers_quotation_of_it():
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water")
    now = page((ADA, LONG[:51]), (BO, "You wrote: " + LONG))

    assert find(target, now).state is AnchorState.LOST


def test_a_deleted_comment_is_lost():
    target = target_on(page((ADA, LONG), (BO, OTHER)), "rinsed")

    placed = find(target, page((BO, OTHER)))
    assert (placed.state, placed.comment, placed.start, placed.end) == (
        AnchorState.LOST,
        None,
        0,
        0,
    )


def test_a_vote_of_a_deleted_comment_is_not_put_on_the_same_vote_of_another():
    vote = "Support. This is a good idea."
    target = target_on(page((ADA, vote), (BO, vote)), "Support")

    assert find(target, page((BO, vote))).state is AnchorState.LOST


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("We  rinse - - always - - the pot.", "- - always", "We rinse -- always -- the pot."),
        ("He said “never” to\nme twice.", "“never” to\nme", 'He said "never" to me twice.'),
        ("他說綠茶葉要用溫水來泡，不可以太燙。", "綠茶葉", "他说绿茶叶要用温水来泡，不可以太烫。"),
        ("Ｔea\u00a0for two, please.", "Ｔea\u00a0for", "Tea for two, please."),
    ],
)
def test_another_form_of_the_same_page_is_exact(before: str, words: str, after: str):
    now = page((ADA, after))

    placed = find(target_on(page((ADA, before)), words), now)
    assert placed.state is AnchorState.EXACT
    found = words_at(placed, now)
    assert found is not None
    assert len(found.split()) == len(words.replace("- -", "--").split())


def test_a_copy_that_lost_the_author_is_matched_by_the_minute():
    target = target_on(page((ADA, LONG), (BO, OTHER)), "cooler water")
    now = page(("c--20200301090500", LONG), ("c--20200301101000", OTHER))

    placed = find(target, now)
    assert (placed.state, placed.comment) == (AnchorState.EXACT, 0)


def test_a_copy_that_knows_the_author_is_matched_by_the_minute():
    target = target_on(page(("c--20200301090500", LONG)), "cooler water")

    assert find(target, page((ADA, LONG))).state is AnchorState.EXACT


def test_a_renamed_author_is_matched_by_the_minute():
    target = target_on(page((ADA, LONG)), "cooler water")

    assert find(target, page(("c-Ada_of_Leeds-20200301090500", LONG))).state is AnchorState.EXACT


def test_the_same_author_at_another_time_is_a_guess():
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water")

    placed = find(target, page(("c-Ada-20200302000000", LONG)))
    assert placed.state is AnchorState.GUESSED


def test_two_comments_that_are_equally_good_are_not_chosen_from():
    target = target_on(page((ADA, LONG)), "Green leaves want cooler water")

    now = page(("c-Ada-20200302000000", LONG), ("c-Ada-20200303000000", LONG))
    assert find(target, now).state is AnchorState.LOST


def test_of_two_comments_in_one_minute_the_one_with_the_words_is_found():
    before = page((ADA, OTHER), (ADA, LONG))
    target = target_on(before, "cooler water", comment=1)

    placed = find(target, page((ADA, LONG)))
    assert (placed.state, placed.comment) == (AnchorState.EXACT, 0)


def test_of_two_equal_comments_in_one_minute_the_occurrence_decides():
    where = page((ADA, LONG), (ADA, LONG))

    assert find(target_on(where, "cooler", comment=0), where).comment == 0
    assert find(target_on(where, "cooler", comment=1), where).comment == 1


def test_a_comment_under_another_heading_is_still_that_comment():
    target = target_on(page((ADA, LONG)), "cooler water")
    now = page((BO, OTHER), (ADA, LONG), section="Archive of leaves")

    placed = find(target, now)
    assert (placed.state, placed.comment) == (AnchorState.EXACT, 1)


def test_a_comment_moved_to_another_page_is_found_there_as_moved():
    target = target_on(page((ADA, LONG)), "cooler water")
    archive = page((ADA, LONG), key=PageKey("teawiki", "Talk:Tea/Archive 1"))

    assert find(target, archive).state is AnchorState.MOVED


def test_another_page_says_nothing_about_a_note_that_it_does_not_hold():
    where = page((ADA, LONG))
    archive = page((BO, OTHER), key=PageKey("teawiki", "Talk:Tea/Archive 1"))
    whole_page = Target("teawiki", "Talk:Tea")

    assert place([note(target_on(where, "cooler")), note(whole_page)], archive) == ()


def test_another_page_with_a_comment_of_that_name_but_other_words_is_not_taken():
    target = target_on(page((ADA, LONG)), "")
    archive = page((ADA, OTHER), key=PageKey("teawiki", "Talk:Tea/Archive 1"))

    assert place([note(target)], archive) == ()


def test_a_nameless_comment_is_not_looked_for_on_another_page():
    target = target_on(page(("c--20200301090500", LONG)), "cooler")
    archive = page(("c--20200301090500", LONG), key=PageKey("teawiki", "Talk:Tea/Archive 1"))

    assert place([note(target)], archive) == ()


def test_a_copy_that_does_not_know_its_site_and_writes_the_title_with_underscores_is_home():
    target = target_on(page((ADA, LONG), key=PageKey("teawiki", "Talk:Green tea")), "cooler")

    placed = find(target, page((ADA, LONG), key=PageKey("", "Talk:Green_tea")))
    assert placed.state is AnchorState.EXACT


def test_a_note_on_a_whole_comment_outlives_its_words():
    where = page((ADA, LONG))

    placed = find(target_on(where, ""), page((ADA, "Withdrawn.")))
    assert (placed.state, placed.comment, placed.start, placed.end) == (
        AnchorState.EXACT,
        0,
        0,
        0,
    )


def test_a_note_on_a_whole_comment_whose_twin_alone_is_left_is_a_guess():
    where = page((ADA, LONG), (ADA, OTHER))

    assert find(target_on(where, "", comment=1), page((ADA, LONG))).state is AnchorState.GUESSED


def test_a_note_on_the_page_is_exact():
    placed = find(Target("teawiki", "Talk:Tea"), page((ADA, LONG)))

    assert (placed.state, placed.comment) == (AnchorState.EXACT, None)


@pytest.mark.parametrize(
    ("headings", "state"),
    [
        (("Pots", "Green leaves"), AnchorState.EXACT),
        (("Pots", "Green  leaves"), AnchorState.MOVED),
        (("Pots", "Green leaves?"), AnchorState.GUESSED),
        (("Pots",), AnchorState.LOST),
        ((), AnchorState.LOST),
    ],
)
def test_a_note_on_a_section_follows_its_heading(headings: tuple[str, ...], state: AnchorState):
    target = Target("teawiki", "Talk:Tea", section="Green leaves")

    assert find(target, page((ADA, LONG), sections=headings)).state is state


def test_every_target_of_a_note_is_placed():
    where = page((ADA, LONG), (BO, OTHER))
    both = note(target_on(where, "in the guide"), target_on(where, "I have never", comment=1))

    placed = place([both, both], where)
    assert [(p.target, p.comment) for p in placed] == [(0, 0), (1, 1), (0, 0), (1, 1)]


def test_a_quote_without_any_context_is_found_by_its_length_only():
    sentence = "Please do not leave them in the pot for an hour."
    bare = replace(target_on(page((ADA, LONG)), sentence), start=0, prefix="", suffix="")

    placed = find(bare, page((ADA, LONG)))
    assert placed.state is AnchorState.GUESSED
    assert words_at(placed, page((ADA, LONG))) == sentence
    assert find(replace(bare, exact="pot"), page((ADA, LONG))).state is AnchorState.LOST


def test_white_space_alone_is_found_only_where_it_was():
    where = page((ADA, LONG))

    assert find(target_on(where, " "), where).state is AnchorState.EXACT
    assert find(target_on(where, " "), page((ADA, "Well. " + LONG))).state is AnchorState.LOST


def test_a_name_says_author_and_minute():
    assert name_parts("c-Jean-Luc_P.-20200301090500") == ("Jean-Luc_P.", "20200301090500")
    assert name_parts("c--20200301090500") == ("", "20200301090500")
    assert name_parts("c-Ada-") == ("Ada", "")


@given(st.text(min_size=1, max_size=200), st.data())
def test_an_unchanged_text_is_exact_at_the_same_place(text: str, data: st.DataObject):
    where = page((ADA, text), (BO, text))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact, prefix, suffix = text[start:end], text[max(0, start - 32) : start], text[end : end + 32]
    target = Target(*KEY, "Leaves", BO, 0, start, end, exact=exact, prefix=prefix, suffix=suffix)

    placed = find(target, where)
    assert (placed.state, placed.comment) == (AnchorState.EXACT, 1)
    assert (placed.start, placed.end) == (start, end)


@given(st.lists(st.integers(0, 10**6), min_size=6, max_size=30, unique=True), st.data())
def test_what_was_put_before_a_quote_does_not_change_what_is_found(
    numbers: list[int], data: st.DataObject
):
    words = [f"word{number}" for number in numbers]
    text = " ".join(words)
    quote = data.draw(st.sampled_from(words))
    before = data.draw(st.text(max_size=100)) + " "
    now = page((ADA, before + text))

    placed = find(target_on(page((ADA, text)), quote), now)
    assert placed.state in {AnchorState.EXACT, AnchorState.MOVED, AnchorState.GUESSED}
    assert words_at(placed, now) == quote
    assert placed.start >= len(before)


names = st.sampled_from(["", "c--", ADA, BO, "c-Ada-", "c--20200301090500", "no name"])
targets = st.builds(
    Target,
    site=st.sampled_from(["", *KEY]),
    title=st.sampled_from(["", KEY.title]),
    section=st.text(max_size=5),
    comment=names,
    occurrence=st.integers(-2, 3),
    start=st.integers(-10, 50),
    end=st.integers(-10, 50),
    exact=st.text(max_size=20),
    prefix=st.text(max_size=40),
    suffix=st.text(max_size=40),
)


@given(st.lists(targets, min_size=1, max_size=4), st.lists(st.tuples(names, st.text(max_size=60))))
def test_placing_never_raises_and_stays_inside(made: list[Target], comments: list[tuple[str, str]]):
    where = page(*comments)

    for placed in place([note(*made)], where):
        if placed.comment is not None:
            text = where.comments[placed.comment].text
            assert 0 <= placed.start <= placed.end <= len(text)
        assert 0 <= placed.score <= 1
