"""The paper of an incident: what is known of a device that bears data and is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.clock import from_text, local
from serkut_desk.domain.papers import IncidentContent, PaperKind
from serkut_desk.stations import facts, papers
from serkut_desk.stations.paper_names import PaperNames
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.devices import Device
    from serkut_desk.records.incidents import Incident
    from serkut_desk.stations.facts import Gathered
    from serkut_desk.stations.handling import Task
    from serkut_desk.stations.papers import IssuedPaper


def issue(task: Task, device: Device, incident: Incident, language: str) -> IssuedPaper:
    """Issue the paper as the incident stands, in the caller's transaction."""
    work, texts = task.work, Texts(language)
    gathered = facts.gather(work, work.devices.by_id(device.id), task.now)
    lot = work.lots.by_id(device.lot_id)
    names = PaperNames(work.people, language)
    closers = [code for code in (incident.closed_by, incident.second_by) if code]
    outcome = ""
    if incident.outcome is not None:
        word = texts.say(f"incident.{incident.outcome.value}")
        outcome = f"{word} {incident.outcome_note or ''}".strip()
    content = IncidentContent(
        device=device.code,
        type=device.type,
        description=f"{device.manufacturer} {device.model}".strip(),
        serial=device.serial,
        inventory=device.inventory,
        lot=lot.code,
        sender=work.lots.organisation(lot.organisation_id).name,
        data_state=gathered.data_state.value,
        noticed_at=incident.noticed_at,
        noticed_by=names.short(incident.noticed_by),
        circumstances=incident.circumstances,
        last_seen=_last_seen(task, device, incident, texts),
        media=tuple(_media(gathered, texts)),
        told=incident.told or "",
        told_at=incident.told_at,
        outcome=outcome,
        closed_at=incident.closed_at,
        closed_by=tuple("{} ({})".format(*names.approver(code)) for code in closers),
    )
    return papers.issue(task, PaperKind.INCIDENT, content, device_id=device.id, language=language)


def _last_seen(task: Task, device: Device, incident: Incident, texts: Texts) -> str:
    """Return where the records last had it, and when somebody last did something with it."""
    place = task.work.places.of_id(device.place_id)
    before = [
        from_text(entry.at)
        for entry in task.work.journal.about(device.code)
        if from_text(entry.at) < incident.noticed_at
    ]
    at = local(before[-1]) if before else None
    when = f"{at.day}.{at.month}.{at.year} {at.hour}.{at:%M}" if at else "-"
    where = place.name if place else texts.say("incident.no_place")
    return texts.say("incident.last_seen", place=where, at=when)


def _media(gathered: Gathered, texts: Texts) -> Iterator[str]:
    for proof in gathered.proofs:
        kind = texts.say(f"kind.{proof.medium.kind.value}")
        state = texts.say(f"medium_state.{proof.standing.state.value}")
        yield f"{kind} {facts.name_of(proof.medium)}: {state}"
