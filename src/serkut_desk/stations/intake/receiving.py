"""One device comes in: what names it, what the list says of it, its label, its media."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.domain.catalogue import ModelSource
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.data_state import DeviceFacts, MediumFacts, MediumState
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.devices import Device, StorageMedium
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import state_of
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.scan import sort_scans
from serkut_desk.domain.serials import serial_key
from serkut_desk.stations import (
    declaring,
    facts,
    labelling,
    modelling,
    report_matching,
    snapshot_matching,
)
from serkut_desk.stations.cage_rules import demand_open_cage
from serkut_desk.stations.facts import Gathered
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.intake import sorting
from serkut_desk.stations.intake.again import filled, fits, template_of
from serkut_desk.stations.intake.commands import ReceiveDevice
from serkut_desk.stations.intake.knowing import Known, checked, identity_of, known_of, model_of
from serkut_desk.stations.intake.late import Late, find_late
from serkut_desk.stations.intake.matching import Match, find
from serkut_desk.stations.intake.opened import lot_here
from serkut_desk.stations.intake.reasons import checked_reason
from serkut_desk.stations.intake.results import Received
from serkut_desk.stations.rules import device_types

if TYPE_CHECKING:
    from serkut_desk.domain.cages import Cage
    from serkut_desk.domain.catalogue import ProductModel
    from serkut_desk.domain.devices import Place
    from serkut_desk.domain.lots import Lot
    from serkut_desk.domain.scan import Sorted
    from serkut_desk.records.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A device about to be written, with everything that was found out about it."""

    command: ReceiveDevice
    lot: Lot
    sort: Sorted
    match: Match
    known: Known
    model: ProductModel | None
    place: Place | None
    cage: Cage | None
    late: Late | None
    roll: bool
    code: str
    media_codes: tuple[str | None, ...]
    facts: DeviceFacts


def _facts(command: ReceiveDevice, known: Known) -> DeviceFacts:
    """Return what decides about a device that has just come: its type and its media."""
    return DeviceFacts(
        bears_data=device_types()[known.type].bears_data,
        media=tuple(
            MediumFacts(one.serial, MediumState.NOT_WIPED, declaring.is_certain(one.serial))
            for one in command.media
        ),
    )


@handles(ReceiveDevice, Permission.RECEIVE, entries=Entries.MAYBE)
def receive_device(task: Task, command: ReceiveDevice) -> Received:
    """Receive one device; one that is here already is answered, not counted twice."""
    work = task.work
    command = checked(command)
    checked_reason(command.serial_reason)
    lot = lot_here(work, command.lot)
    sort = sort_scans(sorting.read(work, lot.id, command.scans))
    identity = identity_of(command, sort)
    match = find(work, lot, identity, command.line)
    if match.duplicate is not None:
        return _duplicate(work, match.duplicate, sort)
    match.demand_clear(twice=command.twice)
    template = template_of(work, command.same_as) if command.same_as else None
    if template is not None and fits(template, command, sort, match.line):
        command = filled(template, command, match.line)
    else:
        # What contradicts the last machine is not the same again, whatever is set.
        command = replace(command, same_as=None)
    model = model_of(work, command, sort, identity, match.line)
    known = known_of(command, sort, identity, match.line, model)
    # A line that the inventory number names says enough; beside the list it does not.
    named = known.serial or known.imei or match.line is not None
    if not named and command.serial_reason is None:
        raise Refused("serial_needed")
    place = _place(work, command.place)
    declaring.check(work, command.media)
    label = command.label or sort.own
    arrival = _Arrival(
        command,
        lot,
        sort,
        match,
        known,
        model,
        place,
        demand_open_cage(work, lot, command.cage),
        find_late(work, lot, identity),
        roll=label is not None,
        code=_code(work, label),
        media_codes=tuple(declaring.code_for(work, one.serial) for one in command.media),
        facts=_facts(command, known),
    )
    return _receive(task, arrival)


def _place(work: UnitOfWork, text: str | None) -> Place | None:
    if text is None:
        return None
    place = work.places.find(text)
    if place is None:
        raise Refused("place_unknown", place=text[:40])
    return place


def _code(work: UnitOfWork, label: str | None) -> str:
    """Return the roll label's code, or the next one; none is ever given twice."""
    if label is None:
        while True:
            code = work.house.next_code(CodeKind.DEVICE)
            if not work.devices.has_code(code):
                return code
    own = parse_code(label)
    if own is None or own.kind is not CodeKind.DEVICE:
        raise Refused("label_form", label=label[:40])
    holder = work.devices.by_code(str(own))
    if holder is not None:
        raise Refused("label_taken", label=holder.code)
    return str(own)


def _receive(task: Task, arrival: _Arrival) -> Received:
    """Write the device, its line, its media and its label with one entry."""
    work, match = task.work, arrival.match
    previous = match.previous.code if match.previous else None
    # An earlier stay is named in its body only: nothing happens to that record.
    late = (arrival.late.lot,) if arrival.late else ()
    subjects = (arrival.lot.code, *late, *filter(None, arrival.media_codes))
    device = _write(task, arrival, work.journal.next_seq())
    model = modelling.learn(task, device, source=ModelSource.DEVICE, known=arrival.model)
    if match.line is not None:
        work.lots.answer(match.line.id, device.id)
    _link(task, device, arrival)
    media = _declare(task, device, arrival)
    gathered = Gathered(device, arrival.facts, ())
    waiting = work.snapshots.wait_for(snapshot_matching.numbers_of(device, media))
    if waiting or work.runs.wait_for(report_matching.serials_of(media)):
        gathered = facts.refresh(work, device.id, task.now)
        device = replace(device, state=gathered.state.value)
        media = tuple(one for one in work.media.of_device(device.id) if not one.proposed)
    # Last, so that it tells of the media and of the reports that found them.
    work.journal.append(
        Tag.DEVICE_RECEIVED, arrival.code, subjects, **_entry(arrival, model.id if model else None)
    )
    job = labelling.queue_at_receipt(
        work,
        gathered,
        roll=arrival.roll,
        by=task.actor,
        at=task.now,
        lot=arrival.lot,
    )
    return replace(
        _answer(device, arrival.lot, arrival.place, media, arrival.sort),
        row=match.line.row if match.line else None,
        answered=match.answered.row if match.answered else None,
        previous=previous,
        label=job,
        from_list=arrival.known.from_list,
        differs=arrival.known.differs,
        same_as=arrival.command.same_as,
        cage=arrival.cage.name if arrival.cage else "",
        late=arrival.late,
        from_catalogue=arrival.known.from_catalogue,
    )


def _link(task: Task, device: Device, arrival: _Arrival) -> None:
    """Remember the cage, and the line of a closed lot that the device answers late."""
    if arrival.cage is not None:
        task.work.cages.put_in(device.id, arrival.cage.id)
    if arrival.late is not None:
        task.work.lots.late.add(
            device_id=device.id,
            lot_id=arrival.late.lot_id,
            line_id=arrival.late.line_id,
            at=task.now,
            by=task.actor,
            seq=device.touched_seq,
        )


def _declare(task: Task, device: Device, arrival: _Arrival) -> tuple[StorageMedium, ...]:
    """Insert the media; each that no serial names gets its label."""
    made = []
    for one, code in zip(arrival.command.media, arrival.media_codes, strict=True):
        medium = declaring.declare(task.work, device.id, one, code=code, by=task.actor, at=task.now)
        declaring.queue_label(task.work, device, medium, by=task.actor, at=task.now)
        made.append(medium)
    return tuple(made)


def _write(task: Task, arrival: _Arrival, seq: int) -> Device:
    """Insert the device and return it as it stands in the records."""
    known, lot, match = arrival.known, arrival.lot, arrival.match
    reason = arrival.command.serial_reason
    device = Device(
        id=0,
        code=arrival.code,
        lot_id=lot.id,
        type=known.type.value,
        manufacturer=known.manufacturer,
        manufacturer_key=name_key(known.manufacturer),
        model=known.model,
        product=known.product,
        serial=known.serial,
        serial_key=serial_key(known.serial),
        serial_reason=reason if reason and not known.serial else None,
        inventory=known.inventory,
        inventory_key=serial_key(known.inventory),
        imei=known.imei,
        weight_g=known.weight_g,
        data_class=lot.data_class,
        # No query is needed: only a report that came in before it can say more.
        state=state_of(arrival.facts).value,
        hazard=None,
        place_id=arrival.place.id if arrival.place else None,
        previous_id=match.previous.id if match.previous else None,
        in_house=True,
        listed=match.line is not None,
        received_at=task.now,
        received_by=task.actor,
        touched_seq=seq,
        touched_by=task.actor,
    )
    return replace(device, id=task.work.devices.receive_one(device))


def _entry(arrival: _Arrival, model: int | None) -> dict[str, object]:
    """Return what the journal says of a receipt: facts of the device, nothing about a person."""
    known, command, match = arrival.known, arrival.command, arrival.match
    reason = command.serial_reason
    return {
        "type": known.type.value,
        "manufacturer": known.manufacturer,
        "model": known.model,
        "product": known.product,
        "serial": known.serial,
        "serial_reason": reason if reason and not known.serial else None,
        "inventory": known.inventory,
        "imei": known.imei,
        "row": match.line.row if match.line else None,
        "from_list": list(known.from_list),
        "differs": list(known.differs),
        "from_catalogue": list(known.from_catalogue),
        "catalogue": model,
        "previous": match.previous.code if match.previous else None,
        "same_as": command.same_as,
        "serial_twice": [one.code for one in match.twins],
        "place": arrival.place.code if arrival.place else None,
        "cage": arrival.cage.name if arrival.cage else None,
        "late": arrival.late.as_entry() if arrival.late else None,
        "label": "roll" if arrival.roll else "queued",
        "media": [
            {
                "serial": one.serial,
                "kind": one.kind.value,
                "source": one.source.value,
                "bytes": one.capacity_bytes,
                "code": code,
            }
            for one, code in zip(command.media, arrival.media_codes, strict=True)
        ],
    }


def _duplicate(work: UnitOfWork, device: Device, sort: Sorted) -> Received:
    """Answer that a device is here, and where; nothing is written."""
    lot = work.lots.by_id(device.lot_id)
    place = work.places.of_id(device.place_id)
    media = tuple(work.media.of_device(device.id))
    return replace(_answer(device, lot, place, media, sort), duplicate=True)


def _answer(
    device: Device,
    lot: Lot,
    place: Place | None,
    media: tuple[StorageMedium, ...],
    sort: Sorted,
) -> Received:
    return Received(
        device=device.code,
        duplicate=False,
        lot=lot.code,
        has_list=lot.list_digest is not None,
        place=place.name if place else "",
        type=DeviceType(device.type),
        manufacturer=device.manufacturer,
        model=device.model,
        product=device.product,
        serial=device.serial,
        inventory=device.inventory,
        imei=device.imei,
        listed=device.listed,
        state=device.state,
        media=media,
        notes=sort.notes,
    )
