"""A whole session with a watch on the network: reading, searching, translating, exporting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SESSION = """
import sys, tempfile
from pathlib import Path
seen = []
sys.addaudithook(lambda event, _args: seen.append(event) if event.startswith("socket.") else None)

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from talkreader import exporting
from talkreader.app import Program
from talkreader.store import open_library
from talkreader.ui.scope import Scope
from talkreader.ui.settings import LIBRETRANSLATE, LIBRETRANSLATE_PORT, SHOWN_SCRIPT, Settings

def until(condition):
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start(10)
    loop.exec()

folder = Path(sys.argv[1])
app = QApplication([])
settings = Settings(folder / "config")
with open_library(folder / "library") as library:
    program = Program(app, library, settings)
    program.open([])
    session, actions = program.session, program.window.actions_
    program.opening.open_sample()
    until(lambda: session.pages.page is not None)
    actions["side_by_side"].setChecked(True)
    until(session.pages.has_pairs)
    source = session.translating.sentence_at(1, 0)
    session.translating.save(source, "words", "zh-hans")
    session.find("道歉", Scope.LIBRARY)
    until(lambda: session.search.state.hits)
    settings.keep(SHOWN_SCRIPT, "zh-tw")
    told = []
    if sys.argv[2] == "machine":  # at a port where nobody listens
        settings.keep(LIBRETRANSLATE, True)
        settings.keep(LIBRETRANSLATE_PORT, 1)
        session.drafting.failed.connect(told.append)
    actions["draft_page"].trigger()
    if sys.argv[2] == "machine":
        until(lambda: told)
        assert "does not run at port 1" in str(told[0]), told
    exporting.export_bilingual(session.pages.page, exporting.FormatId.ODT)
    program.window.close()
sample = [event for event in seen]
import socket
socket.socket().close()
print(sample, len(seen) > len(sample))
"""


@pytest.mark.parametrize("kind", ["plain", "machine"])
def test_a_session_opens_no_socket(tmp_path: Path, kind: str) -> None:
    """Also with LibreTranslate turned on: that is asked by a process of its own."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    done = subprocess.run(
        [sys.executable, "-c", SESSION, str(tmp_path), kind],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=environment,
    )

    assert done.returncode == 0, done.stderr
    # the second word: the watch does see a socket when there is one
    assert done.stdout.split("\n")[-2] == "[] True"
