"""What screens and the command line read of returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.channels import Payment
from serkut_desk.domain.data_state import SETTLED_MEDIA
from serkut_desk.domain.lifecycle import Action, NotAllowed, may
from serkut_desk.domain.papers import paper_name
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.returning import Remedy, paid_back, remedies
from serkut_desk.stations import facts
from serkut_desk.stations.returns import naming

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.data_state import DataState
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lacks import Lack
    from serkut_desk.domain.lifecycle import DeviceState
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.returning import Fault, Warranty
    from serkut_desk.records.returns import DeviceReturn, Sold
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered

# As many as a list shows without a search.
SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleView:
    """What was handed over; the list shows no way and no receiver.

    Args:
        handover: LU code.
        device: SD code.
        type: Key of the device's type.
        description: Maker and model.
        serial: Of the device.
        grade: At the handover; None without one.
        warranty: How the workshop's warranty stands today.
        paid_cents: What was paid for the device, or for the one that it was given for.
        payment: How that was paid.
    """

    handover: str
    device: str
    type: str
    description: str
    serial: str
    grade: str | None
    warranty: Warranty
    paid_cents: int
    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnView:
    """A return with everything about it.

    Args:
        number: `PAL-7`.
        came_at: When it came.
        fault: Code of the list of faults.
        note: What was told of it.
        in_warranty: The warranty covered it on the day when it came.
        sale: What was handed over then.
        state: Where the device stands now.
        data_state: What is known of the data in it now.
        place: Where it is; None when nobody said.
        remedy: What was decided; None before.
        reason: Why.
        settled_at: When.
        refund_cents: What was given back.
        credit: Name of the credit note; None without one.
        credit_sha256: Names its PDF among the files.
        exchange: LU code of the handover that gives another device; None without one.
        exchange_state: open, completed or cancelled.
        remedies: What can be decided now; empty when it is settled for good.
        media: Media that came back and are not proven yet, as `#7` and what people call them.
    """

    number: str
    came_at: datetime
    fault: str
    note: str
    in_warranty: bool
    sale: SaleView
    state: DeviceState
    data_state: DataState
    place: str | None
    remedy: Remedy | None
    reason: str
    settled_at: datetime | None
    refund_cents: int
    credit: str | None
    credit_sha256: str | None
    exchange: str | None
    exchange_state: str | None
    remedies: tuple[Remedy, ...]
    media: tuple[tuple[str, str], ...]

    @property
    def refund_rounding(self) -> int:
        """What cash rounding would add when everything that was paid is given back."""
        return paid_back(self.sale.paid_cents, self.sale.payment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a scan means at this station.

    Args:
        sales: What can be taken back; several when a receipt has several devices out.
        open: The return of a device that was taken back and is in the house.
        faults: Of today's list, in the order in which to show them.
    """

    sales: tuple[SaleView, ...]
    open: ReturnView | None
    faults: tuple[Fault, ...]


def faults(desk: Desk, session: Session | None) -> tuple[Fault, ...]:
    """Return today's list of faults, in the order in which to show them."""
    with desk.reading(session, Permission.RETURNS):
        return naming.faults_at(desk.clock.now()).faults


def look(desk: Desk, session: Session | None, text: str) -> Looked:
    """Return what a scanned device or receipt means.

    Raises:
        Refused: `return_device_unknown`, `return_receipt_unknown`, `return_receipt_empty`, what
            the lifecycle table says of a device that can not come back, or `return_sale_unknown`.
    """
    with desk.reading(session, Permission.RETURNS) as work:
        now = desk.clock.now()
        listed = naming.faults_at(now).faults
        devices = naming.devices_of(work, text)
        if len(devices) == 1:
            returns = work.returns.of_device(devices[0].id)
            if returns and devices[0].in_house:
                return Looked(sales=(), open=_return(work, returns[0], now), faults=listed)
        sales = tuple(_sale(work, device, now) for device in devices)
        return Looked(sales=sales, open=None, faults=listed)


def open_returns(desk: Desk, session: Session | None) -> tuple[ReturnView, ...]:
    """Return what waits for a decision, the oldest first."""
    with desk.reading(session, Permission.RETURNS) as work:
        now = desk.clock.now()
        return tuple(_return(work, row, now) for row in work.returns.open())


def returns(desk: Desk, session: Session | None, limit: int = SHOWN) -> tuple[ReturnView, ...]:
    """Return the last returns, settled or not, the newest first."""
    with desk.reading(session, Permission.RETURNS) as work:
        now = desk.clock.now()
        return tuple(_return(work, row, now) for row in work.returns.newest(limit))


def one(desk: Desk, session: Session | None, text: str) -> ReturnView:
    """Return the return with this number, or the last one of a device.

    Raises:
        Refused: `return_unknown`.
    """
    with desk.reading(session, Permission.RETURNS) as work:
        return _return(work, naming.return_of(work, text), desk.clock.now())


def against(work: UnitOfWork, device: Device, now: datetime) -> tuple[Lack, ...]:
    """Return what stands against taking a device back, by the lifecycle table."""
    answer = may(Action.TAKE_BACK, facts.gather(work, device, now).facts)
    return answer.missing if isinstance(answer, NotAllowed) else ()


def _sale(work: UnitOfWork, device: Device, now: datetime) -> SaleView:
    missing = against(work, device, now)
    if missing:
        raise missing[0].refusal()
    return _view(work, naming.sold_of(work, device), device, now)


def _view(work: UnitOfWork, sold: Sold, device: Device, now: datetime) -> SaleView:
    paid = naming.paid_sale(work, sold)
    return SaleView(
        handover=sold.handover,
        device=device.code,
        type=device.type,
        description=f"{device.manufacturer} {device.model}".strip(),
        serial=device.serial,
        grade=sold.grade,
        warranty=naming.warranty_on(sold, now),
        paid_cents=paid.cents,
        payment=Payment(paid.payment),
    )


def _return(work: UnitOfWork, row: DeviceReturn, now: datetime) -> ReturnView:
    device = work.devices.by_id(row.device_id)
    gathered = facts.gather(work, device, now)
    sale = _view(work, work.returns.sale(row.handover_line_id), device, now)
    place = work.places.of_id(device.place_id)
    credit = work.returns.paper_named(row.credit_id) if row.credit_id else None
    exchange = work.handovers.by_id(row.exchange_id) if row.exchange_id else None
    return ReturnView(
        number=row.code,
        came_at=row.came_at,
        fault=row.fault,
        note=row.fault_note,
        in_warranty=row.in_warranty,
        sale=sale,
        state=gathered.state,
        data_state=gathered.data_state,
        place=place.name if place else None,
        remedy=Remedy(row.remedy) if row.remedy else None,
        reason=row.remedy_reason or "",
        settled_at=row.settled_at,
        refund_cents=row.refund_cents,
        credit=paper_name(credit.series, credit.number) if credit else None,
        credit_sha256=credit.sha256 if credit else None,
        exchange=exchange.code if exchange else None,
        exchange_state=exchange.state if exchange else None,
        remedies=remedies(sale.paid_cents) if naming.may_settle(work, row) else (),
        media=_open_media(gathered),
    )


def _open_media(gathered: Gathered) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"#{proof.medium.id}", facts.name_of(proof.medium))
        for proof in gathered.proofs
        if proof.medium.used_since is not None
        and proof.medium.removed_at is None
        and proof.standing.state not in SETTLED_MEDIA
    )
