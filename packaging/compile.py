#!/usr/bin/env python3
"""Compile the modules that a long page or a dump keeps busy: they take half of the time then.

    .venv/bin/python packaging/compile.py [--behind SECONDS [--set-up]]

``--behind``: after so many seconds, quietly, with what time the machine has left, and only once for
each state of the sources; ``--set-up``: what it needs of Python may be installed.

Needs mypy (which brings mypyc) and setuptools, and a C compiler with Python's headers (Debian: gcc,
python3-dev). Takes a minute or two. Nothing in the checkout changes: the modules go into the
environment, and are used until a source changes.

Exit status: 0 compiled, 1 the sources do not compile, 3 something that it needs is not there.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import behind
from write_out import written_out

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from talkreader import compiled  # noqa: E402 - of this checkout

MODULES = (
    "domain/body.py",
    "domain/page.py",
    "domain/thread.py",
    "parsing/**/*.py",
    "store/values/columns.py",
    "store/pages/cutting.py",
    "store/values/folding.py",
    "store/values/gaps.py",
    "store/values/meta.py",
    "store/pages/rest.py",
    "store/values/rows.py",
    "store/values/timekeys.py",
)
"""What is worth it: measured. The rest of the store and of the import waits for SQLite and bz2."""
GROUP = "talkreader._compiled"
TRIAL = """
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store.pages.cutting import cut

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
    return behind.no_compiler()


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
    # mypyc makes errors of warnings, and each new compiler has some more
    quiet = {**os.environ, "CFLAGS": f"{os.environ.get('CFLAGS', '')} -w"}
    subprocess.run(command, cwd=work, env=quiet, check=True, capture_output=True, text=True)
    return work / "made"


def keep(made: Path, made_from: str) -> Path:
    """Put the compiled modules where they are found, all at once; return where.

    Those of other sources stay for a day: a program that began with them may yet import some.
    """
    place = compiled.folder_for(made_from)
    place.parent.mkdir(parents=True, exist_ok=True)
    for other in place.parent.iterdir():
        if other.is_dir() and other.stat().st_mtime < time.time() - OLD:
            shutil.rmtree(other, ignore_errors=True)
    place.with_suffix(behind.FAILED).unlink(missing_ok=True)
    new = Path(tempfile.mkdtemp(dir=place.parent))
    shutil.copytree(made, new, dirs_exist_ok=True)
    (new / compiled.SOURCES).write_text(made_from, encoding="utf-8", errors="surrogateescape")
    new.chmod(0o755)
    shutil.rmtree(place, ignore_errors=True)
    new.rename(place)
    return place


def compile_here() -> int:
    """Compile, and say how it went; return the exit status."""
    needed = missing()
    if needed:
        print(f"talkreader: not compiled, and it works as well: {needed} is not here")
        return MISSING
    made_from = compiled.state()
    place = compiled.folder_for(made_from)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as folder:
        try:
            made = build(Path(folder))
        except subprocess.CalledProcessError as error:
            return failed(place, f"not compiled:\n{error.stdout[-3000:]}{error.stderr[-3000:]}")
        if compiled.state() != made_from:
            print("talkreader: not compiled: the sources have changed meanwhile")
            return MISSING
        size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
        keep(made, made_from)
    trial = subprocess.run(
        [sys.executable, "-c", TRIAL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if trial.returncode or "built-in" not in trial.stdout:
        shutil.rmtree(place)
        return failed(place, f"compiled, but it does not run, and is not kept:\n{trial.stderr}")
    print(f"talkreader: compiled into {place} ({size / 1e6:.1f} MB)")
    return 0


def failed(place: Path, words: str) -> int:
    """Say what went wrong, and keep it for whoever would try again; return the exit status."""
    print(f"talkreader: {words}")
    place.with_suffix(behind.FAILED).write_text(words, encoding="utf-8", errors="replace")
    return 1


def compile_behind(wait: float, *, set_up: bool) -> int:
    """Compile when there is time for it and it is due; return the exit status."""
    behind.step_back()
    with behind.alone(compiled.place()) as alone:
        if not alone:
            return MISSING
        time.sleep(wait)
        if set_up and missing() and not behind.no_compiler():
            install()
        if not behind.has_memory() or not behind.is_due(Path(sys.prefix), set_up=False):
            return MISSING
        return compile_here()


def install() -> None:
    """Install what is needed of Python, where it can be had."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["optional-dependencies"]["compile"]
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", *wanted]
    subprocess.run([*command, "--disable-pip-version-check"], check=False)
    importlib.invalidate_caches()


def main() -> int:
    """Do what the command line says; return the exit status."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--behind", type=float, metavar="SECONDS")
    words.add_argument("--set-up", action="store_true")
    wanted = words.parse_args()
    if wanted.behind is None:
        return compile_here()
    return compile_behind(wanted.behind, set_up=wanted.set_up)


if __name__ == "__main__":
    sys.exit(main())
