"""Words that stayed while what stands beside them was edited or moved; names in another script."""

from __future__ import annotations

import pytest

from talkreader.anchoring import make_target
from talkreader.domain.note import AnchorState

from .build import ADA, KEY, find, page, target_on, words_at

LINES = [
    "The kettle was rinsed at noon, as the rules of the house want it.",
    "Nobody told the gardener about the cups.",
    "All of us will meet again in the second week of May.",
]
HAN = "c-張三豐-20210918060000"


def test_words_of_a_sentence_that_moved_within_its_comment_go_with_it() -> None:
    target = target_on(page((ADA, "\n".join(LINES))), "gardener")
    now = page((ADA, "\n".join((LINES[1], LINES[0], LINES[2]))))

    placed = find(target, now)

    assert words_at(placed, now) == "gardener"
    assert placed.state is not AnchorState.LOST


def test_a_chinese_sentence_that_moved_within_its_comment_is_found() -> None:
    lines = ["春季申请将于周一开始。", "基金会不再资助旅行费用。", "请看规则第四节。"]
    target = target_on(page((ADA, "\n".join(lines))), "旅行")
    now = page((ADA, "\n".join((lines[2], lines[1], lines[0]))))

    assert words_at(find(target, now), now) == "旅行"


def test_of_a_sentence_that_comes_twice_now_neither_is_certain() -> None:
    thanks = "Thank you for your long and friendly question."
    before = f"{LINES[0]}\n{thanks}\n{LINES[1]}\n{LINES[2]}"
    target = target_on(page((ADA, before)), "friendly")
    now = page((ADA, f"{LINES[2]}\n{thanks}\nWe shall see.\n{thanks}\nSo be it then."))

    assert find(target, now).state in (AnchorState.LOST, AnchorState.GUESSED)


def test_a_short_word_is_found_beside_an_edited_one() -> None:
    text = "We rinse the kettle at noon. It is tea that we drink in the afternoon, all of us."
    target = target_on(page((ADA, text)), "tea")
    now = page((ADA, text.replace("that we", "which we")))

    assert words_at(find(target, now), now) == "tea"


def test_a_word_of_a_deleted_sentence_is_not_put_on_the_next_that_begins_like_it() -> None:
    first = "We have rinsed the kettle at noon, as the rules want."
    second, third = "I drink green tea.", "I never saw that gardener."
    before = f"{first} {second} {third}"
    target = make_target(KEY, page((ADA, before)).comments[0], len(first) + 1, len(first) + 2)

    assert find(target, page((ADA, f"{first} {third}"))).state is AnchorState.LOST


@pytest.mark.parametrize("name", ["c-张三丰-20210918060000", HAN])
def test_a_name_in_the_other_script_is_the_same_person(name: str) -> None:
    target = target_on(page((HAN, "列表")), "列表")

    placed = find(target, page(("c-Ada-20210918060000", "列表。"), (name, "列表")))

    assert (placed.comment, placed.state) == (1, AnchorState.EXACT)


def test_a_short_comment_whose_copy_has_another_zone_is_that_comment() -> None:
    text = "列表回复一\n换行"
    target = target_on(page((HAN, text)), "换行")

    placed = find(target, page(("c-張三豐-20210917160000", text)))

    assert placed.state is AnchorState.EXACT


def test_a_form_that_shows_less_of_a_short_comment_has_what_it_shows() -> None:
    target = target_on(page((HAN, "Template:Outdent 我來縮排。")), "縮")
    now = page((HAN, "我來縮排。"))

    assert words_at(find(target, now), now) == "縮"


def test_what_a_form_does_not_show_is_lost() -> None:
    target = target_on(page((HAN, "Template:Outdent 我來縮排。")), "Outdent")

    assert find(target, page((HAN, "我來縮排。"))).state is AnchorState.LOST


def test_an_entry_of_a_list_that_is_gone_is_not_put_on_the_beginning_of_its_neighbour() -> None:
    long, other = "Wikipedia:Bots/Noticeboard/Archive 12#Long", "Double-redirect tagging"
    entries = ["Adminbots requests page", long, f"Wikipedia:Bots/Noticeboard/Archive 12#{other}"]
    target = target_on(page((ADA, "\n".join(entries))), long)

    now = page((ADA, "\n".join((entries[0], entries[2]))))
    assert find(target, now).state is AnchorState.LOST


def test_a_word_left_out_before_the_neighbours_of_the_last_words_does_not_lose_them() -> None:
    text = "We met in the harbour, and then the keeper just told me it rains."
    target = target_on(page((ADA, text)), "me it rains.")
    now = page((ADA, text.replace("just ", "")))

    assert words_at(find(target, now), now) == "me it rains."
