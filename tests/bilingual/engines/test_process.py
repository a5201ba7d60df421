"""Real models, run in a process of their own."""

from __future__ import annotations

import os
import signal
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from talkreader.bilingual.engines import MachineProcess, draft, look_at
from talkreader.domain.errors import Cancelled, MachineError
from talkreader.domain.machine import Machine, MachineKind
from talkreader.domain.progress import Progress

from .tiny_model import make_folder, make_package


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("model") / "tiny")


@pytest.fixture
def package(folder: Path, tmp_path: Path) -> Path:
    return make_package(tmp_path / "en_zh.argosmodel", folder)


def test_a_package_says_its_languages(package: Path):
    assert look_at(package) == Machine(
        MachineKind.ARGOS, str(package), "en", "zh", "Argos en→zh 1.0"
    )


def test_a_folder_needs_the_person_to_say_its_languages(folder: Path):
    with pytest.raises(MachineError, match="does not say its languages"):
        look_at(folder)
    assert look_at(folder, "en", "zh").kind is MachineKind.CTRANSLATE2


def test_package_and_folder_translate_alike_and_again(package: Path, folder: Path):
    sentences = ["The spring round opens on Monday.", "Questions are welcome."]

    with (
        MachineProcess(look_at(package)) as one,
        MachineProcess(look_at(folder, "en", "zh")) as two,
    ):
        answers = one.translate(sentences)

        assert len(answers) == 2
        assert all(answers)
        assert two.translate(sentences) == answers
        assert one.translate(sentences) == answers


def test_names_survive_a_model_that_talks_nonsense(package: Path):
    machine = look_at(package)
    with MachineProcess(machine) as process:
        made = draft("Ask [[User:Ada]] at 20:16 on Monday.", process.translate, machine.name)

    assert "[[User:Ada]]" in made.text
    assert "20:16" in made.text
    assert made.flags  # its words are noise, and it is said that something is odd


class KillsWhileWaiting(Progress):
    """Kills a process when its answer is being waited for."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.pid = pid

    def check(self) -> None:
        os.kill(self.pid, signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that stop a process")
def test_a_machine_that_dies_at_work_is_told_and_starts_again(package: Path):
    with MachineProcess(look_at(package)) as process:
        before = process.translate(["Hello."])
        os.kill(process._process.pid, signal.SIGSTOP)  # it hears the request and cannot answer

        with pytest.raises(MachineError, match="stopped without an answer"):
            process.translate(["Hello."], KillsWhileWaiting(process._process.pid))
        assert process.translate(["Hello."]) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that stop a process")
def test_a_translation_can_be_cancelled(package: Path):
    progress = Progress()
    with MachineProcess(look_at(package)) as process, ThreadPoolExecutor() as pool:
        process.translate(["Hello."])
        os.kill(process._process.pid, signal.SIGSTOP)
        waiting = pool.submit(process.translate, ["Hello."], progress)
        progress.cancel()

        with pytest.raises(Cancelled):
            waiting.result(timeout=30)


def test_a_package_that_is_cut_off_is_told_in_a_sentence(package: Path, tmp_path: Path):
    cut = tmp_path / "cut.argosmodel"
    cut.write_bytes(package.read_bytes()[:2000])

    with pytest.raises(MachineError, match="no translation model that can be read"):
        look_at(cut)


def test_a_model_that_cannot_be_loaded_is_told_in_a_sentence(folder: Path, tmp_path: Path):
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in folder.iterdir():
        (broken / file.name).write_bytes(file.read_bytes())
    (broken / "model.bin").write_bytes(b"no model")

    with (
        MachineProcess(look_at(broken, "en", "zh")) as process,
        pytest.raises(MachineError, match="cannot be loaded"),
    ):
        process.translate(["Hello."])


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"x/metadata.json": "{}"}, "model/model.bin is missing"),
        (
            {"x/metadata.json": "[1]", "x/model/model.bin": "", "x/sentencepiece.model": ""},
            "no tra",
        ),
        ({"x/metadata.json": "{", "x/model/model.bin": "", "x/sentencepiece.model": ""}, "no tra"),
    ],
)
def test_another_zip_is_no_model(tmp_path: Path, members: dict[str, str], words: str):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)

    with pytest.raises(MachineError, match=words):
        look_at(path)


def test_a_folder_without_a_model_says_what_is_missing(tmp_path: Path):
    with pytest.raises(MachineError, match=r"model\.bin, sentencepiece\.model is missing"):
        look_at(tmp_path, "en", "zh")


@pytest.mark.parametrize(
    "facts",
    [
        "[" * 100_000,
        '{"from_code": "en", "to_code": "zh", "more": "' + "x" * 2**21 + '"}',
        '{"from_code": "' + "e" * 100 + '", "to_code": "zh"}',
    ],
    ids=["nested", "huge", "long code"],
)
def test_facts_made_to_fill_the_memory_are_no_model(tmp_path: Path, facts: str):
    path = tmp_path / "bomb.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("model/model.bin", "sentencepiece.model"):
            archive.writestr(f"x/{name}", "")
        archive.writestr("x/metadata.json", facts)

    with pytest.raises(MachineError, match="no translation model that can be read"):
        look_at(path)


@pytest.mark.parametrize("damage", ["password", "method", "bits"])
def test_a_package_that_cannot_be_unpacked_is_told_in_a_sentence(package: Path, damage: str):
    with zipfile.ZipFile(package) as archive:
        entry = next(e for e in archive.infolist() if e.filename.endswith("metadata.json"))
    data = bytearray(package.read_bytes())
    name = entry.filename.encode()
    central = data.rindex(name) - 46
    for local, at in ((True, entry.header_offset), (False, central)):
        if damage == "password":
            data[at + (6 if local else 8)] |= 1
        elif damage == "method":
            data[at + (8 if local else 10)] = 97
    if damage == "bits":
        start = entry.header_offset + 30 + len(name)
        data[start : start + entry.compress_size] = b"\xff" * entry.compress_size
    package.write_bytes(data)

    with pytest.raises(MachineError, match="no translation model that can be read"):
        look_at(package)
