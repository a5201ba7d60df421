"""LibreTranslate on this computer, by a tiny server that speaks as it does."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any, ClassVar

import pytest

from talkreader.bilingual.engines import MachineProcess, draft
from talkreader.bilingual.engines.libretranslate import LibreTranslateEngine
from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Machine, MachineKind

BROKEN = {
    "html": b"<html>",
    "short": b'{"translatedText": []}',
    "nested": b"[" * 200_000,
    "numbers": b'{"translatedText": [1]}',
    "endless": json.dumps({"translatedText": ["\u8bd1" * 100_000]}).encode(),
    "huge": b" " * (5 * 2**20),
    "latin": b'{"translatedText": ["caf\xe9"]}',
}


class Speaks(BaseHTTPRequestHandler):
    """Turns words round; ``broken`` says how it misbehaves."""

    broken: ClassVar[str] = ""
    released: ClassVar[Event] = Event()
    reached: ClassVar[Event] = Event()
    asked: ClassVar[list[dict[str, Any]]] = []
    languages: ClassVar[list[str]] = ["en", "zh-Hans"]

    def do_GET(self) -> None:
        self.answer([{"code": code, "name": code} for code in self.languages])

    def do_POST(self) -> None:
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(content)
        self.answer({"translatedText": [f"译文 {words}" for words in content["q"]]})

    def answer(self, content: object) -> None:
        data = BROKEN.get(self.broken, json.dumps(content).encode())
        if self.broken == "hangs":
            self.reached.set()
            self.released.wait(300)
        self.send_response(302 if self.broken == "redirect" else 200)
        self.send_header("Location", "http://192.0.2.1/translate")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            for at in range(0, len(data), 1 if self.broken == "drips" else len(data)):
                self.wfile.write(data[at : at + (1 if self.broken == "drips" else len(data))])
                self.released.wait(0.05 if self.broken == "drips" else 0)
        except OSError:
            pass  # nobody listens any more

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's
        """Say nothing."""


@pytest.fixture
def machine() -> Iterator[Machine]:
    """Where the server listens."""
    Speaks.broken, Speaks.languages = "", ["en", "zh-Hans"]
    Speaks.asked.clear()
    Speaks.released.clear()
    Speaks.reached.clear()
    server = HTTPServer(("127.0.0.1", 0), Speaks)
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield Machine(
        MachineKind.LIBRETRANSLATE, str(server.server_port), "en", "zh", "LibreTranslate en→zh"
    )
    Speaks.released.set()
    server.shutdown()
    thread.join()
    server.server_close()


def test_sentences_are_translated_with_what_must_stay_masked(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:9")
    with MachineProcess(machine) as process:
        made = draft("Ask [[User:Ada]] at 20:16.", process.translate, machine.name)

    assert made.text == "译文 Ask [[User:Ada]] at 20:16."
    assert [(asked["source"], asked["target"]) for asked in Speaks.asked] == [("en", "zh-Hans")]
    assert "Ada" not in str(Speaks.asked)


def test_an_older_one_calls_chinese_by_its_short_name(machine: Machine):
    Speaks.languages = ["en", "zh"]
    with MachineProcess(machine) as process:
        process.translate(["Tea."])

    assert Speaks.asked[0]["target"] == "zh"


@pytest.mark.parametrize("broken", ["redirect", *BROKEN])
def test_what_is_no_libretranslate_is_told_and_never_followed(machine: Machine, broken: str):
    Speaks.broken = broken

    with (
        MachineProcess(machine) as process,
        pytest.raises(MachineError, match="is no LibreTranslate"),
    ):
        process.translate(["Tea."])


def test_a_drip_of_bytes_does_not_go_on_for_ever(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    Speaks.broken = "drips"
    monkeypatch.setattr("talkreader.bilingual.engines.libretranslate._WHOLE", 0.2)

    with pytest.raises(MachineError, match="TimeoutError"):
        LibreTranslateEngine(machine)


def test_half_a_character_becomes_a_sign_that_can_be_kept():
    made = draft("Tea.", lambda _sentences: ["\ud83d茶\0"], "L")

    assert made.text == "\ufffd茶\ufffd"


KILLED = """
import sys
from threading import Thread
from time import sleep
from talkreader.bilingual.engines import MachineProcess
from talkreader.domain.machine import Machine, MachineKind

if __name__ == "__main__":
    machine = Machine(MachineKind.LIBRETRANSLATE, sys.argv[1], "en", "zh", "L")
    process = MachineProcess(machine)
    Thread(target=process.translate, args=(["Tea."],), daemon=True).start()
    while process._process is None or process._process.pid is None:
        sleep(0.02)
    print(process._process.pid, flush=True)
    sleep(300)
"""


def runs(process: int) -> bool:
    """Return whether a process runs; one that nobody has collected yet does not, but is listed."""
    try:
        about = Path(f"/proc/{process}/stat").read_text("utf-8")
    except OSError:
        return False
    return about.rsplit(")", 1)[1].split()[0] not in ("Z", "X")


def test_a_machine_at_work_does_not_outlive_a_program_that_is_killed(
    machine: Machine, tmp_path: Path
):
    Speaks.broken = "hangs"
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    with subprocess.Popen(
        [sys.executable, str(script), machine.path], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        worker = int(program.stdout.readline())
        assert Speaks.reached.wait(120)
        program.kill()

    deadline = monotonic() + 120
    while runs(worker) and monotonic() < deadline:
        Speaks.released.wait(0.05)
    assert not runs(worker)


def test_a_language_that_it_has_not_is_told(machine: Machine):
    Speaks.languages = ["de"]

    with MachineProcess(machine) as process, pytest.raises(MachineError, match="no model for “en”"):
        process.translate(["Tea."])


def test_one_that_does_not_run_is_told_in_a_sentence():
    server = HTTPServer(("127.0.0.1", 0), Speaks)
    machine = Machine(MachineKind.LIBRETRANSLATE, str(server.server_port), "en", "zh", "L")
    server.server_close()

    with MachineProcess(machine) as process, pytest.raises(MachineError, match="does not run at"):
        process.translate(["Tea."])


WATCH = """
import sys
reached = []
def watch(event, args):
    if event == "socket.connect":
        reached.append(args[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        reached.append(args[:2])
sys.addaudithook(watch)
from talkreader.bilingual.engines.libretranslate import LibreTranslateEngine
from talkreader.domain.machine import Machine, MachineKind
engine = LibreTranslateEngine(Machine(MachineKind.LIBRETRANSLATE, sys.argv[1], "en", "zh", "L"))
print(engine.translate(["Tea."]))
print({str(address[0]) for address in reached})
"""


def test_it_reaches_this_computer_and_nothing_else(machine: Machine):
    done = subprocess.run(
        [sys.executable, "-c", WATCH, machine.path],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["['译文 Tea.']", "{'127.0.0.1'}"]
