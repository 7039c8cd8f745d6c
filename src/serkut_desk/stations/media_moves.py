"""Storage media wherever they go: out of a device, to a place, into stock, into another device.

Shared by the stations that take devices apart and put them together, inside the caller's
transaction. The caller has asked the lifecycle table about the device on its bench, writes the one
journal entry with `**....as_entry()` in its body and the named codes among the subjects, and
touches the device. Nothing here writes an entry.

A medium keeps its own gate: it goes on only when it is proven for the device it was in, and when
the journal says so too. In the device that it goes into it has to be approved anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from serkut_desk.domain import conditions
from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.declared_medium import GIGABYTE
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action, DeviceState, demand, may_medium_leave
from serkut_desk.domain.medium_stay import held_of
from serkut_desk.domain.parts import PartAction, PartState
from serkut_desk.domain.parts import demand as demand_of_part
from serkut_desk.domain.serials import variants
from serkut_desk.stations import (
    coming_back,
    facts,
    labelling,
    medium_as_part,
    part_making,
    proof,
)

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place, StorageMedium
    from serkut_desk.records.spare_parts import Part
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.coming_back import Reopened
    from serkut_desk.stations.facts import Gathered, MediumProof
    from serkut_desk.stations.handling import Task

PART_TYPE = "storage"
"""What a medium is among the kinds of parts."""

HEAVIEST_G = 20_000
MOST_MEDIA = 64


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A medium that was taken out of its device.

    Args:
        medium: As it is now, with its code.
        gathered: Its device with what decides about it now.
        label: The label job of its code, to be stuck on it.
        part: The part that it is, which is in no stock until `to_stock`; None for most.
    """

    medium: StorageMedium
    gathered: Gathered
    label: int
    part: Part | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Codes that the caller's entry has to name."""
        part = self.part.code if self.part else None
        codes = (self.gathered.device.code, self.medium.code, part)
        return tuple(code for code in codes if code)

    def as_entry(self) -> dict[str, Any]:
        """Return what the caller's entry says of it; the check of the records reads it."""
        one = self.medium
        return {
            "medium_out": {
                "medium": one.id,
                "serial": one.serial,
                "code": one.code,
                "label": self.label,
                "weight_g": one.weight_g,
            }
        }


@dataclass(frozen=True, slots=True)
class Fitted:
    """A medium that went into a device.

    Args:
        medium: As it is now.
        was_in: The device that it belonged to before; the same one when it was only put back.
        gathered: The device that it is in now, with what decides about it.
        moved: What the entry says of the move, None when it was only put back.
        reopened: What ended for the device that it went into, None when it was only put back.
        part: The part that it is, if it came from the stock.
    """

    medium: StorageMedium
    was_in: Device
    gathered: Gathered
    moved: dict[str, Any] | None = None
    reopened: Reopened | None = None
    part: Part | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Codes that the caller's entry has to name."""
        ended = self.reopened.certificate if self.reopened else None
        part = self.part.code if self.part else None
        codes = (part, self.medium.code, self.was_in.code, self.gathered.device.code, ended)
        return tuple(dict.fromkeys(code for code in codes if code))

    def as_entry(self) -> dict[str, Any]:
        """Return what the caller's entry says of it; the check of the records reads it.

        The entry's tag is one of `domain.coming_back.MOVING`.
        """
        if self.moved is None or self.reopened is None:
            return {"medium_back": {"medium": self.medium.id, "device": self.was_in.code}}
        return {"medium_move": self.moved, "reopened": self.reopened.as_entry()}


def take_out(
    task: Task,
    device: Device,
    medium: StorageMedium,
    weight_g: int | None = None,
    place: Place | None = None,
) -> TakenOut:
    """Record that a medium was taken out; it gets a code and a label, and still counts.

    One that had a label inside already gets another, with what is true now.

    Args:
        task: The caller's task.
        device: The device on the bench; the caller has asked `Action.REMOVE_MEDIUM` of it.
        medium: A medium in it.
        weight_g: What it weighs, where somebody put it on a scale.
        place: Where it lies now.

    Raises:
        Refused: `medium_still_proposed`, `medium_removed_already`, `medium_not_inside`.
        Misused: `medium_weight`.
    """
    work = task.work
    demand_declared(medium)
    if medium.device_id != device.id:
        raise Refused("medium_not_inside", medium=facts.name_of(medium), device=device.code)
    if medium.removed_at is not None:
        raise Refused("medium_removed_already", medium=facts.name_of(medium))
    if weight_g is not None and not 0 < weight_g <= HEAVIEST_G:
        raise Misused("medium_weight", given=weight_g)
    code = medium.code or work.house.next_code(CodeKind.MEDIUM)
    weighed = {} if weight_g is None else {"weight_g": weight_g}
    part = medium_as_part.unfit(task, medium)
    work.media.change(medium.id, code=code, removed_at=task.now, removed_by=task.actor, **weighed)
    work.media.put_away(medium.id, place.id if place else None)
    gathered = facts.refresh(work, device.id, task.now)
    now = work.media.by_id(medium.id)
    label = labelling.queue_label(
        work,
        labelling.medium_label_data(device, now, task.now),
        by=task.actor,
        at=task.now,
        replaces=medium.code is not None,
    )
    return TakenOut(now, gathered, label, part)


def demand_declared(medium: StorageMedium) -> None:
    """Refuse what can not be done with a drive that nobody has accepted yet."""
    if medium.proposed:
        raise Refused("medium_still_proposed", medium=facts.name_of(medium))


def put_at(task: Task, medium: StorageMedium, place: Place | None) -> None:
    """Remember where a loose medium lies.

    Raises:
        Refused: `medium_inside`, or `medium_gone` when it lies in a container.
    """
    demand_loose(task.work, medium)
    task.work.media.put_away(medium.id, place.id if place else None)


def demand_loose(work: UnitOfWork, medium: StorageMedium) -> None:
    """See that a medium lies outside every device and container.

    Raises:
        Refused: `medium_still_proposed`, `medium_inside` or `medium_gone`.
    """
    demand_declared(medium)
    if medium.removed_at is None:
        raise Refused("medium_inside", medium=facts.name_of(medium))
    if work.media.in_container(medium.id):
        raise Refused("medium_gone", medium=facts.name_of(medium))


def demand_may_leave(work: UnitOfWork, medium: StorageMedium) -> MediumProof:
    """See that a loose medium is proven clean or destroyed, for the device it was in (gate 2).

    Asked before it becomes a part, goes into another device, or goes into a container with
    others. The journal has to say it too, not only the records.

    Raises:
        Refused: What is missing; `medium_inside`, `medium_gone`, `approval_unproven`.
    """
    demand_loose(work, medium)
    return demand_proven(work, medium)


def demand_proven(work: UnitOfWork, medium: StorageMedium) -> MediumProof:
    """See the same of a medium that lies in a container already, before that one leaves.

    Raises:
        Refused: What is missing; `approval_unproven`.
    """
    device = work.devices.by_id(medium.device_id)
    gathered = facts.gather(work, device, work.journal.now())
    stolen = conditions.not_stolen(gathered.facts)
    if stolen:
        raise stolen[0].refusal()
    if gathered.state is DeviceState.WITHDRAWN:
        raise lack(LackCode.WITHDRAWN).refusal()
    place, found = next(
        (place, one) for place, one in enumerate(gathered.proofs) if one.medium.id == medium.id
    )
    missing = may_medium_leave(gathered.facts.media[place])
    if missing:
        raise missing[0].refusal()
    _demand_nothing_open(work, medium)
    proof.demand_medium(work, device, medium)
    return found


def _demand_nothing_open(work: UnitOfWork, medium: StorageMedium) -> None:
    """Refuse while a report tells of a drive that may be this one and is not settled."""
    if work.runs.wait_for(variants(medium.serial_key)):
        raise lack(LackCode.PROPOSALS_OPEN, count=1).refusal()


def to_stock(task: Task, medium: StorageMedium, place: Place | None = None) -> Part:
    """Let a proven loose medium become a part with a code and label of its own.

    One that was a part before is that part again. The caller's entry is MEDIUM_STOCKED about the
    part, with the medium's code and its device's among the subjects.

    Raises:
        Refused: As `demand_may_leave`; `medium_destroyed`, or `part_in_stock` and its likes when
            it is a part already.
    """
    work = task.work
    found = demand_may_leave(work, medium)
    _demand_usable(medium)
    lies = place or work.places.of_id(work.media.place_of(medium.id))
    known = work.parts.of_medium(medium.id)
    work.media.put_away(medium.id, None)
    if known is None:
        return _new_part(task, found.medium, lies)
    demand_of_part(PartAction.RESTOCK, known.state, known.code)
    work.parts.change(
        known.id,
        state=PartState.STOCK.value,
        place_id=lies.id if lies else None,
        touched_seq=task.work.journal.next_seq(),
        touched_by=task.actor,
    )
    return work.parts.by_id(known.id)


def _demand_usable(medium: StorageMedium) -> None:
    if medium.state == MediumState.DESTROYED:
        raise Refused("medium_destroyed", medium=facts.name_of(medium))


def _new_part(task: Task, medium: StorageMedium, place: Place | None) -> Part:
    size = f"{round(medium.capacity_bytes / GIGABYTE)} GB " if medium.capacity_bytes else ""
    new = part_making.NewPart(
        type=PART_TYPE,
        model=medium.model,
        serial=medium.serial,
        specification=f"{size}{medium.kind.value.upper().replace('_', ' ')}",
        weight_g=medium.weight_g,
        place=place.code if place else None,
    )
    part = part_making.make(task, new, donor_id=medium.device_id, medium_id=medium.id)
    task.work.parts.stays.add(
        part_id=part.id,
        device_id=medium.device_id,
        taken_at=task.now,
        taken_seq=part.touched_seq,
    )
    return part


def fit(task: Task, medium: StorageMedium, device: Device) -> Fitted:
    """Put a loose medium into a device on the bench.

    Back into the device that it belongs to: nothing changes but that it is inside. Into another:
    only when it is proven for the one that it was in, which keeps counting it as it is now. The
    device that it goes into waits for an approval that covers it, and its certificate ends.
    A part of this medium is the caller's: its row changes in the same transaction.

    Raises:
        Refused: As `demand_may_leave`; `medium_destroyed`, `medium_declared_already`,
            `media_too_many`; what `Action.FIT_PART` misses in the device.
    """
    work, now = task.work, task.now
    demand_loose(work, medium)
    _demand_usable(medium)
    demand(Action.FIT_PART, facts.gather(work, device, now).facts)
    was_in = work.devices.by_id(medium.device_id)
    part = work.parts.of_medium(medium.id)
    if was_in.id == device.id:
        work.media.change(medium.id, removed_at=None, removed_by=None)
        work.media.put_away(medium.id, None)
        fitted = medium_as_part.fit(task, part, device)
        gathered = facts.refresh(work, device.id, now)
        return Fitted(work.media.by_id(medium.id), was_in, gathered, part=fitted)
    found = demand_may_leave(work, medium)
    _demand_room(work, medium, device)
    held, seq = held_of(found.medium), task.work.journal.next_seq()
    work.media.go_on(medium, device.id, left_at=now, left_by=task.actor, held=held, seq=seq)
    work.media.put_away(medium.id, None)
    fitted = medium_as_part.fit(task, part, device)
    facts.refresh(work, was_in.id, now)
    reopened = coming_back.uncover(task, device, CameBack.FITTED, (medium.id,))
    moved = {"medium": medium.id, "from": was_in.code, "to": device.code, "held": held}
    now_in = work.media.by_id(medium.id)
    return Fitted(now_in, was_in, reopened.gathered, moved, reopened, fitted)


def _demand_room(work: UnitOfWork, medium: StorageMedium, device: Device) -> None:
    media = work.media.of_device(device.id)
    if len(media) >= MOST_MEDIA:
        raise Refused("media_too_many", most=MOST_MEDIA)
    for other in media:
        if medium.serial_key and other.serial_key == medium.serial_key:
            code = "medium_proposed_already" if other.proposed else "medium_declared_already"
            raise Refused(code, medium=facts.name_of(other), device=device.code)
