"""The end of an incident: the device was found, or it is given up as lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.coming_back import CameBack
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.missing import Ending, behind_the_gate
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import coming_back, facts, labelling, papers
from serkut_desk.stations.authority import other_supervisor
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.stocktake import paper
from serkut_desk.stations.stocktake.commands import FindDevice, GiveUp, IncidentClosed
from serkut_desk.stations.stocktake.finding import missing_of, place_of
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Person, Session
    from serkut_desk.records.incidents import Incident
    from serkut_desk.stations.coming_back import Reopened
    from serkut_desk.stations.papers import IssuedPaper


@handles(FindDevice, Permission.INCIDENT, prepare=papers.watch_clock)
def find_device(task: Task, command: FindDevice) -> IncidentClosed:
    """Record that a missing device is here again; `behind_the_gate` says what follows.

    Raises:
        Refused: `place_unknown`, `second_supervisor_needed`, `second_is_first`, `came_back_as`,
            `not_missing`.
    """
    work = task.work
    device, incident = missing_of(task, command.device)
    place, note = place_of(work, command.place), short_text(command.note, "ending_note")
    second = _second(task, command.second) if incident.bears_data else None
    was_lost = incident.outcome is Ending.LOST
    if not was_lost:
        _close(task, incident, Ending.FOUND, note, second)
    else:
        work.incidents.change(incident.id, found_at=task.now, found_by=task.actor)
    work.devices.change(device.id, place_id=place.id)
    label, reopened = None, None
    if behind_the_gate(bears_data=incident.bears_data, was_lost=was_lost):
        reopened = coming_back.reopen(task, work.devices.by_id(device.id), CameBack.FOUND)
        data = labelling.device_label_data(work, reopened.gathered, task.now)
        label = labelling.queue_label(work, data, by=task.actor, at=task.now, replaces=True)
    else:
        facts.refresh(work, device.id, task.now)
    issued = None
    if incident.bears_data and not was_lost:
        issued = paper.issue(task, device, work.incidents.by_id(incident.id), command.language)
    certificate = reopened.certificate if reopened else None
    head = work.journal.append(
        Tag.INCIDENT_CLOSED,
        device.code,
        tuple(filter(None, (place.code, issued.name if issued else None, certificate))),
        incident=incident.id,
        outcome=Ending.FOUND.value,
        after_loss=was_lost,
        note=note,
        place=place.code,
        bears_data=incident.bears_data,
        label=label,
        **_named(second, issued, reopened),
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return _ended(task, device, Ending.FOUND, issued, reopened)


@handles(GiveUp, Permission.INCIDENT, prepare=papers.watch_clock)
def give_up(task: Task, command: GiveUp) -> IncidentClosed:
    """Close an incident as lost: the device stays missing, and is no longer in the house.

    Raises:
        Refused: `incident_closed`, `incident_not_told`, `second_supervisor_needed`,
            `second_is_first`, `not_missing`.
    """
    work = task.work
    device, incident = missing_of(task, command.device)
    if incident.closed_at is not None:
        raise Refused("incident_closed", device=device.code)
    note = short_text(command.note, "ending_note")
    if incident.bears_data and not incident.told:
        raise Refused("incident_not_told", device=device.code)
    second = _second(task, command.second) if _by_two(task, device, incident) else None
    _close(task, incident, Ending.LOST, note, second)
    work.devices.change(device.id, in_house=False)
    facts.refresh(work, device.id, task.now)
    issued = None
    if incident.bears_data:
        issued = paper.issue(task, device, work.incidents.by_id(incident.id), command.language)
    head = work.journal.append(
        Tag.INCIDENT_CLOSED,
        device.code,
        (issued.name,) if issued else (),
        incident=incident.id,
        outcome=Ending.LOST.value,
        note=note,
        bears_data=incident.bears_data,
        **_named(second, issued, None),
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return _ended(task, device, Ending.LOST, issued, None)


def _by_two(task: Task, device: Device, incident: Incident) -> bool:
    """Tell whether two give a device up: it bears data, or it may be stolen.

    Losing what may be stolen would else be a way out of quarantine for one person alone.
    """
    held = task.work.quarantines.open_of(device.id)
    return incident.bears_data or any(one.lock is Lock.STOLEN for one in held)


def _second(task: Task, offered: Session | None) -> Person:
    """Return the second supervisor: always needed here, also where there is only one yet.

    A house with one supervisor leaves the incident open until another one is there: visible, and
    nothing is decided by one person alone.
    """
    return other_supervisor(
        task.work.people,
        task.desk.permissions,
        permission=Permission.INCIDENT,
        first=task.person,
        second=offered,
        now=task.desk.clock.now(),
    )


def _close(
    task: Task, incident: Incident, ending: Ending, note: str, second: Person | None
) -> None:
    found = ending is Ending.FOUND
    task.work.incidents.change(
        incident.id,
        outcome=ending.value,
        outcome_note=note,
        closed_at=task.now,
        closed_by=task.actor,
        second_by=second.code if second else None,
        found_at=task.now if found else None,
        found_by=task.actor if found else None,
    )


def _named(
    second: Person | None, issued: IssuedPaper | None, reopened: Reopened | None
) -> dict[str, object]:
    """Return what an entry says only where there is something to say."""
    named: dict[str, object] = {}
    if second is not None:
        named["second"] = second.code
    if issued is not None:
        named["paper"] = issued.as_entry()
    if reopened is not None:
        named["reopened"] = reopened.as_entry()
    return named


def _ended(
    task: Task,
    device: Device,
    ending: Ending,
    issued: IssuedPaper | None,
    reopened: Reopened | None,
) -> IncidentClosed:
    certificate = reopened.certificate if reopened else None
    labels = frozenset({device.code} if reopened else ())
    changes = Changes(
        devices=frozenset({device.code}),
        labels=labels,
        certificates=frozenset({certificate} if certificate else ()),
        journal=True,
    )
    return IncidentClosed(
        device.code,
        ending,
        task.work.devices.by_id(device.id).state,
        reopened is not None,
        certificate,
        issued.name if issued else None,
        issued.sha256 if issued else None,
        changes,
    )
