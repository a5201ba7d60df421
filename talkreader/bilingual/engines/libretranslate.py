"""LibreTranslate on this computer: the one place where the program may open a connection.

Only when the person has turned it on, only in the process that `process` starts for it, and only to
127.0.0.1: the address is written here and nowhere else, and only the port can be chosen.
``http.client`` knows no proxies and follows no redirects.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Sequence
from time import monotonic
from typing import Any

from talkreader.bilingual.engines.mishaps import shortened
from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Machine

HOST = "127.0.0.1"
_SECONDS = 120  # it loads its models when it is first asked
_WHOLE = 300  # until an answer has come whole: a drip of bytes must not go on for ever
_MOST = 4 * 2**20  # bytes of an answer
_CHUNK = 64 * 2**10
_LEAST, _GROWTH = 1_000, 20  # characters of a translation, and that for one of its sentence
_CHINESE = ("zh-Hans", "zh", "zh-CN")  # what its versions call Simplified Chinese


class LibreTranslateEngine:
    """Asks what listens at the machine's port."""

    def __init__(self, machine: Machine) -> None:
        """Ask it for its languages.

        Raises MachineError: nothing listens there, it is no LibreTranslate, or cannot do these.
        """
        self._port = int(machine.path)
        known = self._ask("GET", "/languages", None)
        if not isinstance(known, list):
            raise self._stranger("/languages")
        codes = {str(each.get("code")) for each in known if isinstance(each, dict)}
        self._source = self._code(machine.source, codes)
        self._target = self._code(machine.target, codes)

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the translation of each sentence. Raises MachineError: it gives none."""
        if not sentences:
            return []
        asked = {
            "q": list(sentences),
            "source": self._source,
            "target": self._target,
            "format": "text",
        }
        answer = self._ask("POST", "/translate", asked)
        words = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(words, list) or len(words) != len(sentences):
            raise self._stranger("/translate")
        for sentence, each in zip(sentences, words, strict=True):
            if not isinstance(each, str) or len(each) > _LEAST + _GROWTH * len(sentence):
                raise self._stranger("/translate")
        return words

    def _code(self, language: str, known: set[str]) -> str:
        wanted = _CHINESE if language.startswith("zh") else (language,)
        code = next((each for each in wanted if each in known), None)
        if code is None:
            raise MachineError(
                "LibreTranslate at port {port} of this computer has no model for “{language}”.",
                port=self._port, language=language,
            )  # fmt: skip
        return code

    def _ask(self, method: str, path: str, content: object) -> Any:
        connection = http.client.HTTPConnection(HOST, self._port, timeout=_SECONDS)
        body = None if content is None else json.dumps(content).encode()
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            data = self._read(answer)
        except ConnectionRefusedError as error:
            raise MachineError(
                "LibreTranslate does not run at port {port} of this computer; start it, or turn it"
                " off in the settings.",
                port=self._port,
            ) from error
        except (OSError, http.client.HTTPException) as error:
            raise self._stranger(str(error) or type(error).__name__) from error
        finally:
            connection.close()
        if answer.status != http.client.OK or len(data) > _MOST:
            # a redirect is among these: it would lead away from this computer
            raise self._stranger(f"{answer.status} {answer.reason}")
        try:
            return json.loads(data)
        except (ValueError, RecursionError) as error:  # brackets may be nested without end
            raise self._stranger("JSON") from error

    def _read(self, answer: http.client.HTTPResponse) -> bytes:
        """Return what is answered, up to one byte more than is taken."""
        until = monotonic() + _WHOLE
        data = bytearray()
        while len(data) <= _MOST and (piece := answer.read1(_CHUNK)):
            data += piece
            if monotonic() > until:
                raise TimeoutError
        return bytes(data)

    def _stranger(self, reason: str) -> MachineError:
        return MachineError(
            "What answers at port {port} of this computer is no LibreTranslate that can be used"
            " ({reason}).",
            port=self._port, reason=shortened(reason),
        )  # fmt: skip
