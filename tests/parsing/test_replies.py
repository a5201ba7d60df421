"""Who answers whom where the copy lost its indentation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.thread import Evidence, ParsedPage
from tests.parsing.pages import plaintext


def copy(*lines: str) -> ParsedPage:
    """Return a copy whose lines are "words. Name" and get a date each, a minute apart.

    An empty line stays one.
    """
    rows = [
        f"{line} (talk) 10:{minute:02}, 4 May 2023 (UTC)" if line else ""
        for minute, line in enumerate(lines)
    ]
    return plaintext("\n".join(rows))


def parents(page: ParsedPage) -> list[int | None]:
    return [comment.parent for comment in page.comments]


def test_the_first_comment_of_a_section_answers_the_heading() -> None:
    page = copy("Out. Ada")

    assert parents(page) == [None]
    assert page.comments[0].level_evidence is Evidence.INFERRED


def test_a_blank_line_leads_from_a_post_into_its_answers_and_back_to_the_heading() -> None:
    assert parents(copy("Out. Ada", "", "Yes. Bo", "No. Cy", "", "New matter. Dee")) == [
        None,
        0,
        1,
        None,
    ]


def test_people_who_take_turns_answer_each_other() -> None:
    page = copy("Out. Ada", "", "Why? Bo", "No oil. Ada", "I see. Bo")

    assert parents(page) == [None, 0, 1, 2]
    assert page.comments[3].confidence > 0.8


def test_a_name_called_is_the_one_who_is_answered() -> None:
    page = copy("Out. Ada", "", "Why? Bo", "Perhaps the wick. Cy", "@Bo: the oil. Dee")

    assert parents(page)[3] == 1


def test_a_longer_name_is_another_persons() -> None:
    page = copy("Out. Ada", "", "Why? Bo", "Perhaps the wick. Cy", "@Bobby: the oil. Dee")

    assert parents(page)[3] == 2


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("Hello Wilhelmina, thank you. Dee", 1),
        ("Dear @Wilhelmina Byron: the oil. Dee", 1),
        ("@WByron: the oil. Dee", 1),
        ("Wilhelmina Byron asks much. Dee", 1),
        ("I agree with Wilhelmina. Dee", 2),
    ],
)
def test_people_are_called_by_parts_of_their_names(line: str, answers: int) -> None:
    page = copy("Out. Ada", "", "Why? Wilhelmina Byron", "Perhaps the wick. Cy", line)

    assert page.comments[1].author == "Wilhelmina Byron"
    assert parents(page)[3] == answers


def test_a_name_among_those_who_talk_already_is_only_mentioned() -> None:
    page = copy("Out. Ada", "", "Why? Bobby", "The oil. Ada", "No. Cy", "@Bobby: see? Ada")

    assert parents(page) == [None, 0, 1, 2, 3]


def test_an_outdented_comment_begins_anew() -> None:
    page = copy("Out. Ada", "", "Why? Bo", "Oil. Ada", "┌────┘ Let us begin anew. Bo")

    assert parents(page) == [None, 0, 1, None]


def test_what_was_set_in_between_answers_what_is_above_it() -> None:
    page = plaintext(
        "Shall we? Ada (talk) 10:00, 4 May 2023 (UTC)\n\n"
        "  • Yes. Bo (talk) 10:05, 4 May 2023 (UTC)\n"
        "  • Why? Cy (talk) 11:00, 4 May 2023 (UTC)\n"
        "  • No. Dee (talk) 10:10, 4 May 2023 (UTC)"
    )

    assert parents(page) == [None, 0, 1, 0]


def test_a_closers_verdict_is_not_what_the_first_post_answers() -> None:
    page = plaintext(
        "Kept. Cy (talk) 10:00, 9 May 2023 (UTC)\n\n"
        "Shall we? Ada (talk) 10:00, 4 May 2023 (UTC)\n"
        "  • Yes. Bo (talk) 10:05, 4 May 2023 (UTC)"
    )

    assert parents(page) == [None, None, 1]


def test_thanks_for_what_the_heading_names_go_to_who_gave_it() -> None:
    page = plaintext(
        "A small FAQEdit\n\n"
        "Here it is. Ada (talk) 10:00, 4 May 2023 (UTC)\n\n"
        "Is the lamp in it? Bo (talk) 10:05, 4 May 2023 (UTC)\n"
        "Thanks for the FAQ. Cy (talk) 10:10, 4 May 2023 (UTC)\n\n"
        "MoreEdit\n\nOut. Ada (talk) 10:20, 4 May 2023 (UTC)"
    )

    assert parents(page) == [None, 0, 0, None]


def test_nobody_answers_what_is_not_yet_written() -> None:
    page = plaintext(
        "Out. Ada (talk) 10:00, 4 May 2023 (UTC)\n\n"
        "Why? Bo (talk) 10:05, 4 May 2023 (UTC)\n"
        "No oil. Cy (talk) 10:20, 4 May 2023 (UTC)\n"
        "The wick. Dee (talk) 10:10, 4 May 2023 (UTC)"
    )

    assert parents(page)[3] == 0


def test_bullets_of_a_section_stand_at_one_depth() -> None:
    page = copy("Shall we? Ada", "", "  • Yes. Bo", "  • No. Cy", "Why not? Dee", "  • Yes. Eve")

    assert parents(page) == [None, 0, 0, 2, 0]


def test_blank_lines_between_all_lines_say_nothing() -> None:
    page = copy(
        "Out. Ada", "", "Why? Bo", "", "Oil. Ada", "", "Ah. Bo", "", "So. Ada", "", "Go. Bo"
    )

    assert parents(page) == [None, 0, 1, 2, 3, 4]


def test_a_list_without_end_goes_no_deeper_than_threads_do() -> None:
    page = plaintext(
        "\n".join(
            f"Line {minute}. Person{minute} (talk) 10:{minute:02}, 4 May 2023 (UTC)"
            for minute in range(60)
        )
    )

    assert max(comment.level for comment in page.comments) == 41


@given(st.lists(st.sampled_from(["", "Yes. Ada", "  • No. Bo", "@Ada: why? Cy"]), max_size=15))
def test_a_parent_is_always_open_above(lines: list[str]) -> None:
    page = copy(*lines)

    path: list[int] = []
    for comment in page.comments:
        assert comment.parent is None or comment.parent in path
        assert 0 <= comment.confidence <= 1
        del path[comment.level - 1 :]
        assert (path[-1] if path else None) == comment.parent
        path.append(comment.index)
