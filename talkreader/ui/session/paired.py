"""What a page's translations say of its words: read, not changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.bilingual import Pair, Segment, prose_key
from talkreader.domain.body import Body, Span
from talkreader.domain.thread import Comment, Prose

if TYPE_CHECKING:
    from talkreader.ui.session.opening import Opening


class Paired(QObject):
    """The sentences of the page being read, and their pairs.

    Comments are named by their index, text that is none by its `Segment.key`.
    """

    def __init__(self, pages: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages

    def pair_at(self, key: int, offset: int) -> Pair | None:
        """Return the pair that a character is part of; None when nothing is."""
        page = self._pages.page
        for pair in page.pairs if page is not None else ():
            for side in (pair.source, pair.target):
                if side is not None and side.key == key and side.start <= offset <= side.end:
                    return pair
        return None

    def pair_of_heading(self, section: int) -> Pair | None:
        """Return the pair that the heading of a section is part of; None when it has none."""
        page = self._pages.page
        for pair in page.pairs if page is not None else ():
            for side in (pair.source, pair.target):
                if side is not None and side.section == section:
                    return pair
        return None

    def sentence_at(self, key: int, offset: int) -> Segment | None:
        """Return the sentence at a character, the source of its pair if it has one."""
        pair = self.pair_at(key, offset)
        if pair is not None and pair.source is not None and pair.source.key == key:
            return pair.source
        return next((run for run in self.sentences(key) if run.start <= offset <= run.end), None)

    def in_language(self, key: int, *, original: bool) -> list[str]:
        """Return the words of a comment in the original's language, or in its translation's.

        What nothing translates stands in its place, where it is in that language. Empty when the
        comment has no translation.
        """
        from talkreader import exporting

        page, body = self._pages.page, self._body(key)
        if page is None or body is None:
            return []
        pairs = [
            pair
            for pair in page.pairs
            if pair.source is not None and pair.target is not None
            if pair.source.key == key
        ]
        families = {pair.target.language[:2] for pair in pairs if pair.target is not None}
        found = []
        for line in exporting.lines_of(body.text, key, pairs):
            if line.pair is not None:
                found.append(line.text if original else line.translation)
            elif (_language_of(line.text)[:2] in families) is not original:
                found.append(line.text)
        return found if pairs else []

    def next_sentence(self, after: Segment) -> Segment | None:
        """Return the next sentence of the page in the same language that nothing translates."""
        keys = self._keys()
        if after.key not in keys:
            return None
        for key in keys[keys.index(after.key) :]:
            for run in self.sentences(key):
                if key == after.key and run.start < after.end:
                    continue
                if same_family(run, after) and self.pair_at(key, run.start) is None:
                    return run
        return None

    def untranslated(self, key: int | None) -> list[Segment]:
        """Return the sentences of a comment, or of the page, that no pair speaks of."""
        page = self._pages.page
        if page is None:
            return []
        taken: dict[int, list[Segment]] = {}
        for pair in page.pairs:
            for side in (pair.source, pair.target):
                if side is not None and side.key is not None:
                    taken.setdefault(side.key, []).append(side)
        return [
            run
            for each in (self._keys() if key is None else [key])
            for run in self.sentences(each)
            if not any(
                side.start < run.end and run.start < side.end for side in taken.get(each, ())
            )
        ]

    def kept(self, sentence: Segment) -> tuple[Span, ...]:
        """Return what of a sentence a machine must not touch, counted from its start."""
        from talkreader.bilingual import engines

        body = None if sentence.key is None else self._body(sentence.key)
        if body is None:
            return ()
        return tuple(
            Span(
                max(span.start, sentence.start) - sentence.start,
                min(span.end, sentence.end) - sentence.start,
            )
            for span in engines.kept_spans(body)
            if span.start < sentence.end and span.end > sentence.start
        )

    def sentences(self, key: int) -> list[Segment]:
        """Return the sentences of a comment or of prose, in order."""
        body = self._body(key)
        if body is None:
            return []
        from talkreader import bilingual

        text = body.text
        return [
            Segment.keyed(key, run.start, run.end, run.language, text[run.start : run.end])
            for run in bilingual.sentences_of(text)
        ]

    def _body(self, key: int) -> Body | None:
        """Return the words of a comment or of prose; None when the page has none of this key."""
        page = self._pages.page
        items: Sequence[Comment | Prose] = () if page is None else page.comments
        if page is not None and key < 0:
            items, key = page.prose, prose_key(key)
        return items[key].body if key < len(items) else None

    def _keys(self) -> list[int]:
        """Return the keys of all comments and prose, in page order."""
        page = self._pages.page
        if page is None:
            return []
        placed = [(comment.span.start, comment.index) for comment in page.comments]
        placed += [(prose.span.start, prose_key(n)) for n, prose in enumerate(page.prose)]
        return [key for _start, key in sorted(placed)]

    def first_of(self, side: Segment | None) -> tuple[Segment, Segment] | None:
        """Return the first sentence of a side and the rest of it; None for a single sentence."""
        if side is None or side.key is None:
            return None
        inside = [
            run
            for run in self.sentences(side.key)
            if side.start <= run.start and run.end <= side.end
        ]
        if len(inside) < 2:
            return None
        text = side.text
        start = inside[1].start
        rest = replace(side, start=start, text=text[start - side.start :])
        return inside[0], rest


def same_family(left: Segment, right: Segment) -> bool:
    """Return whether two sides are in one language, in whatever script."""
    return left.language[:2] == right.language[:2]


def _language_of(line: str) -> str:
    """Return the language of the most words of a line; "und" where it has none."""
    from talkreader import bilingual

    runs = bilingual.runs(line, fallback="zh-hans")
    return max(runs, key=lambda run: run.end - run.start).language if runs else "und"
