"""The revisions of a page, folded into what they did to its comments."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from talkreader.domain.page import ChangeKind, CommentChange, Form, RawPage, Revision
from talkreader.parsing import parse
from talkreader.parsing.history import HistoryFold

FIRST, EDITED, REMOVED, RESTORED = ChangeKind
START = datetime(2023, 5, 4, 10, tzinfo=UTC)


def said(words: str, name: str = "Ada", minute: int = 1) -> str:
    return f"{words} [[User:{name}|{name}]] 10:{minute:02}, 4 May 2023 (UTC)\n"


def fold(*texts: str) -> tuple[CommentChange, ...]:
    made = HistoryFold("Talk:Lamp", "en", {})
    for number, text in enumerate(texts, 1):
        made.add(Revision(number, START + timedelta(days=number), "Editor"), text)
    return made.changes()


def told(
    changes: tuple[CommentChange, ...],
) -> list[tuple[str, ChangeKind, int | None, str | None]]:
    return [(c.comment.split("-")[1], c.kind, c.revision.id, c.text) for c in changes]


def test_first_seen_edited_removed_and_restored_are_told_with_their_revisions() -> None:
    a, b = said("Out."), said("Lit.", "Bo")
    changes = fold(a, a + "\n" + b, said("Out!") + "\n" + b, said("Out!"), said("Out!") + "\n" + b)

    assert told(changes) == [
        ("Ada", FIRST, 1, None),
        ("Bo", FIRST, 2, None),
        ("Ada", EDITED, 3, "Out."),
        ("Bo", REMOVED, 4, None),  # its words stand there again later
        ("Bo", RESTORED, 5, None),
    ]


def test_what_was_removed_for_good_keeps_its_words() -> None:
    changes = fold(said("Out.") + "\n" + said("Lit.", "Bo"), said("Out."))

    assert told(changes)[-1] == ("Bo", REMOVED, 2, "Lit.")


def test_a_comment_that_moves_to_another_section_is_not_changed() -> None:
    a, b = said("Out."), said("Lit.", "Bo")

    changes = fold(f"== One ==\n{a}\n== Two ==\n{b}", f"== One ==\n\n== Two ==\n{b}\n{a}")

    assert [kind for _, kind, _, _ in told(changes)] == [FIRST, FIRST]


def test_two_comments_of_one_name_are_told_apart_by_their_words() -> None:
    changes = fold(said("One.") + "\n" + said("Two."), said("Two."))

    assert [(c.occurrence, c.kind, c.text) for c in changes] == [
        (0, FIRST, None),
        (1, FIRST, None),
        (0, REMOVED, "One."),
    ]


def test_a_blanked_page_that_comes_back_keeps_no_text_twice() -> None:
    page = "".join(f"== {n} ==\n{said(f'Word {n}.', minute=n)}" for n in range(1, 20))

    changes = fold(page, "", page)

    assert Counter(c.kind for c in changes) == {FIRST: 19, REMOVED: 19, RESTORED: 19}
    assert not any(c.text for c in changes)


PAGES = st.lists(
    st.tuples(
        st.sampled_from(["", "== A ==\n", "== B ==\n"]),
        st.sampled_from(["One.", "Two.", "Three."]),
        st.sampled_from(["Ada", "Bo"]),
        st.integers(1, 3),
    ),
    max_size=6,
).map(lambda parts: "\n".join(head + said(words, who, at) for head, words, who, at in parts))


@given(st.lists(PAGES, min_size=1, max_size=6))
def test_the_changes_end_with_the_comments_of_the_last_revision(texts: list[str]) -> None:
    standing: Counter[str] = Counter()
    for change in fold(*texts):
        if change.kind in {FIRST, RESTORED}:
            standing[change.comment] += 1
        elif change.kind is REMOVED:
            standing[change.comment] -= 1

    # sections are understood one by one
    last = Counter(
        comment.name
        for comment in parse(RawPage(Form.WIKITEXT, texts[-1], title="Talk:Lamp")).comments
    )
    assert +standing == last
