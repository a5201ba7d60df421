"""Who signed, in a text copy: links are gone, so the name is what stands before the date.

A name is taken only on evidence: a dash before it, a label behind it, a name the page shows
elsewhere, or a sentence's end before it. Without evidence the copy lost the name; no words are
taken for it. The page is read twice: first to learn its names, labels and reply marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.language.scripts import one_script
from talkreader.parsing.signing import shapes
from talkreader.parsing.signing.names import PageNames
from talkreader.parsing.signing.signatures import FoundSignature, SignatureFinder
from talkreader.parsing.signing.tails import Tail, tails_of
from talkreader.parsing.signing.unsigned import unsigned_author

# Lojban quotes a name on both sides and puts no label behind it (MediaWiki's own message).
_FRAMED = re.compile(r"(?:\.i )?be['’h]i la['’h]o gy (\S.*) gy\s*$")
_NOBODY: Mapping[str, str] = MappingProxyType({})


class TextSignatures(SignatureFinder):
    """Finds the signatures of a text copy.

    ``known`` gives the user behind a label that other pages showed; it is asked for labels in one
    script and case (`one_script`).
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        stamps: TimestampFinder,
        known: Mapping[str, str] = _NOBODY,
    ) -> None:
        self._known = known
        self._tails = tails_of(blocks, stamps)
        self._names = PageNames(blocks, self._tails, known)
        everything = [tail for tails in self._tails.values() for tail in tails]
        marked = sum(tail.marked for tail in everything)
        self._marks_tell = marked > 0.6 * len(everything)

    def signatures(self, block: Block) -> Sequence[FoundSignature]:
        """Return the signatures of a block, in order."""
        found = []
        for tail in self._tails.get(id(block), ()):
            start, name, certain = self._author(tail)
            if not self._signs(tail, name, certain=certain):
                continue
            author = self._user(name)
            shown = name if author != name else None
            warnings = tail.stamp.warnings
            found.append(FoundSignature(start, tail.end, author, shown, tail.stamp, warnings))
        return found

    def _user(self, name: str | None) -> str | None:
        """Return the user behind a label, where this page or another of the library knows."""
        if name is None:
            return None
        user = self._names.canonical(name)
        return self._known.get(one_script(name), name) if user == name else user

    def _signs(self, tail: Tail, name: str | None, *, certain: bool) -> bool:
        """Say whether a date is a signature's: a copy's reply links tell, else its place."""
        if tail.marked or certain:
            return True
        if self._marks_tell:
            return name is not None and not tail.goes_on
        return not tail.goes_on or (name is not None and tail.label.certain)

    def _author(self, tail: Tail) -> tuple[int, str | None, bool]:
        """Return where the signature begins, its name, and whether the name is beyond doubt."""
        framed = _FRAMED.search(tail.words) if tail.words.rstrip().endswith(" gy") else None
        if framed is not None:
            return tail.floor + framed.start(), framed[1], True
        unsigned = unsigned_author(tail.words)
        if unsigned is not None:
            start, end = unsigned
            name = self._names.name_in(tail.words[start:end], labelled=True)
            return tail.floor + start, name or None, True
        core = tail.core
        start, found = self._names.signature(tail)
        if found is None:
            return tail.floor + shapes.before_dash(core, len(core)), None, False
        certain = found in self._names.certain or (tail.label.certain and bool(found))
        return tail.floor + start, found, certain
