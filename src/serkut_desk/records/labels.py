"""The queue of labels, and the codes printed ahead on rolls."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from serkut_desk.records import schema
from serkut_desk.records.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection

_J = schema.label_job
_R = schema.roll_code


class LabelState(StrEnum):
    """How far a label is; a failed one waits like a queued one, and says why."""

    QUEUED = "queued"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"


WAITING = frozenset({LabelState.QUEUED, LabelState.FAILED})


@dataclass(frozen=True, slots=True)
class LabelJob:
    """One label that is to be printed, or was.

    Args:
        id: Its number in the queue.
        code: Our code on it.
        kind: What it is on: device, medium, lot or place.
        data: Everything it shows, frozen when it was queued (`stations.labelling`).
        state: How far it is.
        printer: Name of the printer.
        attempts: How often it was tried.
        last_error: `code` and `facts` of the last failure.
        replaces: An older label has to come off the thing.
        made_at: When it was queued.
        made_by: By whom.
        done_at: When it was printed or cancelled.
    """

    id: int
    code: str
    kind: str
    data: dict[str, Any]
    state: LabelState
    printer: str
    attempts: int
    last_error: dict[str, Any] | None
    replaces: bool
    made_at: datetime
    made_by: str
    done_at: datetime | None


class Labels(Rows[LabelJob]):
    """Every label job."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, schema.label_job, LabelJob, {"state": LabelState})

    def queue(
        self,
        code: str,
        kind: str,
        data: dict[str, Any],
        *,
        printer: str,
        by: str,
        at: datetime,
        replaces: bool = False,
    ) -> int:
        """Add a label and return its number; one of the same thing that still waits is dropped."""
        self.cancel_waiting(code, at)
        return self.queue_first(code, kind, data, printer=printer, by=by, at=at, replaces=replaces)

    def queue_first(
        self,
        code: str,
        kind: str,
        data: dict[str, Any],
        *,
        printer: str,
        by: str,
        at: datetime,
        replaces: bool = False,
    ) -> int:
        """Add the label of a thing that has just got its code; nothing of it can wait yet."""
        return self.add(
            code=code,
            kind=kind,
            data=data,
            state=LabelState.QUEUED.value,
            printer=printer,
            attempts=0,
            replaces=replaces,
            made_at=at,
            made_by=by,
        )

    def by_id(self, job: int) -> LabelJob | None:
        """Return the job with this number."""
        return self.one(_J.c.id == job)

    def of_code(self, code: str) -> list[LabelJob]:
        """Return every label of one thing, the oldest first."""
        return self.all(_J.c.code == code, order=[_J.c.id])

    def waiting(self) -> list[LabelJob]:
        """Return what waits, the oldest first."""
        return self.all(_J.c.state.in_([state.value for state in WAITING]), order=[_J.c.id])

    def mark_printed(self, job: int, at: datetime) -> None:
        """Remember that a label came out."""
        self.change(job, state=LabelState.PRINTED.value, last_error=None, done_at=at)

    def mark_failed(self, jobs: Iterable[int], error: dict[str, Any]) -> None:
        """Remember why labels did not come out; they go on waiting."""
        self.connection.execute(
            update(_J)
            .where(_J.c.id.in_(list(jobs)), _J.c.state.in_([state.value for state in WAITING]))
            .values(state=LabelState.FAILED.value, last_error=error, attempts=_J.c.attempts + 1)
        )

    def cancel_waiting(self, code: str, at: datetime) -> int:
        """Take labels of one thing that still wait out of the queue; return how many."""
        done = self.connection.execute(
            update(_J)
            .where(_J.c.code == code, _J.c.state.in_([state.value for state in WAITING]))
            .values(state=LabelState.CANCELLED.value, done_at=at)
        )
        return int(done.rowcount)

    def cancel(self, job: int, at: datetime) -> None:
        """Take one label out of the queue."""
        self.change(job, state=LabelState.CANCELLED.value, done_at=at)

    def move_to(self, old: str, new: str) -> None:
        """Send what waits for one printer to another."""
        self.connection.execute(
            update(_J)
            .where(_J.c.printer == old, _J.c.state.in_([state.value for state in WAITING]))
            .values(printer=new)
        )

    def remember_roll(self, codes: Iterable[str], at: datetime) -> None:
        """Remember codes that were printed ahead."""
        self.connection.execute(insert(_R), [{"code": code, "printed_at": at} for code in codes])
