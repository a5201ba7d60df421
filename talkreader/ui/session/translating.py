"""Translating: pairs confirmed, broken, joined, parted and moved; words that the person types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.correction import CorrectionKind
from talkreader.domain.errors import TalkreaderError
from talkreader.domain.thread import Comment, Prose
from talkreader.domain.translation import Recalled, Translation, TranslationOrigin
from talkreader.reading import ReadingPage
from talkreader.ui.session.paired import Paired, same_family

if TYPE_CHECKING:
    from talkreader.bilingual import Glossary
    from talkreader.store import Library
    from talkreader.ui.session.opening import Opening


class Translating(Paired):
    """What the person says about the translations of the page being read.

    Every act is kept at once and undone like a note. ``pairs_changed`` carries the page with its
    pairs as they are now; ``failed`` an exception: nothing was changed then.
    """

    pairs_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, pages: Opening, parent: QObject | None = None) -> None:
        super().__init__(pages, parent)
        self._library = library
        self._ahead = False
        pages.pairs_found.connect(self._catch_up)

    @property
    def writable(self) -> bool:
        """Whether anything can be kept."""
        return self._library.writable

    def recall(self, text: str) -> list[Recalled]:
        """Return what the memory knows for a text, the best first."""
        from talkreader import bilingual

        return bilingual.TranslationMemory(self._library.translations.all()).recall(text)

    def terms(self, text: str, language: str) -> dict[str, str]:
        """Return the glossary's terms in a text with what they are in a language."""
        return self.glossary().translations(text, language)

    def glossary(self) -> Glossary:
        """Return the person's terms and the program's, made ready for many texts."""
        from talkreader import bilingual

        return bilingual.Glossary([*self._library.terms.all(), *bilingual.own_terms()])

    def save(self, source: Segment, words: str, language: str) -> bool:
        """Keep what the person typed as the translation of a sentence of this page.

        ``language`` is the one that was asked for; of Chinese the words tell the script.
        """
        known, written = self._unit(source), written_in(words, language)
        target = Segment(None, 0, len(words.strip()), written, words.strip())
        return self._act(
            lambda: self._library.translations.put(
                self._new(source, target, TranslationOrigin.TYPED, known.id if known else "")
            )
        )

    def confirm(self, pair: Pair) -> bool:
        """Say that a pair is right: it is the person's own from now on, and the memory knows it."""
        page, source, target = self._pages.page, pair.source, pair.target
        if page is None or source is None or target is None:
            return False
        unit = self._new(source, target, TranslationOrigin.CONFIRMED)
        unit = replace(unit, machine=pair.machine)
        if target.key is None:
            return self._act(lambda: self._library.translations.put(unit))
        # the pair says where the words stand, so the unit is kept without a place of its own
        loose = replace(unit, comment="", occurrence=0, start=0, end=0)

        def confirm() -> None:
            self._library.translations.put(loose)
            self._decide(CorrectionKind.PAIR, pair)

        return self._act(confirm)

    def break_(self, pair: Pair) -> bool:
        """Say that two pieces do not translate each other; a typed translation is removed."""
        source = pair.source
        unit = self._unit(source) if source is not None and source.key is not None else None
        if unit is not None:
            return self._act(lambda: self._library.translations.delete(unit.id))
        return self._act(lambda: self._decide(CorrectionKind.UNPAIR, pair))

    def join(self, pair: Pair) -> bool:
        """Make one pair of this one and the next, where both sides follow each other."""
        page = self._pages.page
        both = None if page is None else _joined(pair, page.pairs, page)
        return both is not None and self._act(lambda: self._decide(CorrectionKind.PAIR, both))

    def part(self, pair: Pair) -> bool:
        """Make two pairs of one whose sides have several sentences: the first, and the rest."""
        first = self.first_of(pair.source), self.first_of(pair.target)
        if first[0] is None or first[1] is None or pair.source is None or pair.target is None:
            return False
        heads = Pair(first[0][0], first[1][0], PairOrigin.PERSON, 1.0)
        rest = Pair(first[0][1], first[1][1], PairOrigin.PERSON, 1.0)

        def part() -> None:
            self._decide(CorrectionKind.PAIR, heads)
            self._decide(CorrectionKind.PAIR, rest)

        return self._act(part)

    def move(self, pair: Pair, step: int) -> bool:
        """Give a source the sentence before (-1) or after (1) what translates it now."""
        target = pair.target
        if target is None or target.key is None or pair.source is None:
            return False
        near = [run for run in self.sentences(target.key) if same_family(run, target)]
        if step > 0:
            other = next((run for run in near if run.start >= target.end), None)
        else:
            other = next((run for run in reversed(near) if run.end <= target.start), None)
        if other is None:
            return False
        moved = Pair(pair.source, other, PairOrigin.PERSON, 1.0)
        return self._act(lambda: self._decide(CorrectionKind.PAIR, moved))

    def refresh(self) -> None:
        """Work out the pairs again: after an act, undo or redo."""
        page = self._pages.page
        if page is None or not self._pages.has_pairs():
            self._ahead = True  # of what is being found
            return
        from talkreader import pairing

        settled = pairing.settled(page, self._library)
        if settled.pairs != page.pairs:
            self._pages.keep_pairs(settled)
            self.pairs_changed.emit(settled)

    def _catch_up(self, _page: object) -> None:
        """Let pairs that were found know what the person has said since they were worked out."""
        ahead, self._ahead = self._ahead, False
        if ahead:
            QTimer.singleShot(0, self, self.refresh)  # when all have heard of those that were found

    def _unit(self, source: Segment) -> Translation | None:
        """Return what the person typed for these words of this page."""
        page, place = self._pages.page, self._place(source)
        if page is None or place is None:
            return None
        for unit in self._library.translations.for_page(page.info.key):
            named = unit.comment, unit.occurrence
            if named == (place["comment"], place["occurrence"]) and unit.source == source.text:
                return unit
        return None

    def _place(self, segment: Segment) -> dict[str, Any] | None:
        from talkreader import bilingual

        page = self._pages.page
        return None if page is None else bilingual.place_of(page, segment)

    def _new(
        self, source: Segment, target: Segment, origin: TranslationOrigin, known: str = ""
    ) -> Translation:
        from uuid import uuid4

        place, page, now = self._place(source) or {}, self._pages.page, datetime.now(UTC)
        return Translation(
            known or str(uuid4()),
            source.text,
            target.text,
            source.language,
            target.language,
            origin,
            now,
            now,
            site=page.info.key.site if page else "",
            title=page.info.key.title if page else "",
            comment=place.get("comment", ""),
            occurrence=place.get("occurrence", 0),
            start=source.start,
            end=source.end,
        )

    def _decide(self, kind: CorrectionKind, pair: Pair) -> None:
        from talkreader import bilingual

        page = self._pages.page
        if page is None:
            return
        data = bilingual.decision_of(page, pair)
        if kind is CorrectionKind.UNPAIR or data is None:
            side = pair.source if pair.source is not None else pair.target
            data = None if side is None else self._place(side)
        if data is not None:
            self._library.corrections.add(page.info.key, kind, data)

    def _act(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except (TalkreaderError, ValueError) as error:
            self.failed.emit(error)
            return False
        self.refresh()
        return True


def written_in(words: str, language: str) -> str:
    """Return the language of words that were asked for in one: of Chinese the script they show."""
    from talkreader import bilingual

    found = (run.language for run in bilingual.runs(words, fallback=language))
    chinese = language.startswith("zh")
    return next((each for each in found if chinese and each.startswith("zh")), language)


def _joined(pair: Pair, pairs: tuple[Pair, ...], page: ReadingPage) -> Pair | None:
    """Return a pair and the next of its comments as one; None when they do not follow."""
    source, target = pair.source, pair.target
    if source is None or target is None or source.key is None or target.key is None:
        return None
    for other in pairs:
        left, right = other.source, other.target
        if left is None or right is None:
            continue
        if left.key != source.key or right.key != target.key:
            continue
        if left.start >= source.end and right.start >= target.end:
            return Pair(
                _span(page, source, left), _span(page, target, right), PairOrigin.PERSON, 1.0
            )
    return None


def _span(page: ReadingPage, first: Segment, last: Segment) -> Segment:
    """Return what stands from one segment to the end of another in the same body."""
    inside: Sequence[Comment | Prose] = page.comments if first.prose is None else page.prose
    body = inside[(first.comment if first.prose is None else first.prose) or 0].body
    return replace(first, end=last.end, text=body.text[first.start : last.end])
