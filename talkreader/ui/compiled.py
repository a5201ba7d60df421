"""The Python that PySide6 carries inside its library, compiled once and kept.

It has a dozen modules there as text, and compiles them whenever it is imported, where Python keeps
what it has compiled of any other module: 17 ms, a seventh of what a bare window takes. Here it is
kept as well, with what can be made again. Two of the modules serve only those who write stubs for
type checkers; they wait until somebody asks them for a name, which takes another 7 ms off.

A PySide6 that does it another way is left as it is.
"""

from __future__ import annotations
import __future__

import builtins
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType

OWN = "shibokensupport/"
"""How the names of these modules' files begin."""
FOR_STUBS = {f"{OWN}signature/lib/{name}.py" for name in ("enum_sig", "pyi_generator")}
_FUTURE = __future__.annotations.compiler_flag
"""What the module that compiles them hands on to them."""
_WAITS = b"""
def __getattr__(name):
    from talkreader.ui.compiled import fill
    return fill(globals(), name)
"""
_waiting: dict[str, CodeType] = {}


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """Import PySide6 inside of this, with what was compiled of it kept in a folder."""
    kept = Kept(folder / f"pyside.{sys.implementation.cache_tag}", builtins.compile)
    setattr(builtins, "compile", kept)  # noqa: B010 - not to be assigned, say the stubs
    try:
        yield
    finally:
        setattr(builtins, "compile", kept.compile)  # noqa: B010
        kept.write()


class Kept:
    """Called as ``compile`` is; what it returned for PySide6's modules is in a file the next time.

    A text that differs from the one before is compiled again. The file begins with Python's mark
    for its version, and with a hash of all behind that: what is not whole does not count.
    """

    def __init__(self, file: Path, compile_: Callable[..., CodeType]) -> None:
        self._file = file
        self.compile = compile_
        self._codes: dict[str, tuple[bytes, CodeType]] = {}
        self._grown = False
        with suppress(OSError, ValueError, EOFError, TypeError):
            found = file.read_bytes()
            start = len(MAGIC_NUMBER) + 8
            if found[:start] == MAGIC_NUMBER + source_hash(found[start:]):
                self._codes = marshal.loads(found[start:])  # noqa: S302 - our own, as Python does

    def __call__(
        self, source: object, name: object, mode: str, *args: object, **more: int
    ) -> object:
        """Compile a text, or return what it was compiled to."""
        ours = isinstance(source, bytes) and isinstance(name, str) and name.startswith(OWN)
        if not ours or args or more:
            return self.compile(source, name, mode, *args, **more)
        assert isinstance(source, bytes)  # noqa: S101 - for mypy
        assert isinstance(name, str)  # noqa: S101
        code = self._code(name, source)
        if name not in FOR_STUBS:
            return code
        _waiting[name] = code
        return self._code(f"{name} waits", _WAITS)

    def _code(self, name: str, source: bytes) -> CodeType:
        mark = source_hash(source)
        known = self._codes.get(name)
        if known is None or known[0] != mark:
            file = name.removesuffix(" waits")
            code = self.compile(source, file, "exec", _FUTURE, dont_inherit=True)
            self._codes[name] = known = mark, code
            self._grown = True
        return known[1]

    def write(self) -> None:
        """Keep what was compiled anew, unless Python is told to keep nothing.

        A frozen program is told so always, for all else of it is compiled already.
        """
        frozen = getattr(sys, "frozen", False)
        if not self._grown or (sys.dont_write_bytecode and not frozen):
            return
        content = marshal.dumps(self._codes)
        part = self._file.with_name(f"{self._file.name}.{id(self)}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(MAGIC_NUMBER + source_hash(content) + content)
            part.replace(self._file)
        except OSError:
            with suppress(OSError):
                part.unlink()


def fill(names: dict[str, object], name: str) -> object:
    """Return a name of a module that waits, after it was carried out; raise AttributeError."""
    code = None if name.startswith("__") else _waiting.pop(str(names.get("__file__")), None)
    if code is not None:
        names.pop("__getattr__", None)
        exec(code, names)  # noqa: S102 - as its importer would have
    if name not in names:
        raise AttributeError(name)
    return names[name]
