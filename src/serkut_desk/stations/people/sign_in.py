"""Coming to the desk and leaving it. Written to the log-in log, not to the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.people import PinGuard, Session
from serkut_desk.stations.people import pins

if TYPE_CHECKING:
    from serkut_desk.domain.people import Person
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

# How long log-ins are kept.
KEEP = timedelta(days=365)


def with_badge(desk: Desk, badge: str) -> tuple[Person, Session]:
    """Return the person of a badge and a session with what the badge alone gives.

    Raises:
        Refused: `badge_unknown`.
    """
    with desk.database.work() as work:
        person = _active(work, badge)
        work.people.clean_log(desk.clock.now(), KEEP)
        work.people.log(desk.clock.now(), person.code, "badge", desk.database.workstation)
        work.commit()
    return person, Session(person.code)


def with_pin(desk: Desk, session: Session, pin: str) -> Session:
    """Return the session with the PIN given now.

    A wrong PIN is remembered across processes and makes the next try wait.

    Raises:
        Refused: `pin_wrong`, `pin_wrong_wait`, `pin_wait` or `pin_not_set`.
    """
    with desk.database.work() as work:
        person = _active(work, session.person)
        outcome = _try_pin(desk, work, person, pin)
        work.commit()
    if outcome is not None:
        raise outcome
    return replace(session, pin_at=desk.clock.now(), locked=False)


def _active(work: UnitOfWork, badge: str) -> Person:
    person = work.people.by_code(badge)
    if person is None or not person.active:
        raise Refused("badge_unknown", badge=badge)
    return person


def _try_pin(desk: Desk, work: UnitOfWork, person: Person, pin: str) -> Refused | None:
    """Look at a PIN; the outcome must be committed before it is raised."""
    now = desk.clock.now()
    if person.pin_hash is None:
        return Refused("pin_not_set")
    guard = work.people.guard(person.id)
    left = pins.waiting(now, guard.not_before) if guard else 0
    if left:
        return Refused("pin_wait", seconds=left)
    if pins.fits(person.pin_hash, pin):
        work.people.clear_guard(person.id)
        work.people.log(now, person.code, "pin", desk.database.workstation)
        return None
    failures = (guard.failures if guard else 0) + 1
    wait = pins.wait_after(failures)
    work.people.set_guard(PinGuard(person.id, failures, now + wait))
    work.people.log(now, person.code, "pin-wrong", desk.database.workstation)
    if not wait:
        return Refused("pin_wrong")
    return Refused("pin_wrong_wait", seconds=int(wait.total_seconds()))
