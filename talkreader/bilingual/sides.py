"""The sentences of one language in a text, and which of two sides are translations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from talkreader.bilingual.align import LETTERS_PER_HAN, Aligner, Bead
from talkreader.bilingual.belief import believed
from talkreader.bilingual.characters import HAN
from talkreader.bilingual.languages import CHINESE, LanguageRun, labelled
from talkreader.bilingual.sentences import BREAK, is_addressee
from talkreader.bilingual.unit_maker import UnitMaker
from talkreader.bilingual.units import Chinese, English, overlap
from talkreader.domain.bilingual import Segment
from talkreader.domain.progress import Progress

ENGLISH = "en"
HAN_CHARACTER = re.compile(f"[{HAN}]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_LETTER = re.compile(r"[^\W\d_]")
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """A body or heading, or a part of one that begins at ``offset``.

    ``comment``, ``prose`` and ``section``: see `Segment`.
    """

    comment: int | None
    text: str
    offset: int = 0
    prose: int | None = None
    section: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Sentences of one language in one text, which is made of pieces that begin at ``starts``."""

    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    text: str
    sentences: tuple[LanguageRun, ...]

    @property
    def start(self) -> int:
        """Where the first sentence begins."""
        return self.sentences[0].start

    def _piece(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def each(self, progress: Progress) -> Iterator[str]:
        """Yield the words of every sentence, until somebody stops it."""
        for run in self.sentences:
            progress.check()
            yield self.text[run.start : run.end]

    def breaks(self) -> frozenset[int]:
        """Return the indices of sentences with another text before them, or another piece."""
        return frozenset(
            index + 1
            for index, (before, after) in enumerate(pairwise(self.sentences))
            if _LETTER.search(self.text, before.end, after.start)
            or self._piece(before.start) != self._piece(after.start)
        )

    def lines(self) -> frozenset[int]:
        """Return the indices of sentences that begin a line."""
        return frozenset(
            index + 1
            for index, (before, after) in enumerate(pairwise(self.sentences))
            if BREAK.search(self.text, before.end, after.start)
        )

    def segment(self, first: int, last: int) -> Segment:
        """Return the sentences ``first`` to ``last`` (not included) as one segment."""
        start, end = self.sentences[first].start, self.sentences[last - 1].end
        at = self._piece(start)
        piece = self.pieces[at]
        base = self.starts[at] - piece.offset
        language = self.sentences[first].language
        words = self.text[start:end]
        return Segment(
            piece.comment, start - base, end - base, language, words, piece.prose, piece.section
        )


def sentences_of(text: str) -> tuple[LanguageRun, ...]:
    """Return the sentences of a text with their languages; what only calls somebody is left out."""
    return tuple(run for run in labelled(text) if not is_addressee(text[run.start : run.end]))


def side_of(pieces: Sequence[Piece], found: Sequence[Sequence[LanguageRun]]) -> Side | None:
    """Return these sentences of a text as a side, those of each piece by themselves; None: none."""
    starts = list(accumulate((len(piece.text) + len(_GAP) for piece in pieces), initial=0))
    runs = tuple(
        LanguageRun(at + run.start, at + run.end, run.language)
        for at, sentences in zip(starts, found, strict=False)
        for run in sentences
    )
    text = _GAP.join(piece.text for piece in pieces)
    return Side(tuple(pieces), tuple(starts[:-1]), text, runs) if runs else None


def neighbours(english: Side, chinese: Side) -> list[tuple[Side, Side, bool]]:
    """Return the stretches of two languages in one text that stand next to each other.

    Each with whether the English one is the first; [] when there are no more than one of either.
    """
    runs = [(run, True) for run in english.sentences] + [(run, False) for run in chinese.sentences]
    runs.sort(key=lambda each: each[0].start)
    stretches = [
        (is_english, tuple(run for run, _is_english in some))
        for is_english, some in groupby(runs, key=lambda each: each[1])
    ]
    if len(stretches) < 3:
        return []
    return [
        (
            replace(english, sentences=first if is_english else second),
            replace(chinese, sentences=second if is_english else first),
            is_english,
        )
        for (is_english, first), (_other, second) in pairwise(stretches)
    ]


def whole(pieces: Sequence[Piece], language: str) -> Side | None:
    """Return all of a text that is in one language for the most part, ``en`` or ``zh``.

    Words that prove nothing count as the text's own language, and Chinese full of names and
    commands is Chinese as long as it has a Han character.
    """
    kept: list[list[LanguageRun]] = []
    for piece in pieces:
        found = sentences_of(piece.text)
        script = _script(found)
        kinds = [_kind(piece.text, run, language, script) for run in found]
        kept.append(
            [
                LanguageRun(run.start, run.end, kind)
                for run, kind in zip(found, kinds, strict=True)
                if kind
            ]
        )
    return side_of(pieces, kept)


def _kind(text: str, run: LanguageRun, language: str, script: str) -> str:
    """Return the language that a sentence has in a text of this language, "" for neither."""
    chinese = HAN_CHARACTER.search(text, run.start, run.end) is not None
    if language == ENGLISH:
        return ENGLISH if not chinese and LATIN_WORD.search(text, run.start, run.end) else ""
    if not chinese:
        return ""
    return run.language if run.language.startswith(CHINESE) else script


def _script(found: Sequence[LanguageRun]) -> str:
    """Return the kind of Chinese that most Chinese sentences are in."""
    counts = Counter(run.language for run in found if run.language.startswith(CHINESE))
    return counts.most_common(1)[0][0] if counts else CHINESE


_LEAST_OF_BEAD = 0.15
_STRETCH = 2.0  # lengths that still go together


def aligned(
    units: UnitMaker,
    english: Side,
    chinese: Side,
    *,
    told: bool = False,
    chances: int = 1,
    progress: Progress | None = None,
) -> list[Bead]:
    """Return the beads of two sides that translate each other, in order.

    ``told``: somebody said that one is the translation of the other, so nothing has to prove it.
    ``chances``: how many sides are tried for one of them.

    Raises: Cancelled: somebody stopped it.
    """
    progress = progress or Progress()
    left = [units.english(words) for words in english.each(progress)]
    right = [units.chinese(words) for words in chinese.each(progress)]
    aligner = Aligner(
        left,
        right,
        (english.breaks(), chinese.breaks()),
        (english.lines(), chinese.lines()),
        progress,
    )
    beads = aligner.beads()
    if told:
        return _filled(beads, left, right)
    return believed([b for b in beads if b.overlap.mean >= _LEAST_OF_BEAD], left, right, chances)


def whole_bead(units: UnitMaker, english: Side, chinese: Side) -> Bead:
    """Return two sides as the one bead that they are."""
    text = english.text, chinese.text
    left, right = units.english(text[0]), units.chinese(text[1])
    ends = len(english.sentences), len(chinese.sentences)
    return Bead(0, ends[0], 0, ends[1], overlap(left, right), left.size)


def _filled(
    beads: list[Bead], english: Sequence[English], chinese: Sequence[Chinese]
) -> list[Bead]:
    """Return the beads with those between two of them where one sentence is left on either side.

    Words that no dictionary has (names of parts, terms of a trade) prove nothing, but in a
    translation a lone sentence between two known ones mostly is the translation of the other.
    """
    found: list[Bead] = []
    for before, after in pairwise([None, *beads, None]):
        if before is not None:
            found.append(before)
        e0, c0 = (before.e1, before.c1) if before is not None else (0, 0)
        e1, c1 = (after.e0, after.c0) if after is not None else (len(english), len(chinese))
        if e1 - e0 == 1 and c1 - c0 == 1:
            stretch = max(english[e0].size, 1.0) / max(chinese[c0].size * LETTERS_PER_HAN, 1.0)
            if 1 / _STRETCH <= stretch <= _STRETCH:
                shared = overlap(english[e0], chinese[c0])
                found.append(Bead(e0, e1, c0, c1, shared, english[e0].size))
    return found
