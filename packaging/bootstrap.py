#!/usr/bin/env python3
"""Make the environment that talkreader needs, then open archives in it or run its tests.

    python3 packaging/bootstrap.py run [FILE...]
    python3 packaging/bootstrap.py test [PYTEST ARGUMENT...]

Standard library only, and readable by every Python from 3.7 on, so that an old one can say in a
sentence what is missing. What has been made is remembered in a stamp inside .venv: the second time
costs a few milliseconds.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "talkreader-environment.json"
LOG = VENV / "talkreader-environment.log"
PIP_INSTALL = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input"]
PIP_INSTALL += ["--disable-pip-version-check"]
OLDEST = (3, 11)

# What Qt's wheels load but do not bring, and the Debian package that has it.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libbrotlidec.so.1": "libbrotli1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# What the tests need besides: Qt's lupdate and lrelease, and the machine of the extra [llm].
TEST_LIBRARIES = {"libgssapi_krb5.so.2": "libgssapi-krb5-2", "libgomp.so.1": "libgomp1"}
CHINESE_FONT = "fonts-noto-cjk"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_NAMES = ("cjk", "wqy", "sourcehan", "source-han", "droidsansfallback", "uming", "ukai")

COMPILE = [str(PYTHON), str(ROOT / "packaging" / "compile.py")]
CANNOT_COMPILE = 3  # no compiler, or no headers of Python
COMPILED = (  # the tests of what is compiled
    "tests/parsing tests/domain tests/packaging/test_compiled_same.py tests/test_reading.py"
    " tests/store/test_bulk.py tests/store/test_columns.py tests/store/test_gaps.py"
).split()
CHECKS = (
    ("lint", ["-m", "ruff", "check", "."]),
    ("format", ["-m", "ruff", "format", "--check", "."]),
    ("types", ["-m", "mypy"]),
    ("layers", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
)


class SetupError(Exception):
    """The environment cannot be made; the message says what, where, and what to do next."""


def say(words: str) -> None:
    """Tell the person, on stderr: stdout belongs to the page."""
    print(words, file=sys.stderr, flush=True)


# --- the environment ----------------------------------------------------------------------------


def environment_key() -> str:
    """A digest of everything that would make the environment another one."""
    parts = (
        (ROOT / "pyproject.toml").read_bytes(),
        Path(__file__).read_bytes(),
        f"{sys.version} {ROOT}".encode(),
    )
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamped() -> dict:
    """What earlier runs remembered; empty when nothing is, or when it is about something else."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    known = isinstance(stamp, dict) and stamp.get("key") == environment_key() and PYTHON.exists()
    return stamp if known else {}


def prepare(developer: bool) -> bool:
    """Make .venv and fill it, unless the stamp says that this was done; say if there was need.

    Raises: SetupError.
    """
    stamp = stamped()
    if stamp and (stamp.get("developer") or not developer):
        return False
    if not usable_environment():
        make_environment()
    extra = "[dev]" if developer else ""
    say("talkreader: installing what it needs into .venv (only this time; a minute or two) ...")
    done = logged(
        [*PIP_INSTALL, "--editable", str(ROOT) + extra],
    )
    if done.returncode:
        raise SetupError(
            f"the libraries could not be installed ({last_error(done)}); connect to the network, "
            f"then give the same command again (everything pip said is in {LOG})",
        )
    # so that the first start is as quick as the others
    quiet([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "talkreader")])
    provide_system_parts({**LIBRARIES, **TEST_LIBRARIES} if developer else LIBRARIES)
    stamp = {"key": environment_key(), "developer": developer}
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")
    return True


def usable_environment() -> bool:
    """True when .venv holds a working Python of this version, with pip."""
    if not PYTHON.exists():
        return False
    code = "import pip, sys; print(*sys.version_info[:3])"
    answer = quiet([str(PYTHON), "-c", code]).stdout.split()
    return answer == [str(number) for number in sys.version_info[:3]]


def make_environment() -> None:
    """Make a fresh .venv. Raises: SetupError."""
    if quiet([sys.executable, "-c", "import ensurepip, venv"]).returncode:
        # Debian keeps this part of Python in a package of its own
        install_packages(["python3-venv"])
    done = quiet([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if done.returncode:
        package = "python3-venv" if shutil.which("apt-get") else "your Python's venv module"
        raise SetupError(
            f"the environment {VENV} could not be made ({last_error(done)}); check that the "
            f"folder can be written and that {package} is installed, then try again",
        )


# --- system libraries and fonts -----------------------------------------------------------------


def provide_system_parts(libraries: dict) -> None:
    """Install the system libraries and the Chinese font that are missing, or name them."""
    missing = missing_packages(libraries)
    if missing:
        install_packages(missing)
        missing = missing_packages(libraries)
    if missing and shutil.which("apt-get"):
        say(f"talkreader: still missing; please give: sudo apt-get install {' '.join(missing)}")
    elif missing:
        names = [name for name, package in libraries.items() if package in missing]
        names += ["a font with Chinese characters"] if CHINESE_FONT in missing else []
        say(f"talkreader: please install with your system's package manager: {', '.join(names)}")


def missing_packages(libraries: dict) -> list:
    """The Debian packages whose libraries or fonts are not found; empty elsewhere than on Linux."""
    if platform.system() != "Linux":
        return []
    packages = [package for name, package in libraries.items() if not loads(name)]
    return packages if has_chinese_font() else [*packages, CHINESE_FONT]


def loads(library: str) -> bool:
    """True when the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """True when a font with Chinese characters is installed."""
    if shutil.which("fc-list"):
        return bool(quiet(["fc-list", ":lang=zh", "family"]).stdout.strip())
    for folder in FONT_FOLDERS:
        for _, _, files in os.walk(str(Path(folder).expanduser())):
            if any(part in name.lower() for name in files for part in FONT_NAMES):
                return True
    return False


def install_packages(packages: list) -> None:
    """Install Debian packages when this person may; else leave the naming to who asked."""
    if not shutil.which("apt-get"):
        return
    as_root = not hasattr(os, "geteuid") or os.geteuid() == 0
    if not as_root and (not shutil.which("sudo") or quiet(["sudo", "-n", "true"]).returncode):
        return
    say(f"talkreader: installing Debian packages: {' '.join(packages)} ...")
    command = [] if as_root else ["sudo", "-n"]
    command += ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    command += ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30"]
    install = [*command, "install", "-y", "--no-install-recommends", *packages]
    if quiet(install).returncode == 0:
        return
    quiet([*command, "update"])  # a fresh image has no package lists yet
    done = quiet(install)
    if done.returncode:
        say(f"talkreader: apt-get could not install them ({last_error(done)})")


# --- run ----------------------------------------------------------------------------------------


def run(files: list) -> int:
    """Open the files in the window, or, where there is none, show them in the terminal."""
    import behind

    is_new = prepare(developer=False)
    obstacle = why_no_window()
    if behind.is_due(VENV, is_new):
        behind.start(str(PYTHON), is_new)
    if not obstacle:
        replace_by([str(PYTHON), "-P", "-m", "talkreader", *files])
    say(f"talkreader: {obstacle}, so the page is shown here in the terminal.")
    if not files:
        files = [str(sample) for sample in sorted((ROOT / "seeds").glob("*.txt"))[:1]]
        say("talkreader: no file was named; this is the sample archive.")
    status = 0
    for file in files:
        command = [str(PYTHON), "-P", "-m", "talkreader", "threads", file, "--format", "text"]
        status = subprocess.run(command, check=False).returncode or status
    return status


def why_no_window() -> str:
    """What keeps a window from opening, in words; "" when nothing does."""
    if not os.environ.get("QT_QPA_PLATFORM") and platform.system() == "Linux":
        display, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
        if not display and not wayland:
            return "there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)"
        if not (wayland and wayland_answers(wayland)) and not (display and x_answers(display)):
            return f"the screen {display or wayland} does not answer"
    if stamped().get("window"):
        return ""
    trial = quiet([str(PYTHON), "-c", "import PySide6.QtWidgets"])
    if trial.returncode:
        return f"Qt cannot start ({last_error(trial)})"
    STAMP.write_text(json.dumps(dict(stamped(), window=True)), encoding="utf-8")
    return ""


def x_answers(display: str) -> bool:
    """True when the X server takes connections; one on another machine is taken on trust."""
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    place = "/tmp/.X11-unix/X" + number.split(".")[0]  # noqa: S108 - where every X server listens
    return answers(place) or answers("\0" + place)


def wayland_answers(display: str) -> bool:
    """True when the Wayland compositor takes connections."""
    return answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / display))


def answers(place: str) -> bool:
    """True when something listens at the local socket."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2)
        try:
            line.connect(place)
        except OSError:
            return False
    return True


# --- test ---------------------------------------------------------------------------------------


def test(arguments: list) -> int:
    """Run every check that holds the house up; extra arguments go to pytest.

    Returns 0 when all are green.
    """
    prepare(developer=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    if "UTF-8" not in environment.get("LC_ALL", environment.get("LANG", "")).upper():
        environment["LC_ALL"] = "C.UTF-8"  # Qt warns about any other, and warnings fail tests
    pytest = ["-m", "pytest", "-q", *arguments]
    compiler = None
    if not arguments:
        pytest += ["-n", "auto", "--cov", "--cov-report=term"]
        compiler = subprocess.Popen(COMPILE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    pure = dict(environment, TALKREADER_PURE="1")
    red = [
        name for name, command in (*CHECKS, ("tests", pytest)) if not passes(name, command, pure)
    ]
    if compiler and not passes_compiled(compiler, environment):
        red.append("compiled")
    say(f"talkreader: failed: {', '.join(red)}" if red else "talkreader: all green")
    return 1 if red else 0


def passes(name: str, command: list, environment: dict) -> bool:
    """Run one check, its words on the screen; True when it is green."""
    say(f"talkreader: {name} ...")
    command = [str(PYTHON), *command]
    return not subprocess.run(command, cwd=str(ROOT), env=environment, check=False).returncode


def passes_compiled(compiler: subprocess.Popen, environment: dict) -> bool:
    """Run the tests of what was compiled meanwhile; True when it is green, or cannot be here."""
    words = compiler.communicate()[0].decode(errors="replace")
    say(words.rstrip())
    if compiler.returncode:
        return compiler.returncode == CANNOT_COMPILE
    pytest = ["-m", "pytest", "-q", "-n", "auto", *COMPILED]
    return passes("tests of what is compiled", pytest, environment)


# --- processes ----------------------------------------------------------------------------------


def quiet(command: list) -> subprocess.CompletedProcess:
    """The finished process, its words kept from the screen."""
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def logged(command: list) -> subprocess.CompletedProcess:
    """The finished process, its words kept in the log."""
    done = quiet(command)
    LOG.write_text(done.stdout + done.stderr, encoding="utf-8")
    return done


def last_error(done: subprocess.CompletedProcess) -> str:
    """The words with which a failed command says why: its first error, else its last line."""
    lines = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    for sign in ("ERROR:", "Error:", "E:"):
        for line in lines:
            if sign in line:
                return line.partition(sign)[2].strip()
    return (lines or [f"status {done.returncode}"])[-1]


def replace_by(command: list) -> None:
    """Go on as another program; does not come back."""
    if os.name == "nt":  # there, exec returns to the shell at once
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def main() -> int:
    """Do what the command line says; returns the exit status."""
    command, rest = (sys.argv[1] if len(sys.argv) > 1 else ""), sys.argv[2:]
    if command not in ("run", "test"):
        say("Usage: python3 packaging/bootstrap.py run [FILE...]")
        say("       python3 packaging/bootstrap.py test")
        return 0 if command in ("-h", "--help") else 2
    if sys.version_info < OLDEST:
        say(
            f"talkreader: Python {platform.python_version()} is too old; it needs 3.11 or later, "
            "for example: python3.11 packaging/bootstrap.py " + command,
        )
        return 1
    try:
        return run(rest) if command == "run" else test(rest)
    except SetupError as error:
        say(f"talkreader: {error}.")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
