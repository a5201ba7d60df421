"""Who signed: the signatures of a block, with their extent."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from talkreader.domain.body import Mark, Span
from talkreader.domain.thread import PageWarning, WarningKind
from talkreader.parsing.blocks.blocks import LINKS, Block, Piece, Signer, new_span
from talkreader.parsing.dates.timestamps import Stamp, TimestampFinder, may_hold_dates
from talkreader.parsing.language.names import UserLinks

_BY_OTHERS = PageWarning(WarningKind.UNSIGNED)
_AROUND = " \u00a0\u200b-–—―~•·|"
_TALKING = _AROUND + "💬✉✍☎☏📞📧🗨✎✏\ufe0f"  # pictures of a talk link, as a rule
_REACH = 100  # visible characters between the name and its date (DiscussionTools, section 3)


@dataclass(slots=True)
class FoundSignature:
    """A signature in a block's text: ``[start, end)`` covers name, labels and date.

    ``author`` None: the copy lost the name.
    """

    start: int
    end: int
    author: str | None
    display_name: str | None
    stamp: Stamp
    warnings: tuple[PageWarning, ...] = ()


@dataclass(slots=True)
class Ending:
    """The only signature of a block, which ends the block with its date (``raw``)."""

    start: int
    author: str | None
    display_name: str | None
    instant: datetime
    raw: str


class SignatureFinder(ABC):
    """Finds the signatures of blocks, which come in the order of the page."""

    @abstractmethod
    def signatures(self, block: Block) -> Sequence[FoundSignature]:
        """Return the signatures of a block, in order."""

    def ending(self, _block: Block, /) -> Ending | None:
        """Return the only signature of a block, if it is soon found at its end.

        None says nothing.
        """
        return None


class LinkedSignatures(SignatureFinder):
    """Finds signatures by their user links: wikitext and HTML.

    A date without a user link before it is nobody's signature (source: DiscussionTools, section 3);
    ``nobody`` are the blocks in which one was met.
    """

    def __init__(self, users: UserLinks, stamps: TimestampFinder) -> None:
        self.nobody: list[Block] = []
        self._users = users
        self._site = users.site
        self._stamps = stamps

    def signatures(self, block: Block) -> Sequence[FoundSignature]:
        """Return the signatures of a block, in order."""
        if block.unsigned:
            return self._with_unsigned(block)
        text = block.text
        return self._signed(block) if "(" in text or "\uff08" in text else ()

    def ending(self, block: Block, /) -> Ending | None:
        """Return the only signature of a block behind a piece at its end; None: look again."""
        if block.piece is None or block.unsigned:
            return None
        base, piece = block.piece
        text = block.text
        end = base + len(piece.text)
        found = self._stamps.at_end(text, end)
        if found is None:
            return None
        date, instant = found
        gap = date - base
        known = piece.signers.get(gap, _NOT_YET) if piece.site is self._site else _NOT_YET
        if known is _NOT_YET:
            known = self._known_for(piece, gap)
        if known is None or known[3] or (block.marks and self._goes_back(block, known, date)):
            return None
        if date > end + 1 and may_hold_dates(text[end:date]):
            return None
        if may_hold_dates(text, base) and self._stamps.names_zone(text[:end]):
            return None
        if self._stamps.turned:
            self._stamps.turn()
        start, author, display_name, _ = known
        return Ending(base + start, author, display_name, instant, text[date:])

    def _with_unsigned(self, block: Block) -> list[FoundSignature]:
        """Return a block's signatures, with those that others gave to who forgot theirs."""
        found = self._signed(block)
        links = self._user_links(block.marks)
        for span in block.unsigned:
            told = [n for n, one in enumerate(found) if span.start <= one.stamp.start <= span.end]
            for number in told:  # the note itself is nobody's words
                one = found[number]
                found[number] = replace(one, start=span.start, warnings=(*one.warnings, _BY_OTHERS))
            inside = [(m, user) for m, user in links if span.start <= m.start and m.end <= span.end]
            if inside and not told and not block.quoted(span.start, span.end):
                user = inside[0][1]
                nowhen = Stamp(span.end, span.end, None, "")
                found.append(
                    FoundSignature(span.start, span.end, user, None, nowhen, (_BY_OTHERS,))
                )
        return sorted(found, key=lambda signature: signature.start)

    def _signed(self, block: Block) -> list[FoundSignature]:
        floor = 0
        signer: _Signer | _FewLinks | None = None
        signatures: list[FoundSignature] = []
        for stamp in self._stamps.find(block.text):
            signed, found = False, None
            if block.piece is not None and not floor:
                signed, found = self._in_piece(block, *block.piece, stamp)
            if not signed:
                if signer is None:
                    block.unfold()
                    signer = self._signer_in(block)
                found = signer.sign(floor, stamp)
            if found is None:
                self.nobody.append(block)
            else:
                floor = found.end
                signatures.append(found)
        return signatures

    def _signer_in(self, block: Block) -> _Signer | _FewLinks:
        if len(block.marks) > _FEW_MARKS or len(block.inlines) > _FEW_MARKS or block.quotes:
            return _Signer(block, self._user_links(block.marks))
        return _FewLinks(block, self._users)

    def _in_piece(
        self, block: Block, base: int, piece: Piece, stamp: Stamp
    ) -> tuple[bool, FoundSignature | None]:
        """Return whether a piece tells who signed a date behind it, and that signature."""
        if stamp.start < base + len(piece.text):
            return False, None
        known = self._known_for(piece, stamp.start - base)
        if block.marks and self._goes_back(block, known, stamp.start):
            return False, None
        if known is None:
            return True, None
        start, author, display, _ = known
        found = FoundSignature(base + start, stamp.end, author, display, stamp, stamp.warnings)
        return True, found

    def _goes_back(self, block: Block, known: Signer, date: int) -> bool:
        """Say whether a signature may begin at a link before its piece: the signer's, and near."""
        near = [mark for mark in block.marks if date - mark.end <= _REACH]
        if not near:
            return False
        return known is None or any(self._users.user_of(mark.target) == known[1] for mark in near)

    def _known_for(self, piece: Piece, gap: int) -> Signer:
        """Return who signs with a piece, so far before the date."""
        if piece.site is not self._site:
            piece.site = self._site
            piece.signers.clear()
        known = piece.signers.get(gap, _NOT_YET)
        if known is _NOT_YET:
            known = self._usual_signer(piece, gap) if piece.usual else self._signer_of(piece, gap)
            for mark in piece.marks:
                if "#" in mark.target:  # a place on the page itself is its own user's
                    return known
            if len(piece.signers) > _FEW:  # dates so far and so far behind it
                piece.signers.clear()
            piece.signers[gap] = known
        return known

    def _signer_of(self, piece: Piece, gap: int) -> Signer:
        """Work out who signs with a piece."""
        signer = _Signer(piece, self._user_links(piece.marks))
        found = signer.sign(0, Stamp(gap, gap, None, ""))
        if found is None:
            return None
        dated = self._stamps.names_zone(piece.text + ")")  # which may stand behind the piece
        return found.start, found.author, found.display_name, dated

    def _usual_signer(self, piece: Piece, gap: int) -> Signer:
        """Return who signs with MediaWiki's own signature: who its links name, if they show it."""
        assert piece.usual is not None  # noqa: S101  the caller looked
        space, talk, name = piece.usual
        if (
            gap > _REACH
            or "(" in name
            or "\uff08" in name
            or name[0] in _AROUND
            or name[-1] in _TALKING
            or not (self._users.names_person(space, name) and self._users.names_person(talk, name))
            or not _is_name(name)
        ):
            return self._signer_of(piece, gap)
        return 0, name, None, False

    def _user_links(self, marks: Sequence[Mark]) -> list[tuple[Mark, str]]:
        named = []
        for mark in marks:
            if mark.kind in LINKS:
                user = self._users.user_of(mark.target)
                if user is not None:
                    named.append((mark, user))
        return named


_NOT_YET: Signer = (-1, None, None, False)
_FEW = 8
_FEW_MARKS = 20  # are looked at for each date faster than they are put in order


class _FewLinks:
    """Finds who signed before each date of a block with few links, and nothing quoted."""

    def __init__(self, block: Block, users: UserLinks) -> None:
        self._block = block
        self._users = users

    def sign(self, floor: int, stamp: Stamp) -> FoundSignature | None:
        """Return the signature that ends in this date; None when nobody's link stands before it."""
        date, user_of = stamp.start, self._users.user_of
        links: list[tuple[Mark, str]] = []
        for mark in self._block.marks:
            if 0 <= date - mark.end <= _REACH and mark.kind in LINKS:
                user = user_of(mark.target)
                if user is not None:
                    links.append((mark, user))
        if not links:
            return None
        if len(links) > 1:
            links.sort(key=_link_end)
        author, own = _own_links(links, len(links) - 1, floor, date)
        if not own:
            return None
        start, end = own[0].start, own[0].end
        for begins, ends in self._block.inlines:  # the outermost that wraps the link, not the date
            if floor <= begins < start and end <= ends <= date:
                start = begins
        return FoundSignature(
            start,
            stamp.end,
            author,
            _shown_name(self._block.text, own, author),
            stamp,
            stamp.warnings,
        )


class _Signer:
    """Finds who signed before each date of one block, looking at each link few times."""

    def __init__(self, block: Block | Piece, links: list[tuple[Mark, str]]) -> None:
        self._block = block
        self._links = sorted(links, key=_link_end) if len(links) > 1 else links
        self._ends = [link[0].end for link in self._links]
        self._inlines = sorted(block.inlines, key=_start_and_end) if block.inlines else []
        self._starts = [span.start for span in self._inlines]
        self._quotes = _merged(block.quotes)
        self._quote_starts = [span.start for span in self._quotes]

    def sign(self, floor: int, stamp: Stamp) -> FoundSignature | None:
        """Return the signature that ends in this date; None when nobody's link stands before it."""
        if self._quoted(stamp.start, stamp.end):
            return None
        place = bisect_right(self._ends, stamp.start) - 1
        if place < 0:
            return None
        author, own = _own_links(self._links, place, floor, stamp.start)
        if not own or self._quoted(own[-1].start, own[-1].end):
            return None
        start = self._outermost(own[0], stamp.start, floor)
        display = _shown_name(self._block.text, own, author)
        return FoundSignature(start, stamp.end, author, display, stamp, stamp.warnings)

    def _quoted(self, start: int, end: int) -> bool:
        if not self._quotes:
            return False
        place = bisect_right(self._quote_starts, start) - 1
        return place >= 0 and end <= self._quotes[place].end

    def _outermost(self, link: Mark, stamp: int, floor: int) -> int:
        """Return where the inline element begins that wraps the link but not the date."""
        begin = bisect_left(self._starts, floor)
        end = bisect_right(self._starts, link.start)
        for span in self._inlines[begin:end]:
            if link.end <= span.end <= stamp:
                return span.start
        return link.start


def _own_links(
    links: Sequence[tuple[Mark, str]], place: int, floor: int, date: int
) -> tuple[str, list[Mark]]:
    """Return whom the link at a place names, and the last links up to it that name them.

    The links are in order of their ends. Those before the floor, and out of reach of the date, do
    not count.
    """
    author = links[place][1]
    own: list[Mark] = []
    while place >= 0:
        mark, user = links[place]
        if user != author or mark.start < floor or date - mark.end > _REACH:
            break
        own.append(mark)
        place -= 1
    own.reverse()
    return author, own


def _shown_name(text: str, links: list[Mark], author: str) -> str | None:
    """Return what the links of a signature show as a name; None when that is the user's own."""
    first = links[0]
    shown = text[first.start : first.end]
    if (
        shown == author
        and shown[0] not in _AROUND
        and shown[-1] not in _TALKING
        and _is_name(shown)
        and (len(links) == 1 or links[1].start > first.end)
    ):
        return None
    return _display_name(_labels(text, links), author)


def _labels(text: str, links: list[Mark]) -> list[str]:
    """Return the words of links; those that touch are one, "So" and "Why" SoWhy."""
    if len(links) == 1:
        return [text[links[0].start : links[0].end]]
    spans = [new_span((link.start, link.end)) for link in links]
    names = [span for span in spans if _is_name(text[span.start : span.end])]
    return [text[span.start : span.end] for span in _merged(names or spans)]


def _start_and_end(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _link_end(link: tuple[Mark, str]) -> int:
    return link[0].end


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that touch made one."""
    merged: list[Span] = []
    if not spans:
        return merged
    if len(spans) == 1:
        return [*spans]
    for span in sorted(spans, key=_start_and_end):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _display_name(labels: list[str], author: str) -> str | None:
    """Return the first label that shows a name, if it differs from the name by more than case."""
    for label in labels:
        shown = label.strip(_AROUND)
        shown = shown.rstrip(_TALKING) or shown
        if shown:
            # the name of a temporary account begins with what others put around theirs
            same = (author.casefold(), author.casefold().removeprefix("~"))
            return None if shown.casefold() in same else shown
    return None


@lru_cache(maxsize=3_000)
def _is_name(words: str) -> bool:
    """Say whether a link's words can be a name: some letter, and no label of a talk page."""
    from talkreader.parsing.signing.labels import is_label

    return any(char.isalnum() for char in words) and not is_label(words)
