"""bzip2 block by block: of a stream in which one is damaged, the others are read.

A block is some hundred kilobytes of a stream's text, packed by itself. It begins with a mark, at
any bit, and says which sum its text has. The libraries give up at the first that is wrong; here it
is left out, and each that follows is unpacked as a stream of its own, as bzip2recover does.
"""

from __future__ import annotations

import bz2
from collections.abc import Callable

from talkreader.archives.packed.limits import CHUNK, MIB
from talkreader.archives.packed.source import Readable
from talkreader.archives.packed.streams import PACKINGS, Streams
from talkreader.domain.records import dataclass

_AT_ONCE = 4 * MIB
"""Bytes that are unpacked in one call: more than a block has, but for endless repetitions."""
_LONGEST = MIB
"""Packed bytes of a block, at most: one of noise has 910,000."""
_MARK = 0x314159265359
_END = 0x177245385090
_MARK_BITS, _SUM_BITS = 48, 32
_HEADER = b"BZh9"
_TRIES = 200
"""So many blocks may be damaged in a row."""
_BEFORE = 3
"""Marks that are looked at to find the block in which the unpacker stopped."""
_STEP = 4096


@dataclass(frozen=True, slots=True)
class _Needle:
    """A mark that begins at a bit of a byte: its whole bytes, and what is in the first and last."""

    bit: int
    mask: int
    first: int
    inner: bytes
    last: int


def _needle(mark: int, bit: int) -> _Needle:
    spread = (mark << (8 - bit)).to_bytes(7, "big")
    return _Needle(bit, 0xFF >> bit, spread[0], spread[1:6], spread[6])


_NEEDLES = [_needle(mark, bit) for mark in (_MARK, _END) for bit in range(8)]
_BEGINS = PACKINGS["bzip2"].begins


class Bzip2(Streams):
    """The bytes of all streams of a bzip2 file, but for blocks that are damaged."""

    def __init__(self, inner: Readable) -> None:
        super().__init__(inner, "bzip2")
        self._ready = b""
        self._place = 0
        self._sure = 0  # the packed byte before which all blocks that end were given whole
        self._unsure = 0  # bytes that were given of those that end behind it
        self._blocks: Blocks | None = None

    def read1(self, size: int) -> bytes:
        """As `Streams.read1`; of a block that is damaged nothing is given."""
        if self._place == len(self._ready):
            self._ready, self._place = self._more(), 0
        piece = self._ready[self._place : self._place + size]
        self._place += len(piece)
        return piece

    def go_on(self) -> tuple[int, int] | None:
        """Go to the next block or stream after damage; the packed bytes left out, from and to."""
        blocks = self._blocks or self._by_blocks(8 * (self._taken - len(self._rest)))
        lost = blocks.go_on()
        if blocks.ended:
            self._leave(blocks)
        return lost

    def _more(self) -> bytes:
        """What comes next; empty at the end."""
        while self._blocks is not None or self._unpacker is not None or self._begin():
            if self._blocks is not None:
                if made := self._blocks.read():
                    return made
                self._leave(self._blocks)
                continue
            try:
                made = self._unpack()
            except OSError:
                self._blocks = self._by_blocks(8 * self._sure, self._unsure)
                continue
            if made:
                return made
        return b""

    def _begin(self) -> bool:
        begun = super()._begin()
        self._sure, self._unsure = self._start + len(_HEADER), 0
        return begun

    def _unpack(self) -> bytes:
        """What the stream's next packed bytes have; often nothing.

        Raises: OSError: damaged or cut off.
        """
        unpacker = self._unpacker
        assert unpacker is not None  # noqa: S101  it has begun
        data = self._next() if unpacker.needs_input else b""
        made = unpacker.decompress(data, _AT_ONCE)
        # where its room ends just there, it does not say that it has more
        while 0 < len(made) < _AT_ONCE and not unpacker.eof and unpacker.needs_input:
            more = unpacker.decompress(b"", _AT_ONCE - len(made))
            if not more:
                break
            made += more
        self._unsure += len(made)
        if unpacker.eof:
            self._unpacker, self._rest = None, unpacker.unused_data
            self._forget()
        elif unpacker.needs_input and len(made) < _AT_ONCE:
            if not data and not made:
                raise OSError
            self._sure, self._unsure = self._taken, 0
        return made

    def _by_blocks(self, bit: int, given: int = 0) -> Blocks:
        """The blocks from that bit of the file on, of which some bytes were given."""
        self._unpacker = None
        window = b"".join((*self._seen, self._rest))
        self._forget()
        self._rest = b""
        self._blocks = Blocks(window, self._taken - len(window), bit, given, self._read)
        return self._blocks

    def _leave(self, blocks: Blocks) -> None:
        """Go on with the stream that follows the blocks."""
        self._rest = blocks.rest
        self._blocks = None

    def _read(self) -> bytes:
        data = self._inner.read(CHUNK)
        self._taken += len(data)
        return data


def has_block(data: bytes) -> bool:
    """True when a block begins in some bytes."""
    return Blocks(data, 0, 0, 0, bytes).has_block()


class Blocks:
    """The blocks of a stream, each by itself; places are bits of the file.

    ``window`` are packed bytes that begin at byte ``start`` of the file, ``more`` gives those
    behind. Blocks that end at ``sure`` or before were given, and ``given`` bytes of the others.
    ``ended`` is True when ``rest`` begins with another stream, or is the end of the file.
    """

    def __init__(
        self, window: bytes, start: int, sure: int, given: int, more: Callable[[], bytes]
    ) -> None:
        self._data = bytearray(window)
        self._start = start
        self._more = more
        self._sure = sure
        self._given = given
        self._found: tuple[int, bytes, int] | None = None  # where a block is, what it has, its end
        self._cut = False  # the file ends in the last block that was tried
        self._tried = self._lost = False
        self.ended = False
        self._at = self._anchor()

    @property
    def rest(self) -> bytes:
        """The packed bytes that are not unpacked yet."""
        return bytes(self._data)

    def read(self) -> bytes:
        """The bytes of the next block; empty at the end of the stream.

        Raises: EOFError: the file is cut off; OSError: the block is damaged.
        """
        while not self.ended:
            self._drop(self._at)
            kind = self._mark_at(self._at)
            if kind == _END and self._lost:  # its sum is that of blocks that are not there
                self._end_before((self._at + _MARK_BITS + _SUM_BITS + 7) // 8)
                break
            found = self._block(self._at) if kind == _MARK else None
            if found is None:
                self._given, self._tried = 0, kind in {_MARK, _END}
                raise EOFError if self._cut else OSError("Invalid data stream")
            made, self._at = found
            if self._at > self._sure:
                made, self._given = made[self._given :], max(0, self._given - len(made))
                if made:
                    return made
        return b""

    def go_on(self) -> tuple[int, int] | None:
        """Go to the next block or stream that is sound; the bytes left out, from and to."""
        self._lost = True
        begin = self._byte(self._at)
        place = self._at + self._tried
        for _ in range(_TRIES):
            mark = self._next(place)
            if mark is None:
                return None
            end = self._byte(mark)
            if self._is_first(mark):
                self._end_before(end)
                return begin, end
            if (block := self._block(mark)) is not None:
                self._found, self._at, self._tried = (mark, *block), mark, False
                return begin, end
            place = mark + 1
        return None

    def has_block(self) -> bool:
        """True when one begins in what is read."""
        return bool(self._marks())

    def _anchor(self) -> int:
        """The place of a block that is sound, from which the others are found; else of the last."""
        marks = [mark for mark in self._marks() if mark < self._sure][-_BEFORE:]
        for mark in reversed(marks):
            if (block := self._block(mark)) is not None:
                self._found = (mark, *block)
                return mark
        return marks[-1] if marks else self._sure

    def _block(self, bit: int) -> tuple[bytes, int] | None:
        """What the block that begins there has, and its end; None when it is damaged."""
        found, self._found = self._found, None
        if found is not None and found[0] == bit:
            return found[1], found[2]
        end = self._first(bit + _MARK_BITS + _SUM_BITS, bit + 8 * _LONGEST, _NEEDLES)
        if end is not None and (made := self._alone(bit, end)) is not None:
            return made, end
        # the next mark is damaged, or this is none but looks like one
        last = self._end_of(bit)
        for end in range(last - 7, last + 1) if last else ():
            if (made := self._alone(bit, end)) is not None:
                return made, end
        return None

    def _alone(self, bit: int, end: int) -> bytes | None:
        """What a block up to ``end`` has; None when it is none."""
        sum_ = self._bits(bit + _MARK_BITS, bit + _MARK_BITS + _SUM_BITS)
        bits = self._bits(bit, end) << _MARK_BITS | _END
        bits = bits << _SUM_BITS | sum_
        size = end - bit + _MARK_BITS + _SUM_BITS
        try:
            return bz2.decompress(_HEADER + (bits << -size % 8).to_bytes((size + 7) // 8, "big"))
        except (OSError, ValueError):
            return None

    def _end_of(self, bit: int) -> int | None:
        """Where the byte ends with which the block gives what it has; None when it gives nothing.

        As it may be followed by anything, it gets a few bytes at a time, and the last ones singly.
        """
        self._have(bit + 8 * _LONGEST)
        last = min(bit + 8 * _LONGEST, 8 * (self._start + len(self._data)))
        last -= (last - bit) % 8
        packed = _HEADER + self._bits(bit, last).to_bytes((last - bit) // 8, "big")
        place = 0
        for step in (_STEP, 1):
            unpacker = bz2.BZ2Decompressor()
            unpacker.decompress(packed[:place])
            self._cut = True
            try:
                while place < len(packed):
                    if _all(unpacker, packed[place : place + step]):
                        break
                    place += step
            except OSError:
                self._cut = False
                if step == 1:
                    return None
            else:
                if place >= len(packed):
                    return None
        self._cut = False
        return bit + 8 * (place + 1 - len(_HEADER))

    def _next(self, place: int) -> int | None:
        """The next mark of a block, however far; None when there is none."""
        while (mark := self._first(place, place + 8 * _LONGEST, _NEEDLES[:8])) is None:
            place += 8 * _LONGEST
            if not self._have(place + _MARK_BITS):
                return None
            self._drop(place)
        return mark

    def _first(self, place: int, limit: int, needles: list[_Needle]) -> int | None:
        """The first mark from ``place`` on and before ``limit``."""
        while place < limit and self._have(place + _MARK_BITS):
            marks = self._marks(place, place + 8 * CHUNK, needles)
            if marks:
                return marks[0] if marks[0] < limit else None
            known = 8 * (self._start + len(self._data)) - _MARK_BITS + 1
            place = min(place + 8 * CHUNK, known)
        return None

    def _marks(
        self, place: int = 0, limit: int | None = None, needles: list[_Needle] | None = None
    ) -> list[int]:
        """The marks that begin in these bits, as far as they are read, in their order."""
        data, start = self._data, self._start
        first = max(place // 8 - start, 0)
        last = len(data) if limit is None else limit // 8 - start + 7
        found = []
        for needle in needles or _NEEDLES[:8]:
            at = data.find(needle.inner, first + 1, last)
            while at >= 0:
                tail = data[at + 5 : at + 6] if needle.bit else b"\0"
                if data[at - 1] & needle.mask == needle.first and (
                    tail and tail[0] & ~needle.mask & 0xFF == needle.last
                ):
                    found.append(8 * (start + at - 1) + needle.bit)
                at = data.find(needle.inner, at + 1, last)
        return sorted(mark for mark in found if mark >= place and (limit is None or mark < limit))

    def _mark_at(self, bit: int) -> int:
        """The 48 bits there, by which a block or the end of a stream is known."""
        self._cut = not self._have(bit + _MARK_BITS)
        return 0 if self._cut else self._bits(bit, bit + _MARK_BITS)

    def _bits(self, first: int, last: int) -> int:
        """Some bits as a number."""
        start, end = first // 8 - self._start, (last + 7) // 8 - self._start
        number = int.from_bytes(self._data[start:end], "big") >> -last % 8
        return number & ((1 << (last - first)) - 1)

    def _is_first(self, mark: int) -> bool:
        """True when the block there is the first of a stream."""
        place = mark // 8 - self._start - len(_HEADER)
        return mark % 8 == 0 and place >= 0 and bool(_BEGINS.match(self._data, place))

    def _byte(self, bit: int) -> int:
        """The byte in which a block begins, or its stream when it is the first."""
        return bit // 8 - (len(_HEADER) if self._is_first(bit) else 0)

    def _end_before(self, byte: int) -> None:
        """End, as another stream begins there."""
        self.ended = True
        self._have(8 * byte)
        del self._data[: byte - self._start]

    def _drop(self, bit: int) -> None:
        """Forget what is well before that bit."""
        size = min(bit // 8 - self._start - len(_HEADER), len(self._data))
        if size > CHUNK:
            del self._data[:size]
            self._start += size

    def _have(self, bit: int) -> bool:
        """Read up to that bit; False when the file ends before it."""
        while 8 * (self._start + len(self._data)) < bit:
            if not self._fill():
                return False
        return True

    def _fill(self) -> bool:
        data = self._more()
        self._data += data
        return bool(data)


def _all(unpacker: bz2.BZ2Decompressor, data: bytes) -> bytes:
    """All that comes out with these bytes."""
    made = unpacker.decompress(data)
    while made and not unpacker.eof and (more := unpacker.decompress(b"")):
        made += more
    return made
