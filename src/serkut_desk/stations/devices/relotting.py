"""A device that was received into the wrong lot goes to the right one, and answers its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.handling import Task


def open_lot(task: Task, device: Device, code: str) -> Lot:
    """Return the lot that a device goes to.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `lot_not_here`, or `correction_lot_closed`: the lot
            that it was received into is closed, and its sender has the receipt.
    """
    lot = lot_named(task.work, code)
    before = task.work.lots.by_id(device.lot_id)
    if before.id != lot.id and before.state != "open":
        raise Refused("correction_lot_closed", device=device.code, lot=before.code)
    if lot.state != "open":
        raise Refused("lot_closed", lot=lot.code)
    if lot.is_expected:
        raise Refused("lot_not_here", lot=lot.code)
    return lot


@dataclass(frozen=True, slots=True)
class Moved:
    """What a device left and what it answers.

    Args:
        row: Row of the new lot's list, None where it is on none.
        cage: Name of the cage that it came out of in the lot that it left; "" for none.
    """

    row: int | None = None
    cage: str = ""


def move(task: Task, device: Device, lot: Lot, cage: str = "") -> Moved:
    """Put a device into another lot; the line that it answered waits again.

    Its data are treated as the stricter of both lots says: nobody alone makes them ordinary.

    Args:
        task: The caller's task.
        device: As it stands in the records.
        lot: Where it goes; from `open_lot`.
        cage: The cage of that lot to which an undo brings it back.
    """
    work = task.work
    left = work.cages.of_devices(device.lot_id).get(device.id, "")
    work.devices.leave_lot(device.id)
    named = work.lots.named(
        lot.id,
        serial_key=device.serial_key,
        inventory_key=device.inventory_key,
        imei=device.imei,
    )
    free = [line for line in named if line.device_id is None]
    line = free[0] if len(free) == 1 else None
    if line is not None:
        work.lots.answer(line.id, device.id)
    both = {device.data_class, lot.data_class}
    work.devices.change(
        device.id,
        lot_id=lot.id,
        listed=line is not None,
        data_class=max(both, key=list(DataClass).index),
    )
    found = work.cages.named(lot.id, cage) if cage else None
    if found is not None:
        work.cages.put_in(device.id, found.id)
    return Moved(line.row if line else None, left)
