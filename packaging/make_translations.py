"""Bring the translations of the window up to date: collect the words, compile what is translated.

    python packaging/make_translations.py            collects new words into the .ts files
    python packaging/make_translations.py --compile  writes the .qm files that the program loads

Words are found in the interface, and in the sentences of errors anywhere in the program. New words
are "unfinished" until somebody translates them; the tests fail as long as there are any.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "talkreader"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN", "zh_TW")
PLURALS = "en"


def error_classes() -> set[str]:
    """Return the names of the classes in domain/errors.py."""
    tree = ast.parse((PACKAGE / "domain" / "errors.py").read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)} - {"Cancelled"}


def templates() -> list[str]:
    """Return the sentences that errors are raised with, sorted, each once."""
    classes = error_classes()
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found.update(_templates_in(tree, classes))
    return sorted(found)


def _templates_in(tree: ast.AST, classes: set[str]) -> Iterator[str]:
    constants = {
        target.id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = node.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        if name not in classes:
            continue
        yield from _texts(node.args[0], constants)


def _texts(value: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    """Yield the text of an argument: a constant, a name for one, or either of two."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.Name) and value.id in constants:
        yield constants[value.id]
    elif isinstance(value, ast.IfExp):
        yield from _texts(value.body, constants)
        yield from _texts(value.orelse, constants)


def tool(name: str) -> str:
    """Return the path of one of Qt's own tools; it comes with PySide6."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise SystemExit("PySide6 is not installed; run packaging/bootstrap.py test once.")
    folder = Path(spec.origin).parent
    for place in (folder / name, folder / "Qt" / "libexec" / name, folder / f"{name}.exe"):
        if place.exists():
            return str(place)
    raise SystemExit(f"PySide6 in {folder} has no {name}.")


def collect(folder: Path = FOLDER) -> None:
    """Bring the .ts files in a folder up to date with the words of the program."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = [str(path) for path in sorted(PACKAGE.rglob("ui/**/*.py"))]
    with tempfile.TemporaryDirectory() as place:
        errors = Path(place) / "errors.py"
        lines = [f'QT_TRANSLATE_NOOP("errors", {_quoted(text)})' for text in templates()]
        errors.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for language in (*LANGUAGES, PLURALS):
            options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
            options += ["-target-language", language]
            if language == PLURALS:
                options.append("-pluralonly")
            target = folder / f"talkreader_{language}.ts"
            command = [tool("lupdate"), "-silent", *options, *sources, str(errors)]
            subprocess.run([*command, "-ts", str(target)], check=True)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_all(folder: Path = FOLDER) -> None:
    """Write the .qm files beside the .ts files."""
    for language in (*LANGUAGES, PLURALS):
        source = folder / f"talkreader_{language}.ts"
        subprocess.run(
            [tool("lrelease"), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))],
            check=True,
        )


if __name__ == "__main__":
    if "--compile" in sys.argv[1:]:
        compile_all()
    else:
        collect()
