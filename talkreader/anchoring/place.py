"""Placing notes in a page as it is now: first the comment, then the quote inside it.

Measured (600 ranges, edited copies): comment first finds as much as a search of the whole page and
puts nothing in a wrong place, where the whole page alone attached 26 of 28 deleted texts elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from talkreader.anchoring.context import BodyText
from talkreader.anchoring.describe import CONTEXT
from talkreader.anchoring.headings import Headings
from talkreader.anchoring.match import CommentIndex, Rung, Trust, name_parts
from talkreader.anchoring.normalise import Normaliser, weight
from talkreader.anchoring.page import AnchorComment, AnchorPage
from talkreader.anchoring.quote import Found, find_quote
from talkreader.anchoring.signed import bodies_signed
from talkreader.domain.note import AnchorState, Note, Placed, Target
from talkreader.domain.page import root_of

_FIRST_WORDS = 0.6  # a comment whose first words are this much alike is still that comment
_NAMELESS = (0.6, 8)
FOUND_SECTION = {True: (AnchorState.MOVED, 1.0), False: (AnchorState.GUESSED, 0.5)}
"""State and score of a section whose heading is another now, by whether that is certain."""
_MINUTE = 14  # digits of a minute in a comment's name
# Least agreement of the surroundings (0 to 1) and least size (letters, context included) of what
# is found in a comment that does not bear the whole name. People repeat themselves: a greeting or a
# vote of the same author must not take over the note of a deleted one.
_LEAST = {
    Trust.NAME: _NAMELESS,
    Trust.MINUTE_NAME_LOST: _NAMELESS,
    Trust.MINUTE: (0.8, 24),
    Trust.ZONE: (0.9, 24),
    Trust.AUTHOR: (0.9, 64),
}


@dataclass(frozen=True, slots=True)
class _Match:
    """A comment and the place in it."""

    comment: AnchorComment
    found: Found


def place(notes: Sequence[Note], page: AnchorPage) -> tuple[Placed, ...]:
    """Return where each target of each note stands in the page, in the order of the notes.

    A target of this page that is not found is LOST. A target of another page (a section moved to
    an archive) is found here by its comment's name and quote as MOVED, or as GUESSED where the
    titles have nothing in common, or else left out: pass such notes only when their own page has
    lost them. Several readings that are equally good are
    GUESSED at best. Never raises for what a note holds.
    """
    placer = _Placer(page)
    placed = []
    for note in notes:
        for number, target in enumerate(note.targets):
            where = placer.place(note, number, target)
            if where is not None:
                placed.append(where)
    return tuple(placed)


class _Placer:
    """One page, with what was worked out about it while placing notes."""

    def __init__(self, page: AnchorPage) -> None:
        self._page = page
        self._normaliser = Normaliser()
        self._index = CommentIndex(page, self._normaliser)
        self._bodies: dict[int, BodyText] = {}
        self._headings: Headings | None = None

    def place(self, note: Note, number: int, target: Target) -> Placed | None:
        """Return where one target stands; None when it belongs to another page."""
        home = self._is_home(target)
        if not target.comment and not target.exact:
            return self._heading(note, number, target) if home else None
        match = self._match(target) if home else self._moved_here(target)
        if match is None:
            return _lost(note, number) if home else None
        found = match.found
        state = found.state if home or self._is_near(target) else AnchorState.GUESSED
        return Placed(note, number, state, match.comment.index, found.start, found.end, found.score)

    def _is_home(self, target: Target) -> bool:
        """Tell whether the target was made in this page; a copy may not know its site."""
        same_site = not target.site or not self._page.site or target.site == self._page.site
        return same_site and _title(target.title) == _title(self._page.title)

    def _is_near(self, target: Target) -> bool:
        """Tell whether titles say that this is the page, its archive or the like.

        A message to many people stands on the pages of all at the same minute: taken away from one
        of them, it has not moved to another.
        """
        return root_of(_title(target.title)) == root_of(_title(self._page.title))

    def _match(self, target: Target) -> _Match | None:
        if not target.comment:
            return self._anywhere(target)
        for rung in self._index.rungs(target):
            match = self._best(target, rung)
            if match is not None:
                return match
        return self._inside_another(target)

    def _inside_another(self, target: Target) -> _Match | None:
        """Return the one comment that has the target's within it, with its signature as words."""
        author, minute = name_parts(target.comment)
        if not author or not minute.isdecimal() or len(minute) != _MINUTE or self._is_here(target):
            return None
        matches = []
        for comment in self._page.comments:
            for body in bodies_signed(comment.text, author, minute):
                found = _at_the_end(target, body) or find_quote(
                    target, BodyText(body, self._normaliser), self._normaliser
                )
                if found is not None and (
                    found.agreement == 1.0 or _enough(Trust.MINUTE_NAME_LOST, target, found)
                ):
                    matches.append(_Match(comment, _as_moved(found)))
        return matches[0] if len(matches) == 1 else None

    def _is_here(self, target: Target) -> bool:
        return bool(self._index.named(target).comments)

    def _anywhere(self, target: Target) -> _Match | None:
        """Return the one comment that has the words of a note that names none, word for word."""
        matches = []
        for comment in self._page.comments:
            found = find_quote(target, self._body(comment), self._normaliser)
            if found is not None and found.same and _enough(Trust.MINUTE_NAME_LOST, target, found):
                matches.append(_Match(comment, found))
        return _only_best(matches, Trust.MINUTE_NAME_LOST) if matches else None

    def _moved_here(self, target: Target) -> _Match | None:
        """Return the comment of another page that was moved to this one, when that is certain."""
        if not all(name_parts(target.comment)):
            return None
        match = self._best(target, self._index.named(target))
        if match is None or match.found.agreement < _FIRST_WORDS:
            return None
        return replace(match, found=_as_moved(match.found))

    def _best(self, target: Target, rung: Rung) -> _Match | None:
        """Return the comment of the rung that holds the quote best; None: none, or several."""
        matches = []
        for comment in rung.comments:
            found = find_quote(target, self._body(comment), self._normaliser)
            if found is not None and _enough(rung.trust, target, found):
                matches.append(_Match(comment, found))
        if not matches:
            return None
        if rung.trust is Trust.NAME:
            return _named_best(target, matches, len(rung.comments))
        return _only_best(matches, rung.trust)

    def _body(self, comment: AnchorComment) -> BodyText:
        if comment.index not in self._bodies:
            self._bodies[comment.index] = BodyText(comment.text, self._normaliser)
        return self._bodies[comment.index]

    def _heading(self, note: Note, number: int, target: Target) -> Placed:
        """Return the place of a note on the page or on a section of it."""
        if not target.section or target.section in self._page.sections:
            return Placed(note, number, AnchorState.EXACT, None, 0, 0)
        if self._headings is None:
            self._headings = Headings(self._page.sections, self._normaliser)
        found = self._headings.find(target.section)
        if found is None:
            return _lost(note, number)
        heading, sure = found
        state, score = FOUND_SECTION[sure]
        return Placed(note, number, state, None, 0, 0, score, heading=heading)


def _at_the_end(target: Target, body: str) -> Found | None:
    """Return the words before a signature, where they stood before it: nothing is between."""
    words = target.exact + target.suffix.rstrip()
    if not target.exact or len(target.suffix) >= CONTEXT or not body.endswith(words):
        return None
    start = len(body) - len(words)
    size = weight(target.exact)
    return Found(AnchorState.MOVED, start, start + len(target.exact), 1.0, 1.0, size, 1.0)


def _as_moved(found: Found) -> Found:
    moved = found.state is AnchorState.EXACT
    return replace(found, state=AnchorState.MOVED) if moved else found


def _enough(trust: Trust, target: Target, found: Found) -> bool:
    """Tell whether what was found is enough to take this comment for the target's."""
    if trust is Trust.NAME and (all(name_parts(target.comment)) or found.agreement == 1.0):
        return True
    if trust is Trust.AUTHOR and target.exact and not found.same:
        return False  # a program says nearly the same to many people, at many times
    least, size = _LEAST[trust]
    # one person's sentences come again at other times, with other words around them
    agreement = found.agreement if trust is Trust.AUTHOR else found.altogether
    return agreement >= least and found.size >= size


def _named_best(target: Target, matches: Sequence[_Match], named: int) -> _Match | None:
    """Return the best of the comments with one name, at the same minute by the same author.

    Their order is a hint only: when one of them is deleted the others count anew.
    """
    best = max(
        matches,
        key=lambda each: (
            each.found.agreement,
            each.found.score,
            each.comment.occurrence == target.occurrence,
        ),
    )
    if named > 1 and target.exact and not best.found.same:
        return None  # what a program wrote several times in a minute is nearly alike
    alone = named == 1 and target.occurrence == 0
    if target.exact or alone or best.found.agreement >= _FIRST_WORDS:
        return best
    # a note on a whole comment, and none begins as it did
    return replace(best, found=replace(best.found, state=AnchorState.GUESSED))


def _only_best(matches: Sequence[_Match], trust: Trust) -> _Match | None:
    """Return the best match; None when another is as good."""
    ranked = sorted(matches, key=lambda each: each.found.score, reverse=True)
    best = ranked[0]
    if len(ranked) > 1 and ranked[1].found.score == best.found.score:
        return None
    if trust is Trust.AUTHOR:
        return replace(best, found=replace(best.found, state=AnchorState.GUESSED))
    return best


def _title(title: str) -> str:
    return title.replace("_", " ").strip()


def _lost(note: Note, number: int) -> Placed:
    return Placed(note, number, AnchorState.LOST, None, 0, 0, 0.0)
