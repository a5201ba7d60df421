"""What PySide6 compiles at each start is kept, and the same as what it would compile itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

START = """
import builtins, sys
from pathlib import Path

real, compiled = compile, []
def counted(source, name, *more, **others):
    compiled.append(str(name))
    return real(source, name, *more, **others)
builtins.compile = counted

from talkreader.ui.compiled import kept_in

if "frozen" in sys.argv:
    sys.frozen = sys.dont_write_bytecode = True
with kept_in(Path(sys.argv[1])):
    from PySide6.QtCore import QObject, Signal
assert builtins.compile is counted

class Lamp(QObject):
    lit = Signal(int)

try:
    QObject(1, 2, 3)
except TypeError as error:
    words = str(error)
lamp, seen = Lamp(), []
lamp.lit.connect(seen.append)
lamp.lit.emit(3)
names = []
if "stubs" in sys.argv:
    from PySide6.support.signature.lib import pyi_generator
    from PySide6.support.signature.lib.enum_sig import ExactEnumerator
    names = [pyi_generator.Formatter.__name__, ExactEnumerator.__name__, pyi_generator.sys.__name__]
import json
ours = [name for name in compiled if name.startswith("shibokensupport/")]
print(json.dumps([len(ours), words, seen, "argparse" in sys.modules, names]))
"""


def start(folder: Path, *more: str, keep: bool = True) -> list[object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONDONTWRITEBYTECODE"] = "" if keep else "1"
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder), *more],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return list(json.loads(done.stdout))


def test_the_second_start_compiles_nothing_and_does_all_the_same(tmp_path: Path) -> None:
    first, second = start(tmp_path), start(tmp_path)

    assert first[0] > 5
    assert second[0] == 0
    assert second[1:] == first[1:]
    assert second[2] == [3]
    assert "QObject" in str(second[1])


@pytest.mark.parametrize("again", [False, True])
def test_what_only_writers_of_stubs_need_is_there_when_they_ask(
    tmp_path: Path, again: bool
) -> None:
    if again:
        start(tmp_path)

    _compiled, _words, _seen, for_stubs, names = start(tmp_path, "stubs")

    assert for_stubs
    assert names == ["Formatter", "ExactEnumerator", "sys"]
    assert not start(tmp_path)[3], "and only then"


def test_a_file_that_is_damaged_or_of_another_python_is_made_anew(tmp_path: Path) -> None:
    start(tmp_path)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()

    for spoiled in (b"", whole[:-100], b"\0" * 4 + whole[4:], whole[:300] + b"?" + whole[301:]):
        file.write_bytes(spoiled)
        assert start(tmp_path)[0] > 5
        assert start(tmp_path)[0] == 0


def test_nothing_is_kept_where_nothing_can_or_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    assert start(tmp_path / "file")[0] > 5
    assert start(tmp_path / "kept", keep=False)[0] > 5
    assert not (tmp_path / "kept").exists()


def test_a_frozen_program_keeps_it_too(tmp_path: Path) -> None:
    assert start(tmp_path, "frozen")[0] > 5
    assert start(tmp_path, "frozen")[0] == 0
