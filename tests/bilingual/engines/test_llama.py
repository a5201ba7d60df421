"""A real language model, tiny and talking nonsense, run in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from talkreader.bilingual.engines import MachineProcess, draft, look_at
from talkreader.bilingual.engines.llama import cleaned, prompt_of
from talkreader.domain.errors import MachineError
from talkreader.domain.machine import MachineKind
from talkreader.domain.progress import Progress

from .tiny_gguf import make_gguf

pytest.importorskip("xllamacpp", reason="the extra [llm] is not installed in this environment")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it listens in a file there not")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_gguf(tmp_path_factory.mktemp("model") / "tiny.gguf")


def test_a_gguf_file_needs_the_person_to_say_its_languages(model: Path, tmp_path: Path):
    machine = look_at(model, "en", "zh")
    assert (machine.kind, machine.name) == (MachineKind.GGUF, "tiny en→zh")

    other = tmp_path / "other.gguf"
    other.write_bytes(b"no model")
    for path, source in ((model, ""), (other, "en"), (tmp_path / "none.gguf", "en")):
        with pytest.raises(MachineError, match="no translation model"):
            look_at(path, source, "zh")


def test_names_links_and_numbers_survive_a_model_that_talks_nonsense(model: Path):
    machine = look_at(model, "en", "zh")
    with MachineProcess(machine) as process:
        made = draft("Ask [[User:Ada]] at 20:16 on Monday.", process.translate, machine.name)

    assert "[[User:Ada]]" in made.text
    assert "20:16" in made.text
    assert made.machine == "tiny en→zh"
    assert made.flags  # its words are noise, and it is said that something is odd


class KillsWhileWaiting(Progress):
    """Kills a process when its answer is being waited for."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.pid = pid

    def check(self) -> None:
        os.kill(self.pid, signal.SIGKILL)


def test_a_model_that_crashes_takes_nobody_down_and_starts_again(model: Path):
    with MachineProcess(look_at(model, "en", "zh")) as process:
        before = process.translate(["Hello."])
        os.kill(process._process.pid, signal.SIGSTOP)

        with pytest.raises(MachineError, match="stopped without an answer"):
            process.translate(["Hello."], KillsWhileWaiting(process._process.pid))
        assert process.translate(["Hello."]) == before


def test_a_model_that_cannot_be_loaded_is_told_in_a_sentence(tmp_path: Path):
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"GGUF" + b"\0" * 40)

    with (
        MachineProcess(look_at(broken, "en", "zh")) as process,
        pytest.raises(MachineError, match="cannot be loaded"),
    ):
        process.translate(["Hello."])


def test_the_prompt_names_both_languages_and_an_answer_is_cleaned(model: Path):
    prompt = prompt_of(look_at(model, "en", "zh"))

    assert "from English to Simplified Chinese" in prompt
    assert "{" not in prompt
    assert cleaned("<think>hm,\nwhat is it?</think>\n\n 好。\n ") == "好。"
    assert cleaned("<think>it never ends") == ""


WATCH = """
import os, sys
from pathlib import Path
from talkreader.bilingual.engines.llama import LlamaEngine
from talkreader.bilingual.engines import look_at
engine = LlamaEngine(look_at(Path(sys.argv[1]), "en", "zh"))
engine.translate(["Hello."])
mine = set()
for entry in os.listdir("/proc/self/fd"):
    try:
        target = os.readlink(f"/proc/self/fd/{entry}")
    except OSError:
        continue
    if target.startswith("socket:"):
        mine.add(target[8:-1])
network = set()
for table in ("tcp", "tcp6", "udp", "udp6"):
    for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
        network.add(line.split()[9])
print(len(mine & network), flush=True)
os._exit(0)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_a_running_model_has_no_socket_of_a_network(model: Path):
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(model)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-1] == "0"
