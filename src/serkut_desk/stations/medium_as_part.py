"""The part that a storage medium is besides, kept where the medium is; for `media_moves`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.parts import PartAction, PartState, PartTest
from serkut_desk.domain.parts import demand as demand_of_part

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.stations.handling import Task


def fit(task: Task, part: Part | None, device: Device) -> Part | None:
    """Let the part that a medium is, if it is one in stock, be in the device too.

    Raises:
        Refused: `part_failed_test`, `part_reserved_elsewhere`, `part_is_missing`.
    """
    work = task.work
    if part is None or part.state == PartState.WITHDRAWN:
        return None
    demand_of_part(PartAction.FIT, part.state, part.code)
    if part.test == PartTest.FAILED:
        raise Refused("part_failed_test", part=part.code)
    order = work.orders.open_of(device.id)
    own = order.id if order else None
    if part.reserved_id is not None and part.reserved_id != own:
        held = work.orders.by_id(part.reserved_id)
        raise Refused("part_reserved_elsewhere", part=part.code, order=held.code)
    seq = task.work.journal.next_seq()
    work.parts.stays.add(
        part_id=part.id,
        device_id=device.id,
        fitted_at=task.now,
        fitted_seq=seq,
        fitted_order_id=own,
    )
    work.parts.change(
        part.id,
        state=PartState.FITTED.value,
        device_id=device.id,
        place_id=None,
        reserved_id=None,
        touched_seq=seq,
        touched_by=task.actor,
    )
    return work.parts.by_id(part.id)


def unfit(task: Task, medium: StorageMedium) -> Part | None:
    """Let the part that a medium is be in no device any more, and in no stock yet (gate 2)."""
    work = task.work
    part = work.parts.of_medium(medium.id)
    if part is None or part.state != PartState.FITTED:
        return None
    seq, stay = task.work.journal.next_seq(), work.parts.stays.open_of(part.id)
    if stay is not None:
        order = work.orders.open_of(medium.device_id)
        apart = work.dismantlings.open_of(medium.device_id)
        work.parts.stays.change(
            stay.id,
            taken_at=task.now,
            taken_seq=seq,
            taken_order_id=order.id if order else None,
            dismantling_id=apart.id if apart else None,
        )
    work.parts.change(
        part.id,
        state=PartState.WITHDRAWN.value,
        device_id=None,
        touched_seq=seq,
        touched_by=task.actor,
    )
    return work.parts.by_id(part.id)
