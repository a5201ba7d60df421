from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from talkreader.bilingual import decision_of, place_of, recalled_pairs, settle
from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.body import Body, Span
from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.machine import DraftFlag
from talkreader.domain.page import PageKey
from talkreader.domain.thread import Comment, Evidence, Prose, Section, Signature
from talkreader.domain.translation import Translation, TranslationOrigin

KEY = PageKey("examplewiki", "Talk:Harbour")
DAY = datetime(2026, 1, 1, tzinfo=UTC)
ENGLISH = "The harbour is closed. The boats stay out. Nobody complains."
CHINESE = "港口关闭了。船只留在外面。没有人抱怨。"


def comment(index: int, text: str, author: str = "Heron") -> Comment:
    signature = Signature(author, DAY, "1 January 2026", Span(0, 0))
    return Comment(index, 0, None, 1, Evidence.MARKUP, (signature,), Body(text), Span(0, 0))


def segment(index: int, text: str, words: str, language: str) -> Segment:
    start = text.index(words)
    return Segment(index, start, start + len(words), language, words)


def pair(english: str, chinese: str, where: tuple[int, int] = (0, 1)) -> Pair:
    return Pair(
        segment(where[0], ENGLISH, english, "en"),
        segment(where[1], CHINESE, chinese, "zh-hans"),
        PairOrigin.REPLY,
        0.5,
    )


class Page(NamedTuple):
    """A page's texts, below one heading."""

    comments: tuple[Comment, ...]
    prose: tuple[Prose, ...] = ()
    sections: tuple[Section, ...] = (Section(0, "Harbour wall", 2, None, Span(0, 0)),)


COMMENTS = (comment(0, ENGLISH), comment(1, CHINESE, "Crane"))
PAGE = Page(COMMENTS)
FOUND = (
    pair("The harbour is closed.", "港口关闭了。"),
    pair("The boats stay out.", "船只留在外面。"),
    pair("Nobody complains.", "没有人抱怨。"),
)


def decided(kind: CorrectionKind, data: dict[str, Any] | None, minutes: int = 0) -> Correction:
    assert data is not None
    return Correction(f"{kind}{minutes}", KEY, kind, data, DAY + timedelta(minutes=minutes))


def joined(words: str, chinese: str, minutes: int = 0) -> Correction:
    return decided(CorrectionKind.PAIR, decision_of(PAGE, pair(words, chinese)), minutes)


def broken(words: str, minutes: int = 0) -> Correction:
    place = place_of(PAGE, segment(0, ENGLISH, words, "en"))
    return decided(CorrectionKind.UNPAIR, place, minutes)


def unit(source: str, target: str, minutes: int = 0, **place: Any) -> Translation:
    moment = DAY + timedelta(minutes=minutes)
    return Translation(
        "u1", source, target, "en", "zh-hans", TranslationOrigin.TYPED, moment, moment, **place
    )


def texts(pairs: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [(p.source.text, p.target.text) for p in pairs if p.source and p.target]


def test_without_decisions_the_pairs_stay_as_they_were_found() -> None:
    assert settle(PAGE, FOUND, []) == FOUND


def test_a_broken_pair_is_gone_and_the_others_stay() -> None:
    assert settle(PAGE, FOUND, [broken("The boats stay out.")]) == (FOUND[0], FOUND[2])


def test_two_pairs_joined_are_one_of_the_persons() -> None:
    together = joined("The harbour is closed. The boats stay out.", "港口关闭了。船只留在外面。")

    pairs = settle(PAGE, FOUND, [together])

    assert texts(pairs) == [
        ("The harbour is closed. The boats stay out.", "港口关闭了。船只留在外面。"),
        ("Nobody complains.", "没有人抱怨。"),
    ]
    assert [p.origin for p in pairs] == [PairOrigin.PERSON, PairOrigin.REPLY]


def test_a_moved_pair_takes_the_words_from_the_one_that_had_them() -> None:
    pairs = settle(PAGE, FOUND, [joined("The harbour is closed.", "船只留在外面。")])

    assert texts(pairs) == [
        ("The harbour is closed.", "船只留在外面。"),
        ("Nobody complains.", "没有人抱怨。"),
    ]


def test_the_last_decision_counts() -> None:
    again = joined("The boats stay out.", "船只留在外面。", 2)

    pairs = settle(PAGE, FOUND, [again, broken("The boats stay out.", 1)])

    assert texts(pairs) == texts(FOUND)


def test_decisions_follow_their_words_into_another_copy() -> None:
    longer = (comment(0, f"Hello all. {ENGLISH}"), COMMENTS[1])

    pairs = settle(Page(longer), (), [joined("The boats stay out.", "船只留在外面。")])

    (found,) = pairs
    assert found.source is not None
    assert longer[0].body.text[found.source.start : found.source.end] == "The boats stay out."


def test_decisions_about_words_that_are_gone_change_nothing() -> None:
    other = (comment(0, "Everything is different."), COMMENTS[1])

    assert settle(Page(other), (), [joined("The boats stay out.", "船只留在外面。")]) == ()


def test_a_typed_translation_goes_before_what_was_found() -> None:
    start = ENGLISH.index("The boats")
    typed = unit(
        "The boats stay out.",
        "船不进港。",
        comment=COMMENTS[0].name,
        start=start,
        end=start + len("The boats stay out."),
    )

    pairs = settle(PAGE, FOUND, [], [typed])

    assert ("The boats stay out.", "船不进港。") in texts(pairs)
    assert ("The boats stay out.", "船只留在外面。") not in texts(pairs)
    (own,) = [p for p in pairs if p.origin is PairOrigin.PERSON]
    assert own.target is not None
    assert own.target.comment is None


def test_the_memory_offers_what_it_knows_for_sentences_without_a_pair() -> None:
    known = [unit("The boats stay out!", "船只留在外面!")]

    (offer,) = recalled_pairs(PAGE, FOUND[:1], known)

    assert offer.origin is PairOrigin.MEMORY
    assert offer.source == FOUND[1].source
    assert offer.target is not None
    assert offer.target.text == "船只留在外面!"
    assert 0.75 <= offer.score < 1
    assert recalled_pairs(PAGE, FOUND, known) == ()


def test_the_memory_does_not_offer_a_translation_into_the_language_itself() -> None:
    assert (
        recalled_pairs(Page(COMMENTS[1:]), (), [unit("船只留在外面。", "The boats stay out.")])
        == ()
    )


def test_what_was_translated_before_word_for_word_is_offered_whole_the_newest_first() -> None:
    known = [
        unit("The boats stay out.", "旧的译文。"),
        unit("The boats  stay out.", "新的译文。", 5),
    ]

    (offer,) = recalled_pairs(PAGE, (FOUND[0], FOUND[2]), known)

    assert offer.score == 1
    assert offer.target is not None
    assert offer.target.text == "新的译文。"


def unsigned(text: str) -> Prose:
    return Prose(0, Body(text), Span(0, 0))


def prose_pair(english: str, chinese: str, where: tuple[int, int] = (0, 1)) -> Pair:
    found = pair(english, chinese)
    assert found.source is not None
    assert found.target is not None
    return replace(
        found,
        source=replace(found.source, comment=None, prose=where[0]),
        target=replace(found.target, comment=None, prose=where[1]),
    )


LEAD = Page((), (unsigned(ENGLISH), unsigned(CHINESE)))
LED = tuple(
    prose_pair(*both)
    for both in (
        ("The harbour is closed.", "港口关闭了。"),
        ("The boats stay out.", "船只留在外面。"),
    )
)


def test_a_pair_of_unsigned_text_is_broken_and_moved_like_any_other() -> None:
    apart = decided(CorrectionKind.UNPAIR, place_of(LEAD, LED[0].source))
    moved = decided(
        CorrectionKind.PAIR,
        decision_of(LEAD, prose_pair("The boats stay out.", "没有人抱怨。")),
    )

    assert settle(LEAD, LED, [apart]) == LED[1:]
    assert texts(settle(LEAD, LED, [moved]))[1:] == [("The boats stay out.", "没有人抱怨。")]


def test_two_headings_are_taken_apart_and_stay_so_when_they_stand_elsewhere() -> None:
    names = ("Wall", "墙", "Wall", "墙")
    sections = tuple(Section(n, name, 2, None, Span(0, 0)) for n, name in enumerate(names))
    first, second = (
        Pair(
            Segment(None, 0, 4, "en", "Wall", section=at),
            Segment(None, 0, 1, "zh-hans", "墙", section=at + 1),
            PairOrigin.SECTION,
            0.9,
        )
        for at in (0, 2)
    )
    page = Page((), (), sections)

    apart = decided(CorrectionKind.UNPAIR, place_of(page, second.source))
    by_the_other_side = decided(CorrectionKind.UNPAIR, place_of(page, second.target))
    before = Section(0, "News", 2, None, Span(0, 0))
    later = Page((), (), (before, *(replace(one, index=one.index + 1) for one in sections)))
    moved = [
        replace(
            pair,
            source=replace(pair.source, section=(pair.source.section or 0) + 1),
            target=replace(pair.target, section=(pair.target.section or 0) + 1),
        )
        for pair in (first, second)
        if pair.source is not None and pair.target is not None
    ]

    assert settle(page, (first, second), [apart]) == (first,)
    assert settle(page, (first, second), [by_the_other_side]) == (first,)
    assert settle(later, moved, [apart]) == (moved[0],)


def test_decisions_about_unsigned_text_follow_it_below_another_heading() -> None:
    sections = (Section(0, "Wall", 2, None, Span(0, 0)),)
    later = Page((), (unsigned("Hello."), unsigned(f"News: {ENGLISH}"), LEAD.prose[1]), sections)
    kept = decided(CorrectionKind.PAIR, decision_of(LEAD, LED[1]))

    (found,) = settle(later, (), [kept])

    assert found.source is not None
    assert found.target is not None
    assert (found.source.prose, found.source.text) == (1, "The boats stay out.")
    assert (found.target.prose, found.target.text) == (2, "船只留在外面。")


def test_a_translation_of_unsigned_text_stays_with_it() -> None:
    place = place_of(LEAD, LED[0].source)
    assert place is not None
    typed = unit(
        LED[0].source.text,
        "港口不开。",
        comment=place["comment"],
        start=place["start"],
        end=place["end"],
    )

    own = [p for p in settle(LEAD, LED, [], [typed]) if p.origin is PairOrigin.PERSON]

    assert texts(tuple(own)) == [("The harbour is closed.", "港口不开。")]


def test_an_offer_with_another_number_says_so() -> None:
    page = Page((comment(0, "The boats stay out until May 7."),))
    known = [unit("The boats stay out until May 3.", "船只留在外面到五月3日。")]

    (offer,) = recalled_pairs(page, (), known)

    assert offer.flags == (DraftFlag.LOST_NUMBER,)


def test_the_memory_offers_what_it_knows_for_unsigned_text() -> None:
    known = [unit("The boats stay out!", "船只留在外面!")]

    (offer,) = recalled_pairs(LEAD, LED[:1], known)

    assert offer.source == LED[1].source


SENTENCES = {
    0: ["The harbour is closed.", "The boats stay out.", "Nobody complains."],
    1: ["港口关闭了。", "船只留在外面。", "没有人抱怨。"],
}


def _range(index: int, ends: tuple[int, int]) -> str:
    first, last = sorted(ends)
    return ("" if index else " ").join(SENTENCES[index][first : last + 1])


ranges = st.tuples(st.integers(0, 2), st.integers(0, 2))
# joining, parting and moving are all PAIR, of more, fewer or other sentences; breaking is UNPAIR
steps = st.lists(st.tuples(ranges, st.none() | ranges), max_size=6)


@given(
    steps,
    st.text("Some wórds. 早安。\n", max_size=40),
    st.text("Sóme more. 再见。\n", max_size=40),
    st.integers(0, 2),
)
def test_decisions_give_the_same_pairs_wherever_their_words_stand_in_another_copy(
    taken: list[tuple[tuple[int, int], tuple[int, int] | None]], before: str, after: str, above: int
) -> None:
    decisions = [
        broken(_range(0, source), number)
        if other is None
        else joined(_range(0, source), _range(1, other), number)
        for number, (source, other) in enumerate(taken)
    ]
    others = [comment(n, f"Good morning, {n}.", "Stork") for n in range(above)]
    english = comment(above, before + ENGLISH + after)
    copy = Page((*others, english, comment(above + 1, CHINESE, "Crane")))

    def moved(side: Segment | None) -> Segment:
        assert side is not None
        assert side.comment is not None
        shift = 0 if side.comment else len(before)
        return replace(
            side, comment=side.comment + above, start=side.start + shift, end=side.end + shift
        )

    found = [replace(p, source=moved(p.source), target=moved(p.target)) for p in FOUND]
    pairs = settle(PAGE, FOUND, decisions)

    assert settle(copy, found, decisions) == tuple(
        replace(p, source=moved(p.source), target=moved(p.target)) for p in pairs
    )
    for one in pairs:  # no words are in two pairs
        for two in pairs:
            assert one is two or not (
                _overlap(one.source, two.source) or _overlap(one.target, two.target)
            )


def _overlap(one: Segment | None, two: Segment | None) -> bool:
    assert one is not None
    assert two is not None
    return one.start < two.end and two.start < one.end
