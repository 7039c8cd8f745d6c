"""A device is missing: noticed outside a counting, told to whom, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.data_state import FREE_OF_DATA
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lifecycle import Action, demand
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import facts, papers
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.known_device import device_of
from serkut_desk.stations.stocktake import paper
from serkut_desk.stations.stocktake.commands import (
    IncidentPaper,
    Missed,
    PrintIncident,
    ReportMissing,
    TellMissing,
)
from serkut_desk.stations.stocktake.finding import missing_of
from serkut_desk.stations.wording import LONGEST, short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device


@handles(ReportMissing, Permission.INCIDENT)
def report_missing(task: Task, command: ReportMissing) -> Missed:
    """Record that a device is missing; with data it is an incident from now on."""
    work, device = task.work, device_of(task.work, command.device)
    said = short_text(command.circumstances, "circumstances")
    gathered = facts.gather(work, device, task.now)
    demand(Action.REPORT_MISSING, gathered.facts)
    bears = gathered.data_state not in FREE_OF_DATA
    number = work.incidents.add(
        device_id=device.id,
        noticed_at=task.now,
        noticed_by=task.actor,
        bears_data=bears,
        circumstances=said,
    )
    place = work.places.of_id(device.place_id)
    facts.refresh(work, device.id, task.now)
    head = work.journal.append(
        Tag.DEVICE_MISSING,
        device.code,
        incident=number,
        circumstances=said,
        bears_data=bears,
        place=place.code if place else None,
    )
    work.devices.touch(device.id, head.seq, task.actor)
    return Missed(device.code, bears, "", _changes(device))


@handles(TellMissing, Permission.INCIDENT)
def tell_missing(task: Task, command: TellMissing) -> Missed:
    """Record who was told of an open incident; who was told before stays.

    Raises:
        Refused: `incident_closed`, `not_missing`.
        Misused: `text_too_long`.
    """
    device, incident = missing_of(task, command.device)
    if incident.closed_at is not None:
        raise Refused("incident_closed", device=device.code)
    told = short_text(command.told, "told")
    everybody = short_text("; ".join(filter(None, (incident.told, told))), "told", 5 * LONGEST)
    first = incident.told_at or task.now
    task.work.incidents.change(incident.id, told=everybody, told_at=first)
    head = task.work.journal.append(Tag.MISSING_TOLD, device.code, incident=incident.id, told=told)
    task.work.devices.touch(device.id, head.seq, task.actor)
    return Missed(device.code, incident.bears_data, everybody, _changes(device))


@handles(PrintIncident, Permission.INCIDENT, prepare=papers.watch_clock)
def print_incident(task: Task, command: PrintIncident) -> IncidentPaper:
    """Issue the paper of an open incident: what is known now, for those who are told.

    Raises:
        Refused: `incident_closed`, `not_missing`.
    """
    device, incident = missing_of(task, command.device)
    if incident.closed_at is not None:
        raise Refused("incident_closed", device=device.code)
    issued = paper.issue(task, device, incident, command.language)
    head = task.work.journal.append(
        Tag.PAPER_ISSUED, issued.name, (device.code,), paper=issued.as_entry()
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    return IncidentPaper(issued.name, device.code, issued.sha256, _changes(device))


def _changes(device: Device) -> Changes:
    return Changes(devices=frozenset({device.code}), journal=True)
