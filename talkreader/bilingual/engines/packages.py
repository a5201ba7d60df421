"""Model packages on a person's disk: what they are, without running them."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Machine, MachineKind

_MOST = 4 * 2**30  # bytes of a package, unpacked: models have some hundred MB
_MOST_FACTS = 2**20
_CODE = 20  # characters of a language's code, or of a number of a version
# RuntimeError: a password, an unknown way of packing, brackets nested without end
_UNREADABLE = (OSError, zipfile.BadZipFile, ValueError, EOFError, RuntimeError, zlib.error)
GGUF = ".gguf"
_MAGIC = b"GGUF"
TOKENIZERS = ("sentencepiece.model", "source.spm", "spm.model", "sentencepiece.bpe.model")
TARGET_TOKENIZERS = ("target.spm",)


def look_at(path: Path, source: str = "", target: str = "") -> Machine:
    """Return the machine that a package or folder holds.

    An ``.argosmodel`` names its languages; for a folder and a GGUF file the person says them.
    Raises MachineError: it is neither, or something is missing in it.
    """
    if path.is_dir():
        return _folder(path, source, target)
    if path.suffix.lower() == GGUF:
        return _gguf(path, source, target)
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            _member(archive, "model/model.bin", path)
            _member(archive, "sentencepiece.model", path)
            about = archive.getinfo(_member(archive, "metadata.json", path))
            # some lines of text: what unpacks to more is meant to fill the memory
            facts = json.loads(archive.read(about)) if about.file_size <= _MOST_FACTS else {}
    except _UNREADABLE as error:
        raise _not_a_model(path) from error
    if size > _MOST:
        raise MachineError(
            "{path} would unpack to {size} GB; that is no translation model.",
            path=str(path), size=size // 2**30,
        )  # fmt: skip
    codes = [
        facts.get(key) if isinstance(facts, dict) else None for key in ("from_code", "to_code")
    ]
    if not all(isinstance(code, str) and 0 < len(code) <= _CODE for code in codes):
        raise _not_a_model(path)
    version = str(facts.get("package_version", ""))[:_CODE]
    name = f"Argos {codes[0]}→{codes[1]} {version}".strip()
    return Machine(MachineKind.ARGOS, str(path), str(codes[0]), str(codes[1]), name)


def _folder(path: Path, source: str, target: str) -> Machine:
    missing = [] if (path / "model.bin").is_file() else ["model.bin"]
    if not any((path / name).is_file() for name in TOKENIZERS):
        missing.append(TOKENIZERS[0])
    if missing:
        raise MachineError(
            "{path} is no CTranslate2 model: {missing} is missing in it.",
            path=str(path), missing=", ".join(missing),
        )  # fmt: skip
    if not source or not target:
        raise MachineError(
            "{path} does not say its languages; name the one it reads and the one it writes.",
            path=str(path),
        )
    name = f"{path.name} {source}→{target}"
    return Machine(MachineKind.CTRANSLATE2, str(path), source, target, name)


def _gguf(path: Path, source: str, target: str) -> Machine:
    """Return a language model in a GGUF file; what it holds is known when it is loaded."""
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise _not_a_model(path) from error
    if magic != _MAGIC or not source or not target:
        raise _not_a_model(path)
    return Machine(MachineKind.GGUF, str(path), source, target, f"{path.stem} {source}→{target}")


def files_of(path: Path) -> tuple[dict[str, bytes], bytes]:
    """Return the files of an ``.argosmodel``'s model by name, and its tokenizer.

    Raises MachineError.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            root = PurePosixPath(_member(archive, "model/model.bin", path)).parent
            files = {
                PurePosixPath(entry.filename).name: archive.read(entry)
                for entry in archive.infolist()
                if not entry.is_dir() and PurePosixPath(entry.filename).parent == root
            }
            return files, archive.read(_member(archive, "sentencepiece.model", path))
    except _UNREADABLE as error:
        raise _not_a_model(path) from error


def _member(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """Return a member's full name; a package has everything in one folder of any name."""
    for member in archive.namelist():
        parts = PurePosixPath(member).parts
        if "/".join(parts[1:]) == name or "/".join(parts) == name:
            return member
    raise MachineError(
        "{path} is no translation package: {missing} is missing in it.",
        path=str(path), missing=name,
    )  # fmt: skip


def _not_a_model(path: Path) -> MachineError:
    return MachineError(
        "{path} is no translation model that can be read; choose an .argosmodel file, the folder"
        " of a CTranslate2 model or a .gguf file.",
        path=str(path),
    )
