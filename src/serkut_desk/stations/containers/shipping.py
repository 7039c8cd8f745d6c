"""What leaves to a recycler: opened, filled with sealed containers by scan, given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.containers import ContainerState, ShipmentState, demand_state
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import filling, waste
from serkut_desk.stations.containers.commands import (
    AddToShipment,
    CancelShipment,
    CodeSet,
    OpenShipment,
    SetRecyclerCode,
    ShipmentDone,
    TakeFromShipment,
)
from serkut_desk.stations.containers.touching import label_if_changed
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Organisation
    from serkut_desk.records.containers import Shipment

_ENDED = {
    ShipmentState.LEFT: "shipment_left",
    ShipmentState.CANCELLED: "shipment_cancelled",
}
_LONGEST_VEHICLE = 20
_LONGEST_CODE = 40


def subject(number: int) -> str:
    """Return what the journal calls a shipment."""
    return f"shipment-{number}"


def shipment_of(task: Task, number: int) -> Shipment:
    """Return a shipment that has not left.

    Raises:
        Refused: `shipment_unknown`, `shipment_left`, `shipment_cancelled`.
    """
    found = task.work.containers.shipments.by_id(number)
    if found is None:
        raise Refused("shipment_unknown", shipment=number)
    if found.state != ShipmentState.OPEN.value:
        raise Refused(_ENDED[ShipmentState(found.state)], shipment=number)
    return found


def vehicle_text(text: str) -> str:
    """Return the registration of a vehicle, empty when it is not known."""
    return short_text(text, "vehicle", _LONGEST_VEHICLE).upper() if text.strip() else ""


@handles(OpenShipment, Permission.SHIP)
def open_shipment(task: Task, command: OpenShipment) -> ShipmentDone:
    """Begin a shipment.

    Raises:
        Misused: `text_missing` or `text_too_long`.
    """
    recycler = _recycler(task, command.recycler)
    vehicle = vehicle_text(command.vehicle)
    note = short_text(command.note, "note") if command.note.strip() else ""
    number = task.work.containers.shipments.add(
        organisation_id=recycler.id,
        state=ShipmentState.OPEN.value,
        vehicle=vehicle,
        note=note,
        opened_at=task.now,
        opened_by=task.actor,
        seq=0,
    )
    return _done(
        task, number, Tag.SHIPMENT_OPENED, recycler=recycler.name, vehicle=vehicle, note=note
    )


@handles(AddToShipment, Permission.SHIP, entries=Entries.MAYBE)
def add_to_shipment(task: Task, command: AddToShipment) -> ShipmentDone:
    """Put a container on a shipment; scanning it again changes nothing.

    Raises:
        Refused: `shipment_unknown`, `shipment_left`, `shipment_cancelled`, `container_unknown`,
            what its state forbids, `container_not_weighed`, `container_on_shipment`.
    """
    work = task.work
    shipment = shipment_of(task, command.shipment)
    row = filling.container_of(work, command.container)
    demand_state(ContainerState.SEALED, row.state, row.code)
    if row.shipment_id == shipment.id:
        return _answer(task, shipment.id, ())
    if row.shipment_id is not None:
        raise Refused("container_on_shipment", container=row.code, shipment=row.shipment_id)
    if row.gross_g is None:
        raise Refused("container_not_weighed", container=row.code)
    work.containers.change(row.id, shipment_id=shipment.id)
    assert row.sealed_at is not None, "a sealed container was sealed at some time"
    label = label_if_changed(task, row, row.sealed_at)
    return _done(
        task,
        shipment.id,
        Tag.SHIPMENT_CHANGED,
        row.code,
        what="added",
        container=row.code,
        label=label,
    )


@handles(TakeFromShipment, Permission.SHIP)
def take_from_shipment(task: Task, command: TakeFromShipment) -> ShipmentDone:
    """Take a container off a shipment.

    Raises:
        Refused: `shipment_unknown`, `shipment_left`, `shipment_cancelled`, `container_unknown`,
            `container_not_on_shipment`.
    """
    shipment = shipment_of(task, command.shipment)
    row = filling.container_of(task.work, command.container)
    if row.shipment_id != shipment.id:
        raise Refused("container_not_on_shipment", container=row.code, shipment=shipment.id)
    task.work.containers.change(row.id, shipment_id=None)
    return _done(
        task, shipment.id, Tag.SHIPMENT_CHANGED, row.code, what="taken", container=row.code
    )


@handles(CancelShipment, Permission.SHIP)
def cancel_shipment(task: Task, command: CancelShipment) -> ShipmentDone:
    """Give a shipment up.

    Raises:
        Refused: `shipment_unknown`, `shipment_left`, `shipment_cancelled`.
    """
    shipment = shipment_of(task, command.shipment)
    codes = []
    for row in task.work.containers.of_shipment(shipment.id):
        task.work.containers.change(row.id, shipment_id=None)
        codes.append(row.code)
    task.work.containers.shipments.change(shipment.id, state=ShipmentState.CANCELLED.value)
    return _done(task, shipment.id, Tag.SHIPMENT_CANCELLED, *codes, containers=codes)


@handles(SetRecyclerCode, Permission.SHIP)
def set_recycler_code(task: Task, command: SetRecyclerCode) -> CodeSet:
    """Store what a recycler calls a fraction; papers that were issued keep what they say.

    Raises:
        Refused: `fraction_unknown`, `recycler_code_unchanged`.
        Misused: `text_missing` or `text_too_long`.
    """
    work, fraction = task.work, waste.fraction_of(command.fraction).key
    recycler = _recycler(task, command.recycler)
    code = short_text(command.code, "code", _LONGEST_CODE) if command.code.strip() else ""
    before = work.containers.recycler_code(recycler.id, fraction)
    if before == code:
        raise Refused("recycler_code_unchanged", recycler=recycler.name)
    work.containers.set_recycler_code(recycler.id, fraction, code)
    work.journal.append(
        Tag.RECYCLER_CODE_SET,
        "setting",
        recycler=recycler.name,
        fraction=fraction,
        code=code,
        before=before,
    )
    return CodeSet(recycler.name, fraction, code, Changes(journal=True))


def _recycler(task: Task, name: str) -> Organisation:
    found, _ = task.work.lots.organisation_named(short_text(name, "recycler"), task.now)
    return found


def _done(task: Task, number: int, tag: Tag, /, *codes: str, **body: object) -> ShipmentDone:
    """Write the one entry of a command about a shipment and the containers it names."""
    work = task.work
    head = work.journal.append(tag, subject(number), codes, shipment=number, **body)
    work.containers.shipments.change(number, seq=head.seq)
    for code in codes:
        row = filling.container_of(work, code)
        work.containers.touch(row.id, head.seq, task.actor)
    return _answer(task, number, codes, label=body.get("label") is not None, changed=True)


def _answer(
    task: Task, number: int, codes: tuple[str, ...], *, label: bool = False, changed: bool = False
) -> ShipmentDone:
    row = task.work.containers.shipments.by_id(number)
    assert row is not None, "it was just written"
    held = task.work.containers.of_shipment(number)
    changes = Changes(
        containers=frozenset(codes), labels=frozenset(codes if label else ()), journal=changed
    )
    return ShipmentDone(
        number,
        task.work.lots.organisation(row.organisation_id).name,
        row.state,
        tuple(one.code for one in held),
        changes,
    )
