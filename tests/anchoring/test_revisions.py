"""Re-anchoring, measured: notes made in one revision, looked for in an edited one."""

from __future__ import annotations

import random
from collections import Counter

from talkreader.anchoring import AnchorPage, make_target, place
from talkreader.anchoring.normalise import Normaliser
from talkreader.domain.note import AnchorState, Placed, Target

from .build import KEY, note, page
from .revisions import Said, Writer, other_form

Truth = list[tuple[int, Target]]
"""The id of the sentence that each target's words are in, and the target."""


def anchored(said: list[Said]) -> AnchorPage:
    return page(*[(each.name, each.text) for each in said])


def annotate(said: list[Said], seed: int, count: int) -> Truth:
    """Return targets on random words of random sentences: a few words, or all of them."""
    dice = random.Random(seed)  # noqa: S311 - places, not secrets
    where = anchored(said)
    made: Truth = []
    while len(made) < count:
        number = dice.randrange(len(said))
        sentence, (start, end) = dice.choice(list(said[number].places().items()))
        if dice.random() < 0.6:
            start = dice.randrange(start, end)
            end = dice.randrange(start + 1, end + 1)
        words = where.comments[number].text[start:end]
        if words.strip():
            made.append((sentence, target_from(where, number, start, end)))
    return made


def target_from(where: AnchorPage, number: int, start: int, end: int) -> Target:
    return make_target(KEY, where.comments[number], start, end)


def judge(target: Target, sentence: int, placed: Placed, later: list[Said]) -> str:
    """Return what became of a target, against the truth."""
    home = next(((n, said) for n, said in enumerate(later) if sentence in said.places()), None)
    lost = placed.state is AnchorState.LOST
    if home is None:
        return "deleted, lost" if lost else "deleted, put elsewhere"
    number, said = home
    edited = next(each.edited for each in said.sentences if each.id == sentence)
    if lost:
        return "edited, lost" if edited else "lost though there"
    start, end = said.places()[sentence]
    inside = placed.comment == number and placed.start < end and placed.end > start
    same = said.text[placed.start : placed.end] == target.exact
    if not inside or not (same or edited):
        return "wrong place"
    return "edited, found" if edited else "right"


def measure(seeds: range, touched: float = 1.0) -> Counter[str]:
    """Return how many targets became what, and in which states."""
    counted: Counter[str] = Counter()
    for seed in seeds:
        writer = Writer(seed, touched)
        before = writer.page(40)
        later = writer.revise(before)
        truth = annotate(before, seed, 60)
        found = place([note(target) for _sentence, target in truth], anchored(later))
        for (sentence, target), placed in zip(truth, found, strict=True):
            verdict = judge(target, sentence, placed, later)
            counted[verdict] += 1
            counted[f"{verdict}: {placed.state}"] += 1
    return counted


def found_again(counted: Counter[str]) -> float:
    """Return the share of the words still there that was found."""
    return counted["right"] / (counted["right"] + counted["lost though there"])


def test_words_of_a_later_copy_are_found_again_and_never_in_a_wrong_place():
    counted = measure(range(20), touched=0.3)

    assert counted["right"] > 800
    assert counted["deleted, lost"] > 100
    assert counted["wrong place"] == 0
    assert counted["deleted, put elsewhere"] == 0
    assert found_again(counted) >= 0.98


def test_words_of_a_page_with_every_comment_edited_are_never_put_in_a_wrong_place():
    counted = measure(range(20, 40), touched=1.0)

    assert counted["deleted, lost"] > 150
    assert counted["wrong place"] == 0
    assert counted["deleted, put elsewhere"] == 0
    assert found_again(counted) >= 0.93
    assert counted["edited, found"] > counted["edited, lost"]


def test_words_of_another_form_of_the_page_are_all_found_in_their_place():
    said = Writer(7).page(60)
    truth = annotate(said, 7, 200)
    form = page(*[(each.name, other_form(each.text)) for each in said])
    fold = Normaliser().fold

    for _sentence, target in truth:
        (placed,) = place([note(target)], form)
        assert placed.state in {AnchorState.EXACT, AnchorState.MOVED}
        assert placed.comment is not None
        there = form.comments[placed.comment].text[placed.start : placed.end]
        assert fold(there).text == fold(target.exact).text


if __name__ == "__main__":
    for share in (0.3, 1.0):
        counted = measure(range(40), share)
        print(f"comments edited: {share:.0%}; words found again: {found_again(counted):.1%}")
        for verdict, count in sorted(counted.items()):
            print(f"{count:6} {verdict}")
