"""What a page's translations say of its words: read, not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.bilingual import Pair, Segment
from talkreader.domain.body import Span

if TYPE_CHECKING:
    from talkreader.ui.session.opening import Opening


class Paired(QObject):
    """The sentences of the page being read, and their pairs. Comments are named by their index."""

    def __init__(self, pages: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages

    def pair_at(self, comment: int, offset: int) -> Pair | None:
        """Return the pair that a character of a comment is part of; None when nothing is."""
        page = self._pages.page
        for pair in page.pairs if page is not None else ():
            for side in (pair.source, pair.target):
                if (
                    side is not None
                    and side.comment == comment
                    and side.start <= offset <= side.end
                ):
                    return pair
        return None

    def sentence_at(self, comment: int, offset: int) -> Segment | None:
        """Return the sentence at a character of a comment, the source of its pair if it has one."""
        page = self._pages.page
        if page is None or not 0 <= comment < len(page.comments):
            return None
        pair = self.pair_at(comment, offset)
        if pair is not None and pair.source is not None and pair.source.comment == comment:
            return pair.source
        return next(
            (run for run in self.sentences(comment) if run.start <= offset <= run.end), None
        )

    def in_language(self, comment: int, *, original: bool) -> list[str]:
        """Return the words of a comment in the original's language, or in its translation's.

        What nothing translates stands in its place, where it is in that language. Empty when the
        comment has no translation.
        """
        from talkreader import exporting

        page = self._pages.page
        if page is None:
            return []
        pairs = [
            pair
            for pair in page.pairs
            if pair.source is not None and pair.target is not None
            if pair.source.comment == comment
        ]
        families = {pair.target.language[:2] for pair in pairs if pair.target is not None}
        found = []
        for line in exporting.lines_of(page.comments[comment], pairs):
            if line.pair is not None:
                found.append(line.text if original else line.translation)
            elif (_language_of(line.text)[:2] in families) is not original:
                found.append(line.text)
        return found if pairs else []

    def next_sentence(self, after: Segment) -> Segment | None:
        """Return the next sentence of the page in the same language that nothing translates."""
        page = self._pages.page
        if page is None or after.comment is None:
            return None
        for comment in range(after.comment, len(page.comments)):
            for run in self.sentences(comment):
                if comment == after.comment and run.start < after.end:
                    continue
                if same_family(run, after) and self.pair_at(comment, run.start) is None:
                    return run
        return None

    def untranslated(self, comment: int | None) -> list[Segment]:
        """Return the sentences of a comment, or of the page, that no pair speaks of."""
        page = self._pages.page
        if page is None:
            return []
        comments = range(len(page.comments)) if comment is None else (comment,)
        taken: dict[int, list[Segment]] = {}
        for pair in page.pairs:
            for side in (pair.source, pair.target):
                if side is not None and side.comment is not None:
                    taken.setdefault(side.comment, []).append(side)
        return [
            run
            for index in comments
            for run in self.sentences(index)
            if not any(
                side.start < run.end and run.start < side.end for side in taken.get(index, ())
            )
        ]

    def kept(self, sentence: Segment) -> tuple[Span, ...]:
        """Return what of a sentence a machine must not touch, counted from its start."""
        from talkreader.bilingual import engines

        page = self._pages.page
        if page is None or sentence.comment is None:
            return ()
        return tuple(
            Span(
                max(span.start, sentence.start) - sentence.start,
                min(span.end, sentence.end) - sentence.start,
            )
            for span in engines.kept_spans(page.comments[sentence.comment].body)
            if span.start < sentence.end and span.end > sentence.start
        )

    def sentences(self, comment: int) -> list[Segment]:
        """Return the sentences of a comment, in order."""
        page = self._pages.page
        if page is None:
            return []
        from talkreader import bilingual

        text = page.comments[comment].body.text
        return [
            Segment(comment, run.start, run.end, run.language, text[run.start : run.end])
            for run in bilingual.sentences_of(text)
        ]

    def first_of(self, side: Segment | None) -> tuple[Segment, Segment] | None:
        """Return the first sentence of a side and the rest of it; None for a single sentence."""
        if side is None or side.comment is None:
            return None
        inside = [
            run
            for run in self.sentences(side.comment)
            if side.start <= run.start and run.end <= side.end
        ]
        if len(inside) < 2:
            return None
        text = side.text
        start = inside[1].start
        rest = Segment(side.comment, start, side.end, side.language, text[start - side.start :])
        return inside[0], rest


def same_family(left: Segment, right: Segment) -> bool:
    """Return whether two sides are in one language, in whatever script."""
    return left.language[:2] == right.language[:2]


def _language_of(line: str) -> str:
    """Return the language of the most words of a line; "und" where it has none."""
    from talkreader import bilingual

    runs = bilingual.runs(line, fallback="zh-hans")
    return max(runs, key=lambda run: run.end - run.start).language if runs else "und"
