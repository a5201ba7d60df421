"""Finding a quote again inside one comment: word for word first, then nearly, else not at all.

Order and figures: facts about Hypothesis' anchoring (strict first, fuzzy after, always with the
quote asserted), and what it lacks: a least score, so that a deleted text is lost and not found
somewhere else. The thresholds were set on invented revisions (tests/anchoring/test_revisions.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talkreader.anchoring.context import (
    EDGE,
    Agreement,
    BodyText,
    Quote,
    agreement,
    is_other_address,
    unbroken,
)
from talkreader.anchoring.describe import CONTEXT
from talkreader.anchoring.fuzzy import nearly
from talkreader.anchoring.normalise import Folded, Normaliser, is_han, weight
from talkreader.domain.note import AnchorState, Target

_CANDIDATES = 20  # a quote of one letter stands everywhere: only the best places are weighed
_CONTEXT_ENOUGH = 0.75  # the surroundings are mostly as they were
_CONTEXT_HALF = 0.45  # one of the sides is as it was
_CONTEXT_FOREIGN = 0.3  # unrelated English sentences are about 0.2 alike
_NOT_ITS_TWIN = 0.95  # the surroundings that told two places of the same words apart
_ALONE_ENOUGH = 32  # letters: a quote that long does not come twice by chance
_SIDE_ENOUGH = 20  # letters that touch the quote on the side that was kept ...
_REST_ENOUGH = 10  # ... and letters of the quote itself with what touches it on the other
_WORD = 5  # two Chinese characters, or a short word
_SENTENCE_ENOUGH = 24  # letters: a sentence that long does not come twice by chance
_SURE_GUESS = 0.9  # a guess that good may end within a word: that word was edited
_MARGIN = 0.1  # a place that is not better by so much is not surely the one
_RESUMES = 0.6  # beside an edit the side goes on as it did; another sentence is about 0.2 alike
_MOST_LEAST = 12  # letters: less than that is said by many
_LETTERS = 3  # a single full stop or letter stands everywhere


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote stands in a body; ``agreement`` is that of its surroundings, 0 to 1.

    ``size`` is the weight of the quote with the context that was kept: how much there was to go by.
    ``same`` is the share of it that is the quote itself, word for word.
    """

    state: AnchorState
    start: int
    end: int
    score: float
    agreement: float
    size: int
    same: float = 0.0

    @property
    def altogether(self) -> float:
        """How well quote and surroundings agree, each by its length; 0 to 1."""
        return self.same + self.agreement * (1 - self.same)


def find_quote(target: Target, body: BodyText, normaliser: Normaliser) -> Found | None:
    """Return where the target's words stand in the body now; None when they are not in it.

    A target without a quote is about the whole comment: found at 0..0, with the agreement of the
    comment's first words.
    """
    if not target.exact:
        return _whole(target, body, normaliser)
    if _untouched(target, body.text):
        # an end of the body that the context reached says as much here as in `Quote`
        ends = (len(target.prefix) < CONTEXT) + (len(target.suffix) < CONTEXT)
        size = weight(target.prefix + target.exact + target.suffix) + ends * weight(EDGE)
        same = weight(target.exact) / size
        return Found(AnchorState.EXACT, target.start, target.end, 1.0, 1.0, size, same)
    quote = Quote.of(target, normaliser, script=False)
    if not quote.text:
        return None  # white space only, and not where it was
    folded = body.folded(script=False)
    found = _verbatim(target, quote, body, folded)
    if found is None and is_han(quote.text) and is_han(folded.text):
        quote = Quote.of(target, normaliser, script=True)
        folded = body.folded(script=True)
        found = _verbatim(target, quote, body, folded)
    found = found or _guess(target, quote, body.text, folded)
    if found is not None and max(len(target.prefix), len(target.suffix)) > CONTEXT:
        # the same words stood elsewhere in the comment with nearly the same around them
        return found if found.agreement >= _NOT_ITS_TWIN else None
    return found


def _whole(target: Target, body: BodyText, normaliser: Normaliser) -> Found:
    quote = Quote.of(target, normaliser, script=False)
    padded = EDGE + body.folded(script=False).text + EDGE
    agree = agreement(quote, padded, len(EDGE), len(EDGE)).context
    return Found(AnchorState.EXACT, 0, 0, 1.0, agree, weight(quote.after), 0.0)


def _untouched(target: Target, text: str) -> bool:
    """Tell whether quote and context stand exactly where they stood."""
    start, end = target.start, target.end
    return (
        0 <= start < end
        and text[start:end] == target.exact
        and text[max(0, start - len(target.prefix)) : start] == target.prefix
        and text[end : end + len(target.suffix)] == target.suffix
    )


def _verbatim(target: Target, quote: Quote, body: BodyText, folded: Folded) -> Found | None:
    """Return the place where the folded quote stands word for word, if it is convincing."""
    padded = EDGE + folded.text + EDGE
    size = len(quote.text)
    kept = _in_old_body(quote, padded)
    places = [
        (sum(unbroken(quote, padded, place, place + size)), -_shift(target, folded, place), place)
        for place in ([kept] if kept is not None else _occurrences(quote.text, padded))
    ]
    ranked: list[tuple[Agreement, int, int]] = sorted(
        (
            (agreement(quote, padded, place, place + size), near, place)
            for _run, near, place in sorted(places, reverse=True)[:_CANDIDATES]
        ),
        key=lambda each: (each[0].context, each[0].run, each[1]),
        reverse=True,
    )
    if not ranked:
        return None
    agree, near, place = ranked[0]
    heavy = weight(quote.text)
    if kept is None and _is_split(ranked, quote):
        return None
    if kept is None and is_other_address(quote, padded, place, place + size):
        return None
    sure = (
        kept is not None
        or _convincing(agree, quote)
        or _is_whole_once(ranked, quote)
        or _is_most(agree, quote)
    )
    if not sure:
        return None
    start, end = _real(target, body.text, folded.place(place - len(EDGE), place - len(EDGE) + size))
    tied = len(ranked) > 1 and _is_close(agree, ranked[1][0])
    state = _state(agree, tied=tied, shift=-near, start=target.start)
    if kept is None and not agree.run:  # no letter beside it is as it was: perhaps its twin
        state = AnchorState.GUESSED
    whole = heavy + weight(quote.before) + weight(quote.after)
    return Found(state, start, end, 0.5 + agree.context / 2, agree.context, whole, heavy / whole)


def _convincing(agree: Agreement, quote: Quote) -> bool:
    """Tell whether words that are the same are the same words, and not a repetition of them.

    Where one side is gone, either something was put in beside the quote, or its sentence was
    deleted and the kept side now stands beside other words, which may begin or end like it. The
    second cannot be where the kept side is of the quote's own sentence.
    """
    heavy = weight(quote.text)
    if heavy >= _ALONE_ENOUGH:
        return not agree.numbered or agree.context >= _CONTEXT_HALF
    nearer = min(agree.left, agree.right)
    if not any(map(str.isalnum, quote.text)):
        return nearer >= _LETTERS  # a full stop ends every sentence: it needs its own
    if heavy >= _LETTERS and _resumes(agree, quote):
        return True
    if agree.context >= _CONTEXT_ENOUGH and (
        heavy >= _REST_ENOUGH or (nearer and nearer + heavy >= _LETTERS)
    ):
        return True
    return agree.context >= _CONTEXT_HALF and any(
        kept >= _SIDE_ENOUGH and gone + heavy >= (_LETTERS if same_sentence else _REST_ENOUGH)
        for kept, gone, same_sentence in (
            (agree.left, agree.right, quote.flows_in),
            (agree.right, agree.left, quote.flows_out),
        )
    )


def _is_close(best: Agreement, second: Agreement) -> bool:
    """Tell whether two places agree with the quote about as well: then the best is a guess."""
    return second == best or (best.context < 1.0 and second.context > best.context - _MARGIN)


def _is_whole_once(ranked: Sequence[tuple[Agreement, int, int]], quote: Quote) -> bool:
    """Tell whether the quote's own sentence stands there whole, wherever that is now.

    It has to be long enough not to come twice by chance, and not to come twice.
    """
    own = quote.own_before + weight(quote.text) + quote.own_after
    whole = [
        agree.left >= quote.own_before and agree.right >= quote.own_after
        for agree, _near, _place in ranked
    ]
    return own >= _SENTENCE_ENOUGH and whole[0] and sum(whole) == 1


def _is_most(agree: Agreement, quote: Quote) -> bool:
    """Tell whether more than half of a short comment, known whole, stands there unbroken."""
    old = quote.old_body
    if old is None:
        return False
    run = agree.run + weight(quote.text)
    return run >= _MOST_LEAST and 2 * run > weight(EDGE + old + EDGE)


def _resumes(agree: Agreement, quote: Quote) -> bool:
    """Tell whether one side is wholly as it was, and the other goes on as it did beside an edit."""
    return any(
        kept >= max(weight(beside), _SIDE_ENOUGH) and like >= _RESUMES
        for kept, beside, like in (
            (agree.left, quote.before, agree.right_like),
            (agree.right, quote.after, agree.left_like),
        )
    )


def _is_split(ranked: Sequence[tuple[Agreement, int, int]], quote: Quote) -> bool:
    """Tell whether one place has kept all that stood before, another all that stood after.

    The same words were put in beside the quote, and nothing says which are the old ones.
    """
    before, after = weight(quote.before), weight(quote.after)
    lefts = {place for agree, _, place in ranked if agree.left == before}
    rights = {place for agree, _, place in ranked if agree.right == after}
    return bool(lefts and rights) and not lefts & rights


def _in_old_body(quote: Quote, padded: str) -> int | None:
    """Return the quote's place in a body that holds all of the old one, or is a part of it.

    Another form of the page shows more of a short comment, or less; what it has is word for word.
    """
    old, body = quote.old_body, padded[len(EDGE) : -len(EDGE)]
    if old is None or min(weight(old), weight(body)) < _WORD:
        return None
    before = len(quote.before) - len(EDGE)
    if padded.count(old) == 1:
        return padded.index(old) + before
    if old.count(body) == 1:
        place = before - old.index(body)
        if 0 <= place <= len(body) - len(quote.text):
            return place + len(EDGE)
    return None


def _state(agree: Agreement, *, tied: bool, shift: int, start: int) -> AnchorState:
    """Return how sure a place is where the words are the same."""
    if shift == 0:
        return AnchorState.EXACT
    if tied or agree.context < _CONTEXT_FOREIGN:
        return AnchorState.GUESSED
    # another form of the page has other white space: a few characters are no move
    if agree.context == 1.0 and shift <= 2 + start // 20:
        return AnchorState.EXACT
    return AnchorState.MOVED


def _shift(target: Target, folded: Folded, place: int) -> int:
    """Return how far a place of the padded folded text is from where the quote stood."""
    return abs(folded.starts[place - len(EDGE)] - target.start)


def _occurrences(text: str, padded: str) -> Iterator[int]:
    place = padded.find(text)
    while place >= 0:
        yield place
        place = padded.find(text, place + 1)


def _real(target: Target, text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Return the place with the white space at the quote's ends, which folding took away."""
    start, end = place
    size = len(target.exact)
    around = text.find(target.exact, max(0, end - size), start + size)
    return (around, around + size) if 0 <= around <= start else place


def _cuts_word(target: Target, text: str, start: int, end: int) -> bool:
    """Tell whether the place begins or ends within a word, and the quote did not."""
    quote = target.prefix[-1:], target.exact, target.suffix[:1]
    there = text[max(0, start - 1) : start], text[start:end], text[end : end + 1]
    return any(
        _is_inside(*after) and not _is_inside(*before)
        for before, after in (
            ((quote[0], quote[1][:1]), (there[0], there[1][:1])),
            ((quote[1][-1:], quote[2]), (there[1][-1:], there[2])),
        )
    )


def _is_inside(one: str, other: str) -> bool:
    """Tell whether two neighbours are of one word; Chinese has no spaces to tell it by."""
    return one.isalnum() and other.isalnum() and not is_han(one + other)


def _guess(target: Target, quote: Quote, text: str, folded: Folded) -> Found | None:
    """Return the place of a text that is nearly the quote."""
    padded = EDGE + folded.text + EDGE
    guess = nearly(quote, padded)
    if guess is None:
        return None
    place = folded.place(guess.start - len(EDGE), guess.end - len(EDGE))
    start, end = _real(target, text, place)
    if guess.score < _SURE_GUESS and _cuts_word(target, text, start, end):
        return None  # as far as a neighbour is like it: the next entry of a list
    size = weight(quote.text) + weight(quote.before) + weight(quote.after)
    return Found(AnchorState.GUESSED, start, end, guess.score, guess.context, size)
