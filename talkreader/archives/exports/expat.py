"""Expat over a file that is read in chunks, and that may be begun anew in the middle."""

from __future__ import annotations

from collections.abc import Callable
from pyexpat import ParserCreate, XMLParserType

_ROOT = b"<mediawiki>"


class Expat:
    """Tells handlers of what stands in a file, and knows where it is."""

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        characters: Callable[[str], None],
        doctype: Callable[..., None],
    ) -> None:
        self._handlers = start, end, characters, doctype
        self._base = self._at = 0  # the byte at which what the parser knows starts, and is
        self.lines = 0
        """Those before what the parser knows."""
        self._parser = self._new()

    def _new(self) -> XMLParserType:
        parser = ParserCreate()
        parser.buffer_text = True
        (
            parser.StartElementHandler,
            parser.EndElementHandler,
            parser.CharacterDataHandler,
            parser.StartDoctypeDeclHandler,
        ) = self._handlers
        return parser

    @property
    def offset(self) -> int:
        """The byte of the whole file at which it is."""
        index = self._parser.CurrentByteIndex
        # -1 before it has looked at anything; since 2.6 also while it waits for more of a token
        # (see XML_SetReparseDeferralEnabled), and then it is still where it was
        if index >= 0:
            self._at = self._base + index
        return self._at

    @property
    def line(self) -> int:
        """The line of the whole file at which it is."""
        return self.lines + self._parser.CurrentLineNumber

    def parse(self, data: bytes, *, final: bool) -> None:
        """Go on with the next bytes; ``final``: with the last ones. Raises ExpatError."""
        self._parser.Parse(data, final)

    def begin_at(self, offset: int, lines: int) -> None:
        """Go on as at the start of a file, from this byte and after so many lines."""
        self._base, self._at, self.lines = offset, offset, lines
        self._parser = self._new()

    def begin_within(self, offset: int, lines: int) -> None:
        """Go on as within the outermost element of an export, of which the handlers do not hear."""
        self.begin_at(offset - len(_ROOT), lines)
        self._parser.StartElementHandler = None
        self._parser.Parse(_ROOT, False)
        self._parser.StartElementHandler = self._handlers[0]
