"""Bugs that reach nobody: an exception in a slot is written down, and the person is told.

Started from a menu the program has no standard error that anybody reads. What Python would print
there goes into the log file as well, with the program's warnings; a crash of Qt itself leaves the
stacks of all threads at the log's end.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from logging import Handler

    Caught = tuple[type[BaseException], BaseException, TracebackType | None]
    Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]

LARGEST = 1_000_000
"""Bytes of the log after which a start begins a new one; the one before it is kept."""


class Mishaps(QObject):
    """``happened`` carries the kind of an exception that nothing has caught, and its traceback.

    It is told in the window's thread, whichever thread the exception came from.
    """

    happened = Signal(str, str)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self._before: Hook | None = None
        self._last = ""
        self._handlers: list[Handler] = []
        self._file: Handler | None = None
        self._early: list[Caught] = []
        self._crashes: TextIO | None = None

    def watch(self) -> None:
        """Write down from now on what nothing catches, and what modules warn of."""
        self._before = sys.excepthook
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def keep_log(self) -> None:
        """Open the log; apart from `watch`, for it can wait until the window is painted."""
        import faulthandler
        import logging

        self._handlers.append(logging.StreamHandler())
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            if self.log.exists() and self.log.stat().st_size > LARGEST:
                self.log.replace(self.log.with_suffix(".log.1"))
            # not a RotatingFileHandler: its module imports those for the network
            self._file = logging.FileHandler(self.log, encoding="utf-8", delay=True)
            self._handlers.append(self._file)
            self._crashes = self.log.with_suffix(".crash").open("a", encoding="utf-8")
        except OSError:
            pass  # a folder that cannot be written: the standard error is all there is
        else:
            faulthandler.enable(self._crashes)
        form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
        for handler in self._handlers:
            handler.setFormatter(form)
            logging.getLogger().addHandler(handler)
        early, self._early = self._early, []
        for caught in early:
            self._write(caught)

    def stop(self) -> None:
        """Leave things as they were before `watch` and `keep_log`."""
        import faulthandler
        import logging

        for handler in self._handlers:
            logging.getLogger().removeHandler(handler)
            handler.close()
        self._handlers.clear()
        self._file = None
        if self._before is not None:
            sys.excepthook = self._before
            threading.excepthook = threading.__excepthook__
            self._before = None
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write an exception down and tell of it; Ctrl+C in a terminal is none.

        The same one again is neither written nor told: a fault in painting comes with each picture.
        """
        if self._before is not None:
            self._before(kind, error, trace)
        if not issubclass(kind, Exception):
            return
        from traceback import format_exception

        details = "".join(format_exception(kind, error, trace))
        if details == self._last:
            return
        self._last = details
        if self._handlers:
            self._write((kind, error, trace))
        else:
            self._early.append((kind, error, trace))
        self.happened.emit(kind.__name__, details)

    def _write(self, caught: Caught) -> None:
        """Write into the log only: the standard error has it from the hook before."""
        if self._file is not None:
            import logging

            make = logging.getLogger(__name__).makeRecord
            self._file.handle(make(__name__, logging.ERROR, "", 0, "not caught", (), caught))

    def _caught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:  # which only ends it
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)
