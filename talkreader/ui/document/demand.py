"""Translations on demand: the words as they stand, each paragraph's translation folded below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from talkreader.domain.body import BlockKind, BlockSpan
from talkreader.ui.document.asides import ASIDE
from talkreader.ui.document.body import blocks_of
from talkreader.ui.document.fonts import line_script
from talkreader.ui.document.origins import origin_badge
from talkreader.ui.document.side_by_side import Home, SideWriter
from talkreader.ui.document.style import Words

if TYPE_CHECKING:
    from talkreader.domain.bilingual import Pair, Segment


class Unit(NamedTuple):
    """A sentence that is shown, and what unfolds below it."""

    shown: Segment
    away: Segment
    pair: Pair


def units_of(home: Home, pairs: Sequence[Pair], first: str) -> list[Unit]:
    """Return the pairs of an entry: of two sides in it, the language chosen first is shown."""
    found: list[Unit] = []
    for pair in pairs:
        if pair.source is None or pair.target is None:
            continue
        left, right = pair.source, pair.target
        inside = home.has(left), home.has(right)
        if not inside[0] or (all(inside) and first and right.language.startswith(first)):
            left, right = right, left
        mine = [side for side in (left, right) if home.has(side)]
        if not any(_touch(one, other, home) for one in mine for other in found):
            found.append(Unit(left, right, pair))
    return found


def _touch(side: Segment, unit: Unit, home: Home) -> bool:
    return any(
        home.has(other) and side.start < other.end and other.start < side.end
        for other in (unit.shown, unit.away)
    )


def pieces_of(home: Home, units: Sequence[Unit]) -> Iterator[BlockSpan]:
    """Yield what is shown of a body: its blocks without the words that unfold elsewhere."""
    text = home.body.text
    away = sorted((unit.away.start, unit.away.end) for unit in units if home.has(unit.away))
    for block in blocks_of(home.body):
        kind = BlockKind.PARAGRAPH if block.kind is BlockKind.CELL else block.kind
        if block.kind is BlockKind.RULE:
            yield block
            continue
        at = block.start
        for start, end in [*away, (block.end, block.end)]:
            low, high = at, min(max(start, at), block.end)
            words = text[low:high]
            if words.strip():
                low += len(words) - len(words.lstrip())
                yield BlockSpan(low, low + len(words.strip()), kind, block.depth)
            at = max(at, min(end, block.end))


class DemandWriter(SideWriter):
    """Writes what has pairs as it is, with the translations folded away."""

    def write(self, home: Home, left: int) -> None:
        """Write the whole body, paragraph by paragraph."""
        pairs = self._pairs.of(home.key)
        units = units_of(home, pairs, self._writer.style.look.first)
        for piece in pieces_of(home, units):
            self._bodies.paragraph(home.body, piece, left)
            here = [unit for unit in units if piece.start <= unit.shown.start < piece.end]
            if here:
                self._mark(home, here)
                self._aside(home, here, left)
        self._bodies.end()

    def _mark(self, home: Home, units: Sequence[Unit]) -> None:
        """Write the link that unfolds, at the end of the paragraph: the other language's name."""
        word = _language_name(units[0].away.language)
        hint = QCoreApplication.translate("origins", "Show or hide the translation")
        self._link(f"{word} \u25be", hint, f"{ASIDE}{home.key}:{units[0].shown.start}")

    def _aside(self, home: Home, units: Sequence[Unit], left: int) -> None:
        style, writer = self._writer.style, self._writer
        script = line_script(units[0].away.text, style.look.script)
        at = writer.block(style.block(left + style.indent, script=script, below=0.55))
        badges = [origin_badge(unit.pair) for unit in units]
        for number, unit in enumerate(units):
            if number and not unit.away.language.startswith("zh"):
                writer.words(" ", style.chars(Words()))
            self._side(home, unit.away, unit.pair)
            # one badge says it of all before it, up to the badge before
            if badges[number] != (badges[number + 1] if number + 1 < len(units) else None):
                self._badge(badges[number])
        entry = writer.places.entries[-1]
        entry.asides[units[0].shown.start] = at
        entry.closed.add(at)
        writer.cursor.block().setVisible(False)


def _language_name(language: str) -> str:
    """Return the name of a language in itself; its code where that is not known here."""
    if language.startswith("zh"):
        return "中文"
    return "English" if language == "en" else language
