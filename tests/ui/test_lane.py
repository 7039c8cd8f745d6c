"""Work runs off the window's thread, in order, and comes back to it."""

from __future__ import annotations

import gc
import logging
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QThread

from serkut_desk.domain.errors import KnownFailure, Refused
from serkut_desk.ui.lane import (
    BugReport,
    Control,
    DatabaseLane,
    FreePool,
    Job,
    LaneClosedError,
    WrongThreadError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def lane(no_leaks: None) -> Iterator[DatabaseLane]:
    del no_leaks
    made = DatabaseLane()
    yield made
    made.close()


def unexpected(failure: KnownFailure) -> None:
    raise AssertionError(failure)


def test_results_arrive_in_order_on_the_windows_thread(lane: DatabaseLane, qtbot: QtBot) -> None:
    arrived: list[tuple[int, bool]] = []
    workers: set[int] = set()

    def work(number: int) -> int:
        workers.add(threading.get_ident())
        return number

    def take(number: int) -> None:
        arrived.append((number, QThread.currentThread() is lane.thread()))

    for number in range(50):
        lane.submit(lambda number=number: work(number)).then(take, unexpected)  # type: ignore[misc]  # mypy cannot infer a lambda's default
    assert lane.waiting == 50
    qtbot.waitUntil(lambda: lane.waiting == 0)
    assert arrived == [(number, True) for number in range(50)]
    assert len(workers) == 1
    assert threading.get_ident() not in workers


def test_a_known_failure_is_no_bug(lane: DatabaseLane, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refused("no_such_lot", lot="ER1")

    failures: list[KnownFailure] = []
    bugs: list[BugReport] = []
    lane.bug.connect(bugs.append)
    with qtbot.waitSignal(lane.submit(refuse).then(unexpected, failures.append).finished):  # type: ignore[arg-type]  # nothing is returned
        pass
    assert [failure.code for failure in failures] == ["no_such_lot"]
    assert bugs == []


def test_a_bug_is_reported_and_the_lane_goes_on(
    lane: DatabaseLane, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def break_it() -> None:
        raise ZeroDivisionError("oops")

    bugs: list[BugReport] = []
    lane.bug.connect(bugs.append)
    with caplog.at_level(logging.CRITICAL), qtbot.waitSignal(lane.submit(break_it).finished):
        pass
    assert bugs[0].what == "ZeroDivisionError: oops"
    assert "break_it" in bugs[0].details
    results: list[int] = []
    with qtbot.waitSignal(lane.submit(lambda: 7).then(results.append, unexpected).finished):
        pass
    assert results == [7]


def test_using_the_lane_from_another_thread_complains(lane: DatabaseLane) -> None:
    raised: list[Exception] = []

    def misuse() -> None:
        try:
            lane.submit(lambda: 1)
        except WrongThreadError as error:
            raised.append(error)

    thread = threading.Thread(target=misuse)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_close_waits_for_what_is_queued(no_leaks: None) -> None:
    del no_leaks
    lane = DatabaseLane()
    gate = threading.Event()
    ran: list[int] = []
    lane.submit(gate.wait)
    lane.submit(lambda: ran.append(1))
    gate.set()
    lane.close()
    assert ran == [1]
    with pytest.raises(LaneClosedError):
        lane.submit(lambda: None)


def test_what_ends_after_closing_is_told_to_nobody(qapp: QApplication, no_leaks: None) -> None:
    del qapp, no_leaks
    lane = DatabaseLane()
    heard: list[int] = []

    def read_again(result: int) -> None:
        heard.append(result)
        lane.submit(int)

    lane.submit(lambda: 1).done.connect(read_again)
    lane.close()
    QCoreApplication.sendPostedEvents()
    assert heard == []


def test_long_work_tells_its_progress_and_can_be_cancelled(
    lane: DatabaseLane, qtbot: QtBot
) -> None:
    begun, cancelled = threading.Event(), threading.Event()

    def work(control: Control) -> int:
        control.report(1, 3)
        begun.set()
        cancelled.wait(10)
        return 1 if control.cancelled else 3

    seen: list[tuple[int, int]] = []
    results: list[int] = []
    job = lane.submit_long(work).then(results.append, unexpected)
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    with qtbot.waitSignal(job.finished):
        begun.wait(10)
        job.cancel()
        cancelled.set()
    assert results == [1]
    assert seen == [(1, 3)]


def test_the_free_pool_runs_beside_a_busy_lane(lane: DatabaseLane, qtbot: QtBot) -> None:
    gate = threading.Event()
    pool = FreePool()
    stuck = lane.submit(lambda: gate.wait(10))
    with qtbot.waitSignal(pool.submit(lambda: "page").finished):
        pass
    assert lane.waiting == 1
    with qtbot.waitSignal(stuck.finished):
        gate.set()
    pool.close()


def test_garbage_is_only_collected_on_the_windows_thread(qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            threads.append(threading.current_thread())

    lane = DatabaseLane()
    gc.callbacks.append(note)
    try:
        job: Job[list[list[int]]] = lane.submit(lambda: [[] for _ in range(5000)])
        with qtbot.waitSignal(job.finished):
            pass
    finally:
        gc.callbacks.remove(note)
        lane.close()
    assert set(threads) == {threading.main_thread()}
    assert gc.isenabled()
