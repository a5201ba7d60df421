"""Jobs: work in another thread, news in this one."""

from __future__ import annotations

import gc
import logging
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from talkreader.domain.errors import NotAnArchive
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ui.jobs import PARTED, Job, JobRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.stop()


def test_result_arrives_in_the_thread_of_the_window(runner: JobRunner, qtbot: QtBot) -> None:
    home = QThread.currentThread()
    worked, heard = [], []

    def work(_progress: Progress) -> str:
        worked.append(threading.get_ident())
        return "done"

    job = Job(work)
    job.finished.connect(lambda result: heard.append((result, QThread.currentThread() == home)))
    with qtbot.waitSignal(job.ended):
        runner.start(job)

    assert heard == [("done", True)]
    assert worked != [threading.get_ident()]


def test_second_job_of_one_key_is_refused_while_the_first_runs(
    runner: JobRunner, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    first = Job(lambda _progress: go_on.wait(10), key="import a")
    second = Job(lambda _progress: None, key="import a")

    with qtbot.waitSignal(first.ended):
        accepted = [runner.start(first), runner.start(second)]
        go_on.set()

    assert accepted == [True, False]
    assert runner.running == ()


def test_cancelled_job_says_so_and_not_that_it_failed(runner: JobRunner, qtbot: QtBot) -> None:
    news: list[str] = []
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()

    job = Job(work)
    job.failed.connect(lambda _error: news.append("failed"))
    job.cancelled.connect(lambda: news.append("cancelled"))
    with qtbot.waitSignal(job.ended):
        runner.start(job)
        started.wait(10)
        job.cancel()

    assert news == ["cancelled"]


def test_error_of_the_world_is_handed_on(runner: JobRunner, qtbot: QtBot) -> None:
    error = NotAnArchive("{path} is empty", path="a.txt")

    def work(_progress: Progress) -> None:
        raise error

    job = Job(work)
    with qtbot.waitSignal(job.failed) as failed:
        runner.start(job)

    assert failed.args == [error]


def test_bug_in_a_job_is_logged_and_handed_on(
    runner: JobRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    job = Job(lambda _progress: 1 / 0, key="sums")

    with caplog.at_level(logging.ERROR), qtbot.waitSignal(job.failed) as failed:
        runner.start(job)

    assert isinstance(failed.args[0], ZeroDivisionError)
    assert "sums" in caplog.text


def test_many_reports_become_few_and_numbers_beyond_32_bits_survive(
    runner: JobRunner, qtbot: QtBot
) -> None:
    reports: list[ProgressReport] = []

    def work(progress: Progress) -> None:
        for done in range(5_000_000_000, 5_000_002_000):
            progress.report(ProgressReport(done, None))

    job = Job(work)
    job.progressed.connect(reports.append)
    with qtbot.waitSignal(job.ended):
        runner.start(job)

    assert reports[0].done == 5_000_000_000
    assert len(reports) < 200


def test_after_the_stop_nothing_arrives_not_even_what_is_on_its_way(
    runner: JobRunner, qtbot: QtBot
) -> None:
    done = threading.Event()
    heard: list[object] = []
    job = Job(lambda _progress: done.set())
    job.finished.connect(heard.append)
    job.ended.connect(lambda: heard.append("ended"))
    runner.start(job)
    assert done.wait(10)
    runner.stop()  # the result is posted and waits for the event loop

    QCoreApplication.sendPostedEvents()

    assert heard == []
    assert runner.running == ()


def test_after_the_stop_nothing_begins(runner: JobRunner) -> None:
    began: list[bool] = []
    runner.stop()

    assert not runner.start(Job(lambda _progress: began.append(True)))
    assert began == []


def test_a_silenced_job_says_nothing_and_leaves_the_runner(runner: JobRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    news: list[str] = []
    job = Job(lambda _progress: go_on.wait(10), key="one")
    job.finished.connect(lambda _result: news.append("finished"))
    job.ended.connect(lambda: news.append("ended"))
    runner.start(job)
    job.silence()
    go_on.set()

    qtbot.waitUntil(lambda: runner.running == ())
    assert news == []
    assert runner.start(Job(lambda _progress: None, key="one"))


class Page:
    """Something large that a job works on."""


def test_a_job_that_has_ended_keeps_nothing_and_nothing_keeps_it(
    runner: JobRunner, qtbot: QtBot
) -> None:
    page = Page()
    held = weakref.ref(page)
    jobs = []
    for _number in range(PARTED + 2):
        job = Job(lambda _progress, page=page: page)
        # as those do who want to know which of several has ended
        job.finished.connect(lambda page, job=job: (page, job))
        job.ended.connect(lambda job=job: job)
        jobs.append(weakref.ref(job))
        with qtbot.waitSignal(job.over):
            runner.start(job)
    del page, job
    gc.collect()

    assert held() is None
    assert [job() for job in jobs[:2]] == [None, None]
