"""The readable tree in a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.thread import Evidence
from talkreader.exporting.outline import Discussion
from talkreader.exporting.plain_threads import threads_text
from talkreader.exporting.width import columns

from .build import comment, prose, section


def test_replies_stand_under_what_they_answer_with_a_guide_per_level():
    page = Discussion(
        [section(0, "Tea")],
        [
            comment(0, "Which tea?"),
            comment(1, "Green.\nOr white.", author="Bo", parent=0, level=2),
            comment(2, "Black!", author="Cy"),
        ],
    )

    assert threads_text(page) == (
        "Tea\n"
        "═══\n"
        "\n"
        "Ada · 2020-03-01 09:05 UTC\n"
        "│ Which tea?\n"
        "\n"
        "│ Bo · 2020-03-01 09:05 UTC\n"
        "│ │ Green.\n"
        "│ │ Or white.\n"
        "\n"
        "Cy · 2020-03-01 09:05 UTC\n"
        "│ Black!\n"
    )


def test_an_inferred_parent_is_marked():
    guess = Evidence.INFERRED
    page = Discussion(
        [section(0, "Tea")],
        [comment(0, evidence=guess), comment(1, parent=0, level=2, evidence=guess)],
    )

    assert "│ Ada · 2020-03-01 09:05 UTC · reply inferred\n" in threads_text(page)
    assert threads_text(page).count("inferred") == 1


def test_an_answer_to_somebody_far_above_says_to_whom():
    page = Discussion(
        [section(0, "Tea")],
        [
            comment(0, author="Ada"),
            comment(1, author="Bo", parent=0, level=2),
            comment(2, author="Cy"),
            comment(3, author="Di", parent=1, level=3),
        ],
    )

    assert "│ │ Di · 2020-03-01 09:05 UTC · answers Bo\n" in threads_text(page)
    assert threads_text(page).count("answers") == 1


def test_an_answer_below_another_answer_needs_no_such_remark():
    page = Discussion(
        [section(0, "Tea")],
        [
            comment(0),
            comment(1, parent=0, level=2),
            comment(2, parent=1, level=3),
            comment(3, parent=0, level=2),
        ],
    )

    assert "answers" not in threads_text(page)


def test_prose_stands_in_its_place():
    page = Discussion(
        [section(0, None, 0)], [comment(0), comment(1)], [prose("Between.", 7), prose("Last.", 99)]
    )

    lines = threads_text(page).splitlines()
    places = [n for n, line in enumerate(lines) if line.startswith(("Ada", "Between", "Last"))]
    assert [lines[n].split()[0] for n in places] == ["Ada", "Between.", "Ada", "Last."]


def test_a_lost_name_and_time_are_said_to_be_lost():
    page = Discussion([section(0, "Tea")], [comment(0, author=None, timestamp=None)])

    assert "name not kept · 9:05 as signed\n" in threads_text(page)


def test_a_display_name_and_what_follows_the_signature_are_shown():
    page = Discussion(
        [section(0, "Tea")], [comment(0, "Hi", display_name="A. L.", trailing="(moved here)")]
    )

    assert "Ada (A. L.) · " in threads_text(page)
    assert "│ Hi\n│ (moved here)\n" in threads_text(page)


def test_an_empty_nameless_section_is_not_shown():
    assert threads_text(Discussion([section(0, None, 0)], [])) == ""


def test_a_page_cannot_command_the_terminal():
    page = Discussion(
        [section(0, "T\x1b[2J")], [comment(0, "a\x9b31m\rb\tc", author="Ada\x1b]0;x\x07\nBo")]
    )

    shown = threads_text(page)
    assert [c for c in shown if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0] == []
    assert "│ a\ufffd31m\ufffdb c\n" in shown


def test_a_very_deep_answer_keeps_room_for_its_words():
    chain = [comment(0, "tea")] + [
        comment(n, "word " * 9, parent=n - 1, level=n + 1) for n in range(1, 90)
    ]

    lines = threads_text(Discussion([section(0, "Tea")], chain), width=40).splitlines()
    assert max(map(columns, lines)) <= 40
    assert sum(line.count("word") for line in lines) == 89 * 9


@given(st.lists(st.text(), max_size=4), st.integers(0, 120))
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(texts: list[str], width: int):
    comments = [comment(n, text, parent=n - 1 if n else None) for n, text in enumerate(texts)]

    plain = "".join(c for text in texts for c in text if c.isprintable() and c not in " │")
    shown = threads_text(Discussion([section(0, None, 0)], comments), width=width)
    assert all(columns(line) <= max(width, 32) for line in shown.splitlines())
    rest = iter(shown)
    assert all(character in rest for character in plain)
