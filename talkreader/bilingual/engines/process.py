"""A machine in a process of its own: a crash of native code there takes nobody down.

Two one-way pipes join them: Python's two-way ones are sockets on Linux, and the program opens none.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread
from types import TracebackType
from typing import Protocol, Self

from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Machine, MachineKind
from talkreader.domain.progress import Progress

_WAIT = 0.1  # seconds between two looks at whether somebody asked to stop
_GRACE = 2.0  # seconds a process has to end by itself


class MachineProcess:
    """Translates with one machine; the process starts at the first call, and again after a crash.

    Not for two threads at once. `close` it, or use it in a ``with``.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self._process: multiprocessing.process.BaseProcess | None = None
        self._requests: Connection | None = None
        self._answers: Connection | None = None

    def translate(self, sentences: Sequence[str], progress: Progress | None = None) -> list[str]:
        """Return the translation of each sentence.

        Raises MachineError: the machine cannot be loaded, or its process died (the next call
        starts it anew); Cancelled: the process is ended.
        """
        progress = progress or Progress()
        if self._process is None or not self._process.is_alive():
            self._start()
            self._receive(progress)
        try:
            self._send(list(sentences))
            answer = self._receive(progress)
        except BaseException:
            self.close()
            raise
        return answer

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        for pipe in (self._requests, self._answers):
            if pipe is not None:
                pipe.close()
        self._requests = self._answers = None
        if process is None:
            return
        process.join(0.0 if process.is_alive() else _GRACE)
        if process.is_alive():
            process.terminate()
            process.join(_GRACE)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _start(self) -> None:
        self.close()
        context = multiprocessing.get_context("spawn")
        request_end, self._requests = context.Pipe(duplex=False)
        self._answers, answer_end = context.Pipe(duplex=False)
        self._process = context.Process(
            target=serve, args=(self.machine, request_end, answer_end), daemon=True
        )
        try:
            self._process.start()
        except BaseException:
            self._process = None  # one that never ran cannot be waited for
            raise
        request_end.close()  # so that a dead process is an end of file here
        answer_end.close()

    def _send(self, sentences: list[str]) -> None:
        if self._requests is None:
            raise self._died()
        try:
            self._requests.send(sentences)
        except OSError as error:
            raise self._died() from error

    def _receive(self, progress: Progress) -> list[str]:
        if self._answers is None:
            raise self._died()
        try:
            while not self._answers.poll(_WAIT):
                progress.check()
            kind, content = self._answers.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        except BaseException:
            self.close()
            raise
        if kind == "failed":
            self.close()
            template, params = content
            raise MachineError(template, **params)
        result: list[str] = content
        return result

    def _died(self) -> MachineError:
        self.close()
        return MachineError(
            "The translation machine {name} stopped without an answer; nothing else was harmed."
            " Try again, or with a shorter text.",
            name=self.machine.name,
        )


class Engine(Protocol):
    """What translates, loaded."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the translation of each sentence. Raises MachineError."""


def _engine(machine: Machine) -> Engine:
    """Return the machine's engine, loaded. Raises MachineError."""
    match machine.kind:
        case MachineKind.GGUF:
            from talkreader.bilingual.engines.llama import LlamaEngine

            return LlamaEngine(machine)
        case MachineKind.LIBRETRANSLATE:
            from talkreader.bilingual.engines.libretranslate import LibreTranslateEngine

            return LibreTranslateEngine(machine)
        case _:
            from talkreader.bilingual.engines.ctranslate import CTranslate2Engine

            return CTranslate2Engine(machine)


def _end_with_parent() -> None:
    """End this process when the program is gone, also amid a model's work that knows no end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def serve(machine: Machine, requests: Connection, answers: Connection) -> None:
    """Answer lists of sentences until the other end is closed: what runs in the process."""
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this
    with suppress(OSError, AttributeError):
        os.nice(10)
    with suppress(EOFError, OSError):
        try:
            engine = _engine(machine)
            answers.send(("ready", []))
            while True:
                answers.send(("done", engine.translate(requests.recv())))
        except MachineError as error:
            answers.send(("failed", (error.template, error.params)))
