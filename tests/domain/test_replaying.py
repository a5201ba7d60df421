"""What a person corrects is replayed on the page, also when it is imported anew."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.page import PageKey
from talkreader.domain.replaying import apply_corrections
from talkreader.domain.thread import Evidence, ParsedPage
from tests.parsing.pages import sign, wikitext

ADA = "c-Ada-20230504100000"
BO = "c-Bo-20230504100100"
CY = "c-Cy-20230504100200"


def page(last: str = "Third.") -> ParsedPage:
    return wikitext(
        f"== Lamp ==\nFirst words. Second words. {sign('Ada')}\n"
        f":Reply. {sign('Bo', '10:01, 4 May 2023 (UTC)')}\n"
        f"::{last} {sign('Cy', '10:02, 4 May 2023 (UTC)')}"
    )


def correction(kind: CorrectionKind, comment: str, **data: Any) -> Correction:
    whole = {"comment": comment, "occurrence": 0, **data}
    return Correction("1", PageKey("", ""), kind, whole, datetime(2023, 5, 5, tzinfo=UTC))


def test_a_corrected_author_is_shown_and_the_comment_keeps_its_name() -> None:
    done = apply_corrections(page(), [correction(CorrectionKind.AUTHOR, BO, author="Bob")])

    assert done.page.comments[1].author == "Bob"
    assert done.page.comments[1].name == BO
    assert done.lost == ()


def test_an_author_can_be_corrected_to_nobody_known() -> None:
    done = apply_corrections(page(), [correction(CorrectionKind.AUTHOR, BO, author=None)])

    assert done.page.comments[1].author is None


def test_a_corrected_parent_takes_its_answers_along() -> None:
    done = apply_corrections(page(), [correction(CorrectionKind.PARENT, BO, parent="")])

    assert [c.parent for c in done.page.comments] == [None, None, 1]
    assert [c.level for c in done.page.comments] == [1, 1, 2]
    assert done.page.comments[1].level_evidence is Evidence.CORRECTED
    assert done.page.comments[2].level_evidence is Evidence.MARKUP


def test_a_comment_cannot_answer_what_comes_after_it() -> None:
    wrong = correction(CorrectionKind.PARENT, ADA, parent=CY)

    done = apply_corrections(page(), [wrong])

    assert done.lost == (wrong,)
    assert done.page == page()


def test_splitting_gives_the_words_before_to_somebody_else() -> None:
    done = apply_corrections(
        page(), [correction(CorrectionKind.SPLIT, ADA, at=13, quote="Second words.", author="Di")]
    )

    assert [(c.author, c.body.text) for c in done.page.comments[:2]] == [
        ("Di", "First words."),
        ("Ada", "Second words."),
    ]
    assert [c.parent for c in done.page.comments] == [None, None, 1, 2]


def test_what_a_split_made_is_corrected_like_any_other_comment() -> None:
    split = correction(CorrectionKind.SPLIT, ADA, at=13, quote="Second words.", author="Di")
    about = {"split": split.id}

    done = apply_corrections(
        page(),
        [
            split,
            correction(CorrectionKind.AUTHOR, "", author="Dora", **about),
            correction(CorrectionKind.PARENT, BO, parent="", parent_split=split.id),
        ],
    )

    assert done.lost == ()
    assert done.pieces == {0: split.id}
    assert [c.author for c in done.page.comments] == ["Dora", "Ada", "Bo", "Cy"]
    assert [c.parent for c in done.page.comments] == [None, None, 0, 2]


def test_corrections_of_what_a_split_made_are_lost_with_it() -> None:
    about = correction(CorrectionKind.AUTHOR, "", author="Dora", split="taken back")

    assert apply_corrections(page(), [about]).lost == (about,)


def test_a_split_finds_its_words_after_they_moved() -> None:
    moved = wikitext(f"== Lamp ==\nNew. First words. Second words. {sign('Ada')}")

    done = apply_corrections(
        moved, [correction(CorrectionKind.SPLIT, ADA, at=13, quote="Second words.", author="Di")]
    )

    assert [c.body.text for c in done.page.comments] == ["New. First words.", "Second words."]


def test_merging_joins_a_comment_to_the_one_before() -> None:
    done = apply_corrections(page(), [correction(CorrectionKind.MERGE, BO)])

    assert [c.author for c in done.page.comments] == ["Ada", "Cy"]
    assert done.page.comments[0].body.text == "First words. Second words.\nReply."
    assert done.page.comments[1].parent == 0
    assert len(done.page.comments[0].signatures) == 2


def test_a_correction_of_a_comment_that_is_gone_changes_nothing_and_is_told() -> None:
    gone = correction(CorrectionKind.AUTHOR, "c-Nobody-20230504100000", author="X")

    done = apply_corrections(page(), [gone])

    assert (done.page, done.lost) == (page(), (gone,))


def test_corrections_hold_after_the_page_was_edited() -> None:
    done = apply_corrections(page("Edited."), [correction(CorrectionKind.PARENT, CY, parent=ADA)])

    assert [c.parent for c in done.page.comments] == [None, 0, 0]


_DATA = st.fixed_dictionaries(
    {
        "comment": st.sampled_from([ADA, BO, CY, "x"]) | st.none(),
        "occurrence": st.integers(-1, 2) | st.none() | st.text(max_size=1),
        "author": st.none() | st.text(max_size=3),
        "parent": st.sampled_from([ADA, BO, CY, "", "x"]),
        "at": st.integers(-5, 40) | st.none(),
        "quote": st.sampled_from(["", "Second", "words."]),
    }
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(CorrectionKind)), _DATA), max_size=6))
def test_any_corrections_leave_a_page_that_holds_together(
    acts: list[tuple[CorrectionKind, dict[str, Any]]],
) -> None:
    made = [
        Correction(str(n), PageKey("", ""), kind, data, datetime(2023, 5, 5, tzinfo=UTC))
        for n, (kind, data) in enumerate(acts)
    ]

    done = apply_corrections(page(), made)

    assert [c.index for c in done.page.comments] == list(range(len(done.page.comments)))
    words = " ".join(c.body.text for c in done.page.comments)
    assert sorted(words.split()) == sorted("First words. Second words. Reply. Third.".split())
    for comment, parts in zip(done.page.comments, done.parts, strict=True):
        assert parts
        for part in parts:
            copied = page().comments[part.copy].body.text[part.start : part.end]
            assert comment.body.text[part.at : part.at + len(copied)] == copied
