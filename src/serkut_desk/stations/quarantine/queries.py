"""What screens and the command line read about quarantine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.quarantine import next_step
from serkut_desk.stations.quarantine.finding import facts_of

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.data_state import Lock
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.quarantine import DonorAnswer, QuarantineStep
    from serkut_desk.records.quarantines import Quarantine
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why a device is locked away; `request` is the number of the newest request."""

    lock: Lock
    note: str
    found_at: datetime
    request: str | None
    requested_at: datetime | None
    answer: DonorAnswer | None
    answer_note: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One device in quarantine.

    Args:
        since: When its first open reason was found.
        waiting_since: When the donor was first asked and has not answered; None otherwise.
        step: What has to be done next.
    """

    code: str
    type: str
    manufacturer: str
    model: str
    serial: str
    donor: str
    lot: str
    place: str | None
    state: str
    since: datetime
    waiting_since: datetime | None
    step: QuarantineStep
    reasons: tuple[ReasonLine, ...]


def queue(desk: Desk, session: Session | None) -> tuple[QueueLine, ...]:
    """Return every device in quarantine, the one that has been there longest first."""
    with desk.reading(session, Permission.GRADE) as work:
        reasons: dict[int, list[Quarantine]] = {}
        for one in work.quarantines.open_ones():
            reasons.setdefault(one.device_id, []).append(one)
        return tuple(_line(work, device_id, held) for device_id, held in reasons.items())


def _line(work: UnitOfWork, device_id: int, held: list[Quarantine]) -> QueueLine:
    device = work.devices.by_id(device_id)
    lot = work.lots.by_id(device.lot_id)
    place = work.places.of_id(device.place_id)
    waiting = [one.requested_at for one in held if one.answer is None and one.requested_at]
    return QueueLine(
        device.code,
        device.type,
        device.manufacturer,
        device.model,
        device.serial,
        work.lots.organisation(lot.organisation_id).name,
        lot.code,
        place.name if place else None,
        device.state,
        min(one.found_at for one in held),
        min(waiting) if waiting else None,
        next_step(map(facts_of, held)),
        tuple(_reason(work, one) for one in held),
    )


def _reason(work: UnitOfWork, one: Quarantine) -> ReasonLine:
    return ReasonLine(
        one.lock,
        one.note,
        one.found_at,
        work.quarantines.request_name(one.request_id),
        one.requested_at,
        one.answer,
        one.answer_note or "",
        one.answered_at,
    )
