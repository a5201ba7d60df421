"""Chinese for the eye: shown in the script that the person reads, with every offset as it was."""

from __future__ import annotations

from talkreader.domain.body import Body, MarkKind

_KEPT = frozenset(
    {
        *(MarkKind.LINK, MarkKind.EXTERNAL, MarkKind.PING),
        *(MarkKind.TEMPLATE, MarkKind.CODE, MarkKind.IMAGE),
    }
)


class Shown:
    """Texts of one page as they are shown; "" shows everything as it was written."""

    def __init__(self, script: str) -> None:
        self._script = script
        self._bodies: dict[int, tuple[Body, str]] = {}

    def text_of(self, body: Body) -> str:
        """Return a body's text as it is shown, as long as the text; names and links stay."""
        if not self._script:
            return body.text
        known = self._bodies.get(id(body))
        if known is None or known[0] is not body:
            from talkreader.bilingual import convert_in_place
            from talkreader.domain.body import Span

            keep = [Span(mark.start, mark.end) for mark in body.marks if mark.kind in _KEPT]
            known = body, convert_in_place(body.text, self._script, keep=keep)
            self._bodies[id(body)] = known
        return known[1]

    def words(self, text: str) -> str:
        """Return words that are no body's, a heading or a typed translation, as they are shown."""
        if not self._script:
            return text
        from talkreader.bilingual import convert_in_place

        return convert_in_place(text, self._script)
