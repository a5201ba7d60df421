"""Sources as mypyc makes the most of them: what a decorator does at run time is written out.

For mypyc a `dataclass` is a class whose methods it cannot know, and to make one is slower than in
Python. With its methods written out it is a struct of C. A name that is given once in a module is
looked up each time unless it is said to be ``Final``. And what is no struct of C must say so.

The sources stay as they are, readable and short: this is for the copy that is compiled.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_IMPORT = """
from typing import Any as _Any, ClassVar as _ClassVar, Final as _Final
from talkreader.domain.native import is_record as _is_record, mypyc_attr as _mypyc_attr
"""
_DECORATORS = {"abstractmethod", "classmethod", "override", "property", "staticmethod"}
"""What methods of a struct of C may have; no `cached_property`, which needs a ``__dict__``."""
_KNOWN_TO_C = {
    f"_{word}"
    for word in "alignof asm attribute auto_type complex const extension imag inline label null"
    " real restrict signed thread typeof volatile".split()
}
"""Attributes that would be words of C's own: mypyc puts an underscore before each."""
_TYPES = {"NewType", "ParamSpec", "TypeVar"}
_WORDS = ast.Constant | ast.JoinedStr | ast.Call | ast.Dict | ast.Set | ast.List | ast.Tuple
"""Values, and no other names of types (``Names = tuple[str, str]``)."""


class Edit(NamedTuple):
    """Words instead of a range of bytes."""

    start: int
    end: int
    words: str


def written_out(source: str) -> str:
    """Return a module that does the same; it must begin with a ``from __future__`` import."""
    tree = ast.parse(source)
    text = _Text(source)
    future = next(
        node
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "__future__"
    )
    tuples = {one.name for one in _classes(tree) if "NamedTuple" in map(ast.unparse, one.bases)}
    edits = [text.after(future, _IMPORT)]
    for node in _classes(tree):
        edits += _record(text, node)
        if not _is_struct(node, tuples):
            edits.append(text.before(node, "@_mypyc_attr(native_class=False)\n"))
    edits += _finals(text, tree)
    edits += _renamed(text, tree)
    return text.edited(edits)


class _Text:
    """A source, in which nodes have their places."""

    def __init__(self, source: str) -> None:
        lines = [line.encode() for line in source.splitlines(keepends=True)]
        self._bytes = b"".join(lines)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        return self._starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def of(self, node: ast.expr) -> str:
        return " ".join(self._bytes[self.start(node) : self.end(node)].decode().split())

    def before(self, node: ast.stmt, words: str) -> Edit:
        """Put words before a class, but behind its decorators."""
        return Edit(self.start(node), self.start(node), words)

    def after(self, node: ast.expr | ast.stmt, words: str) -> Edit:
        return Edit(self.end(node), self.end(node), words)

    def edited(self, edits: list[Edit]) -> str:
        data = self._bytes
        for start, end, words in sorted(edits, reverse=True):
            data = data[:start] + words.encode() + data[end:]
        return data.decode()


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def _is_struct(node: ast.ClassDef, tuples: set[str]) -> bool:
    """Say whether a class can be a struct of C as it is, or is something that mypyc knows."""
    if any(ast.unparse(base) in tuples for base in node.bases):
        return False
    methods = (one for one in node.body if isinstance(one, ast.FunctionDef))
    names = (ast.unparse(each) for one in methods for each in one.decorator_list)
    return all(name in _DECORATORS or name.endswith(".setter") for name in names)


def _renamed(text: _Text, tree: ast.Module) -> Iterator[Edit]:
    """Yield what gives another name to attributes that C would take for its own words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _KNOWN_TO_C:
            yield text.after(node, "_")
        elif isinstance(node, ast.ClassDef):
            for one in node.body:
                yield from _renamed_part(text, one)


def _renamed_part(text: _Text, node: ast.stmt) -> Iterator[Edit]:
    """Yield the same for what a class says of its parts."""
    if isinstance(node, ast.FunctionDef) and node.name in _KNOWN_TO_C:
        end = text.start(node) + len("def ") + len(node.name)
        yield Edit(end, end, "_")
    elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in _KNOWN_TO_C:
        yield text.after(node.target, "_")
    elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__":
        for name in ast.walk(node.value):
            if isinstance(name, ast.Constant) and name.value in _KNOWN_TO_C:
                yield Edit(text.end(name) - 1, text.end(name) - 1, "_")


# --- records ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    type: str
    default: str = ""
    factory: str = ""
    compared: bool = True
    shown: bool = True


class _Another(Exception):
    """A record that can more than those that are written out: it stays as it is."""


def _record(text: _Text, node: ast.ClassDef) -> list[Edit]:
    """Return what writes out a record; nothing for a class that is none, or another one."""
    try:
        options = _options(node)
        fields = [_field(text, one) for one in node.body if isinstance(one, ast.AnnAssign)]
    except _Another:
        return []
    (decorator,) = node.decorator_list
    own = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
    edits = [Edit(text.start(decorator) - 1, text.end(decorator), "")]
    edits += [
        Edit(text.end(one.annotation), text.end(one.value), "")
        for one in node.body
        if isinstance(one, ast.AnnAssign) and one.value is not None
    ]
    edits.append(text.after(node.body[-1], _methods(node.name, fields, own, options)))
    return edits


def _options(node: ast.ClassDef) -> dict[str | None, bool]:
    """Return what a record was decorated with."""
    bases = {ast.unparse(base).partition("[")[0] for base in node.bases} - {"Generic"}
    if bases or len(node.decorator_list) != 1:
        raise _Another
    call = node.decorator_list[0]
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != "dataclass":
        raise _Another
    options = {one.arg: bool(ast.literal_eval(one.value)) for one in call.keywords}
    if not options.get("slots") or options.keys() - {"slots", "frozen", "eq"}:
        raise _Another
    return options


def _field(text: _Text, node: ast.AnnAssign) -> _Field:
    name, kind, value = ast.unparse(node.target), text.of(node.annotation), node.value
    if kind.startswith(("ClassVar", "InitVar")):
        raise _Another
    name += "_" if name in _KNOWN_TO_C else ""
    if not isinstance(value, ast.Call) or ast.unparse(value.func) != "field":
        return _Field(name, kind, "" if value is None else text.of(value))
    given = {one.arg: text.of(one.value) for one in value.keywords}
    if given.keys() - {"default", "default_factory", "compare", "repr"}:
        raise _Another
    compared, shown = given.get("compare") != "False", given.get("repr") != "False"
    factory = given.get("default_factory", "")
    return _Field(name, kind, given.get("default", ""), factory, compared, shown)


def _methods(
    name: str, fields: list[_Field], own: set[str], options: dict[str | None, bool]
) -> str:
    """Return the methods that a record has not of its own, and the call that makes it one."""
    compares, frozen = options.get("eq", True), options.get("frozen", False)
    lines = ["    __dataclass_fields__: _ClassVar[dict[str, _Any]]", *_init(fields, own)]
    compared = [one for one in fields if one.compared]
    if compares and "__eq__" not in own:
        lines += [
            "    def __eq__(self, other: object) -> bool:",
            f"        if not isinstance(other, {name}):",
            "            return NotImplemented",
            f"        return {_values('self', compared)} == {_values('other', compared)}",
        ]
    if compares and frozen and "__hash__" not in own:
        lines += [
            "    def __hash__(self) -> int:",
            f"        return hash({_values('self', compared)})",
        ]
    lines += [
        "    def __reduce__(self) -> tuple[object, tuple[object, ...]]:",
        f"        return {name}, {_values('self', fields)}",
    ]
    told = tuple((one.name, one.type, one.compared, one.shown) for one in fields)
    hashed = frozen or not compares
    lines.append(f"_is_record({name}, {told!r}, hashed={hashed!r})")
    return "\n" + "\n".join(lines) + "\n"


def _init(fields: list[_Field], own: set[str]) -> list[str]:
    arguments = ["self"]
    lines = []
    for one in fields:
        value = one.name
        if one.factory:
            arguments.append(f"{one.name}: {one.type} | None = None")
            value = f"({one.factory})() if {one.name} is None else {one.name}"
        else:
            default = f" = {one.default}" if one.default else ""
            arguments.append(f"{one.name}: {one.type}{default}")
        lines.append(f"self.{one.name} = {value}")
    if "__post_init__" in own:
        lines.append("self.__post_init__()")
    begin = f"    def __init__({', '.join(arguments)}) -> None:"
    return [begin, *(f"        {line}" for line in lines or ["pass"])]


def _values(of: str, fields: list[_Field]) -> str:
    return "(" + "".join(f"{of}.{one.name}, " for one in fields) + ")"


# --- names that are given once ------------------------------------------------------------------


def _finals(text: _Text, tree: ast.Module) -> Iterator[Edit]:
    """Yield what says of each name of a module that is given once that it is so."""
    once = _given_once(tree)
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
            if ast.unparse(target) in once and _is_value(node.value):
                yield Edit(text.end(target), text.end(target), ": _Final")
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            kind = node.annotation
            if ast.unparse(node.target) in once and text.of(kind) not in ("Final", "TypeAlias"):
                yield Edit(text.start(kind), text.end(kind), f"_Final[{text.of(kind)}]")


def _given_once(tree: ast.Module) -> set[str]:
    given: dict[str, int] = {"__all__": 2}
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Global):
            names = node.names * 2
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names = [node.id]
        for name in names:
            given[name] = given.get(name, 0) + 1
    return {name for name, times in given.items() if times == 1}


def _is_value(node: ast.expr) -> bool:
    return isinstance(node, _WORDS) and not (
        isinstance(node, ast.Call) and ast.unparse(node.func) in _TYPES
    )
