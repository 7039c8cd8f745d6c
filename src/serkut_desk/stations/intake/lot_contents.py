"""Puts together what a lot's papers say: the same picture for receipt and reconciliation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.clock import local
from serkut_desk.domain.lot_papers import LotCage, LotItem, LotSeal, LotThing
from serkut_desk.stations.thing_kinds import kind_of
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import ExtraDevice, LateArrival, Lot, LotLine
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of a lot's devices besides themselves, by the device's id."""

    cages: Mapping[int, str]
    reasons: Mapping[int, ExtraDevice]
    missed: Mapping[int, tuple[str, int]]


_NOTHING_AROUND = _Around({}, {}, {})


def picture(work: UnitOfWork, lot: Lot, language: str) -> dict[str, Any]:
    """Return the fields of `LotPaperContent` as they stand now, without `replaces`."""
    devices = {one.id: one for one in reversed(work.devices.of_lot(lot.id))}
    lines = work.lots.lines_of(lot.id)
    has_list = lot.list_digest is not None
    around = _Around(
        work.cages.of_devices(lot.id),
        {one.device_id: one for one in work.lots.extras_of(lot.id)},
        work.lots.missed_before(lot.id),
    )
    late = work.lots.late_of(lot.id)
    answered = {line.device_id: line for line in lines if line.device_id is not None}
    listed = [_device(devices[number], line, around) for number, line in answered.items()]
    beside = [_device(one, None, around) for one in devices.values() if one.id not in answered]
    arrived = lot.arrived_at or (None if lot.is_expected else lot.opened_at)
    return {
        "lot": lot.code,
        "sender": work.lots.organisation(lot.organisation_id).name,
        "has_list": has_list,
        "came": tuple(listed if has_list else (*listed, *beside)),
        "extra": tuple(beside) if has_list else (),
        "missing": _missing(work, late, lines),
        "beside": tuple(_beside(work, one) for one in late if one.line_id is None),
        "things": _things(work, lot, lines, language),
        "cages": _cages(work, lot),
        "order_reference": lot.order_reference,
        "contact_role": lot.contact_role,
        "expected_on": lot.expected_on,
        "arrived_on": local(arrived).date() if arrived else None,
        "closed_on": local(lot.closed_at).date() if lot.closed_at else None,
    }


def _device(device: Device, line: LotLine | None, around: _Around) -> LotItem:
    said = around.reasons.get(device.id)
    other_lot, other_row = around.missed.get(device.id, ("", 0))
    return LotItem(
        row=line.row if line else 0,
        device=device.code,
        type=device.type,
        description=f"{device.manufacturer} {device.model}".strip(),
        serial=device.serial,
        serial_reason="" if device.serial else device.serial_reason or "",
        inventory=device.inventory,
        imei=device.imei,
        cage=around.cages.get(device.id, ""),
        came_on=local(device.received_at).date(),
        reason=said.reason.value if said else "",
        note=said.note if said else "",
        other_lot="" if line else other_lot,
        other_row=0 if line else other_row,
    )


def _missing(
    work: UnitOfWork, late: list[LateArrival], lines: list[LotLine]
) -> tuple[LotItem, ...]:
    by_line = {one.line_id: one for one in late}
    open_lines = [line for line in lines if line.quantity == 1 and line.device_id is None]
    return tuple(_line(work, line, by_line.get(line.id)) for line in open_lines)


def _beside(work: UnitOfWork, late: LateArrival) -> LotItem:
    device = work.devices.by_id(late.device_id)
    other = work.lots.by_id(device.lot_id).code
    return replace(_device(device, None, _NOTHING_AROUND), other_lot=other)


def _line(work: UnitOfWork, line: LotLine, late: LateArrival | None) -> LotItem:
    device = work.devices.by_id(late.device_id) if late else None
    return LotItem(
        row=line.row,
        device=device.code if device else "",
        type=line.type or "",
        description=f"{line.manufacturer} {line.model}".strip(),
        serial=line.serial,
        inventory=line.inventory,
        imei=line.imei,
        came_on=local(device.received_at).date() if device else None,
        reason=line.missing_reason or "",
        note=line.missing_note,
        other_lot=work.lots.by_id(device.lot_id).code if device else "",
    )


def _things(
    work: UnitOfWork, lot: Lot, lines: list[LotLine], language: str
) -> tuple[LotThing, ...]:
    texts = Texts(language)
    listed = [
        LotThing(
            name=f"{line.manufacturer} {line.model}".strip()
            or (texts.say(f"type.{line.type}") if line.type else "-"),
            count=line.counted,
            expected=line.quantity,
            weight_g=line.weight_g,
            row=line.row,
        )
        for line in lines
        if line.quantity > 1
    ]
    counted = [
        # What was only weighed was counted by nobody: no paper says that none came.
        LotThing(
            name=kind_of(one.kind).word(language), count=one.count or None, weight_g=one.weight_g
        )
        for one in work.things.sums(lot.id)
    ]
    return (*listed, *counted)


def _cages(work: UnitOfWork, lot: Lot) -> tuple[LotCage, ...]:
    cages, held = work.cages.of_lot(lot.id), work.cages.held(lot.id)
    readings: dict[int, list[LotSeal]] = {}
    for check in work.cages.checks_of([cage.id for cage in cages]):
        seal = LotSeal(
            stage=check.stage.value,
            at=check.at,
            seal=check.seal,
            matches=check.matches,
            decision=check.decision.value if check.decision else "",
            reason=check.reason,
        )
        readings.setdefault(check.cage_id, []).append(seal)
    return tuple(
        LotCage(
            name=cage.name,
            kind=cage.kind.value,
            seal=cage.seal,
            state=cage.state.value,
            devices=held.get(cage.id, 0),
            readings=tuple(readings.get(cage.id, ())),
        )
        for cage in cages
    )
