"""Parts out of devices and into devices, for every station that opens one up.

All of it happens in the caller's transaction and writes no journal entry: the caller writes the
one entry **next**, names the part and the device among its subjects, and adds `said(...)` to its
body. So the part's history and the device's are mirrors of each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action
from serkut_desk.domain.lifecycle import demand as demand_of_device
from serkut_desk.domain.parts import PartAction, PartState, PartTest, demand
from serkut_desk.stations import facts, media_moves, part_making, part_rules, soldered
from serkut_desk.stations.authority import authorise
from serkut_desk.stations.part_making import NewPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.parts import PartType
    from serkut_desk.records.spare_parts import Part, PartStay
    from serkut_desk.records.work_orders import WorkOrder
    from serkut_desk.stations.handling import Task


@dataclass(frozen=True, slots=True)
class Fitted:
    """A part that went into a device.

    Args:
        part: As it is now.
        was_at: Code of the place where it lay; None when nobody said.
        reserved: Code of the order it was kept for.
        wants: Numbers of the wants that it closed.
        fits: Whether the device's model is one that it fits; None when nobody said.
        medium: What the move of the medium came to that this part is; None for most.
    """

    part: Part
    was_at: str | None
    reserved: str | None
    wants: tuple[int, ...]
    fits: bool | None
    medium: media_moves.Fitted | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Codes that the caller's entry has to name, the device's own and the order's besides."""
        return self.medium.subjects if self.medium else (self.part.code,)

    @property
    def said(self) -> dict[str, object]:
        """What belongs into the body of the caller's entry; `undo_fit` reads it back."""
        return {
            "part": self.part.code,
            "type": self.part.type,
            "was_at": self.was_at,
            "reserved": self.reserved,
            "wants": list(self.wants),
            "fits": self.fits,
            **(self.medium.as_entry() if self.medium else {}),
        }


def take_out(
    task: Task,
    device: Device,
    *,
    type: str,  # noqa: A002 - the word for it in the records
    manufacturer: str = "",
    model: str = "",
    serial: str = "",
    specification: str = "",
    note: str = "",
    fits: tuple[tuple[str, str], ...] | None = None,
    weight_g: int | None = None,
    place: str | None = None,
    order_id: int | None = None,
    dismantling_id: int | None = None,
) -> Part:
    """Take a part out of a device: a new part in stock with its code and a queued label.

    A part that was fitted here before has a code already: scan it, and use `take_again`. A storage
    medium goes by `media_moves`.

    Args:
        task: The caller's.
        device: In a work order or being taken apart (`Action.TAKE_PART`).
        type: Word of its kind (`part_rules.types()`).
        manufacturer: Of the part itself.
        model: Of the part itself.
        serial: Of the part itself.
        specification: Such as `8 GB DDR4`.
        note: Anything else.
        fits: Pairs of maker and model; None says the device's own model.
        weight_g: In grams.
        place: Code or name of where it is put.
        order_id: The work order in which it was taken.
        dismantling_id: The taking apart in which it was taken.

    Raises:
        Refused: What the lifecycle table says, `part_is_medium`, `not_permitted` for a battery,
            `part_stores_data` and its likes for a board with its flash on it.
        Misused: As `part_making.make`.
    """
    gathered = facts.gather(task.work, device, task.now)
    demand_of_device(Action.TAKE_PART, gathered.facts)
    kind = part_rules.types().of(type)
    if kind.storage:
        raise Refused("part_is_medium", device=device.code)
    may_take(task, kind)
    soldered.demand_no_data(gathered, kind.carries)
    own = ((device.manufacturer, device.model),) if device.model else ()
    new = NewPart(
        type=kind.word,
        manufacturer=manufacturer,
        model=model,
        serial=serial,
        specification=specification,
        note=note,
        fits=own if fits is None else fits,
        weight_g=weight_g,
        place=place,
    )
    part = part_making.make(task, new, donor_id=device.id)
    task.work.parts.stays.add(
        part_id=part.id,
        device_id=device.id,
        taken_at=task.now,
        taken_seq=part.touched_seq,
        taken_order_id=order_id,
        dismantling_id=dismantling_id,
    )
    return part


def may_take(task: Task, kind: PartType) -> None:
    """Do nothing when the person may take out a part of this kind.

    Raises:
        Refused: As `authority.authorise`.
    """
    if kind.needs is not None:
        authorise(task.work.people, task.desk.permissions, task.session, kind.needs, task.now)


def take_again(
    task: Task,
    part: Part,
    *,
    place: str | None = None,
    weight_g: int | None = None,
    order_id: int | None = None,
    dismantling_id: int | None = None,
) -> Part:
    """Take a part out again that was fitted before: it keeps its code and its label.

    Raises:
        Refused: `part_in_stock` and its likes, `part_is_medium`, what the lifecycle table says,
            `not_permitted` for a battery.
    """
    demand(PartAction.TAKE, part.state, part.code)
    device, stay = _inside(task, part)
    gathered = facts.gather(task.work, device, task.now)
    demand_of_device(Action.TAKE_PART, gathered.facts)
    if part.medium_id is not None:
        raise Refused("part_is_medium", device=device.code)
    kind = part_rules.types().of(part.type)
    may_take(task, kind)
    soldered.demand_no_data(gathered, kind.carries)
    seq, where = task.work.journal.next_seq(), part_making.place_of(task, place)
    task.work.parts.stays.change(
        stay.id,
        taken_at=task.now,
        taken_seq=seq,
        taken_order_id=order_id,
        dismantling_id=dismantling_id,
    )
    task.work.parts.change(
        part.id,
        state=PartState.STOCK.value,
        device_id=None,
        place_id=None if where is None else where.id,
        weight_g=part.weight_g if weight_g is None else part_making.weight(weight_g),
        touched_seq=seq,
        touched_by=task.actor,
    )
    return task.work.parts.by_id(part.id)


def _inside(task: Task, part: Part) -> tuple[Device, PartStay]:
    """Return the device that a fitted part is in, and its stay there."""
    stay = task.work.parts.stays.open_of(part.id)
    if part.device_id is None or stay is None:
        message = f"{part.code} is fitted nowhere"
        raise LookupError(message)
    return task.work.devices.by_id(part.device_id), stay


def said(task: Task, part: Part) -> dict[str, object]:
    """Return what belongs into the body of the caller's entry after a part was taken out."""
    where = task.work.places.of_id(part.place_id)
    return {
        "part": part.code,
        "type": part.type,
        "specification": part.specification,
        "weight": part.weight_g,
        "place": None if where is None else where.code,
        "label": part_making.label_of(task, part),
    }


def fit(task: Task, part: Part, device: Device, order: WorkOrder) -> Fitted:
    """Fit a part from the stock into a device, in a work order.

    What the order was waiting for of this kind is closed. What stores data goes by `media_moves`
    and its gate; then the caller's entry is PART_FITTED or MEDIUM_FITTED.

    Raises:
        Refused: What the lifecycle table says, `part_is_fitted` and its likes,
            `part_failed_test`, `part_reserved_elsewhere`, and what `media_moves.fit` says.
    """
    demand_of_device(Action.FIT_PART, facts.gather(task.work, device, task.now).facts)
    _may_fit(task, part, order)
    where = task.work.places.of_id(part.place_id)
    kept = None if part.reserved_id is None else order.code
    medium = None
    if part.medium_id is not None:
        medium = media_moves.fit(task, task.work.media.by_id(part.medium_id), device)
    else:
        seq = task.work.journal.next_seq()
        task.work.parts.stays.add(
            part_id=part.id,
            device_id=device.id,
            fitted_at=task.now,
            fitted_seq=seq,
            fitted_order_id=order.id,
        )
        _changed(
            task,
            part,
            state=PartState.FITTED.value,
            device_id=device.id,
            place_id=None,
            reserved_id=None,
        )
    wants = _close_wants(task, part, order)
    now = task.work.parts.by_id(part.id)
    fitting = part_rules.fits_device(task.work, part, device)
    return Fitted(now, where.code if where else None, kept, wants, fitting, medium)


def _may_fit(task: Task, part: Part, order: WorkOrder) -> None:
    demand(PartAction.FIT, part.state, part.code)
    if part.test == PartTest.FAILED:
        raise Refused("part_failed_test", part=part.code)
    _demand_free(task, part, order)


def _close_wants(task: Task, part: Part, order: WorkOrder) -> tuple[int, ...]:
    """Close what the order waited for: the oldest want of the part's kind."""
    for want in task.work.parts.wants.open_of_order(order.id):
        if want.type == part.type:
            task.work.parts.wants.change(
                want.id, part_id=part.id, closed_at=task.now, closed_by=task.actor
            )
            return (want.id,)
    return ()


def undo_take(task: Task, part: Part, undoing: int) -> str:
    """Put a part back that was taken out by the entry `undoing`; return its device's code.

    A new one is withdrawn and its label is cancelled; one that was fitted before is fitted again.

    Raises:
        Refused: `part_is_fitted` and its likes, `touched_since` when more happened to it since.
    """
    demand(PartAction.FIT, part.state, part.code)
    if part.medium_id is not None:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    stay = task.work.parts.stays.of_part(part.id)[-1]
    if stay.taken_seq != undoing or part.reserved_id is not None:
        raise Refused("touched_since", part=part.code)
    seq = task.work.journal.next_seq()
    if stay.fitted_at is None:
        task.work.parts.stays.drop(stay.id)
        task.work.labels.cancel_waiting(part.code, task.now)
        task.work.parts.change(part.id, state=PartState.WITHDRAWN.value, place_id=None)
    else:
        task.work.parts.stays.change(
            stay.id, taken_at=None, taken_seq=None, taken_order_id=None, dismantling_id=None
        )
        task.work.parts.change(
            part.id, state=PartState.FITTED.value, device_id=stay.device_id, place_id=None
        )
    task.work.parts.touch(part.id, seq, task.actor)
    return task.work.devices.by_id(stay.device_id).code


def undo_fit(task: Task, part: Part, undoing: int, body: Mapping[str, Any]) -> str:
    """Take a part back out that was fitted by the entry `undoing`; return its device's code.

    It lies again where it lay, is kept for the order it was kept for, and is waited for again.

    Args:
        task: The caller's.
        part: The part.
        undoing: Number of the entry that fitted it.
        body: What that entry said: `Fitted.said` and maybe more.

    Raises:
        Refused: `part_in_stock` and its likes, `touched_since` when more happened to it since.
    """
    demand(PartAction.TAKE, part.state, part.code)
    device, stay = _inside(task, part)
    if part.medium_id is not None:
        raise lack(LackCode.NOT_UNDOABLE).refusal()
    if stay.fitted_seq != undoing:
        raise Refused("touched_since", part=part.code)
    seq, was_at = task.work.journal.next_seq(), body.get("was_at")
    where = task.work.places.find(was_at) if was_at else None
    task.work.parts.stays.drop(stay.id)
    task.work.parts.change(
        part.id,
        state=PartState.STOCK.value,
        device_id=None,
        place_id=None if where is None else where.id,
        reserved_id=stay.fitted_order_id if body.get("reserved") else None,
        touched_seq=seq,
        touched_by=task.actor,
    )
    for number in body.get("wants", ()):
        task.work.parts.wants.change(number, part_id=None, closed_at=None, closed_by=None)
    return device.code


def reserve(task: Task, part: Part, order: WorkOrder) -> Part:
    """Keep a part for an open order; the caller's entry names both.

    Raises:
        Refused: `part_is_fitted` and its likes, `part_failed_test`, `part_reserved_elsewhere`,
            `part_order_closed`.
    """
    demand(PartAction.RESERVE, part.state, part.code)
    if order.closed_at is not None:
        raise Refused("part_order_closed", order=order.code)
    if part.test == PartTest.FAILED:
        raise Refused("part_failed_test", part=part.code)
    _demand_free(task, part, order)
    return _changed(task, part, reserved_id=order.id)


def free(task: Task, part: Part) -> Part:
    """Keep a part for no order any more; the caller's entry names it and the order.

    Raises:
        Refused: `part_is_fitted` and its likes, `part_not_reserved`.
    """
    demand(PartAction.FREE, part.state, part.code)
    if part.reserved_id is None:
        raise Refused("part_not_reserved", part=part.code)
    return _changed(task, part, reserved_id=None)


def _demand_free(task: Task, part: Part, order: WorkOrder) -> None:
    if part.reserved_id is not None and part.reserved_id != order.id:
        held = task.work.orders.by_id(part.reserved_id)
        raise Refused("part_reserved_elsewhere", part=part.code, order=held.code)


def _changed(task: Task, part: Part, **values: object) -> Part:
    """Change a part and remember the caller's next entry as its last."""
    seq = task.work.journal.next_seq()
    task.work.parts.change(part.id, touched_seq=seq, touched_by=task.actor, **values)
    return task.work.parts.by_id(part.id)
