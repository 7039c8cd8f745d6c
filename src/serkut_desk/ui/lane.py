"""Work off the window's thread: one lane to the database and a small free pool.

Work gets frozen values, never a widget. Results come back on the window's thread. So does the
collection of garbage: Python collects in whichever thread allocates, and Qt does not survive a
widget that is deleted on another thread than the window's.
"""

from __future__ import annotations

import gc
import logging
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.ui.listening import undisturbed

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_log = logging.getLogger(__name__)


class WrongThreadError(RuntimeError):
    """A lane was used from another thread than the window's."""


class LaneClosedError(RuntimeError):
    """Work was submitted after closing began."""


@dataclass(frozen=True, slots=True)
class BugReport:
    """An error nobody foresaw, for the report dialog and the log."""

    what: str
    details: str


class _Garbage:
    """Collects on the window's thread while any lane is open."""

    def __init__(self) -> None:
        self._lanes = 0
        self._was_on = False

    def lane_opened(self) -> None:
        """Keep worker threads from collecting."""
        if not self._lanes:
            self._was_on = gc.isenabled()
            gc.disable()
        self._lanes += 1

    def lane_closed(self) -> None:
        """Let Python collect by itself again after the last lane."""
        self._lanes -= 1
        if not self._lanes and self._was_on:
            gc.enable()

    def collect(self) -> None:
        """Collect what is due; call on the window's thread."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [at for at, (count, most) in enumerate(due) if count > most]
        if generations:
            gc.collect(generations[-1])


_garbage = _Garbage()


class Control:
    """What long work may use: tell how far it is, and ask whether to stop."""

    def __init__(self, job: Job[T]) -> None:
        self._job = job

    def report(self, done: int, total: int) -> None:
        """Tell that `done` of `total` steps are ready."""
        self._job.tell(done, total)

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop; work then returns what is whole."""
        return self._job.cancel_asked


class Job(QObject, Generic[T]):
    """One piece of submitted work; its signals arrive on the window's thread.

    Exactly one of `done`, `failed` and `broke` comes, then `finished`.
    """

    done = Signal(object)
    """The result."""
    failed = Signal(object)
    """A `KnownFailure`; nothing was changed."""
    broke = Signal(object)
    """A `BugReport`; the lane shows and logs it."""
    finished = Signal()
    progressed = Signal(int, int)
    _told = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        # Queued: sent on a worker thread, taken on the window's.
        self._told.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def then(self, done: Callable[[T], None], failed: Callable[[KnownFailure], None]) -> Job[T]:
        """Say what follows; both are called on the window's thread. Use bound methods."""
        self.done.connect(done)
        self.failed.connect(failed)
        return self

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancel.set()

    @property
    def cancel_asked(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancel.is_set()

    def tell(self, done: int, total: int) -> None:
        """Send progress from the worker thread."""
        self._told.emit(done, total)

    def run(self, work: Callable[[Control], T]) -> None:
        """Do the work; called on a worker thread by the lane."""
        try:
            result = work(Control(self))
        except Exception as error:  # noqa: BLE001 - the boundary: everything is told to a person
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    @Slot(object, object)
    def _arrive(self, result: T, error: Exception | None) -> None:
        with undisturbed():
            if error is None:
                self.done.emit(result)
            elif isinstance(error, KnownFailure):
                self.failed.emit(error)
            else:
                report = BugReport(
                    what=f"{type(error).__name__}: {error}",
                    details="".join(traceback.format_exception(error)),
                )
                _log.error("a job broke", exc_info=error)
                self.broke.emit(report)
            self.finished.emit()


class Lane(QObject):
    """Runs jobs in order on `threads` worker threads.

    With one thread jobs never overlap and finish in the order of `submit`.
    """

    bug = Signal(object)
    """A `BugReport` of any job; the lane keeps running."""
    waiting_changed = Signal(int)
    """How many jobs are submitted and not yet finished."""

    def __init__(self, name: str, threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)
        self._open: set[Job[object]] = set()
        self._closed = False
        _garbage.lane_opened()

    def submit(self, work: Callable[[], T]) -> Job[T]:
        """Queue `work`.

        Raises:
            WrongThreadError: Called from another thread than the window's.
            LaneClosedError: The program is closing.
        """
        return self.submit_long(lambda _control: work())

    def submit_long(self, work: Callable[[Control], T]) -> Job[T]:
        """Queue work that reports progress and can be cancelled; raises as `submit`."""
        if QThread.currentThread() is not self.thread():
            raise WrongThreadError
        if self._closed:
            raise LaneClosedError
        job: Job[T] = Job(self)
        job.broke.connect(self.bug)
        job.finished.connect(self._forget)
        self._open.add(job)  # type: ignore[arg-type]  # a set of jobs of any result
        self.waiting_changed.emit(len(self._open))
        self._workers.submit(job.run, work)
        return job

    @property
    def waiting(self) -> int:
        """How many jobs are not finished."""
        return len(self._open)

    def close(self) -> None:
        """Take no more work and wait until what is queued has run.

        Nobody hears of its results any more: who does would want to submit the next step.
        """
        if not self._closed:
            self._closed = True
            self._workers.shutdown(wait=True)
            for job in self._open:
                job.blockSignals(True)  # noqa: FBT003 - Qt names no argument
            _garbage.lane_closed()

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        self._open.discard(job)
        job.deleteLater()
        self.waiting_changed.emit(len(self._open))
        _garbage.collect()


class DatabaseLane(Lane):
    """The one lane to the database: one thread, first in, first out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("database", 1, parent)


class FreePool(Lane):
    """For work without the database: pages, pictures, printers. Order is not kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("free", 2, parent)
