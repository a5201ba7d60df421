"""PySide6 6.12.0 on Python 3.11 aborts after some thousand signals; the pin keeps it away."""

from __future__ import annotations

import subprocess
import sys

EMIT = """
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    told = Signal(object)

heard = []
sender = Sender()
for _ in range(20_000):
    sender.told.connect(heard.append)
    sender.told.emit(True)
    sender.told.emit(None)
    sender.told.disconnect(heard.append)
print(len(heard))
"""


def test_twenty_thousand_signals_leave_the_process_alive() -> None:
    done = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr, done.stdout.strip()) == (0, "", "40000")
