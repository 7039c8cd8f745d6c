"""What waits to be printed and why, and the printers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import labelling

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.printers import Printers
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class WaitingLabel:
    """One label in the queue.

    `why` is the code of the printer's last failure, None for one that was not tried yet; with
    `facts` it makes the sentences `error.<why>.what|why|next`. `data` is what it shows.
    """

    job: int
    code: str
    kind: str
    data: dict[str, Any]
    printer: str
    attempts: int
    why: str | None
    facts: dict[str, Any]
    replaces: bool
    made_at: datetime


def waiting(desk: Desk, session: Session | None) -> tuple[WaitingLabel, ...]:
    """Return the labels that wait, the oldest first."""
    with desk.reading(session, Permission.SEARCH) as work:
        return tuple(
            WaitingLabel(
                job=job.id,
                code=job.code,
                kind=job.kind,
                data=job.data,
                printer=job.printer,
                attempts=job.attempts,
                why=job.last_error["code"] if job.last_error else None,
                facts=job.last_error["facts"] if job.last_error else {},
                replaces=job.replaces,
                made_at=job.made_at,
            )
            for job in work.labels.waiting()
        )


def queue_state(desk: Desk) -> tuple[int, str | None]:
    """Return how many labels wait, and the code of why the first of them is held if one is.

    Anybody may know it: it is said in the foot of the window.
    """
    with desk.database.reading() as work:
        jobs = work.labels.waiting()
    held = (job.last_error["code"] for job in jobs if job.last_error)
    return len(jobs), next(held, None)


def printers(desk: Desk, session: Session | None) -> Printers:
    """Return the printers of the house."""
    with desk.reading(session, Permission.SEARCH) as work:
        return labelling.printers_of(work)
