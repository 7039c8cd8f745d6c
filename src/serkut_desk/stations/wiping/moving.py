"""Media that were taken out: where they lie, into the stock, into a device, used for something."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lifecycle import Action, DeviceState, ends_proof
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import coming_back, facts, media_moves, part_making, places
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wiping import finding
from serkut_desk.stations.wiping.commands import (
    FitMedium,
    PlaceMedium,
    RemoveMedium,
    StockMedium,
    UseMedium,
)
from serkut_desk.stations.wiping.media import of_device, written
from serkut_desk.stations.wiping.results import MediumDone, MediumStocked, changes_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place, StorageMedium


@handles(RemoveMedium, Permission.MEDIA)
def remove_medium(task: Task, command: RemoveMedium) -> MediumDone:
    """Record that a medium was taken out; it gets a label, and still counts for its device."""
    medium = finding.medium(task.work, command.medium)
    media_moves.demand_declared(medium)
    device = of_device(task, medium)
    finding.demanded(task, device, Action.REMOVE_MEDIUM)
    place = _place(task, command.place)
    out = media_moves.take_out(task, device, medium, command.weight_g, place)
    return written(
        task,
        device,
        Tag.MEDIUM_REMOVED,
        out.medium,
        subjects=out.subjects,
        code=out.medium.code,
        label=out.label,
        weight_g=out.medium.weight_g,
        place=place.code if place else None,
    )


def _place(task: Task, text: str | None) -> Place | None:
    return places.find_or_make(task, text)[0] if text else None


@handles(PlaceMedium, Permission.MEDIA)
def place_medium(task: Task, command: PlaceMedium) -> MediumDone:
    """Remember where a loose medium lies."""
    medium = finding.medium(task.work, command.medium)
    place, _ = places.find_or_make(task, command.place)
    media_moves.put_at(task, medium, place)
    device = of_device(task, medium)
    return written(
        task, device, Tag.MEDIUM_PLACED, medium, subjects=(place.code,), place=place.code
    )


@handles(StockMedium, Permission.PARTS)
def stock_medium(task: Task, command: StockMedium) -> MediumStocked:
    """Let a proven loose medium become a part."""
    work = task.work
    medium = finding.medium(work, command.medium)
    device = of_device(task, medium)
    part = media_moves.to_stock(task, medium, _place(task, command.place))
    label = part_making.label_of(task, part)
    place = work.places.of_id(part.place_id)
    codes = [code for code in (medium.code, device.code) if code]
    head = work.journal.append(
        Tag.MEDIUM_STOCKED,
        part.code,
        codes,
        part=part.code,
        medium=medium.id,
        serial=medium.serial,
        device=device.code,
        weight_g=part.weight_g,
        place=place.code if place else None,
        label=label,
    )
    work.parts.touch(part.id, head.seq, task.actor)
    work.devices.touch(device.id, head.seq, task.actor)
    changes = changes_of((device,), (medium,))
    changes |= Changes(parts=frozenset({part.code}), labels=frozenset({part.code}))
    gathered = facts.gather(work, device, task.now)
    return MediumStocked(part, medium, gathered, label, changes)


@handles(FitMedium, Permission.REPAIR)
def fit_medium(task: Task, command: FitMedium) -> MediumDone:
    """Put a loose medium into a device in repair; another device than its own counts it anew."""
    work = task.work
    medium = finding.medium(work, command.medium)
    device = finding.device(work, command.device)
    done = media_moves.fit(task, medium, device)
    head = work.journal.append(
        Tag.MEDIUM_FITTED,
        device.code,
        done.subjects,
        media=[medium.id],
        serial=medium.serial,
        **done.as_entry(),
    )
    for one in {done.was_in.id, device.id}:
        work.devices.touch(one, head.seq, task.actor)
    changes = changes_of((done.was_in, device), (medium,))
    ended = done.reopened.certificate if done.reopened else None
    parts = frozenset({done.part.code} if done.part else ())
    changes |= Changes(certificates=frozenset({ended} if ended else ()), parts=parts)
    return MediumDone(done.medium, done.gathered, changes)


@handles(UseMedium, Permission.MEDIA)
def use_medium(task: Task, command: UseMedium) -> MediumDone:
    """Record that a medium was used: it has to be wiped anew, its device approved anew."""
    work = task.work
    medium = finding.medium(work, command.medium)
    media_moves.demand_declared(medium)
    reason = short_text(command.reason, "reason")
    device = of_device(task, medium)
    finding.demanded(task, device, Action.USE_OTHERWISE)
    _demand_at_hand(task, device, medium)
    part = _leave_stock(task, medium)
    ended: dict[str, object] = {}
    certificate = None
    if device.state == DeviceState.LEFT:
        # What left was clean when it left; only what stayed here has to be wiped anew.
        if ends_proof(Action.USE_OTHERWISE):
            work.media.change(medium.id, used_since=task.now)
    else:
        done = coming_back.uncover(task, device, CameBack.USED, (medium.id,))
        certificate = done.certificate
        ended["reopened"] = done.as_entry()
    codes = tuple(code for code in (certificate, part) if code)
    answer = written(
        task, device, Tag.MEDIUM_USED, medium, subjects=codes, reason=reason, part=part, **ended
    )
    changes = Changes(
        certificates=frozenset({certificate} if certificate else ()),
        parts=frozenset({part} if part else ()),
    )
    return replace(answer, changes=answer.changes | changes)


def _demand_at_hand(task: Task, device: Device, medium: StorageMedium) -> None:
    """See that somebody can have used a medium here.

    Raises:
        Refused: `medium_destroyed`, `medium_gone`, `has_left`.
    """
    if medium.state == MediumState.DESTROYED:
        raise Refused("medium_destroyed", medium=facts.name_of(medium))
    if medium.removed_at is not None:
        media_moves.demand_loose(task.work, medium)
    elif device.state == DeviceState.LEFT:
        raise lack(LackCode.HAS_LEFT).refusal()


def _leave_stock(task: Task, medium: StorageMedium) -> str | None:
    """Let the part that a medium is be in stock no more; return its code, None without one."""
    part = task.work.parts.of_medium(medium.id)
    if part is None or part.state != PartState.STOCK:
        return None
    seq = task.work.journal.next_seq()
    task.work.parts.change(
        part.id, state=PartState.WITHDRAWN.value, place_id=None, reserved_id=None
    )
    task.work.parts.touch(part.id, seq, task.actor)
    return part.code
