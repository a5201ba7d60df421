"""Language models in GGUF files, run in the process that imports this: `process` starts one."""

from __future__ import annotations

import re
import secrets
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from talkreader.bilingual.engines.mishaps import threads, unloadable, untranslatable
from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Machine
from talkreader.domain.resources import resource

_CONTEXT = 4096  # tokens: a sentence, its translation and the prompt
_LEAST, _GROWTH = 64, 3  # tokens of an answer, and that for a character of the sentence
_NAMES = {"en": "English", "zh": "Simplified Chinese", "zh-hant": "Traditional Chinese"}
_THOUGHTS = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL)


class LlamaEngine:
    """A loaded model and its prompt.

    xllamacpp always listens somewhere. Here it is a file of our own that is gone as soon as the
    model is loaded, never an address of a network: nobody can come in.
    """

    def __init__(self, machine: Machine) -> None:
        """Load the model. Raises MachineError: the extra is not installed, or it cannot be read."""
        try:
            import xllamacpp
        except ImportError as error:
            raise MachineError(
                "Language models need one more package; install it with:"
                " pip install 'talkreader[llm]'"
            ) from error
        if sys.platform == "win32":
            raise MachineError("Language models run on Linux and macOS only.")
        self._path = machine.path
        self._prompt = prompt_of(machine)
        params = xllamacpp.CommonParams()
        params.model.path = machine.path
        params.n_ctx = _CONTEXT
        params.n_parallel = 1
        params.offline = True
        params.ui = False
        params.verbosity = -1
        params.cpuparams.n_threads = threads()
        params.api_keys = [secrets.token_hex(16)]
        with tempfile.TemporaryDirectory(prefix="talkreader-") as folder:
            door = Path(folder) / "door.sock"
            params.hostnames = [str(door)]
            try:
                self._server: Any = xllamacpp.Server(params)
            except RuntimeError as error:
                raise unloadable(machine.path, error) from error

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the translation of each sentence. Raises MachineError: the model cannot do it."""
        return [self._one(sentence) for sentence in sentences]

    def _one(self, sentence: str) -> str:
        answer = self._server.handle_chat_completions(
            {
                "messages": [
                    {"role": "system", "content": self._prompt},
                    {"role": "user", "content": sentence},
                ],
                "temperature": 0,
                "max_tokens": min(_CONTEXT // 2, _LEAST + _GROWTH * len(sentence)),
            }
        )
        try:
            words = answer["choices"][0]["message"]["content"] or ""
        except (KeyError, IndexError, TypeError) as error:
            raise untranslatable(self._path, _reason(answer)) from error
        return cleaned(str(words))


def prompt_of(machine: Machine) -> str:
    """Return what the model is told, for the machine's languages."""
    text = resource("prompts/translate.txt").read_text(encoding="utf-8").strip()
    for name, code in (("{source}", machine.source), ("{target}", machine.target)):
        text = text.replace(name, _NAMES.get(code, code))
    return text


def cleaned(words: str) -> str:
    """Return an answer on one line, without what a model thinks before it speaks."""
    return " ".join(_THOUGHTS.sub("", words).replace("\0", " ").split())


def _reason(answer: Any) -> str:
    error = answer.get("error") if isinstance(answer, dict) else None
    told = error.get("message") if isinstance(error, dict) else error
    return str(told or "no answer")
