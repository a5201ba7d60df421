"""``talkreader``: the window, or the command line when the first word is a command."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

_COMMANDS = frozenset(
    "threads pairs import imports history show search person export memory glossary codes stats"
    " check reread backup restore repair share merge help".split()
)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit status: 0 done, 1 a file not understood, 2 wrong use."""
    words = sys.argv[1:] if arguments is None else arguments
    if words and (words[0] in _COMMANDS or words[0] in ("-h", "--help", "--version")):
        from talkreader import cli

        return cli.main(words)
    files, library = _window_arguments(words)
    obstacle = _no_window()
    if obstacle:
        from talkreader import cli

        print(f"talkreader: {obstacle}; the page is shown here instead.", file=sys.stderr)
        return cli.show_files(files)
    # Nothing that a start makes is garbage, and looking for it takes 8 ms; `app` switches it on
    # again when the window stands. At the end all goes, and need not be looked through: 20 ms.
    gc.disable()
    try:
        from talkreader.folders import cache_folder
        from talkreader.ui.compiled import kept_in

        with kept_in(cache_folder()):
            from talkreader.ui.features import read_no_sources

        read_no_sources()  # before anything else is imported
        from talkreader import start

        return start.run(files, library)
    finally:
        gc.enable()
        gc.freeze()


def _window_arguments(words: list[str]) -> tuple[list[Path], Path | None]:
    if not any(word.startswith("-") for word in words):
        return [Path(word) for word in words], None  # without argparse, the window is there sooner
    import argparse

    parser = argparse.ArgumentParser(prog="talkreader", add_help=False)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--library", type=Path)
    found = parser.parse_args(words)
    return found.files, found.library


def _no_window() -> str:
    """Return why no window can be opened; "" when one can."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM")
    ):
        return "there is no screen (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    from importlib.util import find_spec

    if find_spec("PySide6") is None:
        return "PySide6 is not installed"
    return ""


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # the frozen program starts itself anew to read a large file
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
