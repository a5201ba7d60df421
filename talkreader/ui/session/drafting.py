"""Drafts by machines that the person added: of a comment or a page, beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Draft, Machine, MachineKind
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from talkreader.bilingual.engines import MachineProcess
    from talkreader.ui.session.opening import Opening
    from talkreader.ui.session.translating import Translating

_CHINESE = "zh"
_HOPELESS = 3
"""Sentences in a row that a machine fails at until no other is tried."""


class Drafting(QObject):
    """Runs machines on sentences that have no translation; their words are kept nowhere.

    ``started`` carries the `Job`, ``drafted`` how many sentences have a draft now. What was drafted
    before a cancel stays. ``failed`` carries an exception.
    """

    started = Signal(object)
    drafted = Signal(int)
    failed = Signal(object)

    def __init__(
        self,
        pages: Opening,
        translating: Translating,
        runner: JobRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._translating = translating
        self._runner = runner

    def draft(self, machines: Sequence[Machine], comment: int | None = None) -> bool:
        """Draft the sentences of a comment (None: of the page) that have no translation.

        False: there is nothing to draft, or a draft is being made.
        """
        page = self._pages.page
        if page is None or not self._pages.has_pairs():
            return False
        # of two that read the same language, the one that was added first
        by_source = {machine.source: machine for machine in reversed(machines)}
        wanted = [
            sentence
            for sentence in self._translating.untranslated(comment)
            if _code(sentence.language) in by_source
        ]
        if not wanted:
            return False
        made: list[Pair] = []

        def work(progress: Progress) -> object:
            self._draft(wanted, by_source, made, progress)
            return None

        job = Job(work, "draft")
        job.ended.connect(lambda: self._keep(page.info.id, made))
        job.failed.connect(self.failed)
        if not self._runner.start(job):
            return False
        self.started.emit(job)
        return True

    def _draft(
        self,
        wanted: Sequence[Segment],
        by_source: dict[str, Machine],
        made: list[Pair],
        progress: Progress,
    ) -> None:
        """Draft sentence by sentence; what a machine fails at is left out and told in the end."""
        from talkreader.bilingual import engines

        glossary = self._translating.glossary()
        failures: list[MachineError] = []
        # one machine after the other: two loaded at once may be more than the memory holds
        ordered = sorted(wanted, key=lambda sentence: _code(sentence.language))
        done = 0
        for source, sentences in groupby(ordered, lambda each: _code(each.language)):
            in_a_row = 0
            with engines.MachineProcess(by_source[source]) as process:
                for sentence in sentences:
                    progress.report(ProgressReport(done, len(wanted)))
                    terms = glossary.translations(sentence.text, _written(process.machine))
                    done += 1
                    try:
                        pair = self._pair(sentence, process, terms, progress)
                    except MachineError as error:
                        failures.append(error)
                        in_a_row += 1
                        if in_a_row == _HOPELESS:
                            raise
                        continue
                    in_a_row = 0
                    made += [] if pair is None else [pair]
        if failures:
            raise failures[0]

    def _pair(
        self,
        sentence: Segment,
        process: MachineProcess,
        terms: Mapping[str, str],
        progress: Progress,
    ) -> Pair | None:
        drafted = self._one(sentence, process, terms, progress)
        if not drafted.text.strip():
            return None
        target = _written(process.machine)
        words = Segment(None, 0, len(drafted.text), target, drafted.text)
        return Pair(
            *(sentence, words, PairOrigin.MACHINE, 0.0),
            machine=drafted.machine,
            flags=drafted.flags,
        )

    def _one(
        self,
        sentence: Segment,
        process: MachineProcess,
        terms: Mapping[str, str],
        progress: Progress,
    ) -> Draft:
        from talkreader.bilingual import engines

        def translate(texts: Sequence[str]) -> list[str]:
            return process.translate(texts, progress)

        kept = self._translating.kept(sentence)
        return engines.draft(sentence.text, translate, process.machine.name, kept, terms)

    def _keep(self, page_id: int, made: Sequence[Pair]) -> None:
        page = self._pages.page
        if page is not None and page.info.id == page_id and made:
            self._pages.keep_pairs(replace(page, found_pairs=(*page.found_pairs, *made)))
            self._translating.refresh()
        self.drafted.emit(len(made))


def libretranslate(port: int) -> list[Machine]:
    """Return what the LibreTranslate at a port of this computer goes between; nobody is asked."""
    return [
        Machine(MachineKind.LIBRETRANSLATE, str(port), *way, f"LibreTranslate {way[0]}→{way[1]}")
        for way in (("en", "zh"), ("zh", "en"))
    ]


def machine_at(path: str) -> Machine:
    """Return the machine at a path: a package, or ``en>zh:PATH`` for a CTranslate2 folder or GGUF.

    Raises MachineError: there is none.
    """
    from talkreader.bilingual import engines

    languages, colon, folder = path.partition(":")
    if colon and ">" in languages:
        source, _arrow, target = languages.partition(">")
        return engines.look_at(Path(folder), source, target)
    return engines.look_at(Path(path))


def _written(machine: Machine) -> str:
    """Return the language of a machine's words; one that says "zh" writes Simplified."""
    return "zh-hans" if machine.target == _CHINESE else machine.target


def _code(language: str) -> str:
    return _CHINESE if language.startswith(_CHINESE) else language
