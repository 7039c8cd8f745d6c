"""What screens and the command line read about taking apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain import conditions
from serkut_desk.domain.data_state import FREE_OF_DATA
from serkut_desk.domain.dismantling import want_key
from serkut_desk.domain.mass import Balance
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import StopKind
from serkut_desk.records.dismantlings import MEDIUM
from serkut_desk.stations import facts, modelling
from serkut_desk.stations.dismantling import bench, guides
from serkut_desk.stations.dismantling.views import (
    BalanceLine,
    BoxLine,
    FractionLine,
    MediumLine,
    PartLine,
    QueueLine,
    Sheet,
    StepLine,
    WantLine,
)
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.dismantling import Guide
    from serkut_desk.domain.people import Session
    from serkut_desk.records.dismantlings import Dismantling, DismantlingStep
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.facts import Gathered

LIMIT = 200


def sheet(desk: Desk, session: Session | None, device: str) -> Sheet:
    """Return everything about taking a device apart: the open order, else the last one.

    Raises:
        Refused: `device_unknown`, or as `Desk.reading`.
    """
    with desk.reading(session, Permission.DISMANTLE) as work:
        gathered = facts.gather(work, device_of(work, device), desk.clock.now())
        return _sheet(work, gathered, desk.clock.now())


def queue(desk: Desk, session: Session | None) -> tuple[QueueLine, ...]:
    """Return what is under way, the oldest first, and then what waits."""
    with desk.reading(session, Permission.DISMANTLE) as work:
        begun = {one.device_id: one.started_at for one in work.dismantlings.open_ones()}
        waiting = [one for one in work.dismantlings.waiting() if one not in begun]
        now = desk.clock.now()
        return tuple(
            _queue_line(work, one, begun.get(one), now) for one in (*begun, *waiting[:LIMIT])
        )


def history(desk: Desk, session: Session | None, limit: int = LIMIT) -> tuple[BalanceLine, ...]:
    """Return what was taken apart, the newest first."""
    return tuple(reversed(balances(desk, session)))[:limit]


def balances(
    desk: Desk, session: Session | None, *, lot: str | None = None
) -> tuple[BalanceLine, ...]:
    """Return the balances of what was taken apart, the oldest first; of one lot when named.

    Raises:
        Refused: `lot_unknown`, or as `Desk.reading`.
    """
    with desk.reading(session, Permission.DISMANTLE) as work:
        lot_id = None if lot is None else lot_named(work, lot).id
        fractions: dict[int, dict[str, int]] = {}
        for order, fraction, grams in work.dismantlings.fractions_g(lot_id=lot_id):
            fractions.setdefault(order, {})[fraction] = grams
        return tuple(
            BalanceLine(one, fractions.get(one.id, {}))
            for one in work.dismantlings.summed(lot_id=lot_id)
        )


def _queue_line(
    work: UnitOfWork, device_id: int, begun: datetime | None, now: datetime
) -> QueueLine:
    gathered = facts.gather(work, work.devices.by_id(device_id), now)
    device, place = gathered.device, work.places.of_id(gathered.device.place_id)
    return QueueLine(
        device.code,
        device.type,
        device.manufacturer,
        device.model,
        device.serial,
        place.name if place else None,
        gathered.state.value,
        begun,
        gathered.data_state not in FREE_OF_DATA,
        work.dismantlings.harvests(device.id),
    )


def _sheet(work: UnitOfWork, gathered: Gathered, now: datetime) -> Sheet:
    device = gathered.device
    orders = work.dismantlings.of_device(device.id)
    order = orders[-1] if orders else None
    if order is not None and order.state == "cancelled":
        # What was cancelled is whole again: it can be begun anew.
        order = None
    if order is None:
        guide, rows = guides.guide_for(work, device, now), []
    else:
        guide = guides.guide(order.guide, order.guide_version)
        rows = work.dismantlings.steps.standing(order.id)
    open_bench = bench.bench_of(work, gathered)
    settled = open_bench.settled if open_bench else frozenset(row.step for row in rows)
    steps = _steps(guide, rows, order)
    weight = (order.weight_in_g if order else None) or modelling.weight_of(work, device)
    place = work.places.of_id(device.place_id)
    hazard = StopKind(device.hazard) if device.hazard else None
    rules = guides.version(guide.version)
    return Sheet(
        code=device.code,
        type=device.type,
        manufacturer=device.manufacturer,
        model=device.model,
        serial=device.serial,
        state=gathered.state.value,
        place=place.name if place else None,
        order=order.id if order else None,
        order_state=order.state if order else "",
        started_at=order.started_at if order else None,
        closed_at=order.closed_at if order else None,
        scale=order.scale if order else "",
        guide=guide,
        steps=steps,
        next=next((step.key for step in guide.steps if step.key not in settled), None)
        if open_bench
        else None,
        balance=_balance(work, order),
        expected=guide.expected.for_weight(weight) if guide.expected and weight else {},
        source=guide.expected.source if guide.expected else "",
        media=_media(gathered, rows),
        parts=_parts(work, order),
        fractions=_fractions(work, order),
        wants=_wants(work, open_bench),
        boxes=_boxes(work),
        harvest=work.dismantlings.harvests(device.id),
        hazard=hazard,
        takes=rules.stopped_by(hazard) if hazard else frozenset(),
        early=rules.early,
        reason=(order.reason or "") if order else "",
        media_known=not conditions.media_known(gathered.facts),
        none_by=gathered.facts.none_confirmed_by,
    )


def _steps(
    guide: Guide, rows: list[DismantlingStep], order: Dismantling | None
) -> tuple[StepLine, ...]:
    by_key = {row.step: row for row in rows}
    lines = []
    for step in guide.steps:
        row = by_key.get(step.key)
        weighed = step.kind == "weigh" and order is not None and order.weight_in_g is not None
        result = row.result if row else "done" if weighed else None
        lines.append(StepLine(step, result, row.note if row else "", row.seq if row else 0))
    return tuple(lines)


def _balance(work: UnitOfWork, order: Dismantling | None) -> Balance:
    """Return an open order's balance as it is now, a closed one's as it was then."""
    if order is None:
        return Balance(None)
    if order.state == "open":
        return bench.balance_of(work, order)
    lines = work.containers.lines.of_dismantling(order.id)
    return Balance(
        order.weight_in_g,
        order.parts_g or 0,
        order.media_g or 0,
        sum(line.weight_g for line in lines),
        order.tolerance_g,
    )


def _media(gathered: Gathered, rows: list[DismantlingStep]) -> tuple[MediumLine, ...]:
    """Return what is inside, and what came out of it here."""
    out = {row.step: row.seq for row in rows}
    return tuple(
        MediumLine(
            proof.medium.id,
            facts.name_of(proof.medium),
            proof.medium.kind.value,
            proof.medium.code,
            proof.medium.removed_at is None,
            proof.medium.weight_g,
            proof.standing.state,
            proof.medium.serial_key,
            out.get(f"{MEDIUM}{proof.medium.id}", 0),
        )
        for proof in gathered.proofs
        if proof.medium.removed_at is None or f"{MEDIUM}{proof.medium.id}" in out
    )


def _parts(work: UnitOfWork, order: Dismantling | None) -> tuple[PartLine, ...]:
    if order is None:
        return ()
    stays = work.parts.stays.of_device(order.device_id)
    found = [one for one in stays if one.dismantling_id == order.id]
    lines = []
    for stay in found:
        part = work.parts.by_id(stay.part_id)
        place = work.places.of_id(part.place_id)
        lines.append(
            PartLine(
                part.code,
                part.type,
                part.specification,
                part.weight_g,
                place.name if place else None,
                stay.taken_seq or 0,
            )
        )
    return tuple(lines)


def _fractions(work: UnitOfWork, order: Dismantling | None) -> tuple[FractionLine, ...]:
    if order is None:
        return ()
    lines = []
    for line in work.containers.lines.of_dismantling(order.id):
        box = work.containers.by_id(line.container_id)
        lines.append(
            FractionLine(line.id, box.code, box.name, line.fraction, line.weight_g, line.seq)
        )
    return tuple(lines)


def _wants(work: UnitOfWork, found: bench.Bench | None) -> tuple[WantLine, ...]:
    if found is None:
        return ()
    rows = {row.step: row for row in found.rows}
    lines = []
    for want in bench.wants_of(work, found):
        row = rows.get(want_key(want.id))
        lines.append(
            WantLine(
                want.id,
                want.type,
                want.specification,
                want.note,
                bool(want.model_key),
                row.result if row else None,
                row.seq if row else 0,
            )
        )
    # What is wanted from just this model comes first.
    return tuple(sorted(lines, key=lambda one: (not one.exact, one.number)))


def _boxes(work: UnitOfWork) -> tuple[BoxLine, ...]:
    boxes = [one for one in work.containers.in_house() if one.state == "open"]
    inside = work.containers.lines.sums([one.id for one in boxes])
    lines = []
    for box in boxes:
        place = work.places.of_id(box.place_id)
        free = None if box.limit_g is None else box.limit_g - inside.get(box.id, 0)
        lines.append(BoxLine(box.code, box.name, box.fraction, place.name if place else None, free))
    return tuple(lines)
