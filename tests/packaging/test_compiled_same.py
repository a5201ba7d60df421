"""What is compiled says what the sources say, to the letter; each reads what the other wrote."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from talkreader import compiled

ROOT = Path(__file__).resolve().parent.parent.parent
READ = """
import pickle, sys
from pathlib import Path
from talkreader import parsing
from talkreader.archives import open_archive
from talkreader.domain.errors import ArchiveError
from talkreader.store.pages.cutting import cut

def made():
    for file in sorted(Path(sys.argv[1]).iterdir()):
        try:
            pages = list(open_archive(file).pages())
        except ArchiveError:
            continue
        for raw in pages:
            for detail in (True, False):
                page = parsing.parse(raw, detail=detail)
                yield page, cut(page, detail=detail)
"""
WRITE = READ + "pickle.dump(list(made()), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)"
SHOW = READ + "print(*made(), sep='\\n')"
COMPARE = (
    READ
    + """
theirs, ours = pickle.load(sys.stdin.buffer), list(made())
assert theirs == ours
assert repr(theirs) == repr(ours)
print(len(ours))
"""
)
MISTAKES = """
import dataclasses
from talkreader.domain.body import BlockSpan, Body, Mark, MarkKind, Span
from talkreader.domain.thread import Comment, Evidence, Signature

signed = Signature("A", None, "", Span(0, 0))
said = dict(index=0, section=0, parent=None, level=1, level_evidence=Evidence.MARKUP,
            signatures=(signed,), body=Body("a"), span=Span(0, 1))
for make in (
    lambda: Span(2, 1),
    lambda: Body("a", (BlockSpan(0, 2),)),
    lambda: Body("a", (), (Mark(0, 2, MarkKind.BOLD),)),
    lambda: Comment(**said | {"level": 0}),
    lambda: Comment(**said | {"signatures": ()}),
    lambda: dataclasses.replace(Comment(**said), parent=0),
):
    try:
        print(make())
    except ValueError as error:
        print(error)
"""

pytestmark = pytest.mark.skipif(not compiled.modules(), reason="nothing is compiled here")


def ran(code: str, given: bytes = b"", *, pure: bool) -> bytes:
    """What a program says."""
    # the characters of a text, which the index asks for, are in the order of a set
    environment = {**os.environ, compiled.PURE: "1" if pure else "", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-c", code, str(ROOT / "seeds")]
    return subprocess.run(
        command, env=environment, input=given, capture_output=True, check=True
    ).stdout


def test_pages_are_the_same_to_the_letter() -> None:
    assert ran(SHOW, pure=True) == ran(SHOW, pure=False) != b""


@pytest.mark.parametrize("pure", [True, False], ids=["pure writes", "compiled writes"])
def test_each_reads_what_the_other_wrote(pure: bool) -> None:
    pages = ran(COMPARE, ran(WRITE, pure=pure), pure=not pure)

    assert int(pages) > 10


def test_mistakes_are_told_in_the_same_words() -> None:
    told = ran(MISTAKES, pure=False)

    assert told == ran(MISTAKES, pure=True)
    assert told.count(b"\n") == 6
    assert b"Comment(" not in told
