"""Compiling while nobody waits for it: once for each state of the sources, and never in the way.

Standard library only, and readable by every Python from 3.7 on, as bootstrap.py, which asks it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = ROOT / "packaging" / "compile.py"
WAIT = "20"
"""Seconds until it begins: by then the window has been there for long."""
MEMORY = 1_500_000_000
"""Bytes that must be free: it takes half of it."""
FAILED = ".failed"
"""The ending of what stands in place of the folder where the sources did not compile."""


def no_compiler() -> str:
    """Return in words what is missing to compile anything for this Python; "" when nothing is."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"the C compiler {compiler}"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        return "Python's headers (Debian: python3-dev)"
    return ""


def is_due(environment: Path, set_up: bool) -> bool:
    """Return whether what is here can be compiled, and was not yet.

    ``set_up``: the environment was just made, and what it needs for that may yet come.
    """
    sys.path.insert(0, str(ROOT))
    try:
        from talkreader import compiled
    except ImportError:
        return False
    folder = compiled.folder_for(compiled.state(), str(environment))
    if os.name == "nt" or os.environ.get(compiled.PURE):
        return False
    if folder.exists() or folder.with_suffix(FAILED).exists():
        return False
    return (
        set_up or any(environment.glob("lib/python3*/site-packages/mypyc"))
    ) and not no_compiler()


def start(python: str, set_up: bool) -> None:
    """Let it be compiled by another process, which outlives this one and belongs to nobody."""
    more = ["--set-up"] if set_up else []
    subprocess.call(
        ["/bin/sh", "-c", '"$@" &', "sh", python, str(COMPILE), "--behind", WAIT, *more],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def step_back() -> None:
    """Let this process and those that it starts have only what no other one wants."""
    os.nice(19)
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def has_memory() -> bool:
    """Return whether there is memory for it, as far as the system tells."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return True
    free = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return not free or int(free[0]) * 1024 >= MEMORY


@contextmanager
def alone(folder: Path):
    """Say whether nobody else compiles for a folder, and keep others from it meanwhile."""
    import fcntl

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
        else:
            yield True
