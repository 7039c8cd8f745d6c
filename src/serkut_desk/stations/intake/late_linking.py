"""A person links what no number could: a device without a serial that a closed lot missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.lot_commands import LinkLate
from serkut_desk.stations.intake.lot_results import LateLinked
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.known_lot import lot_named

if TYPE_CHECKING:
    from serkut_desk.domain.lots import Lot


@handles(LinkLate, Permission.LOTS)
def link_late(task: Task, command: LinkLate) -> LateLinked:
    """Link a device to a lot that was closed before it came; the lot stays closed.

    Raises:
        Refused: `device_unknown`, `withdrawn`, `lot_unknown`, `lot_still_open`, `late_same_lot`,
            `late_known`, `late_row_taken`.
    """
    work = task.work
    device = device_of(work, command.device)
    if device.state == DeviceState.WITHDRAWN:
        raise lack(LackCode.WITHDRAWN).refusal()
    lot = lot_named(work, command.lot)
    if lot.state != "closed":
        raise Refused("lot_still_open", lot=lot.code)
    if device.lot_id == lot.id:
        raise Refused("late_same_lot", device=device.code, lot=lot.code)
    known = work.lots.late_device(device.id)
    if known is not None:
        raise Refused("late_known", device=device.code, lot=work.lots.by_id(known.lot_id).code)
    line_id = None if command.row is None else _line(task, lot, command.row)
    head = work.journal.append(
        Tag.LATE_LINKED, device.code, (lot.code,), lot=lot.code, row=command.row
    )
    work.lots.late.add(
        device_id=device.id,
        lot_id=lot.id,
        line_id=line_id,
        at=task.now,
        by=task.actor,
        seq=head.seq,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return LateLinked(device.code, lot.code, command.row)


def _line(task: Task, lot: Lot, row: int) -> int:
    """Return the line of a row that is missing and to which nothing is linked."""
    linked = {one.line_id for one in task.work.lots.late_of(lot.id)}
    for line in task.work.lots.missing(lot.id):
        if line.row == row and line.id not in linked:
            return line.id
    raise Refused("late_row_taken", lot=lot.code, row=row)
