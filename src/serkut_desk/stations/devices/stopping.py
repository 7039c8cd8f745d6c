"""The stop: safety first, so that raising one never asks who or which device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, Allowed, demand, may
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.stops import HAZARDS, DeviceRule, NoteRule
from serkut_desk.stations import facts, hazards, places, stop_rules
from serkut_desk.stations.devices.commands import RaiseStop, ReleaseStop
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.wording import impersonal_text, short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device, Place
    from serkut_desk.domain.stops import Stop, StopOutcome, StopRule


@handles(RaiseStop, None, entries=Entries.MAYBE)
def raise_stop(task: Task, command: RaiseStop) -> Stop:
    """Stop, or answer the stop that is open already."""
    return hazards.raise_stop(task, command.kind, command.device)


@handles(ReleaseStop, Permission.DECIDE)
def release_stop(task: Task, command: ReleaseStop) -> Stop:
    """End a stop, when somebody who decides says how, and where the thing is.

    Raises:
        Refused: `stop_unknown`, `stop_released`, `stop_device_missing`, `stop_device_held`,
            `stop_note_refused`, `person_not_kept`, `secret_not_kept`, `place_unknown`, or what
            the lifecycle table says.
        Misused: `stop_outcome_unclear`, `text_missing`, `text_too_long`.
    """
    stop = hazards.existing(task, command.stop)
    if stop.released_at is not None:
        raise Refused("stop_released", stop=stop.id)
    rule = stop_rules.rules_at(task.now).kinds[stop.kind]
    outcome = _outcome(rule, command.outcome)
    device = None if stop.device_id is None else task.work.devices.by_id(stop.device_id)
    _demand_device(outcome, device)
    note = _note(rule, command.reason)
    place, made = None, False
    if outcome.place:
        place, made = places.find_or_make(task, command.place or rule.place_name)
    task.work.stops.change(
        stop.id,
        released_at=task.now,
        released_by=task.actor,
        outcome=outcome.key,
        outcome_note=note,
    )
    if device is not None:
        _settle(task, rule, device, place)
    head = task.work.journal.append(
        Tag.STOP_RELEASED,
        device.code if device else hazards.NO_DEVICE,
        (place.code,) if place else (),
        stop=stop.id,
        kind=stop.kind.value,
        outcome=outcome.key,
        reason=note,
        place=place.code if place else None,
        name=place.name if place else "",
        made=made,
    )
    if device is not None:
        task.work.devices.touch(device.id, head.seq, task.actor)
    return hazards.existing(task, stop.id)


def _outcome(rule: StopRule, key: str | None) -> StopOutcome:
    outcome = rule.outcome(key)
    if outcome is None:
        known = ", ".join(one.key for one in rule.outcomes)
        raise Misused("stop_outcome_unclear", outcome=key or "-", known=known)
    return outcome


def _demand_device(outcome: StopOutcome, device: Device | None) -> None:
    if outcome.device is DeviceRule.NEEDED and device is None:
        raise Refused("stop_device_missing")
    if outcome.device is DeviceRule.NEVER and device is not None:
        raise Refused("stop_device_held", device=device.code)


def _note(rule: StopRule, text: str) -> str:
    """Return what was done, tidy; what was found in a device is not told in words."""
    if rule.note is NoteRule.NEVER and text.strip():
        raise Refused("stop_note_refused")
    if rule.note is NoteRule.NEEDED:
        text = short_text(text, "reason")
    return impersonal_text(text, "reason")


def _settle(task: Task, rule: StopRule, device: Device, place: Place | None) -> None:
    """Let the device go on from where it is; another danger still stops it."""
    known = facts.gather(task.work, device, task.now).facts
    if rule.kind in HAZARDS:
        demand(Action.RELEASE_STOP, known)
        left = [one for one in task.work.stops.of_device(device.id) if one.kind in HAZARDS]
        task.work.devices.change(device.id, hazard=left[0].kind.value if left else None)
    if place is not None and rule.moves and isinstance(may(Action.MOVE, known), Allowed):
        task.work.devices.change(device.id, place_id=place.id)
    facts.refresh(task.work, device.id, task.now)
