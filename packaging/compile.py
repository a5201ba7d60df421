#!/usr/bin/env python3
"""Compile the room that understands pages, so that a dump is read in two thirds of the time.

    .venv/bin/python packaging/compile.py

Needs mypy (which brings mypyc) and setuptools, as they are in an environment for development, and a
C compiler with Python's headers (Debian: gcc, python3-dev). Takes a minute. Nothing in the checkout
changes: the modules go into the environment, and are used until a source changes.

Exit status: 0 compiled, 1 the sources do not compile, 3 something that it needs is not there.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from talkreader import compiled  # noqa: E402 - of this checkout

ROOM = ROOT / "talkreader" / "parsing"
GROUP = "talkreader.parsing._all"
TRIAL = """
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse

for form in Form:
    page = parse(RawPage(form, "== A ==\\nwords [[User:A]] 10:00, 4 May 2023 (UTC)", language="en"))
    assert page.text, form
print(parse)
"""
LEFT_AS_THEY_ARE = {"__init__.py"}
MISSING = 3
SETUP = """
from setuptools import setup
from mypyc.build import mypycify

options = ["--config-file", {config!r}]
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


def build(work: Path) -> list[Path]:
    """Compile a copy of the sources in a folder; return the modules. Raises: CalledProcessError."""
    for source in (ROOT / "talkreader").rglob("*.py"):
        target = work / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    sources = sorted(str(p.relative_to(ROOT)) for p in ROOM.glob("*.py"))
    sources = [source for source in sources if Path(source).name not in LEFT_AS_THEY_ARE]
    setup = SETUP.format(config=str(ROOT / "pyproject.toml"), sources=sources, group=GROUP)
    (work / "setup.py").write_text(setup, encoding="utf-8")
    command = [sys.executable, "setup.py", "-q", "build_ext", "--build-lib", "made"]
    subprocess.run(command, cwd=work, check=True, capture_output=True, text=True)
    return [path for path in (work / "made").rglob("*") if path.is_file()]


def keep(modules: list[Path], made_from: object) -> None:
    """Put the compiled modules where they are found, all at once."""
    place = compiled.place()
    place.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(dir=place.parent))
    for module in modules:
        shutil.copyfile(module, new / module.name)
    (new / compiled.SOURCES).write_text(json.dumps(made_from), encoding="utf-8")
    new.chmod(0o755)
    shutil.rmtree(place, ignore_errors=True)
    new.rename(place)


def main() -> int:
    """Compile, and say how it went; return the exit status."""
    needed = missing()
    if needed:
        print(f"talkreader: not compiled, and it works as well: {needed} is not here")
        return MISSING
    made_from = compiled.state()
    with tempfile.TemporaryDirectory() as folder:
        try:
            modules = build(Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"talkreader: not compiled:\n{error.stdout[-3000:]}{error.stderr[-3000:]}")
            return 1
        size = sum(module.stat().st_size for module in modules)
        keep(modules, made_from)
    trial = subprocess.run(
        [sys.executable, "-c", TRIAL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if trial.returncode or "built-in" not in trial.stdout:
        shutil.rmtree(compiled.place())
        print(f"talkreader: compiled, but it does not run, and is not kept:\n{trial.stderr}")
        return 1
    print(f"talkreader: compiled into {compiled.place()} ({size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
