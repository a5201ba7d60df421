#!/usr/bin/env python3
"""Compile the modules that a long page or a dump keeps busy: they take half of the time then.

    .venv/bin/python packaging/compile.py

Needs mypy (which brings mypyc) and setuptools, as they are in an environment for development, and a
C compiler with Python's headers (Debian: gcc, python3-dev). Takes a minute or two. Nothing in the
checkout changes: the modules go into the environment, and are used until a source changes.

Exit status: 0 compiled, 1 the sources do not compile, 3 something that it needs is not there.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from write_out import written_out

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from talkreader import compiled  # noqa: E402 - of this checkout

MODULES = (
    "domain/body.py",
    "domain/page.py",
    "domain/thread.py",
    "parsing/*.py",
    "store/columns.py",
    "store/cutting.py",
    "store/folding.py",
    "store/gaps.py",
    "store/meta.py",
    "store/rows.py",
    "store/timekeys.py",
)
"""What is worth it: measured. The rest of the store and of the import waits for SQLite and bz2."""
GROUP = "talkreader._compiled"
TRIAL = """
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store.cutting import cut

for form in Form:
    page = parse(RawPage(form, "== A ==\\nwords [[User:A]] 10:00, 4 May 2023 (UTC)", language="en"))
    assert page.text and cut(page, detail=True).items.texts, form
print(parse)
"""
MISSING = 3
OLD = 24 * 60 * 60
"""Seconds after which nothing runs any more that began before the sources changed."""
CONFIG = """
[mypy]
python_version = 3.11
ignore_missing_imports = True

[mypy-mwparserfromhell.*]
follow_imports = skip
"""
SETUP = """
from setuptools import setup
from mypyc.build import mypycify

options = ["--config-file", "mypy.ini"]
modules = mypycify([*options, *{sources!r}], opt_level="1", debug_level="0", group_name={group!r})
setup(name="talkreader-compiled", packages=[], ext_modules=modules)
"""


def missing() -> str:
    """Return in words what is needed and not there; "" when all is."""
    for module in ("mypyc", "setuptools"):
        if importlib.util.find_spec(module) is None:
            return f"the Python package {module.replace('mypyc', 'mypy')}"
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"the C compiler {compiler}"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "Python's headers (Debian: python3-dev)"
    return ""


def sources() -> Iterator[Path]:
    """Yield the modules that are compiled."""
    package = ROOT / "talkreader"
    for pattern in MODULES:
        for path in sorted(package.glob(pattern)):
            if path.name != "__init__.py":
                yield path.relative_to(ROOT)


def build(work: Path) -> Path:
    """Compile a copy of the sources in a folder; return where the modules are.

    Raises: CalledProcessError.
    """
    for source in (ROOT / "talkreader").rglob("*.py"):
        target = work / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    chosen = list(sources())
    for path in chosen:
        text = (work / path).read_text(encoding="utf-8")
        (work / path).write_text(written_out(text), encoding="utf-8")
    setup = SETUP.format(sources=[str(path) for path in chosen], group=GROUP)
    (work / "setup.py").write_text(setup, encoding="utf-8")
    (work / "mypy.ini").write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "setup.py", "-q", "build_ext", "--build-lib", "made"]
    subprocess.run(command, cwd=work, check=True, capture_output=True, text=True)
    return work / "made"


def keep(made: Path, made_from: str) -> Path:
    """Put the compiled modules where they are found, all at once; return where.

    Those of other sources stay for a day: a program that began with them may yet import some.
    """
    place = compiled.folder_for(made_from)
    place.parent.mkdir(parents=True, exist_ok=True)
    for other in place.parent.iterdir():
        if other.stat().st_mtime < time.time() - OLD:
            shutil.rmtree(other, ignore_errors=True)
    new = Path(tempfile.mkdtemp(dir=place.parent))
    shutil.copytree(made, new, dirs_exist_ok=True)
    (new / compiled.SOURCES).write_text(made_from, encoding="utf-8", errors="surrogateescape")
    new.chmod(0o755)
    shutil.rmtree(place, ignore_errors=True)
    new.rename(place)
    return place


def main() -> int:
    """Compile, and say how it went; return the exit status."""
    needed = missing()
    if needed:
        print(f"talkreader: not compiled, and it works as well: {needed} is not here")
        return MISSING
    made_from = compiled.state()
    with tempfile.TemporaryDirectory() as folder:
        try:
            made = build(Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"talkreader: not compiled:\n{error.stdout[-3000:]}{error.stderr[-3000:]}")
            return 1
        size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
        place = keep(made, made_from)
    trial = subprocess.run(
        [sys.executable, "-c", TRIAL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if trial.returncode or "built-in" not in trial.stdout:
        shutil.rmtree(place)
        print(f"talkreader: compiled, but it does not run, and is not kept:\n{trial.stderr}")
        return 1
    print(f"talkreader: compiled into {place} ({size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
